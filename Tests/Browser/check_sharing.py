"""What machines read of a published site: descriptions, canonical addresses, Open Graph, schema.org, Atom, sitemap.

The publication of Tests/Fixtures/impression is built under a sub-path; then without an address, where nothing may be absolute.
"""

import datetime
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

from site_checks import Tally

FIXTURE = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "impression"
BASE = "https://exemple.fr/bilan/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
KINDS = {"index.html": {"Report"}, "donnees.html": {"Dataset", "BreadcrumbList"}, "partie.html": {"BreadcrumbList"},
         "partie/longue.html": {"Chapter", "BreadcrumbList"}}


class Head(html.parser.HTMLParser):
    """The metadata of a page, by name or property, its links by relation, its structured data."""

    def __init__(self, text):
        super().__init__()
        self.meta, self.links, self.data, self.inside = {}, {}, [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "meta" and (given.get("name") or given.get("property")):
            self.meta[given.get("name") or given.get("property")] = given.get("content")
        if tag == "link":
            self.links[given.get("rel")] = given.get("href")
        self.inside = tag == "script" and given.get("type") == "application/ld+json"

    def handle_endtag(self, _):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.data.append(data)


def built(bilan, folder, *options):
    done = subprocess.run([bilan, "build", "--source", FIXTURE, "--output", folder, "--quiet", *options], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.html"))


def address(path):
    return BASE + ("" if path == "index.html" else path)


def leads(folder, url):
    """Whether an address of the site is that of a file."""
    path = url.removeprefix(BASE).split("#")[0] or "index.html"
    return url.startswith(BASE) and (folder / path).is_file()


def check_pages(tally, folder, pages):
    descriptions = {}
    for path in pages:
        head = Head((folder / path).read_text())
        description = head.meta.get("description") or ""
        tally.check(20 <= len(description) <= 300, f"{path}: its description has {len(description)} characters")
        descriptions.setdefault(description, []).append(path)
        if path == "404.html":
            tally.check(head.meta.get("robots") == "noindex" and "canonical" not in head.links, f"{path} may be indexed")
            continue
        tally.check(head.links.get("canonical") == address(path), f"{path}: canonical {head.links.get('canonical')}")
        tally.check(head.meta.get("og:url") == address(path), f"{path}: og:url {head.meta.get('og:url')}")
        tally.check(head.meta.get("og:description") == description, f"{path}: og:description differs")
        for key in ("og:title", "og:type", "og:site_name", "og:image:alt", "og:image:width", "twitter:card"):
            tally.check(head.meta.get(key), f"{path}: no {key}")
        tally.check(leads(folder, head.meta.get("og:image", "")) and head.meta["og:image"].endswith(".png"), f"{path}: og:image {head.meta.get('og:image')}")
        graph = json.loads("".join(head.data))
        tally.check(graph.get("@context") == "https://schema.org", f"{path}: @context {graph.get('@context')}")
        kinds = {item["@type"] for item in graph["@graph"]}
        tally.check(kinds == KINDS.get(path, kinds) and kinds, f"{path}: {kinds}")
        for item in graph["@graph"]:
            check_item(tally, folder, path, item)
    for description, paths in descriptions.items():
        tally.check(len(paths) == 1, f"one description for {paths}: « {description} »")


def check_item(tally, folder, path, item):
    kind = item["@type"]
    what = f"{path}: {kind}"
    if kind == "BreadcrumbList":
        steps = item["itemListElement"]
        tally.check([s["position"] for s in steps] == list(range(1, len(steps) + 1)), f"{what}: positions")
        tally.check(all(s["name"] and leads(folder, s["item"]) for s in steps), f"{what}: a step leads nowhere")
        tally.check(steps[0]["item"] == BASE and steps[-1]["item"] == address(path), f"{what}: from {steps[0]['item']} to {steps[-1]['item']}")
        return
    tally.check(item["name"] and item["url"] == address(path), f"{what}: {item.get('url')}")
    if kind in ("Report", "Chapter"):
        tally.check(leads(folder, item["image"]), f"{what}: image {item.get('image')}")
        svg = xml.parse(folder / item["image"].removeprefix(BASE)).getroot()
        tally.check((svg.get("width"), svg.get("height")) == ("1200", "630") and svg.get("aria-label"), f"{what}: its card")
    if kind in ("Report", "Dataset"):
        start, end = map(datetime.date.fromisoformat, item["temporalCoverage"].split("/"))
        tally.check(start < end, f"{what}: temporalCoverage {item['temporalCoverage']}")
        licence = item.get("license")
        tally.check(isinstance(licence, dict) and licence["@type"] == "CreativeWork" or str(licence).startswith("http"), f"{what}: license {licence}")
    if kind == "Report":
        tally.check(item["publisher"]["name"] and item["inLanguage"] == "fr", f"{what}: publisher or language")
    if kind == "Chapter":
        tally.check(item["isPartOf"] == {"@type": "Report", "name": item["isPartOf"]["name"], "url": BASE}, f"{what}: isPartOf")
    if kind == "Dataset":
        tally.check(len(item["description"]) >= 50 and item["creator"]["name"], f"{what}: description or creator")
        tally.check(item["distribution"] and all(leads(folder, d["contentUrl"]) for d in item["distribution"]), f"{what}: distribution")


def check_feed(tally, folder):
    feed = xml.parse(folder / "atom.xml").getroot()
    tally.check(feed.tag == ATOM + "feed", f"atom: {feed.tag}")
    for name in ("id", "title", "updated"):
        tally.check(len(feed.findall(ATOM + name)) == 1, f"atom: {name}")
    tally.check(feed.find(f"{ATOM}author/{ATOM}name").text, "atom: no author")
    links = {link.get("rel", "alternate"): link.get("href") for link in feed.findall(ATOM + "link")}
    tally.check(links == {"self": BASE + "atom.xml", "alternate": BASE}, f"atom: {links}")
    entries = feed.findall(ATOM + "entry")
    dates = [entry.find(ATOM + "updated").text for entry in entries]
    tally.check(dates == ["2025-07-12T00:00:00Z", "2025-07-10T00:00:00Z"], f"atom: {dates}")
    tally.check(feed.find(ATOM + "updated").text == dates[0], "atom: its date is not that of its latest entry")
    identifiers = [entry.find(ATOM + "id").text for entry in entries]
    tally.check(len(set(identifiers)) == len(identifiers), "atom: an identifier twice")
    for entry in entries:
        tally.check(entry.find(ATOM + "title").text and entry.find(ATOM + "summary").text, "atom: an entry without title or summary")
        tally.check(leads(folder, entry.find(ATOM + "link").get("href")), "atom: an entry leads nowhere")


def check_map(tally, folder, pages):
    root = xml.parse(folder / "sitemap.xml").getroot()
    found = {url.find(MAP + "loc").text: url.find(MAP + "lastmod") for url in root.findall(MAP + "url")}
    wanted = {address(path) for path in pages if path != "404.html"}
    tally.check(set(found) == wanted, f"sitemap: {set(found) ^ wanted}")
    for url, date in found.items():
        if date is not None:
            datetime.date.fromisoformat(date.text)
    tally.check(found[BASE + "partie/longue.html"].text == "2025-07-10", "sitemap: lastmod of a section")
    tally.check(found[BASE + "chiffres-cles.html"].text == "2025-07-12", "sitemap: lastmod of a page made of all")
    tally.check(f"Sitemap: {BASE}sitemap.xml" in (folder / "robots.txt").read_text(), "robots.txt does not name the sitemap")


def main():
    bilan = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".build/release/bilan").resolve()
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "site"
        pages = built(bilan, folder, "--base-url", BASE)
        check_pages(tally, folder, pages)
        check_feed(tally, folder)
        check_map(tally, folder, pages)
        bare = pathlib.Path(name) / "bare"
        for path in built(bilan, bare):
            head = Head((bare / path).read_text())
            tally.check(not head.data and not {"canonical", "alternate"} & set(head.links) and not {"og:url", "og:image"} & set(head.meta),
                        f"{path}: an absolute address where none is known")
        tally.check(not any((bare / f).exists() for f in ("sitemap.xml", "atom.xml", "partage")), "files that need an address, without one")
    tally.finish(f"{len(pages)} pages, their feed and their map")


if __name__ == "__main__":
    main()
