"""What processes cost, read from /proc."""

import os
import threading
import time
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """A process and all below it."""
    children = " ".join(file.read_text() for file in Path(f"/proc/{pid}/task").glob("*/children")).split()
    return [pid, *(one for child in children for one in family(int(child)))]


def cpu(pids: list[int]) -> float:
    """Seconds of user and system time that these processes have used."""
    fields = [Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split() for pid in pids]
    return sum(int(one[11]) + int(one[12]) for one in fields) / TICK


def memory(pids: list[int]) -> float:
    """Bytes, each shared page divided among those who share it (PSS)."""
    lines = [line for pid in pids for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()]
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024


def descriptors(pids: list[int]) -> int:
    return sum(len(os.listdir(f"/proc/{pid}/fd")) for pid in pids)


class Later(threading.Thread):
    """The memory and descriptors of processes after some seconds, while something else waits."""

    def __init__(self, pids: list[int], seconds: float):
        super().__init__(daemon=True)
        self.pids, self.seconds = pids, seconds
        self.memory, self.descriptors = 0.0, 0
        self.start()

    def run(self):
        time.sleep(self.seconds)
        self.memory, self.descriptors = memory(self.pids), descriptors(self.pids)
