"""Measures a Word file of an official document against Nghị định 30/2020/NĐ-CP: the set-up it asks Word for."""

import re
import shutil
import zipfile
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn

from layout import MOTTO, NATION, PART, PLAN, SHEET, Finding, Kind, near

# style: clause, sizes, bold, italic
STYLES = {
    "Nation": (f"{PART}, 1", (12, 13), True, None), "Motto": (f"{PART}, 1", (13, 14), True, None),
    "ParentAgency": (f"{PART}, 2", (12, 13), None, None), "IssuingAgency": (f"{PART}, 2", (12, 13), True, None),
    "DocumentNumber": (f"{PART}, 3", (13, 13), None, None), "PlaceAndDate": (f"{PART}, 4", (13, 14), None, True),
    "Title": (f"{PART}, 5a", (13, 14), True, None), "Subtitle": (f"{PART}, 5a", (13, 14), True, None),
    "LegalBasis": (f"{PART}, 6", (13, 14), None, True), "BodyText": (f"{PART}, 6", (13, 14), None, None),
    "Heading1": (f"{PART}, 6", (13, 14), True, None), "Heading2": (f"{PART}, 6", (13, 14), True, None),
    "RecipientsTitle": (f"{PART}, 9b", (12, 12), True, True), "RecipientsLine": (f"{PART}, 9b", (11, 11), None, None),
    "SignerPost": (f"{PART}, 7", (13, 14), True, None), "SignerName": (f"{PART}, 7", (13, 14), True, None),
    "Header": (f"{SHEET}, 7", (13, 14), None, None),
}

# name: part, old, new, clause that has to be found
FAULTS = {
    "letter paper": ("word/document.xml", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "mục I, 1"),
    "left margin 25 mm": ("word/document.xml", 'w:left="1701"', 'w:left="1417"', "mục I, 2"),
    "letterhead hangs out": ("word/document.xml", '<w:tblInd w:w="0"', '<w:tblInd w:w="-454"', "mục I, 2"),
    "letterhead too wide": ("word/document.xml", '<w:gridCol w:w="5159"/>', '<w:gridCol w:w="5386"/>', "mục I, 2"),
    "number on page 1": ("word/document.xml", "<w:titlePg/>", "", "mục I, 7"),
    "another face": ("word/styles.xml", "Times New Roman", "Arial", "mục I, 3"),
    "nation not bold": ("word/styles.xml", 'w:styleId="Nation"', 'w:styleId="Nation0"', "mục II, 1"),
    "text 12 pt": ("word/styles.xml", '<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang', '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang', "mục II, 6"),
    "first line 2 cm": ("word/styles.xml", 'w:firstLine="720"', 'w:firstLine="1134"', "mục II, 6"),
    "signature leaves its paragraph": ("word/document.xml", "<w:keepNext/><w:keepLines/>", "", "mục II, 7"),
    "no end mark": ("word/document.xml", "./.", ".", "mẫu 1.4"),
    "recipients 13 pt": ("word/styles.xml", '<w:sz w:val="22"/>', '<w:sz w:val="26"/>', "mục II, 9b"),
}


def spoil(source: Path, target: Path, part: str, old: str, new: str) -> Path:
    shutil.copy(source, target)
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == part:
                assert old.encode() in data, f"nothing to spoil: {old}"
                data = data.replace(old.encode(), new.encode())
            after.writestr(name, data)
    return target


def check(path: Path, kind: Kind = PLAN) -> list[Finding]:
    document = docx.Document(str(path))
    found: list[Finding] = []

    def expect(holds, clause: str, asked: str, measured):
        if not holds:
            found.append(Finding(clause, asked, str(measured)))

    check_sheet(document, kind, expect)
    check_styles(document, expect)
    check_words(document, kind, expect)
    return found


