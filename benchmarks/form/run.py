"""Stores the same posts with the form service, with PHP-FPM and with C, in turn, behind one nginx; see METHOD.md."""

import argparse
import os
import platform
import shutil
import statistics
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "Tests/EndToEnd"))

import equality  # noqa: E402
import forms  # noqa: E402
import wrk  # noqa: E402
import soak  # noqa: E402
import table  # noqa: E402
from front import Front  # noqa: E402
from prepared import FORM, Prepared  # noqa: E402
from sides import PHP, CEach, CTogether, Own, Responder, Side, parameters  # noqa: E402

SIDES = [Own, PHP, CTogether, CEach, Responder]
# Who is measured with so many connections, in turn.
ROUNDS = {1: ["doithoai", "c-each", "php"], 16: ["doithoai", "php", "c-together"], 64: ["doithoai", "php", "c-together"]}
PARTS = ["rounds", "ceilings", "check", "start", "sync", "soak"]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=PARTS, help="a part; may be given several times")
    parser.add_argument("--connections", action="append", type=int, choices=ROUNDS, help="may be given several times")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=4, help="of one run")
    parser.add_argument("--posts", type=int, default=70_000, help="prepared posts; each run sends each at most once")
    parser.add_argument("--soak", type=int, default=100_000, help="submissions of the part soak")
    parser.add_argument("--folder", type=Path, default=ROOT / "var/bench-form", help="on a real disk: every commit is synced to it")
    parser.add_argument("--write", type=Path, help="a file that gets what is printed")
    return parser.parse_args()


def disk(folder: Path) -> str:
    mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
    system = max((mount for mount in mounts if folder.resolve().is_relative_to(mount[1])), key=lambda mount: len(mount[1]))
    if system[2] in {"tmpfs", "ramfs"}:
        sys.exit(f"{folder} is in memory: a commit would cost nothing there")
    return system[2]


def facts(folder: Path) -> str:
    cpu = next((line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines()
                if line.startswith("model name")), "unknown")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (f"{cpu}, {os.cpu_count()} cores, {memory:.1f} GB; {platform.system()} {platform.release()}; "
            f"disk: {disk(folder)}; load before: {os.getloadavg()[0]:.1f}")


class Bench:
    """Everything that is ready when the clock starts."""

    def __init__(self, chosen: argparse.Namespace):
        self.chosen = chosen
        folder = chosen.folder
        self.prepared = Prepared(folder / "prepared")
        self.sides = {side.name: side(folder / side.name, self.prepared) for side in SIDES}
        self.front = Front(
            folder / "nginx", self.prepared.page.parent, {name: side.socket for name, side in self.sides.items()},
            {name: parameters(side) for name, side in self.sides.items()})
        self.own = self.sides["doithoai"]
        self.forms, self.bodies = folder / "forms", folder / "bodies"
        forms.write(self.forms, range(1, chosen.posts + 1))
        self.own.start()
        self.minted = forms.mint(
            self.front.url("doithoai", FORM), self.forms, self.bodies, self.own.pids, self.front.pids)
        self.own.stop()
        self.runs: table.Runs = defaultdict(list)

    def run(self, side: Side, connections: int) -> None:
        """One run on a fresh register; what was answered is counted in it."""
        side.start()
        measured = wrk.send(
            self.front.url(side.name, FORM + "/gui"), self.bodies, connections, self.chosen.seconds, side.pids, self.front.pids)
        side.stop()
        if measured.ran_out and measured.seconds < self.chosen.seconds / 2:
            sys.exit(f"{side.title} took all {self.minted} posts in {measured.seconds:.1f} s: give more with --posts")
        # What was under way when the clock stopped may be stored without having been answered.
        if not isinstance(side, Responder) and not 0 <= side.rows() - measured.answered <= connections:
            sys.exit(f"{side.title}: {measured.answered} answers, {side.rows()} rows")
        self.runs[side.name, connections].append(measured)

    def rounds(self, say) -> None:
        for connections in self.chosen.connections or ROUNDS:
            for _ in range(self.chosen.rounds):
                for name in ROUNDS[connections]:
                    self.run(self.sides[name], connections)

    def ceilings(self, say) -> None:
        """What the machine could do if storing cost nothing."""
        for connections in (16, 64):
            self.run(self.sides["responder"], connections)
            page = self.front.url("static", "/" + self.prepared.page.name)
            static = wrk.send(page, None, connections, self.chosen.seconds, [], self.front.pids, "get.lua")
            responder = self.runs["responder", connections][-1]
            say(f"ceilings at {connections} connections: nginx static {static.rate:,.0f}/s, "
                f"libfcgi responder {responder.rate:,.0f}/s at {responder.each(responder.service_cpu):.0f} µs of its CPU")

    def check(self, say) -> None:
        """The first post: form in, check page with a token out; nothing is stored."""
        self.own.start()
        for connections in (1, 16, 64):
            measured = wrk.send(
                self.front.url("doithoai", FORM), self.forms, connections, self.chosen.seconds, self.own.pids, self.front.pids)
            say(f"check posts at {connections} connections: {measured.rate:,.0f}/s, p50 {measured.p50:.2f} ms, "
                f"p99 {measured.p99:.2f} ms, server CPU {measured.each(measured.service_cpu):.0f} µs a request")
        self.own.stop()


