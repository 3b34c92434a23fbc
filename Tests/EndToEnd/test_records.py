"""Papers of record: measured against the decree, judged by other programs, read beside the register."""

import re
import stat
import subprocess
from pathlib import Path

import docx
import openpyxl
import pdfplumber
import pytest

import judges
import layout
import word_layout
from judges import squeeze
from letters import AFTER, Desk
from portal import BIN, ROOT
from test_layout import swap

HEADS = ["TT", "Nhận qua", "Lĩnh vực", "Nội dung", "Phòng, đơn vị", "Kết quả", "Ngày có kết quả"]


@pytest.fixture(scope="module")
def desk(tmp_path_factory) -> Desk:
    return Desk(tmp_path_factory.mktemp("records"), AFTER)


@pytest.fixture(scope="module")
def made(desk) -> dict[str, list[Path]]:
    """PDF and Word file of each kind, by its name."""
    commands = {"report": ["report"], "minutes": ["minutes"], "addresses": ["labels"], "names": ["labels", "--kind", "name"],
                "receipt": ["receipt", desk.rows[0]["number"]]}
    made = {name: list(desk.letter(*words, "--word").values()) for name, words in commands.items()}
    sheets = desk.letter("sign-in", "--word")
    for name in ("danh-sach", "bang-ky-ten"):
        made[name] = [path for file, path in sheets.items() if file.startswith(name)]
    return made


def parts(report: Path, folder: Path) -> tuple[Path, Path]:
    """The report and its annex, each in a file of its own."""
    with pdfplumber.open(report) as document:
        words = [page.extract_text() for page in document.pages]
    first = next(number for number, text in enumerate(words, 1) if "\nPhụ lục\n" in f"\n{text}")
    files = (folder / "main.pdf", folder / "annex.pdf")
    for file, pages in zip(files, (f"1-{first - 1}", f"{first}-z")):
        subprocess.run(["qpdf", report, "--pages", ".", pages, "--", file], check=True)
    return files


def test_the_report_and_its_annex_are_as_the_decree_wants_them(made, tmp_path):
    pdf, word = made["report"]
    report, annex = parts(pdf, tmp_path)
    assert layout.check(report, layout.REPORT) == []
    assert layout.check_annex(annex, HEADS) == []
    assert word_layout.check(word, layout.REPORT) == []


def test_the_minutes_are_as_the_decree_wants_them(made):
    pdf, word = made["minutes"]
    assert layout.check(pdf, layout.MINUTES) == []
    assert word_layout.check(word, layout.MINUTES) == []


FAULTS = {
    "annex word too small": ("bao-cao", swap("heading(level: 1)[#value.word", "heading(level: 1)[#text(size: 12pt, value.word)"), "mục III, 1"),
    "reference upright": ("bao-cao", swap("emph(runs(value.reference))", "runs(value.reference)"), "mục III, 1"),
    "heads not repeated": ("bao-cao", swap("table.header(..", "..("), "mục III, 1"),
    "annex in portrait": ("bao-cao", swap('flipped: furniture.orientation == "landscape"', "flipped: false"), "mục I, 1"),
    "annex counts on": ("bao-cao", swap("    counter(page).update(1)\n", ""), "mục III, 1"),
    "no room to sign": ("bien-ban", swap("v(29mm)", "v(8mm)"), "mục II, 7–8"),
    "signatures upright": ("bien-ban", swap("strong(signer.post)", "signer.post"), "mục II, 7"),
    "minutes' text too small": ("bien-ban", swap("#let body-size = 14pt", "#let body-size = 12pt"), "mục II, 6"),
}

DATA_FAULTS = {
    "chair on the left": ("bien-ban", lambda text: swap('"THƯ KÝ"', '"X"')(text).replace('"CHỦ TỌA"', '"THƯ KÝ"').replace('"X"', '"CHỦ TỌA"'), "mẫu 1.9"),
    "no end mark": ("bien-ban", swap("./.", "."), "mẫu 1.9"),
    "another symbol": ("bao-cao", swap("/BC-SKHCN", "/KH-SKHCN"), "mục II, 3"),
    "annex numbered by the program": ("bao-cao", swap("(Kèm theo Báo cáo số", "(Kèm theo Báo cáo số 12"), "mục III, 1"),
}


def found_in(desk, template: str, folder: Path, **changes) -> list[layout.Finding]:
    drawn = desk.draw(template, folder / "paper.pdf", **changes)
    if template == "bien-ban":
        return layout.check(drawn, layout.MINUTES)
    report, annex = parts(drawn, folder)
    return layout.check(report, layout.REPORT) + layout.check_annex(annex, HEADS)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_template_is_found(desk, made, tmp_path, fault):
    template, change, clause = FAULTS[fault]
    found = found_in(desk, template, tmp_path, change=change)
    assert any(clause in finding.clause for finding in found), found


@pytest.mark.parametrize("fault", DATA_FAULTS)
def test_a_fault_in_the_data_is_found(desk, made, tmp_path, fault):
    template, change, clause = DATA_FAULTS[fault]
    found = found_in(desk, template, tmp_path, change_data=change)
    assert any(clause in finding.clause for finding in found), found


def test_vera_pdf_passes_every_kind_for_ua_1_and_a_2a(made):
    judges.vera_pdf_passes([paths[0] for paths in made.values()])


def test_word_files_are_valid_and_named(made):
    judges.word_files_are_sound([paths[1] for paths in made.values()])


def test_libre_office_opens_word_files_with_nothing_lost(made, tmp_path):
    judges.libre_office_shows_all([paths[1] for paths in made.values()], tmp_path)


