"""Mixed load on the whole portal for an hour: pages, checks, submissions, look-ups, a release now and then.

Behind the shipped nginx with its limits. `benchmarks/form/mixed.py --minutes 60` goes on where it was stopped.
"""

import argparse
import http.client
import itertools
import json
import random
import re
import statistics
import sys
import threading
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "Tests/EndToEnd"))

import measuring  # noqa: E402
import table  # noqa: E402
from building import Workshop  # noqa: E402
from citizen import Citizen  # noqa: E402
from portal import Portal  # noqa: E402
from registrations import COOPERATIVE, FORM_PAGE, LOOKUP_PAGE, PERSON  # noqa: E402

MOMENT = "2021-11-10T09:00"
VISITORS, PAUSE = 8, 0.1  # seconds between two acts of a visitor, about
RELEASE_MINUTES = 5
REFERENCE, CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}\b"), re.compile(r"\b[0-9A-Z]{5}-[0-9A-Z]{5}\b")
PAGES = ["/", FORM_PAGE, LOOKUP_PAGE, "/phan-anh/", "/so-tiep-nhan/", "/tim-kiem/"]
# Growth from the second quarter of the time to the last that still counts as none.
ALLOWED = {"memory": 1.05, "descriptors": 1.5, "p50": 1.25}  # of the few descriptors, those of visitors come and go


class Visitors:
    """Threads that use the portal as people do, until told to stop; times of answers by what was done."""

    def __init__(self, origin: str):
        self.origin = origin
        self.stopping = threading.Event()
        self.lock = threading.Lock()
        self.numbers = itertools.count()
        self.times: dict[str, list[float]] = defaultdict(list)
        self.receipts: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self.threads = [threading.Thread(target=self._visit, args=(number,), daemon=True) for number in range(VISITORS)]
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        self.stopping.set()
        for thread in self.threads:
            thread.join(timeout=60)

    def taken(self) -> dict[str, list[float]]:
        """The times since they were last taken."""
        with self.lock:
            taken, self.times = self.times, defaultdict(list)
            del self.receipts[:-500]
        return taken

    def _visit(self, seed: int) -> None:
        chance = random.Random(f"{seed} {time.time()}")
        acts = [self._read] * 12 + [self._register] * 4 + [self._check] * 2 + [self._look_up] * 3
        while not self.stopping.is_set():
            try:
                chance.choice(acts)(chance)
            except (AssertionError, OSError, http.client.HTTPException) as fault:
                with self.lock:
                    self.faults.append(f"{type(fault).__name__}: {fault}"[:400])
            time.sleep(chance.uniform(0, 2 * PAUSE))

    def _timed(self, name: str, act):
        began = time.perf_counter()
        answer = act()
        took = time.perf_counter() - began
        assert answer.status == 200, f"{name}: {answer.status} {answer.title}"
        with self.lock:
            self.times[name].append(took * 1_000)
        return answer

    def _citizen(self) -> Citizen:
        """Somebody in one of thousands of networks, so that limits stay out of this."""
        with self.lock:
            citizen, number = Citizen(self.origin), next(self.numbers)
        citizen.address = f"127.{1 + number // 250 % 200}.{number % 250}.9"
        return citizen

    def _read(self, chance: random.Random) -> None:
        citizen = self._citizen()
        self._timed("page", lambda: citizen.get(chance.choice(PAGES)))

    def _check(self, chance: random.Random):
        citizen = self._citizen()
        blank = citizen.get(FORM_PAGE)
        person = chance.choice([PERSON, COOPERATIVE]) | {"phan-1": f"Câu hỏi số {chance.randrange(10**9)} về cân?"}
        return citizen, self._timed("check", lambda: citizen.press(blank, blank.main_form(), **person))

    def _register(self, chance: random.Random) -> None:
        citizen, checked = self._check(chance)
        done = self._timed("submission", lambda: citizen.press(checked, checked.main_form()))
        reference, code = REFERENCE.search(done.text), CODE.search(done.text)
        assert reference and code, f"submission: no receipt, {done.title}"
        with self.lock:
            self.receipts.append((reference.group(), code.group()))

    def _look_up(self, chance: random.Random) -> None:
        with self.lock:
            if not self.receipts:
                return
            reference, code = chance.choice(self.receipts)
        citizen = self._citizen()
        blank = citizen.get(LOOKUP_PAGE)
        found = self._timed("look-up", lambda: citizen.press(blank, blank.main_form(), so_bien_nhan=reference, ma=code))
        assert reference in found.text or "Phiếu " in found.text, "look-up: not found"


