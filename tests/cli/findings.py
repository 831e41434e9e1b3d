#!/usr/bin/python3
"""Looks at findings that `virkning check` wrote as JSON or SARIF.

usage: findings.py json FILE            the form that virkning(1) describes
       findings.py sarif FILE           SARIF 2.1.0, as far as the program uses it
       findings.py agree JSON SARIF     both tell of the same findings
       findings.py get FILE PATH        one value: runs.0.results.0.message.text; # counts a list

The first three print what is wrong, one fault per line, and exit with 1 if there is any.

The check of SARIF is written from the standard, not from the program: which properties an
object may and must have and of which type, and what a schema cannot say: indices that lead to
what is meant, references that are URIs, texts without placeholders and links, and places that
are in the file where it lies beside. Names of properties that the program does not use are
refused, so a new one needs a line here. Where SARIF_SCHEMA in the environment names OASIS's own
schema (sarif-schema-2.1.0.json), that is asked as well; it takes python3-jsonschema.
"""

import json
import os
import re
import sys
import urllib.parse

LEVELS = ("none", "note", "warning", "error")
SEVERITIES = ("none", "remark", "warning", "error")

# object: property -> (type, must it be there); "[x]" is an array of x, "{x}" an object with any
# names, "a|b" one of these words.
SARIF = {
    "log": {"version": ("2.1.0", True), "$schema": ("string", False), "runs": ("[run]", True)},
    "run": {
        "tool": ("tool", True),
        "invocations": ("[invocation]", False),
        "originalUriBaseIds": ("{base}", False),
        "artifacts": ("[artifact]", False),
        "results": ("[result]", True),
        "language": ("language", False),
        "columnKind": ("utf16CodeUnits|unicodeCodePoints", True),
        "properties": ("conditions", False),
    },
    "tool": {"driver": ("driver", True)},
    "driver": {
        "name": ("string", True),
        "version": ("string", False),
        "language": ("language", False),
        "rules": ("[rule]", False),
    },
    "rule": {
        "id": ("string", True),
        "shortDescription": ("message", False),
        "fullDescription": ("message", False),
        "defaultConfiguration": ("configuration", False),
    },
    "configuration": {"level": ("|".join(LEVELS), False)},
    "invocation": {
        "executionSuccessful": ("bool", True),
        "exitCode": ("count", False),
        "stdin": ("artifactLocation", False),
        "toolExecutionNotifications": ("[notification]", False),
    },
    "notification": {
        "descriptor": ("descriptor", False),
        "level": ("|".join(LEVELS), False),
        "message": ("message", True),
        "locations": ("[location]", False),
    },
    "descriptor": {"id": ("string", True)},
    "base": {"description": ("message", False)},
    "artifact": {
        "location": ("artifactLocation", True),
        "roles": ("[analysisTarget|resultFile|standardStream]", False),
        "encoding": ("string", False),
        "properties": ("outcome", False),
    },
    "artifactLocation": {
        "uri": ("uri", True),
        "uriBaseId": ("string", False),
        "index": ("count", False),
    },
    "result": {
        "ruleId": ("string", True),
        "ruleIndex": ("count", True),
        "level": ("|".join(LEVELS), True),
        "message": ("message", True),
        "analysisTarget": ("artifactLocation", False),
        "locations": ("[location]", True),
        "relatedLocations": ("[location]", False),
        "suppressions": ("[suppression]", False),
    },
    "location": {
        "physicalLocation": ("physicalLocation", True),
        "message": ("message", False),
    },
    "physicalLocation": {
        "artifactLocation": ("artifactLocation", True),
        "region": ("region", False),
    },
    "region": {"startLine": ("position", True), "startColumn": ("position", False)},
    "suppression": {"kind": ("inSource|external", True), "justification": ("string", False)},
    "message": {"text": ("message text", True)},
    # property bags: any names are allowed; these are the program's
    "conditions": {
        "mode": ("draft|strict", True),
        "date": ("date", True),
        "schema": ("string", False),
    },
    "outcome": {"outcome": ("checked|unusable|failed", True), "counts": ("counts", True)},
    "counts": {
        name: ("count", True) for name in ("errors", "warnings", "remarks", "answered", "notShown")
    },
}

FINDINGS = {
    "document": {
        "format": ("virkning-findings", True),
        "formatVersion": ("position", True),
        "program": ("virkning", True),
        "version": ("string", True),
        "language": ("language", True),
        "mode": ("draft|strict", True),
        "date": ("date", True),
        "schema": ("string", False),
        "exitStatus": ("count", True),
        "files": ("[file]", True),
    },
    "file": {
        "name": ("any string", True),
        "outcome": ("checked|unusable|failed", True),
        "counts": ("counts", True),
        "findings": ("[finding]", True),
    },
    "counts": SARIF["counts"],
    "finding": {
        "id": ("string", True),
        "severity": ("|".join(SEVERITIES[1:]), True),
        "strictSeverity": ("|".join(SEVERITIES), True),
        "message": ("string", True),
        "file": ("string", False),
        "line": ("position", False),
        "column": ("position", False),
        "related": ("place", False),
        "answer": ("string", False),
    },
    "place": {
        "file": ("string", True),
        "line": ("position", True),
        "column": ("position", False),
    },
}

