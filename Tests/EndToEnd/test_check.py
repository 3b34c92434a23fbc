"""`doithoai check` tells every problem of content and theme in one run; a build with one changes nothing."""

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
