"""How far a long test has come: kept in var/soak, so that one that was cut short goes on where it was."""

import json
from pathlib import Path

from portal import ROOT

FOLDER = ROOT / "var" / "soak"


class Progress:
    """A count that outlives the run; `goal` reached, the next run begins anew."""

    def __init__(self, name: str, goal: float):
        FOLDER.mkdir(parents=True, exist_ok=True)
        self._path: Path = FOLDER / f"{name}.json"
        self.goal = goal
        self.facts: dict = {"done": 0}
        if self._path.exists():
            kept = json.loads(self._path.read_text("utf-8"))
            if kept["done"] < goal:
                self.facts = kept

    @property
    def done(self) -> float:
        return self.facts["done"]

    @property
    def left(self) -> float:
        return max(0, self.goal - self.done)

    def add(self, count: float, **sums: float):
        """What was done and found good; on the disk before this returns."""
        self.facts["done"] += count
        for name, value in sums.items():
            self.facts[name] = self.facts.get(name, 0) + value
        fresh = self._path.with_suffix(".new")
        fresh.write_text(json.dumps(self.facts), "utf-8")
        fresh.rename(self._path)
