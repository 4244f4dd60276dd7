"""Every page in Chromium: axe at three widths in both schemes, the console, the network, reflow, scripts off.

Fails on any axe violation, console message, request to another host, sideways scrolling or text that leaves its box at
320 px (also with the text spacing of WCAG 1.4.12) and at 1280 px once text is twice as large (1.4.4), layout shift, a
heading's word cut on a tall screen, and on a page that says less without JavaScript.
"""

import pathlib

from site_checks import Tally, arguments, browser, pages, served

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
SHIFT = """() => { window.decalage = 0; new PerformanceObserver((l) => {
  for (const e of l.getEntries()) if (!e.hadRecentInput) window.decalage += e.value;
}).observe({ type: "layout-shift", buffered: true }); }"""
TOO_WIDE = """() => [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > innerWidth + 1
  && !e.closest(".defile, .cache, pre")).slice(0, 3).map((e) => e.tagName + "." + e.getAttribute("class"))"""

# Words wider than the column that holds them: they would be cut, or lie over their neighbours.
SPILLS = """() => [...document.querySelectorAll("main :is(h1, h2, h3, h4, p, li, dt, dd, figcaption, caption)")].filter((e) =>
  e.checkVisibility() && e.scrollWidth > e.clientWidth + 2 && e.clientWidth && getComputedStyle(e).display !== "inline"
  && !e.closest(".defile, .cache, pre")).slice(0, 3).map((e) => e.textContent.trim().slice(0, 40))"""

# Words of headings that go on in the next line without a hyphen, as those do that are too large for their column.
CUT = """() => { const range = document.createRange(), cut = [];
  for (const heading of document.querySelectorAll("main :is(h1, h2, h3, h4)")) {
    const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) for (const word of texts.currentNode.data.matchAll(/[^\\s\\u00ad\\u200b-]+/g)) {
      range.setStart(texts.currentNode, word.index);
      range.setEnd(texts.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size > 1) cut.push(word[0]);
    }
  }
  return cut.slice(0, 3); }"""
ADOPT = """(css) => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s]; }"""


def axe_source():
    import axe_playwright_python

    return (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def more(parser):
    parser.add_argument("--quick", action="store_true", help="one width and both schemes for axe")


def main():
    options = arguments(__doc__, more)
    axe, tally, runs = axe_source(), Tally(), 0
    every = pages(options)
    with served(options.output) as address, browser(options) as chromium:
        # Policies forbid inline scripts: axe is evaluated through the debugging protocol, which they do not bind.
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        said, foreign = [], []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda r: foreign.append(r.url) if not r.url.startswith((address, "data:")) else None)
        page.on("response", lambda r: said.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        page.add_init_script(f"({SHIFT})()")
        for path in every:
            said.clear(), foreign.clear()
            page.set_viewport_size({"width": 1280, "height": 900})
            page.emulate_media(color_scheme="light")
            page.goto(address + path, wait_until="load")
            shift = page.evaluate("window.decalage")
            tally.check(shift < 0.01, f"{path}: the layout shifts ({shift:.3f})")
            with_script = page.evaluate("document.querySelector('main').textContent.length")
            page.evaluate(axe)
            for width in WIDTHS[1:2] if options.quick else WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
                    runs += 1
                    tally.check(not found, f"{path} at {width} px, {scheme}: " + "; ".join(
                        f"{v['id']} ({len(v['nodes'])}): {v['nodes'][0]['html'][:120]}" for v in found))
            page.set_viewport_size({"width": 1280, "height": 1600})
            cut = page.evaluate(CUT)
            tally.check(not cut, f"{path}: words cut on a tall screen, {cut}")
            page.set_viewport_size({"width": 320, "height": 640})
            scroll = page.evaluate("document.documentElement.scrollWidth")
            tally.check(scroll <= 320, f"{path}: {scroll} px wide at 320 px, {page.evaluate(TOO_WIDE)}")
            spilt = page.evaluate(SPILLS)
            tally.check(not spilt, f"{path}: text leaves its box at 320 px, {spilt}")
            page.evaluate(ADOPT, SPACING)
            scroll = page.evaluate("document.documentElement.scrollWidth")
            tally.check(scroll <= 320, f"{path}: {scroll} px wide at 320 px once spaced, {page.evaluate(TOO_WIDE)}")
            spilt = page.evaluate(SPILLS)
            tally.check(not spilt, f"{path}: text leaves its box at 320 px once spaced, {spilt}")
            page.set_viewport_size({"width": 1280, "height": 900})
            page.evaluate(ADOPT, "html { font-size: 200% !important }")
            scroll = page.evaluate("document.documentElement.scrollWidth")
            tally.check(scroll <= 1280, f"{path}: {scroll} px wide at 1280 px with text twice as large")
            spilt = page.evaluate(SPILLS)
            tally.check(not spilt, f"{path}: text twice as large leaves its box at 1280 px, {spilt}")
            tally.check(not said, f"{path}: the console says {said[:3]}")
            tally.check(not foreign, f"{path}: asks {foreign[:3]}")
            options.lengths = getattr(options, "lengths", {}) | {path: with_script}
        context.close()

        # Without JavaScript, then from the disk: the same words, and nothing that needs a script is offered.
        bare = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
        page = bare.new_page()
        for path in every:
            page.goto(address + path, wait_until="load")
            text = page.locator("main").text_content()
            # The script adds the words of its buttons and results only.
            tally.check(len(text) > 0.4 * options.lengths[path], f"{path}: says less without JavaScript")
            shown = [b for b in page.locator("button, input, select").all() if b.is_visible()]
            tally.check(not shown, f"{path}: offers {len(shown)} controls that need JavaScript")
        bare.close()
        disk = chromium.new_context()
        page = disk.new_page()
        said = []
        page.on("console", lambda message: said.append(message.text))
        for path in [p for p in every if p != "404.html"]:
            said.clear()
            page.goto((options.output / path).as_uri(), wait_until="load")
            styled = page.evaluate("getComputedStyle(document.body).marginTop") == "0px"
            tally.check(styled and not said, f"{path}: opened from the disk, {said[:2] or 'it has no style'}")
        disk.close()
    tally.finish(f"{len(every)} pages, {runs} runs of axe")


if __name__ == "__main__":
    main()
