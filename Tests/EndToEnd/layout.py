"""Measures an official document against Nghị định 30/2020/NĐ-CP.

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
class Kind:
    """What the decree asks of one kind of document."""

    form: str  # in Phụ lục III
    symbol: str  # after the slash, as a pattern
    named: bool = True  # a type name (5a); without one the subject of a letter (5b)
    bases: bool = False
    addressed: bool = False  # 9a
    foot: bool = False  # 13
    dated: bool = True  # 4
    listed: bool = True  # 9b
    annexed: bool = False  # mục III


PLAN = Kind("mẫu 1.4", "KH-[A-ZĐ]+", bases=True)
INVITATION = Kind("mẫu 1.7", "GM-[A-ZĐ]+", foot=True)
LETTER = Kind("mẫu 1.5", "[A-ZĐ]+-VP", named=False, addressed=True, foot=True)
REPORT = Kind("mẫu 1.4", "BC-[A-ZĐ]+", bases=True, addressed=True, annexed=True)
MINUTES = Kind("mẫu 1.9", "BB-[A-ZĐ]+", dated=False, listed=False)
HAND_OVER = Kind("mẫu 1.4", "PC-[A-ZĐ]+", addressed=True)


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


def without_warning(page):
    """The page as it is when the department makes it: that of a rehearsal says so at the top left."""
    return page.filter(
        lambda thing: thing["object_type"] != "char" or thing["bottom"] * POINT > 19 or thing["x1"] * POINT > 105)


def warnings(path: Path) -> list[str]:
    """What each page says at its top left, beside the number."""
    with pdfplumber.open(path) as document:
        return [(page.crop((0, 0, 105 / POINT, 19 / POINT)).extract_text() or "").strip() for page in document.pages]


class Sheet:
    """A PDF as lines and rules, with the parts of the letterhead apart."""

    def __init__(self, path: Path):
        with pdfplumber.open(path) as document:
            document.pages[:] = map(without_warning, document.pages)
            self.sizes = [(float(page.width) * POINT, float(page.height) * POINT) for page in document.pages]
            self.faces = {char["fontname"].split("+")[-1] for page in document.pages for char in page.chars}
            self.colours = {str(char["non_stroking_color"]) for page in document.pages for char in page.chars}
            first = document.pages[0]
            self.tables = [
                (number, table.bbox[1] * POINT, table.bbox[3] * POINT)
                for number, page in enumerate(document.pages, 1) for table in page.find_tables()]
            self.rules = [
                (number, rule["x0"] * POINT, rule["x1"] * POINT, rule["top"] * POINT)
                for number, page in enumerate(document.pages, 1) for rule in page.lines]
            # Under a rule from edge to edge, in the bottom margin of page 1.
            self.foot_rules = [rule for rule in self.rules if rule[0] == 1 and rule[3] > 278]
            foot = self.foot_rules[0][3] / POINT if self.foot_rules else first.height
            self.foot = lines_of(first.crop((0, foot, first.width, first.height)), 1) if self.foot_rules else []
            first = first.crop((0, 0, first.width, foot))
            document.pages[0] = first
            head = self.end_of_letterhead(first)
            edge = 104 / POINT
            self.left = lines_of(first.crop((0, 0, edge, head)), 1)
            self.right = lines_of(first.crop((edge, 0, first.width, head)), 1)
            rest = first.crop((0, head, first.width, foot))
            self.pages = [lines_of(rest, 1)] + [
                lines_of(page, number) for number, page in enumerate(document.pages[1:], 2)]
            for line in (line for lines in self.pages for line in lines):
                # A gap to write in may begin a line.
                gaps = [rule[1] - 0.7 for rule in self.rules if rule[0] == line.page and line.top < rule[3] < line.bottom]
                line.left = min([line.left, *gaps])
            self.top_of_page_1 = [line for line in lines_of(first, 1) if line.bottom < 20]
            last = document.pages[-1]
            self.closing_left, self.closing_right = [
                [line for page in document.pages for line in self.closing(page, side)] for side in (0, 1)]
            self.last_page = last.page_number

    @staticmethod
    def end_of_letterhead(page) -> float:
        lines = page.extract_text_lines()
        # The subject of a letter stands lower than the date beside it.
        addressees = [line["top"] for line in lines if line["text"].startswith("Kính gửi")]
        dates = [line["bottom"] for line in lines if re.search(r"tháng( \d+)? năm( \d{4})?$", line["text"])]
        subjects = [line for line in lines if line["text"].startswith("V/v")]
        if subjects and addressees:
            return addressees[0] - 3
        # Minutes have no date beside their number.
        dates += [line["bottom"] for line in lines if line["text"].startswith("Số:")]
        return max(bottom for bottom in dates if bottom < min(dates) + 6) + 3 if dates else 0

    def closing(self, page, side: int) -> list[Line]:
        starts = [line["top"] for line in page.extract_text_lines() if line["text"].startswith("Nơi nhận:")]
        if not starts:
            return []
        middle = (30 + 165 / 2) / POINT
        edge = page.bbox[3]
        box = (0, starts[0] - 4, middle, edge) if side == 0 else (middle, starts[0] - 4, page.width, edge)
        return lines_of(page.crop(box), page.page_number)

    @property
    def body(self) -> list[Line]:
        """The lines between letterhead and closing, page numbers and tables left out."""
        found = []
        for lines in self.pages:
            for line in lines:
                if line.text.startswith(("Nơi nhận:", "THƯ KÝ")):
                    return found
                if any(line.page == page and top - 1 < line.top < bottom for page, top, bottom in self.tables):
                    continue
                if line.top >= 18:
                    found.append(line)
        return found


def check(path: Path, kind: Kind = PLAN) -> list[Finding]:
    sheet = Sheet(path)
    found: list[Finding] = []

    def expect(holds, clause: str, asked: str, measured):
        if not holds:
            found.append(Finding(clause, asked, str(measured)))

    check_paper(sheet, expect)
    check_letterhead(sheet, kind, expect)
    if kind.named:
        check_title(sheet, expect)
    else:
        check_subject(sheet, expect)
    if kind.addressed:
        check_addressees(sheet, expect)
    check_body(sheet, kind, expect)
    if kind.listed:
        check_closing(sheet, expect)
    else:
        check_signers(sheet, expect)
    check_foot(sheet, kind, expect)
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
        tops = [line.top for line in body if line.page == number] + [top for page, top, _ in sheet.tables if page == number]
        # Lines to write on are 7,4 mm apart; a page may begin with them.
        first = min(tops, default=297)
        tops += [rule[3] - 7.4 for rule in sheet.rules if rule[0] == number and 20 < rule[3] < first]
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


def check_letterhead(sheet: Sheet, kind: Kind, expect):
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
    for line in sheet.left + sheet.right:
        expect(line.left >= 29.8, f"{SHEET}, 2", "phần đầu trong lề trái 30", (line.left, line.text))
        expect(line.right <= 195.2, f"{SHEET}, 2", "phần đầu trong lề phải 15", (line.right, line.text))
    below = next((index for index, line in enumerate(sheet.left) if line.text.startswith("Số:")), len(sheet.left))
    agencies = [line for line in sheet.left[:below] if line.text == line.text.upper()]
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
    expect(len(dates) == kind.dated, f"{PART}, 4", "dòng địa danh, ngày", [line.text for line in sheet.right])
    for line in numbers:
        expect(near(line.size, 13, 0.1) and not line.bold and not line.italic, f"{PART}, 3", "cỡ 13, đứng", line)
        expect(re.fullmatch(rf"Số: ?(\d{{2,}})? ?/{kind.symbol}", line.text), f"{PART}, 3", f"Số: …/{kind.symbol}", line.text)
    for line in dates:
        expect(13 <= line.size <= 14 and line.italic and not line.bold, f"{PART}, 4", "cỡ 13–14, nghiêng", line)
        expect(
            re.search(r", ngày (\d{2} )?tháng ((0[12]|[3-9]|1[0-2]) năm \d{4}|năm)$", line.text), f"{PART}, 4",
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


def check_subject(sheet: Sheet, expect):
    number = next((line for line in sheet.left if line.text.startswith("Số:")), None)
    start = next((index for index, line in enumerate(sheet.left) if line.text.startswith("V/v ")), None)
    expect(number and start is not None, f"{PART}, 5b", "V/v dưới số, ký hiệu", [line.text for line in sheet.left])
    if not number or start is None:
        return
    subject = sheet.left[start:]
    for line in subject:
        expect(12 <= line.size <= 13 and not line.bold and not line.italic, f"{PART}, 5b", "cỡ 12–13, đứng", line)
        expect(near(line.middle, number.middle, 1), f"{PART}, 5b", "canh giữa dưới số, ký hiệu", line.middle)
    gap = (subject[0].bottom - number.bottom) / POINT - 1.149 * subject[0].size
    expect(near(gap, 6, 1), f"{PART}, 5b", "cách dòng số 6 pt", gap)


def check_addressees(sheet: Sheet, expect):
    lines = sheet.body
    start = next((index for index, line in enumerate(lines) if line.text.startswith("Kính gửi:")), None)
    expect(start is not None, f"{PART}, 9a", "Kính gửi", lines[0].text)
    if start is None:
        return
    listed = [line for line in lines[start:] if line.text.startswith("- ") and line.left > 70]
    for line in [lines[start], *listed]:
        expect(13 <= line.size <= 14 and not line.bold and not line.italic, f"{PART}, 9a", "cỡ 13–14, đứng", line)
    if lines[start].text == "Kính gửi:":
        expect(len(listed) > 1, f"{PART}, 9a", "mỗi nơi nhận một dòng", [line.text for line in listed])


def check_foot(sheet: Sheet, kind: Kind, expect):
    expect(bool(sheet.foot) == kind.foot, f"{PART}, 13", f"địa chỉ ở cuối trang 1: {kind.foot}", sheet.foot)
    for line in sheet.foot:
        expect(11 <= line.size <= 12 and not line.bold and not line.italic, f"{PART}, 13", "cỡ 11–12, đứng", line)
    for rule in sheet.foot_rules:
        expect(near(rule[1], 30, 1) and near(rule[2], 195, 1), f"{PART}, 13", "đường kẻ hết chiều ngang", rule)


def start_of_text(body: list[Line], kind: Kind) -> int:
    """Where the words begin: after the title and the addressees, at the first line that is set in."""
    passed = 0
    if kind.named:
        passed = next((index for index, line in enumerate(body) if not line.bold), 0)
    if kind.addressed:
        passed = next((index + 1 for index, line in enumerate(body) if line.text.startswith("Kính gửi:")), passed)
    return next((index for index in range(passed, len(body)) if near(body[index].left, 42.7, 0.4)), passed)


def check_body(sheet: Sheet, kind: Kind, expect):
    body = sheet.body
    started = start_of_text(body, kind)
    if kind.bases:
        expect(body[started].text.startswith("Căn cứ"), f"{PART}, 6", "có căn cứ ban hành", body[started].text)
    text = body[started:]
    paragraphs = []
    for line in text:
        if line.left > 33 or not paragraphs:
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    bases = [lines for lines in paragraphs if lines[0].text.startswith("Căn cứ")] if kind.bases else []
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
    expect(text[-1].text.endswith("./."), f"Phụ lục III, {kind.form}", "kết thúc bằng ./.", text[-1].text[-20:])


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


def check_signers(sheet: Sheet, expect):
    """Minutes: the secretary on the left, the chair on the right, on the page of the last paragraph."""
    lines = [line for line in sheet.pages[-1] if line.text == "THƯ KÝ CHỦ TỌA"]
    expect(len(lines) == 1, "Phụ lục III, mẫu 1.9", "thư ký bên trái, chủ tọa bên phải", [line.text for line in sheet.pages[-1]][-3:])
    for line in lines:
        expect(13 <= line.size <= 14 and line.bold and not line.italic, f"{PART}, 7", "cỡ 13–14, đứng, đậm", line)
        expect(line.left < 112 < line.right, f"{PART}, 7", "hai nửa trang", (line.left, line.right))
        expect(sheet.body[-1].page == line.page, f"{PART}, 7", "cùng trang với đoạn cuối", (sheet.body[-1].page, line.page))
        rules = [rule for rule in sheet.rules if rule[0] == line.page and rule[3] > line.bottom + 20]
        expect(len(rules) == 2, f"{PART}, 7–8", "chỗ ký từ 20, rồi dòng họ tên", [rule[3] - line.bottom for rule in rules])


ANNEX = "Phụ lục I, mục III"


def check_annex(path: Path, heads: list[str]) -> list[Finding]:
    """An annex in landscape, in a file of its own; `heads` begin its table on each page."""
    found: list[Finding] = []

    def expect(holds, clause: str, asked: str, measured):
        if not holds:
            found.append(Finding(clause, asked, str(measured)))

    with pdfplumber.open(path) as document:
        document.pages[:] = map(without_warning, document.pages)
        for number, page in enumerate(document.pages, 1):
            size = (float(page.width) * POINT, float(page.height) * POINT)
            expect(near(size[0], 297, 0.5) and near(size[1], 210, 0.5), f"{SHEET}, 1", "khổ A4 nằm ngang", size)
            lines = lines_of(page, number)
            above = [line.text for line in lines if line.bottom < 20]
            expect(above == ([] if number == 1 else [str(number)]), f"{ANNEX}, 1", "số trang riêng, trang 1 không hiện", above)
            for table in page.find_tables():
                left, top, right, bottom = [edge * POINT for edge in table.bbox]
                expect(29.7 <= left and right <= 282.3, f"{SHEET}, 2", "lề trái 30, phải 15", (left, right))
                expect(19.5 <= top and bottom <= 190.5, f"{SHEET}, 2", "lề trên, dưới 20", (top, bottom))
                first = [(cell or "").replace("\n", " ") for cell in table.extract()[0]]
                expect(first == heads, f"{ANNEX}, 1", "đầu bảng ở mỗi trang", first)
        check_annex_head([line for line in lines_of(document.pages[0], 1) if line.top > 19][:3], expect)
    return found


def check_annex_head(lines: list[Line], expect):
    word, name, reference = lines
    middle = 30 + (297 - 45) / 2
    expect(word.text == "Phụ lục" and near(word.size, 14, 0.1) and word.bold, f"{ANNEX}, 1", "Phụ lục, cỡ 14, đậm", word)
    expect(name.text == name.text.upper() and name.bold and 13 <= name.size <= 14, f"{ANNEX}, 1", "tên in hoa, đậm", name)
    expect(reference.text.startswith("(Kèm theo") and reference.italic and not reference.bold, f"{ANNEX}, 1", "(Kèm theo …), nghiêng", reference)
    expect(13 <= reference.size <= 14, f"{ANNEX}, 1", "cỡ 13–14", reference.size)
    expect(not re.search(r"\d", reference.text), f"{ANNEX}, 1", "chỗ ghi số, ngày để trống", reference.text)
    for line in lines:
        expect(near(line.middle, middle, 1), f"{ANNEX}, 1", "canh giữa", line.middle)
