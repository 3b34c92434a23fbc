"""Documents as the generator hands them to Typst: kept, changed and drawn again without building anything."""

import shutil
import stat
import subprocess
from pathlib import Path

import typst

from portal import BIN, ROOT

FONTS = "/usr/share/fonts/truetype/liberation2"


class Papers:
    """The folders the engine was given in one build, by the name of the template."""

    def __init__(self, folder: Path, as_of: str):
        self.folder = folder
        self.kept = folder / "kept"
        self.kept.mkdir(parents=True)
        state = folder / "state"
        # A typst on PATH goes before the project's own: this one keeps what it is given, then is the project's own.
        programs = folder / "bin"
        programs.mkdir()
        keeper = programs / "typst"
        keeper.write_text(
            "#!/bin/sh\n"
            "for word in \"$@\"; do case $word in\n"
            "    *.typ) name=$(basename \"$word\" .typ); from=$(dirname \"$word\") ;;\n"
            "    data=/*) data=${word#data=/} ;;\n"
            "esac; done\n"
            f"cp -r \"$from\" '{self.kept}/'\"$name-$$\" && mv '{self.kept}/'\"$name-$$/$data\" '{self.kept}/'\"$name-$$/data\"\n"
            f"exec '{ROOT}/deploy/typst' \"$@\"\n")
        keeper.chmod(keeper.stat().st_mode | stat.S_IXUSR)
        self.state = state
        self.run("rehearse", "--as-of", as_of, "--state", state)
        self.make()

    def make(self):
        self.run("build", "--root", ROOT, "--state", self.state)
        self.site = self.state / "public/current/site"

    def run(self, *words) -> str:
        path = f"{self.folder / 'bin'}:/usr/local/bin:/usr/bin:/bin"
        done = subprocess.run(
            [BIN / "doithoai", *words], capture_output=True, text=True, env={"PATH": path}, timeout=120)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def public(self, ending: str) -> list[Path]:
        """Every file that readers can download."""
        return sorted(self.site.glob(f"**/tai-ve/*{ending}"))

    def draw(self, template: str, target: Path, change=lambda text: text, change_data=lambda text: text,
             holding: str = "") -> Path:
        """Draws a document anew, with the shared template or the data changed.

        holding: words by which to tell documents of one template apart.
        """
        source = next(kept for kept in sorted(self.kept.glob(f"{template}-*"))
                      if holding in (kept / "data").read_text("utf-8"))
        work = target.with_suffix(".work")
        shutil.copytree(source, work)
        for file, changed in ((work / "van-ban.typ", change), (work / "data", change_data)):
            file.write_text(changed(file.read_text("utf-8")), "utf-8")
        typst.compile(
            str(work / f"{template}.typ"), output=str(target), root=str(work), sys_inputs={"data": "/data"},
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]),
            pdf_standards=["ua-1", "a-2a"], timestamp=0)
        shutil.rmtree(work)
        return target
