"""Every internal link, anchor, picture, style sheet and script of every page leads somewhere. Nothing is asked of the network."""

import html.parser
import posixpath
import urllib.parse

from site_checks import Tally, arguments, pages

REFERENCES = {"a": "href", "link": "href", "script": "src", "img": "src", "use": "href", "image": "href", "form": "action"}
IDREFS = {"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "headers"}


class Reader(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.twice, self.links, self.idrefs = set(), [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if value is None:
                continue
            if name == "id":
                if value in self.ids:
                    self.twice.append(value)
                self.ids.add(value)
            elif name == REFERENCES.get(tag):
                self.links.append((value, self.getpos()[0]))
            elif name in IDREFS:
                self.idrefs += [(v, self.getpos()[0]) for v in value.split()]


def main():
    options, tally = arguments(__doc__), Tally()
    every = pages(options)
    read = {p: Reader((options.output / p).read_text()) for p in every}
    external = 0
    for path, page in read.items():
        tally.check(not page.twice, f"{path}: ids given twice: {page.twice[:5]}")
        for idref, line in page.idrefs:
            tally.check(idref in page.ids, f"{path}:{line}: no element has the id {idref}")
        for link, line in page.links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme or parts.netloc:
                external += 1
                continue
            file = urllib.parse.unquote(parts.path)
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            if not tally.check(not target.startswith("..") and (options.output / target).is_file(),
                               f"{path}:{line}: nothing at {link}"):
                continue
            anchor = urllib.parse.unquote(parts.fragment)
            if anchor and target.endswith(".html"):
                if target not in read:
                    read_target = Reader((options.output / target).read_text())
                else:
                    read_target = read[target]
                tally.check(anchor in read_target.ids, f"{path}:{line}: no #{anchor} in {target}")
    tally.finish(f"{len(every)} pages; {external} links to other sites were left alone")


if __name__ == "__main__":
    main()
