"""A citizen without a browser: sends forms as a browser would, byte for byte, and reads what comes back."""

import gzip
import http.client
import itertools
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

# nginx counts requests per /24; a neighbour for every citizen keeps tests out of one another's limits.
_neighbours = itertools.count(1)


@dataclass
class Form:
    """A form of a page, with what it would send if its button were pressed now."""

    action: str
    method: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)

    def filled(self, **answers: str) -> list[tuple[str, str]]:
        """The pairs to send, with the given answers in place of those on the page (`_` stands for `-`)."""
        wanted = {name.replace("_", "-"): value for name, value in answers.items()}
        kept = [(name, value) for name, value in self.fields if name not in wanted]
        return kept + list(wanted.items())


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class _Element:
    tag: str
    identity: str
    described: list[str]


class _Reader(HTMLParser):
    """Forms, links, texts by id, and what describes each control."""

    def __init__(self):
        super().__init__()
        self.forms: list[Form] = []
        self.texts: list[str] = []
        self.title = ""
        self.text_of: dict[str, str] = {}
        self.described: dict[str, list[str]] = {}
        self.links: list[str] = []
        self._form: Form | None = None
        self._select: list | None = None
        self._area: list | None = None
        self._open: list[_Element] = []

    def handle_starttag(self, tag, attributes):
        given = {name: value or "" for name, value in attributes}
        element = _Element(tag, given.get("id", ""), given.get("aria-describedby", "").split())
        if element.identity:
            self.text_of.setdefault(element.identity, "")
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "form":
            self._form = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self._form)
        elif self._form is not None:
            self._control(element, given)
        if tag not in VOID:
            self._open.append(element)

    def _control(self, element, given):
        tag, name = element.tag, given.get("name", "")
        if tag == "option" and self._select is not None:
            if "selected" in given or self._select[1] is None:
                self._select[1] = given.get("value", "")
        if not name or tag not in {"input", "textarea", "select", "button"}:
            return
        self._form.names.add(name)
        # A group of choices is described by its fieldset.
        self.described[name] = [*element.described, *(one for outer in self._open for one in outer.described)]
        if tag == "textarea":
            self._area = [name, ""]
        elif tag == "select":
            self._select = [name, None]
        elif tag == "input":
            kind = given.get("type", "text").lower()
            if kind in {"radio", "checkbox"}:
                if "checked" in given:
                    self._form.fields.append((name, given.get("value", "on")))
            elif kind not in {"submit", "button", "reset"}:
                self._form.fields.append((name, given.get("value", "")))

    def handle_endtag(self, tag):
        if any(element.tag == tag for element in self._open):
            while self._open.pop().tag != tag:
                pass
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._area:
            # A first line break inside a textarea is mark-up, not text.
            self._form.fields.append((self._area[0], self._area[1].removeprefix("\n")))
            self._area = None
        elif tag == "select" and self._select:
            self._form.fields.append((self._select[0], self._select[1] or ""))
            self._select = None

    def handle_data(self, data):
        if self._area is not None:
            self._area[1] += data
        tags = {element.tag for element in self._open}
        for element in self._open:
            if element.identity:
                self.text_of[element.identity] += data
        if "title" in tags and "svg" not in tags:
            self.title += data
        elif not tags & {"script", "style"}:
            self.texts.append(data)


@dataclass
class Answer:
    """A response, read."""

    status: int
    headers: dict[str, str]
    body: bytes
    url: str

    def __post_init__(self):
        reader = _Reader()
        if self.headers.get("content-type", "").startswith("text/html"):
            reader.feed(self.html)
        self.forms, self.links, self.ids = reader.forms, reader.links, set(reader.text_of)
        self.title = _one_line(reader.title)
        self.text = _one_line(" ".join(reader.texts))
        self._text_of, self._described = reader.text_of, reader.described

    @property
    def html(self) -> str:
        squeezed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.body) if squeezed else self.body).decode("utf-8")

    def beside(self, name: str) -> str:
        """The error that describes the control of this name; empty when there is none."""
        texts = [_one_line(self._text_of.get(one, "")) for one in self._described.get(name, [])]
        return " ".join(text for text in texts if text.startswith("Lỗi"))

    def form_with(self, name: str) -> Form:
        """The form that has a control of this name."""
        found = [form for form in self.forms if name in form.names]
        assert found, f"{self.url} has no form with {name}: {self.status} {self.title}\n{self.text[:600]}"
        return found[0]

    def main_form(self) -> Form:
        """The form that is posted; the search in the header is not."""
        found = [form for form in self.forms if form.method == "post"]
        assert found, f"{self.url} has no form to send: {self.status} {self.title}\n{self.text[:600]}"
        return found[0]


def _one_line(text: str) -> str:
    return " ".join(text.split())


class Citizen:
    def __init__(self, origin: str):
        self.origin = origin
        number = next(_neighbours)
        self.address = f"127.{1 + number // 250}.{number % 250}.9"

    def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        return self._send("GET", path, None, headers or {})

    def head(self, path: str) -> Answer:
        return self._send("HEAD", path, None, {})

    def post(self, path: str, pairs: list[tuple[str, str]] | bytes, headers: dict[str, str] | None = None) -> Answer:
        body = pairs if isinstance(pairs, bytes) else urlencode(pairs).encode()
        given = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": self.origin,
            "Sec-Fetch-Site": "same-origin",
        }
        return self._send("POST", path, body, given | (headers or {}))

    def press(self, page: Answer, form: Form, **answers: str) -> Answer:
        """Presses the button of a form."""
        return self.post(urljoin(page.url, form.action), form.filled(**answers))

    def _send(self, method, path, body, headers) -> Answer:
        place = urlsplit(urljoin(self.origin + "/", path))
        assert f"{place.scheme}://{place.netloc}" == self.origin, f"{path} leads away"
        target = place.path + (f"?{place.query}" if place.query else "")
        connection = http.client.HTTPConnection(place.netloc, timeout=30, source_address=(self.address, 0))
        try:
            connection.request(method, target, body, headers)
            response = connection.getresponse()
            data = response.read()
            named = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, named, data, self.origin + target)
        finally:
            connection.close()
