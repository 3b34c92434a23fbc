"""Writes a corpus in this project's own format (docs/content-format.md)."""

from pathlib import Path

import yaml

from . import editions
from .answer import Answer


def dump(values: dict) -> str:
    return yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)


def front_matter(answer: Answer) -> str:
    day = "%d/%m/%Y"
    values = {
        "title": answer.title, "subject": answer.subject.id, "division": answer.subject.division, "outcome": answer.outcome,
        "authority": answer.authority, "kind": answer.kind, "asked": answer.asked.strftime(day), "asker": answer.asker,
        "answered": answer.answered.strftime(day), "published": answer.published.strftime(f"{day} %H:%M"),
        "summary": answer.summary, "legal-bases": answer.legal_bases, "illustration": True,
    }
    question = "".join(f"  {line}\n" for line in answer.question)
    return f"---\n{dump({k: v for k, v in values.items() if v is not None})}question: |\n{question}---\n"


def write(folder: Path, answers: list[Answer]) -> None:
    def put(path: str, text: str) -> None:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    put("site.yaml", dump(editions.site()))
    put("office.yaml", editions.office())
    put("phan-anh/phieu.md", editions.feedback())
    for slug, text in editions.standing().items():
        put(f"trang/{slug}.md", text)
    for year in editions.YEARS:
        for name, text in editions.edition(year).items():
            put(f"doi-thoai/{year}/{name}", text)
    for answer in answers:
        put(f"doi-thoai/{answer.year}/hoi-dap/{answer.slug}.md", front_matter(answer) + answer.body)
