"""How soon an editor sees what was saved: from the end of the save to the page in Chromium; see ../README.md."""

import argparse
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
from test_preview import Preview  # noqa: E402

AS_OF = "2022-02-01T09:00"
# What the preview is meant to reach, on a thousand pages.
MILLISECONDS = 300

# Every page looks for the words as soon as it is read, and leaves the time of the machine's clock in milliseconds.
WATCH = """() => {
    const look = () => {
        const words = document.querySelector("main")?.textContent.match(/Câu vừa lưu thứ \\d+\\./g) ?? [];
        if (words.length) window.shown = [words.at(-1), performance.timeOrigin + performance.now()];
    };
    document.addEventListener("DOMContentLoaded", look);
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
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
                page = browser.new_page()
                page.add_init_script(f"({WATCH})()")
                took = [one_save(page, preview, chance.choice(files), root, number) for number in range(chosen.saves)]
                browser.close()
        finally:
            preview.stop()
    print(f"{chosen.questions} questions, {chosen.saves} saves: the first {took[0]:.0f} ms, median {statistics.median(took):.0f} ms, "
          f"longest {max(took):.0f} ms; goal: {MILLISECONDS} ms, {sum(one > MILLISECONDS for one in took)} miss it")


def one_save(page, preview, file: Path, root: Path, number: int) -> float:
    """Milliseconds from the end of a save to its words on the open page."""
    address = "/" + str(file.relative_to(root / "content")).removesuffix(".md") + "/"
    page.goto(preview.origin + address, wait_until="load")
    # Saves come at any moment between two looks of the program and of the page.
    time.sleep(0.6 + random.random() / 4)
    words, at = saved(file, number)
    # Asked seldom: questions of ours slow the page down.
    page.wait_for_function("words => window.shown?.[0] === words", arg=words, polling=100, timeout=10_000)
    return page.evaluate("window.shown[1]") - at


main()
