"""Renders templates with Jinja2, the way bilan promises to render them.

Reads {"context": …, "cases": [{"main": name, "files": {name: text}}]} from standard input and writes a list of
{"text": …} or {"error": …}. An object {"__html__": text} in the context is markup.
"""

import json
import sys

import jinja2
import markupsafe


def decode(value):
    if isinstance(value, dict):
        if set(value) == {"__html__"}:
            return markupsafe.Markup(value["__html__"])
        return {key: decode(item) for key, item in value.items()}
    if isinstance(value, list):
        return [decode(item) for item in value]
    return value


def render(case, context):
    environment = jinja2.Environment(
        loader=jinja2.DictLoader(case["files"]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    try:
        return {"text": environment.get_template(case["main"]).render(context)}
    except Exception as error:  # Whatever goes wrong there has to go wrong here.
        return {"error": f"{type(error).__name__}: {error}"}


request = json.load(sys.stdin)
context = decode(request["context"])
json.dump([render(case, context) for case in request["cases"]], sys.stdout)
