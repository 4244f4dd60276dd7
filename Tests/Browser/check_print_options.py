"""The choices of `impression:` through WeasyPrint, on the publication of Tests/Fixtures/impression.

Paper: the size of pages, the margin of the binding on the inner side of both, the bleed with its crop marks outside it, greys
alone where grey is asked for. And what only some reports hold: notes at the foot of the page that calls them, a long table that
starts where it stands and goes on with « (suite) » and its headers, references that say the page of their figure.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from check_print import anchors, plain
from site_checks import Tally

HERE = pathlib.Path(__file__).resolve().parent
FIXTURE = HERE.parent / "Fixtures" / "impression"
SIZES = {"A4": (210, 297), "A5": (148, 210), "Letter": (215.9, 279.4)}
OUTER = {"A4": 18, "A5": 13, "Letter": 18}


def mm(points):
    return float(points) * 25.4 / 72


def made(bilan, folder, options):
    """The document and the PDF of the fixture with other options, and what WeasyPrint complained of."""
    import logging

    import weasyprint

    source = folder / "source"
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(FIXTURE, source)
    settings = source / "content" / "publication.yaml"
    settings.write_text(re.sub(r"impression:.*", f"impression: {{ {options} }}", settings.read_text()))
    done = subprocess.run([bilan, "build", "--source", source, "--output", folder / "site", "--quiet"], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    document = weasyprint.HTML(folder / "site" / "imprimer.html").render(pdf_variant="pdf/ua-1")
    file = folder / "bilan.pdf"
    document.write_pdf(file, pdf_variant="pdf/ua-1")
    return document, file


def opened(file):
    import pdfplumber

    return pdfplumber.open(file)


def box(page, name):
    left, bottom, right, top = (mm(v) for v in page.page_obj.attrs.get(name, page.mediabox))
    return left, bottom, right, top


def ink(page):
    """The left and right ends of the lettering of the body, in millimetres of the page."""
    top, bottom = page.height * 0.1, page.height * 0.9
    inside = [c for c in page.chars if top < c["top"] < bottom and c["text"].strip()]
    return mm(min(c["x0"] for c in inside)), mm(max(c["x1"] for c in inside))


def check_format(tally, bilan, folder):
    for name, (width, height) in SIZES.items():
        document, file = made(bilan, folder, f"format: {name}")
        with opened(file) as pdf:
            for page in pdf.pages:
                tally.check(abs(mm(page.width) - width) < 0.5 and abs(mm(page.height) - height) < 0.5,
                            f"{name}: page {page.page_number} is {mm(page.width):.1f} × {mm(page.height):.1f} mm")
                if page.chars:
                    left, right = ink(page)
                    tally.check(left > 5 and right < width - 5, f"{name}: the lettering of page {page.page_number} goes from {left:.0f} to {right:.0f} mm")
        tally.check(len(document.pages) > 8, f"{name}: only {len(document.pages)} pages")


def check_binding(tally, bilan, folder):
    for name, wide in (("A4", 22), ("A5", 10)):
        document, _ = made(bilan, folder, f"format: {name}, reliure: {wide}")
        for number, page in enumerate(document.pages, 1):
            inner, outer = OUTER[name] + wide, OUTER[name]
            wanted = (inner, outer) if number % 2 else (outer, inner)
            body = page._page_box
            found = tuple(round(v * 25.4 / 96) for v in (body.margin_left, body.margin_right))
            tally.check(found == wanted, f"{name}, binding of {wide} mm: page {number} has margins {found}, not {wanted}")


def check_bleed(tally, bilan, folder):
    for bleed in (3, 5):
        _, file = made(bilan, folder, f"format: A4, fond_perdu: {bleed}")
        with opened(file) as pdf:
            for page in pdf.pages:
                media, trim, around = box(page, "MediaBox"), box(page, "TrimBox"), box(page, "BleedBox")
                what = f"bleed of {bleed} mm, page {page.page_number}"
                tally.check(abs(trim[2] - trim[0] - 210) < 0.5 and abs(trim[3] - trim[1] - 297) < 0.5, f"{what}: its TrimBox is {trim}")
                margin = trim[0] - media[0]
                tally.check(margin >= bleed + 4.5, f"{what}: {margin:.1f} mm outside the trimmed page, crop marks included")
                tally.check(around[0] <= trim[0] - 2.9 and around[0] > media[0], f"{what}: its BleedBox is {around}")
            page = pdf.pages[5]
            edge = box(page, "TrimBox")[0] - box(page, "MediaBox")[0]
            # A crop mark is a short line on the edge of the trimmed page, in the outer half of what surrounds it.
            marks = [line for line in page.lines + page.curves if mm(line["x1"]) < edge and abs(mm(line["top"]) - edge) < 0.2]
            tally.check(marks, f"bleed of {bleed} mm: no crop mark at the corner")
            tally.check(all(mm(line["x1"]) <= edge - bleed + 0.6 for line in marks), f"bleed of {bleed} mm: a crop mark lies on the bleed")


def grey(colour):
    if colour is None:
        return True
    values = colour if isinstance(colour, (tuple, list)) else (colour,)
    return len(values) == 1 or (len(values) == 3 and max(values) - min(values) < 0.01)


def check_grey(tally, bilan, folder):
    _, file = made(bilan, folder, "format: A4, gris: oui")
    seen = 0
    with opened(file) as pdf:
        for page in pdf.pages:
            for kind in ("chars", "rects", "lines", "curves"):
                for mark in getattr(page, kind):
                    for key in ("stroking_color", "non_stroking_color"):
                        seen += 1
                        tally.check(grey(mark.get(key)), f"grey: page {page.page_number} has {kind} in {mark.get(key)}")
    tally.check(seen > 1000, f"grey: only {seen} colours seen")


def check_notes(tally, document, file):
    where = anchors(document)
    with opened(file) as pdf:
        texts = [page.extract_text() or "" for page in pdf.pages]
        foots = ["\n".join((page.crop((0, page.height * 0.75, page.width, page.height)).extract_text() or "").splitlines()) for page in pdf.pages]
    notes = [("editorial", "La note de l’éditorial est au pied"), ("section-1-1", "Une note courte."),
             ("section-1-1", "Une note plus longue"), ("section-1-2", "La dernière note.")]
    for place, note in notes:
        number = where[place]
        tally.check(plain(note) in plain(foots[number - 1]), f"notes: « {note} » is not at the foot of page {number}")
        tally.check(sum(plain(note) in plain(t) for t in texts) == 1, f"notes: « {note} » is not printed once")
    tally.check(re.search(r"^\d+\. Une note courte", foots[where["section-1-1"] - 1], re.M), "notes: no number before the note at the foot")


def check_table(tally, document, file):
    first = anchors(document)["section-1-1-tableau-colleges"]
    with opened(file) as pdf:
        texts = [page.extract_text() or "" for page in pdf.pages]
    rows = [i for i, text in enumerate(texts, 1) if "Collège n°" in text]
    tally.check(rows[0] == first == anchors(document)["section-1-1"], f"table: it starts on page {rows[0]}, its section on {anchors(document)['section-1-1']}")
    tally.check(len(rows) > 1, "table: sixty rows fit on one page")
    for number in rows[1:]:
        tally.check("Tableau 1 (suite)" in texts[number - 1].splitlines()[0], f"table: page {number} does not say « Tableau 1 (suite) »")
        tally.check("Collège Élèves Taux" in " ".join(texts[number - 1].split()), f"table: page {number} does not repeat the headers")
    after = texts[rows[-1]]
    tally.check("(suite)" not in after, f"table: page {rows[-1] + 1} still says « (suite) »")
    tally.check(sum(text.count("Collège n°") for text in texts) == 60, "table: a row is cut or lost")


def check_references(tally, document, file):
    where = anchors(document)
    with opened(file) as pdf:
        text = " ".join((pdf.pages[where["section-1-1"] - 1].extract_text() or "").split())
    for words, anchor in (("figure 1", "section-1-2-graphique-eleves-par-niveau"), ("tableau 2", "section-1-2-tableau-niveaux")):
        tally.check(f"{words}, page {where[anchor]}" in text, f"references: « {words} » does not say page {where[anchor]}")


def main():
    bilan = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/bilan").resolve()
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_format(tally, bilan, folder)
        check_binding(tally, bilan, folder)
        check_bleed(tally, bilan, folder)
        check_grey(tally, bilan, folder)
        document, file = made(bilan, folder, "format: A4")
        check_notes(tally, document, file)
        check_table(tally, document, file)
        check_references(tally, document, file)
    tally.finish("A4, A5, Letter, binding, bleed, grey; notes, a split table, references")


if __name__ == "__main__":
    main()
