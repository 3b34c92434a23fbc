"""The Debian package: what is in it, and its whole life in a clean Debian."""

import os
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

from citizen import Citizen
from clean_debian import CleanDebian
from flows import CODE, REFERENCE
from manager import BECOME, Manager
from portal import BIN, ROOT, free_port, wait_for
from registrations import FEEDBACK_PAGE, LOOKUP_PAGE

NEEDED = {
    "usr/bin/doithoai", "usr/bin/doithoai-form", "etc/doithoai/doithoai-form.conf",
    "usr/share/doithoai/content/site.yaml", "usr/share/doithoai/theme/layout.mustache",
    "usr/share/doithoai/deploy/nginx/render", "usr/share/doithoai/deploy/typst",
    "usr/share/doc/doithoai/huong-dan-van-hanh.md", "usr/share/doc/doithoai/copyright",
    "usr/share/doc/doithoai/Package.resolved", "usr/share/doc/doithoai/packages.txt",
    *(f"usr/lib/systemd/system/{unit.name}" for unit in (ROOT / "deploy/systemd").iterdir()),
}


def make_deb(folder: Path, version: str, programs: Path = BIN) -> Path:
    """The package of the programs under test."""
    root = folder / f"root-{version}"
    subprocess.run(
        ["make", "--silent", "install", f"DESTDIR={root}", f"PROGRAMS={programs}", f"SYMBOLS={folder / 'symbols'}"],
        cwd=ROOT, check=True, capture_output=True)
    done = subprocess.run(
        [str(ROOT / "deploy/deb/build"), str(root), str(folder), version], check=True, capture_output=True, text=True)
    return Path(done.stdout.strip())


@pytest.fixture(scope="module")
def stand_ins(tmp_path_factory) -> Path:
    """Small programs in place of ours: those for debugging need a toolchain's libraries, which no package has."""
    folder = tmp_path_factory.mktemp("programs")
    for name in ("doithoai", "doithoai-form"):
        shutil.copy(shutil.which("true"), folder / name)
    return folder


@pytest.fixture(scope="module")
def layout(tmp_path_factory, stand_ins) -> Path:
    """The package with stand-ins: everything about it but the programs."""
    return make_deb(tmp_path_factory.mktemp("layout"), "1.0.0", stand_ins)


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> Path:
    return make_deb(tmp_path_factory.mktemp("deb"), "1.0.0")


def test_everything_is_in_it_and_belongs_to_root(layout):
    listed = subprocess.run(["dpkg-deb", "--contents", str(layout)], check=True, capture_output=True, text=True).stdout
    rows = [re.match(r"(\S+) (\S+)\s+\d+ \S+ \S+ \./(.*?)( -> .*)?$", line).groups() for line in listed.splitlines()]
    files = {name for _, _, name, _ in rows}
    assert NEEDED <= files, NEEDED - files
    assert {owner for _, owner, _, _ in rows} == {"root/root"}
    assert not [name for mode, _, name, _ in rows if mode[8] == "w"], "others may write it"
    # What belongs to the administrator or grows by itself is made on the machine.
    assert not [name for name in files if name.startswith(("srv/", "var/", "usr/local/"))]


