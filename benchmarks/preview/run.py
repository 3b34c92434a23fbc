"""How soon an editor sees what was saved: until the page is served, and until Chromium has painted it; see ../README.md."""

import argparse
import http.client
import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Tests/EndToEnd"), str(ROOT / "benchmarks/site")]

from corpus.__main__ import answers  # noqa: E402
from corpus.own import write  # noqa: E402
from portal import Portal  # noqa: E402
from preview import Preview  # noqa: E402

AS_OF = "2022-02-01T09:00"
# What the preview is meant to reach on a thousand pages, from a save until the page is served.
MILLISECONDS = 300

# When the page with the words was painted, by the machine's clock; nothing while another page is there.
PAINTED = """(words) => {
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return paint && document.querySelector("main").textContent.includes(words) ? performance.timeOrigin + paint.startTime : 0;
}"""


def saved(file: Path, number: int) -> tuple[str, float]:
    """Adds a sentence to an answer as an editor does: the file is replaced. What it says, and when."""
    words = f"Câu vừa lưu thứ {number}."
    beside = file.with_suffix(".tam")
    beside.write_text(f"{file.read_text('utf-8')}\n{words}\n", "utf-8")
    beside.replace(file)
    return words, time.time() * 1000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--questions", type=int, default=1_000)
    arguments.add_argument("--saves", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=1)
    chosen = arguments.parse_args()
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "checkout"
        write(root / "content", answers(chosen.questions, chosen.seed))
        for name in ("theme", "deploy"):
            shutil.copytree(ROOT / name, root / name)
        state = Path(folder) / "state"
        Portal.at(state, AS_OF, root)
        preview = Preview(root, state)
        try:
            preview.up()
            files = [root / "content" / path for path in sorted((root / "content").rglob("hoi-dap/*.md"))]
            served = [one_served(preview, chance.choice(files), root, number) for number in range(chosen.saves)]
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
                page = browser.new_page()
                painted = [one_painted(page, preview, chance.choice(files), root, chosen.saves + number)
                           for number in range(chosen.saves)]
                browser.close()
        finally:
            preview.stop()
    print(f"{chosen.questions} questions, {chosen.saves} saves; goal: {MILLISECONDS} ms until the page is served")
    for what, took in (("served", served), ("painted", painted)):
        print(f"{what:8}   the first {took[0]:4.0f} ms   median {statistics.median(took):4.0f} ms   longest {max(took):4.0f} ms   "
              f"{sum(one > MILLISECONDS for one in took)} over the goal")


def address(file: Path, root: Path) -> str:
    return "/" + str(file.relative_to(root / "content")).removesuffix(".md") + "/"


def one_served(preview, file: Path, root: Path, number: int) -> float:
    """Milliseconds from the end of a save until its words are served."""
    time.sleep(between())
    words, at = saved(file, number)
    client = http.client.HTTPConnection("127.0.0.1", preview.port)
    while time.time() * 1000 < at + 10_000:
        client.request("GET", address(file, root))
        if words in client.getresponse().read().decode():
            return time.time() * 1000 - at
        time.sleep(0.003)
    raise AssertionError(f"“{words}” was never served:\n{preview.said()}")


def between() -> float:
    """Seconds: saves come at any moment between two looks of the program and of the page."""
    return 0.6 + random.random() / 4


def one_painted(page, preview, file: Path, root: Path, number: int) -> float:
    """Milliseconds from the end of a save until its words are painted on the open page."""
    page.goto(preview.origin + address(file, root), wait_until="load")
    time.sleep(between())
    words, at = saved(file, number)
    # Asked seldom: questions of ours slow the page down.
    painted = page.wait_for_function(PAINTED, arg=words, polling=100, timeout=10_000)
    return painted.json_value() - at


main()
