"""A citizen's way on a phone: plan, download, form, errors, check, receipt, look-up; with script and without."""

import re

from flows import fill, look_up, press, receipt, to_check, to_receipt
from registrations import COOPERATIVE, FORM_PAGE, PERSON


def test_the_plan_is_found_from_the_home_page_and_downloads(either_phone, portal):
    page = either_phone.new_page()
    page.goto(portal.origin + "/")
    page.locator("main").get_by_role("link", name="Đọc thông báo").click()
    plan = page.get_by_role("link", name=re.compile("kế hoạch", re.I))
    downloads = [link for link in plan.all() if (link.get_attribute("href") or "").endswith(".pdf")]
    assert downloads, f"no PDF of the plan on {page.url}"
    answer = page.request.get(portal.origin + downloads[0].get_attribute("href"))
    assert answer.ok and answer.body().startswith(b"%PDF-")
    page.locator('main a[href$="/ke-hoach/"]').first.click()
    assert "Kế hoạch" in page.title()


def test_errors_take_focus_lead_to_their_fields_and_keep_what_was_typed(either_phone, portal):
    page = either_phone.new_page()
    page.goto(portal.origin + FORM_PAGE)
    fill(page, {**COOPERATIVE, "ho-ten": "", "to-chuc": "", "dien-thoai": "0912 345 67", "phan-1": "", "phan-2": ""})
    press(page, "Tiếp tục")

    assert page.title().startswith("Lỗi: ")
    summary = page.locator(".dt-errors")
    assert summary.evaluate("element => element === document.activeElement"), "the summary has no focus"
    links = summary.get_by_role("link").all()
    assert len(links) == 4
    for link in links:
        target = page.locator(link.get_attribute("href"))
        link.click()
        assert target.evaluate("element => element === document.activeElement"), f"{link.inner_text()} leads nowhere"
        # The same words stand beside the field.
        described = " ".join(
            page.locator(f"#{name}").inner_text()
            for name in (target.get_attribute("aria-describedby") or "").split())
        assert link.inner_text() in described
        assert target.get_attribute("aria-invalid") == "true"
    assert page.locator('[name="dia-chi"]').input_value() == COOPERATIVE["dia-chi"]
    assert page.locator('[name="dien-thoai"]').input_value() == "0912 345 67"
    assert page.locator('[name="loai"][value="hop-tac-xa"]').is_checked()

    fill(page, {name: COOPERATIVE[name] for name in ("ho-ten", "to-chuc", "dien-thoai", "phan-1")})
    press(page, "Tiếp tục")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Kiểm tra")


def test_the_check_page_shows_everything_and_each_answer_can_be_changed(either_phone, portal):
    page = either_phone.new_page()
    to_check(page, portal.origin, COOPERATIVE)
    text = page.locator("main").inner_text()
    for name in ("ho-ten", "to-chuc", "chuc-vu", "dien-thoai", "thu", "dia-chi", "phan-1", "phan-2"):
        assert COOPERATIVE[name] in text, f"{name} is not on the check page"

    press(page, "Sửa ô “Họ và tên”")
    assert page.locator('[name="ho-ten"]').evaluate("element => element === document.activeElement")
    assert page.locator('[name="phan-1"]').input_value() == COOPERATIVE["phan-1"], "going back lost the text"
    fill(page, {"ho-ten": "Hoàng Thị Ví Dụ"})
    press(page, "Tiếp tục")
    assert "Hoàng Thị Ví Dụ" in page.locator("main").inner_text()


def test_a_receipt_is_shown_saved_and_looked_up(either_phone, portal):
    page = either_phone.new_page()
    reference, code = to_receipt(page, portal.origin, COOPERATIVE)
    assert "Sở đã nhận phiếu" in page.get_by_role("heading", level=1).inner_text()
    for secret in (reference, code, "minhhoa"):
        assert secret not in page.url

    with page.expect_download() as saving:
        page.locator("main").get_by_role("button", name=re.compile("^Lưu biên nhận")).or_(
            page.locator("main").get_by_role("link", name=re.compile("^Lưu biên nhận"))).first.click()
    saved = saving.value
    assert re.fullmatch(r"[a-zA-Z0-9-]+\.txt", saved.suggested_filename)
    text = saved.path().read_text("utf-8")
    assert reference in text and code in text

    look_up(page, portal.origin, reference, code)
    assert "Đang xử lý" in page.locator("main").inner_text()
    look_up(page, portal.origin, reference, "AAAAA-AAAAA")
    assert "Không tìm thấy phiếu" in page.locator("main").inner_text()


def test_sending_twice_going_back_and_reloading_show_the_same_receipt(either_phone, portal):
    page = either_phone.new_page()
    before = len(portal.registrations())
    to_check(page, portal.origin, PERSON)
    button = page.locator("main").get_by_role("button", name=re.compile("^Gửi phiếu"))
    with page.expect_navigation():
        button.dblclick()
    first = receipt(page)
    page.reload()
    assert receipt(page) == first, "reloading made another receipt"
    page.go_back()
    press(page, "Gửi phiếu")
    assert receipt(page) == first, "sending the same check page again made another receipt"
    assert len(portal.registrations()) == before + 1


def test_a_complaint_is_shown_the_way_out_and_nothing_is_stored(either_phone, portal):
    page = either_phone.new_page()
    before = len(portal.registrations())
    page.goto(portal.origin + FORM_PAGE)
    fill(page, {**PERSON, "khieu-nai": "co"})
    press(page, "Tiếp tục")
    text = page.locator("main").inner_text()
    assert "khiếu nại" in text.lower() and "tiếp công dân" in text.lower()
    assert len(portal.registrations()) == before


IN_APP = ("Mozilla/5.0 (Linux; Android 11; SM-A125F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
          "Chrome/96.0.4664.45 Mobile Safari/537.36 Zalo android/21110511")


def test_a_browser_inside_an_app_gets_its_receipt_with_no_cookie_and_no_secret_in_an_address(chromium, portal):
    """Apps open links in windows that forget everything and whose address nobody sees."""
    context = chromium.new_context(
        viewport={"width": 320, "height": 640}, user_agent=IN_APP, java_script_enabled=False, accept_downloads=False)
    context.set_default_timeout(10_000)
    page = context.new_page()
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    first = to_receipt(page, portal.origin, PERSON)
    assert context.cookies() == []
    # The app was in the background, and its window is loaded anew.
    page.reload()
    assert receipt(page) == first
    assert not [address for address in addresses if "?" in address or first[0] in address or first[1] in address]
    assert "chép lại, chụp ảnh" in page.locator("main").inner_text()
    context.close()
