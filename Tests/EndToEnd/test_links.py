"""A crawl of the whole portal: no broken link or anchor, and nothing is fetched from anywhere else."""

import re
import xml.etree.ElementTree as ElementTree
from urllib.parse import urljoin, urlsplit

import pytest

from citizen import Citizen

# What a browser fetches by itself, apart from links a reader follows.
FETCHED = re.compile(
    r'<(?:script|img|source|iframe|video|audio|embed|object|use|form)\b[^>]*?\b(?:src|href|data|action)="([^"]*)"'
    r'|<link\b(?=[^>]*\brel="(?:stylesheet|icon|preload|modulepreload|manifest)")[^>]*?\bhref="([^"]*)"')


@pytest.mark.parametrize("moment", ["early_portal", "portal", "closed_portal", "results_portal"])
def test_every_link_and_anchor_leads_somewhere(moment, request):
    portal = request.getfixturevalue(moment)
    citizen = Citizen(portal.origin)
    answers, waiting, problems = {}, ["/", *portal.pages()], []
    links: list[tuple[str, str]] = []
    while waiting:
        path = waiting.pop()
        if path in answers or path.startswith("/loi/"):
            continue
        answers[path] = answer = citizen.get(path)
        if answer.status != 200:
            continue
        for link in answer.links:
            place = urlsplit(urljoin(answer.url, link))
            if f"{place.scheme}://{place.netloc}" == portal.origin:
                links.append((path, link))
                waiting.append(place.path)
        for found in FETCHED.finditer(answer.html if answer.headers["content-type"].startswith("text/html") else ""):
            address = found.group(1) or found.group(2) or ""
            place = urlsplit(urljoin(answer.url, address))
            if f"{place.scheme}://{place.netloc}" != portal.origin:
                problems.append(f"{path} fetches {address}")
            elif not place.path.startswith("/gui/"):
                waiting.append(place.path)
                links.append((path, place.path))

    for path, link in links:
        place = urlsplit(urljoin(portal.origin + path, link))
        answer = answers.get(place.path)
        if answer is None or answer.status != 200:
            problems.append(f"{path} links to {link}: {answer.status if answer else 'not followed'}")
        elif place.fragment and answer.ids and place.fragment not in answer.ids:
            problems.append(f"{path} links to {link}: no such place on that page")
    assert not problems, "\n".join(sorted(set(problems)))
    assert len(answers) > 20


def test_chromium_asks_no_other_host(phone, portal):
    page = phone.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in portal.pages():
        if not path.startswith("/loi/"):
            page.goto(portal.origin + path)
    assert [url for url in asked if not url.startswith(portal.origin + "/")] == []


def test_no_page_breaks_the_security_policy_or_script(phone, portal):
    page = phone.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in portal.pages():
        if not path.startswith("/loi/"):
            page.goto(portal.origin + path)
    assert said == []


def test_feed_and_map_are_well_formed_and_name_pages_that_exist(portal):
    citizen = Citizen(portal.origin)
    site_map = citizen.get("/sitemap.xml")
    places = [element.text for element in ElementTree.fromstring(site_map.body).iter() if element.tag.endswith("loc")]
    assert places
    for place in places:
        assert citizen.get(urlsplit(place).path).status == 200, place
    feeds = [file for file in portal.public.rglob("*") if file.suffix == ".atom" or file.name == "atom.xml"]
    assert feeds
    for feed in feeds:
        ElementTree.parse(feed)
