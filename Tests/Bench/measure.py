"""Runs programs side by side and keeps what each cost."""

import os
import shutil
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Cost:
    """Seconds of wall clock and of processor, and the peak memory in MiB, of several runs of one program."""
    wall: list = field(default_factory=list)
    processor: list = field(default_factory=list)
    memory: list = field(default_factory=list)

    @property
    def median(self):
        return statistics.median(self.wall)

    @property
    def busy(self):
        return statistics.median(self.processor)

    @property
    def peak(self):
        return statistics.median(self.memory)


def once(command, cost, folder=None):
    """Runs a command to its end; its memory is that of this one child (wait4)."""
    log = os.open("/dev/null", os.O_WRONLY)
    here = os.getcwd()
    if folder:
        os.chdir(folder)
    start = time.perf_counter()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_DUP2, log, 1), (os.POSIX_SPAWN_DUP2, log, 2)])
    os.chdir(here)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    os.close(log)
    if status != 0:
        raise SystemExit(f"{' '.join(command)} : état {os.waitstatus_to_exitcode(status)}")
    cost.wall.append(wall)
    cost.processor.append(usage.ru_utime + usage.ru_stime)
    cost.memory.append(usage.ru_maxrss / 1024)


def interleaved(programs, runs):
    """`programs`: name → (prepare, command, folder). Every program runs once before any runs again, so that what else
    the machine does falls on all of them."""
    costs = {name: Cost() for name in programs}
    for _ in range(runs):
        for name, (prepare, command, folder) in programs.items():
            prepare()
            once(command, costs[name], folder)
    return costs


def emptied(folder):
    shutil.rmtree(folder, ignore_errors=True)


def listing(folder):
    """Every file below a folder with its size, in order."""
    folder = Path(folder)
    return sorted((str(path.relative_to(folder)), path.stat().st_size)
                  for path in folder.rglob("*") if path.is_file())
