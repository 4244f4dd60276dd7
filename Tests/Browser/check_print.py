"""The print edition through WeasyPrint (PDF/UA-1) and Chromium.

Every page number of the contents, lists and references is the page where the heading really stands; no page is blank but
those a right-hand start asks for, and none but the last of a part leaves two fifths of its height empty; no page ends with a heading; parts start on the right; running heads name the part or the section; every
sentence and cell of the pages is in the PDF; `pdfua check` finds no error.
"""

import collections
import html.parser
import io
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

from site_checks import Tally, arguments, pages

ENDS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "figcaption", "caption", "summary", "div", "blockquote", "br", "svg", "text", "title"}
LEFT_OUT = {"script", "style", "nav", "form", "button", "svg", "summary", "template"}
# The margins of `@page` at the top and the foot, and how much of the height between them may stay empty, a figure having gone on
# to the next page.
MARGINS, EMPTY = (26, 24), 0.4
VOID = {"br", "img", "input", "hr", "link", "meta", "wbr", "source"}


class Sentences(html.parser.HTMLParser):
    """The texts of the main part of a page, one a block; what belongs to the screen only is left out."""

    def __init__(self, text):
        super().__init__()
        self.texts, self.words, self.stack, self.inside = [], [], [], False
        self.feed(text)
        self.flush()

    def flush(self):
        text = " ".join("".join(self.words).split())
        if text:
            self.texts.append(text)
        self.words = []

    def screen_only(self, tag, attributes):
        # Figures and tables are numbered anew in the print edition.
        names = set((dict(attributes).get("class") or "").split())
        screen = {"cache", "footnote-ref", "footnote-backref", "no", "vers-donnees"}
        return tag in LEFT_OUT or bool(screen & names) or "download" in dict(attributes)

    def handle_starttag(self, tag, attributes):
        if tag == "main":
            self.inside = True
        if tag in ENDS:
            self.flush()
        if tag not in VOID:
            skip = self.screen_only(tag, attributes) or (bool(self.stack) and self.stack[-1][1])
            self.stack.append((tag, skip))

    def handle_endtag(self, tag):
        if tag in ENDS:
            self.flush()
        if tag == "main":
            self.inside = False
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index][0] == tag:
                del self.stack[index:]
                break

    def handle_data(self, data):
        if self.inside and not (self.stack and self.stack[-1][1]):
            self.words.append(data)


def plain(text):
    """Letters and digits alone: what neither a line break, a ligature nor a hyphen can change."""
    text = unicodedata.normalize("NFKC", text)
    return "".join(c for c in text if c.isalnum())


def rendered(options, folder):
    """The document WeasyPrint lays out, its PDF, and what it complained of."""
    import logging

    import weasyprint

    said = []

    class Keep(logging.Handler):
        def emit(self, record):
            if record.levelno >= logging.ERROR:
                said.append(record.getMessage())

    logging.getLogger("weasyprint").addHandler(Keep())
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    document = weasyprint.HTML(options.output / "imprimer.html").render(pdf_variant="pdf/ua-1")
    file = folder / "bilan.pdf"
    document.write_pdf(file, pdf_variant="pdf/ua-1")
    return document, file, said


def anchors(document):
    """The page, from 1, where every id of the document begins."""
    where = {}
    for number, page in enumerate(document.pages, 1):
        for name in page.anchors:
            where.setdefault(name, number)
    return where


class Links(html.parser.HTMLParser):
    """The references that carry a page number: those of the contents and lists, and the others."""

    def __init__(self, text):
        super().__init__()
        self.listed, self.references, self.headings, self.stack = [], [], {}, []
        self.open, self.text, self.heading, self.htext = None, [], None, []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        names = (given.get("class") or "").split()
        if tag not in VOID:
            self.stack.append((tag, names))
        if re.fullmatch("h[1-6]", tag):
            self.heading, self.htext = (tag, given.get("id")), []
        if tag == "a" and (given.get("href") or "").startswith("#"):
            in_list = any("sommaire" in n or "renvois" in n for _, n in self.stack)
            if in_list or "renvoi" in names or any("source" in n for _, n in self.stack):
                self.open, self.text = (given["href"][1:], in_list), []

    def handle_endtag(self, tag):
        if tag == "a" and self.open:
            target, in_list = self.open
            (self.listed if in_list else self.references).append((target, "".join(self.text)))
            self.open = None
        if self.heading and tag == self.heading[0]:
            self.headings[self.heading[1] or "".join(self.htext)] = (tag, "".join(self.htext))
            self.heading = None
        for index in range(len(self.stack) - 1, -1, -1):
            if self.stack[index][0] == tag:
                del self.stack[index:]
                break

    def handle_data(self, data):
        if any("cache" in names for _, names in self.stack):
            return
        if self.open:
            self.text.append(data)
        if self.heading:
            self.htext.append(data)


