"""The keyboard alone: tabs through the home page, the search, the key figures and a section.

Every stop is visible, has a name and a focus mark, and comes in the order of the page; the skip link comes first and works;
the search answers as one types, folds accents and plurals, and its results are walked with the arrows.
"""

from site_checks import Tally, arguments, browser, pages, served

STOP = """() => { const e = document.activeElement; if (!e || e === document.body) return null;
  const r = e.getBoundingClientRect(), c = getComputedStyle(e);
  const name = e.getAttribute("aria-label") || (e.getAttribute("aria-labelledby") || "").split(" ").map((i) =>
    i && document.getElementById(i) ? document.getElementById(i).textContent : "").join("")
    || (e.labels && e.labels[0] ? e.labels[0].textContent : "") || e.textContent
    || [...e.querySelectorAll("img")].map((i) => i.alt).join(" ");
  const all = [...document.querySelectorAll("*")];
  return { tag: e.tagName.toLowerCase(), place: all.indexOf(e), name: name.trim(), width: r.width, height: r.height,
    left: r.left, outlined: c.outlineStyle !== "none" && parseFloat(c.outlineWidth) >= 2 }; }"""
FOCUSABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']")].filter((e) =>
  e.checkVisibility({ visibilityProperty: true })).length"""


def tabs(page, tally, path):
    stops, expected = [], page.evaluate(FOCUSABLE)
    for _ in range(expected + 20):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (stops and stop["place"] == stops[0]["place"]):
            break
        stops.append(stop)
    tally.check(len(stops) == expected, f"{path}: {len(stops)} stops of the keyboard, {expected} things to reach")
    tally.check(stops and "contenu" in stops[0]["name"].lower(), f"{path}: the skip link does not come first")
    for before, after in zip(stops, stops[1:]):
        tally.check(before["place"] < after["place"], f"{path}: « {after['name'][:40]} » comes before its place")
    for stop in stops:
        what = f"{path}: <{stop['tag']}> « {stop['name'][:40]} »"
        tally.check(stop["name"], f"{what} has no name")
        tally.check(stop["width"] > 1 and stop["height"] > 1 and stop["left"] >= 0, f"{what} is focused out of sight")
        tally.check(stop["outlined"], f"{what} has no focus mark")
    return len(stops)


def search(page, tally, address):
    page.goto(address + "recherche.html")
    page.wait_for_load_state("networkidle")
    first = page.locator("#entrees li[data-type=section] a").first.text_content()
    word = max(first.replace("’", " ").split(), key=len)
    count = lambda: page.locator("#resultats li").count()
    page.focus("#q")
    page.keyboard.type(word)
    tally.check(count() > 0, f"search: nothing for « {word} »")
    tally.check(first in page.locator("#resultats").inner_text(), f"search: « {word} » does not find « {first} »")
    found = count()
    page.fill("#q", word.upper())
    tally.check(count() == found, "search: capitals change the answer")
    page.fill("#q", "ÉLÈVES")
    plural = page.locator("#compte").inner_text()
    page.fill("#q", "eleve")
    tally.check(page.locator("#compte").inner_text() == plural, f"search: « ÉLÈVES » and « eleve » differ ({plural})")
    page.focus("#q")
    page.keyboard.press("ArrowDown")
    tally.check(page.evaluate("document.activeElement.matches('#resultats a')"), "search: the down arrow does not reach the results")
    page.keyboard.press("ArrowUp")
    tally.check(page.evaluate("document.activeElement.id") == "q", "search: the up arrow does not come back")
    page.keyboard.press("Enter")
    tally.check(page.evaluate("document.activeElement.matches('#resultats li:first-child a')"), "search: Enter does not go to the first result")
    page.fill("#q", "xyzzyx")
    tally.check(count() == 0 and "Aucun" in page.locator("#compte").inner_text(), "search: an unknown word is not said to be so")
    page.fill("#q", "")
    tally.check(page.locator("#entrees").is_visible(), "search: the whole index does not come back")


def figures(page, tally, address):
    page.goto(address + "chiffres-cles.html")
    rows = "() => [...document.querySelectorAll('#chiffres tr[data-partie]')].filter((r) => !r.hidden)"
    before = page.evaluate(f"({rows})().map((r) => r.textContent)")
    page.focus("#chiffres th button")
    said = lambda: page.locator("#f-compte[role=status]").inner_text()
    order = lambda: page.evaluate("[...document.querySelectorAll('#chiffres th')].map((h) => h.ariaSort).filter(Boolean)")
    tally.check(said() == f"{len(before)} chiffres" and order() == [], f"figures: says « {said()} » before anything, {order()}")
    page.keyboard.press("Enter")
    tally.check(order() == ["descending"] and "décroissant" in said(), f"figures: sorted, says « {said()} » and {order()}")
    down = page.evaluate(f"({rows})().map((r) => r.dataset.nombre).filter(Boolean).map(Number)")
    tally.check(down == sorted(down, reverse=True), "figures: not sorted, greatest first")
    page.keyboard.press("Enter")
    tally.check(order() == ["ascending"] and ", tri croissant" in said(), f"figures: sorted again, says « {said()} » and {order()}")
    up = page.evaluate(f"({rows})().map((r) => r.dataset.nombre).filter(Boolean).map(Number)")
    tally.check(up == sorted(up), "figures: not sorted, smallest first")
    page.keyboard.press("Enter")
    tally.check(page.evaluate(f"({rows})().map((r) => r.textContent)") == before, "figures: the order of the report does not come back")
    tally.check(order() == [] and said() == f"{len(before)} chiffres", f"figures: the order of the report back, says « {said()} » and {order()}")
    page.select_option("#f-partie", index=1)
    parts = page.evaluate(f"({rows})().map((r) => r.dataset.partie)")
    tally.check(parts and set(parts) == {parts[0]}, "figures: the filter by part lets others through")
    tally.check(said() == f"{len(parts)} chiffres", f"figures: {len(parts)} of a part, says « {said()} »")
    page.select_option("#f-partie", index=0)
    page.select_option("#f-priorite", index=1)
    wanted = page.input_value("#f-priorite")
    found = page.evaluate(f"({rows})().map((r) => r.dataset.priorite)")
    tally.check(found and set(found) == {wanted}, "figures: the filter by priority lets others through")
    page.fill("#f-texte", "xyzzyx")
    tally.check(said() == "Aucun chiffre", f"figures: an unknown word says « {said()} »")


def main():
    options, tally = arguments(__doc__), Tally()
    every = pages(options)
    section = max((p for p in every if "/" in p), key=lambda p: (options.output / p).stat().st_size)
    stops = 0
    with served(options.output) as address, browser(options) as chromium:
        for width in (1280, 360):
            context = chromium.new_context(viewport={"width": width, "height": 800})
            page = context.new_page()
            for path in ("index.html", "recherche.html", "chiffres-cles.html", section):
                page.goto(address + path)
                page.wait_for_load_state("networkidle")
                stops += tabs(page, tally, f"{path} at {width} px")
            page.goto(address + section)
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            tally.check(page.evaluate("document.activeElement.id") == "contenu", "the skip link does not go to the content")
            page.keyboard.press("Tab")
            tally.check(page.evaluate("!!document.activeElement.closest('main')"), "after the skip link, the next stop is outside the content")
            search(page, tally, address)
            figures(page, tally, address)
            context.close()
    tally.finish(f"home, search, key figures and {section}; {stops} stops")


if __name__ == "__main__":
    main()
