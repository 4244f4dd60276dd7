"""The lettering of charts, as Chromium sets it: no text touches another, and none leaves its drawing.

Each drawing is measured where a page shows it, at a wide and at a narrow width, in the browser's own face; at the narrow
one, the text spacing a reader may ask for (WCAG 1.4.12) must not make labels touch either.
"""

from site_checks import Tally, arguments, browser, pages, served

WIDTHS = (360, 1280)
# Ink is smaller than the box of a line: a touch of less than a pixel is none.
MEASURE = """() => [...document.querySelectorAll("svg.graphe")].filter((s) => s.checkVisibility()).map((svg) => {
  const frame = svg.getBoundingClientRect(), scale = frame.width / svg.viewBox.baseVal.width;
  const texts = [...svg.querySelectorAll("text")].map((t) => {
    const b = t.getBoundingClientRect(), size = parseFloat(getComputedStyle(t).fontSize);
    return { text: t.textContent, size, left: b.left, right: b.right, top: b.top + b.height * .18, bottom: b.bottom - b.height * .22 };
  });
  const faults = [];
  texts.forEach((a, i) => {
    if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
      faults.push(`« ${a.text} » leaves the drawing`);
    if (a.size * scale < 11.5) faults.push(`« ${a.text} » is set in ${(a.size * scale).toFixed(1)} px`);
    for (const b of texts.slice(i + 1))
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
        faults.push(`« ${a.text} » touches « ${b.text} »`);
  });
  return { name: (svg.getAttribute("aria-label") || "").slice(0, 60), count: texts.length, faults };
})"""


def main():
    options = arguments(__doc__)
    tally = Tally()
    drawings = texts = 0
    with served(options.output) as root, browser(options) as chromium:
        for width in WIDTHS:
            page = chromium.new_page(viewport={"width": width, "height": 900})
            for path in pages(options):
                page.goto(root + path)
                if width == WIDTHS[0]:
                    page.evaluate("(css) => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }",
                                  "* { letter-spacing: .12em !important; word-spacing: .16em !important }")
                for drawing in page.evaluate(MEASURE):
                    drawings += 1
                    texts += drawing["count"]
                    where = f"{path} at {width} px, « {drawing['name']} »"
                    tally.check(not drawing["faults"], f"{where}: {'; '.join(drawing['faults'][:3])}")
            page.close()
    tally.finish(f"{drawings} drawings, {texts} texts measured")


main()