def percentile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def minute(visitors: Visitors, service: list[int]) -> dict:
    """Waits a minute and says what it was like."""
    visitors.taken()
    before = measuring.cpu(service)
    time.sleep(60)
    taken = visitors.taken()
    return {"answers": {name: len(times) for name, times in taken.items()},
            "p50": {name: statistics.median(times) for name, times in taken.items()},
            "p99": {name: percentile(times, 0.99) for name, times in taken.items()},
            "memory": measuring.memory(service), "descriptors": measuring.descriptors(service),
            "cpu": measuring.cpu(service) - before, "process": service[0]}


def run(folder: Path, minutes: int) -> tuple[list[dict], list[str]]:
    log = folder / "samples.jsonl"
    samples = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    root = folder / "checkout"
    portal = Portal.at(folder / "state", MOMENT, root) if root.exists() else Workshop(folder, MOMENT).portal
    portal.build()
    portal.start()
    visitors = Visitors(portal.origin)
    try:
        while len(samples) < minutes and not visitors.faults:
            if len(samples) % RELEASE_MINUTES == RELEASE_MINUTES - 1:
                page = root / "content/trang/gioi-thieu.md"
                page.write_text(page.read_text("utf-8") + f"\nCâu {len(samples)}.\n", "utf-8")
                portal.build()
            sample = minute(visitors, measuring.family(portal.form.pid))
            samples.append(sample)
            with log.open("a") as lines:
                lines.write(json.dumps(sample) + "\n")
            print(f"minute {len(samples):3}   {sum(sample['answers'].values()):6,} answers   submission p50 "
                  f"{sample['p50'].get('submission', 0):5.1f} p99 {sample['p99'].get('submission', 0):6.1f} ms   "
                  f"PSS {sample['memory'] / 1e6:5.1f} MB   {sample['descriptors']} descriptors", flush=True)
    finally:
        visitors.stop()
        portal.stop()
    return samples, visitors.faults


def quarters(samples: list[dict], value) -> tuple[float, float]:
    """The medians of the second quarter and of the last."""
    size = max(1, len(samples) // 4)
    return (statistics.median(map(value, samples[size:2 * size] or samples[:1])),
            statistics.median(map(value, samples[-size:])))


def verdict(samples: list[dict]) -> tuple[list[list[str]], bool]:
    rows, flat = [], True
    found = [("memory (PSS)", "MB", "memory", lambda sample: sample["memory"] / 1e6),
             ("descriptors", "", "descriptors", lambda sample: sample["descriptors"])]
    found += [(f"{name}, p50", "ms", "p50", lambda sample, name=name: sample["p50"].get(name, 0))
              for name in ("page", "check", "submission", "look-up")]
    for title, unit, kind, value in found:
        early, late = quarters(samples, value)
        growth = late / early if early else 1.0
        holds = growth <= ALLOWED[kind]
        flat = flat and holds
        rows.append([title, f"{early:.1f} {unit}".strip(), f"{late:.1f} {unit}".strip(), f"{growth:.3f}",
                     f"at most {ALLOWED[kind]}", "flat" if holds else "NOT FLAT"])
    return rows, flat


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--folder", type=Path, default=ROOT / "var/soak-mixed", help="delete it to begin anew")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    samples, faults = run(chosen.folder, chosen.minutes)
    rows, flat = verdict(samples)
    total = sum(sum(sample["answers"].values()) for sample in samples)
    print(f"\n{len(samples)} minutes, {total:,} answers\n")
    print(table.shown(["", "second quarter", "last quarter", "growth", "allowed", ""], rows))
    if faults:
        sys.exit(f"{len(faults)} acts went wrong, the first: {faults[0]}")
    if not flat:
        sys.exit("Not flat.")


if __name__ == "__main__":
    main()
