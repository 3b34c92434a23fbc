"""Each file operation of the register fails once while a registration is stored: nothing is lost, nothing doubled."""

import http.client
import os
import sqlite3
import struct

import pytest

from faults import ALL, MANNERS, OPEN, Faults
from ledger import Ledger, assert_not_received, checked_form
from portal import wait_for

# Of several pages.
LONG = "Câu hỏi dài về cân, mã số và nhãn hàng. " * 90


class Walk:
    """One portal whose register fails at the n-th operation of a submission, for one n after the other."""

    def __init__(self, portal, folder):
        self.portal = portal
        self.register = portal.state / "register.sqlite"
        self.faults = Faults(folder, self.register)
        portal.stop_form()
        portal.environment = self.faults.environment
        portal.start_form()
        self.ledger = Ledger(portal)
        self.serial = 0

    def question(self) -> str:
        self.serial += 1
        return f"Câu hỏi số {self.serial} về cân?"

    def step(self, manner: str, at: int, kinds: int = ALL) -> bool:
        """Sends one form while the `at`-th operation fails, then again; returns whether there was such an operation."""
        question = self.question()
        citizen, checked = checked_form(self.portal, question)
        self.faults.arm(manner, at, kinds)
        try:
            answer = citizen.press(checked, checked.main_form())
        except (http.client.HTTPException, OSError):
            answer = None
        _, struck = self.faults.disarm()
        if struck and manner.startswith("killed"):
            # Its connections end before it does.
            self.portal.form.wait(timeout=10)
        if self.portal.form.poll() is not None:
            assert manner.startswith("killed"), f"the service ended {self.portal.form.returncode}"
            self.portal.start_form()
        told = None
        if answer is not None and answer.status == 200:
            told = self.ledger.acknowledge(answer)
        elif manner.startswith("killed"):
            assert answer is None or (answer.status == 502 and "chưa nhận được" in answer.text)
        else:
            assert_not_received(self.portal, answer, question)
        # Nothing is mended by hand: the same page is sent again, as its sender was told to.
        again = self.ledger.acknowledge(citizen.press(checked, checked.main_form()))
        assert told in {None, again}, "the same token gave two receipts"
        self.ledger.check()
        return struck > 0

    def fill_log(self):
        """Makes the next commit write the log back into the file, which it tries when the log has 1000 pages."""
        # Pages that differ, to be written back.
        citizen, checked = checked_form(self.portal, self.question(), **{"phan-2": LONG})
        self.ledger.acknowledge(citizen.press(checked, checked.main_form()))
        # The rest is one page again and again, by a number in its head that nobody reads.
        register = sqlite3.connect(self.register, isolation_level=None)
        try:
            register.execute("PRAGMA wal_autocheckpoint = 0")
            register.execute("PRAGMA synchronous = OFF")
            for number in range(1, 2_000):
                # At least once: a log that was written back whole begins anew with the next commit.
                register.execute(f"PRAGMA application_id = {number}")
                if self.frames() >= 995:
                    return
            raise AssertionError("the log does not grow")
        finally:
            register.close()

    def frames(self) -> int:
        """How many pages the log holds: `mxFrame` in the head of its index (SQLite, the WAL-index file format)."""
        with open(f"{self.register}-shm", "rb") as index:
            return struct.unpack_from("=I", index.read(20), 16)[0]


@pytest.fixture(scope="module")
def walk(new_portal, tmp_path_factory):
    walk = Walk(new_portal(), tmp_path_factory.mktemp("faults"))
    yield walk
    walk.portal.stop()


def whole_walk(walk: Walk, manner: str, stride: int, kinds: int = ALL, before=lambda: None) -> int:
    """Every `stride`-th operation of a submission; returns how many there are."""
    at = 1
    before()
    while walk.step(manner, at, kinds):
        at += stride
        assert at < 2_000, "operations never end"
        before()
    walk.ledger.verify()
    assert at > stride, "no operation failed"
    print(f"{manner}: {at} operations, every {stride} of them")
    return at


@pytest.mark.parametrize("manner", ["EIO", "ENOSPC", "torn", "killed after"])
def test_some_operations_of_a_submission_fail_once(walk, manner):
    whole_walk(walk, manner, 5 if manner != "killed after" else 9)


@pytest.mark.soak
@pytest.mark.parametrize("manner", MANNERS)
def test_each_operation_of_a_submission_fails_once(walk, manner):
    whole_walk(walk, manner, 1)


def write_back(walk: Walk, manner: str, stride: int):
    """As `whole_walk`, with a log that is full: a write-back that fails is tried again by the next commit."""
    before = walk.faults.on_the_file_itself
    whole_walk(walk, manner, stride, before=walk.fill_log)
    assert walk.faults.on_the_file_itself > before, "no operation of a write-back failed"


def test_some_operations_fail_while_the_log_is_written_back(walk):
    write_back(walk, "EIO", 2)


