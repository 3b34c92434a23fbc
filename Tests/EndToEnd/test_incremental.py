"""A build does no more than it must, and what it leaves is what a clean build would have made."""

import random
import shutil

import pytest

from building import Workshop, live_files, picture
from edits import Editor

RESULTS = "2021-12-15T09:00"


def edit_and_compare(folder, seed: int, steps: int):
    shop = Workshop(folder, RESULTS)
    shop.build()
    editor = Editor(shop, seed)
    chance = random.Random(seed)
    for step in range(steps):
        name, most = editor.edit()
        words = ["--jobs", str(chance.choice([1, 2, 5]))]
        result = shop.build(*words, TZ=chance.choice(["UTC", "America/New_York"]), LC_ALL="tr_TR.UTF-8")
        where = f"seed {seed}, step {step}: {name}"
        assert most is None or result["pagesMade"] <= most, f"{where} made {result['pagesMade']} pages"

        clean = shop.clean_state(folder / "clean")
        # Drawing documents takes seconds; what was drawn is known by a digest of everything it is drawn from.
        shutil.copytree(shop.state / "cache/documents", clean / "cache/documents")
        shop.build("--jobs", str(chance.choice([1, 3])), state=clean)
        built, expected = live_files(shop.public), live_files(clean / "public")
        assert built.keys() == expected.keys(), where
        different = [path for path, data in built.items() if data != expected[path]]
        assert different == [], where

        again = shop.build()
        assert again["made"] == 0 and not again["changed"], where


def test_twelve_edits(tmp_path):
    edit_and_compare(tmp_path, seed=1, steps=12)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(10, 16))
def test_three_hundred_edits(tmp_path, seed):
    edit_and_compare(tmp_path, seed, steps=50)


def test_when_nothing_changed_no_file_is_written(tmp_path):
    shop = Workshop(tmp_path, RESULTS)
    # The second confirms what the first left, once files are old enough to be trusted.
    first, _ = shop.build(), shop.build()
    before = picture(shop.state)
    result = shop.build()
    assert result["made"] == 0 and result["files"] == first["files"] and result["isReleased"]
    assert picture(shop.state) == before


def test_a_released_file_that_was_cut_short_is_made_again(tmp_path):
    shop = Workshop(tmp_path, RESULTS)
    shop.build()
    shop.build()
    page = shop.public / "current/site/lien-he/index.html"
    whole = page.read_bytes()
    page.write_bytes(whole[:100])
    assert shop.build()["pagesMade"] == 1
    assert (shop.public / "current/site/lien-he/index.html").read_bytes() == whole


def test_a_warning_is_said_by_every_build(tmp_path):
    shop = Workshop(tmp_path, "2030-01-15T09:00")
    rules = [[one["rule"] for one in shop.build()["diagnostics"]] for _ in range(3)]
    assert rules[0] and rules[0] == rules[1] == rules[2]
