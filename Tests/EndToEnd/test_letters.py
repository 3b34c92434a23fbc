"""Papers of the office: measured against the decree, judged by other programs, read back word by word."""

import json
import re
import shutil
import stat
import subprocess
import zipfile
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

import judges
import layout
import word_layout
from judges import squeeze
from letters import AFTER, BEFORE, Desk
from portal import BIN, ROOT
from test_layout import swap

CLERK = ["--number", "7", "--date", "2021-11-05"]


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("before"), BEFORE)
    for matter, subject in zip(desk.matters(None), ["shtt", "shtt", "khcn", "tdc"] * 9):
        desk.office("register", "classify", matter, "--subject", subject)
    first = desk.matters(None)[0]
    desk.approve(first, "answered")
    desk.office("answer", "draft", desk.matters(None)[1], "--as", "vanthu")
    return desk


@pytest.fixture(scope="module")
def after(tmp_path_factory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("after"), AFTER)
    for outcome, authority in (("answered", ""), ("guided", "cuc-qltt"), ("escalated", "ubnd-tinh")):
        for matter in desk.matters(outcome)[:2]:
            desk.approve(matter, outcome, authority)
    return desk


@pytest.fixture(scope="module")
def made(before, after) -> dict[str, list[Path]]:
    """One paper of each kind, PDF and Word, by the words of the command."""
    result = {}
    number = before.rows[0]["number"]
    answered = after.matters("answered")[0].split("/")[0]
    guided, escalated = after.matters("guided")[0], after.matters("escalated")[0]
    for name, desk, words in (
            ("invitations", before, ["invitations"]), ("hand-over", before, ["hand-over", "--division", "chi-cuc-tdc", *CLERK]),
            ("chairs-book", before, ["chairs-book"]), ("results", after, ["results", answered, *CLERK]),
            ("guidance", after, ["guidance", guided]), ("escalation", after, ["escalation", escalated, *CLERK])):
        result[name] = list(desk.letter(*words, "--word").values())
    one = [path for path in result["invitations"] if path.name == f"giay-moi-{number}.docx"]
    result["invitations"] = result["invitations"][:1] + one
    return result


KINDS = {
    "hand-over": layout.HAND_OVER, "results": layout.LETTER, "guidance": layout.LETTER, "escalation": layout.LETTER,
}


@pytest.mark.parametrize("name", KINDS)
def test_a_paper_is_as_the_decree_wants_it(made, name):
    pdf, word = made[name]
    assert layout.check(pdf, KINDS[name]) == []
    assert word_layout.check(word, KINDS[name]) == []


def test_each_invitation_is_as_the_decree_wants_it(before, made, tmp_path):
    pdf, word = made["invitations"]
    assert word_layout.check(word, layout.INVITATION) == []
    for number, (first, last) in enumerate(letters_of(pdf, "GIẤY MỜI")[:5]):
        one = tmp_path / f"{number}.pdf"
        subprocess.run(["qpdf", pdf, "--pages", ".", f"{first}-{last}", "--", one], check=True)
        assert layout.check(one, layout.INVITATION) == []


def letters_of(pdf: Path, title: str) -> list[tuple[int, int]]:
    """First and last page of each letter in a file."""
    with pdfplumber.open(pdf) as document:
        words = [page.extract_text() for page in document.pages]
    firsts = [number for number, text in enumerate(words, 1) if f"\n{title}\n" in text]
    return list(zip(firsts, [first - 1 for first in firsts[1:]] + [len(words)]))


def test_one_file_for_all_begins_each_letter_on_a_page_of_its_own_without_a_number(before, made):
    pdf = made["invitations"][0]
    entering = [row for row in before.rows if any(matter.get("outcome") not in ("excluded", "withdrawn") for matter in row["matters"])]
    assert len(letters_of(pdf, "GIẤY MỜI")) == len([row for row in entering if not row["isLate"]])
    with pdfplumber.open(pdf) as document:
        for first, last in letters_of(pdf, "GIẤY MỜI"):
            for number in range(first, last + 1):
                head = (document.pages[number - 1].crop((298, 0, 595, 55)).extract_text() or "").strip()
                assert head == ("" if number == first else str(number - first + 1))


