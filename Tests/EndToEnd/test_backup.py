"""Backups made while people send, opened elsewhere, and a service that goes on from one."""

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from citizen import Citizen
from load import Load
from portal import BIN, Portal, wait_for
from registrations import FORM_PAGE, LOOKUP_PAGE, PERSON


@dataclass
class AgeKeys:
    identity: Path
    public: str


@pytest.fixture(scope="session")
def keys(tmp_path_factory) -> AgeKeys:
    """A key pair as an administrator makes it."""
    assert shutil.which("age-keygen"), "age is missing: run deploy/setup serve"
    identity = tmp_path_factory.mktemp("age") / "khoa-rieng.txt"
    subprocess.run(["age-keygen", "-o", str(identity)], check=True, capture_output=True)
    shown = subprocess.run(["age-keygen", "-y", str(identity)], check=True, capture_output=True, text=True)
    return AgeKeys(identity, shown.stdout.strip())


def back_up(portal: Portal, target: Path, keys: AgeKeys, *words: str) -> Path:
    portal.office("register", "backup", "--to", str(target), "--recipient", keys.public, *words)
    return sorted(target.glob("*.tar.age"))[-1]


def restore(portal: Portal, archive: Path, keys: AgeKeys, state: Path, *words: str, check: bool = True):
    """As `register restore` into a folder of its own."""
    restored = Portal(state, portal.root)
    done = restored.office(
        "register", "restore", str(archive), "--identity", str(keys.identity), *words, check=check)
    return restored, done


def register_of(receipt: tuple[str, str, str], origin: str) -> int:
    """How a look-up of that receipt is answered."""
    citizen = Citizen(origin)
    page = citizen.get(LOOKUP_PAGE)
    return citizen.press(page, page.main_form(), so_bien_nhan=receipt[1], ma=receipt[2]).status


def test_a_backup_under_load_holds_all_that_was_acknowledged_before_it_and_serves_on(new_portal, tmp_path, keys):
    portal = new_portal()
    (portal.state / "drafts").mkdir(exist_ok=True)
    (portal.state / "drafts/2021-0001-1.md").write_text("bản nháp", "utf-8")
    with Load(portal.origin) as load:
        end = time.monotonic() + 30
        while len(load.receipts) < 10:
            load.check()
            assert time.monotonic() < end
            time.sleep(0.02)
        before = list(load.receipts)
        archive = back_up(portal, tmp_path / "backups", keys)
    assert b"age-encryption.org/v1" in archive.read_bytes()[:40]
    assert archive.stat().st_mode & 0o077 == 0
    assert not list(portal.state.glob(".sao-luu*")), "a copy that is not encrypted was left behind"

    restored, done = restore(portal, archive, keys, tmp_path / "restored")
    assert "Sổ khớp nhật ký" in done.stdout
    restored.office("register", "verify")
    kept = {row["reference"] for row in restored.registrations()}
    assert {reference for _, reference, _ in before} <= kept
    assert (restored.state / "drafts/2021-0001-1.md").read_text("utf-8") == "bản nháp"
    assert (restored.state / "register.sqlite").stat().st_mode & 0o077 == 0
    assert all(key.stat().st_mode & 0o077 == 0 for key in (restored.state / "keys").iterdir())

    # The service goes on: old codes open, and the next number follows.
    restored.settings = portal.settings
    restored.build()
    restored.start()
    try:
        assert register_of(before[0], restored.origin) == 200
        citizen = Citizen(restored.origin)
        blank = citizen.get(FORM_PAGE)
        checked = citizen.press(blank, blank.main_form(), **PERSON)
        assert citizen.press(checked, checked.main_form()).status == 200
        restored.office("register", "verify")
        numbers = sorted(int(row["number"].rpartition("-")[2]) for row in restored.registrations()
                         if row.get("number", "").startswith("2021-"))
        assert numbers == list(range(1, len(numbers) + 1))
    finally:
        restored.stop()


