"""Editions and standing pages: the sample content of this repository, moved to other years."""

import datetime
import re
from pathlib import Path

import yaml

from .subjects import SUBJECTS, Subject

CONTENT = Path(__file__).resolve().parents[3] / "content"
SAMPLE_YEAR = 2021
YEARS = range(2014, 2022)
FILES = ["dialogue.yaml", "thong-bao.md", "ke-hoach.md", "phieu-dang-ky.md", "ket-qua.md"]


def moved(day: datetime.date, year: int) -> datetime.date:
    """The same day of the week at about the same time of another year."""
    return day + datetime.timedelta(weeks=round((year - SAMPLE_YEAR) * 365.25 / 7))


def edition(year: int) -> dict[str, str]:
    """The texts of an edition's files by name. Ids of legal references (`kh-04-2021`) stay as they are."""

    def day(match: re.Match) -> str:
        return moved(datetime.date(SAMPLE_YEAR, int(match[2]), int(match[1])), year).strftime("%d/%m/%Y")

    texts = {}
    for name in FILES:
        text = (CONTENT / f"doi-thoai/{SAMPLE_YEAR}" / name).read_text("utf-8")
        text = re.sub(rf"\b(\d\d)/(\d\d)/{SAMPLE_YEAR}\b", day, text)
        text = re.sub(rf"(?<![\d-]){SAMPLE_YEAR}(?!-)", lambda match: match[0] if year == SAMPLE_YEAR else str(year), text)
        texts[name] = text.replace("bốn lĩnh vực", "năm lĩnh vực")
    return texts


def site() -> dict:
    """The sample's `site.yaml` with the subjects of the corpus."""
    site = yaml.load((CONTENT / "site.yaml").read_text("utf-8"), yaml.BaseLoader)
    site["subjects"] = [
        {"id": subject.id, "slug": subject.slug, "name": subject.name, "examples": subject.examples,
         "division": subject.division}
        for subject in SUBJECTS
    ]
    # Everywhere in the corpus the words are written in full: spelling them out is not part of what is compared.
    site["abbreviations"] = {}
    return site


def standing() -> dict[str, str]:
    """The standing pages by slug."""
    return {file.stem: file.read_text("utf-8") for file in sorted((CONTENT / "trang").glob("*.md"))}


def feedback() -> str:
    return (CONTENT / "phan-anh/phieu.md").read_text("utf-8")


def office() -> str:
    return (CONTENT / "office.yaml").read_text("utf-8")


def division_names(site: dict) -> dict[str, str]:
    return {division["id"]: division["name"] for division in site["divisions"]}


def share(questions: int) -> list[tuple[int, Subject]]:
    """Year and subject of each question: years and subjects in turn, so that each gets as many."""
    return [(YEARS[n % len(YEARS)], SUBJECTS[n // len(YEARS) % len(SUBJECTS)]) for n in range(questions)]
