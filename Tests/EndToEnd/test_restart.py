"""Started on sockets it is handed, the form service is restarted under load and nobody is turned away."""

import time

import pytest

from citizen import Citizen
from load import Load
from manager import Manager
from registrations import FORM_PAGE, PERSON


@pytest.fixture
def manager(new_portal):
    manager = Manager(new_portal()).start()
    yield manager
    manager.close()


def restart_under_load(manager: Manager, times: int):
    portal = manager.portal
    before = {row["reference"] for row in portal.registrations()}
    with Load(portal.origin) as load:
        for _ in range(times):
            sent = len(load.receipts)
            manager.restart()
            end = time.monotonic() + 30
            # Each program has to have done some work, or its end would prove little.
            while len(load.receipts) < sent + 3:
                load.check()
                assert time.monotonic() < end, "nobody gets a receipt any more"
                time.sleep(0.02)
    load.check_stored_once(portal, before)
    assert manager.listen().count("READY=1") == times + 1 and manager.heard.count("STOPPING=1") == times


def test_ten_restarts_under_load_lose_nobody(manager):
    restart_under_load(manager, 10)


@pytest.mark.soak
def test_two_hundred_restarts_under_load_lose_nobody(manager):
    restart_under_load(manager, 200)


def test_who_comes_while_nobody_serves_waits_and_is_answered(manager):
    portal = manager.portal
    citizen = Citizen(portal.origin)
    blank = citizen.get(FORM_PAGE)
    manager.stop()
    with Load(portal.origin, senders=3) as load:
        time.sleep(1)
        assert load.receipts == []
        manager.start()
        answer = citizen.press(blank, blank.main_form(), **PERSON)
        assert answer.status == 200


def test_it_ends_also_when_its_socket_has_no_name_any_more(manager):
    """Threads that wait are woken through the socket's name; without it they look up by themselves."""
    manager.portal.socket.unlink()
    began = time.monotonic()
    manager.stop()
    assert time.monotonic() - began < 12


def test_the_manager_is_told_that_threads_get_on(new_portal):
    manager = Manager(new_portal(), watchdog_seconds=0.4).start()
    try:
        time.sleep(1)
        assert manager.listen().count("WATCHDOG=1") >= 3
    finally:
        manager.close()
