"""Changes that an office makes over the years, at random but repeatable, and how much a build may make of each."""

import random
import re
from datetime import datetime, timedelta

from building import Workshop
from portal import VIETNAM


class Editor:
    """Makes one edit after the other; the same seed makes the same ones."""

    def __init__(self, shop: Workshop, seed: int):
        self.shop = shop
        self.chance = random.Random(seed)
        self.number = 0

    def edit(self) -> tuple[str, int | None]:
        """Makes an edit.

        Returns its name and the most pages a build may make because of it; nothing where all may change.
        """
        self.number += 1
        edits = {
            self.nothing: 0, self.same_bytes: 0, self.answer_body: 5, self.answer_added: 40, self.answer_removed: 40,
            self.answer_renamed: 40, self.page: 1, self.registration: 14, self.outcome: 14, self.template: None,
            self.style: None, self.moment: None, self.site_words: None}
        edit = self.chance.choice(list(edits))
        edit()
        return edit.__name__, edits[edit]

    # -- what is edited -----------------------------------------------------------------------------------------

    def answers(self):
        return sorted((self.shop.root / "content").rglob("hoi-dap/*.md"))

    def nothing(self):
        pass

    def same_bytes(self):
        path = self.chance.choice(self.answers())
        path.write_bytes(path.read_bytes())

    def answer_body(self):
        self._append(self.chance.choice(self.answers()), f"\nThêm câu {self.number}.\n")

    def answer_added(self):
        path = self.chance.choice(self.answers())
        text = re.sub("^title: ", f"title: Câu {self.number}, ", path.read_text("utf-8"), count=1, flags=re.M)
        path.with_name(f"them-{self.number}.md").write_text(text, "utf-8")

    def answer_removed(self):
        # Those that others link to stay: a broken link stops a build, as it should.
        added = [path for path in self.answers() if path.name.startswith("them-")]
        if added:
            self.chance.choice(added).unlink()

    def answer_renamed(self):
        added = [path for path in self.answers() if path.name.startswith("them-")]
        if added:
            path = self.chance.choice(added)
            path.rename(path.with_name(f"them-ten-{self.number}.md"))

    def page(self):
        self._append(self.shop.root / "content/trang/gioi-thieu.md", f"\nCâu {self.number}.\n")

    def site_words(self):
        path = self.shop.root / "content/site.yaml"
        path.write_text(path.read_text("utf-8").replace("  HTX: ", f"  V{self.number}X: viết tắt\n  HTX: "), "utf-8")

    def template(self):
        path = self.chance.choice(sorted((self.shop.root / "theme/pages").glob("*.mustache")))
        self._append(path, f"<!-- {self.number} -->\n")

    def style(self):
        self._append(self.shop.root / "theme/styles/base.css", f"\n.x{self.number} {{ color: red; }}\n")

    # -- register and clock -------------------------------------------------------------------------------------

    def registration(self):
        rows = [row for row in self.shop.portal.office_json("register", "list")]
        if not rows:
            self.shop.portal.seed()
        else:
            self.outcome()

    def outcome(self):
        open_ones = [row for row in self.shop.portal.registrations() if row.get("number")]
        if open_ones:
            number = self.chance.choice(open_ones)["number"]
            self.shop.portal.office("register", "assign", f"{number}/1", "van-phong", check=False)

    def moment(self):
        start = datetime(2021, 12, 12, 9, tzinfo=VIETNAM)
        self.shop.portal.set_clock(start + timedelta(days=self.chance.randrange(400)))

    @staticmethod
    def _append(path, text: str):
        with open(path, "a", encoding="utf-8") as file:
            file.write(text)
