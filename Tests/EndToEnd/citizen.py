"""A citizen without a browser: sends forms as a browser would, byte for byte, and reads what comes back."""

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


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms: list[Form] = []
        self.texts: list[str] = []
        self.title = ""
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.headings: list[str] = []
        self._form: Form | None = None
        self._select: dict | None = None
        self._area: list | None = None
        self._open: list[str] = []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self._open.append(tag)
        if given.get("id"):
            self.ids.add(given["id"])
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag == "form":
            self._form = Form(given.get("action") or "", (given.get("method") or "get").lower())
            self.forms.append(self._form)
        elif self._form is not None:
            self._control(tag, given)
        if tag in {"input", "img", "br", "meta", "link", "hr", "wbr"}:
            self._open.pop()

    def _control(self, tag, given):
        name = given.get("name")
        if name:
            self._form.names.add(name)
        if tag == "input" and name:
            kind = (given.get("type") or "text").lower()
            if kind in {"radio", "checkbox"}:
                if "checked" in given:
                    self._form.fields.append((name, given.get("value") or "on"))
            elif kind not in {"submit", "button"}:
                self._form.fields.append((name, given.get("value") or ""))
        elif tag == "textarea" and name:
            self._area = [name, ""]
        elif tag == "select" and name:
            self._select = {"name": name, "value": None}
        elif tag == "option" and self._select is not None:
            if "selected" in given or self._select["value"] is None:
                self._select["value"] = given.get("value") or ""

    def handle_endtag(self, tag):
        if tag in self._open:
            while self._open.pop() != tag:
                pass
        if tag == "form":
            self._form = None
        elif tag == "textarea" and self._area:
            # A first line break inside a textarea is mark-up, not text.
            self._form.fields.append((self._area[0], self._area[1].removeprefix("\n")))
            self._area = None
        elif tag == "select" and self._select:
            self._form.fields.append((self._select["name"], self._select["value"] or ""))
            self._select = None

    def handle_data(self, data):
        if self._area is not None:
            self._area[1] += data
        if "title" in self._open and "svg" not in self._open:
            self.title += data
        elif not {"script", "style"} & set(self._open):
            self.texts.append(data)
            if self._open and self._open[-1] in {"h1", "h2"} and data.strip():
                self.headings.append(data.strip())


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
        self.forms, self.title, self.ids = reader.forms, " ".join(reader.title.split()), reader.ids
        self.links, self.headings = reader.links, reader.headings
        self.text = " ".join(" ".join(reader.texts).split())

    @property
    def html(self) -> str:
        return self.body.decode("utf-8")

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
