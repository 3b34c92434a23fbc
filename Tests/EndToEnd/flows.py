"""The steps of a citizen in a browser."""

import re

from playwright.sync_api import Page

from registrations import FORM_PAGE, LOOKUP_PAGE

REFERENCE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b")
CODE = re.compile(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b")


def fill(page: Page, answers: dict[str, str]):
    """Answers the questions of the form on the page, by the names of its controls."""
    for name, value in answers.items():
        control = page.locator(f'main [name="{name}"]')
        kind = control.first.get_attribute("type")
        if kind == "radio":
            # The label is what a finger meets.
            page.locator(f'main [name="{name}"][value="{value}"]').check()
        elif control.first.evaluate("element => element.localName") == "select":
            control.select_option(value)
        else:
            control.fill(value)


def press(page: Page, words: str):
    """Presses the button whose name begins with these words, and waits for the page that answers."""
    button = page.locator("main").get_by_role("button", name=re.compile(f"^{words}"))
    with page.expect_navigation():
        button.click()


def to_check(page: Page, origin: str, answers: dict[str, str]):
    """From the blank form to the check page."""
    page.goto(origin + FORM_PAGE)
    fill(page, answers)
    press(page, "Tiếp tục")


def to_receipt(page: Page, origin: str, answers: dict[str, str]) -> tuple[str, str]:
    """From the blank form to the receipt; returns the reference and the code."""
    to_check(page, origin, answers)
    press(page, "Gửi phiếu")
    return receipt(page)


def receipt(page: Page) -> tuple[str, str]:
    text = page.locator("main").inner_text()
    reference, code = REFERENCE.search(text), CODE.search(text)
    assert reference and code, f"no receipt on this page:\n{text[:800]}"
    return reference.group(), code.group()


def look_up(page: Page, origin: str, reference: str, code: str):
    page.goto(origin + LOOKUP_PAGE)
    fill(page, {"so-bien-nhan": reference, "ma": code})
    press(page, "Xem phiếu")
