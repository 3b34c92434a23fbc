"""A desk of the office with papers on it: seeded, some matters handed out, some answers approved."""

import json
import re
from pathlib import Path

from papers import Papers
from portal import ROOT

BEFORE = "2021-11-23T09:00"
AFTER = "2021-12-15T09:00"

ANSWER = """\
Hồ sơ gồm tờ khai và bản sao giấy tờ của người nộp.

## Nơi nộp

- Nộp tận nơi hoặc gửi bưu điện.
- Gửi qua cổng dịch vụ công.

Người nộp nhận kết quả theo ngày ghi trên giấy hẹn.
"""


class Desk(Papers):
    """An office after the closing day; `letter` makes papers and gives the names of the files."""

    def make(self):
        self.office("register", "import", ROOT / "deploy/demo/registrations.json")
        self.rows = json.loads(self.office("register", "list", "--series", "2021", "--json"))

    def office(self, *words) -> str:
        return self.run(*words, "--root", ROOT, "--state", self.state)

    def letter(self, *words):
        """Paths of what was made, by file name."""
        said = self.office("letter", *words)
        made = [re.search(r": (/.*)$", line)[1] for line in said.splitlines() if line.startswith("Đã làm ")]
        return {path.rsplit("/", 1)[1]: Path(path) for path in made}

    def matters(self, outcome: str | None) -> list[str]:
        return [matter["id"] for row in self.rows for matter in row["matters"] if matter.get("outcome") == outcome]

    def registrations_of(self, tags: list[str]) -> list[tuple[dict, dict]]:
        """Registration and matter behind each place to answer in."""
        names = {tag.removeprefix("tra-loi:") for tag in tags}
        return [(row, matter) for row in self.rows for matter in row["matters"] if matter["id"] in names]

    def approve(self, matter: str, outcome: str, authority: str = ""):
        """Drafts, writes and approves an answer, as two people do."""
        row = next(matter_row for row in self.rows for matter_row in row["matters"] if matter_row["id"] == matter)
        self.office("answer", "draft", matter, "--as", "vanthu")
        draft = self.state / "drafts" / (matter.replace("/", "-") + ".md")
        front = draft.read_text("utf-8").rpartition("\n---\n")[0]
        given = {"title": f"Câu trả lời thử {matter}", "summary": "Hồ sơ có hai thành phần.", "outcome": outcome,
                 "asker": "Một người dân", "legal-bases": "[luat-do-luong-2011]"}
        for key, value in given.items():
            front = re.sub(rf"(?m)^{key}:.*$", f"{key}: {value}", front, count=1)
        if authority:
            front = front.replace("\noutcome:", f"\nauthority: {authority}\noutcome:")
        draft.write_text(f"{front}\n---\n{ANSWER}", "utf-8")
        self.office("answer", "approve", matter, "--as", "lanhdao", "--accept-origin", "Thử")
        return row