def start(bench: Bench) -> tuple[list[str], bool]:
    form = next(iter(bench.forms.open()))[:-1]
    times = [bench.own.first_answer(bench.front.url("doithoai", FORM), form) * 1_000 for _ in range(10)]
    spread = f"{min(times):.0f}–{max(times):.0f}"
    return table.alone("start to first answer (a check page)", statistics.median(times), "ms", spread, 100, 50)


def costs(runs: table.Runs, titles: dict[str, str]) -> str:
    """Who used the processors: a row a side."""
    rows = []
    for (name, connections), found in sorted(runs.items(), key=lambda entry: (entry[0][1], entry[0][0])):
        values = [statistics.median(value(run) for run in found) for value in (
            lambda run: run.rate, lambda run: run.p50, lambda run: run.p99, lambda run: run.each(run.service_cpu),
            lambda run: run.each(run.nginx_cpu), lambda run: run.each(run.wrk_cpu), lambda run: run.memory / 1e6)]
        rows.append([str(connections), titles[name], *(f"{value:,.{0 if place == 0 else 1}f}" for place, value in enumerate(values))])
    return table.shown(
        ["connections", "", "answers/s", "p50 ms", "p99 ms", "service µs", "nginx µs", "wrk µs", "PSS MB"], rows)


def main() -> None:
    chosen = arguments()
    said: list[str] = []

    def say(text: str) -> None:
        said.append(text)
        print(text, flush=True)

    def wanted(part: str) -> bool:
        return not chosen.only or part in chosen.only

    shutil.rmtree(chosen.folder, ignore_errors=True)
    chosen.folder.mkdir(parents=True)
    say(facts(chosen.folder))
    bench = Bench(chosen)
    titles = {name: side.title for name, side in bench.sides.items()}
    rows, holds = [], []
    try:
        equality.demand(bench)
        say(f"{bench.minted:,} posts with tokens; every side answers them with the same page and stores the same rows")
        if wanted("sync"):
            equality.demand_syncs(bench, say)
        for part in ("rounds", "ceilings", "check"):
            if wanted(part):
                getattr(bench, part)(say)
        made, held = table.lines(bench.runs, titles)
        rows, holds = rows + made, [held]
        if wanted("start"):
            row, held = start(bench)
            rows, holds = [*rows, row], [*holds, held]
        if wanted("soak"):
            made, held = soak.short(bench, chosen.soak)
            rows, holds = rows + made, [*holds, held]
    finally:
        for side in bench.sides.values():
            side.stop()
        bench.front.stop()
    if bench.runs:
        say(f"\nmedians of {chosen.rounds} rounds of {chosen.seconds} s\n\n{costs(bench.runs, titles)}")
    say(f"\nratios: medians of paired rounds\n\n{table.shown(table.HEAD, rows)}")
    if chosen.write:
        chosen.write.write_text("\n".join(said) + "\n", "utf-8")
    if not all(holds):
        sys.exit("A gate does not hold.")


if __name__ == "__main__":
    main()
