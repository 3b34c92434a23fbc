"""What is made ready before the clock starts: a released portal, the C programs, a receipt with places to fill."""

import json
import re
import shutil
import subprocess
from pathlib import Path

from citizen import Citizen
from portal import Portal
from sides import CHECKPOINT, RIVALS, SETTINGS

import forms

MOMENT = "2021-11-10T09:00"
FORM = "/gui/phan-anh"
PLACES = {
    "REFERENCE": r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}(?=[<. ])", "CODE": r"[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}",
    "TOKEN": r'(?<=name="ma-mot-lan" value=")[\w-]+', "MACHINE": r"2021-11-10T\d\d:\d\d:\d\d\+07:00",
    "WORDS": "\\d+\u00a0giờ\u00a0\\d\\d, thứ\u00a0Tư ngày\u00a010/11/2021",
}


class Prepared:
    """`state`: keys, release and a register with one registration; what the sides begin with."""

    def __init__(self, folder: Path, again: bool = False):
        """- again: takes the folder as an earlier run left it."""
        self.programs = folder / "programs"
        self.page = folder / "receipt.html"
        self.state = folder / "state"
        if not again:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            self._compile()
            self._release()
        anchor = json.loads((self.state / "rehearsal.json").read_text())
        self.clock = round(anchor["rehearsedStart"] - anchor["realStart"])
        release = json.loads((self.state / "public/current/service/release.json").read_text("utf-8"))
        self.digest = next(form["digest"] for form in release["forms"] if form["id"] == "phan-anh")

    def _release(self) -> None:
        portal = Portal.at(self.state, MOMENT)
        portal.settings = SETTINGS
        portal.office("build", "--without", "documents", "--without", "compression")
        portal.start()
        try:
            self.page.write_text(places(sample(portal)), "utf-8")
        finally:
            portal.stop()
        shutil.rmtree(portal.logs)

    def _compile(self) -> None:
        self.programs.mkdir()
        flags = ["cc", "-O2", "-D_GNU_SOURCE", f'-DCHECKPOINT="{CHECKPOINT}"', "-pthread"]
        for name, sources, libraries in [
            ("form", ["main.c", "form.c", "token.c", "store.c"], ["-lfcgi", "-lsqlite3", "-lcrypto"]),
            ("responder", ["responder.c"], ["-lfcgi"]),
        ]:
            subprocess.run(
                [*flags, "-o", str(self.programs / name), *(str(RIVALS / source) for source in sources), *libraries],
                check=True)


def sample(portal: Portal) -> str:
    """A receipt of the form service."""
    citizen = Citizen(portal.origin)
    checked = citizen.post(FORM, list(forms.answers(0).items()))
    done = citizen.press(checked, checked.main_form())
    assert done.status == 200, done.text[:400]
    return done.html


def places(page: str) -> str:
    """The page with \\x01NAME\\x01 wherever a value of the submission stands."""
    for name, pattern in PLACES.items():
        page, count = re.subn(pattern, f"\x01{name}\x01", page)
        assert count, f"the receipt has no {name}"
    return page
