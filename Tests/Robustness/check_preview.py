"""A thousand random edits, renames, deletions and breakages against a running `bilan serve`.

Meanwhile it must answer every request, whole; and after each edit it must come to serve, byte for byte, what a fresh
`bilan build` writes (but for the script it adds to pages), or keep answering where the content has errors."""

import argparse
import collections
import http.client
import pathlib
import random
import re
import shutil
import subprocess
import tempfile
import threading
import time

SCRIPT = re.compile(rb'<script src="/_bilan/apercu\.js\?v=[\d-]+" defer></script>\n')
SETTLED = 10.0


class Server:
    def __init__(self, bilan, source):
        self.process = subprocess.Popen(
            [bilan, "serve", "--source", source], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        line = next(line for line in self.process.stdout if "http://" in line)
        self.port = int(re.search(r":(\d+)/", line)[1])
        threading.Thread(target=collections.deque, args=(self.process.stdout, 0), daemon=True).start()

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", "/" + path)
        answer = connection.getresponse()
        # Raises IncompleteRead on half an answer.
        body = answer.read()
        connection.close()
        return answer.status, body


class Hammer(threading.Thread):
    """Asks for pages all the time."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server, self.count, self.faults, self.is_over = server, 0, [], False

    def run(self):
        paths = ["", "reussite/lecture.html", "reussite/nouveau.html", "imprimer.html", "_bilan/erreurs.json?page=/"]
        while not self.is_over:
            path = paths[self.count % len(paths)]
            try:
                status, body = self.server.get(path)
                if status not in (200, 404, 500, 503) or not body:
                    self.faults.append(f"{path}: {status}, {len(body)} bytes")
            except Exception as error:
                self.faults.append(f"{path}: {error!r}")
            self.count += 1
            time.sleep(0.005)


def edit(source, dice, step):
    """One change, of the kinds that editors and their tools make. Returns what it was."""
    parts = [source / "content" / "reussite", source / "content" / "vie-scolaire"]
    folder = dice.choice(parts)
    names = ["lecture.md", "devoirs-faits.md", "mediation.md", "nouveau.md", "autre.md"]
    file = folder / dice.choice(names)
    text = f"---\ntitre: Titre {step}\nordre: {dice.randrange(1, 90)}\nresume: Un résumé.\n---\n\nTexte {step}.\n"
    kind = dice.choice(["write", "rename", "delete", "move", "break", "many", "layout", "unlayout", "style", "folder",
                        "restore", "restore", "restore", "picture", "bytes"])
    model = pathlib.Path(__file__).parents[2] / "docs" / "modele" / "content"
    if kind != "folder" and not (source / "content").exists():
        (source / "ailleurs").rename(source / "content")
    if kind == "write":
        file.write_text(text)
    elif kind == "rename":
        beside = file.with_name("." + file.name + ".swp")
        beside.write_text(text)
        beside.replace(file)
    elif kind == "delete":
        file.unlink(missing_ok=True)
    elif kind == "move" and file.exists():
        file.replace(dice.choice(parts) / dice.choice(names))
    elif kind == "break":
        file.write_text(dice.choice(["---\ntitr: x\n---\n", "---\n", "", ":::", text + "\n::: focus\n", text + "[x](y.md)\n"]))
    elif kind == "many":
        for i in range(8):
            (folder / f"lot-{i}.md").write_text(text)
    elif kind == "layout":
        (source / "layouts").mkdir(exist_ok=True)
        page = dice.choice(["{% if %}", "<p>{{ page.titre }}</p>", "{{ inconnu }}", "{% include 'rien.html' %}"])
        (source / "layouts" / "section.html").write_text(page)
    elif kind == "unlayout":
        shutil.rmtree(source / "layouts", ignore_errors=True)
    elif kind == "style":
        (source / "assets").mkdir(exist_ok=True)
        (source / "assets" / "perso.css").write_text(f"body {{ margin: {step}px }}")
    elif kind == "folder":
        if (source / "content").exists():
            (source / "content").rename(source / "ailleurs")
    elif kind == "restore":
        shutil.rmtree(source / "layouts", ignore_errors=True)
        shutil.rmtree(source / "content")
        shutil.copytree(model, source / "content")
    elif kind == "picture":
        (source / "content" / "images").mkdir(exist_ok=True)
        (source / "content" / "images" / "point.svg").write_text(f"<svg xmlns='http://www.w3.org/2000/svg'><!--{step}--></svg>")
    elif kind == "bytes":
        file.write_bytes(dice.randbytes(dice.randrange(200)))
    return kind


def difference(server, output):
    """What is served otherwise than it was built; None when nothing is."""
    for file in sorted(p for p in output.rglob("*") if p.is_file() and p.name != ".bilan"):
        path = file.relative_to(output).as_posix()
        status, body = server.get(path)
        body = SCRIPT.sub(b"", body) if path.endswith(".html") else body
        if status != 200 and path != "404.html" or body != file.read_bytes():
            return path
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bilan", nargs="?", default=".build/release/bilan", help="the program")
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    good = 0
    with tempfile.TemporaryDirectory() as folder:
        source, output = pathlib.Path(folder) / "source", pathlib.Path(folder) / "output"
        shutil.copytree(pathlib.Path(__file__).parents[2] / "docs" / "modele", source)
        server = Server(options.bilan, str(source))
        hammer = Hammer(server)
        hammer.start()
        for step in range(options.edits):
            kind = edit(source, dice, step)
            built = subprocess.run([options.bilan, "build", "--quiet", "--source", source, "--output", output],
                                   stderr=subprocess.DEVNULL)
            start = time.monotonic()
            while True:
                if built.returncode == 0:
                    wrong = difference(server, output)
                else:
                    page = server.get("")
                    faults = server.get("_bilan/etat.json")[1]
                    # A layout that fails while a page is made is found when that page is asked for.
                    wrong = None if page[0] in (200, 500, 503) and faults else "no answer"
                if wrong is None:
                    break
                if time.monotonic() - start > SETTLED:
                    raise SystemExit(f"edit {step} ({kind}): {wrong} is not what a build writes")
                time.sleep(0.01)
            good += built.returncode == 0
            assert server.process.poll() is None, f"edit {step} ({kind}): the server has died"
        hammer.is_over = True
        hammer.join()
        server.process.terminate()
        if hammer.faults:
            raise SystemExit(f"{len(hammer.faults)} answers at fault, the first: {hammer.faults[0]}")
    print(f"preview: {options.edits} edits, {good} of them publishable, {hammer.count} requests answered")


if __name__ == "__main__":
    main()
