"""Run by test_crowd.py: slow connections and a flood until told to stop.

    siege.py PORT ACTION SLOW FLOODS
"""

import asyncio
import resource
import sys

from crowd import Crowd


async def main(port: int, action: str, slow: int, floods: int):
    crowd = Crowd(port, action)
    stop = asyncio.Event()
    # Two hundred of each network: under a network's own limit, so that each of them is really held.
    drips = []
    for number in range(slow):
        drips.append(asyncio.create_task(crowd.hold(1 + number // 200, number, in_body=number % 2 == 0, until=stop)))
        # Slower than the limit on all requests together, which would refuse them and so help the others.
        await asyncio.sleep(1 / 120)
    tasks = [asyncio.create_task(crowd.flood(0, stop)) for _ in range(floods)]
    print(f"ready: {crowd.held} slow connections, {crowd.refused} refused", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    held = crowd.held
    stop.set()
    await asyncio.gather(*drips, *tasks, return_exceptions=True)
    print(f"{held} held at the end; the flood was answered {dict(sorted(crowd.statuses.items()))}", flush=True)


if __name__ == "__main__":
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    asyncio.run(main(int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
