"""`bilan serve` in a real browser: a save shows at once and at the same height; errors lie over the page, then go."""

import argparse
import pathlib
import re
import shutil
import subprocess
import tempfile

from playwright.sync_api import sync_playwright

PAGE = "content/reussite/devoirs-faits.md"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bilan", nargs="?", default=".build/release/bilan", help="the program")
    parser.add_argument("--chromium", default="/usr/bin/chromium", help="the browser")
    options = parser.parse_args()
    model = pathlib.Path(__file__).parents[2] / "docs" / "modele"
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(model, folder, dirs_exist_ok=True)
        server = subprocess.Popen([options.bilan, "serve", "--source", folder], stdout=subprocess.PIPE, text=True)
        try:
            address = next(m[0] for line in server.stdout if (m := re.search(r"http://[\d.:]+/", line)))
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
                check(browser.new_page(viewport={"width": 800, "height": 400}), address, pathlib.Path(folder) / PAGE)
        finally:
            server.terminate()
            server.wait()
    print("preview: all checks hold")


def check(page, address, file):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address + "reussite/devoirs-faits.html")
    text = file.read_text(encoding="utf-8")

    page.evaluate("scrollTo(0, 300)")
    file.write_text(text.replace("Depuis la rentrée", "Depuis septembre"), encoding="utf-8")
    page.get_by_text("Depuis septembre").wait_for(state="attached", timeout=10_000)
    page.wait_for_function("scrollY === 300", timeout=5_000)

    file.write_text(text.replace("ordre: 10", "ordr: 10"), encoding="utf-8")
    panel = page.get_by_role("alert")
    panel.wait_for(timeout=10_000)
    assert "Clé inconnue « ordr »" in panel.inner_text(), panel.inner_text()
    assert "devoirs-faits.md:6:1" in panel.inner_text(), panel.inner_text()
    assert panel.get_by_role("link").get_attribute("href").startswith("vscode://file/")
    assert panel.evaluate("e => getComputedStyle(e).position") == "fixed", "the style sheet of the overlay is refused"

    file.write_text(text, encoding="utf-8")
    panel.wait_for(state="detached", timeout=10_000)
    page.get_by_text("Depuis la rentrée").wait_for(state="attached", timeout=10_000)
    assert complaints == [], complaints


if __name__ == "__main__":
    main()
