"""python -m corpus --questions 1000 --seed 1 --own DIR --hugo DIR"""

import argparse
from pathlib import Path

from . import editions, hugo, own
from .answer import Answer, AnswerWriter


def answers(questions: int, seed: int) -> list[Answer]:
    writer = AnswerWriter(seed, editions.division_names(editions.site()))
    return [writer.write(year, subject) for year, subject in editions.share(questions)]


def main() -> None:
    arguments = argparse.ArgumentParser(description="Writes a corpus of invented questions and answers.")
    arguments.add_argument("--questions", type=int, required=True)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--own", type=Path, help="folder that becomes our content/")
    arguments.add_argument("--hugo", type=Path, help="folder that gets Hugo's content/ and data/")
    chosen = arguments.parse_args()
    made = answers(chosen.questions, chosen.seed)
    if chosen.own:
        own.write(chosen.own, made)
    if chosen.hugo:
        hugo.write(chosen.hugo, made)


if __name__ == "__main__":
    main()
