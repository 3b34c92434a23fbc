"""Many connections at once, each from an address of its choice: slow ones, a flood, and people in between."""

import asyncio
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from registrations import PERSON

HEAD = ("POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n")


def address(network: int, host: int) -> str:
    """An address of this machine: 127.0.0.0/8 is all its own. Networks below 100 are left to other tests."""
    return f"127.{100 + network // 250}.{network % 250}.{1 + host % 250}"


@dataclass
class Crowd:
    port: int
    action: str
    opened: int = 0
    refused: int = 0
    held: int = 0
    statuses: dict[int, int] = field(default_factory=dict)

    async def connect(self, network: int, host: int):
        return await asyncio.open_connection("127.0.0.1", self.port, local_addr=(address(network, host), 0))

    async def hold(self, network: int, host: int, in_body: bool, until: asyncio.Event):
        """A slow connection, and another as soon as the server ends it."""
        while not until.is_set():
            self.held += 1
            await self.drip(network, host, in_body, until)
            self.held -= 1
            await asyncio.sleep(0.5)

    async def drip(self, network: int, host: int, in_body: bool, until: asyncio.Event):
        """One byte every few seconds, of the head or of the body, for as long as the server bears it."""
        path = self.action if in_body else self.action + "/" + "x" * 400
        head = HEAD.format(path=path, port=self.port, length=30_000)
        try:
            reader, writer = await self.connect(network, host)
        except OSError:
            self.refused += 1
            return
        self.opened += 1
        try:
            text = (head + "\r\n" if in_body else head).encode()
            sent = len(text) if in_body else 20
            writer.write(text[:sent])
            while not until.is_set():
                try:
                    await asyncio.wait_for(until.wait(), 4)
                except TimeoutError:
                    pass
                if reader.at_eof() or writer.is_closing():
                    return
                writer.write(b"a" if in_body or sent >= len(text) else text[sent:sent + 1])
                sent += 1
                await writer.drain()
        except OSError:
            pass
        finally:
            writer.close()

    async def flood(self, network: int, until: asyncio.Event):
        """One request after the other, each on a connection of its own, as fast as it goes."""
        body = urlencode(PERSON).encode()
        request = HEAD.format(path=self.action, port=self.port, length=len(body)).encode() + b"\r\n" + body
        host = 0
        while not until.is_set():
            host += 1
            try:
                reader, writer = await self.connect(network, host)
                writer.write(request)
                line = await asyncio.wait_for(reader.readline(), 20)
                status = int(line.split()[1]) if line else 0
                writer.close()
            except (OSError, TimeoutError, ValueError, IndexError):
                status = 0
            self.statuses[status] = self.statuses.get(status, 0) + 1


class Clockwork:
    """How long other people waited for each answer, in seconds."""

    def __init__(self):
        self.waits: list[float] = []

    def timed(self, work):
        began = time.monotonic()
        result = work()
        self.waits.append(time.monotonic() - began)
        return result

    def summary(self) -> str:
        ordered = sorted(self.waits)
        return (f"{len(ordered)} answers, median {ordered[len(ordered) // 2] * 1000:.0f} ms, "
                f"longest {ordered[-1] * 1000:.0f} ms")