def test_the_report_says_what_the_register_says(desk, made):
    with pdfplumber.open(made["report"][0]) as document:
        text = "\n".join(page.extract_text() for page in document.pages)
        rows = [row for page in document.pages[2:] for table in page.extract_tables() for row in table if row[0] and row[0].isdigit()]
    matters = [matter for row in desk.rows for matter in row["matters"]]
    told = [matter for matter in matters if matter.get("outcome") not in ("excluded", "withdrawn")]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(told) + 1)]
    counts = {outcome: sum(matter.get("outcome") == outcome for matter in matters)
              for outcome in ("answered", "guided", "escalated", "excluded", "withdrawn", None)}
    labels = ["Đã trả lời", "Đã hướng dẫn", "Đã báo cáo cấp trên", "Không thuộc đối thoại", "Người gửi rút lại", "Chưa có kết quả"]
    for label, count in zip(labels, counts.values()):
        assert re.search(rf"(?m)^{label} {count}$", text), label
    sums = re.findall(r"(?m)^Cộng (\d+)$", text)
    assert sums == [str(count) for count in (len(desk.rows), *[len(matters)] * 3)] and sum(counts.values()) == len(matters)
    assert f"cộng {len(matters)} nội dung trong sổ tiếp nhận" in text.replace("\n", " ")


def test_nobody_is_told_which_matters_were_excluded_or_taken_back(desk, made):
    hidden = [matter["id"] for row in desk.rows for matter in row["matters"] if matter.get("outcome") in ("excluded", "withdrawn")]
    assert hidden
    with pdfplumber.open(made["minutes"][0]) as document:
        text = squeeze("".join(page.extract_text() for page in document.pages))
    assert not [matter for matter in hidden if matter in text]


def test_what_the_annex_leaves_out_is_not_found_by_taking_away_what_it_has(desk, made):
    pdf, word = made["report"]
    with pdfplumber.open(pdf) as document:
        rows = [row for page in document.pages[2:] for table in page.extract_tables() for row in table]
    cells = [squeeze(cell) for row in rows for cell in row if cell]
    cells += [squeeze(cell.text) for row in docx.Document(str(word)).tables[-1].rows for cell in row.cells]
    shown = "\n".join(cells)
    matters = [(row["number"], matter["id"]) for row in desk.rows for matter in row["matters"]]
    assert len(cells) > len(matters) and not [name for pair in matters for name in pair if name in shown]
    # The public list has a day for each number: days of receipt would tell as much as numbers.
    days = {"/".join(reversed(row["receivedAt"][:10].split("-"))) for row in desk.rows}
    concluded = {matter["outcomeAt"] for row in desk.rows for matter in row["matters"] if matter.get("outcomeAt")}
    concluded = {"/".join(reversed(moment[:10].split("-"))) for moment in concluded}
    assert not [day for day in days - concluded if day in shown]
    subjects = [squeeze(row[2]) for row in rows if row[0] and row[0].isdigit()]
    assert len(set(subjects)) > 1 and all(subjects.index(name) + subjects.count(name) > place for place, name in enumerate(subjects))


def test_labels_fill_the_sheet_from_the_first_free_one(desk, made):
    path = next(iter(desk.letter("labels", "--skip", "3", "--replace").values()))
    with pdfplumber.open(path) as document:
        page = document.pages[0]
        tops = [word["top"] * 25.4 / 72 for word in page.extract_words() if word["text"] == "Kính"]
        lefts = [word["x0"] * 25.4 / 72 for word in page.extract_words() if word["text"] == "Kính"]
    assert min(tops) > 297 / 8 and sum(left > 105 for left in lefts) == sum(left < 105 for left in lefts) + 1
    desk.letter("labels", "--replace")


def test_the_spreadsheet_holds_words_alone_and_telephones_keep_their_zero(desk):
    desk.office("register", "export", "--replace")
    path = desk.state / "exports/so-tiep-nhan.xlsx"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    head = [cell.value for cell in book.active[1]]
    phones = [row[head.index("Số điện thoại")].value for row in book.active.iter_rows(min_row=2)]
    assert [phone for phone in phones if phone] and all(phone.startswith("0") for phone in phones if phone)


def test_equal_registers_give_equal_spreadsheets(desk):
    path = desk.state / "exports/so-tiep-nhan.xlsx"
    files = []
    for _ in range(2):
        desk.office("register", "export", "--replace")
        files.append(path.read_bytes())
    assert files[0] == files[1]


def test_a_receipt_is_printed_with_its_code_while_the_code_is_known_and_no_file_is_kept(desk, tmp_path):
    fields = {"khieu-nai": "khong", "loai": "ca-nhan", "ho-ten": "Nguyễn Văn Ví Dụ", "dien-thoai": "0912345678",
              "dia-chi": "Thôn Bản Mẫu, xã Côn Minh", "linh-vuc": "tdc", "phan-1": "Cân bao lâu kiểm định?", "du": "khong"}
    words = [word for name, value in fields.items() for word in ("--field", f"{name}={value}")]
    done = subprocess.run(
        [str(BIN / "doithoai"), "register", "add", "--form", "dang-ky-2021", "--channel", "counter", *words, "--receipt",
         "--root", str(ROOT), "--state", str(desk.state)], capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    code = re.search(r"Mã tra cứu: +(\S+)", done.stderr.decode())[1]
    printed = tmp_path / "receipt.pdf"
    printed.write_bytes(done.stdout)
    with pdfplumber.open(printed) as document:
        assert len(document.pages) == 1 and code in document.pages[0].extract_text()
    kept = [path for path in desk.state.rglob("*") if path.is_file() and not path.name.startswith("register.sqlite")]
    plain = code.replace("-", "").encode()
    assert not [path for path in kept if code.encode() in path.read_bytes() or plain in path.read_bytes()]
