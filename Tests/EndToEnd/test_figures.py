"""Figures and health: told to this machine only, numbers only, and true."""

import hashlib
import http.client
import re
import subprocess
import time

import pytest

from citizen import Citizen
from faults import Faults
from portal import ROOT, Portal, free_port
from registrations import FORM_PAGE, PERSON


@pytest.fixture(scope="module")
def watched(new_portal) -> Portal:
    """A portal whose nginx has the listener for figures too, as an operator adds it."""
    portal = new_portal()
    portal.figures_port = free_port()
    subprocess.run(
        [str(ROOT / "deploy/nginx/render"), str(portal.state / "run/nginx"), "figures.conf",
         f"FIGURES={portal.state / 'run/form-figures.sock'}", f"FIGURES_LISTEN=127.0.0.1:{portal.figures_port}"],
        check=True)
    portal.nginx.terminate()
    portal.nginx.wait(timeout=10)
    portal.start_nginx()
    return portal


def ask(portal: Portal, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", portal.figures_port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, answer.read().decode()


def figures(portal: Portal) -> dict[str, float]:
    status, text = ask(portal, "/figures")
    assert status == 200
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines}


def send(portal: Portal, **answers: str):
    citizen = Citizen(portal.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **(PERSON | answers))
    assert citizen.press(checked, checked.main_form()).status == 200


def test_what_happens_is_counted(watched):
    before = figures(watched)
    for _ in range(3):
        send(watched)
    citizen = Citizen(watched.origin)
    citizen.post(watched.form_action(), [("khieu-nai", "khong")])
    citizen.post("/gui/tra-cuu", [("so-bien-nhan", "AAAA-AAAA"), ("ma", "AAAAA-AAAAA")])
    after = figures(watched)

    def grown(name: str) -> float:
        return after.get(name, 0) - before.get(name, 0)
    assert grown('doithoai_requests_total{status="200",what="send"}') == 3
    assert grown('doithoai_requests_total{status="200",what="check"}') == 3
    assert grown('doithoai_requests_total{status="422",what="check"}') == 1
    assert grown('doithoai_requests_total{status="404",what="look-up"}') == 1
    assert grown("doithoai_store_seconds_count") == 3 and grown("doithoai_store_seconds_sum") > 0
    assert grown('doithoai_store_seconds_bucket{le="+Inf"}') == 3
    assert grown('doithoai_register_registrations{state="entered"}') in {0, 3}, "looked at every two seconds"
    assert after["doithoai_workers"] == 64 and after["doithoai_requests_in_hand"] == 0
    assert after["doithoai_store_waiting"] == 0 and after["doithoai_uptime_seconds"] > 0


def test_a_form_sent_again_is_not_counted_as_another(watched):
    citizen = Citizen(watched.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **PERSON)
    before = figures(watched)["doithoai_store_seconds_count"]
    for _ in range(3):
        assert citizen.press(checked, checked.main_form()).status == 200
    after = figures(watched)
    assert after["doithoai_store_seconds_count"] == before + 1 and after["doithoai_store_waiting"] == 0


def test_a_failure_makes_it_unwell_for_five_minutes_and_no_longer(watched, tmp_path):
    faults = Faults(tmp_path, watched.state / "register.sqlite")
    watched.stop_form()
    watched.environment = faults.environment
    watched.start_form()
    try:
        citizen = Citizen(watched.origin)
        blank = citizen.get(FORM_PAGE)
        checked = citizen.press(blank, blank.main_form(), **PERSON)
        faults.arm("ENOSPC", lasting=True)
        assert citizen.press(checked, checked.main_form()).status == 503
        faults.disarm()
        for seconds, status in ((0, 503), (280, 503), (310, 200)):
            faults.move_clock(seconds)
            time.sleep(2.1)  # looked at every two seconds
            assert ask(watched, "/health")[0] == status, seconds
    finally:
        watched.stop_form()
        watched.environment = {}
        watched.start_form()


def test_the_text_is_as_prometheus_reads_it(watched):
    _, text = ask(watched, "/figures")
    types = dict(re.findall(r"^# TYPE (\S+) (\S+)$", text, re.M))
    assert set(types.values()) <= {"counter", "gauge", "histogram"}
    for line in text.splitlines():
        if line.startswith("#") or not line:
            continue
        match = re.fullmatch(r'([a-z_]+)(\{[a-z]+="[^"\\]*"(,[a-z]+="[^"\\]*")*\})? (-?[0-9.e+-]+)', line)
        assert match, line
        name = match[1]
        assert name in types or re.sub(r"_(bucket|sum|count)$", "", name) in types, line
    buckets = [float(value) for value in re.findall(r"^doithoai_store_seconds_bucket\S+ (\S+)$", text, re.M)]
    assert buckets == sorted(buckets)


def test_the_release_is_named_by_its_manifest(watched):
    digest = hashlib.sha256((watched.state / "public/current/manifest").read_bytes()).hexdigest()
    assert f'digest="{digest}"' in ask(watched, "/figures")[1]


def test_nothing_of_anybody_is_told(watched):
    send(watched, **{"ho-ten": "Kanari Văn Kín"})
    text = ask(watched, "/figures")[1] + ask(watched, "/health")[1]
    reference = watched.registrations()[-1]["reference"]
    assert "Kanari" not in text and reference not in text and "127." not in text


def test_health_is_well_and_says_what_is_not(watched):
    assert ask(watched, "/health") == (200, "ok\nregister: ok\nrelease: ok\nstoring: ok\ndisk: ok\n")
    current = watched.state / "public/current"
    target = current.readlink()
    current.unlink()
    try:
        time.sleep(2.1)  # looked at every two seconds
        status, text = ask(watched, "/health")
        assert status == 503 and "release: none is live" in text
    finally:
        current.symlink_to(target)
    time.sleep(2.1)
    assert ask(watched, "/health")[0] == 200


def test_the_public_site_has_neither(watched):
    citizen = Citizen(watched.origin)
    for path in ("/figures", "/health", "/gui/figures", "/gui/health"):
        answer = citizen.get(path)
        assert answer.status == 404 and "doithoai_" not in answer.text


def test_other_paths_and_methods_get_nothing(watched):
    assert ask(watched, "/")[0] == 404
    connection = http.client.HTTPConnection("127.0.0.1", watched.figures_port, timeout=10)
    connection.request("POST", "/figures", b"x")
    assert connection.getresponse().status == 405
