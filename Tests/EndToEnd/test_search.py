"""Search in a real browser: with and without marks, phrases, a subject; honest when nothing is there."""

import html
import json
import re
import shutil
import sys
import unicodedata
from pathlib import Path
from urllib.parse import quote

import pytest

from portal import ROOT, Portal
from test_accessibility import findings, overflow

PAGE = "/tim-kiem/"
VECTORS = Path(__file__).resolve().parents[1] / "Fixtures/search/words.json"


@pytest.fixture(scope="module")
def origin(results_portal) -> str:
    return results_portal.origin


@pytest.fixture
def page(phone):
    return phone.new_page()


def said(page) -> str:
    """The status line once the search is done."""
    status = page.locator("[data-status]")
    page.wait_for_function("() => /câu|Hãy|Chưa tải/.test(document.querySelector('[data-status]').textContent)")
    return status.inner_text()


def search(page, origin: str, text: str, subject: str = "") -> list[str]:
    """The titles found, asked for by address."""
    page.goto(f"{origin}{PAGE}?q={quote(text)}" + (f"&linh-vuc={subject}" if subject else ""))
    said(page)
    return page.locator("[data-list] h3").all_inner_texts()


def test_the_script_folds_words_as_the_index_does(page, origin):
    page.goto(origin + PAGE)
    cases = json.loads(VECTORS.read_text("utf-8"))
    script = page.locator("script[src*='/tim-kiem.']").get_attribute("src")
    got = page.evaluate(
        """async ([script, texts]) => {
            const { words } = await import(script);
            return texts.map((text) => words(text).map((word) => [word.folded, word.exact]));
        }""", [script, [case["text"] for case in cases]])
    assert got == [case["words"] for case in cases]


def test_marks_may_be_left_out_or_typed_in_either_normal_form(page, origin):
    exact = search(page, origin, "nhãn hiệu tập thể")
    assert exact and "nhãn hiệu tập thể" in exact[0].lower()
    assert search(page, origin, unicodedata.normalize("NFD", "nhãn hiệu tập thể")) == exact
    assert set(exact) <= set(search(page, origin, "nhan hieu tap the"))
    assert search(page, origin, "NHAN HIEU TAP THE")[0] == exact[0]
    assert search(page, origin, "dang ky do luong") == search(page, origin, "đang ky do luong")


def test_the_tone_may_stand_on_either_vowel(page, origin):
    one, other = search(page, origin, "đơn giản hóa"), search(page, origin, "đơn giản hoá")
    assert one and one == other


def test_spelled_as_typed_comes_first_and_other_marks_last(page, origin):
    titles = search(page, origin, "đo")
    assert titles
    words = said(page)
    assert "khác dấu" in words
    marks = [item.locator("mark").all_inner_texts() for item in page.locator("[data-list] li").all()]
    typed = [any(mark.lower() == "đo" for mark in of) for of in marks if of]
    assert typed == sorted(typed, reverse=True)


def test_a_phrase_in_quotation_marks_is_found_as_a_phrase_only(page, origin):
    loose = search(page, origin, "hạn gia")
    assert loose
    assert search(page, origin, '"hạn gia"') != loose
    phrase = search(page, origin, '"gia hạn"')
    assert phrase and search(page, origin, "“gia hạn”") == phrase


def test_words_of_question_and_answer_are_found_though_only_the_page_shows_them(page, origin):
    assert "Nhãn hiệu sắp hết hạn thì gia hạn ra sao?" in search(page, origin, "chứng từ nộp phí bản gốc")


def test_a_subject_limits_what_is_found_and_can_be_taken_away(page, origin):
    everything = search(page, origin, "hồ sơ")
    some = search(page, origin, "hồ sơ", "shtt")
    assert 0 < len(some) < len(everything) + 1 and said(page).count("trong lĩnh vực đã chọn") == 1
    metas = page.locator("[data-list] .dt-meta").all_inner_texts()
    assert all("Sở hữu trí tuệ" in meta for meta in metas)
    assert search(page, origin, "gia hạn nhãn hiệu sắp hết hạn", "tdc") == []
    page.locator("[data-all-subjects] a").click()
    said(page)
    assert page.locator("[data-list] li").count() > 0


@pytest.mark.parametrize("query", ["xyzzy", "bánh chưng bánh giầy", '"hiệu nhãn"'])
def test_nothing_found_is_said_with_what_to_do_next(page, origin, query):
    assert search(page, origin, query) == []
    assert "Không tìm thấy" in said(page)
    assert page.locator("[data-nothing]").is_visible()
    assert page.locator("[data-nothing] a[href='/phan-anh/']").is_visible()


def test_a_long_question_gets_the_nearest_answers_and_is_told_so(page, origin):
    assert search(page, origin, "nhãn hiệu sắp hết hạn gia hạn xyzzy")
    assert "Không có câu trả lời nào đủ mọi chữ" in said(page)


def test_a_query_that_is_markup_stays_text(page, origin):
    alerts = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    assert search(page, origin, '<img src=x onerror=alert(1)> "><script>alert(2)</script>') == []
    assert "<img src=x onerror=alert(1)>" in said(page) and not alerts


def test_the_keyboard_alone_searches_and_focus_stays(page, origin):
    page.goto(origin + PAGE)
    page.locator("#q").focus()
    page.keyboard.type("gia hạn")
    page.keyboard.press("Enter")
    assert "câu trả lời" in said(page)
    assert page.evaluate("() => document.activeElement.id") == "q"
    page.wait_for_url("**/tim-kiem/?q=gia+h%E1%BA%A1n")
    # Field, subject, button, then the first result.
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('[data-list]') !== null")