FAULTS = {
    "subject too large": (swap("set text(size: 13pt, weight: \"regular\")\n  show heading: set block", "set text(size: 15pt, weight: \"regular\")\n  show heading: set block"), "mục II, 5b"),
    "subject bold": (swap('set text(size: 13pt, weight: "regular")\n  show heading: set block', 'set text(size: 13pt)\n  show heading: set block'), "mục II, 5b"),
    "subject too close": (swap("block(above: 6pt, below: 0pt, width: 100%, subject-line", "block(above: 1pt, below: 0pt, width: 100%, subject-line"), "mục II, 5b"),
    "foot too large": (swap("text(size: 11pt, furniture.foot)", "text(size: 13pt, furniture.foot)"), "mục II, 13"),
    "foot without its rule": (swap("pdf.artifact(line(length: 100%, stroke: 0.6pt))\n      align", "align"), "mục II, 13"),
    "addressee bold": (swap("par[#value.label #value.names.first()]", "par(strong[#value.label #value.names.first()])"), "mục II, 9a"),
    "room to sign": (swap("v(29mm)", "v(8mm)"), "mục II, 7–8"),
}

DATA_FAULTS = {
    "no end mark": (swap("./.", "."), "mẫu 1.5"),
    "another symbol": (swap("/SKHCN-VP", "/CV-SKHCN"), "mục II, 3"),
    "date without its zero": (swap("ngày 05 tháng", "ngày 5 tháng"), "mục II, 4"),
    "no addressee": (swap("Kính gửi:", "Gửi:"), "mục II, 9a"),
    "archive left out": (swap("- Lưu: VT, VP.", "- Phòng Một cửa;"), "mục II, 9b"),
}


def draw(after, target: Path, **changes) -> list[layout.Finding]:
    """What is found on the letter of results, drawn anew."""
    drawn = after.draw("van-ban-hanh-chinh", target, holding="trả lời nội dung đã đăng ký", **changes)
    return layout.check(drawn, layout.LETTER)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_template_is_found(after, made, tmp_path, fault):
    change, clause = FAULTS[fault]
    found = draw(after, tmp_path / "letter.pdf", change=change)
    assert any(clause in finding.clause for finding in found), found


@pytest.mark.parametrize("fault", DATA_FAULTS)
def test_a_fault_in_the_data_is_found(after, made, tmp_path, fault):
    change, clause = DATA_FAULTS[fault]
    found = draw(after, tmp_path / "letter.pdf", change_data=change)
    assert any(clause in finding.clause for finding in found), found


WORD_FAULTS = {
    "subject left out": ("word/document.xml", "V/v trả lời", "Trả lời", "mục II, 5b"),
    "another symbol": ("word/document.xml", "/SKHCN-VP", "/CV-SKHCN", "mục II, 3"),
    "no addressee": ("word/document.xml", "Kính gửi:", "Gửi:", "mục II, 9a"),
    "no rule above the address": ("word/styles.xml", "<w:top ", "<w:left ", "mục II, 13"),
    "no end mark": ("word/document.xml", "./.", ".", "mẫu 1.5"),
    "signature leaves its paragraph": ("word/document.xml", "<w:keepNext/><w:keepLines/>", "", "mục II, 7"),
}


@pytest.mark.parametrize("fault", WORD_FAULTS)
def test_a_fault_in_the_word_file_is_found(made, tmp_path, fault):
    part, old, new, clause = WORD_FAULTS[fault]
    found = word_layout.check(
        word_layout.spoil(made["results"][1], tmp_path / "letter.docx", part, old, new), layout.LETTER)
    assert any(clause in finding.clause for finding in found), found


def test_the_signature_stays_with_the_last_paragraph_however_long_the_letter_is(after, made, tmp_path):
    spoil = swap('if "closing" in next { kept', "if false { kept")
    betrayed = 0
    for count in range(6, 16):
        longer = lengthened(count)
        assert draw(after, tmp_path / "letter.pdf", change_data=longer) == []
        betrayed += any("mục II, 7" in finding.clause for finding in draw(
            after, tmp_path / "letter.pdf", change=spoil, change_data=longer))
    assert betrayed


def lengthened(count: int):
    def change(text: str) -> str:
        data = json.loads(text)
        blocks = data["sections"][0]["blocks"]
        filler = {"passage": {"kind": "paragraph", "label": "", "items": [], "runs": [
            {"kind": "text", "text": "Một đoạn thêm cho công văn dài ra. " * 3, "strong": False, "emphasis": False}]}}
        data["sections"][0]["blocks"] = blocks[:3] + [filler] * count + blocks[-2:]
        return json.dumps(data)

    return change


WARNING = "BẢN CHẠY THỬ – KHÔNG CÓ GIÁ TRỊ"


def test_every_page_of_a_rehearsal_says_that_it_is_one(made):
    for pdf, word in made.values():
        assert set(layout.warnings(pdf)) == {WARNING}, pdf.name
        for section in docx.Document(str(word)).sections:
            for head in (section.header, section.first_page_header):
                assert head.paragraphs[0].text.split("\t")[0] == WARNING, word.name


