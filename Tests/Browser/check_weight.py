"""What a page weighs, uncompressed and without its pictures: page, style sheets and drawings at most 60 kB for a section,
its style sheets 22 kB, scripts 8 kB; no request to another host."""

import re

from site_checks import Tally, arguments, pages

PAGE, STYLES, SCRIPTS = 60_000, 22_000, 8_192


def more(parser):
    parser.add_argument("--page", type=int, default=PAGE, help="bytes allowed for a section page with its style sheets")


def linked(text, folder, pattern):
    return {(folder / m).resolve() for m in re.findall(pattern, text)}


def main():
    options, tally = arguments(__doc__, more), Tally()
    rows = []
    for path in pages(options):
        file = options.output / path
        text = file.read_text()
        styles = sum(f.stat().st_size for f in linked(text, file.parent, r'<link rel="stylesheet" href="([^"]+)"') if f.is_file())
        scripts = sum(f.stat().st_size for f in linked(text, file.parent, r'<script src="([^"]+)"') if f.is_file())
        own = file.stat().st_size
        rows.append((own + styles, path, own, styles, scripts))
        tally.check(scripts <= SCRIPTS, f"{path}: {scripts} bytes of scripts, {SCRIPTS} allowed")
        if "/" in path:
            tally.check(styles <= STYLES, f"{path}: {styles} bytes of style sheets, {STYLES} allowed")
            tally.check(own + styles <= options.page, f"{path}: {own + styles} bytes, {options.page} allowed")
        outside = re.findall(r'<(?:script|img|iframe|source|video|audio)[^>]+src="(?:https?:)?//[^"]*"'
                             r'|<link rel="(?:stylesheet|preload|icon)" href="(?:https?:)?//[^"]*"', text)
        tally.check(not outside, f"{path}: asks another host: {outside[:2]}")
    for total, path, own, styles, scripts in sorted(rows, reverse=True)[:8]:
        print(f"{total:>8} {path} (page {own}, styles {styles}, scripts {scripts})")
    tally.finish(f"{len(rows)} pages weighed; the heaviest above")


if __name__ == "__main__":
    main()
