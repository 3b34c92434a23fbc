"""`doithoai check` tells every problem of content and theme in one run; a build with one changes nothing."""

import json
import os
import pty
import shutil
import subprocess

import pytest

from portal import BIN, ROOT


@pytest.fixture
def broken(tmp_path):
    """A checkout with one mistake in content, two in the theme."""
    for part in ("content", "theme", "deploy"):
        shutil.copytree(ROOT / part, tmp_path / part)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    notice = tmp_path / "content/doi-thoai/2021/thong-bao.md"
    notice.write_text(notice.read_text("utf-8").replace("](/tra-cuu/)", "](/tra-cu/)", 1), "utf-8")
    page = tmp_path / "theme/pages/trang.mustache"
    page.write_text(page.read_text("utf-8").replace("{{/layout}}", "") + "{{> khong-co }}\n", "utf-8")
    return tmp_path


def doithoai(*words: str, root) -> subprocess.CompletedProcess:
    return subprocess.run([str(BIN / "doithoai"), *words, "--root", str(root)], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=120)


def test_every_problem_is_told_with_its_place_and_cure(broken):
    done = doithoai("check", root=broken)
    assert done.returncode == 1
    for word in ("content/doi-thoai/2021/thong-bao.md:", "/tra-cu/", "theme/pages/trang.mustache:", "cách sửa:"):
        assert word in done.stdout, done.stdout
    assert doithoai("build", root=broken).returncode == 1
    assert not (broken / "public/current").exists()


def test_the_shipped_content_and_theme_have_no_problem():
    done = doithoai("check", "--as-of", "2021-11-10T09:00", root=ROOT)
    assert done.returncode == 0, done.stdout


def test_json_has_the_form_that_docs_check_md_promises(broken):
    done = doithoai("check", "--json", root=broken)
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert set(told) == {"version", "complete", "errors", "warnings", "diagnostics"}
    assert told["version"] == 1 and told["complete"] is False
    kinds = {"file": str, "line": int, "column": int, "severity": str, "rule": str, "problem": str, "remedy": str,
             "excerpt": str}
    for entry in told["diagnostics"]:
        assert {key: type(value) for key, value in entry.items()} == kinds
    severities = [entry["severity"] for entry in told["diagnostics"]]
    assert severities.count("error") == told["errors"] and severities.count("warning") == told["warnings"]
    places = [(entry["file"], entry["line"], entry["column"]) for entry in told["diagnostics"]]
    assert places == sorted(places)
    link = next(entry for entry in told["diagnostics"] if entry["rule"] == "broken-link")
    assert link["excerpt"][link["column"] - 1] == "["


def on_a_terminal(root, **environment) -> str:
    """What the command writes when a terminal reads it; by then pages are past their review."""
    ours, theirs = pty.openpty()
    command = [str(BIN / "doithoai"), "check", "--as-of", "2024-11-10T09:00", "--root", str(root)]
    running = subprocess.Popen(command, stdout=theirs, stdin=subprocess.DEVNULL,
                               env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **environment})
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not part:
            break
        said += part
    running.wait(timeout=60)
    os.close(ours)
    return said.decode("utf-8")


def test_colours_go_to_a_terminal_that_wants_them():
    assert "\x1b[1;33mcảnh báo:" in on_a_terminal(ROOT)
    assert "\x1b" not in on_a_terminal(ROOT, NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(ROOT, TERM="dumb")
    assert "\x1b" not in doithoai("check", root=ROOT).stdout


def test_check_writes_nothing(broken):
    before = sorted(path for path in broken.rglob("*") if ".venv" not in path.parts)
    doithoai("check", root=broken)
    assert sorted(path for path in broken.rglob("*") if ".venv" not in path.parts) == before