URI = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")
LINK = re.compile(r"\[[^\]]*\]\(")


def unique(pairs):
    """Refuses what json.load() would overlook: a name that an object has twice."""
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError(f"a name twice in {names}")
    return dict(pairs)


def load(path):
    with open(path, "rb") as file:
        text = file.read().decode("utf-8")
    bad = re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", text)
    if bad:
        raise ValueError(f"a control character as it is: U+{ord(bad.group()):04X}")
    if not text.endswith("}\n"):
        raise ValueError("no line feed at the end")
    return json.loads(text, object_pairs_hook=unique)


class Form:
    """Compares values with a table of objects; collects faults."""

    def __init__(self, table):
        self.table = table
        self.faults = []
        self.objects = {}  # kind -> [(path, object)]

    def fault(self, path, text):
        self.faults.append(f"{path or 'document'}: {text}")

    def scalar(self, value, kind, path):
        is_count = isinstance(value, int) and not isinstance(value, bool)
        is_text = isinstance(value, str) and value != ""
        good = {
            "bool": isinstance(value, bool),
            "count": is_count and value >= 0,
            "position": is_count and value >= 1,
            "any string": isinstance(value, str),
            "string": is_text,
            "message text": is_text,
            "uri": is_text and URI.fullmatch(value) is not None,
            "language": value in ("da", "en"),
            "date": is_text and re.fullmatch(r"\d{4}-\d\d-\d\d", value) is not None,
        }.get(kind)
        if good is None:
            good = value in kind.split("|")
        if not good:
            self.fault(path, f"{value!r} is no {kind}")
        elif kind == "message text":
            self.message(value, path)

    def message(self, text, path):
        if re.search("[{}]", text.replace("{{", "").replace("}}", "")):
            self.fault(path, f"a placeholder without arguments: {text!r}")
        if LINK.search(text):
            self.fault(path, f"a link: {text!r}")

    def value(self, value, kind, path):
        if kind.startswith("["):
            if not isinstance(value, list):
                self.fault(path, "is no array")
                return
            for i, item in enumerate(value):
                self.value(item, kind[1:-1], f"{path}[{i}]")
        elif kind.startswith("{"):
            for name, item in value.items():
                self.value(item, kind[1:-1], f"{path}.{name}")
        elif kind in self.table:
            self.object(value, kind, path)
        else:
            self.scalar(value, kind, path)

    def object(self, value, kind, path):
        if not isinstance(value, dict):
            self.fault(path, "is no object")
            return
        self.objects.setdefault(kind, []).append((path, value))
        members = self.table[kind]
        for name in value:
            if name not in members:
                self.fault(path, f"{kind} has no {name}")
        for name, (member, needed) in members.items():
            if name in value:
                self.value(value[name], member, f"{path}.{name}" if path else name)
            elif needed:
                self.fault(path, f"{kind} lacks {name}")

    def all(self, kind):
        return self.objects.get(kind, [])


# --- SARIF ---------------------------------------------------------------------------------------


def source_lines(uri, encoding):
    """The lines of a file that lies in the working folder; None where it does not."""
    path = urllib.parse.unquote_to_bytes(uri[7:] if uri.startswith("file://") else uri)
    if not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        text = file.read().decode(encoding, "replace")
    return re.split("\r\n|\n", text.removeprefix("\ufeff"))


def check_locations(form, run):
    artifacts = run["artifacts"]
    bases = run["originalUriBaseIds"]
    for path, location in form.all("artifactLocation"):
        uri, base = location["uri"], location.get("uriBaseId")
        absolute = re.match("[A-Za-z][A-Za-z0-9+.-]*:", uri) is not None
        if absolute == (base is not None):
            form.fault(path, "a base is for relative references, and they need one")
        if base is not None and base not in bases:
            form.fault(path, f"the base {base} is not declared")
        index = location.get("index")
        if index is None and not path.endswith("].location"):
            form.fault(path, "no index, although all artifacts are listed")
        if index is not None and artifacts[index]["location"]["uri"] != uri:
            form.fault(path, f"artifact {index} is another file")
    for path, location in form.all("physicalLocation"):
        region = location.get("region")
        artifact = artifacts[location["artifactLocation"]["index"]]
        lines = source_lines(artifact["location"]["uri"], artifact.get("encoding", "utf-8"))
        if region is None or lines is None:
            continue
        if region["startLine"] > len(lines):
            form.fault(path, f"the file has no line {region['startLine']}")
        elif region.get("startColumn", 1) > len(lines[region["startLine"] - 1]) + 1:
            form.fault(path, f"line {region['startLine']} has no column {region['startColumn']}")


