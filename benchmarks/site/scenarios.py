"""What is measured: each scenario runs both sides in turn and gives pairs of costs."""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

import measuring
from sides import Hugo, Own, Side, answers

Pair = tuple[measuring.Cost, measuring.Cost]
Scenario = Callable[["Bench"], list[Pair]]


class Bench:
    """One corpus and its two sides, with room for output on disk and in memory."""

    def __init__(self, own: Own, hugo: Hugo, memory: Path, pairs: int, seed: int):
        self.disk: tuple[Side, Side] = (own, hugo)
        self.memory: tuple[Side, Side] = (own.at(memory / "own"), hugo.at(memory / "hugo"))
        self.pairs = pairs
        # Other answers each time, the same for equal seeds: both sides change the same one.
        self.chosen = random.Random(seed).sample(answers(own), k=min(2 * pairs, len(answers(own))))

    def in_turn(self, sides: tuple[Side, Side], one: Callable[[Side, int], measuring.Cost]) -> list[Pair]:
        pairs = []
        for turn in range(self.pairs):
            # What the turn before left for the disk to write must not slow this one.
            os.sync()
            first = one(sides[0], turn)
            os.sync()
            pairs.append((first, one(sides[1], turn)))
        return pairs

    def settle(self, sides: tuple[Side, Side]) -> None:
        """A built site: ours twice, so that both trees of the release are there."""
        for side in sides:
            if not side.site.exists():
                side.clear()
            side.build()
            side.build()


def full_in_memory(bench: Bench) -> list[Pair]:
    def one(side: Side, _: int) -> measuring.Cost:
        side.clear()
        return side.build()

    return bench.in_turn(bench.memory, one)


def full_on_disk(bench: Bench) -> list[Pair]:
    def one(side: Side, _: int) -> measuring.Cost:
        side.clear()
        os.sync()
        return side.build()

    return bench.in_turn(bench.disk, one)


def unchanged(bench: Bench) -> list[Pair]:
    bench.settle(bench.disk)

    def one(side: Side, _: int) -> measuring.Cost:
        before = measuring.stamps(side.output)
        cost = side.build()
        if isinstance(side, Own):
            must(not (found := measuring.differing(before, measuring.stamps(side.output))),
                 f"nothing changed, yet files were written: {sorted(found)[:9]}")
        return cost

    return bench.in_turn(bench.disk, one)


def one_changed(bench: Bench) -> list[Pair]:
    return edited(bench, lambda side, turn: side.change(bench.chosen[turn], turn))


def one_retitled(bench: Bench) -> list[Pair]:
    return edited(bench, lambda side, turn: side.retitle(bench.chosen[-1 - turn], turn))


def edited(bench: Bench, edit: Callable[[Side, int], None]) -> list[Pair]:
    bench.settle(bench.disk)

    def one(side: Side, turn: int) -> measuring.Cost:
        edit(side, turn)
        if not isinstance(side, Own):
            return side.build()
        bytes_before, before = measuring.contents(side.site), measuring.stamps(side.site)
        cost = side.build()
        different = measuring.differing(bytes_before, measuring.contents(side.site))
        must(bool(different), "an answer changed, yet nothing was released")
        # A file in the other tree may be its own copy of the same bytes, with the same time: what readers see of it.
        times = [{path: stamp[1] for path, stamp in seen.items()} for seen in (before, measuring.stamps(side.site))]
        must(not (needless := measuring.differing(*times) - different),
             f"files were written whose bytes are the same: {sorted(needless)[:9]}")
        return cost

    return bench.in_turn(bench.disk, one)


def must(holds: bool, otherwise: str) -> None:
    if not holds:
        sys.exit(f"not a fair measurement: {otherwise}")


# In the order they run in; the names are for `--only`.
SCENARIOS: dict[str, Scenario] = {
    "full-memory": full_in_memory, "full-disk": full_on_disk, "unchanged": unchanged, "one-changed": one_changed,
    "one-retitled": one_retitled,
}
