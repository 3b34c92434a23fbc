"""The headers of every kind of answer, errors among them."""

import pytest

from citizen import Citizen

POLICY = {
    "default-src 'none'", "style-src 'self'", "img-src 'self'", "script-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
}
ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def asset(portal, ending: str) -> str:
    found = sorted((portal.public / "tai-nguyen").rglob(f"*.{ending}"))
    assert found, f"no .{ending} below /tai-nguyen/"
    return "/" + found[0].relative_to(portal.public).as_posix()


def download(portal, ending: str) -> str:
    found = sorted(portal.public.rglob(f"*.{ending}"))
    assert found, f"the site offers no .{ending}"
    return "/" + found[0].relative_to(portal.public).as_posix()


@pytest.mark.parametrize("path, status", [
    ("/", 200), ("/khong-co/", 404), ("/.git/config", 404), ("/loi/502/", 404), ("/gui/", 404), ("/tra-cuu", 301),
])
def test_security_headers_are_on_every_answer_once(citizen, path, status):
    answer = citizen.get(path)
    assert answer.status == status
    assert set(answer.headers["content-security-policy"].split("; ")) == POLICY
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS
    assert "camera=()" in answer.headers["permissions-policy"]
    assert "set-cookie" not in answer.headers
    # Over plain HTTP a browser must ignore it, and the demo has no TLS.
    assert "strict-transport-security" not in answer.headers


def test_the_version_is_hidden(citizen):
    for path in ("/", "/khong-co/", "/gui/khong-co", "/tra-cuu"):
        answer = citizen.get(path)
        assert answer.headers["server"] == "nginx"
        assert b"nginx/" not in answer.body


@pytest.mark.parametrize("name", [".git/config", ".gitignore", ".env", "doi-thoai/.git/HEAD", ".well-known/.htpasswd"])
def test_names_that_begin_with_a_dot_are_nobodys(portal, citizen, name):
    # Even one that is really there.
    file = portal.public / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("secret")
    try:
        answer = citizen.get("/" + name)
        assert answer.status == 404 and b"secret" not in answer.body
    finally:
        file.unlink()
        while file.parent != portal.public and not any(file.parent.iterdir()):
            file = file.parent
            file.rmdir()


def test_pages_are_asked_for_again_and_answered_by_their_etag(portal, citizen):
    first = citizen.get("/")
    assert first.headers["cache-control"] == "no-cache"
    assert first.headers["etag"]
    again = citizen.get("/", headers={"If-None-Match": first.headers["etag"]})
    assert again.status == 304 and again.body == b""


def test_fingerprinted_files_never_change_and_a_missing_one_is_not_remembered(portal, citizen):
    answer = citizen.get(asset(portal, "css"))
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert citizen.get("/tai-nguyen/khong-co.css").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("ending, kind", [
    ("ics", "text/calendar; charset=utf-8"),
    ("pdf", "application/pdf"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
])
def test_downloads_have_their_types_and_ascii_names(portal, citizen, ending, kind):
    path = download(portal, ending)
    assert path.isascii()
    answer = citizen.get(path)
    assert answer.status == 200 and answer.headers["content-type"] == kind


def test_the_feed_is_atom(portal, citizen):
    feed = [file for file in portal.public.rglob("*") if file.suffix == ".atom" or file.name == "atom.xml"][0]
    answer = citizen.get("/" + feed.relative_to(portal.public).as_posix())
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"


def test_static_pages_are_compressed_and_the_service_never_is(citizen):
    squeezed = {"Accept-Encoding": "gzip"}
    assert citizen.get("/", headers=squeezed).headers.get("content-encoding") == "gzip"
    answer = citizen.post("/gui/tra-cuu", [], headers=squeezed)
    assert "content-encoding" not in answer.headers


def test_only_reading_is_allowed_on_the_site(portal):
    citizen = Citizen(portal.origin)
    assert citizen.post("/", [("a", "b")]).status == 405
    assert citizen._send("TRACE", "/", None, {}).status == 405
    assert citizen._send("DELETE", "/", None, {}).status == 405
