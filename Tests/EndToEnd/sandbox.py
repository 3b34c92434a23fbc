"""Runs a program under what a systemd unit allows it, where no systemd runs: seccomp, capabilities, mounts, network.

    /usr/bin/python3 sandbox.py outside UNIT WRITABLE… -- PROGRAM…

Takes the same process on, so it may stand before a program that was handed sockets. Needs root, as systemd does.
What it does not do: user and device namespaces, /proc, resource control.
"""

import fcntl
import os
import socket
import struct
import subprocess
import sys

PROT_WRITE, PROT_EXEC = 2, 4
SIOCSIFFLAGS, IFF_UP = 0x8914, 1


class Unit:
    """The [Service] part of a unit; a key that is given twice adds up, as systemd has it."""

    def __init__(self, path: str):
        self.values: dict[str, list[str]] = {}
        for line in open(path, encoding="utf-8"):
            key, equals, value = line.strip().partition("=")
            if equals and not line.startswith("#"):
                self.values.setdefault(key, []).append(value)

    def one(self, key: str) -> str:
        return self.values.get(key, [""])[-1]

    def allowed_calls(self) -> set[str]:
        allowed: set[str] = set()
        for line in self.values["SystemCallFilter"]:
            names = {call for name in line.removeprefix("~").split() for call in expanded(name)}
            allowed = allowed - names if line.startswith("~") else allowed | names
        return allowed


def expanded(name: str) -> set[str]:
    """The system calls of a group, with those of the groups in it."""
    if not name.startswith("@"):
        return {name}
    shown = subprocess.run(
        ["systemd-analyze", "syscall-filter", "--no-pager", name], capture_output=True, text=True, check=True).stdout
    words = [line.split("#")[0].strip() for line in shown.splitlines()[1:]]
    return {call for word in words if word for call in expanded(word)}


def make_readonly(writable: list[str]):
    """ProtectSystem=strict with ReadWritePaths: everything is read-only but these folders."""
    for folder in writable:
        subprocess.run(["mount", "--bind", folder, folder], check=True)
    places = [line.split()[4] for line in open("/proc/self/mountinfo")]
    for place in sorted(set(places), key=len, reverse=True):
        if place not in writable and not place.startswith(("/proc", "/sys", "/dev")):
            subprocess.run(["mount", "-o", "remount,bind,ro", place], check=True)


def raise_loopback():
    """PrivateNetwork leaves the loopback, and nothing else."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", IFF_UP))


def load_filter(unit: Unit):
    import seccomp

    rules = seccomp.SyscallFilter(seccomp.ERRNO(1))
    for call in sorted(unit.allowed_calls()):
        try:
            number = seccomp.resolve_syscall(seccomp.Arch(), call)
        except (RuntimeError, ValueError):
            continue
        if number is None or number < 0:
            continue
        for conditions in conditions_of(call, unit, seccomp):
            rules.add_rule(seccomp.ALLOW, call, *conditions)
    rules.load()


def conditions_of(call: str, unit: Unit, seccomp) -> list[tuple]:
    """The alternatives under which a call is allowed; one empty one when it always is."""
    if call == "socket":
        families = unit.one("RestrictAddressFamilies").split()
        return [(seccomp.Arg(0, seccomp.EQ, int(getattr(socket, family))),) for family in families]
    if unit.one("MemoryDenyWriteExecute") == "yes":
        if call == "mmap":
            both = PROT_WRITE | PROT_EXEC
            return [(seccomp.Arg(2, seccomp.MASKED_EQ, both, wanted),) for wanted in (0, PROT_WRITE, PROT_EXEC)]
        if call in {"mprotect", "pkey_mprotect"}:
            return [(seccomp.Arg(2, seccomp.MASKED_EQ, PROT_EXEC, 0),)]
    return [()]


def main():
    stage, *words = sys.argv[1:]
    end = words.index("--")
    (unit_path, *writable), program = words[:end], words[end + 1:]
    if stage == "outside":
        again = [sys.executable, __file__]
        os.execvp("unshare", ["unshare", "--mount", "--net", "--ipc", "--uts", *again, "mounts", *words])
    if stage == "mounts":
        make_readonly(writable)
        raise_loopback()
        os.execvp("setpriv", [
            "setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", sys.executable, __file__, "calls",
            *words])
    unit = Unit(unit_path)
    os.umask(int(unit.one("UMask") or "0022", 8))
    load_filter(unit)
    os.execvp(program[0], program)


if __name__ == "__main__":
    main()
