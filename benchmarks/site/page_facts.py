"""What a page, feed, calendar or data file says, apart from how it is written down."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@dataclass
class Facts:
    title: str = ""
    description: str = ""
    canonical: str = ""
    words: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    cells: int = 0
    items: int = 0
    graph: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.facts = Facts()
        self.within: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        if tag == "meta":
            if named.get("name") == "description":
                self.facts.description = spaced(named["content"])
            if (name := named.get("property") or named.get("name") or "").startswith(("og:", "twitter:")):
                self.facts.graph.append(name)
        elif tag == "link":
            if named.get("rel") == "canonical":
                self.facts.canonical = named["href"]
        elif tag == "a":
            self.facts.links.append(unquote(named.get("href", "")))
        self.facts.cells += tag in ("td", "th")
        self.facts.items += tag == "li"
        if tag in ("title", "script", "style"):
            self.within.append(tag)
        self.text.append(" " if tag not in ("a", "strong", "em", "time", "abbr", "code") else "")

    def handle_endtag(self, tag):
        if self.within and self.within[-1] == tag:
            self.within.pop()
        if tag in ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "dt", "dd", "span", "div"):
            self.text.append(" ")

    def handle_data(self, data):
        if not self.within:
            self.text.append(data)
        elif self.within[-1] == "title":
            self.facts.title = spaced(data)
        elif data.lstrip().startswith("{"):
            self.facts.kinds = sorted(types(json.loads(data)))


def types(value) -> list[str]:
    """Every `@type` of a JSON-LD block."""
    if isinstance(value, list):
        return [kind for inner in value for kind in types(inner)]
    if isinstance(value, dict):
        own = [value["@type"]] if isinstance(value.get("@type"), str) else []
        return own + [kind for inner in value.values() for kind in types(inner)]
    return []


def spaced(text: str) -> str:
    """With one kind of space: ours keeps some words on one line with no-break spaces."""
    return " ".join(text.split())


# Which answers an answer names as related is each side's own choice; how many it names is not.
RELATED = re.compile(r'(<section aria-labelledby="lien-quan">)(.*?)(</section>)', re.DOTALL)


def facts(html: str) -> Facts:
    reader = Reader()
    html = RELATED.sub(lambda match: match[1] + "<li></li>" * match[2].count("<li>") + match[3], html)
    reader.feed(html)
    found = reader.facts
    found.words = spaced("".join(reader.text)).split(" ")
    found.graph.sort()
    return found


def entries(text: str) -> list[str]:
    """Of an Atom feed: address, title, time and words of each entry, in order."""
    said = []
    for entry in ElementTree.fromstring(text.strip()).iter(ATOM + "entry"):
        content = entry.findtext(ATOM + "content") or ""
        words = " ".join(facts(content).words)
        said.append(" | ".join([entry.findtext(ATOM + "id") or "", spaced(entry.findtext(ATOM + "title") or ""),
                                entry.findtext(ATOM + "updated") or "", spaced(entry.findtext(ATOM + "summary") or ""), words]))
    return said


def locations(text: str) -> list[str]:
    """Of a site map: the addresses, parts of long lists left out."""
    found = [url.text or "" for url in ElementTree.fromstring(text.strip()).iter(SITEMAP + "loc")]
    return sorted(address for address in found if not re.search(r"/trang/\d+/$", address))


def calendar(text: str) -> list[str]:
    """Of an .ics file: its lines unfolded, without the one that names the program."""
    lines = re.sub(r"\r?\n[ \t]", "", text).split("\n")
    return [line.rstrip("\r") for line in lines if line.strip() and not line.startswith("PRODID")]


def records(path: str, text: str):
    """Of a data file: what it holds."""
    return json.loads(text) if path.endswith(".json") else [row for row in csv.reader(io.StringIO(text))]
