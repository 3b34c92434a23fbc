"""What people and machines expect of a site: long lists, packed pages, data with a schema, addresses that moved."""

import csv
import gzip
import io
import json
import re
import urllib.error
import urllib.request

import pytest
import typst
from jsonschema import Draft202012Validator

from citizen import Citizen
from conftest import RESULTS
from portal import ROOT, Portal
from test_accessibility import findings, overflow

ANSWER = """---
title: Câu hỏi bịa số {number} về con dấu của hợp tác xã, dài để xuống dòng trên điện thoại?
subject: shtt
division: van-phong
outcome: answered
kind: question
asked: 10/11/2021
asker: Một hợp tác xã
answered: 26/11/2021
published: {day:02}/12/2021 08:00
summary: Nộp ở Sở, câu {number}.
legal-bases: []
illustration: true
question: |
  =1+1 là câu hỏi số {number}?
---
Trả lời câu {number}.
"""
MOVED = "redirects:\n  - from: /phan-anh/hoi-dap/ten-cu/\n    to: /phan-anh/hoi-dap/bia-1/\n"


def write_answer(portal: Portal, number: int, more: str = ""):
    file = portal.state / f"content/phan-anh/hoi-dap/bia-{number}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(ANSWER.format(number=number, day=1 + number % 9) + more, "utf-8")


@pytest.fixture(scope="module")
def crowded(tmp_path_factory) -> Portal:
    """A portal with more answers than a page shows, and one whose address changed."""
    portal = Portal.at(tmp_path_factory.mktemp("crowded") / "state", RESULTS)
    for number in range(65):
        write_answer(portal, number)
    (portal.state / "content/chuyen-huong.yaml").write_text(MOVED, "utf-8")
    portal.build()
    yield portal.start()
    portal.stop()


def test_an_address_given_up_without_a_redirect_is_told(tmp_path):
    portal = Portal.at(tmp_path / "state", RESULTS)
    write_answer(portal, 1)
    portal.build()
    answers = portal.state / "content/phan-anh/hoi-dap"
    (answers / "bia-1.md").rename(answers / "bia-2.md")
    said = portal.build().stdout
    assert "gỡ: /phan-anh/hoi-dap/bia-1/" in said and "chuyen-huong.yaml" in said
    (answers / "bia-2.md").rename(answers / "bia-1.md")
    (portal.state / "content/chuyen-huong.yaml").write_text(
        "redirects:\n  - from: /phan-anh/hoi-dap/bia-2/\n    to: /phan-anh/hoi-dap/bia-1/\n", "utf-8")
    assert "chuyen-huong.yaml" not in portal.build().stdout


