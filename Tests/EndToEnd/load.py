"""People who send one registration after the other and accept no failure: every answer has to be the one expected."""

import threading
import time

from citizen import Citizen
from flows import CODE, REFERENCE
from registrations import FORM_PAGE, PERSON


class Sender(threading.Thread):
    """Goes from the blank form to the receipt again and again; the first answer that is not 200 ends it."""

    def __init__(self, origin: str, number: int, stop: threading.Event, pause: float):
        super().__init__(daemon=True)
        self.origin, self.number, self.stopping, self.pause = origin, number, stop, pause
        # Question, reference and code.
        self.receipts: list[tuple[str, str, str]] = []
        self.answers = 0
        self.failure: BaseException | None = None

    def run(self):
        try:
            while not self.stopping.is_set():
                self._send(f"Câu hỏi {self.number}-{len(self.receipts) + 1} về cân?")
                time.sleep(self.pause)
        except BaseException as failure:  # told by the test, which joins this thread
            self.failure = failure

    def _send(self, question: str):
        # A new neighbour each time, so that the limits per network stay out of this test.
        citizen = Citizen(self.origin)
        blank = self._good(citizen.get(FORM_PAGE))
        checked = self._good(citizen.press(blank, blank.main_form(), **(PERSON | {"phan-1": question})))
        done = self._good(citizen.press(checked, checked.main_form()))
        reference, code = REFERENCE.search(done.text), CODE.search(done.text)
        assert reference and code, f"no receipt: {done.text[:400]}"
        self.receipts.append((question, reference.group(), code.group()))

    def _good(self, answer):
        assert answer.status == 200, f"{self.answers} were answered, then {answer.status} {answer.title}: {answer.text[:300]}"
        self.answers += 1
        return answer


class Load:
    """Several senders at once, for as long as the block lasts; a failure of any is a failure of the block."""

    def __init__(self, origin: str, senders: int = 6):
        self.stop = threading.Event()
        # Two posts a round: together below the hundred a second that are everybody's limit.
        pause = senders * 2 / 80
        self.senders = [Sender(origin, number, self.stop, pause) for number in range(senders)]

    def __enter__(self):
        for sender in self.senders:
            sender.start()
        return self

    def __exit__(self, kind, error, trace):
        self.stop.set()
        for sender in self.senders:
            sender.join(timeout=60)
            if kind is None:
                assert not sender.is_alive() and sender.failure is None, sender.failure

    def check(self):
        """Fails early when somebody was already turned away."""
        failed = [sender.failure for sender in self.senders if sender.failure]
        assert not failed, failed[0]

    @property
    def receipts(self) -> list[tuple[str, str, str]]:
        return [receipt for sender in self.senders for receipt in sender.receipts]

    def check_stored_once(self, portal, before: set[str]):
        """Each receipt is one row, and nothing else was stored."""
        rows = [row["reference"] for row in portal.registrations() if row["reference"] not in before]
        assert sorted(rows) == sorted(reference for _, reference, _ in self.receipts)
        portal.office("register", "verify")
