"""Measures an official document with a type name against Nghị định 30/2020/NĐ-CP.

Every finding names the clause, what is asked and what was measured; no finding means that the sheet is as the decree
wants it. Lengths are millimetres, sizes points.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pdfplumber

POINT = 25.4 / 72
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LETTERS = "a b c d đ e g h i k l m n o p q r s t u v x y".split()
SHEET = "Phụ lục I, mục I"
PART = "Phụ lục I, mục II"


@dataclass(frozen=True)
class Finding:
    clause: str
    asked: str
    measured: str


@dataclass
class Line:
    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    page: int

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


def lines_of(page, number: int) -> list[Line]:
    found = []
    for line in page.extract_text_lines(return_chars=True, strip=True):
        chars = [char for char in line["chars"] if char["text"].strip()]
        if not chars:
            continue
        names = [char["fontname"] for char in chars]
        found.append(
            Line(
                line["text"], line["x0"] * POINT, line["x1"] * POINT, line["top"] * POINT, line["bottom"] * POINT,
                round(max(char["size"] for char in chars), 1), sum("Bold" in name for name in names) * 2 > len(names),
                sum("Italic" in name for name in names) * 2 > len(names), number))
    return found


class Sheet:
    """A PDF as lines and rules, with the parts of the letterhead apart."""

    def __init__(self, path: Path):
        with pdfplumber.open(path) as document:
            self.sizes = [(float(page.width) * POINT, float(page.height) * POINT) for page in document.pages]
            self.faces = {char["fontname"].split("+")[-1] for page in document.pages for char in page.chars}
            self.colours = {str(char["non_stroking_color"]) for page in document.pages for char in page.chars}
            first = document.pages[0]
            head = self.end_of_letterhead(first)
            edge = 100 / POINT
            self.left = lines_of(first.crop((0, 0, edge, head)), 1)
            self.right = lines_of(first.crop((edge, 0, first.width, head)), 1)
            rest = first.crop((0, head, first.width, first.height))
            self.pages = [lines_of(rest, 1)] + [
                lines_of(page, number) for number, page in enumerate(document.pages[1:], 2)]
            self.top_of_page_1 = [line for line in lines_of(first, 1) if line.bottom < 20]
            self.rules = [
                (number, rule["x0"] * POINT, rule["x1"] * POINT, rule["top"] * POINT)
                for number, page in enumerate(document.pages, 1) for rule in page.lines]
            last = document.pages[-1]
            self.closing_left, self.closing_right = [
                [line for page in document.pages for line in self.closing(page, side)] for side in (0, 1)]
            self.last_page = last.page_number

    @staticmethod
    def end_of_letterhead(page) -> float:
        dates = [line for line in page.extract_text_lines() if re.search(r"tháng \d+ năm \d{4}", line["text"])]
        return dates[0]["bottom"] + 3 if dates else 0

    def closing(self, page, side: int) -> list[Line]:
        starts = [line["top"] for line in page.extract_text_lines() if line["text"].startswith("Nơi nhận:")]
        if not starts:
            return []
        middle = (30 + 165 / 2) / POINT
        box = (0, starts[0] - 4, middle, page.height) if side == 0 else (middle, starts[0] - 4, page.width, page.height)
        return lines_of(page.crop(box), page.page_number)

    @property
    def body(self) -> list[Line]:
        """The lines between letterhead and closing, page numbers left out."""
        found = []
        for lines in self.pages:
            for line in lines:
                if line.text.startswith("Nơi nhận:"):
                    return found
                if line.top >= 18:
                    found.append(line)
        return found


def check(path: Path) -> list[Finding]:
    sheet = Sheet(path)
    found: list[Finding] = []

    def expect(holds, clause: str, asked: str, measured):
        if not holds:
            found.append(Finding(clause, asked, str(measured)))

    check_paper(sheet, expect)
    check_letterhead(sheet, expect)
    check_title(sheet, expect)
    check_body(sheet, expect)
    check_closing(sheet, expect)
    return found


def near(one: float, other: float, by: float) -> bool:
    return abs(one - other) <= by


def check_paper(sheet: Sheet, expect):
    for width, height in sheet.sizes:
        expect(near(width, 210, 0.5) and near(height, 297, 0.5), f"{SHEET}, 1", "khổ A4 210 × 297", (width, height))
    body = sheet.body
    left = min(line.left for line in body)
    right = 210 - max(line.right for line in body)
    expect(30 <= left + 0.2 and left <= 35.2, f"{SHEET}, 2", "lề trái 30–35", left)
    expect(14.8 <= right <= 20.2, f"{SHEET}, 2", "lề phải 15–20", right)
    for number in range(2, len(sheet.pages) + 1):
        tops = [line.top for line in body if line.page == number]
        if tops:
            expect(19.5 <= min(tops) <= 25.5, f"{SHEET}, 2", "lề trên 20–25", min(tops))
    bottom = 297 - max(line.bottom for line in body)
    expect(bottom >= 19.5, f"{SHEET}, 2", "lề dưới từ 20", bottom)
    expect(
        all(face.startswith("LiberationSerif") for face in sheet.faces), f"{SHEET}, 3",
        "phông có số đo của Times New Roman", sheet.faces)
    expect(
        all(set(re.findall(r"[\d.]+", colour)) <= {"0", "0.0"} for colour in sheet.colours), f"{SHEET}, 3",
        "màu đen", sheet.colours)
    expect(not sheet.top_of_page_1, f"{SHEET}, 7", "trang 1 không có số", [line.text for line in sheet.top_of_page_1])
    for number, lines in enumerate(sheet.pages[1:], 2):
        heads = [line for line in lines if line.bottom < 20]
        expect(
            [line.text for line in heads] == [str(number)], f"{SHEET}, 7", f"số trang {number} ở lề trên",
            [line.text for line in heads])
        for line in heads:
            expect(13 <= line.size <= 14, f"{SHEET}, 7", "cỡ 13–14", line.size)
            expect(not line.bold and not line.italic, f"{SHEET}, 7", "kiểu đứng", line.text)
            expect(near(line.middle, 30 + 165 / 2, 1), f"{SHEET}, 7", "canh giữa", line.middle)


def check_letterhead(sheet: Sheet, expect):
    right = {line.text: line for line in sheet.right}
    nation, motto = right.get(NATION), right.get(MOTTO)
    expect(nation, f"{PART}, 1", "Quốc hiệu", list(right))
    expect(motto, f"{PART}, 1", "Tiêu ngữ", list(right))
    if nation:
        expect(12 <= nation.size <= 13, f"{PART}, 1", "Quốc hiệu cỡ 12–13", nation.size)
        expect(nation.bold and not nation.italic, f"{PART}, 1", "Quốc hiệu đứng, đậm", nation)
    if motto:
        expect(13 <= motto.size <= 14, f"{PART}, 1", "Tiêu ngữ cỡ 13–14", motto.size)
        expect(motto.bold and not motto.italic, f"{PART}, 1", "Tiêu ngữ đứng, đậm", motto)
        expect(nation and near(nation.middle, motto.middle, 1), f"{PART}, 1", "Tiêu ngữ canh giữa", motto.middle)
        rules = [rule for rule in sheet.rules if rule[0] == 1 and -1 < rule[3] - motto.bottom < 4 and rule[1] > 95]
        lengths = [rule[2] - rule[1] for rule in rules]
        width = motto.right - motto.left
        expect(
            len(lengths) == 1 and near(lengths[0], width, 1), f"{PART}, 1", f"đường kẻ dài bằng Tiêu ngữ {width:.1f}",
            lengths)
    agencies = [line for line in sheet.left if line.text == line.text.upper() and not line.text.startswith("Số:")]
    expect(len(agencies) >= 2, f"{PART}, 2", "cơ quan chủ quản và cơ quan ban hành", [line.text for line in sheet.left])
    for line in agencies:
        expect(12 <= line.size <= 13, f"{PART}, 2", "cỡ 12–13", line.size)
    if len(agencies) >= 2:
        expect(not agencies[0].bold, f"{PART}, 2", "cơ quan chủ quản không đậm", agencies[0].text)
        expect(agencies[-1].bold, f"{PART}, 2", "cơ quan ban hành đậm", agencies[-1].text)
        width = agencies[-1].right - agencies[-1].left
        rules = [
            rule[2] - rule[1] for rule in sheet.rules
            if rule[0] == 1 and -1 < rule[3] - agencies[-1].bottom < 4 and rule[2] < 105]
        expect(
            len(rules) == 1 and width / 3 - 0.5 <= rules[0] <= width / 2 + 0.5, f"{PART}, 2",
            f"đường kẻ 1/3–1/2 của {width:.1f}", rules)
    numbers = [line for line in sheet.left if line.text.startswith("Số:")]
    dates = [line for line in sheet.right if "tháng" in line.text]
    expect(len(numbers) == 1, f"{PART}, 3", "dòng Số", [line.text for line in sheet.left])
    expect(len(dates) == 1, f"{PART}, 4", "dòng địa danh, ngày", [line.text for line in sheet.right])
    for line in numbers:
        expect(near(line.size, 13, 0.1) and not line.bold and not line.italic, f"{PART}, 3", "cỡ 13, đứng", line)
        expect(re.fullmatch(r"Số: ?(\d{2,})? ?/[A-ZĐ]{2}-[A-ZĐ]+", line.text), f"{PART}, 3", "Số: …/KH-…", line.text)
    for line in dates:
        expect(13 <= line.size <= 14 and line.italic and not line.bold, f"{PART}, 4", "cỡ 13–14, nghiêng", line)
        expect(
            re.search(r", ngày (\d{2} )?tháng (0[12]|[3-9]|1[0-2]) năm \d{4}$", line.text), f"{PART}, 4",
            "địa danh, ngày … tháng … năm …", line.text)
    if numbers and dates:
        expect(near(numbers[0].bottom, dates[0].bottom, 1.2), f"{PART}, 4", "cùng dòng với Số", dates[0].bottom)


def check_title(sheet: Sheet, expect):
    lines = sheet.pages[0]
    name = lines[0]
    expect(name.text == name.text.upper(), f"{PART}, 5a", "tên loại chữ in hoa", name.text)
    abstract = []
    for line in lines[1:]:
        if not line.bold:
            break
        abstract.append(line)
    expect(abstract, f"{PART}, 5a", "trích yếu chữ đậm", lines[1].text)
    for line in [name, *abstract]:
        expect(13 <= line.size <= 14 and line.bold and not line.italic, f"{PART}, 5a", "cỡ 13–14, đứng, đậm", line)
        expect(near(line.middle, 30 + 165 / 2, 1), f"{PART}, 5a", "canh giữa", line.middle)
    if abstract:
        longest = max(line.right - line.left for line in abstract)
        rules = [
            rule[2] - rule[1] for rule in sheet.rules if rule[0] == 1 and -1 < rule[3] - abstract[-1].bottom < 6]
        expect(
            len(rules) == 1 and longest / 3 - 1 <= rules[0] <= longest / 2 + 1, f"{PART}, 5a",
            f"đường kẻ 1/3–1/2 của {longest:.1f}", rules)


def check_body(sheet: Sheet, expect):
    body = sheet.body
    started = next((index for index, line in enumerate(body) if line.text.startswith("Căn cứ")), None)
    expect(started is not None, f"{PART}, 6", "có căn cứ ban hành", body[0].text)
    text = body[started or 0:]
    paragraphs = []
    for line in text:
        if line.left > 33 or not paragraphs:
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    bases = [lines for lines in paragraphs if lines[0].text.startswith("Căn cứ")]
    for index, lines in enumerate(bases):
        end = "." if index == len(bases) - 1 else ";"
        expect(all(line.italic for line in lines), f"{PART}, 6", "căn cứ chữ nghiêng", lines[0].text)
        expect(lines[-1].text.endswith(end), f"{PART}, 6", f"căn cứ kết thúc bằng {end}", lines[-1].text[-20:])
    for line in text:
        expect(13 <= line.size <= 14, f"{PART}, 6", "cỡ 13–14", (line.size, line.text))
    for lines in paragraphs:
        indent = lines[0].left - 30
        expect(
            near(indent, 10, 0.4) or near(indent, 12.7, 0.4), f"{PART}, 6", "lùi 1 hoặc 1,27 cm",
            (indent, lines[0].text[:30]))
        for line in lines[:-1]:
            expect(near(line.right, 195, 0.6), f"{PART}, 6", "canh đều hai lề", (line.right, line.text[:30]))
        for one, other in zip(lines, lines[1:]):
            if one.page == other.page:
                spacing = (other.bottom - one.bottom) / (1.149 * one.size * POINT)
                expect(0.97 <= spacing <= 1.53, f"{PART}, 6", "cách dòng đơn đến 1,5", spacing)
    for before, after in zip(paragraphs, paragraphs[1:]):
        one, other = before[-1], after[0]
        if one.page == other.page:
            gap = (other.bottom - one.bottom) / POINT - 1.149 * other.size
            expect(gap >= 5.7, f"{PART}, 6", "cách đoạn từ 6 pt", (gap, other.text[:30]))
    check_numbering(paragraphs, expect)
    expect(text[-1].text.endswith("./."), "Phụ lục III, mẫu 1.4", "kết thúc bằng ./.", text[-1].text[-20:])


def check_numbering(paragraphs, expect):
    roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    parts, sections, points = 0, 0, 0
    for lines in paragraphs:
        text, first = lines[0].text, lines[0]
        if match := re.match(r"([IVX]+)\. ", text):
            expect(match[1] == roman[parts], f"{PART}, 6", f"phần {roman[parts]}", text)
            expect(first.bold and text == text.upper(), f"{PART}, 6", "tên phần in hoa, đậm", text)
            parts, sections, points = parts + 1, 0, 0
        elif match := re.match(r"(\d+)\. ", text):
            expect(int(match[1]) == sections + 1, f"{PART}, 6", f"mục {sections + 1}", text)
            expect(first.bold, f"{PART}, 6", "tên mục đậm", text)
            sections, points = sections + 1, 0
        elif match := re.match(r"([a-zđ]{1,2})\)", text):
            expect(match[1] == LETTERS[points], f"{PART}, 6", f"điểm {LETTERS[points]})", text[:30])
            points += 1


def check_closing(sheet: Sheet, expect):
    recipients = sheet.closing_left
    title = next((line for line in recipients if line.text.startswith("Nơi nhận:")), None)
    expect(title, f"{PART}, 9b", "Nơi nhận", [line.text for line in recipients][:3])
    if title:
        expect(near(title.size, 12, 0.1) and title.bold and title.italic, f"{PART}, 9b", "cỡ 12, nghiêng, đậm", title)
    listed = [line for line in recipients if line is not title and line.top > (title.top if title else 0)]
    for line in listed:
        expect(near(line.size, 11, 0.1) and not line.bold, f"{PART}, 9b", "cỡ 11, đứng", (line.size, line.text))
    marks = [line.text for line in listed if line.text.startswith("- ")]
    expect(marks and re.fullmatch(r"- Lưu: VT, .+\.", marks[-1]), f"{PART}, 9b", "- Lưu: VT, ….", marks[-1:])
    signer = [line for line in sheet.closing_right if line.text.strip()]
    expect(len(signer) >= 2, f"{PART}, 7", "quyền hạn, chức vụ và họ tên", [line.text for line in signer])
    if len(signer) < 2 or not title:
        return
    for line in signer:
        expect(13 <= line.size <= 14 and line.bold and not line.italic, f"{PART}, 7", "cỡ 13–14, đứng, đậm", line)
    expect(all(line.text == line.text.upper() for line in signer[:-1]), f"{PART}, 7a", "chức vụ in hoa", signer[0].text)
    expect(near(signer[0].top, title.top, 1.5), f"{PART}, 9b", "ngang hàng với quyền hạn, chức vụ", signer[0].top)
    room = signer[-1].top - signer[-2].bottom
    expect(room >= 20, f"{PART}, 7–8", "chỗ ký và dấu từ 20", room)
    last = sheet.body[-1]
    expect(last.page == signer[-1].page, f"{PART}, 7", "cùng trang với đoạn cuối", (last.page, signer[-1].page))