def packed(portal: Portal, path: str) -> tuple[bytes, dict]:
    """The bytes as they came for a reader that takes gzip."""
    request = urllib.request.Request(portal.origin + path, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        return answer.read(), {name.lower(): value for name, value in answer.headers.items()}


def expect_copies(portal: Portal) -> int:
    """Every copy is of the file beside it, and has none of a file that is gone."""
    copies = sorted(portal.public.rglob("*.gz"))
    for copy in copies:
        assert gzip.decompress(copy.read_bytes()) == copy.with_suffix("").read_bytes(), copy
    return len(copies)


def test_a_long_list_is_walked_page_by_page_and_every_page_is_sound(crowded, phone):
    page = phone.new_page()
    path, seen, problems = "/phan-anh/hoi-dap/", set(), []
    while path:
        page.goto(crowded.origin + path)
        seen |= {int(number) for number in re.findall(r"Câu hỏi bịa số (\d+)", page.locator("main").inner_text())}
        problems += [f"{path}: {problem}" for problem in findings(page) + overflow(page)]
        pages = page.get_by_role("navigation", name="Các trang của danh sách")
        assert pages.locator("[aria-current=page]").count() == 1
        older = pages.get_by_role("link", name="Cũ hơn")
        path = older.get_attribute("href") if older.count() else None
    assert seen == set(range(65))
    assert not problems, "\n".join(problems)


def test_pages_come_as_the_build_packed_them_and_follow_every_change(crowded):
    assert expect_copies(crowded) > 60
    for path in ("/", "/phan-anh/hoi-dap/trang/1/", "/phan-anh/hoi-dap/bia-3/"):
        body, headers = packed(crowded, path)
        file = crowded.public / path.lstrip("/") / "index.html"
        assert headers["content-encoding"] == "gzip" and headers["vary"] == "Accept-Encoding"
        assert body == file.with_name("index.html.gz").read_bytes()
    page = "/phan-anh/hoi-dap/bia-3/"
    inode = (crowded.public / "phan-anh/hoi-dap/bia-4/index.html.gz").stat().st_ino
    for word in ("đầu", "giữa", "cuối"):
        write_answer(crowded, 3, f"\nSửa lần {word}.\n")
        crowded.build()
        expect_copies(crowded)
        body, headers = packed(crowded, page)
        assert f"Sửa lần {word}." in gzip.decompress(body).decode("utf-8")
        assert f"Sửa lần {word}." in Citizen(crowded.origin).get(page).html
        # Readers who have this version are not sent it again.
        request = urllib.request.Request(
            crowded.origin + page, headers={"Accept-Encoding": "gzip", "If-None-Match": headers["etag"]})
        with pytest.raises(urllib.error.HTTPError) as answer:
            urllib.request.urlopen(request)
        assert answer.value.code == 304
    crowded.office("rollback")
    expect_copies(crowded)
    assert "Sửa lần giữa." in gzip.decompress(packed(crowded, page)[0]).decode("utf-8")
    assert (crowded.public / "phan-anh/hoi-dap/bia-4/index.html.gz").stat().st_ino == inode
    assert Citizen(crowded.origin).get("/index.html.gz").status == 404


def test_a_page_whose_copy_is_missing_is_packed_by_the_server(crowded):
    copy = crowded.public / "thong-bao/index.html.gz"
    copy.unlink()
    body, headers = packed(crowded, "/thong-bao/")
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == copy.with_suffix("").read_bytes()


def test_a_former_address_leads_to_the_page_with_and_without_script(crowded, either_phone):
    page = either_phone.new_page()
    page.goto(crowded.origin + "/phan-anh/hoi-dap/ten-cu/")
    page.wait_for_url("**/phan-anh/hoi-dap/bia-1/")
    assert "Câu hỏi bịa số 1" in page.locator("h1").inner_text().replace("\xa0", " ")


@pytest.mark.parametrize("moment", ["portal", "results_portal", "crowded"])
def test_every_data_file_keeps_to_its_schema_and_says_the_same_as_its_table(moment, request):
    portal = request.getfixturevalue(moment)
    base = "https://www.khcnbackan.gov.vn"
    files = [file for file in portal.public.rglob("du-lieu*.json") if "hoi-dap" in file.parts]
    assert files
    for file in files:
        data = json.loads(file.read_text("utf-8"))
        schema = json.loads((portal.public / data["$schema"].removeprefix(base).lstrip("/")).read_text("utf-8"))
        Draft202012Validator.check_schema(schema)
        Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER).validate(data)
        rows = list(csv.DictReader(io.StringIO(file.with_suffix(".csv").read_text("utf-8-sig"), newline="")))
        titles = {one["key"]: one["title"] for one in columns(schema)}
        assert len(rows) == len(data["answers"])
        for row, answer in zip(rows, data["answers"]):
            assert row[titles["url"]] == answer["url"] and row[titles["summary"]] == answer["summary"]
            path = answer["url"].removeprefix(base)
            assert (portal.public / path.lstrip("/") / "index.html").exists()
    schema = json.loads((portal.public / "du-lieu-mo/so-lieu.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads((portal.public / "so-tiep-nhan/so-lieu.json").read_text("utf-8")))


def columns(schema: dict) -> list[dict]:
    properties = schema["properties"]["answers"]["items"]["properties"]
    return [{"key": key, "title": one["title"]} for key, one in properties.items() if "title" in one]


def test_data_files_have_their_types_and_open_in_a_spreadsheet(crowded):
    answer = Citizen(crowded.origin).get("/phan-anh/hoi-dap/du-lieu-2021.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.body.startswith(b"\xef\xbb\xbf") and answer.body.endswith(b"\r\n")
    data = Citizen(crowded.origin).get("/phan-anh/hoi-dap/du-lieu-2021.json")
    assert data.headers["content-type"] == "application/json; charset=utf-8"


def test_the_picture_for_links_is_the_one_its_source_draws(tmp_path):
    made = tmp_path / "chia-se.png"
    typst.compile(ROOT / "theme/images/chia-se.typ", output=made, root=ROOT / "theme", format="png", ppi=72)
    assert made.read_bytes() == (ROOT / "theme/images/chia-se.png").read_bytes()
