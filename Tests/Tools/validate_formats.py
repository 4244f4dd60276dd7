"""Holds documents against the schemas of their formats.

Standard input: a JSON array of {"format": …, "text": …}; formats: sarif, gitlab, junit, schema (a JSON Schema, draft
2020-12). Standard output: a JSON array, for each document the list of what is wrong with it.

SARIF is held against pydantic-sarif, a model generated from the schema that OASIS publishes.
"""

import io
import json
import pathlib
import sys

import jsonschema
import xmlschema
from pydantic import ValidationError
from pydantic_sarif import model as sarif

SCHEMAS = pathlib.Path(__file__).parent.parent / "Fixtures" / "Schemas"


def wrong_in_sarif(text):
    try:
        sarif.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(text)
        return []
    except ValidationError as error:
        return [str(error)]


def wrong_in_gitlab(text):
    schema = json.loads((SCHEMAS / "gitlab-code-quality.schema.json").read_text())
    findings = json.loads(text)
    wrong = [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(findings)]
    if len({finding["fingerprint"] for finding in findings}) != len(findings):
        wrong.append("two findings share a fingerprint")
    return wrong


def wrong_in_junit(text):
    schema = xmlschema.XMLSchema(str(SCHEMAS / "junit.xsd"))
    return [str(error) for error in schema.iter_errors(io.StringIO(text))]


def wrong_in_schema(text):
    try:
        jsonschema.Draft202012Validator.check_schema(json.loads(text))
        return []
    except jsonschema.SchemaError as error:
        return [error.message]


CHECKS = {"sarif": wrong_in_sarif, "gitlab": wrong_in_gitlab, "junit": wrong_in_junit, "schema": wrong_in_schema}

json.dump([CHECKS[document["format"]](document["text"]) for document in json.load(sys.stdin)], sys.stdout)
