"""What a stranger types stays words: in the receipt, on the office's terminal and in everything that is published."""

import html
import re

import pytest

from citizen import Citizen
from registrations import FORM_PAGE, PERSON

# Closes front matter, opens mark-up, templates, formulas and links; each marked so that it can be found again.
HOSTILE = "\n".join([
    "=HYPERLINK(\"//dich.example\";1) kanari",
    "---",
    "illustration: true",
    "title: chen vào",
    "...",
    "```",
    "<script>kanari(1)</script> <img src=x onerror=kanari(2)> </textarea></title>]]>",
    "{{{chrome}}} {{>layout}} [bấm](javascript:kanari(3)) ![x](//dich.example/kanari.png)",
    "\"nháy\" 'đơn' & &lt;b&gt; \\u003cscript\\u003e",
    "https://dich.example/kanari",
])


@pytest.fixture(scope="module")
def published(new_portal):
    """A portal that answers a hostile question, approved and built."""
    portal = new_portal()
    citizen = Citizen(portal.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **(PERSON | {"linh-vuc": "tdc", "phan-1": HOSTILE}))
    done = citizen.press(checked, checked.main_form())
    assert done.status == 200, done.text[:300]
    number = portal.office_json("register", "list", "--open")[-1]["number"]
    portal.office("answer", "draft", f"{number}/1", "--as", "chicuctdc")
    draft = portal.state / "drafts" / f"{number}-1.md"
    words = draft.read_text("utf-8")
    assert "illustration: true" in words
    words = words.replace("Viết câu trả lời trong một câu.", "Trả lời ngắn.").replace(
        "Viết câu trả lời ở đây.", "Trả lời đủ.")
    # The title is the office's to write; here it lets everything of the sender through.
    words = re.sub(r"^title: .*$", "title: '</title><script>kanari(4)</script>, {{{x}}}; ]]>'", words, flags=re.M)
    draft.write_text(words, "utf-8")
    portal.office("answer", "approve", f"{number}/1", "--as", "lanhdao")
    portal.build()
    return portal, number


def test_the_question_is_published_word_for_word_and_as_no_illustration(published):
    portal, _ = published
    pages = [file for file in portal.public.rglob("hoi-dap/*/index.html") if "kanari(1)" in file.read_text("utf-8")]
    assert len(pages) == 1
    text = html.unescape(re.sub(r"<[^>]*>", "", pages[0].read_text("utf-8")))
    for line in HOSTILE.split("\n"):
        assert line in text, line
    assert "Câu hỏi minh họa" not in text


def test_no_output_holds_live_markup_of_a_stranger(published):
    portal, _ = published
    for file in portal.public.rglob("*"):
        if file.suffix not in {".html", ".atom", ".xml", ".json", ".ics", ".csv"}:
            continue
        text = file.read_text("utf-8")
        if file.suffix in {".html", ".atom", ".xml"}:
            for live in ("<script>kanari", "<img src=x", 'href="javascript:', 'href="https://dich.example', 'src="//dich'):
                assert live not in text, f"{file}: {live}"
        if file.suffix == ".html":
            # A data block of JSON may hold the words, but never the end of its own element.
            for block in re.findall(r"<script type=\"application/[^>]*>(.*?)</script>", text, flags=re.S):
                assert "<script" not in block and "<!--" not in block
        if file.suffix == ".csv":
            for cell in re.split(r"[,;\r\n]", text):
                assert not cell.strip('"\ufeff').startswith(("=", "+", "-", "@", "\t")), f"{file}: {cell}"


def test_the_feed_and_the_data_stay_well_formed(published):
    import json
    from xml.etree import ElementTree

    portal, _ = published
    for file in portal.public.rglob("*"):
        if file.suffix in {".atom", ".xml"}:
            ElementTree.parse(file)
        elif file.suffix == ".json":
            json.loads(file.read_text("utf-8"))


def test_the_office_sees_it_on_its_terminal_without_a_command_to_it(published):
    portal, number = published
    for words in (["list"], ["show", number], ["show", number, "--json"]):
        shown = portal.office("register", *words).stdout
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert "kanari(1)" in portal.office("register", "show", number).stdout
