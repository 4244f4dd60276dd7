"""What the checks of this folder share: running bilan, and telling two sites apart."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / ".build" / "robustness"


def manifest(folder):
    """Every file below a folder, hidden ones too, with a digest of its bytes."""
    folder = Path(folder)
    return {str(path.relative_to(folder)): hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def build(program, source, output, *options, **more):
    """Runs a build to its end; `more` goes to subprocess.run."""
    return subprocess.run([program, "build", "--source", str(source), "--output", str(output), *options],
                          capture_output=True, text=True, **more)


class Verdict:
    """Counts what held and what did not."""

    def __init__(self):
        self.faults = 0

    def expect(self, holds, what, detail=""):
        print(("ok    " if holds else "FAUX  ") + what + ("" if holds or not detail else f"\n      {detail}"), flush=True)
        self.faults += not holds

    def leave(self):
        sys.exit(1 if self.faults else 0)


def leftovers(output):
    """The folders of unfinished builds beside an output."""
    output = Path(output)
    return [name for name in os.listdir(output.parent) if name.startswith(f".{output.name}.bilan-")]