def check_sheet(document, kind: Kind, expect):
    for index, section in enumerate(document.sections):
        width, height = section.page_width.mm, section.page_height.mm
        if kind.annexed and index > 0:
            width, height = height, width
        expect(near(width, 210, 0.5) and near(height, 297, 0.5), f"{SHEET}, 1", "khổ A4", (width, height))
        for name, low, high in (("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)):
            margin = getattr(section, f"{name}_margin").mm
            expect(low - 0.1 <= margin <= high + 0.1, f"{SHEET}, 2", f"lề {name} {low}–{high}", margin)
        if index == 0:
            head = document.tables[0]
            left = int(head._element.tblPr.find(qn("w:tblInd")).get(qn("w:w"))) / 1440 * 25.4
            right = left + sum(column.width.mm for column in head.columns)
            inside = width - section.left_margin.mm - section.right_margin.mm
            expect(-0.1 <= left and right <= inside + 0.1, f"{SHEET}, 2", "phần đầu trong hai lề", (left, right))
        expect(section.different_first_page_header_footer, f"{SHEET}, 7", "trang 1 không có số", "titlePg")
        fields = [node.text for node in section.header._element.iter(qn("w:instrText"))]
        expect([field.strip() for field in fields] == ["PAGE"], f"{SHEET}, 7", "số trang ở lề trên", fields)
    fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        face = fonts.get(qn(f"w:{slot}"))
        expect(face == "Times New Roman", f"{SHEET}, 3", "Times New Roman", face)
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val"))
    expect(language == "vi-VN", f"{SHEET}, 3", "tiếng Việt", language)


def styles_of(document):
    return {style.style_id: style for style in document.styles}


def inherited(style, read, default):
    while style is not None:
        value = read(style)
        if value is not None:
            return value
        style = style.base_style
    return default


def check_styles(document, expect):
    styles = styles_of(document)
    sizes = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:sz')}")
    default = int(sizes.get(qn("w:val"))) / 2
    for name, (clause, (low, high), bold, italic) in STYLES.items():
        style = styles.get(name)
        expect(style is not None, clause, f"kiểu {name}", list(styles))
        if style is None:
            continue
        size = inherited(style, lambda one: one.font.size and one.font.size.pt, default)
        expect(low <= size <= high, clause, f"{name} cỡ {low}–{high}", size)
        expect(bool(inherited(style, lambda one: one.font.bold, False)) == bool(bold), clause, f"{name} đậm", bold)
        expect(bool(inherited(style, lambda one: one.font.italic, False)) == bool(italic), clause, f"{name} nghiêng", italic)
    for name in ("Nation", "Motto", "ParentAgency", "IssuingAgency", "DocumentNumber", "PlaceAndDate", "Title",
                 "SignerPost", "SignerName", "Header"):
        style = styles.get(name)
        if style is not None:
            clause = STYLES[name][0]
            expect(style.paragraph_format.alignment == ALIGN.CENTER, clause, f"{name} canh giữa", style.paragraph_format.alignment)
    body = styles["BodyText"].paragraph_format
    indent = body.first_line_indent.mm if body.first_line_indent else 0
    expect(near(indent, 10, 0.2) or near(indent, 12.7, 0.2), f"{PART}, 6", "lùi 1 hoặc 1,27 cm", indent)
    expect(body.alignment == ALIGN.JUSTIFY, f"{PART}, 6", "canh đều hai lề", body.alignment)
    expect(body.space_before.pt + (body.space_after.pt if body.space_after else 0) >= 6, f"{PART}, 6", "cách đoạn từ 6 pt", body.space_before)
    footer = styles["Footer"]
    size = inherited(footer, lambda one: one.font.size and one.font.size.pt, default)
    expect(11 <= size <= 12, f"{PART}, 13", "Footer cỡ 11–12", size)
    expect(footer.element.find(f".//{qn('w:pBdr')}/{qn('w:top')}") is not None, f"{PART}, 13", "đường kẻ trên địa chỉ", "pBdr")
    room = styles["SignerName"].paragraph_format.space_before
    expect(room and room.mm >= 20, f"{PART}, 7–8", "chỗ ký từ 20 mm", room)


def check_words(document, kind: Kind, expect):
    paragraphs = [
        (style.get(qn("w:val")) if (style := node.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")) is not None else "",
         "".join(text.text or "" for text in node.iter(qn("w:t"))), node)
        for node in document.element.body.iter(qn("w:p"))]
    words = {style: text for style, text, _ in paragraphs}
    expect(words.get("Nation") == NATION, f"{PART}, 1", "Quốc hiệu", words.get("Nation"))
    expect(words.get("Motto") == MOTTO, f"{PART}, 1", "Tiêu ngữ", words.get("Motto"))
    number = words.get("DocumentNumber", "")
    expect(re.fullmatch(f"Số:( …+| \\d{{2,}})/{kind.symbol}", number), f"{PART}, 3", f"Số: …/{kind.symbol}", number)
    if kind.named:
        expect(words.get("Title", "") == words.get("Title", "").upper() != "", f"{PART}, 5a", "tên loại in hoa", words.get("Title"))
    else:
        expect(words.get("DocumentSubject", "").startswith("V/v "), f"{PART}, 5b", "V/v …", words.get("DocumentSubject"))
    if kind.addressed:
        named = [text for style, text, _ in paragraphs if style in ("Addressee", "Addressees")]
        expect(named and named[0].startswith("Kính gửi:"), f"{PART}, 9a", "Kính gửi", named)
    feet = [section.first_page_footer.paragraphs[0].text for section in document.sections if not section.first_page_footer.is_linked_to_previous]
    expect(any(feet) == kind.foot, f"{PART}, 13", f"địa chỉ ở cuối trang 1: {kind.foot}", feet)
    closing = "RecipientsTitle" if kind.listed else "SignerPost"
    end = next(index for index, (style, _, _) in enumerate(paragraphs) if style == closing)
    last = next(item for item in reversed(paragraphs[:end]) if item[1].strip())
    expect(last[1].endswith("./."), f"Phụ lục III, {kind.form}", "kết thúc bằng ./.", last[1][-20:])
    kept = last[2].find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
    expect(kept, f"{PART}, 7", "đoạn cuối đi cùng chữ ký", "keepNext")
    if kind.annexed:
        styles = [style for style, _, _ in paragraphs]
        annex = [style for style in styles if style.startswith("Annex")]
        expect(annex == ["AnnexWord", "AnnexName", "AnnexReference"], "Phụ lục I, mục III, 1", "Phụ lục, tên, (Kèm theo …)", annex)
        heads = [row for row in document.element.body.iter(qn("w:tr")) if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        expect(len(heads) == len(document.tables) - 2, "Phụ lục I, mục III, 1", "đầu bảng lặp lại", len(heads))
    if not kind.listed:
        posts = [text for style, text, _ in paragraphs if style == "SignerPost"]
        expect(posts == ["THƯ KÝ", "CHỦ TỌA"], f"Phụ lục III, {kind.form}", "thư ký trái, chủ tọa phải", posts)
        return
    rows = [row for row in document.element.body.iter(qn("w:tr")) if "Nơi nhận:" in "".join(row.itertext())]
    expect(len(rows) == 1 and rows[0].find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None, f"{PART}, 7", "Nơi nhận và chữ ký một hàng, không tách trang", len(rows))
    lines = [text for style, text, _ in paragraphs if style == "RecipientsLine"]
    expect(lines and re.fullmatch(r"- Lưu: VT, .+\.", lines[-1]), f"{PART}, 9b", "- Lưu: VT, ….", lines[-1:])
    if not kind.bases:
        return
    bases = [text for style, text, _ in paragraphs if style == "LegalBasis"]
    expect(bases and all(text.endswith(";") for text in bases[:-1]) and bases[-1].endswith("."), f"{PART}, 6", "căn cứ: ; và .", bases)