def test_back_shows_the_search_before(page, origin):
    first = search(page, origin, "gia hạn")
    page.locator("#q").fill("x-quang")
    page.locator("form[role=search] button").click()
    page.wait_for_function("() => document.title.startsWith('“x-quang”')")
    page.go_back()
    page.wait_for_function("() => document.title.startsWith('“gia hạn”')")
    said(page)
    assert page.locator("#q").input_value() == "gia hạn"
    assert page.locator("[data-list] h3").all_inner_texts() == first


def test_more_results_come_on_demand_and_focus_goes_to_the_first_of_them(page, origin):
    assert len(search(page, origin, "hồ sơ")) == 10
    page.locator("[data-more]").click()
    page.wait_for_function("() => document.querySelectorAll('[data-list] li').length > 10")
    assert page.evaluate("""() => [...document.querySelectorAll('[data-list] a')].indexOf(document.activeElement)""") == 10


def test_nothing_typed_leaves_the_page(page, origin):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, origin, "gia hạn nhãn hiệu")
    assert all(url.startswith(origin) for url in asked)
    assert [url for url in asked if "?" in url] == [page.url]


def test_lost_data_is_admitted(page, origin):
    page.route("**/*.bin", lambda route: route.abort())
    search(page, origin, "gia hạn")
    assert "Chưa tải được" in said(page)


@pytest.mark.parametrize("query", ["gia hạn", "xyzzy", "nhãn hiệu sắp hết hạn gia hạn xyzzy"])
def test_results_have_no_findings_and_fit_the_smallest_phone(page, origin, query):
    search(page, origin, query)
    assert findings(page) + overflow(page) == []


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A portal of 320 invented answers over eight years: its data is read in parts."""
    sys.path.insert(0, str(ROOT / "benchmarks/site"))
    from corpus.__main__ import answers
    from corpus.own import write

    root = tmp_path_factory.mktemp("large")
    write(root / "content", answers(320, seed=1))
    shutil.copytree(ROOT / "theme", root / "theme")
    portal = Portal.at(root / "state", "2022-02-01T09:00", root)
    portal.office("build", "--without", "documents")
    portal.start_nginx()
    yield portal
    portal.stop()


def test_a_large_portal_is_searched_in_parts(page, large):
    sizes = []
    page.on("response", lambda answer: sizes.append(answer) if ".bin" in answer.url else None)
    assert len(search(page, large.origin, "thủ tục hồ sơ")) == 10
    assert "câu trả lời có" in said(page)
    assert len(sizes) == 3 and all(answer.status == 206 for answer in sizes)
    loaded = sum(len(answer.body()) for answer in sizes)
    [whole] = (large.public / "tai-nguyen").glob("tim-kiem.*.bin")
    assert loaded < min(200_000, whole.stat().st_size / 3)


def test_a_query_whose_answer_takes_long_has_its_address_all_the_same(page, origin):
    page.goto(origin + PAGE)
    page.route("**/*.bin", lambda route: None)
    page.locator("#q").fill("gia hạn")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tim-kiem/?q=gia+h%E1%BA%A1n", timeout=5_000)
    page.get_by_text("Đang tìm…").wait_for(timeout=5_000)


def test_a_server_without_ranges_serves_the_same(page, large):
    wanted = search(page, large.origin, "thủ tục hồ sơ"), said(page)

    def whole(route):
        headers = {name: value for name, value in route.request.headers.items() if name != "range"}
        route.fulfill(response=route.fetch(headers=headers))

    page.route("**/*.bin", whole)
    assert (search(page, large.origin, "thủ tục hồ sơ"), said(page)) == wanted


def test_every_answer_that_is_found_holds_the_words_and_none_is_missed(page, large):
    page.goto(large.origin + PAGE)
    for query in ["gia hạn", "công chứng", "mã vạch"]:
        pattern = re.compile(r"\W+".join(query.split()), re.IGNORECASE)
        holding = {path for path in large.pages() if re.search(r"/hoi-dap/[^/]+/$", path)
                   and pattern.search(article(large, path))}
        assert holding
        search(page, large.origin, f'"{query}"')
        while page.locator("[data-more]").is_visible():
            count = page.locator("[data-list] li").count()
            page.locator("[data-more]").click()
            page.wait_for_function(f"() => document.querySelectorAll('[data-list] li').length > {count}")
        found = [link.get_attribute("href") for link in page.locator("[data-list] h3 a").all()]
        typed = int(re.match(r"[\d.]+", said(page)).group().replace(".", ""))
        assert len(found) == len(set(found)) == typed
        assert holding <= set(found)


def article(portal, path: str) -> str:
    """The words of a page between its heading and what leads elsewhere."""
    text = (portal.public / path.lstrip("/") / "index.html").read_text("utf-8")
    inside = re.search(r"<main.*?</main>", text, re.DOTALL).group()
    inside = re.sub(r"<nav.*?</nav>|<aside.*?</aside>", "", inside, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", inside)))


def test_without_script_the_index_serves(chromium, origin):
    context = chromium.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{origin}{PAGE}?q=gia+h%E1%BA%A1n")
    assert not page.locator("form[role=search]").is_visible()
    assert page.locator("noscript p").is_visible()
    page.get_by_role("link", name="Năm 2021 (").click()
    assert page.locator("main li h3 a").count() > 20
    context.close()