def texts(file):
    """The text of each page twice: line by line as the eye meets it, and in the order in which it was drawn."""
    import pdfplumber

    with pdfplumber.open(file) as pdf:
        return [page.extract_text() or "" for page in pdf.pages], ["".join(c["text"] for c in page.chars) for page in pdf.pages]


def emptiness(file):
    """How much of the height of each page is empty below its last mark."""
    import pdfplumber

    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            mm = 72 / 25.4
            top, foot = MARGINS[0] * mm, float(page.height) - MARGINS[1] * mm
            marks = [c for c in page.chars if c["text"].strip()] + page.rects + page.lines + page.curves + page.images
            ends = [m["bottom"] for m in marks if m["top"] > top - 5 and m["bottom"] < foot + 5]
            yield (foot - max(ends, default=top)) / (foot - top)


def check_white(tally, links, where, file):
    """Inside a part, pages are filled: what cannot be cut leaves little behind it."""
    ends = sorted(where[i] for i, (tag, _) in links.headings.items() if tag == "h2" and i in where)
    parts = [where[i] for i in links.headings if i and re.fullmatch(r"partie-\d+.*", i) and i in where]
    white = list(emptiness(file))
    heaviest = 0
    for start in parts:
        end = next((e for e in ends if e > start), len(white) + 1)
        # The last page of a part ends where it ends, and a blank one may follow.
        inside = [n for n in range(start + 1, end - 1) if n < end - 2 or white[end - 2] < 1]
        for number in inside:
            heaviest = max(heaviest, white[number - 1])
            tally.check(white[number - 1] <= EMPTY, f"page {number} is empty over {white[number - 1]:.0%} of its height")
    return heaviest


def check_numbers(tally, links, where, every):
    """A number printed after an entry is the page of its target."""
    joined = " ".join(plain(t) for t in every)
    for target, text in links.listed + links.references:
        if not tally.check(target in where, f"« {text[:50]} » leads to #{target}, which is on no page"):
            continue
    for target, text in links.listed:
        if target in where:
            # Leaders are dots, which `plain` drops: the entry is followed at once by its number.
            entry = plain(text) + str(where[target])
            tally.check(entry in joined, f"contents: « {text[:60]} » is on page {where[target]}, which its line does not say")
    for target, text in links.references:
        if target in where and plain(text):
            entry = f"{plain(text)}page{where[target]}"
            tally.check(entry in joined, f"reference: « {text[:60]} » is on page {where[target]}, which it does not say")


def check_pages(tally, links, where, every):
    headings = [plain(t) for tag, t in links.headings.values() if plain(t)]
    parts = {where[i]: t for i, (tag, t) in links.headings.items() if tag == "h2" and i and re.fullmatch(r"partie-\d+.*", i) and i in where}
    right = set(parts) | {3}
    blank = 0
    for number, text in enumerate(every, 1):
        if not text.strip():
            blank += 1
            tally.check(number + 1 in right and number % 2 == 0, f"page {number} is blank and no right-hand page follows")
            continue
        lines = [line for line in text.splitlines() if line.strip()]
        body = plain("".join(lines[:-1]))
        if number not in parts and number > 3:
            stranded = [h for h in headings if body.endswith(h) and len(body) > len(h) and len(h) > 8]
            label = re.search(r"(?:Tableau|Figure)\d+$", body)
            tally.check(not label, f"page {number} ends with the label of a table or figure, « {lines[-2][:60]} »")
            tally.check(not stranded, f"page {number} ends with the heading « {lines[-2][:60]} »")
    for number, title in parts.items():
        tally.check(number % 2 == 1, f"the part « {title} » starts on the left-hand page {number}")
    starts = sorted(parts)
    sections = sorted((where[i], plain(t)) for i, (tag, t) in links.headings.items() if tag == "h3" and i in where and i.startswith("section-"))
    for start, end in zip(starts, starts[1:] + [None]):
        last = end - 1 if end else max(where[i] for i, (tag, _) in links.headings.items() if tag == "h3" and i in where)
        for number in range(start + 1, last + 1):
            if every[number - 1].strip():
                head = plain(every[number - 1].splitlines()[0])
                # The part on the left-hand page; on the right-hand one the section that goes on, or the first to begin.
                names = [plain(parts[start])]
                if number % 2:
                    names = [t for n, t in sections if n < number][-1:] + [t for n, t in sections if n == number][:1]
                tally.check(any(name in head for name in names), f"page {number}: the running head « {every[number - 1].splitlines()[0][:60]} » names none of {names}")
    return blank


