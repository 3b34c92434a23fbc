"""`doithoai-form --check-config`: everything that is wrong in one run, with the place and the cure; nothing is written."""

import os
import resource
import subprocess

import pytest

from building import picture
from portal import BIN, ROOT


def check(folder, text: str, *words: str, files: int | None = None) -> subprocess.CompletedProcess:
    file = folder / "form.conf"
    file.write_text(text, "utf-8")

    def limit():
        if files:
            resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    return subprocess.run(
        [str(BIN / "doithoai-form"), "--check-config", "--config", str(file), *words], capture_output=True, text=True,
        timeout=30, stdin=subprocess.DEVNULL, preexec_fn=limit, cwd=folder)


def test_a_portal_that_runs_is_well_and_its_values_are_told(new_portal, tmp_path):
    portal = new_portal()
    before = picture(portal.state)
    done = check(tmp_path, f"root = {ROOT}\nstate = {portal.state}\nworkers = 8\n")
    assert done.returncode == 0, done.stderr
    assert "Cấu hình dùng được." in done.stdout and "workers = 8" in done.stdout
    assert f"state = {portal.state}" in done.stdout
    # Reading a register that is in use may touch its shared memory, and nothing else.
    changed = {name for name, facts in picture(portal.state).items() if before.get(name) != facts}
    assert changed <= {"register.sqlite-shm"}


def test_every_fault_of_the_file_is_told_in_one_run(tmp_path):
    done = check(tmp_path, "workers = 0\nworker = 3\nmax-body\ngrace = 2 d\nworkers = 4\n")
    assert done.returncode == 1
    places = [line.split(": ")[0] for line in done.stderr.splitlines()]
    assert places == [f"{tmp_path}/form.conf:{line}" for line in range(1, 6)], done.stderr


def test_every_fault_of_the_machine_is_told_in_one_run(new_portal, tmp_path):
    portal = new_portal()
    portal.stop()
    os.chmod(portal.state, 0o755)
    keys = sorted((portal.state / "keys").glob("*.key"))
    os.chmod(keys[0], 0o644)
    keys[1].write_bytes(b"short")
    for file in portal.state.glob("register.sqlite*"):
        file.unlink()
    (portal.state / "register.sqlite").write_bytes(b"no database at all" * 100)
    (portal.state / "public/current").unlink()
    text = (f"root = {ROOT}\nstate = {portal.state}\nsocket = /nowhere/at/all.sock\nfigures-socket = /tmp/{'a' * 110}\n"
            "workers = 1000\nposts-burst = 5000\ngrace = 3 h\n")
    done = check(tmp_path, text, files=256)
    assert done.returncode == 1
    expected = [
        (2, "chmod 700"), (2, "chmod 600"), (2, "hỏng; lấy lại từ bản sao lưu"), (2, "không đọc được sổ"),
        (1, "doithoai build"), (3, "/nowhere/at"), (4, "quá 107 byte"), (5, "LimitNOFILE"), (7, "token-lifetime"),
        (6, "all-posts-burst"),
    ]
    for line, words in expected:
        found = [said for said in done.stderr.splitlines() if words in said]
        assert found and found[0].startswith(f"{tmp_path}/form.conf:{line}: "), f"{words}:\n{done.stderr}"
    assert f"Có {len(expected)} chỗ cần sửa." in done.stderr, done.stderr


def test_a_fresh_machine_is_told_what_to_make(tmp_path):
    done = check(tmp_path, "", "--state", str(tmp_path / "state"))
    assert done.returncode == 1 and "install -d -m 700" in done.stderr and "doithoai build" in done.stderr
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize("words, status", [
    (["--check-config", "--config", "/nowhere.conf"], 1), (["--check"], 2), (["--config"], 2),
    (["--state", "/proc/nothing"], 3),
])
def test_the_exit_code_tells_whose_fault_it_is(words, status):
    done = subprocess.run([str(BIN / "doithoai-form"), *words], capture_output=True, text=True, timeout=30, stdin=subprocess.DEVNULL)
    assert done.returncode == status and done.stderr
