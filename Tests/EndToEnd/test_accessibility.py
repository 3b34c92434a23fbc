"""axe finds nothing: WCAG 2.2 AA and best practices, at 320 and 1280 px, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from refusals import reach
from states import STATES

RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
    },
    # Off by default in axe, and part of WCAG 2.2 AA.
    "rules": {"target-size": {"enabled": True}},
}
LOOKS = [(width, scheme) for width in (320, 1280) for scheme in ("light", "dark")]


def findings(page) -> list[str]:
    """What axe finds in every look of the page that is open."""
    found = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        for finding in Axe().run(page, options=RULES).response["violations"]:
            for node in finding["nodes"]:
                found.append(f"{width} px {scheme}: {finding['id']} at {node['target']}: {node['failureSummary']}")
    return found


def overflow(page) -> list[str]:
    """What is wider than the smallest phone, or must be scrolled sideways to be read."""
    page.set_viewport_size({"width": 320, "height": 640})
    return page.evaluate(
        """() => {
            const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
            if (wide <= 0) return [];
            return [`the page is ${wide} px too wide`].concat([...document.querySelectorAll("body *")]
                .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
                .slice(0, 5).map((element) => element.outerHTML.slice(0, 120)));
        }""")


def kinds(portal) -> list[str]:
    """Every page but the answers, of which the first and the longest stand for all."""
    answers = [path for path in portal.pages() if "/hoi-dap/" in path and not path.endswith("/hoi-dap/")]
    longest = max(answers, key=lambda path: (portal.public / path.lstrip("/") / "index.html").stat().st_size)
    return [path for path in portal.pages() if path not in answers and not path.startswith("/loi/")] + sorted(
        {answers[0], longest})


def test_the_checks_really_find_faults(phone):
    page = phone.new_page()
    page.set_content('<p style="color: #999; width: 400px">mờ</p><img src="x"><input>')
    found = " ".join(findings(page))
    for rule in ("color-contrast", "image-alt", "label", "html-has-lang", "region"):
        assert rule in found
    assert overflow(page)


@pytest.mark.parametrize("moment", ["open", "results"])
def test_no_page_of_the_site_has_findings_or_scrolls_sideways(phone, moment, request):
    portal = request.getfixturevalue("portal" if moment == "open" else "results_portal")
    page = phone.new_page()
    problems = []
    for path in kinds(portal):
        page.goto(portal.origin + path)
        problems += [f"{path}: {problem}" for problem in findings(page) + overflow(page)]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("state", STATES)
def test_no_state_of_the_form_has_findings_or_scrolls_sideways(phone, origins, state):
    page = phone.new_page()
    STATES[state](page, origins)
    problems = findings(page) + overflow(page)
    assert not problems, "\n".join(problems)


def test_no_page_that_takes_nothing_has_findings_or_scrolls_sideways(phone, new_portal, early_portal, closed_portal):
    page = phone.new_page()
    problems = []
    for name in reach(page, {"open": new_portal(), "early": early_portal, "closed": closed_portal}):
        problems += [f"{name}: {problem}" for problem in findings(page) + overflow(page)]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("state", ["errors", "check", "receipt"])
def test_nothing_is_cut_off_at_twice_the_text_size(phone, origins, state):
    page = phone.new_page()
    STATES[state](page, origins)
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("() => document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), "text runs off the side"
