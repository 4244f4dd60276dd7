"""Puts every text of injections.py into every place an editor can write, publishes what bilan lets through, and opens it.

Each text in each place is either refused with a message, or comes out as text: in Chromium, with the security policy of the
pages and without, no script runs, no request leaves, the policy has nothing to stop, and no element, attribute or address of
the text's making is there.

    check_injection.py PROGRAM [--every N] [--from K]      one text in N; all of them take half an hour"""

import argparse
import collections
import contextlib
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree

from injected_sites import drawings, file_names, frame, sections, settings, write
from injection_fields import CONTROL, Forms
from injections import FAMILIES, PAYLOADS
from site_checks import served

# What could run or fetch in a page, and is none of the theme's; then a touch on everything.
LOOK = (pathlib.Path(__file__).parent / "injection_look.js").read_text()
WATCH = "for (const name of ['alert', 'confirm', 'prompt', 'msgbox']) window[name] = () => { console.error('RAN ' + location.pathname) }"
# All drawings are read as XML; one in so many is opened too.
DRAWINGS = 50
SCHEMES = ("javascript", "vbscript", "data", "file")


class Tally:
    def __init__(self):
        self.tried, self.refused, self.faults = collections.Counter(), collections.Counter(), []

    def count(self, place, refused, of=1):
        self.tried[place] += of
        self.refused[place] += refused

    def fault(self, text):
        if text not in self.faults:
            self.faults.append(text)
            print("FAIL " + text[:300], flush=True)


class Strict(html.parser.HTMLParser):
    """A second reading, not the browser's."""

    def __init__(self, path, tally):
        super().__init__()
        self.path, self.tally = path, tally

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            scheme = re.match(r"[\x00-\x20]*([a-z][\x00-\x20a-z0-9+.-]*):", (value or "").lower())
            is_address = name in ("href", "src", "action", "formaction", "xlink:href", "data", "poster")
            is_bad = is_address and scheme and re.sub(r"[\x00-\x20]", "", scheme[1]) in SCHEMES
            is_picture = tag == "img" and re.match("data:image/(png|gif|jpeg|webp)", value or "")
            if name.startswith("on") or is_bad and not is_picture:
                self.tally.fault(f"{self.path}: <{tag} {name}={value!r:.80}>")


def read_xml(name, data, tally):
    for element in xml.etree.ElementTree.fromstring(data).iter():
        tag = element.tag.rpartition("}")[2]
        is_bad = tag in ("script", "foreignObject", "iframe", "animate", "set", "image", "use", "a") or any(
            key.lower().startswith("on") or key.endswith("href") and not value.startswith("https://exemple.fr/")
            for key, value in element.attrib.items()
        )
        if is_bad:
            tally.fault(f"{name}: <{tag} {element.attrib}>")


def read(site, tally):
    """Every page by another parser, every drawing and feed as XML, every data file as JSON; what the editor gave is copied."""
    paths = sorted(p for p in site.rglob("*") if p.is_file() and p.suffix in (".html", ".svg", ".xml", ".json", ".csv", ".css"))
    for path in paths:
        name = f"{site.parent.name}/{path.relative_to(site)}"
        data = path.read_bytes()
        try:
            if CONTROL.search(data.decode()):
                tally.fault(f"{name}: a character that no page may hold")
            if path.suffix == ".html":
                Strict(name, tally).feed(data.decode())
            elif path.suffix in (".svg", ".xml"):
                read_xml(name, data, tally)
            elif path.suffix == ".json":
                json.loads(data)
            elif path.suffix == ".css" and b"ailleurs" in data:
                tally.fault(f"{name}: a style sheet that asks elsewhere")
        except (ValueError, xml.etree.ElementTree.ParseError) as error:
            tally.fault(f"{name}: {error}")
    return len(paths)


