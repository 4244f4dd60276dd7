"""Runs every fuzzer for a while and says what each did.

    run.py [--seconds 60] [--only Markdown] [--work .build-fuzz]

Inputs start from corpus/TARGET; those that reach new code gather in WORK/corpus, those at fault in WORK/found. What was
found once lies in the corpus, mended: each run begins with it."""

import argparse
import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGETS = ["FrontMatter", "Markdown", "Numbers", "Tables", "Formulas", "Layouts", "Maps", "Pictures", "Sections"]
# The whole of a publication is read and written at each run: shorter inputs keep it going.
LONGEST = {"Sections": 3000, "Numbers": 400, "Formulas": 600, "Layouts": 1500}


def processor():
    """Seconds of processor that the fuzzers have had: they may share the machine."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def is_fault(program, path):
    """Whether a finding is one: where the machine is busy, libFuzzer counts the time that others had."""
    if not re.search("-(timeout|slow-unit)-", path.name):
        return True
    busy = processor()
    result = subprocess.run([program, path], capture_output=True, env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
    return result.returncode != 0 or processor() - busy > 5


def fuzz(target, seconds, work, program):
    gathered, found = work / "corpus" / target, work / "found"
    for folder in (gathered, found):
        folder.mkdir(parents=True, exist_ok=True)
    runs = restarts = 0
    start, busy = time.monotonic(), processor()
    reasons = []
    before = set(found.iterdir())
    coverage = 0
    while (left := seconds - (time.monotonic() - start)) > 1 and restarts < 50:
        result = subprocess.run(
            [program, f"-max_total_time={int(left)}", "-print_final_stats=1", "-timeout=10", "-rss_limit_mb=3000",
             f"-max_len={LONGEST.get(target, 4096)}", f"-artifact_prefix={found}/{target}-",
             f"-dict={HERE / 'dictionaries' / (target + '.dict')}", gathered, HERE / "corpus" / target],
            capture_output=True, env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})
        log = result.stderr.decode(errors="replace")
        done = re.findall(r"number_of_executed_units: (\d+)", log) or re.findall(r"^#(\d+)", log, re.M)
        runs += int(done[-1]) if done else 0
        coverage = max([coverage] + [int(n) for n in re.findall(r"cov: (\d+)", log)])
        if result.returncode == 0:
            break
        restarts += 1
        # The expectation that failed, the trap, or the limit that was passed.
        reason = re.findall(r"(?:Fatal error: |ERROR: libFuzzer: )(.*)", log)
        reasons.append(reason[0][:160] if reason else log[-300:])
    busy = processor() - busy
    fresh = [path for path in sorted(set(found.iterdir()) - before) if is_fault(program, path)]
    return runs, busy, coverage, fresh, reasons


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60, help="for each fuzzer")
    parser.add_argument("--only", action="append", choices=TARGETS, help="one fuzzer; may be repeated")
    parser.add_argument("--work", type=Path, default=ROOT / ".build-fuzz")
    options = parser.parse_args()
    total, faults = 0, []
    print(f"{'fuzzer':12} {'runs':>11} {'a second':>9} {'minutes':>8} {'code edges':>10}  found  (time of processor)", flush=True)
    for target in options.only or TARGETS:
        program = options.work / "release" / ("Fuzz" + target)
        runs, busy, coverage, fresh, reasons = fuzz(target, options.seconds, options.work, program)
        total += busy
        row = f"{target:12} {runs:11,} {runs / max(busy, 0.1):9,.0f} {busy / 60:8.1f} {coverage:10,}  {len(fresh) or '–'}"
        print(row, flush=True)
        faults += fresh
        for reason in dict.fromkeys(reasons):
            print(f"             {reason}", flush=True)
    print(f"{total / 60:.1f} minutes in all")
    for path in faults:
        print(path)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
