"""Inputs that cannot be taken: each gives a 4xx page with the right words beside the right field, and no row."""

import unicodedata
from urllib.parse import urlencode

import pytest

from citizen import Citizen
from registrations import COOPERATIVE, FORM_PAGE, PERSON

LONG_TEXT = "Sở cho hỏi về cân. "


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


# name of the field, what is sent in it, and the words that answer.
FIELDS = [
    ("khieu-nai", "", "Hãy cho biết"),
    ("khieu-nai", "maybe", "Hãy chọn"),
    ("khieu-nai", "KHONG", "Hãy chọn"),
    ("loai", "", "Hãy chọn"),
    ("loai", "cong-ty", "Hãy chọn một trong các mục"),
    ("loai", "ca-nhan'); DROP TABLE registration;--", "Hãy"),
    ("ho-ten", "", "Hãy nhập họ và tên"),
    ("ho-ten", "   ", "Hãy nhập họ và tên"),
    ("ho-ten", "\t\u00a0\u200b", "Hãy nhập họ và tên"),
    ("ho-ten", "A", "họ"),
    ("ho-ten", "An" * 51, "rút bớt 2 ký tự"),
    ("ho-ten", nfd("ế" * 101), "rút bớt 1 ký tự"),
    ("ho-ten", "Nguyễn Văn 😀", "chữ cái"),
    ("ho-ten", "Nguyễn Văn 1", "chữ cái"),
    ("ho-ten", "Nguyễn\u0000Văn", "ký tự ẩn"),
    ("ho-ten", "\u202eNguyễn Văn", "ký tự ẩn"),
    ("ho-ten", "Nguyễn\u0007Văn", "ký tự ẩn"),
    ("ho-ten", "x" * 10_240, "rút bớt"),
    ("ho-ten", "<script>alert(1)</script>", "chữ cái"),
    ("to-chuc", "", "Hãy nhập tên"),
    ("to-chuc", "X", "ít nhất 2"),
    ("to-chuc", "Y" * 201, "rút bớt 1 ký tự"),
    ("to-chuc", "HTX\u2066Mẫu", "ký tự ẩn"),
    ("chuc-vu", "", "Hãy nhập chức vụ"),
    ("chuc-vu", "Z" * 101, "rút bớt 1 ký tự"),
    ("dien-thoai", "0912 345 67", "thiếu 1 chữ số"),
    ("dien-thoai", "0912 345 6789", "thừa 1 chữ số"),
    ("dien-thoai", "không có", "chỉ gồm chữ số"),
    ("dien-thoai", "912345678", "bắt đầu bằng số 0"),
    ("dien-thoai", "0512345678", "Đầu số 051"),
    ("dien-thoai", "01234567890", "2018"),
    ("dien-thoai", "0209 3870 12", "thiếu 1 chữ số"),
    ("dien-thoai", "1900 1", "8 đến 10"),
    ("dien-thoai", "0912345678;0912345679", "chỉ gồm chữ số"),
    ("dien-thoai", "+1 202 555 0100", "ở Việt Nam"),
    ("dien-thoai", "0" * 31, "rút bớt 1 ký tự"),
    ("thu", "khong-phai-thu", "thiếu dấu @"),
    ("thu", "a@b@example.vn", "chỉ được có một dấu @"),
    ("thu", "@example.vn", "trước dấu @"),
    ("thu", "tên@example.vn", "trước dấu @"),
    ("thu", "ten@example", "sau dấu @"),
    ("thu", "ten@-example.vn", "sau dấu @"),
    ("thu", "ten@example.vn\r\nBcc: a@example.vn", "dấu @"),
    ("thu", "a" * 250 + "@example.vn", "rút bớt"),
    ("dia-chi", "", "Hãy nhập địa chỉ"),
    ("dia-chi", "Xã", "ít nhất 5"),
    ("dia-chi", "Đ" * 301, "rút bớt 1 ký tự"),
    ("dia-chi", "Thôn\u0000Mẫu, xã Thí Dụ", "ký tự ẩn"),
    ("linh-vuc", "", "Hãy chọn"),
    ("linh-vuc", "nong-nghiep", "Hãy chọn một trong các mục"),
    ("linh-vuc", "../../etc/passwd", "Hãy chọn"),
    ("phan-1", "d" * 4_001, "rút bớt 1 ký tự"),
    ("phan-1", LONG_TEXT * 540, "rút bớt"),
    ("phan-1", "Câu hỏi\u202e về cân", "ký tự ẩn"),
    ("phan-2", "e" * 4_001, "rút bớt 1 ký tự"),
    ("phan-2", "Chờ\u0001lâu", "ký tự ẩn"),
    ("du", "", "Hãy cho biết"),
    ("du", "co-the", "Hãy chọn một trong các mục"),
]


@pytest.fixture(scope="module")
def quiet(new_portal):
    """A portal that only this module writes to, so that no row means no row."""
    return new_portal()


