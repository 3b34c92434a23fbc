"""Documents against the figures of Nghị định 30/2020/NĐ-CP, measured; and planted faults, which have to be found."""

import pytest

import layout
import word_layout
from conftest import RESULTS
from papers import Papers


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> Papers:
    return Papers(tmp_path_factory.mktemp("papers"), RESULTS)


def swap(old: str, new: str):
    def change(text: str) -> str:
        assert old in text, f"nothing to spoil: {old}"
        return text.replace(old, new)

    return change


FAULTS = {
    "letter paper": (swap('paper: "a4"', 'paper: "us-letter"'), "mục I, 1"),
    "left margin 25 mm": (swap("left: 30mm, right: 15mm", "left: 25mm, right: 15mm"), "mục I, 2"),
    "right margin 25 mm": (swap("left: 30mm, right: 15mm", "left: 30mm, right: 25mm"), "mục I, 2"),
    "top margin 30 mm": (swap("(top: 20mm", "(top: 30mm"), "mục I, 2"),
    # A line has to reach the margin to betray it: with this distance one does.
    "bottom margin 8 mm": (
        lambda text: swap("#let paragraph-gap = 6pt", "#let paragraph-gap = 9pt")(
            swap("bottom: 20mm", "bottom: 8mm")(text)), "mục I, 2"),
    "red text": (swap("  set text(\n    font: font,", "  set text(\n    fill: red,\n    font: font,"), "mục I, 3"),
    "number on page 1": (swap("if number > 1 {", "if number > 0 {"), "mục I, 7"),
    "page number too small": (swap("text(size: 13pt, str(number))", "text(size: 10pt, str(number))"), "mục I, 7"),
    "page number to the right": (swap("columns: (1fr, auto, 1fr)", "columns: (1fr, auto, auto)"), "mục I, 7"),
    "nation too large": (swap("head-line(lines.first(), size: 12pt", "head-line(lines.first(), size: 14pt"),
                         "mục II, 1"),
    "motto not bold": (swap('head-line(lines.last(), size: 13pt, weight: "bold")', "head-line(lines.last(), size: 13pt)"),
                       "mục II, 1"),
    "letterhead hangs out to the left": (
        swap("  grid(\n    columns: (1fr, 90mm),", "  inset: (left: -20mm),\n  grid(\n    columns: (1fr, 90mm),"), "mục I, 2"),
    "letterhead hangs out to the right": (
        swap("  grid(\n    columns: (1fr, 90mm),", "  inset: (right: -2mm),\n  grid(\n    columns: (1fr, 90mm),"), "mục I, 2"),
    "rule under the motto too short": (
        swap('lines.last())).width, above', 'lines.last())).width * 0.6, above'), "mục II, 1"),
    "parent agency bold": (swap("head-line(head.parent, size: 12pt)", 'head-line(head.parent, size: 12pt, weight: "bold")'), "mục II, 2"),
    "rule under the agency too long": (swap("70mm) * 0.42", "70mm) * 0.8"), "mục II, 2"),
    "date upright": (swap('text(size: 14pt, style: "italic", runs', "text(size: 14pt, runs"), "mục II, 4"),
    "title not bold": (swap("  show heading: set text(size: body-size)",
                            '  show heading: set text(size: body-size)\n'
                            '  show heading.where(level: 1): set text(weight: "regular")'), "mục II, 5a"),
    "rule under the abstract too long": (swap("text-width - 20mm) * 0.4", "text-width - 20mm) * 0.7"), "mục II, 5a"),
    "legal bases upright": (swap(' or item.kind == "basis" {', " {"), "mục II, 6"),
    "text too small": (swap("#let body-size = 14pt", "#let body-size = 12pt"), "mục II, 6"),
    "first line 2 cm": (swap("#let first-line = 1.27cm", "#let first-line = 2cm"), "mục II, 6"),
    "paragraphs too close": (swap("#let paragraph-gap = 6pt", "#let paragraph-gap = 3pt"), "mục II, 6"),
    "lines too far apart": (swap("leading: line-gap,", "leading: 0.9em,"), "mục II, 6"),
    "ragged right": (swap("justify: true,", "justify: false,"), "mục II, 6"),
    "recipients too large": (swap("set text(size: 11pt)\n  par(text(size: 12pt", "set text(size: 13pt)\n  par(text(size: 12pt"),
                             "mục II, 9b"),
    "recipients' title upright": (swap('weight: "bold", style: "italic", value.title', 'weight: "bold", value.title'),
                                  "mục II, 9b"),
    "no room to sign": (swap("v(29mm)", "v(8mm)"), "mục II, 7–8"),
    "signature leaves its paragraph": (swap('if "closing" in next { kept', "if false { kept"), "mục II, 7"),
}

DATA_FAULTS = {
    "no end mark": (swap("./.", "."), "mẫu 1.4"),
    "points without đ": (swap('"label":"đ)"', '"label":"e)"'), "mục II, 6"),
    "motto without spaces": (swap("Độc lập - Tự do", "Độc lập-Tự do"), "mục II, 1"),
    "a number that was made up": (swap("/KH-SKHCN", "5/KH-SKHCN"), "mục II, 3"),
    "archive left out": (swap("- Lưu: VT, VP.", "- Phòng Một cửa;"), "mục II, 9b"),
}


def test_the_plan_is_as_the_decree_wants_it(papers):
    plan = next(path for path in papers.public(".pdf") if path.name.startswith("ke-hoach"))
    assert layout.check(plan) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_the_template_is_found(papers, tmp_path, fault):
    change, clause = FAULTS[fault]
    found = layout.check(papers.draw("ke-hoach", tmp_path / "plan.pdf", change=change))
    assert any(clause in finding.clause for finding in found), found


@pytest.mark.parametrize("fault", DATA_FAULTS)
def test_a_fault_in_the_data_is_found(papers, tmp_path, fault):
    change, clause = DATA_FAULTS[fault]
    found = layout.check(papers.draw("ke-hoach", tmp_path / "plan.pdf", change_data=change))
    assert any(clause in finding.clause for finding in found), found


def test_the_word_file_of_the_plan_is_as_the_decree_wants_it(papers):
    plan = next(path for path in papers.public(".docx") if path.name.startswith("ke-hoach"))
    assert word_layout.check(plan) == []


@pytest.mark.parametrize("fault", word_layout.FAULTS)
def test_a_fault_in_the_word_file_is_found(papers, tmp_path, fault):
    plan = next(path for path in papers.public(".docx") if path.name.startswith("ke-hoach"))
    part, old, new, clause = word_layout.FAULTS[fault]
    spoiled = word_layout.spoil(plan, tmp_path / "plan.docx", part, old, new)
    found = word_layout.check(spoiled)
    assert any(clause in finding.clause for finding in found), found