def check_results(form, run):
    rules = run["tool"]["driver"]["rules"]
    ids = [rule["id"] for rule in rules]
    if len(set(ids)) != len(ids):
        form.fault("rules", "an id twice")
    used = set()
    for path, result in form.all("result"):
        used.add(result["ruleIndex"])
        if result["ruleIndex"] >= len(rules) or ids[result["ruleIndex"]] != result["ruleId"]:
            form.fault(path, "ruleIndex and ruleId are of two rules")
        if "suppressions" not in result:
            form.fault(path, "suppressions must be in all results or in none")
        if len(result["locations"]) != 1:
            form.fault(path, "should have one location")
    if used != set(range(len(rules))):
        form.fault("rules", "one that no result needs")
    for path, rule in form.all("rule"):
        if "shortDescription" not in rule:
            form.fault(path, "no description")
        elif len(rule["shortDescription"]["text"]) > len(rule["fullDescription"]["text"]):
            form.fault(path, "the short description is the longer one")


def check_run(form, run):
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    if len(set(uris)) != len(uris):
        form.fault("artifacts", "a file twice")
    invocation = run["invocations"][0]
    failures = [n for n in invocation["toolExecutionNotifications"] if n["level"] == "error"]
    if failures and invocation["executionSuccessful"]:
        form.fault("invocations[0]", "successful in spite of a failure")
    if invocation["executionSuccessful"] == (invocation["exitCode"] == 3):
        form.fault("invocations[0]", "the exit code says the contrary")
    if run["language"] != run["tool"]["driver"]["language"]:
        form.fault("language", "two languages")
    check_results(form, run)
    check_locations(form, run)


def check_official(form, document):
    path = os.environ.get("SARIF_SCHEMA")
    if not path:
        return
    import jsonschema

    with open(path, encoding="utf-8") as file:
        validator = jsonschema.Draft4Validator(
            json.load(file), format_checker=jsonschema.FormatChecker()
        )
    for error in validator.iter_errors(document):
        form.fault("/".join(str(part) for part in error.absolute_path), error.message)


def check_sarif(path):
    document = load(path)
    form = Form(SARIF)
    form.object(document, "log", "")
    check_official(form, document)
    if list(document)[:1] != ["version"]:
        form.fault("", "version should come first")
    if not form.faults:
        check_run(form, document["runs"][0])
    return form.faults


# --- our own form --------------------------------------------------------------------------------


def check_counts(form, path, file):
    counts, findings = file["counts"], file["findings"]
    if counts["notShown"]:
        return
    for severity, name in (("error", "errors"), ("warning", "warnings"), ("remark", "remarks")):
        shown = [f for f in findings if f["severity"] == severity and "answer" not in f]
        hidden = severity != "error" and not shown  # --quiet
        if len(shown) != counts[name] and not hidden:
            form.fault(path, f"{len(shown)} {name} where {counts[name]} are counted")


def check_json(path):
    document = load(path)
    form = Form(FINDINGS)
    form.object(document, "document", "")
    if form.faults:
        return form.faults
    for place, file in form.all("file"):
        check_counts(form, place, file)
        for finding in file["findings"]:
            if "file" not in finding and file["outcome"] != "failed":
                form.fault(place, f"a finding without file: {finding['message']}")
    worst = max([file["outcome"] == "failed" for file in document["files"]], default=False)
    if worst != (document["exitStatus"] == 3):
        form.fault("exitStatus", "does not fit the outcomes")
    return form.faults


# --- both ----------------------------------------------------------------------------------------


def check_agree(json_path, sarif_path):
    ours = []
    document = load(json_path)
    for file in document["files"]:
        for finding in file["findings"]:
            in_model = "line" in finding and finding["file"] != document.get("schema")
            if file["outcome"] == "failed" and not in_model:
                continue  # a notification in SARIF
            ours.append(
                (
                    finding["id"],
                    SEVERITIES.index(finding["severity"]),
                    finding.get("line"),
                    finding.get("column"),
                    finding.get("answer"),
                )
            )
    theirs = []
    for result in load(sarif_path)["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"].get("region", {})
        answers = [s["justification"] for s in result["suppressions"]] or [None]
        theirs.append(
            (
                result["ruleId"],
                LEVELS.index(result["level"]),
                region.get("startLine"),
                region.get("startColumn"),
                answers[0],
            )
        )
    return [] if ours == theirs else [f"JSON:  {ours}", f"SARIF: {theirs}"]


def get(path, names):
    value = load(path)
    for name in names.split("."):
        if name == "#":
            value = len(value)
        elif isinstance(value, list):
            value = value[int(name)]
        else:
            value = value[name]
    return value if isinstance(value, str) else json.dumps(value)


def main(arguments):
    commands = {"json": check_json, "sarif": check_sarif, "agree": check_agree}
    if len(arguments) == 3 and arguments[0] == "get":
        sys.stdout.buffer.write(get(arguments[1], arguments[2]).encode("utf-8") + b"\n")
        return 0
    if len(arguments) < 2 or arguments[0] not in commands:
        sys.exit(__doc__)
    try:
        faults = commands[arguments[0]](*arguments[1:])
    except ValueError as error:
        faults = [str(error)]
    sys.stdout.buffer.write("".join(fault + "\n" for fault in faults).encode("utf-8", "replace"))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
