"""Every log after a busy run: structured, and without anything typed, any address, any receipt."""

import json
import re
import unicodedata
from urllib.parse import quote, quote_plus

from citizen import Citizen
from flows import CODE, REFERENCE
from manager import Manager
from registrations import FORM_PAGE, LOOKUP_PAGE
from test_privacy import CANARY

# What a line of the service's log may say, and what each may look like.
FACTS = {
    "time": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00", "level": r"notice|error", "event": r"[a-z-]+",
    "workers": r"\d+", "signal": r"\d+", "tree": r"[ab]", "incident": r"[0-9A-Z-]{4,12}", "in-hand": r"\d+",
    "cause": r"[A-Za-z0-9_ .,:()/'-]{1,200}",
}


def test_no_log_holds_anything_of_anybody(new_portal):
    portal = new_portal()
    manager = Manager(portal).start()
    citizen = Citizen(portal.origin)
    blank = citizen.get(FORM_PAGE)
    checked = citizen.press(blank, blank.main_form(), **CANARY)
    done = citizen.press(checked, checked.main_form())
    receipt = REFERENCE.search(done.text).group(), CODE.search(done.text).group()
    tokens = [value for page in (checked, done) for form in page.forms for _, value in form.fields if len(value) > 60]
    assert tokens
    look_up(citizen, *receipt)
    everything_that_goes_wrong(portal, citizen, blank, checked)
    manager.restart()
    said = [portal.office(*words, check=False) for words in (
        ["build"], ["register", "verify"], ["register", "keys", "--rotate"])]
    manager.close()
    portal.stop()

    typed = [value for value in CANARY.values() if len(value) > 3] + ["Kanari", "0977123454", *receipt, *tokens]
    typed += [receipt[1].replace("-", ""), receipt[0].replace("-", "")]
    spellings = {form(value) for value in typed for form in (
        str, quote, quote_plus, lambda text: unicodedata.normalize("NFD", text),
        lambda text: json.dumps(text)[1:-1])}
    logs = {" ".join(done.args[1:3]): done.stdout + done.stderr for done in said}
    logs |= {file.name: file.read_text("utf-8", "replace") for file in portal.logs.rglob("*") if file.is_file()}
    assert {"access.log", "form.log"} <= set(logs)
    found = [f"{name}: {word}" for name, text in logs.items() for word in spellings if word in text]
    found += [f"{name}: an address" for name, text in logs.items()
              if re.search(r"\b127\.\d+\.\d+\.\d+\b(?!:\d)", text) or "client:" in text]
    assert not found, "\n".join(found)
    check_structure(logs["form.log"])
    check_access(logs["access.log"])


def look_up(citizen: Citizen, reference: str, code: str):
    page = citizen.get(LOOKUP_PAGE)
    citizen.press(page, page.main_form(), so_bien_nhan=reference, ma=code)
    citizen.press(page, page.main_form(), so_bien_nhan=reference, ma="KINDA-OKIND")


def everything_that_goes_wrong(portal, citizen: Citizen, blank, checked):
    citizen.press(blank, blank.main_form(), **(CANARY | {"thu": "kindao@", "dien-thoai": "0977123454x"}))
    citizen.get("/tim-kiem/?q=" + quote("Kín Đáo"))
    citizen.post(portal.form_action(), b"ho-ten=Kanari%FF%00")
    citizen.post(portal.form_action(), [("ho-ten", "Kanari")] * 400)
    citizen.post(portal.form_action(), [("ho-ten", "Kanari")], headers={"Origin": "https://kanari.example", "Sec-Fetch-Site": "cross-site"})
    again = citizen.press(blank, blank.main_form(), **(CANARY | {"phan-1": "Câu hỏi Kín Đáo thứ hai về cân?"}))
    # The register is gone for a moment: nothing can be stored.
    register, aside = portal.state / "register.sqlite", portal.state / "aside.sqlite"
    register.rename(aside)
    try:
        lost = citizen.press(again, again.main_form())
        assert lost.status == 503, lost.title
    finally:
        aside.rename(register)
    # A release that cannot be read.
    release = portal.public.parent / "service/release.json"
    manifest = portal.public.parent / "manifest"
    text = release.read_bytes()
    release.write_bytes(b'{"Kanari"')
    manifest.touch()
    citizen.press(blank, blank.main_form(), **CANARY)
    release.write_bytes(text)
    manifest.touch()


def check_structure(log: str):
    events = set()
    for line in log.splitlines():
        facts = json.loads(line)
        assert {"time", "level", "event"} <= set(facts) <= set(FACTS), line
        assert all(re.fullmatch(FACTS[name], value) for name, value in facts.items()), line
        events.add(facts["event"])
    assert {"started", "stopping", "stopped", "release-read", "release-unreadable", "not-received"} <= events, events


def check_access(log: str):
    for line in log.splitlines():
        assert re.fullmatch(
            r'\S+\+\d\d:\d\d [0-9a-f]{32} "([A-Z]+ /[^?" ]*|-)" \d{3} \d+ \d+\.\d{3} upstream=[-0-9, :]*', line), line
