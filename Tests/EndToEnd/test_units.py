"""The systemd units: sound, tightly sandboxed, and what the sandbox forbids is not needed."""

import os
import re
import shutil
import subprocess

import pytest

from building import Workshop
from citizen import Citizen
from manager import Manager
from portal import BIN, ROOT, wait_for
from registrations import FORM_PAGE, PERSON
from test_backup import keys  # noqa: F401  a fixture

UNITS = ROOT / "deploy/systemd"
SERVICES = sorted(UNITS.glob("*.service"))
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="mounts and capabilities need root, as they do for systemd")


def analyze(*words: str) -> subprocess.CompletedProcess:
    return subprocess.run(["systemd-analyze", *words], capture_output=True, text=True, timeout=60)


def sandboxed(unit: str, *writable) -> list[str]:
    """What stands before a program to run it as the unit would."""
    return ["/usr/bin/python3", str(ROOT / "Tests/EndToEnd/sandbox.py"), "outside", str(UNITS / unit), *map(str, writable), "--"]


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_service_is_exposed_at_most_1_5(unit):
    # systemd-analyze takes the threshold in tenths.
    done = analyze("security", "--offline=true", "--no-pager", "--threshold=15", str(unit))
    assert done.returncode == 0, done.stdout[-300:] + done.stderr


def test_a_unit_without_a_sandbox_would_be_noticed(tmp_path):
    bare = tmp_path / "bare.service"
    bare.write_text("[Service]\nUser=nobody\nExecStart=/bin/true\n")
    assert analyze("security", "--offline=true", "--no-pager", "--threshold=15", str(bare)).returncode != 0


def test_systemd_takes_all_units(tmp_path):
    # The programs and the system user come with the package; here stand those just built.
    for unit in UNITS.iterdir():
        text = unit.read_text("utf-8").replace("/usr/bin/", f"{BIN}/")
        text = re.sub(r"^(User|Group|SocketUser|SocketGroup)=.*$", r"\1=root", text, flags=re.M)
        (tmp_path / unit.name).write_text(text, "utf-8")
    done = analyze("verify", "--man=no", *(str(tmp_path / unit.name) for unit in UNITS.iterdir()))
    complaints = [line for line in (done.stdout + done.stderr).splitlines() if "doithoai-" in line]
    assert done.returncode == 0 and complaints == [], done.stdout + done.stderr


def test_every_command_of_a_unit_is_one_the_programs_take():
    for unit in SERVICES:
        program, *words = re.search(r"^ExecStart=(.*)$", unit.read_text("utf-8"), re.M)[1].split()
        done = subprocess.run([str(BIN / os.path.basename(program)), *words, "--help"], capture_output=True, text=True)
        assert done.returncode == 0, f"{unit.name}: {done.stderr}"


@as_root
def test_the_form_service_works_under_what_its_unit_allows(new_portal):
    portal = new_portal()
    manager = Manager(portal)
    manager.wrapper = sandboxed("doithoai-form.service", portal.state)
    manager.start()
    try:
        citizen = Citizen(portal.origin)
        for _ in range(2):
            blank = citizen.get(FORM_PAGE)
            checked = citizen.press(blank, blank.main_form(), **PERSON)
            done = citizen.press(checked, checked.main_form())
            assert done.status == 200 and "Sở đã nhận phiếu" in done.text
            # A new release is seen from inside as well.
            portal.build()
            manager.restart()
        status = dict(line.split(":\t", 1) for line in open(f"/proc/{portal.form.pid}/status") if ":\t" in line)
        assert status["Seccomp"].strip() == "2" and status["NoNewPrivs"].strip() == "1"
        assert int(status["CapEff"], 16) == int(status["CapBnd"], 16) == 0
    finally:
        manager.close()


@as_root
def test_the_sandbox_of_that_test_holds(tmp_path):
    """It would prove nothing if what it forbids were possible."""
    inside, outside = tmp_path / "state", tmp_path / "elsewhere"
    for folder in (inside, outside):
        folder.mkdir()
    script = f"""
import ctypes, os, socket
open({str(inside / 'a')!r}, 'w')
for what in (lambda: open({str(outside / 'a')!r}, 'w'), lambda: socket.socket(socket.AF_INET),
             lambda: os.chown({str(inside / 'a')!r}, 1, 1), lambda: os.nice(-1)):
    try:
        what()
    except OSError:
        continue
    raise SystemExit('allowed')
"""
    done = subprocess.run(
        [*sandboxed("doithoai-form.service", inside), "/usr/bin/python3", "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@as_root
def test_a_build_works_under_what_its_unit_allows(tmp_path):
    workshop = Workshop(tmp_path, "2021-11-10T09:00")
    workshop.public.mkdir()
    done = subprocess.run(
        [*sandboxed("doithoai-build.service", workshop.public, workshop.state), *workshop.command("build")],
        capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr
    # Papers among it: Typst ran as well.
    assert list((workshop.public / "current/site").rglob("*.pdf"))


@as_root
def test_a_backup_works_under_what_its_unit_allows(new_portal, tmp_path, keys):  # noqa: F811
    portal = new_portal()
    target = tmp_path / "backups"
    target.mkdir()
    recipients = tmp_path / "recipients.txt"
    recipients.write_text(keys.public + "\n")
    done = subprocess.run(
        [*sandboxed("doithoai-backup.service", portal.state, target), str(BIN / "doithoai"), "register", "backup",
         "--root", str(ROOT), "--state", str(portal.state), "--to", str(target), "--recipients", str(recipients),
         "--keep", "30"], capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list(target.glob("*.tar.age"))) == 1
