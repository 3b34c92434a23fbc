"""docs/security.md: every line of the checklist is there once, and every test it names exists."""

import re
from functools import cache
from pathlib import Path

from portal import ROOT

TABLE = ROOT / "docs" / "security.md"
LINES = [*range(1, 34), *range(44, 52)]
TESTS = ROOT / "Tests"


@cache
def swift_tests() -> dict[str, set[str]]:
    """By the name of the file, the names of its tests."""
    found = {}
    for file in TESTS.glob("*Tests/**/*.swift"):
        found.setdefault(file.stem, set()).update(re.findall(r"func `([^`]+)`", file.read_text("utf-8")))
    return found


@cache
def python_tests() -> dict[str, set[str]]:
    return {file.stem: set(re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.M))
            for file in (TESTS / "EndToEnd").glob("test_*.py")}


def rows() -> dict[int, str]:
    """Number of the line → its proof."""
    found = {}
    for line in TABLE.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 3 and re.fullmatch(r"[\d, –]+", cells[0]):
            for part in cells[0].split(","):
                first, _, last = part.strip().partition("–")
                for number in range(int(first), int(last or first) + 1):
                    assert number not in found, f"line {number} stands twice"
                    found[number] = cells[2]
    return found


def unknown(proof: str) -> list[str]:
    """What a proof names that is no test."""
    wrong = []
    for file, test in re.findall(r"`(test_\w+)(?:::(\w+))?`", proof):
        names = python_tests().get(file)
        if not names or (test and test not in names):
            wrong.append(f"{file}::{test}")
    for suite, named in re.findall(r"`(\w+Tests)`((?:,? ?\*[^*]+\*)*)", proof):
        if suite not in swift_tests():
            wrong.append(suite)
        for name in re.findall(r"\*([^*]+)\*", named):
            if name not in swift_tests().get(suite, set()):
                wrong.append(f"{suite} *{name}*")
    return wrong


def test_every_line_of_the_checklist_has_a_proof_or_a_reason():
    proofs = rows()
    assert sorted(proofs) == sorted([*LINES, *range(34, 44)])
    for number, proof in proofs.items():
        named = re.search(r"`(test_\w+|\w+Tests)", proof)
        assert named or proof.startswith("Does not apply:") or proof.startswith("Not here:"), f"line {number}: {proof}"


def test_every_test_that_is_named_exists():
    assert {number: wrong for number, proof in rows().items() if (wrong := unknown(proof))} == {}


def test_a_name_that_is_no_test_is_found():
    assert unknown("`test_kill::test_nobody`, `NoTests`, `VerifyTests` *nobody*") == [
        "test_kill::test_nobody", "NoTests", "VerifyTests *nobody*"]