def test_restoring_overwrites_nothing_and_a_failure_leaves_nothing(new_portal, tmp_path, keys):
    portal = new_portal()
    archive = back_up(portal, tmp_path / "backups", keys)
    for state in (portal.state, tmp_path / "half"):
        if state != portal.state:
            state.mkdir()
            (state / "x").write_text("keep")
        names = sorted(path.name for path in state.iterdir())
        _, refused = restore(portal, archive, keys, state, check=False)
        assert refused.returncode == 1 and "đã có dữ liệu" in refused.stderr
        assert sorted(path.name for path in state.iterdir()) == names

    damaged = tmp_path / "damaged.tar.age"
    data = bytearray(archive.read_bytes())
    data[len(data) // 2] ^= 1
    damaged.write_bytes(data)
    _, failed = restore(portal, damaged, keys, tmp_path / "new", check=False)
    assert failed.returncode == 3 and not (tmp_path / "new/register.sqlite").exists()
    assert list((tmp_path / "new").iterdir()) == []
    _, again = restore(portal, archive, keys, tmp_path / "new")
    assert "Đã khôi phục" in again.stdout


def test_a_stranger_to_the_key_opens_nothing(new_portal, tmp_path, keys):
    portal = new_portal()
    archive = back_up(portal, tmp_path / "backups", keys)
    other = tmp_path / "other.txt"
    subprocess.run(["age-keygen", "-o", str(other)], check=True, capture_output=True)
    _, done = restore(portal, archive, AgeKeys(other, ""), tmp_path / "new", check=False)
    assert done.returncode == 3 and not (tmp_path / "new/register.sqlite").exists()
    assert b"SQLite" not in archive.read_bytes()


def test_what_was_erased_after_a_backup_does_not_come_back(new_portal, tmp_path, keys):
    portal = new_portal()
    before = {row["reference"] for row in portal.registrations()}
    citizen = Citizen(portal.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **(PERSON | {"ho-ten": "Kanari Văn Xóa"}))
    citizen.press(checked, checked.main_form())
    row = next(row for row in portal.registrations() if row["reference"] not in before)
    number = row["number"]
    for name in (f"{number}-1.md", "2021-0001-1.md"):
        (portal.state / "drafts" / name).write_text("Lời của Kanari", "utf-8")
    (portal.state / "letters").mkdir()
    (portal.state / "letters/giay-moi.pdf").write_text("Kính gửi Kanari", "utf-8")
    archive = back_up(portal, tmp_path / "backups", keys)
    # As the list of erasures says when the next backup comes by.
    (tmp_path / "backups/erasures").write_text(row["reference"] + "\n")
    restored, done = restore(portal, archive, keys, tmp_path / "restored")
    assert "Đã xóa lại 1 phiếu" in done.stdout
    restored.office("register", "verify")
    assert len(restored.registrations()) == len(portal.registrations())
    assert b"Kanari" in b"".join(file.read_bytes() for file in portal.state.glob("register.sqlite*"))
    assert b"Kanari" not in b"".join(file.read_bytes() for file in restored.state.glob("register.sqlite*"))
    assert not (restored.state / "letters").exists()
    drafts = {file.name for file in (restored.state / "drafts").iterdir()}
    assert "2021-0001-1.md" in drafts and f"{number}-1.md" not in drafts
    assert (restored.state / "erasures").read_text() == row["reference"] + "\n"


def test_a_rehearsal_and_a_preview_inside_the_state_are_left_out(new_portal, tmp_path, keys):
    portal = new_portal()
    inside = Portal(portal.state / "tap", portal.root)
    inside.office("rehearse", "--as-of", "2021-11-10T09:00", root=False)
    (portal.state / "preview").mkdir()
    for folder in (inside.state, portal.state / "preview"):
        # What a running portal leaves there and no backup takes.
        (folder / "current").symlink_to("nowhere")
    archive = back_up(portal, tmp_path / "backups", keys)
    restored, _ = restore(portal, archive, keys, tmp_path / "restored")
    assert (restored.state / "register.sqlite").exists() and not (restored.state / "tap").exists()
    assert not (restored.state / "preview").exists()


def test_a_second_backup_meanwhile_is_refused_and_harms_nothing(new_portal, tmp_path, keys):
    portal = new_portal()
    # Packing waits for whoever holds this: the first is in the middle of its work for as long as the test wants.
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "age").write_text(f'#!/bin/sh\ntouch {slow}/began\nwhile [ ! -e {slow}/go ]; do sleep 0.05; done\n'
                              f'exec {shutil.which("age")} "$@"\n')
    (slow / "age").chmod(0o755)
    command = [str(BIN / "doithoai"), "register", "backup", "--state", str(portal.state), "--root", str(portal.root),
               "--to", str(tmp_path / "backups"), "--recipient", keys.public]
    first = subprocess.Popen(command, env=os.environ | {"PATH": f"{slow}:{os.environ['PATH']}"},
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, stdin=subprocess.DEVNULL)
    try:
        wait_for(lambda: (slow / "began").exists(), "the first backup")
        refused = subprocess.run(command, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL)
        assert refused.returncode == 1 and "Đang có một lần sao lưu khác chạy." in refused.stderr
    finally:
        (slow / "go").touch()
        said = first.communicate(timeout=60)
    assert first.returncode == 0, said
    restore(portal, next((tmp_path / "backups").glob("*.tar.age")), keys, tmp_path / "restored")
    time.sleep(1.1)  # a name for every second
    back_up(portal, tmp_path / "backups", keys)


