"""One more question in the form definition, and nothing else touched: it is everywhere a form is."""

import csv
import json
import re
import shutil
import sqlite3

import docx
import openpyxl
import pdfplumber
import pytest
from docx.oxml.ns import qn

from citizen import Citizen
from conftest import OPEN
from portal import ROOT, Portal
from registrations import FORM_PAGE, PERSON

FIELD = """\
      - name: nghe-nghiep
        kind: line
        label: Nghề nghiệp, công việc đang làm
        short-label: Nghề nghiệp
        required: always
        missing: Hãy nhập nghề nghiệp.
        max: 60
"""
LABEL = "Nghề nghiệp, công việc đang làm"
ANSWER = "Làm miến dong #1 <b>"


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    folder = tmp_path_factory.mktemp("field")
    root = folder / "root"
    root.mkdir()
    for copied in ("content", "theme"):
        shutil.copytree(ROOT / copied, root / copied)
    (root / "deploy").symlink_to(ROOT / "deploy")
    definition = root / "content/doi-thoai/2021/phieu-dang-ky.md"
    before = "      - name: to-chuc\n"
    text = definition.read_text("utf-8")
    assert text.count(before) == 1
    definition.write_text(text.replace(before, FIELD + before), "utf-8")
    portal = Portal.at(folder / "state", OPEN, root)
    portal.build()
    yield portal.start()
    portal.stop()


def downloads(portal, ending):
    return next((portal.public / "doi-thoai/2021/tai-ve").glob(f"phieu-dang-ky-doi-thoai-2021{ending}"))


def test_it_is_on_the_page_at_its_place(portal):
    names = [name for name, _ in Citizen(portal.origin).get(FORM_PAGE).form_with("nghe-nghiep").fields]
    assert names.index("nghe-nghiep") == names.index("ho-ten") + 1 == names.index("to-chuc") - 1


def test_it_is_on_paper_at_its_place(portal):
    with pdfplumber.open(downloads(portal, ".pdf")) as document:
        text = "".join(page.extract_text() for page in document.pages)
    assert text.index("Họ và tên:") < text.index(f"{LABEL}:") < text.index("Tên tổ chức")


def test_it_is_a_control_in_word_at_its_place(portal):
    form = docx.Document(str(downloads(portal, ".docx")))
    controls = [
        (node.find(qn("w:tag")).get(qn("w:val")), node.find(qn("w:alias")).get(qn("w:val")))
        for node in form.element.body.iter(qn("w:sdtPr"))]
    assert controls[controls.index(("ho-ten", "Họ và tên")) + 1] == ("nghe-nghiep", LABEL)


def test_it_is_checked_stored_and_told_to_the_office(portal):
    citizen = Citizen(portal.origin)
    page = citizen.get(FORM_PAGE)
    answers = {name.replace("-", "_"): value for name, value in PERSON.items()}
    refused = citizen.press(page, page.main_form(), **answers)
    assert "Hãy nhập nghề nghiệp." in refused.beside("nghe-nghiep")
    too_long = citizen.press(page, page.main_form(), **answers, nghe_nghiep="x" * 61)
    assert too_long.beside("nghe-nghiep")
    check = citizen.press(page, page.main_form(), **answers, nghe_nghiep=ANSWER)
    assert "Nghề nghiệp" in check.text and ANSWER in check.text
    receipt = citizen.press(check, check.main_form())
    reference = re.search(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b", receipt.text)
    assert reference, receipt.text[:600]

    with sqlite3.connect(f"file:{portal.state}/register.sqlite?mode=ro", uri=True) as register:
        tables = [row[0] for row in register.execute("select name from sqlite_master where type = 'table'")]
        rows = [row for table in tables for row in register.execute(f'select * from "{table}"')]
    stored = [value for row in rows for value in row if isinstance(value, str) and "nghe-nghiep" in value]
    assert [json.loads(value) for value in stored if value.startswith("{")][0]["nghe-nghiep"] == ANSWER

    number = portal.registrations()[0]["number"]
    assert ANSWER in portal.office("register", "show", number).stdout
    told = json.dumps(portal.office_json("register", "show", number), ensure_ascii=False)
    assert "nghe-nghiep" in told and ANSWER in told


def test_it_is_in_every_export(portal):
    exports = portal.state / "exports"
    for kind in ("xlsx", "csv", "json"):
        portal.office("register", "export", "--format", kind, "--replace")
    with open(exports / "so-tiep-nhan.csv", encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head.index("Nghề nghiệp") == head.index("Họ và tên") + 1
    assert ANSWER in [row[head.index("Nghề nghiệp")] for row in rows]
    sheet = openpyxl.load_workbook(exports / "so-tiep-nhan.xlsx").active
    cells = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    assert cells == [head, *rows]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} == {"s"}
    told = json.loads((exports / "so-tiep-nhan.json").read_text("utf-8"))
    assert [line["answers"]["nghe-nghiep"] for line in told] == [ANSWER]
