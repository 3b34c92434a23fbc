"""Prints what python-docx reads from a Word file, as JSON."""

import json
import sys
import zipfile

import docx
from docx.oxml.ns import qn
from lxml import etree

path = sys.argv[1]
document = docx.Document(path)
body = document.element.body
section = document.sections[0]
archive = zipfile.ZipFile(path)
assert archive.testzip() is None
for name in (name for name in archive.namelist() if name.endswith((".xml", ".rels"))):
    etree.fromstring(archive.read(name))
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
fonts = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:rFonts')}")
language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")


def is_blank(run):
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return style is not None and style.get(qn("w:val")) == "Blank"


def words(paragraph):
    """A place to write on as spaces, as the plain text of a paper has it."""
    return "".join(
        " " * len(node.text) if is_blank(node.getparent()) else node.text or "" for node in paragraph.iter(qn("w:t")))


def control(node):
    properties = node.find(qn("w:sdtPr"))
    return {
        "name": properties.find(qn("w:tag")).get(qn("w:val")),
        "title": properties.find(qn("w:alias")).get(qn("w:val")),
        "isCheckBox": properties.find(W14) is not None,
    }


notes = []
if "word/footnotes.xml" in archive.namelist():
    tree = etree.fromstring(archive.read("word/footnotes.xml"))
    notes = [words(note) for note in tree.iter(qn("w:footnote")) if note.get(qn("w:type")) is None]

print(
    json.dumps(
        {
            "title": document.core_properties.title,
            "language": document.core_properties.language,
            "defaultFont": fonts.get(qn("w:ascii")),
            "defaultLanguage": language.get(qn("w:val")),
            "page": [
                length.mm
                for length in (
                    section.page_width,
                    section.page_height,
                    section.top_margin,
                    section.right_margin,
                    section.bottom_margin,
                    section.left_margin,
                )
            ],
            "hidesFirstHeader": section.different_first_page_header_footer,
            "header": "".join(node.text or "" for node in section.header._element.iter(qn("w:instrText"))),
            "paragraphs": [words(paragraph) for paragraph in body.iter(qn("w:p"))],
            "styles": [
                paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}").get(qn("w:val"))
                for paragraph in body.iter(qn("w:p"))
                if paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}") is not None
            ],
            "controls": [control(node) for node in body.iter(qn("w:sdt"))],
            "links": [
                document.part.rels[node.get(qn("r:id"))].target_ref for node in body.iter(qn("w:hyperlink"))
            ],
            "blanks": [
                "".join(node.text or "" for node in run.iter(qn("w:t"))) for run in body.iter(qn("w:r")) if is_blank(run)
            ],
            "footnotes": notes,
            "sections": len(document.sections),
        },
        ensure_ascii=False,
    )
)
