"""The shipped site with TLS: versions, redirect, headers, and forms never taken in the clear."""

import http.client
import os
import shutil
import socket
import ssl
import subprocess
from pathlib import Path

import pytest

from portal import ROOT, free_port, wait_for
from registrations import FORM_PAGE

NGINX = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")


class Site:
    """nginx with site-tls.conf as shipped, but on ports and with a certificate of the test."""

    def __init__(self, portal, folder: Path):
        self.portal = portal
        self.folder = folder
        self.plain, self.tls = free_port(), free_port()
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost", "-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")],
            check=True, capture_output=True)
        subprocess.run(
            [str(ROOT / "deploy/nginx/render"), str(folder / "conf"), "site-tls.conf", "http.conf", "portal.conf",
             "NAME=localhost", f"PUBLIC={portal.state / 'public'}", f"SOCKET={portal.socket}", f"LOGS={portal.logs}",
             f"CERTIFICATE={folder / 'cert.pem'}", f"CERTIFICATE_KEY={folder / 'key.pem'}"], check=True)
        shipped = folder / "conf/site-tls.conf"
        text = shipped.read_text()
        for port, mine in (("80", self.plain), ("443", self.tls)):
            text = text.replace(f"listen {port}", f"listen 127.0.0.1:{mine}").replace(f"listen [::]:{port}", f"listen [::1]:{mine}")
        shipped.write_text(text)
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(
            f"{user} daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;\n"
            "events { worker_connections 256; }\n"
            f"http {{ include {folder}/conf/site-tls.conf; client_body_temp_path {folder}/b; fastcgi_temp_path {folder}/f;"
            f" proxy_temp_path {folder}/p; scgi_temp_path {folder}/s; uwsgi_temp_path {folder}/u; }}\n")
        self.command = [NGINX, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL)
        def answers():
            assert self.process.poll() is None, (self.folder / "error.log").read_text()
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", self.tls)) == 0
        wait_for(answers, "nginx with TLS")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=10)

    def context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=str(self.folder / "cert.pem"))

    def ask(self, method: str, path: str, tls: bool = True, body=None, headers=None):
        port = self.tls if tls else self.plain
        connection = (http.client.HTTPSConnection("localhost", port, context=self.context(), timeout=10) if tls
                      else http.client.HTTPConnection("127.0.0.1", port, timeout=10))
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        data = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer, data


@pytest.fixture(scope="module")
def site(portal, tmp_path_factory):
    site = Site(portal, tmp_path_factory.mktemp("tls"))
    checked = subprocess.run([*site.command, "-t"], capture_output=True, text=True)
    assert checked.returncode == 0 and "warn" not in checked.stderr, checked.stderr
    site.start()
    yield site
    site.stop()


def speak(site: Site, *options: str) -> subprocess.CompletedProcess:
    # SECLEVEL 0 so that the refusal is the server's, not our own client's.
    return subprocess.run(
        ["openssl", "s_client", "-connect", f"127.0.0.1:{site.tls}", "-servername", "localhost", "-cipher",
         "ALL:@SECLEVEL=0", *options], input="", capture_output=True, text=True, timeout=20)


@pytest.mark.parametrize("version", ["-tls1", "-tls1_1"])
def test_old_versions_are_refused(site, version):
    done = speak(site, version)
    assert "Cipher is (NONE)" in done.stdout, done.stdout[-600:]


@pytest.mark.parametrize("version, name", [("-tls1_2", "TLSv1.2"), ("-tls1_3", "TLSv1.3")])
def test_versions_1_2_and_1_3_are_spoken(site, version, name):
    done = speak(site, version)
    assert f"New, {name}" in done.stdout, done.stdout[-600:] + done.stderr[-600:]


@pytest.mark.parametrize("cipher", ["AES128-SHA", "AES256-GCM-SHA384", "ECDHE-RSA-AES128-SHA"])
def test_ciphers_without_forward_secrecy_or_of_old_kinds_are_refused(site, cipher):
    done = subprocess.run(
        ["openssl", "s_client", "-connect", f"127.0.0.1:{site.tls}", "-tls1_2", "-cipher", f"{cipher}:@SECLEVEL=0"],
        input="", capture_output=True, text=True, timeout=20)
    assert "Cipher is (NONE)" in done.stdout


@pytest.mark.parametrize("path, status", [("/", 200), ("/khong-co/", 404), ("/gui/khong-co", 404)])
def test_browsers_are_told_to_stay_with_tls_on_every_answer(site, path, status):
    answer, _ = site.ask("GET", path)
    assert answer.status == status
    assert answer.getheader("strict-transport-security") == "max-age=31536000"
    assert "default-src 'none'" in answer.getheader("content-security-policy")
    assert answer.getheader("server") == "nginx"


def test_a_reader_who_came_in_the_clear_is_led_over_by_the_name_of_the_site(site):
    answer, _ = site.ask("GET", "/tra-cuu/?x=1", tls=False, headers={"Host": "evil.example"})
    assert answer.status == 301
    assert answer.getheader("location") == "https://localhost/tra-cuu/?x=1"
    assert answer.getheader("strict-transport-security") is None


def test_a_form_sent_in_the_clear_is_refused_with_a_page_that_says_so(site):
    answer, page = site.ask("POST", site.portal.form_action(), tls=False, body="ho-ten=x",
                            headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status == 405 and 'lang="vi"' in page
    assert "Phiếu chưa được nhận" in page and "Quay lại" in page and "https://" in page


def test_a_form_over_tls_reaches_the_service(site):
    answer, page = site.ask(
        "POST", site.portal.form_action(), body="khieu-nai=khong",
        headers={"Content-Type": "application/x-www-form-urlencoded", "Origin": f"https://localhost:{site.tls}",
                 "Host": f"localhost:{site.tls}", "Sec-Fetch-Site": "same-origin"})
    assert answer.status == 422 and "Lỗi" in page


def test_plain_http_spoken_to_the_tls_port_gets_a_vietnamese_page(site):
    connection = http.client.HTTPConnection("127.0.0.1", site.tls, timeout=10)
    connection.request("GET", FORM_PAGE)
    answer = connection.getresponse()
    page = answer.read().decode("utf-8", "replace")
    assert answer.status == 400 and 'lang="vi"' in page


def test_nothing_of_an_address_is_logged(site):
    site.ask("GET", "/?q=Kanari")
    logs = [*site.portal.logs.iterdir(), site.folder / "error.log"]
    assert all(b"client:" not in log.read_bytes() and b"Kanari" not in log.read_bytes() for log in logs if log.is_file())