def test_no_page_of_the_office_itself_says_so(after, tmp_path):
    state = tmp_path / "state"
    shutil.copytree(after.state, state)
    (state / "rehearsal.json").unlink()
    shutil.rmtree(state / "letters")
    done = subprocess.run(
        [BIN / "doithoai", "letter", "minutes", "--edition", "2021", "--word", "--root", ROOT, "--state", state],
        capture_output=True, text=True, env={"PATH": "/usr/local/bin:/usr/bin:/bin", "SUDO_USER": "vanthu"}, timeout=120)
    assert done.returncode == 0, done.stderr
    pdf, word = state / "letters/bien-ban-2021.pdf", state / "letters/bien-ban-2021.docx"
    assert set(layout.warnings(pdf)) == {""}
    with zipfile.ZipFile(word) as parts:
        assert not [name for name in parts.namelist() if WARNING.encode() in parts.read(name)]


def test_vera_pdf_passes_every_kind_for_ua_1_and_a_2a(made):
    judges.vera_pdf_passes([paths[0] for paths in made.values()])


def test_word_files_are_valid_and_named(made):
    judges.word_files_are_sound([paths[1] for paths in made.values()])


def test_libre_office_opens_word_files_with_nothing_lost(made, tmp_path):
    judges.libre_office_shows_all([paths[1] for paths in made.values()], tmp_path)


def test_a_hand_over_has_every_matter_in_full_a_place_to_answer_and_nothing_to_reach_a_sender_by(before, made):
    pdf, word = made["hand-over"]
    document = docx.Document(str(word))
    tags = [node.get(qn("w:val")) for node in document.element.body.iter(qn("w:tag"))]
    rows = before.registrations_of(tags)
    assert tags and len(rows) == len(tags)
    text = squeeze("".join(node.text or "" for node in document.element.body.iter(qn("w:t"))))
    with pdfplumber.open(pdf) as paper:
        printed = squeeze("".join(page.extract_text() for page in paper.pages))
    for row, matter in rows:
        shown = before.office("register", "show", row["number"], "--json")
        answers = json.loads(shown)["answers"]
        assert squeeze(matter["text"]) in text
        for field in ("ho-ten", "to-chuc", "dien-thoai", "thu", "dia-chi"):
            if answers.get(field):
                assert squeeze(answers[field]) not in text and squeeze(answers[field]) not in printed, field


def test_what_is_made_is_for_the_account_alone(before, made):
    folder = before.state / "letters"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}
    assert all(re.fullmatch(r"[a-z0-9.-]+", path.name) for path in folder.iterdir())


def test_a_file_that_is_there_is_not_overwritten(before, made):
    with pytest.raises(AssertionError, match="--replace"):
        before.letter("chairs-book")


def words_of(path: Path) -> str:
    """What one reads in a PDF or Word file, without spaces."""
    if path.suffix == ".docx":
        return squeeze("".join(node.text or "" for node in docx.Document(str(path)).element.body.iter(qn("w:t"))))
    with pdfplumber.open(path) as document:
        return squeeze("".join(page.extract_text() for page in document.pages))


def pieces(text: str, size: int = 30) -> list[str]:
    """Of a text that may be broken by a page number or cut short: found in any paper that quotes some of it."""
    letters = squeeze(text)
    return [letters[place:place + size] for place in range(0, max(1, len(letters) - size + 1), size)]


def test_what_is_sealed_is_in_no_paper(before, after, made):
    seeded = json.loads((ROOT / "deploy/demo/registrations.json").read_text("utf-8"))
    texts = {matter: [] for matter in ("sealed", "open")}
    for one in seeded:
        kind = "sealed" if any(outcome["kind"] == "excluded" for outcome in one["outcomes"]) else "open"
        texts[kind] += [value for field, value in one["answers"].items() if field.startswith("phan-")]
    # A registration may have a sealed matter and one that is not.
    shown = {squeeze(matter["text"]) for desk in (before, after) for row in desk.rows for matter in row["matters"] if matter.get("text")}
    sealed = [text for text in texts["sealed"] if squeeze(text) not in shown]
    assert sealed and texts["open"]
    found = {".pdf": 0, ".docx": 0}
    for path in [path for desk in (before, after) for path in (desk.state / "letters").iterdir() if path.suffix in found]:
        words = words_of(path)
        assert not [piece for text in sealed for piece in pieces(text) if piece in words], path
        found[path.suffix] += any(piece in words for text in texts["open"] for piece in pieces(text))
    assert all(count > 1 for count in found.values()), found
