"""Measures what an editor waits for: from a save to the page that shows it, served by a preview."""

import http.client
import os
import re
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

LONGEST = 60


class Server:
    """A preview of a folder, on a port of its own."""

    def __init__(self, command, folder, address):
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        self.address = urlsplit(address)
        self.connection = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()

    def page(self, path):
        """The bytes of a page, or none while there is no answer."""
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=LONGEST)
            self.connection.request("GET", path)
            return self.connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            self.connection = None
            return b""

    def wait_for(self, path, words, limit):
        """Asks again and again; the seconds it took until the page held the words."""
        start = time.perf_counter()
        while words not in self.page(path):
            if time.perf_counter() - start > limit:
                raise SystemExit(f"{path} ne montre pas « {words.decode()} » après {limit} s")
            # As seldom as an editor's browser would bear: asking costs the server time too.
            time.sleep(0.003)
        return time.perf_counter() - start


def sentence(text, run):
    """The text with one sentence more, and the new word."""
    return f"{text}\n\nUn enregistrement{run} de plus.\n", f"enregistrement{run}"


def figure(text, run):
    """The text with another value of its first key figure, and that value as the page writes it."""
    value = f"{70 + run}\u202f417"
    return re.sub(r"(?m)^  - [\d\u202f\xa0 ]+(?= )", f"  - {value}", text, count=1), value


def measure(server, file, path, runs, edit=sentence):
    """Seconds from each of `runs` saves of `file`, a text that `path` shows, to a page with what `edit` wrote."""
    file = Path(file)
    text = file.read_text(encoding="utf-8")
    server.wait_for(path, b"</html>", 600)
    waits = []
    try:
        for run in range(runs):
            # An editor's hand is slower than this; a save right after another would be told apart by its content only.
            time.sleep(0.3)
            edited, words = edit(text, run)
            file.write_text(edited, encoding="utf-8")
            waits.append(server.wait_for(path, words.encode(), LONGEST))
    finally:
        file.write_text(text, encoding="utf-8")
    return waits