def test_old_backups_go_and_the_newest_stay(new_portal, tmp_path, keys):
    portal = new_portal()
    target = tmp_path / "backups"
    first = back_up(portal, target, keys)
    names = [first]
    for _ in range(2):
        time.sleep(1.1)  # a name for every second
        names.append(back_up(portal, target, keys, "--keep", "2"))
    assert sorted(target.glob("*.tar.age")) == names[1:]


def test_it_may_be_called_from_a_folder_that_account_cannot_enter(new_portal, tmp_path, keys):
    """As `sudo -u doithoai` in the folder of root, which is where an administrator stands."""
    portal = new_portal()
    closed = tmp_path / "closed"
    closed.mkdir()
    command = [str(BIN / "doithoai"), "register", "backup", "--state", str(portal.state), "--root", str(portal.root),
               "--to", str(tmp_path / "backups"), "--recipient", keys.public]
    # Removed while somebody stands in it: nobody can be sent there, not even by root.
    done = subprocess.run(
        ["sh", "-c", f'cd {closed} && rmdir {closed} && exec "$@"', "sh", *command], capture_output=True, text=True,
        timeout=60, stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stderr


def test_a_backup_without_a_key_or_for_a_file_that_is_not_there_is_refused(new_portal, tmp_path):
    portal = new_portal()
    assert portal.office("register", "backup", "--to", str(tmp_path / "b"), check=False).returncode == 2
    done = portal.office(
        "register", "backup", "--to", str(tmp_path / "b"), "--recipients", str(tmp_path / "no.txt"), check=False)
    assert done.returncode == 1 and "age-keygen" in done.stderr
    assert not (tmp_path / "b").exists()


def test_new_keys_leave_what_was_given_before_in_force(new_portal):
    portal = new_portal()
    citizen = Citizen(portal.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **PERSON)
    assert "Khóa đang dùng: lần 1" in portal.office("register", "keys", root=True).stdout
    said = portal.office("register", "keys", "--rotate").stdout
    assert "lần 2" in said and "Khóa liền trước: lần 1" in said and "systemctl restart doithoai-form" in said
    # Before the restart nothing changes, after it the check page is still good.
    blank = citizen.get(FORM_PAGE)
    between = citizen.press(blank, blank.main_form(), **(PERSON | {"phan-1": "Hỏi giữa hai khóa?"}))
    portal.stop_form()
    portal.start_form()
    for page in (checked, between):
        assert "Sở đã nhận phiếu" in citizen.press(page, page.main_form()).text
    refused = portal.office("register", "keys", "--rotate", check=False)
    assert refused.returncode == 1 and "--drop-oldest" in refused.stderr
    assert portal.office("register", "keys", "--rotate", "--drop-oldest").returncode == 0
