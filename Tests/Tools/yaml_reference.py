"""What PyYAML reads in each of many documents, every scalar being text.

Standard input: a JSON array of documents. Standard output: a JSON array of the same length, each item the list of the
dumps (see `canonical`) that may be expected, empty if the document is refused.

PyYAML follows YAML 1.1. Four things that bilan accepts are undone, and only where PyYAML stops at them:
 - a French colon, between two spaces inside a plain value (bilan's documented exception);
 - a tab between tokens or inside a plain scalar (allowed by YAML 1.2.2, section 6.2 and production 131);
 - a line end between a quoted key and its colon in flow style (JSON; YAML 1.2.2, production 150);
 - a question mark inside a plain scalar in flow style (allowed by YAML 1.2.2, production 127).
"""

import json
import sys

import yaml

COLON, TAB, QUESTION = "\ue000", "\ue001", "\ue002"
WRITTEN = str.maketrans({COLON: ":", TAB: "\t", QUESTION: "?"})


def canonical(node):
    if node is None:
        return "~"
    if isinstance(node, yaml.ScalarNode):
        text = node.value.translate(WRITTEN)
        try:
            text = text.encode("utf-16", "surrogatepass").decode("utf-16")
        except UnicodeDecodeError:
            return "lone surrogate"
        if not text and node.style is None:
            return "~"
        return f"{len(text.encode())}:{text}"
    if isinstance(node, yaml.SequenceNode):
        return "[" + "".join(canonical(item) + "," for item in node.value) + "]"
    return "{" + "".join(canonical(k) + "=" + canonical(v) + "," for k, v in node.value) + "}"


def mended(text, error, tabs_as_text):
    """The document with the place PyYAML stopped at rewritten, if it is one of the four."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or mark.index >= len(text):
        return None
    i = mark.index
    before, after = text[i - 1 : i] if i else "", text[i + 1 : i + 2]
    rewritten = None
    if text[i] == ":" and before and before in " \t\xa0\u202f" + TAB and after and after in " \t":
        rewritten = COLON
    elif text[i] == ":" and before and before in " \n" and text[:i].rstrip()[-1:] in ("'", '"'):
        return text[:i].rstrip() + text[i:]
    elif text[i] == "\t":
        left, right = text[:i].rstrip(" \t")[-1:], text[i:].lstrip(" \t")[:1]
        is_text = {"never": False, "always": True, "inside": left not in ",[{" and right not in ",]}"}[tabs_as_text]
        rewritten = TAB if is_text and right not in ("", "\n", "#") else " "
    elif text[i] == "?" and before and before not in " \t\n,[]{}" and after and after not in " \t\n":
        rewritten = QUESTION
    return rewritten and text[:i] + rewritten + text[i + 1 :]


def read(text, tabs_as_text):
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    while text is not None:
        try:
            return canonical(yaml.compose(text, Loader=yaml.BaseLoader))
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            text = mended(text, error, tabs_as_text)
    return None


def readings(text):
    found = [read(text, how) for how in (("never", "always", "inside") if "\t" in text else ("never",))]
    return [reading for reading in found if reading is not None]


json.dump([readings(text) for text in json.load(sys.stdin)], sys.stdout)
