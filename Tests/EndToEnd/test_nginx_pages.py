"""What nginx answers by itself is a Vietnamese page of the portal, which says how to go back without losing anything."""

import pytest

from test_requests import BODY, FORM, ask, status

CASES = {
    "damaged request": (b"POST /gui/dang-ky-2021", FORM + b"Content-Length: -15\r\n", BODY, 400),
    "two lengths": (b"POST /gui/dang-ky-2021", FORM + b"Content-Length: 15\r\nContent-Length: 16\r\n", BODY, 400),
    "a head too large": (b"GET /", b"X: " + b"a" * 20_000 + b"\r\n", b"", 400),
    "an address too long": (b"GET /?q=" + b"a" * 20_000, b"", b"", 414),
    "a coding nobody knows": (b"POST /gui/dang-ky-2021", FORM + b"Transfer-Encoding: xchunked\r\n", b"", 501),
    "a form sent to a page": (b"POST /", FORM + b"Content-Length: 15\r\n", BODY, 405),
    "a body too large": (b"POST /gui/dang-ky-2021", FORM + b"Content-Length: 70000\r\n", b"a" * 70_000, 413),
}


@pytest.mark.parametrize("case", CASES)
def test_a_refusal_by_nginx_is_a_page_of_the_portal(portal, case):
    first, headers, body, expected = CASES[case]
    answer = ask(portal, first, headers, body)
    head, _, page = answer.partition(b"\r\n\r\n")
    page = page.decode("utf-8")
    assert status(answer) == expected
    assert 'lang="vi"' in page and "<center>" not in page, page[:300]
    assert "Quay lại" in page and "sokhcn@backan.gov.vn" in page
    if first.startswith(b"POST"):
        assert "Phiếu chưa được nhận" in page.replace("phiếu chưa được nhận", "Phiếu chưa được nhận")
        assert "vẫn còn ở đó" in page
    assert b"Content-Security-Policy" in head and b"text/html; charset=utf-8" in head
    assert b"Cache-Control: no-store" in head


@pytest.mark.parametrize("code", ["400", "405", "413", "414", "429", "502"])
def test_every_page_of_an_error_is_there_and_has_no_address(portal, citizen, code):
    assert (portal.public / f"loi/{code}/index.html").is_file()
    assert citizen.get(f"/loi/{code}/").status == 404
