"""Builds that are killed, that find the disk full or the tree locked: readers keep the whole site they had."""

import os
import random
import shutil
import subprocess
import time

import pytest

from building import Workshop, check_whole, live_files, picture

RESULTS = "2021-12-15T09:00"
NOBODY = 65_534


def change_everything(shop: Workshop, number: int):
    """Every page has to be made anew. One rule takes the place of the other: a stylesheet may only be so long."""
    path = shop.root / "theme/styles/base.css"
    kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(".y")]
    path.write_text("\n".join([*kept, f".y{number} {{ color: red; }}", ""]), "utf-8")


def kill_builds(folder, times: int):
    shop = Workshop(folder, RESULTS)
    start = time.monotonic()
    shop.build()
    change_everything(shop, 0)
    start = time.monotonic()
    shop.build()
    usual = time.monotonic() - start
    chance = random.Random(20211120)
    killed = 0
    for number in range(1, times + 1):
        change_everything(shop, number)
        before = live_files(shop.public)
        build = subprocess.Popen(
            shop.command("build"), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Half of them near the end, where the trees change.
        time.sleep(usual * (chance.uniform(0, 1.1) if number % 2 else chance.uniform(0.8, 1.1)))
        build.kill()
        killed += build.wait() < 0
        check_whole(shop.public)
        if build.returncode != 0 and live_files(shop.public) != before:
            # It was killed after the link had moved: then everything is new.
            assert all(data != before.get(path) for path, data in live_files(shop.public).items()
                       if path.endswith(".html"))
    assert killed > times // 4, "hardly any build was killed in time"
    shop.build()
    check_whole(shop.public)
    clean = shop.clean_state(folder / "clean")
    shutil.copytree(shop.state / "cache/documents", clean / "cache/documents")
    shop.build(state=clean)
    assert live_files(shop.public) == live_files(clean / "public")
    assert not (shop.public / ".staging").exists()


def test_eight_kills(tmp_path):
    kill_builds(tmp_path, 8)


@pytest.mark.soak
def test_two_hundred_kills(tmp_path):
    kill_builds(tmp_path, 200)


@pytest.mark.parametrize("limit", [0, 500, 6_000, 20_000])
def test_a_full_disk_leaves_the_live_site_whole(tmp_path, limit):
    shop = Workshop(tmp_path, RESULTS)
    shop.build()
    before = live_files(shop.public)
    change_everything(shop, 1)
    done = shop.attempt(file_limit=limit)
    assert done.returncode == 3, done.stdout + done.stderr
    assert "Không ghi được" in done.stderr
    assert live_files(shop.public) == before
    check_whole(shop.public)
    assert len(shop.build()["changed"]) > 20
    check_whole(shop.public)


def test_a_tree_that_may_not_be_written_leaves_the_live_site_whole(tmp_path):
    shop = Workshop(tmp_path, RESULTS)
    shop.build()
    change_everything(shop, 1)
    # Root may write everywhere, so the build runs as somebody who owns all but the released trees.
    user = NOBODY if os.geteuid() == 0 else None
    folders = [shop.public, *(path for path in shop.public.rglob("*") if path.is_dir() and not path.is_symlink())]
    if user is None:
        for folder in folders:
            folder.chmod(0o555)
    else:
        for path in [shop.state, *shop.state.rglob("*")]:
            if shop.public not in [path, *path.parents]:
                os.chown(path, user, user, follow_symlinks=False)
        for parent in shop.state.parents:
            if parent.is_relative_to(tmp_path.parents[1]):
                parent.chmod(0o755)
    before = picture(shop.public)
    done = shop.attempt(user=user)
    if user is None:
        for folder in folders:
            folder.chmod(0o755)
    assert done.returncode == 3, done.stdout + done.stderr
    assert picture(shop.public) == before
    check_whole(shop.public)
