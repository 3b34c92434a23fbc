"""The measured ratios beside what they must and should be."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from measuring import Cost
from scenarios import Pair


@dataclass(frozen=True)
class Row:
    """One line of the table: what is read off a scenario, and by N the ratio it must hold (gate) and should reach (goal)."""

    scenario: str
    title: str
    value: Callable[[Cost], float]
    unit: str
    limits: dict[int, tuple[float, float]]


ROWS = [
    Row("full-memory", "full build, CPU, output on tmpfs", lambda cost: cost.cpu, "s",
        {1_000: (0.40, 0.20), 10_000: (0.40, 0.20)}),
    Row("full-memory", "full build, wall, output on tmpfs", lambda cost: cost.wall, "s", {}),
    Row("full-disk", "full build, wall, on disk", lambda cost: cost.wall, "s", {1_000: (0.50, 0.30), 10_000: (0.60, 0.40)}),
    Row("full-disk", "full build, CPU, on disk", lambda cost: cost.cpu, "s", {}),
    Row("unchanged", "nothing changed, wall", lambda cost: cost.wall, "s", {1_000: (0.05, 0.03), 10_000: (0.05, 0.02)}),
    Row("unchanged", "nothing changed, CPU", lambda cost: cost.cpu, "s", {}),
    Row("one-changed", "one answer changed, wall", lambda cost: cost.wall, "s", {1_000: (0.10, 0.06), 10_000: (0.08, 0.04)}),
    Row("one-changed", "one answer changed, CPU", lambda cost: cost.cpu, "s", {}),
    Row("one-retitled", "one title changed, wall", lambda cost: cost.wall, "s", {}),
    Row("one-retitled", "one title changed, CPU", lambda cost: cost.cpu, "s", {}),
    Row("full-memory", "peak memory", lambda cost: cost.memory / 1e6, "MB", {1_000: (0.5, 0.3), 10_000: (0.25, 0.10)}),
]
PER_PAGE_LIMIT = 1.1

HEAD = ["", "doithoai", "Hugo", "ratio", "spread", "gate", "goal", ""]


def ratios(row: Row, pairs: list[Pair]) -> list[float]:
    return [row.value(own) / row.value(other) for own, other in pairs]


def lines(questions: int, measured: dict[str, list[Pair]]) -> tuple[list[list[str]], bool]:
    """The table's lines for one corpus, and whether every gate holds."""
    made, all_hold = [], True
    for row in ROWS:
        if row.scenario not in measured:
            continue
        pairs = measured[row.scenario]
        found = ratios(row, pairs)
        ratio = statistics.median(found)
        gate, goal = row.limits.get(questions, (None, None))
        verdict = "" if gate is None else "GATE MISSED" if ratio > gate else "goal missed" if ratio > goal else "goal reached"
        all_hold = all_hold and verdict != "GATE MISSED"
        sides = [statistics.median(row.value(pair[side]) for pair in pairs) for side in (0, 1)]
        made.append([row.title, *(f"{side:.3f} {row.unit}" if row.unit == "s" else f"{side:.0f} {row.unit}" for side in sides),
                     f"{ratio:.3f}", f"{min(found):.3f}–{max(found):.3f}",
                     "" if gate is None else f"{gate:.2f}", "" if goal is None else f"{goal:.2f}", verdict])
    return made, all_hold


def shown(head: list[str], rows: list[list[str]]) -> str:
    """Rows as a Markdown table with columns of equal width."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]

    def line(cells: list[str]) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths)) + " |"

    return "\n".join([line(head), "|" + "|".join("-" * (width + 2) for width in widths) + "|", *map(line, rows)])


def per_page(cpu: dict[int, float]) -> tuple[str, bool]:
    """CPU a page at the largest corpus beside that at 1,000 questions; milliseconds by N."""
    words = ", ".join(f"{value:.3f} ms at {questions:,}" for questions, value in sorted(cpu.items()))
    if not {1_000, 10_000} <= cpu.keys():
        return f"CPU per page: {words}", True
    ratio = cpu[10_000] / cpu[1_000]
    holds = ratio <= PER_PAGE_LIMIT
    return f"CPU per page: {words}; 10,000 ÷ 1,000 = {ratio:.2f} (gate {PER_PAGE_LIMIT}){'' if holds else ' GATE MISSED'}", holds