class Browser:
    """Opens pages and drawings, and says what ran, what left, and what was there that should not be."""

    def __init__(self, chromium, tally):
        self.chromium, self.tally, self.opened, self.place = chromium, tally, 0, "?"

    def fault(self, text):
        self.tally.fault(f"{self.place}: {text}")

    @contextlib.contextmanager
    def page(self, address, with_policy):
        context = self.chromium.new_context(bypass_csp=not with_policy)
        context.add_init_script(WATCH)
        page = context.new_page()
        page.on(
            "console",
            lambda m: (
                self.fault("a script ran")
                if m.text.startswith("RAN ")
                else self.fault("stopped by the policy alone") if "Content Security Policy" in m.text else None
            ),
        )
        page.on("dialog", lambda d: (self.fault("a dialog"), d.dismiss()))
        page.on("download", lambda d: self.fault("a download"))
        page.on("request", lambda r: None if r.url.startswith((address, "data:image/")) else self.fault(f"asks {r.url[:100]}"))
        page.on(
            "framenavigated",
            lambda f: None if f.url.startswith((address, "about:blank")) else self.fault(f"goes to {f.url[:100]}"),
        )
        yield page
        context.close()

    def open(self, page, address):
        # The whole of a publication in one page takes its time on a busy machine.
        page.goto(address, wait_until="load", timeout=900_000)
        self.opened += 1

    def look(self, page):
        for fault in page.evaluate(LOOK):
            self.fault(fault)

    def visit(self, folder, paths, with_policy):
        with served(folder) as address, self.page(address, with_policy) as page:
            for path in paths:
                self.place = str(path) + ("" if with_policy else " (no policy)")
                self.open(page, address + urllib.parse.quote(str(path)))
                # What an editor drew is looked at for what it does alone.
                if "images" not in path.parts:
                    self.look(page)

    def search(self, site, payloads):
        """The search page with each of the texts in its address; then some words that they hold, typed."""
        with served(site) as address, self.page(address, False) as page:
            for text in payloads:
                self.place = f"search for « {text[:40]} »"
                quoted = urllib.parse.quote(text[:200], errors="replace")
                self.open(page, f"{address}recherche.html?q={quoted}#{quoted}")
                self.look(page)
            for text in ["script", "alert", "onerror", "javascript", "svg"]:
                page.fill("#q", text)
                self.look(page)

    def prove(self, folder, tally):
        """Opens a page in which a script does run: what sees nothing there would see nothing anywhere."""
        write(
            folder / "index.html",
            "<!doctype html><meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">"
            "<title>x</title><img src=https://ailleurs.invalid/ onerror=alert(1)>",
        )
        for with_policy, expected in ((True, "stopped by the policy alone"), (False, "a script ran")):
            self.tally = Tally()
            with contextlib.redirect_stdout(None):
                self.visit(folder, [pathlib.Path("index.html")], with_policy)
            seen = " ".join(self.tally.faults)
            for word in (expected, "asks https://ailleurs.invalid/", "onerror"):
                if word not in seen:
                    raise SystemExit(f"the check is blind: not « {word} » in {seen}")
        self.tally = tally


def preview(program, payloads, source, browser, tally):
    """Errors that quote the texts, over the page of `bilan serve`."""
    frame(source)
    keys = "".join(f"{Forms(payload, i).quoted}: x\n" for i, payload in enumerate(payloads) if "\0" not in payload)
    write(source / "content/une/a.md", "---\ntitre: A\n---\n")
    server = subprocess.Popen(
        [program, "serve", "--source", source], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        address = next(m[0] for line in server.stdout if (m := re.search(r"http://[\d.:]+/", line)))
        browser.place = "preview"
        with browser.page(address, False) as page:
            page.goto(address + "une/a.html")
            write(source / "content/une/a.md", f"---\ntitre: A\n{keys}---\n")
            page.get_by_role("alert").wait_for(timeout=30_000)
            shown = page.get_by_role("alert").locator("article").count()
            made = page.evaluate(
                "() => document.querySelectorAll('.bilan-apercu :is(script, img, svg, iframe, [onerror], [onclick])').length"
            )
            if made or not shown:
                browser.fault(f"{made} elements of the texts' making, {shown} messages")
            page.goto(address + urllib.parse.quote("<script>alert(1)</script>.html"))
        tally.count("messages of the preview", 0, of=shown)
    finally:
        server.terminate()
        server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bilan", nargs="?", default=".build/release/bilan", help="the program")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one text in N")
    parser.add_argument("--from", type=int, default=0, metavar="K", dest="first", help="the first of them")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser")
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    payloads, tally = PAYLOADS[options.first :: options.every], Tally()
    program = str(pathlib.Path(options.bilan).resolve())
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        work = pathlib.Path(temporary)
        own, named = work / "sections/output", work / "names/output"
        sections(program, payloads, own.parent, tally)
        file_names(program, payloads, named.parent, tally)
        drawings(program, payloads, work / "drawings", tally)
        for i, payload in enumerate(payloads):
            settings(program, payload, work / f"settings{i}", i, tally)
        others = [work / f"settings{i}/output" for i in range(len(payloads))]
        files = sum(read(site, tally) for site in [own, named, *others])
        chromium = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        browser = Browser(chromium, tally)
        browser.prove(work / "proof", tally)
        pages, images = (
            sorted(p.relative_to(work) for site in (own, named) for p in site.rglob("*" + end)) for end in (".html", ".svg")
        )
        images = images[::DRAWINGS] + sorted(p.relative_to(work) for p in (work / "drawings/output/images").iterdir())
        # These two hold every setting.
        pages += [site.relative_to(work) / name for site in others for name in ("index.html", "mentions-legales.html")]
        browser.visit(work, pages + images, False)
        browser.visit(work, pages[::4], True)
        browser.search(own, payloads[::4])
        preview(program, payloads, work / "preview", browser, tally)
        chromium.close()
    tried, refused = sum(tally.tried.values()), sum(tally.refused.values())
    print(
        f"injection: {len(payloads)} texts of {len(FAMILIES)} families in {len(tally.tried)} places: {tried} tried, {refused} refused "
        f"with a message, {tried - refused} published; {files} files read, {browser.opened} pages and drawings opened; "
        f"{len(tally.faults)} faults"
    )
    sys.exit(1 if tally.faults else 0)


if __name__ == "__main__":
    main()
