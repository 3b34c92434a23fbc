"""A clean Debian 12 in a folder, to install the package into. Made once with debootstrap and kept below var/."""

import hashlib
import os
import shutil
import stat
import subprocess
from pathlib import Path

from portal import ROOT

# What an administrator's machine has beside a minimal Debian: the web server, the package's own needs, Python for Typst.
EXTRA = ["nginx-light", "age", "adduser", "tzdata", "fonts-liberation2", "python3", "python3-venv", "libsqlite3-0",
         "libfcgi0ldbl", "libssl3", "libqrencode4", "libcmark-gfm0.29.0.gfm.6", "libcmark-gfm-extensions0.29.0.gfm.6",
         "libxlsxwriter4"]
BASE = ROOT / f"var/clean-debian-{hashlib.sha256(' '.join(EXTRA).encode()).hexdigest()[:8]}.tar"


class CleanDebian:
    def __init__(self, folder: Path):
        self.folder = folder
        if not BASE.exists():
            make_base(folder.with_name("base"))
        folder.mkdir()
        subprocess.run(["tar", "-xf", str(BASE), "-C", str(folder)], check=True)
        # Nodes of its own, not the machine's devices: whatever deletes this folder must not reach those.
        for name, minor in (("null", 3), ("zero", 5), ("full", 7), ("random", 8), ("urandom", 9)):
            node = folder / "dev" / name
            if not node.exists():
                os.mknod(node, 0o666 | stat.S_IFCHR, os.makedev(1, minor))
                node.chmod(0o666)
        subprocess.run(["mount", "-t", "proc", "proc", str(folder / "proc")], check=True)

    def run(self, *words: str, check: bool = True, user: str | None = None) -> subprocess.CompletedProcess:
        """Runs a command inside, without network but that of the machine."""
        as_user = ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups"] if user else []
        done = subprocess.run(
            ["chroot", str(self.folder), *as_user, *words], capture_output=True, text=True, stdin=subprocess.DEVNULL,
            timeout=600, env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"})
        if check:
            assert done.returncode == 0, f"{' '.join(words)}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        return done

    def path(self, name: str) -> Path:
        return self.folder / name.lstrip("/")

    def close(self):
        subprocess.run(["umount", "--lazy", str(self.folder / "proc")], check=True)
        shutil.rmtree(self.folder, ignore_errors=True)


def make_base(folder: Path):
    """A minimal Debian with what the package depends on, so that a test needs the network only this once."""
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        ["debootstrap", "--variant=minbase", f"--include={','.join(EXTRA)}", "bookworm", str(folder),
         "http://deb.debian.org/debian"], check=True, stdout=subprocess.DEVNULL, timeout=1_200)
    # No service is started by installing: there is no service manager inside.
    (folder / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
    (folder / "usr/sbin/policy-rc.d").chmod(0o755)
    BASE.parent.mkdir(parents=True, exist_ok=True)
    unfinished = BASE.with_suffix(".new")
    subprocess.run(["tar", "-cf", str(unfinished), "-C", str(folder), "--exclude=./var/cache/apt/archives/*.deb", "."], check=True)
    os.rename(unfinished, BASE)
    shutil.rmtree(folder, ignore_errors=True)
