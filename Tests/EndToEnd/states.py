"""The states of the form service that a citizen can meet, each reached as a citizen would."""

from collections.abc import Callable

from playwright.sync_api import Page

from flows import fill, look_up, press, to_check, to_receipt
from registrations import COOPERATIVE, FEEDBACK_PAGE, FORM_PAGE, LOOKUP_PAGE, PERSON

Portals = dict[str, str]


def _blank(page: Page, origins: Portals):
    page.goto(origins["open"] + FORM_PAGE)


def _errors(page: Page, origins: Portals):
    page.goto(origins["open"] + FORM_PAGE)
    fill(page, {"loai": "hop-tac-xa", "dien-thoai": "0912 345 67", "thu": "khong phai thu", "linh-vuc": "shtt"})
    press(page, "Tiếp tục")


def _check(page: Page, origins: Portals):
    to_check(page, origins["open"], COOPERATIVE)


def _receipt(page: Page, origins: Portals):
    to_receipt(page, origins["open"], COOPERATIVE)


def _complaint(page: Page, origins: Portals):
    page.goto(origins["open"] + FORM_PAGE)
    fill(page, {**PERSON, "khieu-nai": "co"})
    press(page, "Tiếp tục")


def _lookup(page: Page, origins: Portals):
    page.goto(origins["open"] + LOOKUP_PAGE)


def _found(page: Page, origins: Portals):
    reference, code = to_receipt(page, origins["open"], PERSON)
    look_up(page, origins["open"], reference, code)


def _not_found(page: Page, origins: Portals):
    look_up(page, origins["open"], "AAAA-AAAA", "AAAAA-AAAAA")


def _feedback(page: Page, origins: Portals):
    page.goto(origins["open"] + FEEDBACK_PAGE)


def _not_open(page: Page, origins: Portals):
    page.goto(origins["early"] + FORM_PAGE)


def _closed(page: Page, origins: Portals):
    page.goto(origins["closed"] + FORM_PAGE)


STATES: dict[str, Callable[[Page, Portals], None]] = {
    "blank": _blank,
    "errors": _errors,
    "check": _check,
    "receipt": _receipt,
    "complaint": _complaint,
    "look-up": _lookup,
    "look-up-found": _found,
    "look-up-not-found": _not_found,
    "feedback": _feedback,
    "not-open": _not_open,
    "closed": _closed,
}
