"""What the browser checks share: the built site, a server for it, a browser, a tally."""

import argparse
import contextlib
import functools
import http.server
import pathlib
import sys
import threading


def arguments(what, *more):
    """The options of every check; `more` are functions that add to the parser."""
    parser = argparse.ArgumentParser(description=what)
    parser.add_argument("output", nargs="?", default="output", help="the built site (default: output)")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="one page in N, the special ones always")
    parser.add_argument("--only", metavar="TEXT", help="only the pages whose path holds this text")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser")
    for add in more:
        add(parser)
    options = parser.parse_args()
    options.output = pathlib.Path(options.output).resolve()
    if not (options.output / "index.html").is_file():
        sys.exit(f"{options.output}: no index.html here; build the site first")
    return options


def pages(options):
    """The pages to check, as paths relative to the site, in a fixed order."""
    every = sorted(p.relative_to(options.output).as_posix() for p in options.output.rglob("*.html"))
    if options.only:
        every = [p for p in every if options.only in p]
    if options.sample > 1:
        deep = [p for p in every if "/" in p]
        every = [p for p in every if "/" not in p] + deep[:: options.sample]
    return every


class Tally:
    """Counts what held and prints what did not."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, holds, message):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAIL {message}")
        return bool(holds)

    def finish(self, what):
        print(what)
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(folder):
    """The address of a server that gives the files of `folder`, on the loopback interface only."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    # A browser that leaves a page lets go of what it had asked for.
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


@contextlib.contextmanager
def browser(options):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        try:
            yield chromium
        finally:
            chromium.close()