@pytest.mark.soak
@pytest.mark.parametrize("manner", MANNERS)
def test_each_operation_fails_while_the_log_is_written_back(walk, manner):
    write_back(walk, manner, 1)


def start_with_faults(walk: Walk, manner: str, stride: int):
    """The service is started while the n-th operation fails; it starts all the same, or the next start does."""
    portal, faults = walk.portal, walk.faults
    for at in range(1, 200, stride):
        portal.stop_form()
        faults.arm(manner, at)
        try:
            portal.start_form()
        except AssertionError:
            assert portal.form.poll() in ({3} if not manner.startswith("killed") else {-9})
        _, struck = faults.disarm()
        if struck and manner.startswith("killed"):
            portal.form.wait(timeout=10)
        if portal.form.poll() is not None:
            portal.start_form()
        walk.step("EIO", 10_000)
        if not struck:
            walk.ledger.verify()
            return
    raise AssertionError("operations never end")


def test_no_fault_at_the_start_leaves_a_service_that_never_stores(walk):
    start_with_faults(walk, "EIO", 1)


@pytest.mark.soak
@pytest.mark.parametrize("manner", MANNERS)
def test_each_operation_of_the_start_fails_once(walk, manner):
    start_with_faults(walk, manner, 1)


def first_start(new_portal, tmp_path, manner: str, stride: int):
    """As above where there is neither register nor key yet: what was half made is finished by the next start."""
    portal = new_portal()
    portal.stop_form()
    faults = Faults(tmp_path, portal.state)
    portal.environment = faults.environment
    for at in range(1, 400, stride):
        for file in [*portal.state.glob("register.sqlite*"), *(portal.state / "keys").iterdir()]:
            file.unlink()
        faults.arm(manner, at)
        try:
            portal.start_form()
        except AssertionError:
            pass
        _, struck = faults.disarm()
        if struck and manner.startswith("killed"):
            portal.form.wait(timeout=10)
        if portal.form.poll() is not None:
            portal.start_form()
        ledger = Ledger(portal)
        citizen, checked = checked_form(portal, "Câu hỏi đầu tiên?")
        ledger.acknowledge(citizen.press(checked, checked.main_form()))
        ledger.verify()
        portal.stop_form()
        if not struck:
            return
    raise AssertionError("operations never end")


def test_some_operations_of_the_first_start_fail_once(new_portal, tmp_path):
    first_start(new_portal, tmp_path, "EIO", 11)


@pytest.mark.soak
@pytest.mark.parametrize("manner", ["EIO", "ENOSPC", "torn", "killed before", "killed after"])
def test_each_operation_of_the_first_start_fails_once(new_portal, tmp_path, manner):
    first_start(new_portal, tmp_path, manner, 1)


@pytest.mark.parametrize("manner, kinds", [
    # A full disk lets files be opened and made shorter, one turned read-only lets nothing be changed.
    ("ENOSPC", 1), ("EROFS", 1 | 4 | 8 | OPEN), ("EIO", 2), ("EMFILE", OPEN),
], ids=["full disk", "read-only", "no sync", "no descriptors"])
def test_a_lasting_fault_is_told_to_each_sender_and_the_service_mends_itself(walk, manner, kinds):
    portal, faults = walk.portal, walk.faults
    waiting = []
    faults.arm(manner, 1, kinds, lasting=True)
    for _ in range(3):
        question = walk.question()
        citizen, checked = checked_form(portal, question)
        answer = citizen.press(checked, checked.main_form())
        if answer.status == 200 and manner == "EMFILE":
            # Everything it needs is open already.
            walk.ledger.acknowledge(answer)
            continue
        assert_not_received(portal, answer, question)
        waiting.append((citizen, checked))
    faults.disarm()
    assert waiting or manner == "EMFILE"
    for citizen, checked in waiting:
        walk.ledger.acknowledge(citizen.press(checked, checked.main_form()))
    walk.ledger.verify()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes a file system")
def test_a_disk_that_is_really_full(new_portal, tmp_path):
    import shutil
    import subprocess
    portal = new_portal()
    portal.stop()
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "none", str(small)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("this machine lets nobody make a file system")
    try:
        shutil.copytree(portal.state, small / "state", symlinks=True)
        portal.state = small / "state"
        portal.start()
        ledger = Ledger(portal)
        ballast = small / "ballast"
        question = "Câu hỏi khi đĩa đầy?"
        citizen, checked = checked_form(portal, question, **{"phan-2": LONG})
        with open(ballast, "wb", buffering=0) as file:
            try:
                while file.write(bytes(4_096)):
                    pass
            except OSError:
                pass
        answer = citizen.press(checked, checked.main_form())
        assert_not_received(portal, answer, question)
        ballast.unlink()
        ledger.acknowledge(citizen.press(checked, checked.main_form()))
        ledger.verify()
    finally:
        portal.stop()
        wait_for(lambda: subprocess.run(["umount", str(small)], capture_output=True).returncode == 0, "umount")