def test_a_theme_that_is_a_link_is_read_as_the_package_lays_it_out(tmp_path):
    for part in ("theme", "deploy"):
        (tmp_path / part).symlink_to(ROOT / part)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    done = subprocess.run(
        [str(BIN / "doithoai"), "check", "--root", str(tmp_path), "--state", str(tmp_path / "state")],
        capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.soak
def test_its_fields_name_the_libraries_and_keep_the_configuration(package):
    fields = subprocess.run(["dpkg-deb", "--field", str(package)], check=True, capture_output=True, text=True).stdout
    for library in ("libsqlite3-0", "libfcgi0ldbl", "libssl3", "libcmark-gfm", "zlib1g", "libqrencode4", "tzdata"):
        assert library in fields, fields
    control = subprocess.run(
        ["dpkg-deb", "--ctrl-tarfile", str(package)], check=True, capture_output=True).stdout
    names = subprocess.run(["tar", "-t"], input=control, check=True, capture_output=True).stdout.decode()
    assert all(f"./{name}" in names for name in ("postinst", "prerm", "postrm", "conffiles", "md5sums"))


def test_the_same_programs_make_the_same_package(layout, stand_ins, tmp_path):
    assert make_deb(tmp_path, "1.0.0", stand_ins).read_bytes() == layout.read_bytes()


@pytest.fixture
def unit_links(tmp_path):
    """Runs the package's scripts on a folder of units only; everything else they start does nothing."""
    root, programs = tmp_path / "root", tmp_path / "programs"
    for folder in (root / "usr/lib/systemd", programs):
        folder.mkdir(parents=True)
    shutil.copytree(ROOT / "deploy/systemd", root / "usr/lib/systemd/system")
    for name in ("getent", "adduser", "install", "ln", "systemctl", "deb-systemd-invoke"):
        shutil.copy(shutil.which("true"), programs / name)

    def run(*words: str):
        done = subprocess.run(
            ["sh", str(ROOT / "deploy/deb" / words[0]), *words[1:]], capture_output=True, text=True,
            env={"PATH": f"{programs}:/usr/sbin:/usr/bin:/sbin:/bin", "DPKG_ROOT": str(root),
                 "DPKG_MAINTSCRIPT_PACKAGE": "doithoai"})
        assert done.returncode == 0, done.stderr
        return root / "etc/systemd/system"
    return run


def test_a_package_that_is_removed_and_installed_again_leaves_no_unit_masked(unit_links):
    links = unit_links("postinst", "configure")
    wanted = links / "timers.target.wants/doithoai-backup.timer"
    assert not wanted.is_symlink(), "no backup before there is a key"
    unit_links("postrm", "remove")
    assert os.readlink(links / "doithoai-backup.timer") == "/dev/null"
    unit_links("postinst", "configure")
    assert not wanted.is_symlink() and not list(links.glob("doithoai-*"))

    # As `systemctl enable` does it.
    wanted.symlink_to("/usr/lib/systemd/system/doithoai-backup.timer")
    unit_links("postinst", "configure", "1.0.0")
    unit_links("postrm", "remove")
    unit_links("postinst", "configure")
    assert wanted.is_symlink() and not list(links.glob("doithoai-*"))


class Machine:
    """A clean Debian with the package, and the service started on it by hand as its unit says."""

    def __init__(self, folder: Path):
        self.debian = CleanDebian(folder / "debian")
        self.port = free_port()
        self.sockets: list[int] = []
        self.form = self.nginx = None

    def install(self, package: Path):
        shutil.copy(package, self.debian.path("/tmp"))
        self.debian.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", f"/tmp/{package.name}")

    def first_edition(self):
        """As the guide says, but Typst comes from this checkout instead of from PyPI."""
        debian = self.debian
        debian.run("cp", "-r", "/usr/share/doithoai/content", "/srv/doithoai/content")
        debian.run("chown", "-R", "doithoai:doithoai", "/srv/doithoai/content")
        debian.run("python3", "-m", "venv", "--without-pip", "/opt/doithoai")
        packages = next(debian.path("/opt/doithoai/lib").glob("python3*")) / "site-packages"
        for part in next((ROOT / ".venv/lib").glob("python3*")).joinpath("site-packages").glob("typst*"):
            shutil.copytree(part, packages / part.name)
        self.build()

    def build(self):
        self.debian.run(
            "doithoai", "build", "--root", "/srv/doithoai", "--state", "/var/lib/doithoai", user="doithoai")

    def start(self):
        if not self.sockets:
            run = self.debian.path("/run/doithoai")
            run.mkdir(mode=0o755, exist_ok=True)
            self.sockets = [Manager._listen(run / name) for name in ("form.sock", "figures.sock")]
            for name in ("form.sock", "figures.sock"):
                shutil.chown(run / name, int(self.debian.run("id", "-u", "doithoai").stdout), 33)
                (run / name).chmod(0o660)
        command = re.search(
            r"^ExecStart=(.*)$", self.debian.path("/usr/lib/systemd/system/doithoai-form.service").read_text(), re.M)[1]
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "FORM": str(self.sockets[0]), "FIGURES": str(self.sockets[1]), "LISTEN_FDS": "2",
            "LISTEN_FDNAMES": "form:figures"}
        with open(self.debian.path("/tmp/form.log"), "ab") as log:
            self.form = subprocess.Popen(
                ["chroot", str(self.debian.folder), "setpriv", "--reuid=doithoai", "--regid=doithoai", "--clear-groups",
                 "bash", "-c", BECOME, "bash", *command.split()],
                env=environment, pass_fds=self.sockets, stdout=log, stderr=log, stdin=subprocess.DEVNULL)

    def stop(self):
        self.form.terminate()
        assert self.form.wait(timeout=45) == 0

    def start_nginx(self):
        debian = self.debian
        debian.run(
            "/usr/share/doithoai/deploy/nginx/render", "/etc/nginx/doithoai", "site.conf", "http.conf", "portal.conf",
            "NAME=localhost", f"LISTEN=127.0.0.1:{self.port}", "PUBLIC=/srv/doithoai/public",
            "SOCKET=/run/doithoai/form.sock", "LOGS=/var/log/nginx")
        debian.path("/etc/nginx/sites-enabled/default").unlink(missing_ok=True)
        debian.run("ln", "-sf", "/etc/nginx/doithoai/site.conf", "/etc/nginx/sites-enabled/doithoai")
        debian.run("nginx", "-t")
        self.nginx = subprocess.Popen(
            ["chroot", str(debian.folder), "nginx", "-g", "daemon off;"], stdin=subprocess.DEVNULL)
        wait_for(lambda: self._listens(), "nginx in the clean root")

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def send(self, text: str) -> tuple[str, str]:
        """A message through the form that is open all year; returns reference and code."""
        citizen = Citizen(f"http://127.0.0.1:{self.port}")
        blank = citizen.get(FEEDBACK_PAGE)
        answers = {"khieu-nai": "khong", "ho-ten": "Nguyễn Văn Ví Dụ", "dien-thoai": "0987654321",
                   "dia-chi": "Thôn Nà Mẫu, xã Bằng Phúc", "linh-vuc": "chua-ro", "noi-dung": text}
        checked = citizen.press(blank, blank.main_form(), **answers)
        time.sleep(3.2)  # quicker than the shipped minimum-reading would wait in quarantine
        done = citizen.press(checked, checked.main_form())
        assert done.status == 200 and "Sở đã nhận" in done.text, done.text[:500]
        return REFERENCE.search(done.text).group(), CODE.search(done.text).group()

    def looks_up(self, receipt: tuple[str, str]) -> bool:
        citizen = Citizen(f"http://127.0.0.1:{self.port}")
        page = citizen.get(LOOKUP_PAGE)
        return citizen.press(page, page.main_form(), so_bien_nhan=receipt[0], ma=receipt[1]).status == 200

    def close(self):
        try:
            for program in (self.nginx, self.form):
                if program and program.poll() is None:
                    program.kill()
                    program.wait()
        finally:
            self.debian.close()


