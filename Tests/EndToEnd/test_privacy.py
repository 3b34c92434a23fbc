"""Nothing of a sender is in the logs, in an address or in what is published."""

from citizen import Citizen
from registrations import FORM_PAGE, LOOKUP_PAGE

CANARY = {
    "khieu-nai": "khong",
    "loai": "doanh-nghiep",
    "ho-ten": "Kanari Văn Kín Đáo",
    "to-chuc": "Công ty Thí dụ Kín Đáo",
    "chuc-vu": "Kế toán Kín Đáo",
    "dien-thoai": "0977 123 454",
    "thu": "kindao@example.vn",
    "dia-chi": "Ngõ Kín Đáo, thôn Giả Định, xã Bằng Phúc",
    "linh-vuc": "tdc",
    "phan-1": "Câu hỏi Kín Đáo thứ nhất về cân?",
    "du": "co",
}
WORDS = ["Kín Đáo", "kindao", "Kanari", "0977 123 454", "0977123454", "K%C3%ADn", "%C4%90%C3%A1o"]


def test_logs_and_release_hold_nothing_of_a_sender(new_portal):
    portal = new_portal()
    citizen = Citizen(portal.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **CANARY)
    done = citizen.press(checked, checked.main_form())
    assert done.status == 200 and "Sở đã nhận phiếu" in done.text
    citizen.press(blank, blank.main_form(), **(CANARY | {"thu": "kindao@", "dien-thoai": "0977123454x"}))
    lookup = citizen.get(LOOKUP_PAGE)
    citizen.press(lookup, lookup.main_form(), so_bien_nhan="KIND-AO77", ma="KINDA-OKIND")
    # Everything that goes wrong, with the canary in it.
    citizen.get("/tim-kiem/?q=Kanari")
    citizen.get("/khong-co/?ho-ten=Kanari")
    citizen.post(portal.form_action(), [("phan-1", "Kanari " * 12_000)])
    citizen.post(portal.form_action(), b"ho-ten=Kanari%FF%00")
    portal.kill_form()
    citizen.press(blank, blank.main_form(), **CANARY)
    portal.start_form()
    portal.build()
    portal.stop()

    logs = list(portal.logs.rglob("*"))
    assert (portal.logs / "access.log").read_text().count("/gui/") >= 5
    found = [f"{file.name} names {word}" for file in [*logs, *portal.public.rglob("*")] if file.is_file()
             for word in WORDS if word.encode() in file.read_bytes()]
    found += [f"{file.name} names the sender's address" for file in logs if file.is_file()
              and (citizen.address.encode() in file.read_bytes() or b"client:" in file.read_bytes())]
    assert not found, "\n".join(found)


def test_pages_of_the_service_are_not_indexed_and_those_with_a_secret_not_kept(citizen):
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **CANARY)
    done = citizen.press(checked, checked.main_form())
    # The check page may be shown again by «Quay lại», by the same browser only: docs/decisions/0009.
    for answer, keeping in ((checked, "private, no-cache"), (done, "no-store")):
        assert answer.headers["cache-control"] == keeping
        assert "noindex" in answer.headers.get("x-robots-tag", "")
        assert "set-cookie" not in answer.headers
        assert "Kín" not in answer.url