def check_words(tally, options, drawn):
    """Every sentence and every cell of the sections is in the PDF."""
    joined = "".join(plain(t) for t in drawn)
    checked = 0
    for path in pages(options):
        if "/" not in path:
            continue
        for text in Sentences((options.output / path).read_text()).texts:
            for sentence in re.split(r"(?<=[.!?…])\s+", text):
                wanted = plain(sentence)
                if len(wanted) < 2:
                    continue
                checked += 1
                if wanted in joined:
                    tally.passed += 1
                    continue
                # A footnote call, a page number after a reference or a page break may fall inside: then its words, in runs.
                runs = [plain(" ".join(words)) for words in chunks(sentence.split(), 4)]
                missing = [r for r in runs if r and r not in joined]
                tally.check(len(missing) <= len(runs) // 3, f"{path}: « {sentence[:80]} » is not in the PDF")
    return checked


def chunks(words, size):
    return [words[i:i + size] for i in range(0, len(words), size)]


def chromium_pdf(options, folder):
    file = folder / "chromium.pdf"
    subprocess.run([options.chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={file}",
                    (options.output / "imprimer.html").as_uri()], check=True, capture_output=True, timeout=120)
    return file


def more(parser):
    parser.add_argument("--keep", metavar="FILE", help="where to keep the PDF")
    parser.add_argument("--no-chromium", action="store_true", help="WeasyPrint alone")


def main():
    options, tally = arguments(__doc__, more), Tally()
    source = (options.output / "imprimer.html").read_text()
    links = Links(source)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        document, file, said = rendered(options, folder)
        tally.check(not said, f"WeasyPrint says {said[:4]}")
        where = anchors(document)
        every, drawn = texts(file)
        tally.check(len(every) == len(document.pages), "the PDF and the layout differ in pages")
        check_numbers(tally, links, where, every + drawn)
        blank = check_pages(tally, links, where, every)
        white = check_white(tally, links, where, file)
        checked = check_words(tally, options, drawn)
        ua = subprocess.run([str(pathlib.Path(sys.executable).parent / "pdfua"), "check", "--min-severity", "error", str(file)], capture_output=True, text=True, check=False)
        errors = collections.Counter(re.findall(r"\[ERROR\] (\S+)", ua.stdout))
        tally.check(not errors and ua.returncode in (0, 1, 2), f"pdfua check: {dict(errors) or ua.stdout[-300:]}")
        if options.keep:
            shutil.copy(file, options.keep)
        if not options.no_chromium:
            _, screen = texts(chromium_pdf(options, folder))
            empty = [n for n, t in enumerate(screen, 1) if not t.strip()]
            tally.check(all(n % 2 == 0 for n in empty), f"Chromium: blank pages {empty}")
            joined = "".join(plain(t) for t in screen)
            for _, text in links.headings.values():
                tally.check(plain(text) in joined, f"Chromium: « {text[:60]} » is not printed")
            tally.check("targetcounter" not in joined and "leader" not in joined, "Chromium prints the rules themselves")
    tally.finish(f"{len(every)} pages, {blank} of them blank, the emptiest inside a part by {white:.0%}; {len(links.listed)} entries and {len(links.references)} references; {checked} sentences and cells")


if __name__ == "__main__":
    main()
