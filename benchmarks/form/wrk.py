"""Load by wrk, and what it cost the server to answer."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import measuring

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Load:
    """One run: how many were answered 200, seconds it took, latency in ms, CPU seconds of service, nginx and wrk."""

    answered: int
    seconds: float
    p50: float
    p99: float
    service_cpu: float
    nginx_cpu: float
    wrk_cpu: float
    memory: float
    descriptors: int
    ran_out: bool

    @property
    def rate(self) -> float:
        return self.answered / self.seconds

    def each(self, cpu: float) -> float:
        """Microseconds a request."""
        return cpu / max(self.answered, 1) * 1e6


def send(url: str, bodies: Path | None, connections: int, seconds: float, service: list[int], nginx: list[int],
         script: str = "post.lua", tokens: Path | None = None) -> Load:
    """Keeps `connections` busy with the lines of `bodies`, or with GET when there are none.

    Anything but an answer of 200 ends the benchmark: a rate of errors is not a rate.
    """
    words = ["wrk", "-t1", f"-c{connections}", f"-d{seconds:.0f}s", "--timeout", "30s", "-s", str(HERE / script), url]
    environment = os.environ | {"POST_LUA": str(HERE / "post.lua"), "TOKENS": str(tokens or os.devnull)}
    if bodies:
        words += ["--", str(bodies)]
    before = [measuring.cpu(pids) for pids in (service, nginx)]
    later = measuring.Later(service, seconds * 0.8) if seconds < 60 else None
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment)
    said, ran_out = "", False
    for line in process.stdout:
        said += line
        if line == "OUT\n" and not ran_out:
            ran_out = True
            process.send_signal(signal.SIGINT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    after = [measuring.cpu(pids) for pids in (service, nginx)]
    result = next((line.split()[1:] for line in said.splitlines() if line.startswith("RESULT")), None)
    if process.returncode or not result:
        sys.exit(f"{' '.join(words)}\n{said}")
    answered, duration, refused, broken, p50, p99 = map(int, result)
    if refused or broken or not answered:
        sys.exit(f"{url}: of {answered} answers {refused} were not 200, {broken} connections broke\n{said}")
    if later:
        later.join()
    return Load(
        answered, duration / 1e6, p50 / 1e3, p99 / 1e3, after[0] - before[0], after[1] - before[1],
        usage.ru_utime + usage.ru_stime, later.memory if later else measuring.memory(service),
        later.descriptors if later else measuring.descriptors(service), ran_out)
