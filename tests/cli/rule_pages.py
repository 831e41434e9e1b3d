#!/usr/bin/python3
"""The page of each rule says what the program does.

For every rule and language: the page has its sections, its line of severities is that of the
catalogue, what stands under "before" makes the rule fire and what stands under "after" does not,
nor does it have errors. All examples are checked in one run.

usage: rule_pages.py PROGRAM SOURCE FOLDER   (prints TAP)
"""

import json
import os
import re
import subprocess
import sys

SECTIONS = {
    "da": ["Hvorfor", "Før", "Efter", "Hvornår reglen tier", "Kilde"],
    "en": ["Why", "Before", "After", "When it stays quiet", "Source"],
}
SEVERITIES = {
    "da": {"ERROR": "fejl", "WARNING": "advarsel", "INFO": "bemærkning"},
    "en": {"ERROR": "error", "WARNING": "warning", "INFO": "remark"},
}
LINE = {"da": "Kladde: {}. Før godkendelse: {}.", "en": "Draft: {}. Before approval: {}."}
OR = {"da": " eller ", "en": " or "}
WRAPPED = ('<programme xmlns="urn:x-virkning:programme" format="1" xml:lang="{}">'
           "<title>{}</title>\n{}</programme>\n")
TITLE = {"da": "Prøve på en side om en regel", "en": "A trial of a page about a rule"}
COUNT = 0


def report(good, what, why=""):
    global COUNT
    COUNT += 1
    print(f"{'ok' if good else 'not ok'} {COUNT} - {what}")
    for line in why.splitlines() if not good else []:
        print("# " + line)


def catalogue(source):
    """The severities of each rule: {id: (draft, strict)}, each a set."""
    with open(os.path.join(source, "src/base/diag_list.h"), encoding="utf-8") as file:
        text = file.read()
    found = {}
    for rule, draft, strict in re.findall(
            r'DIAG\(\s*\w+,\s*"([A-Z]\d\d)",\s*(\w+),\s*(\w+),', text):
        both = found.setdefault(rule, (set(), set()))
        both[0].add(draft)
        both[1].add(strict)
    return found


def severity_line(severities, lang):
    def words(names):
        said = [SEVERITIES[lang][n] for n in ("ERROR", "WARNING", "INFO") if n in names]
        return OR[lang].join([", ".join(said[:-1]), said[-1]] if said[1:] else said)
    return LINE[lang].format(words(severities[0]), words(severities[1]))


def read_page(path):
    """The first line, what stands before the sections, and the sections by heading."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    head, *rest = re.split(r"^## ", text, flags=re.M)
    sections = [part.split("\n", 1) for part in rest]
    return head, {name.strip(): body for name, body in sections}, [n.strip() for n, _ in sections]


def snippet(body):
    match = re.search(r"```xml\n(.*?)```", body or "", re.S)
    return match.group(1) if match else None


def write_example(folder, rule, lang, which, body):
    path = os.path.join(folder, f"{rule}-{lang}-{which}.xml")
    whole = body.lstrip().startswith(("<?xml", "<programme"))
    with open(path, "w", encoding="utf-8") as file:
        file.write(body if whole else WRAPPED.format(lang, TITLE[lang], body))
    return path


def check_form(rule, lang, page, severities):
    head, sections, order = page
    expected = severity_line(severities, lang)
    problems = []
    if not head.startswith(f"# {rule} "):
        problems.append(f"does not begin with «# {rule} »")
    if expected not in head:
        problems.append(f"lacks the line «{expected}»")
    if order != SECTIONS[lang]:
        problems.append(f"has the sections {order}")
    problems += [f"«{name}» is empty" for name in order if not sections[name].strip()]
    report(not problems, f"{rule} ({lang}) has its form", "\n".join(problems))


def findings_of(program, paths):
    done = subprocess.run([program, "check", "--date", "2026-03-01", "--to", "json"] + paths,
                          stdout=subprocess.PIPE, check=False)
    return {file["name"]: file["findings"] for file in json.loads(done.stdout)["files"]}


def main():
    program, source, folder = sys.argv[1:]
    severities = catalogue(source)
    rules = sorted(severities)
    examples = {}
    for lang in ("da", "en"):
        pages = os.path.join(source, "docs/rules", lang)
        there = sorted(name[:-3] for name in os.listdir(pages) if name.endswith(".md"))
        report(there == rules, f"every rule has a page ({lang})",
               f"pages without rule: {sorted(set(there) - set(rules))}\n"
               f"rules without page: {sorted(set(rules) - set(there))}")
        for rule in sorted(set(rules) & set(there)):
            page = read_page(os.path.join(pages, rule + ".md"))
            check_form(rule, lang, page, severities[rule])
            for which, name in zip(("before", "after"), SECTIONS[lang][1:3]):
                body = snippet(page[1].get(name))
                if body is None:
                    report(False, f"{rule} ({lang}) shows {which}", "no ```xml block")
                else:
                    examples[rule, lang, which] = write_example(folder, rule, lang, which, body)
    found = findings_of(program, list(examples.values()))
    for (rule, lang, which), path in examples.items():
        findings = found[path]
        fires = any(f["id"] == rule and not f.get("answer") for f in findings)
        errors = [f"{f['line']}: {f['message']} [{f['id']}]" for f in findings
                  if f["severity"] == "error" and f["id"] != rule]
        good = fires == (which == "before") and not errors
        report(good, f"{rule} ({lang}): {which} {'fires' if which == 'before' else 'is quiet'}",
               "\n".join(errors or [f"{f['line']}: {f['message']} [{f['id']}]" for f in findings]))
    print(f"1..{COUNT}")


if __name__ == "__main__":
    main()
