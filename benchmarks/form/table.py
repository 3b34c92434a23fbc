"""The measured ratios beside what they must and should be."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass

from wrk import Load

HEAD = ["", "doithoai-form", "beside", "", "ratio", "spread", "gate", "goal", ""]
# By side and connections: the runs in the order of the rounds.
Runs = dict[tuple[str, int], list[Load]]


@dataclass(frozen=True)
class Row:
    """One line: what is read off the runs of two sides, and the ratio it must hold (gate) and should reach (goal)."""

    title: str
    beside: str
    connections: int
    value: Callable[[Load], float]
    unit: str
    gate: float | None = None
    goal: float | None = None
    more_is_better: bool = False


def rate(run: Load) -> float:
    return run.rate


def cpu(run: Load) -> float:
    return run.each(run.service_cpu)


ROWS = [
    Row("submissions/s, 16 connections", "php", 16, rate, "/s", 3, 5, True),
    Row("submissions/s, 64 connections", "php", 64, rate, "/s", 3, 5, True),
    Row("submissions/s, 16 connections", "c-together", 16, rate, "/s", 0.5, 0.8, True),
    Row("submissions/s, 64 connections", "c-together", 64, rate, "/s", 0.5, 0.8, True),
    Row("submissions/s, 1 connection", "c-each", 1, rate, "/s", 0.7, 0.9, True),
    Row("submissions/s, 1 connection", "php", 1, rate, "/s", more_is_better=True),
    Row("latency p50, 1 connection", "c-each", 1, lambda run: run.p50, "ms"),
    Row("latency p50, 16 connections", "php", 16, lambda run: run.p50, "ms"),
    Row("latency p50, 64 connections", "php", 64, lambda run: run.p50, "ms"),
    Row("latency p99, 1 connection", "c-each", 1, lambda run: run.p99, "ms"),
    Row("latency p99, 16 connections", "php", 16, lambda run: run.p99, "ms"),
    Row("latency p99, 64 connections", "php", 64, lambda run: run.p99, "ms", 0.2, 0.1),
    Row("latency p99, 64 connections", "c-together", 64, lambda run: run.p99, "ms"),
    Row("server CPU a request, 64 connections", "c-together", 64, cpu, "µs", 2.0, 1.5),
    Row("server CPU a request, 16 connections", "c-together", 16, cpu, "µs"),
    Row("server CPU a request, 1 connection", "c-each", 1, cpu, "µs"),
    Row("server CPU a request, 64 connections", "php", 64, cpu, "µs"),
    Row("memory under load (PSS), 64 connections", "php", 64, lambda run: run.memory / 1e6, "MB", 1.5, 1.0),
    Row("memory under load (PSS), 64 connections", "c-together", 64, lambda run: run.memory / 1e6, "MB"),
]


def verdict(value: float, gate: float | None, goal: float | None, more_is_better: bool = False) -> str:
    if gate is None or goal is None:
        return ""
    sign = -1 if more_is_better else 1
    return "GATE MISS" if sign * value > sign * gate else "goal MISS" if sign * value > sign * goal else "PASS"


def lines(runs: Runs, titles: dict[str, str]) -> tuple[list[list[str]], bool]:
    """The table's lines for what was run, and whether every gate holds."""
    made, all_hold = [], True
    for row in ROWS:
        own, other = runs.get(("doithoai", row.connections)), runs.get((row.beside, row.connections))
        if not own or not other:
            continue
        ratios = [row.value(one) / row.value(two) for one, two in zip(own, other)]
        ratio = statistics.median(ratios)
        said = verdict(ratio, row.gate, row.goal, row.more_is_better)
        all_hold = all_hold and said != "GATE MISS"
        sides = [f"{statistics.median(map(row.value, side)):,.{0 if row.unit == '/s' else 1}f} {row.unit}" for side in (own, other)]
        made.append([row.title, sides[0], titles[row.beside], sides[1], f"{ratio:.2f}", f"{min(ratios):.2f}–{max(ratios):.2f}",
                     shown_limit(row.gate), shown_limit(row.goal), said])
    return made, all_hold


def alone(title: str, value: float, unit: str, spread: str, gate: float | None, goal: float | None) -> tuple[list[str], bool]:
    """A line of what is measured beside nobody."""
    said = verdict(value, gate, goal)
    limits = [f"{limit:g} {unit}" if limit is not None else "" for limit in (gate, goal)]
    return [title, f"{value:.1f} {unit}", "", "", "", spread, *limits, said], said != "GATE MISS"


def shown_limit(limit: float | None) -> str:
    return "" if limit is None else f"{limit:g}"


def shown(head: list[str], rows: list[list[str]]) -> str:
    """Rows as a Markdown table with columns of equal width."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]

    def line(cells: list[str]) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths)) + " |"

    return "\n".join([line(head), "|" + "|".join("-" * (width + 2) for width in widths) + "|", *map(line, rows)])
