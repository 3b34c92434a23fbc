"""Nothing a stranger types can stop publication."""

from citizen import Citizen
from registrations import FORM_PAGE, PERSON

AWKWARD = [
    {"loai": "to-chuc", "ho-ten": "Sở Khoa học và Công nghệ", "to-chuc": "Thông báo", "chuc-vu": "Văn phòng Sở",
     "dia-chi": "Bắc Kạn", "thu": "sokhcn@backan.gov.vn", "dien-thoai": ""},
    {"ho-ten": "Kế hoạch", "dia-chi": "Số 3, đường Trường Chinh, thành phố Bắc Kạn, tỉnh Bắc Kạn"},
    {"ho-ten": "Đối thoại", "dia-chi": "<b>thôn</b> {{ten}}", "phan-1": "{{>layout}} </main><script>alert(1)</script> [a](javascript:x)"},
]


def test_a_registration_in_the_departments_own_words_stops_no_build(new_portal):
    portal = new_portal()
    citizen = Citizen(portal.origin)
    for answers in AWKWARD:
        blank = citizen.get(FORM_PAGE)
        checked = citizen.press(blank, blank.main_form(), **(PERSON | answers))
        assert checked.status == 200, checked.text
        assert "<script>alert" not in checked.html
        done = citizen.press(checked, checked.main_form())
        assert "Sở đã nhận phiếu" in done.text
    portal.build()
    assert citizen.get("/").status == 200
