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


def is_inside_plain(text, i, loader):
    """Whether the tab at i stands inside the plain scalar that the scanner has just read."""
    left, right = text[:i].rstrip(" \t")[-1:], text[i:].lstrip(" \t") + "\n"
    if loader.tokens:
        last = loader.tokens[-1]
        if not isinstance(last, yaml.ScalarToken) or not last.plain or text[last.end_mark.index : i].strip(" "):
            return False
    elif left in ("", "\n", ":", "-") or loader.flow_level and left in ",[{":
        return False
    if right[0] == ":":
        return right[1] not in " \t\n"
    return right[0] not in "\n#" and not (loader.flow_level and right[0] in ",]}")


def mended(text, error, loader, tabs_as):
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
        is_text = {"space": False, "text": True, "guess": is_inside_plain(text, i, loader)}[tabs_as]
        rewritten = TAB if is_text else " "
    elif text[i] == "?" and before and before not in " \t\n,[]{}":
        rewritten = QUESTION
    return rewritten and text[:i] + rewritten + text[i + 1 :]


def read(text, tabs_as):
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    while text is not None:
        loader = yaml.BaseLoader(text)
        try:
            return canonical(loader.get_single_node())
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            text = mended(text, error, loader, tabs_as)
        finally:
            loader.dispose()
    return None


def readings(text):
    # Whether a tab separates or belongs to a text, PyYAML's scanner does not always tell: all that it may mean.
    found = [read(text, tabs_as) for tabs_as in (("space", "text", "guess") if "\t" in text else ("space",))]
    return [reading for reading in found if reading is not None]


json.dump([readings(text) for text in json.load(sys.stdin)], sys.stdout)
