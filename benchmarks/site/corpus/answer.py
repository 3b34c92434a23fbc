"""One invented question with its answer."""

import bisect
import datetime
import random
import re
import unicodedata
from dataclasses import dataclass, field

from . import editions, sentences
from .subjects import Subject
from .syllables import Names

# The first day of each in the sample's year.
ASKED, ANSWERED, PUBLISHED = datetime.date(2021, 11, 8), datetime.date(2021, 11, 26), datetime.date(2021, 12, 11)


def slug(text: str, words: int = 9) -> str:
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[a-z0-9]+", plain)[:words])


@dataclass
class Answer:
    year: int
    subject: Subject
    title: str
    slug: str
    outcome: str
    kind: str
    asker: str
    question: list[str]
    summary: str
    legal_bases: list[str]
    asked: datetime.date
    answered: datetime.date
    published: datetime.datetime
    body: str
    authority: str | None = field(default=None)

    @property
    def path(self) -> str:
        return f"/doi-thoai/{self.year}/hoi-dap/{self.slug}/"


class AnswerWriter:
    """Writes answers in the order asked for; earlier ones are linked to from later ones."""

    def __init__(self, seed: int, divisions: dict[str, str]):
        self.random = random.Random(seed)
        self.names = Names(random.Random(seed + 1))
        self.divisions = divisions
        self.written: dict[str, list[Answer]] = {}
        self.slugs: set[tuple[int, str]] = set()
        self.published: set[datetime.datetime] = set()
        self.paragraphs: list[str] = []

    def write(self, year: int, subject: Subject) -> Answer:
        draw = self.random
        # Words stay the same within an answer, as they do when somebody asks about one thing.
        words = self._words(subject)
        asked, answered = editions.moved(ASKED, year), editions.moved(ANSWERED, year)
        outcome = draw.choices(["answered", "guided", "escalated"], [85, 10, 5])[0]
        title = self._fill(draw.choice(sentences.TITLES), words)
        answer = Answer(
            year=year, subject=subject, title=title, slug=self._slug(year, title), outcome=outcome,
            kind=draw.choice(["question", "difficulty", "proposal"]), asker=draw.choice(sentences.ASKERS),
            question=[self._fill(" ".join(draw.sample(sentences.QUESTIONS, draw.randint(2, 4))), words)],
            summary=self._fill(draw.choice(sentences.SUMMARIES), words),
            legal_bases=draw.sample(subject.laws, draw.randint(1, 2)),
            asked=asked + datetime.timedelta(draw.randint(0, 10)), answered=answered + datetime.timedelta(draw.randint(0, 4)),
            published=self._published(year), body="", authority=None if outcome == "answered" else subject.authority)
        if draw.random() < 0.3:
            answer.question.append(self._fill(draw.choice(sentences.QUESTIONS), words))
        answer.body = self._body(answer, words)
        bisect.insort(self.written[subject.id], answer, key=lambda other: other.published)
        return answer

    def _words(self, subject: Subject) -> dict[str, str]:
        draw = self.random
        procedure, thing, work = draw.choice(subject.procedures), draw.choice(subject.things), draw.choice(subject.works)
        paper, paper2 = draw.sample(subject.papers, 2)
        return {
            "procedure": procedure, "thing": thing, "work": work, "paper": paper, "paper2": paper2,
            "place": f"{draw.choice(['thôn', 'xã', 'bản', 'phường'])} {self.names.draw()}", "name": self.names.draw(),
        }

    def _fill(self, pattern: str, words: dict[str, str]) -> str:
        draw = self.random

        def value(match: re.Match) -> str:
            name = match[1]
            lower = name[0].lower() + name[1:]
            text = {
                "days": lambda: str(draw.choice([3, 5, 7, 10, 15, 20])), "days2": lambda: str(draw.choice([30, 45, 60])),
                "count": lambda: str(draw.randint(3, 40)), "copies": lambda: str(draw.randint(1, 3)),
                "fee": lambda: str(draw.choice([50, 100, 150, 200, 300])), "who": lambda: draw.choice(sentences.WHO),
                "note": lambda: draw.choice(sentences.NOTES),
            }.get(lower, lambda: words[lower])()
            return text[0].upper() + text[1:] if name != lower else text

        return re.sub(r"\{(\w+)\}", value, pattern)

    def _published(self, year: int) -> datetime.datetime:
        """A minute within office hours of its own: lists are ordered by it."""
        while True:
            day = editions.moved(PUBLISHED, year) + datetime.timedelta(self.random.randint(0, 17))
            minute = datetime.time(self.random.randint(7, 16), self.random.randint(0, 59))
            moment = datetime.datetime.combine(day, minute)
            if moment not in self.published:
                self.published.add(moment)
                return moment

    def _slug(self, year: int, title: str) -> str:
        base, number = slug(title), 1
        while (year, base if number == 1 else f"{base}-{number}") in self.slugs:
            number += 1
        chosen = base if number == 1 else f"{base}-{number}"
        self.slugs.add((year, chosen))
        return chosen

    def _body(self, answer: Answer, words: dict[str, str]) -> str:
        draw, subject = self.random, answer.subject
        goal = draw.randint(150, 1_500)  # bytes; front matter, links and the last heading add some 1,300
        parts = [self._fill(draw.choice(sentences.OPENINGS), words)]
        makers = [self._list, self._steps, self._table, self._paragraph, self._paragraph]
        draw.shuffle(makers)
        headings = draw.sample(sentences.HEADINGS, len(sentences.HEADINGS))
        while sum(len(part.encode()) + 2 for part in parts) < goal and headings:
            parts.append("## " + headings.pop())
            # Another paper each time: a long answer speaks of several.
            words = words | {"paper": draw.choice(subject.papers), "work": draw.choice(subject.works)}
            parts += makers[len(headings) % len(makers)](words, subject)
        if draw.random() < 0.25:
            parts.append(self._fill(sentences.NOTE, words))
        parts.append(self._links(answer))
        parts.append(sentences.CLOSING.format(division=self.divisions[subject.division]))
        return "\n\n".join(parts) + "\n"

    def _paragraph(self, words: dict[str, str], subject: Subject) -> list[str]:
        if len(self.paragraphs) < 2:
            self.paragraphs = self.random.sample(sentences.PARAGRAPHS, len(sentences.PARAGRAPHS))
        texts = [self.paragraphs.pop(), self.paragraphs.pop()]
        fresh = {"place": f"xã {self.names.draw()}", "name": self.names.draw(), "thing": self.random.choice(subject.things)}
        return [self._fill(texts[0], words), self._fill(texts[1], words | fresh)]

    def _list(self, words: dict[str, str], subject: Subject) -> list[str]:
        items = self.random.sample(sentences.ITEMS, self.random.randint(3, 5))
        papers = self.random.sample(subject.papers, len(items))
        lines = [f"- {self._fill(item, words | {'paper': paper})}" for item, paper in zip(items, papers)]
        return ["Hồ sơ một bộ, gồm:", "\n".join(lines)]

    def _steps(self, words: dict[str, str], _: Subject) -> list[str]:
        count = self.random.randint(3, 6)
        chosen = sorted(self.random.sample(range(len(sentences.STEPS)), count))
        return ["\n".join(f"{number}. {self._fill(sentences.STEPS[step], words)}" for number, step in enumerate(chosen, 1))]

    def _table(self, words: dict[str, str], subject: Subject) -> list[str]:
        draw = self.random
        heads = draw.choice(sentences.TABLE_HEADS)
        rows = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
        for _ in range(draw.randint(3, 5)):
            fresh = {"paper": draw.choice(subject.papers), "work": draw.choice(subject.works),
                     "thing": draw.choice(subject.things), "procedure": draw.choice(subject.procedures)}
            cells = (self._fill(sentences.TABLE_CELLS[head], words | fresh) for head in heads)
            rows.append("| " + " | ".join(cells) + " |")
        return ["\n".join(rows)]

    def _links(self, answer: Answer) -> str:
        draw, subject = self.random, answer.subject
        known = self.written.setdefault(subject.id, [])
        earlier = bisect.bisect(known, answer.published, key=lambda other: other.published)
        texts = [draw.choice(sentences.LINKS).format(
            subject=subject.name.lower(), subjectPath=f"/linh-vuc/{subject.slug}/", year=answer.year)]
        if earlier and draw.random() < 0.6:
            # Mostly to what is near, as people who write answers do; never to what is not out yet.
            other = known[earlier - min(earlier, int(draw.expovariate(0.1)) + 1)]
            texts.append(draw.choice(sentences.LINKED).format(title=other.title, path=other.path))
        return " ".join(texts)
