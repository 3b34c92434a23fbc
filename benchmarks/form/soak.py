"""Many submissions into one register: do memory and descriptors stay as they are?

`make bench-form` sends 100,000; `benchmarks/form/soak.py --submissions 1000000` goes on where it was stopped.
"""

import argparse
import json
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "Tests/EndToEnd"))

import forms  # noqa: E402
import wrk  # noqa: E402
import measuring  # noqa: E402
import table  # noqa: E402
from front import Front  # noqa: E402
from prepared import FORM, Prepared  # noqa: E402
from sides import Own, Side  # noqa: E402

CHUNK = 20_000
CONNECTIONS = 64
# Growth from the second quarter of the way to the last that still counts as none: buffers and caches come and go.
MEMORY_SHARE, DESCRIPTORS = 0.05, 2


def chunk(front: Front, side: Side, serials: range) -> dict:
    """Mints and sends one share; what the service holds afterwards."""
    unsent, bodies = side.folder / "forms", side.folder / "bodies"
    forms.write(unsent, serials)
    forms.mint(front.url(side.name, FORM), unsent, bodies, side.pids, front.pids)
    measured = wrk.send(front.url(side.name, FORM + "/gui"), bodies, CONNECTIONS, 600, side.pids, front.pids)
    time.sleep(1)  # what was under way when the last post was sent comes to its end
    return {"answered": measured.answered, "rate": measured.rate, "p50": measured.p50, "p99": measured.p99,
            "cpu": measured.each(measured.service_cpu), "memory": measuring.memory(side.pids),
            "descriptors": measuring.descriptors(side.pids)}


def growth(samples: list[dict], key: str) -> tuple[float, float]:
    """The medians of the second quarter and of the last."""
    quarter = max(1, len(samples) // 4)
    early = samples[quarter:2 * quarter] or samples[:1]
    return (statistics.median(sample[key] for sample in early),
            statistics.median(sample[key] for sample in samples[-quarter:]))


def verdict(samples: list[dict]) -> tuple[list[list[str]], bool]:
    """Lines for the table, and whether all is flat."""
    sent = sum(sample["answered"] for sample in samples)
    rows, flat = [], True
    for key, title, unit, scale in [("memory", "memory (PSS)", "MB", 1e6), ("descriptors", "descriptors", "", 1)]:
        early, late = growth(samples, key)
        holds = late - early <= (early * MEMORY_SHARE if key == "memory" else DESCRIPTORS)
        flat = flat and holds
        rows.append([f"{title} over {sent:,} submissions", f"{late / scale:.1f} {unit}".strip(), "second quarter",
                     f"{early / scale:.1f} {unit}".strip(), f"{late / early:.3f}", "", "flat", "flat",
                     "PASS" if holds else "GATE MISS"])
    return rows, flat


def short(bench, count: int) -> tuple[list[list[str]], bool]:
    """A part of `make bench-form`."""
    side = bench.own
    side.start()
    size = max(1_000, min(CHUNK, count // 10))
    samples = [chunk(bench.front, side, range(first, first + size)) for first in range(1, count + 1, size)]
    side.stop()
    demand_rows(side, sum(sample["answered"] for sample in samples), len(samples))
    return verdict(samples)


def demand_rows(side: Side, answered: int, chunks: int) -> None:
    """What was under way when a share ended may be stored without an answer."""
    if not 0 <= side.rows() - answered <= CONNECTIONS * chunks:
        sys.exit(f"{answered} answers, {side.rows()} rows")


def long(folder: Path, count: int) -> tuple[list[dict], Side]:
    """Goes on with the register in `folder`; what was sampled stands in `samples.jsonl`, a line a share."""
    log = folder / "samples.jsonl"
    samples = [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
    prepared = Prepared(folder / "prepared", again=bool(samples))
    side = Own(folder / "doithoai", prepared)
    front = Front(folder / "nginx", prepared.page.parent, {side.name: side.socket}, {})
    side.start(fresh=not samples)
    try:
        while len(samples) * CHUNK < count:
            first = 1 + len(samples) * CHUNK
            sample = chunk(front, side, range(first, first + CHUNK)) | {"process": side.process.pid}
            samples.append(sample)
            with log.open("a") as lines:
                lines.write(json.dumps(sample) + "\n")
            print(f"{len(samples) * CHUNK:>9,} sent   {sample['rate']:>7,.0f}/s   p99 {sample['p99']:6.1f} ms   "
                  f"CPU {sample['cpu']:4.0f} µs   PSS {sample['memory'] / 1e6:5.1f} MB   {sample['descriptors']} descriptors",
                  flush=True)
    finally:
        side.stop()
        front.stop()
    return samples, side


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--submissions", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=ROOT / "var/soak-form", help="needs 6 GB for a million; delete it to begin anew")
    chosen = parser.parse_args()
    chosen.folder.mkdir(parents=True, exist_ok=True)
    samples, side = long(chosen.folder, chosen.submissions)
    demand_rows(side, sum(sample["answered"] for sample in samples), 2 * len(samples))
    rows, flat = verdict(samples)
    print("\n" + table.shown(table.HEAD, rows))
    if not flat:
        sys.exit("Not flat.")


if __name__ == "__main__":
    main()
