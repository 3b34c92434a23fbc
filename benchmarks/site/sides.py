"""The two sides of the comparison: the same questions, to be built by this project and by Hugo."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import measuring

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
# After the last publication of the corpus, before the first day of review.
AS_OF = "2022-02-01T09:00"
# Beside the corpora: what earlier turns and runs left, deleted when a run is over.
ASIDE = "aside"
SENTENCE = "\nCâu này được thêm ở lần sửa thứ {turn}.\n"


def set_aside(folder: Path, aside: Path) -> None:
    """Moves a folder instead of deleting it: ext4 does not use an inode again within minutes of its deletion, and each new
    file looks at each of those first."""
    if folder.exists():
        aside.mkdir(parents=True, exist_ok=True)
        folder.rename(Path(tempfile.mkdtemp(dir=aside)) / folder.name)


class Side:
    """A site's sources on disk, and where its output goes."""

    name: str

    def __init__(self, program: Path, sources: Path, output: Path, aside: Path | None = None):
        """`aside`: where former output is kept until the run is over; without it, it is deleted."""
        self.program = program
        self.sources = sources
        self.output = output
        self.aside = aside

    def at(self, output: Path) -> "Side":
        """The same sources with another place for output, in memory."""
        return type(self)(self.program, self.sources, output)

    def command(self) -> list[str]:
        raise NotImplementedError

    def build(self) -> measuring.Cost:
        return measuring.run(self.command(), self.sources)

    def clear(self) -> None:
        """Takes output and caches away: the next build is a first one."""
        if self.aside:
            set_aside(self.output, self.aside)
        shutil.rmtree(self.output, ignore_errors=True)
        self.output.mkdir(parents=True)

    @property
    def site(self) -> Path:
        """The folder a web server would serve."""
        raise NotImplementedError

    @property
    def content(self) -> Path:
        return self.sources / "content"

    def change(self, answer: str, turn: int) -> None:
        """An editor's smallest act: one more sentence in the body of one answer."""
        file = self.content / answer
        file.write_text(file.read_text("utf-8") + SENTENCE.format(turn=turn), "utf-8")

    def retitle(self, answer: str, turn: int) -> None:
        """A costlier act: a new title, which lists, feeds and related links show."""
        file = self.content / answer
        lines = file.read_text("utf-8").split("\n")
        assert lines[1].startswith("title: "), lines[1]
        lines[1] = f"title: Tiêu đề mới ở lần sửa thứ {turn} cho câu hỏi này thì ghi thế nào?"
        file.write_text("\n".join(lines), "utf-8")

    @property
    def version(self) -> str:
        raise NotImplementedError


class Own(Side):
    name = "doithoai"

    def command(self) -> list[str]:
        # Documents and the privacy rule have no counterpart on the other side; METHOD.md tells what they cost.
        return [str(self.program), "build", "--root", str(self.sources), "--state", str(self.output),
                "--without", "documents", "--without", "compression",
                "--without", "privacy"]

    def clear(self) -> None:
        super().clear()
        measuring.run([str(self.program), "rehearse", "--as-of", AS_OF, "--state", str(self.output)], self.sources)

    @property
    def site(self) -> Path:
        return self.output / "public/current/site"

    @property
    def version(self) -> str:
        commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True)
        swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("\n")[0]
        return f"{commit.stdout.strip()}, {swift}"


class Hugo(Side):
    name = "Hugo"

    def command(self) -> list[str]:
        return [str(self.program), "build", "--source", str(self.sources), "--destination", str(self.output / "public"),
                "--cacheDir", str(self.output / "cache"), "--quiet"]

    @property
    def site(self) -> Path:
        return self.output / "public"

    @property
    def version(self) -> str:
        return subprocess.run([self.program, "version"], capture_output=True, text=True).stdout.split(" ")[1]


def prepare(folder: Path, questions: int, seed: int, doithoai: Path, hugo: Path) -> tuple[Own, Hugo]:
    """Writes the corpus for both sides below `folder`, from nothing."""
    aside = folder.parent / ASIDE
    set_aside(folder, aside)
    own, other = folder / "own", folder / "hugo"
    subprocess.run([sys.executable, "-m", "corpus", "--questions", str(questions), "--seed", str(seed),
                    "--own", own / "content", "--hugo", other], cwd=HERE, check=True)
    shutil.copytree(ROOT / "theme", own / "theme")
    shutil.copytree(HERE / "hugo", other, dirs_exist_ok=True)
    for part in ("components", "images", "scripts", "styles"):
        shutil.copytree(ROOT / "theme" / part, other / "assets" / part, ignore=shutil.ignore_patterns("*.md", "*.mustache"))
    return Own(doithoai, own, folder / "own-output", aside), Hugo(hugo, other, folder / "hugo-output", aside)


def answers(side: Side) -> list[str]:
    """Every answer's file by its path in `content/`; both sides have the same."""
    return sorted(str(file.relative_to(side.content)) for file in side.content.glob("doi-thoai/*/hoi-dap/*.md")
                  if file.name != "_index.md")
