"""Portals and browsers that tests share. A test that breaks things asks for a portal of its own."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from citizen import Citizen
from portal import Portal

OPEN = "2021-11-10T09:00"
BEFORE_OPENING = "2021-11-06T09:00"
CLOSED = "2021-11-21T09:00"
RESULTS = "2021-12-15T09:00"


@pytest.fixture(scope="session")
def new_portal(tmp_path_factory) -> Iterator[Callable[[str], Portal]]:
    """Makes a running portal, seeded and built, at a moment; building happens once for each moment."""
    built: dict[str, Path] = {}
    running: list[Portal] = []

    def make(as_of: str = OPEN) -> Portal:
        if as_of not in built:
            first = Portal.at(tmp_path_factory.mktemp("built") / "state", as_of)
            first.seed()
            first.build()
            built[as_of] = first.state
        folder = tmp_path_factory.mktemp("portal") / "state"
        shutil.copytree(built[as_of], folder, symlinks=True)
        portal = Portal.at(folder, as_of)
        running.append(portal)
        return portal.start()

    yield make
    for portal in running:
        portal.stop()


@pytest.fixture(scope="session")
def portal(new_portal) -> Portal:
    """The portal while registration is open."""
    return new_portal(OPEN)


@pytest.fixture(scope="session")
def closed_portal(new_portal) -> Portal:
    return new_portal(CLOSED)


@pytest.fixture(scope="session")
def early_portal(new_portal) -> Portal:
    return new_portal(BEFORE_OPENING)


@pytest.fixture(scope="session")
def results_portal(new_portal) -> Portal:
    return new_portal(RESULTS)


@pytest.fixture
def citizen(portal) -> Citizen:
    return Citizen(portal.origin)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = shutil.which("chromium")
    assert program, "chromium is missing: run deploy/setup test"
    with sync_playwright() as playwright:
        # CI runs as root, where Chromium's own sandbox refuses to start.
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def phone(chromium) -> Iterator[BrowserContext]:
    """A phone with the smallest screen we promise, with script."""
    context = chromium.new_context(viewport={"width": 320, "height": 640}, locale="vi-VN")
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def either_phone(request, chromium) -> Iterator[BrowserContext]:
    """The same phone, once with script and once without."""
    context = chromium.new_context(
        viewport={"width": 320, "height": 640}, locale="vi-VN", java_script_enabled=request.param,
        accept_downloads=True)
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture(scope="session")
def origins(portal, early_portal, closed_portal) -> dict[str, str]:
    """Where the portal is at each moment of the edition."""
    return {"early": early_portal.origin, "open": portal.origin, "closed": closed_portal.origin}
