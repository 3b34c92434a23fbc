"""Requests no browser sends: refused by nginx, with the headers of every answer, and nothing outside the site is read."""

import socket

import pytest

FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
BODY = b"khieu-nai=khong"


def ask(portal, first: bytes, headers: bytes = b"", body: bytes = b"", host: bytes = b"Host: localhost\r\n") -> bytes:
    with socket.create_connection(("127.0.0.1", portal.port), timeout=10) as connection:
        connection.sendall(first + b" HTTP/1.1\r\nConnection: close\r\n" + host + headers + b"\r\n" + body)
        answer = b""
        while piece := connection.recv(65_536):
            answer += piece
    return answer


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize("headers, body", [
    (b"Content-Length: 15\r\nTransfer-Encoding: chunked\r\n", b"f\r\n" + BODY + b"\r\n0\r\n\r\n"),
    (b"Content-Length: 15\r\nContent-Length: 16\r\n", BODY),
    (b"Content-Length: -15\r\n", BODY),
    (b"Content-Length: 99999999999999999999\r\n", BODY),
    (b"Transfer-Encoding: xchunked\r\n", b"f\r\n" + BODY + b"\r\n0\r\n\r\n"),
    (b"Transfer-Encoding: chunked\r\n", b"zz\r\n" + BODY),
    (b"Host: other.example\r\nContent-Length: 15\r\n", BODY),
], ids=["both lengths", "two lengths", "negative", "huge", "unknown coding", "bad chunk", "two hosts"])
def test_a_request_of_two_readings_is_refused(portal, headers, body):
    answer = ask(portal, b"POST /gui/dang-ky-2021", FORM + headers, body)
    assert status(answer) in {400, 501}
    assert b"\r\nContent-Security-Policy: default-src 'none'" in answer
    assert b"nginx/" not in answer


@pytest.mark.parametrize("path", [
    b"/service/release.json", b"/../service/release.json", b"/%2e%2e/service/release.json",
    b"/gui/..%2f..%2fservice/release.json", b"//service/release.json", b"/..;/service/release.json",
    b"/manifest.json", b"/../manifest.json", b"/%2egit/HEAD", b"/gui/tra-cuu%00", b"/loi/502/index.html",
])
def test_nothing_outside_the_site_is_read(portal, path):
    answer = ask(portal, b"GET " + path)
    assert status(answer) in {400, 404}
    assert b'"forms"' not in answer


@pytest.mark.parametrize("path", [
    b"/doi-thoai/2021?x=%0d%0aSet-Cookie:%20a=b", b"/gui/tra-cuu%0d%0aSet-Cookie:%20a=b", b"//evil.example/tra-cuu",
])
def test_no_address_puts_a_header_or_a_stranger_into_an_answer(portal, path):
    head = ask(portal, b"GET " + path).split(b"\r\n\r\n")[0].lower()
    assert b"\r\nset-cookie" not in head
    assert b"location: //" not in head and b"location: http" not in head


def test_a_head_of_a_megabyte_is_refused(portal):
    try:
        answer = ask(portal, b"GET /", b"X: " + b"a" * 1_000_000 + b"\r\n")
    except ConnectionError:
        return
    assert status(answer) == 400
