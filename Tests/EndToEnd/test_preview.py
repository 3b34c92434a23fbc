"""An editor's day with `doithoai preview`: drafts, a save, a mistake, its cure, a stop and a start over an orphan."""

import contextlib
import re
import shutil
import signal
import sqlite3
import time

import pytest

from citizen import Citizen
from portal import ROOT, wait_for
from preview import Preview

DRAFT = "2021-0001/1"


@pytest.fixture
def desk(tmp_path):
    """A checkout of an editor's own; it starts previews of it."""
    root = tmp_path / "checkout"
    for name in ("content", "theme", "deploy"):
        shutil.copytree(ROOT / name, root / name)
    started = []

    def start(*words, state=tmp_path / "var"):
        started.append(Preview(root, state, *words))
        return started[-1]

    start.root = root
    yield start
    for one in started:
        if one.process.poll() is None:
            # Its web server ends with it.
            one.stop()


def edit(file, old, new):
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_save_is_seen_without_a_reload_and_a_mistake_is_shown_on_the_page(desk, chromium):
    preview = desk("--as-of", "2021-11-10T09:00").up()
    page = chromium.new_page()
    page.goto(f"{preview.origin}/lien-he/")
    panel = page.locator(".xt")
    assert page.get_by_text("Bản xem trước.").count() == 1

    contact = desk.root / "content/trang/lien-he.md"
    edit(contact, "## Liên hệ với Sở", "## Liên hệ với Sở hôm nay")
    page.get_by_role("heading", name="Liên hệ với Sở hôm nay").wait_for(timeout=10_000)

    edit(contact, "updated: 05/11/2021", "updated: 35/11/2021")
    panel.get_by_text("content/trang/lien-he.md:5:10").wait_for(timeout=10_000)
    assert panel.get_by_text(re.compile("1 lỗi")).count() >= 1
    assert page.get_by_role("heading", name="Liên hệ với Sở hôm nay").count() == 1, "the page before stays"

    edit(contact, "updated: 35/11/2021", "updated: 06/11/2021")
    panel.get_by_text("content/trang/lien-he.md:5:10").wait_for(state="detached", timeout=10_000)
    edit(desk.root / "theme/layout.mustache", "{{page-title}}", "{{no-such-name}}")
    panel.get_by_text("theme/layout.mustache").first.wait_for(timeout=10_000)
    page.close()
    assert preview.stop() == 0
    assert not (desk.root / "public").exists(), "the portal itself is not touched"


def test_slips_of_papers_are_shown_and_errors_come_before_them(desk, chromium):
    edit(desk.root / "content/doi-thoai/2021/dialogue.yaml", "answers-due: 10/12/2021", "answers-due: 11/12/2021")
    preview = desk("--as-of", "2021-11-10T09:00").up()
    page = chromium.new_page()
    page.goto(f"{preview.origin}/lien-he/")
    panel = page.locator(".xt")
    panel.get_by_text("Sở không làm việc").first.wait_for(state="attached", timeout=10_000)
    edit(desk.root / "content/trang/lien-he.md", "updated: 05/11/2021", "updated: 35/11/2021")
    panel.get_by_text("content/trang/lien-he.md:5:10").wait_for(timeout=10_000)
    assert "lien-he.md" in panel.locator("li").first.inner_text()
    assert panel.get_by_text("Sở không làm việc").count() >= 1
    page.close()


def test_what_waits_for_its_date_is_there_and_marked(desk, chromium):
    edit(desk.root / "content/trang/lien-he.md", "updated: 05/11/2021",
         "updated: 05/11/2021\npublished: 01/12/2021 08:00")
    preview = desk("--as-of", "2021-11-10T09:00").up()
    page = chromium.new_page()
    page.goto(f"{preview.origin}/lien-he/")
    page.locator(".xt").get_by_text("Chưa đăng").first.wait_for(timeout=10_000)
    page.goto(f"{preview.origin}/gioi-thieu/")
    page.locator(".xt").get_by_text(re.compile("bản nháp")).wait_for(timeout=10_000)
    page.close()
    assert "/lien-he/" in preview.drafts()
    # At another moment the same page is no draft.
    preview.stop()
    later = desk("--as-of", "2021-12-02T09:00").up()
    assert "/lien-he/" not in later.drafts()


def test_a_drafted_answer_is_shown_where_it_will_stand_and_nowhere_else(desk, new_portal):
    portal = new_portal()
    portal.office("answer", "draft", DRAFT, "--as", "phongqlcncn")
    preview = desk(state=portal.state).up()
    path = "/doi-thoai/2021/hoi-dap/nhap-2021-0001-1/"
    assert preview.drafts()[path] == "Câu trả lời chưa được duyệt."
    assert "Viết câu trả lời ở đây" in preview.get(path).text
    assert Citizen(portal.origin).get(path).status == 404, "the rehearsal itself shows no draft"


def test_a_register_that_others_hold_open_is_no_change(desk, new_portal):
    portal = new_portal()
    portal.office("register", "list", "--as", "vanthu")
    with contextlib.closing(sqlite3.connect(portal.state / "register.sqlite")) as held:
        held.execute("SELECT count(*) FROM registration").fetchone()
        preview = desk(state=portal.state).up()
        time.sleep(1)
        built = preview.said().count("trang mới")
        time.sleep(1.5)
        assert preview.said().count("trang mới") == built, preview.said()
    assert preview.stop() == 0
    with pytest.raises(OSError):
        preview.get("/")


def test_a_second_preview_is_refused_and_one_that_was_killed_is_cleared_away(desk):
    first = desk().up()
    second = desk()
    assert second.process.wait(timeout=30) == 1
    assert "Đang có một bản xem trước chạy" in second.said()
    first.stop(signal.SIGKILL)
    third = desk().up()
    assert third.get("/").status == 200
    orphan = first.port
    assert third.stop() == 0
    time.sleep(0.2)
    with pytest.raises(OSError):
        Citizen(f"http://127.0.0.1:{orphan}").get("/")
