"""A service manager as small as tests need it: holds the sockets, starts the form service on them, hears what it says.

- Source: sd_listen_fds(3), sd_notify(3).
"""

import fcntl
import os
import signal
import socket
import subprocess

from portal import BIN, Portal, wait_for

# LISTEN_PID has to be the program's own number, which only a program that becomes it knows beforehand.
BECOME = 'exec 3<&"$FORM" 4<&"$FIGURES"; unset FORM FIGURES; LISTEN_PID=$$ exec "$@"'


class Manager:
    """Keeps a portal's sockets open from one start of the form service to the next."""

    def __init__(self, portal: Portal, watchdog_seconds: float | None = None):
        self.portal = portal
        self.watchdog_seconds = watchdog_seconds
        if portal.form and portal.form.poll() is None:
            portal.stop_form()
        self.figures_socket = portal.socket.with_name("figures.sock")
        self.sockets = [self._listen(path) for path in (portal.socket, self.figures_socket)]
        self.ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.ear_path = portal.state / "run/notify"
        self.ear.bind(str(self.ear_path))
        self.ear.setblocking(False)
        self.heard: list[str] = []
        # What is put before the program, such as a sandbox.
        self.wrapper: list[str] = []

    @staticmethod
    def _listen(path) -> int:
        path.unlink(missing_ok=True)
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(str(path))
        listener.listen(4096)
        # Away from 3 and 4, which they become in the program.
        high = fcntl.fcntl(listener.fileno(), fcntl.F_DUPFD, 30)
        listener.close()
        return high

    def start(self):
        portal = self.portal
        configuration = portal.state / "doithoai-form.conf"
        configuration.write_text(portal.settings)
        environment = os.environ | {
            "FORM": str(self.sockets[0]), "FIGURES": str(self.sockets[1]), "LISTEN_FDS": "2",
            "LISTEN_FDNAMES": "form:figures", "NOTIFY_SOCKET": str(self.ear_path)}
        if self.watchdog_seconds:
            environment["WATCHDOG_USEC"] = str(int(self.watchdog_seconds * 1_000_000))
        before = self.heard.count("READY=1")
        with open(portal.logs / "form.log", "ab") as log:
            portal.form = subprocess.Popen(
                ["bash", "-c", BECOME, "bash", *self.wrapper, str(BIN / "doithoai-form"), "--config", str(configuration),
                 "--root", str(portal.root), "--state", str(portal.state)],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment, pass_fds=self.sockets)
        wait_for(lambda: self.listen().count("READY=1") > before, f"READY (see {portal.logs}/form.log)", 20)
        return self

    def listen(self) -> list[str]:
        """All that was heard so far."""
        while True:
            try:
                self.heard += self.ear.recv(4096).decode().splitlines()
            except BlockingIOError:
                return self.heard

    def stop(self):
        self.portal.form.send_signal(signal.SIGTERM)
        assert self.portal.form.wait(timeout=45) == 0, "doithoai-form did not end cleanly"

    def restart(self):
        """As `systemctl restart`: the old one ends before the new one begins."""
        self.stop()
        self.start()

    def close(self):
        if self.portal.form.poll() is None:
            self.stop()
        for descriptor in self.sockets:
            os.close(descriptor)
        self.ear.close()
