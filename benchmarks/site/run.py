"""Builds the same invented site with this project and with Hugo, in turn; see METHOD.md."""

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

import hugo_program
import table
from scenarios import SCENARIOS, Bench
from sides import ASIDE, HERE, ROOT, Hugo, Own, prepare


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, action="append", help="questions; may be given several times (100, 1000, 10000)")
    parser.add_argument("--only", action="append", choices=SCENARIOS, help="a scenario; may be given several times")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--doithoai", type=Path, default=ROOT / ".build/release/doithoai", help="the program to measure")
    parser.add_argument("--folder", type=Path, default=ROOT / "var/bench-site", help="where corpora and output on disk go")
    parser.add_argument("--write", type=Path, help="a file that gets what is printed")
    return parser.parse_args()


def facts(folder: Path, own: Own, hugo: Hugo) -> str:
    cpu = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                if line.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
    system = max((mount for mount in mounts if folder.resolve().is_relative_to(mount[1])), key=lambda mount: len(mount[1]))
    return (f"{cpu}, {os.cpu_count()} cores, {memory:.1f} GB; {platform.system()} {platform.release()}; "
            f"disk: {system[2]}; load before: {os.getloadavg()[0]:.1f}\n"
            f"doithoai {own.version}\nHugo {hugo.version}")


def measure(chosen: argparse.Namespace, questions: int, say) -> tuple[bool, float | None]:
    """Prints the table of one corpus; gives whether its gates hold, and CPU milliseconds a page."""
    own, hugo = prepare(chosen.folder / str(questions), questions, chosen.seed, chosen.doithoai, hugo_program.path())
    if questions == min(chosen.n):
        say(facts(chosen.folder, own, hugo))
    memory = Path(tempfile.mkdtemp(prefix="bench-site-", dir="/dev/shm"))
    try:
        bench = Bench(own, hugo, memory, chosen.pairs, chosen.seed)
        measured = {name: SCENARIOS[name](bench) for name in SCENARIOS if not chosen.only or name in chosen.only}
        rows, all_hold = table.lines(questions, measured)
        say(f"\nN = {questions:,}, medians of {chosen.pairs} pairs\n\n{table.shown(table.HEAD, rows)}")
        if "full-memory" not in measured:
            return all_hold, None
        pages = sum(1 for _ in bench.memory[0].site.rglob("*.html"))
        return all_hold, statistics.median(cost.cpu for cost, _ in measured["full-memory"]) / pages * 1_000
    finally:
        shutil.rmtree(memory)


def main() -> None:
    chosen = arguments()
    chosen.n = chosen.n or [100, 1_000, 10_000]
    said: list[str] = []

    def say(text: str) -> None:
        said.append(text)
        print(text, flush=True)

    results = {questions: measure(chosen, questions, say) for questions in chosen.n}
    shutil.rmtree(chosen.folder / ASIDE, ignore_errors=True)
    words, holds = table.per_page({questions: page for questions, (_, page) in results.items() if page is not None})
    say("\n" + words)
    if chosen.write:
        chosen.write.write_text("\n".join(said) + "\n", "utf-8")
    if not (holds and all(all_hold for all_hold, _ in results.values())):
        sys.exit("A gate does not hold.")


sys.path.insert(0, str(HERE))
main()
