"""Every file that readers can download, read by the programs that judge such files."""

import hashlib
import re
from pathlib import Path

import docx
import pdfplumber
import pytest
from docx.oxml.ns import qn

import judges
from conftest import RESULTS
from judges import squeeze
from papers import Papers
from portal import ROOT


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> Papers:
    return Papers(tmp_path_factory.mktemp("papers"), RESULTS)


def test_vera_pdf_passes_every_public_pdf_for_ua_1_and_a_2a(papers):
    files = papers.public(".pdf")
    assert len(files) == 7
    judges.vera_pdf_passes(files)


def test_office_open_xml_is_valid_for_word(papers):
    judges.word_files_are_sound(papers.public(".docx"))


def test_python_docx_reads_title_language_set_up_and_fields(papers):
    form = docx.Document(str(next(path for path in papers.public(".docx") if path.name.startswith("phieu"))))
    assert form.core_properties.title == "Phiếu đăng ký tham gia đối thoại"
    assert form.core_properties.language == "vi-VN"
    assert round(form.sections[0].page_width.mm) == 210
    tags = [node.get(qn("w:val")) for node in form.element.body.iter(qn("w:tag"))]
    fields = re.findall(r"^      - name: (\S+)$", (ROOT / "content/doi-thoai/2021/phieu-dang-ky.md").read_text(), re.M)
    assert list(dict.fromkeys(tag.split(":")[0] for tag in tags)) == fields
    pictures = [node.get("descr") for node in form.element.body.iter(qn("wp:docPr"))]
    assert len(pictures) == 1 and pictures[0].endswith("/doi-thoai/2021/dang-ky/")


def test_libre_office_opens_word_files_with_nothing_lost(papers, tmp_path):
    judges.libre_office_shows_all(papers.public(".docx"), tmp_path)


def test_pages_name_size_pages_and_digest_of_what_they_offer(papers):
    offered = 0
    for page in papers.site.glob("**/*.html"):
        html = page.read_text("utf-8")
        for item in re.findall(r'<li class="dt-panel dt-file">(.*?)</li>', html, re.S):
            href = re.search(r'href="([^"]+)"', item)[1]
            if "/tai-ve/" not in href:
                continue
            offered += 1
            data = (papers.site / href.lstrip("/")).read_bytes()
            assert hashlib.sha256(data).hexdigest() in item
            kilobytes = re.search(r"([\d.,]+) (kB|KB|MB)", item)
            assert kilobytes, item
            pages = int(re.search(r"(\d+) trang", item)[1])
            if href.endswith(".pdf"):
                with pdfplumber.open(papers.site / href.lstrip("/")) as document:
                    assert len(document.pages) == pages
    assert offered >= 9


def test_the_answer_book_has_every_published_answer_with_its_page(papers):
    book = next(path for path in papers.public(".pdf") if path.name == "hoi-dap-doi-thoai-2021.pdf")
    titles = [re.search(r"^title: (.+)$", path.read_text("utf-8"), re.M)[1].strip('"')
              for path in (ROOT / "content/doi-thoai/2021/hoi-dap").glob("*.md")]
    with pdfplumber.open(book) as document:
        pages = [page.extract_text() for page in document.pages]
    begins = next(number for number, page in enumerate(pages) if page.startswith(f"{number + 1}\nI. "))
    # An entry ends with dots and a number at the end of a line.
    entries = re.findall(r"(.+?)(?:\. ?)+ ?(\d+)(?:\n|$)", "\n".join(pages[:begins]), re.S)
    for title in titles:
        told = [int(number) for words, number in entries if squeeze(title) in squeeze(words)]
        shown = [number for number, page in enumerate(pages, 1) if number > begins and squeeze(title) in squeeze(page)]
        assert told == shown[:1], title


@pytest.mark.parametrize("words", ["#let x = 1", "*đậm* _nghiêng_", "<w:p/> & <b>", "{{ten}} {{{ten}}}", r"\ $x$ `mã`"])
def test_data_stays_text(papers, tmp_path, words):
    import json

    def change(text: str) -> str:
        data = json.loads(text)
        for block in data["sections"][0]["blocks"]:
            if "title" in block:
                block["title"]["abstract"] = words
        data["title"] = words
        return json.dumps(data)

    drawn = papers.draw("ke-hoach", tmp_path / "plan.pdf", change_data=change)
    with pdfplumber.open(drawn) as document:
        assert squeeze(words) in squeeze(document.pages[0].extract_text())
