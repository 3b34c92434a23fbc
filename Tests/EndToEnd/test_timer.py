"""The timer's units are sound, and what they start builds at a boundary and at no other time."""

import re
import shutil
import subprocess
from datetime import timedelta

import pytest

from portal import ROOT, Portal
from test_boundaries import at

UNITS = ROOT / "deploy/systemd"
COMMAND = re.search(r"^ExecStart=(.*)$", (UNITS / "doithoai-build.service").read_text("utf-8"), re.M)[1].split()


def analyze(*words: str) -> subprocess.CompletedProcess:
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, timeout=60)


def test_the_timer_looks_every_minute_after_the_closing_second_and_catches_up():
    timer = (UNITS / "doithoai-build.timer").read_text("utf-8")
    moment = re.search(r"^OnCalendar=(.*)$", timer, re.M)[1]
    done = analyze("calendar", "--iterations=2", "--base-time=2021-11-20 17:29:50 UTC", moment)
    assert done.returncode == 0, done.stderr
    assert re.findall(r"\d\d:\d\d:\d\d", done.stdout)[-1] == "17:31:02", done.stdout
    assert "17:30:02" in done.stdout, done.stdout
    assert "Persistent=yes" in timer


@pytest.fixture
def portal(tmp_path):
    return Portal.at(tmp_path / "state", "2021-11-08T07:00")


def test_what_the_timer_starts_builds_at_the_boundary_only(portal):
    assert COMMAND[1:3] == ["build", "--if-due"]
    first = portal.office("build", "--if-due")
    assert "Mốc kế tiếp: 8 giờ 00, thứ Hai ngày 08/11/2021" in first.stdout, first.stdout
    home = portal.state / "public/current/site/index.html"
    before = home.read_bytes()

    portal.set_clock(at("2021-11-08T07:59:30"))
    assert portal.office("build", "--if-due").stdout == ""
    assert home.read_bytes() == before

    portal.set_clock(at("2021-11-08T08:00:02"))
    second = portal.office("build", "--if-due")
    assert "Mốc kế tiếp: 17 giờ 30 phút 01 giây, thứ Bảy ngày 20/11/2021" in second.stdout, second.stdout
    assert "Đang nhận phiếu" in home.read_text("utf-8")
    assert portal.office("build", "--if-due").stdout == ""


def test_a_machine_that_was_off_over_several_boundaries_builds_once(portal):
    portal.office("build")
    portal.set_clock(at("2021-11-27T09:00:00"))
    assert "Mốc kế tiếp" in portal.office("build", "--if-due").stdout
    assert portal.office("build", "--if-due").stdout == ""


def test_a_refused_build_is_tried_again_and_leaves_the_site(tmp_path):
    for part in ("content", "theme", "deploy"):
        shutil.copytree(ROOT / part, tmp_path / part)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    portal = Portal.at(tmp_path / "state", "2021-11-08T07:00", root=tmp_path)
    portal.office("build")
    notice = tmp_path / "content/doi-thoai/2021/thong-bao.md"
    good = notice.read_text("utf-8")
    notice.write_text(good.replace("owner:", "ownr:", 1), "utf-8")
    portal.set_clock(at("2021-11-08T08:00:02"))
    for _ in range(2):
        refused = portal.office("build", "--if-due", check=False)
        assert refused.returncode == 1 and "ownr" in refused.stderr, refused.stderr
    assert "Sắp nhận phiếu" in (portal.state / "public/current/site/index.html").read_text("utf-8")
    notice.write_text(good, "utf-8")
    portal.set_clock(at("2021-11-08T08:00:02") + timedelta(minutes=1))
    portal.office("build", "--if-due")
    assert "Đang nhận phiếu" in (portal.state / "public/current/site/index.html").read_text("utf-8")


def test_state_tells_boundaries_and_reviews_at_any_moment(portal):
    said = portal.office("state", "--at", "2021-11-20T17:30").stdout
    assert "đang nhận phiếu" in said
    assert "- 17 giờ 30 phút 01 giây, thứ Bảy ngày 20/11/2021: " in said, said
    assert "Cần xem lại:" not in said
    later = portal.office("state", "--at", "2035-01-01").stdout
    assert "Không còn mốc nào phía trước." in later
    assert "Cần xem lại:\n- " in later and "quá ngày xem lại" in later, later
