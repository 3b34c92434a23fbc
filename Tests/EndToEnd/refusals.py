"""The pages on which the service takes nothing, each brought about as it really happens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

from flows import fill, press, to_check
from registrations import COOPERATIVE, FEEDBACK_PAGE, LOOKUP_PAGE


def post(page: Page, origin: str, path: str, fields: dict[str, str]):
    """Sends a form of our own from a page of the portal, as a form that was opened earlier would."""
    page.goto(origin + LOOKUP_PAGE)
    with page.expect_navigation():
        page.evaluate(
            """([path, fields]) => {
                const form = Object.assign(document.createElement("form"), { method: "post", action: path });
                for (const [name, value] of Object.entries(fields)) {
                    const input = Object.assign(document.createElement("textarea"), { name, value });
                    form.append(input);
                }
                document.body.append(form);
                form.submit();
            }""", [path, fields])


@contextmanager
def _moved_away(portal):
    register, away = portal.state / "register.sqlite", portal.state / "register.away"
    register.rename(away)
    try:
        yield
    finally:
        away.rename(register)


@contextmanager
def _paused(portal):
    flag = portal.state / "bao-tri"
    flag.touch()
    try:
        yield
    finally:
        flag.unlink()


@contextmanager
def _without_release(portal):
    """The link is gone before the service ever read it."""
    portal.stop_form()
    link = portal.state / "public/current"
    target = link.readlink()
    link.unlink()
    portal.start_form()
    yield
    link.symlink_to(target)


@contextmanager
def _down(portal):
    portal.kill_form()
    try:
        yield
    finally:
        portal.start_form()


@contextmanager
def _impatient(portal):
    portal.stop_form()
    kept = portal.settings
    portal.settings += "posts-burst = 1\nposts-per-minute = 1\n"
    portal.start_form()
    yield
    portal.settings = kept
    portal.stop_form()
    portal.start_form()


def reach(page: Page, portals: dict) -> Iterator[str]:
    """Opens one refusal after the other; yields its name while its page is shown.

    `portals`: `open`, which is broken and mended here, `early` and `closed`.
    """
    portal = portals["open"]
    action = portal.form_action()
    post(page, portals["early"].origin, action, COOPERATIVE)
    assert "Chưa đến ngày nhận phiếu" in page.locator("h1").inner_text()
    yield "early"
    post(page, portals["closed"].origin, action, COOPERATIVE)
    assert "Đã hết hạn" in page.locator("h1").inner_text()
    yield "closed"
    states: dict[str, tuple[Callable, str]] = {
        "not-received": (_moved_away, "Sở chưa nhận được phiếu"), "maintenance": (_paused, "bảo trì"),
        "down": (_down, "gián đoạn"),
    }
    for name, (cause, words) in states.items():
        to_check(page, portal.origin, COOPERATIVE)
        with cause(portal):
            press(page, "Gửi phiếu")
            assert words in page.locator("h1").inner_text(), page.locator("main").inner_text()[:300]
            yield name
    with _impatient(portal):
        to_check(page, portal.origin, COOPERATIVE)
        press(page, "Gửi phiếu")
        assert "quá nhiều" in page.locator("h1").inner_text()
        yield "too-many"
    post(page, portal.origin, action, {"phan-1": "chữ " * 20_000})
    assert "dài quá" in page.locator("h1").inner_text()
    yield "too-large"
    post(page, portal.origin, "/gui/bien-nhan.txt", {"ma-mot-lan": "A" * 120})
    yield "unreadable"
    page.goto(portal.origin + LOOKUP_PAGE)
    fill(page, {"so-bien-nhan": "AAAA-AAAA", "ma": "AAAAA-AAAAA"})
    with _without_release(portal):
        press(page, "Xem phiếu")
        assert "Sở chưa nhận được phiếu" in page.locator("h1").inner_text()
        yield "no-release"
    page.goto(portal.origin + FEEDBACK_PAGE)
    fill(page, {"khieu-nai": "khong"})
    press(page, "Tiếp tục")
    yield "feedback-errors"