@pytest.fixture
def machine(tmp_path):
    machine = Machine(tmp_path)
    yield machine
    machine.close()


@pytest.mark.soak
@pytest.mark.skipif(os.geteuid() != 0, reason="a clean root needs root")
def test_it_is_installed_serves_is_upgraded_and_removed_and_the_data_stay(machine, package, tmp_path):
    debian = machine.debian
    machine.install(package)
    assert debian.run("stat", "-c", "%U %a", "/var/lib/doithoai").stdout == "doithoai 700\n"
    assert debian.run("stat", "-c", "%U %a", "/srv/doithoai/public").stdout == "doithoai 755\n"
    enabled = debian.path("/etc/systemd/system")
    assert (enabled / "sockets.target.wants/doithoai-form.socket").is_symlink()
    assert (enabled / "timers.target.wants/doithoai-build.timer").is_symlink()
    assert not (enabled / "timers.target.wants/doithoai-backup.timer").exists(), "no backup before there is a key"

    machine.first_edition()
    machine.start()
    machine.start_nginx()
    first = machine.send("Cân ở chợ bao lâu kiểm định một lần?")
    assert machine.looks_up(first)
    configuration = debian.path("/etc/doithoai/doithoai-form.conf")
    configuration.write_text(configuration.read_text() + "\n# the administrator's own line\n")

    machine.install(make_deb(tmp_path, "1.0.1"))
    assert "1.0.1" in debian.run("dpkg-query", "-W", "-f", "${Version}", "doithoai").stdout
    assert "the administrator's own line" in configuration.read_text()
    machine.stop()
    machine.start()
    assert machine.looks_up(first)
    second = machine.send("Sau khi nâng cấp thì sao?")
    machine.stop()

    debian.run("apt-get", "remove", "-y", "-qq", "doithoai")
    machine.install(package)
    assert not list(enabled.glob("doithoai-*")), "a unit is still masked"
    for action in ("remove", "purge"):
        debian.run("apt-get", action, "-y", "-qq", "doithoai")
        assert not debian.path("/usr/bin/doithoai-form").exists()
        assert not debian.path("/usr/lib/systemd/system/doithoai-form.service").exists()
        for kept in ("/var/lib/doithoai/register.sqlite", "/var/lib/doithoai/keys/code-1.key",
                     "/srv/doithoai/content/site.yaml", "/srv/doithoai/public/current/manifest"):
            assert debian.path(kept).exists(), f"{action} took {kept}"
    assert not (enabled / "sockets.target.wants/doithoai-form.socket").is_symlink()
    assert not debian.path("/etc/doithoai/doithoai-form.conf").exists()

    # Installed once more it goes on where it was.
    machine.install(package)
    assert not list(enabled.glob("doithoai-*")), "a unit is still masked"
    machine.start()
    assert machine.looks_up(first) and machine.looks_up(second)