@pytest.mark.parametrize("name, value, words", FIELDS, ids=lambda part: repr(part)[:24])
def test_a_fault_is_named_beside_its_field_and_nothing_is_stored(quiet, name, value, words):
    citizen = Citizen(quiet.origin)
    blank = citizen.get(FORM_PAGE)
    answer = citizen.press(blank, blank.main_form(), **(COOPERATIVE | {name: value}))
    assert 400 <= answer.status < 500
    assert answer.title.startswith("Lỗi: ")
    beside = answer.beside(name)
    assert any(word in beside for word in words.split("|")), f"beside {name}: {beside!r}"
    assert "<script>alert" not in answer.html
    # Everything else is still there to be corrected.
    kept = dict(answer.main_form().fields)
    for other in ("ho-ten", "dia-chi", "phan-2"):
        if other != name:
            assert kept[other] == COOPERATIVE[other]


def test_one_of_two_parts_and_one_of_two_ways_to_answer_are_demanded(quiet):
    citizen = Citizen(quiet.origin)
    blank = citizen.get(FORM_PAGE)
    answer = citizen.press(blank, blank.main_form(), **(PERSON | {"dien-thoai": "", "thu": "", "phan-1": "", "phan-2": " "}))
    assert 400 <= answer.status < 500
    assert "điện thoại hoặc thư điện tử" in answer.beside("dien-thoai")
    assert "phần 1 hoặc phần 2" in answer.beside("phan-1")


@pytest.mark.parametrize("name", ["ho-ten", "loai", "phan-1"])
def test_a_repeated_field_is_refused(quiet, name):
    citizen = Citizen(quiet.origin)
    form = citizen.get(FORM_PAGE).main_form()
    answer = citizen.post(form.action, [*form.filled(**PERSON), (name, PERSON[name])])
    assert 400 <= answer.status < 500 and "gửi hai lần" in answer.beside(name)


@pytest.mark.parametrize("extra", ["state", "number", "published", "ho_ten", "x" * 300])
def test_a_field_of_no_form_is_refused_without_being_repeated(quiet, extra):
    citizen = Citizen(quiet.origin)
    form = citizen.get(FORM_PAGE).main_form()
    answer = citizen.post(form.action, [*form.filled(**PERSON), (extra, "canary-value")])
    assert 400 <= answer.status < 500
    assert "canary-value" not in answer.html and f'"{extra}"' not in answer.html.replace('name="state"', "")


@pytest.mark.parametrize("body", [
    b"ho-ten=%FF%FE", b"ho-ten=%C0%AF", b"ho-ten=%ED%A0%80", b"ho-ten=%E1%BA", b"\xff\xfe=1", b"ho-ten=%",
    b"ho-ten=%zz", b"&&&===&", b"a=1&" * 10_000, b"", b"=" * 60_000,
], ids=lambda body: repr(body[:18]))
def test_bytes_that_are_no_form_are_refused(quiet, body):
    citizen = Citizen(quiet.origin)
    form = citizen.get(FORM_PAGE).main_form()
    answer = citizen.post(form.action, body)
    assert 400 <= answer.status < 500
    assert "charset=utf-8" in answer.headers["content-type"]


@pytest.mark.parametrize("headers, status", [
    ({"Content-Type": "multipart/form-data; boundary=x"}, {415}),
    ({"Content-Type": "application/json"}, {415}),
    ({"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}, {403}),
])
def test_what_is_no_form_of_ours_is_refused(quiet, headers, status):
    citizen = Citizen(quiet.origin)
    form = citizen.get(FORM_PAGE).main_form()
    answer = citizen.post(form.action, urlencode(form.filled(**PERSON)).encode(), headers)
    assert answer.status in status


def test_sending_without_a_token_or_with_a_false_one_stores_nothing(quiet):
    citizen = Citizen(quiet.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **PERSON)
    form = checked.main_form()
    hidden = dict(form.fields)
    tokens = [name for name in hidden if name not in PERSON and len(hidden[name]) > 20]
    assert tokens, f"no token on the check page: {list(hidden)}"
    for token in tokens:
        value = hidden[token]
        for false in ("", value[:-1], value[::-1], value[:-2] + ("AA" if value[-2:] != "AA" else "BB")):
            answer = citizen.post(form.action, [(n, false if n == token else v) for n, v in form.fields])
            assert "Sở đã nhận phiếu" not in answer.text
    # A field changed behind the check page is not what was checked.
    changed = [(n, "Người Khác" if n == "ho-ten" else v) for n, v in form.fields]
    if changed != form.fields:
        assert "Sở đã nhận phiếu" not in citizen.post(form.action, changed).text


def test_at_the_end_there_is_no_row(quiet):
    """Runs last in this module: of all that was sent above nothing was stored."""
    late = [row["receivedAt"] for row in quiet.registrations() if row["receivedAt"] >= "2021-11-10T09:00"]
    assert not late, "something was stored"
