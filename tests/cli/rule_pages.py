#!/usr/bin/python3
"""The page of each rule says what the program does.

For every rule and language: the page has its sections, its line of severities is that of the
catalogue, what stands under "before" makes the rule fire and what stands under "after" does not,
nor does it have errors. All examples are checked in one run. The tables in docs/rules/README.md are
those that follow from the pages; VIRKNING_UPDATE=yes writes them anew.

usage: rule_pages.py PROGRAM SOURCE FOLDER   (prints TAP)
"""

import difflib
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
GROUPS = [("P", "The programme theory and how it is carried out"), ("I", "Indicators"),
          ("V", "Evaluation and privacy")]
INDEX_MARK = "<!-- Everything below is written by tests/cli/rule_pages.py. -->"
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


def severity_words(names, lang):
    said = [SEVERITIES[lang][n] for n in ("ERROR", "WARNING", "INFO") if n in names]
    return OR[lang].join([", ".join(said[:-1]), said[-1]] if said[1:] else said)


def severity_line(severities, lang):
    return LINE[lang].format(*(severity_words(names, lang) for names in severities))


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


def index_tables(severities, titles):
    """The tables of docs/rules/README.md: {(rule, lang): title} beside the severities."""
    lines = []
    for letter, heading in GROUPS:
        lines += [f"## {heading}", "", "| rule | in English | på dansk | draft | before approval |",
                  "|---|---|---|---|---|"]
        for rule in sorted(r for r in severities if r[0] == letter and (r, "da") in titles
                           and (r, "en") in titles):
            draft, strict = (severity_words(s, "en") for s in severities[rule])
            lines.append(f"| {rule} | [{titles[rule, 'en']}](en/{rule}.md) | "
                         f"[{titles[rule, 'da']}](da/{rule}.md) | {draft} | {strict} |")
        lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def check_index(source, severities, titles):
    path = os.path.join(source, "docs/rules/README.md")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    prose, mark, tables = text.partition(INDEX_MARK)
    wanted = "\n\n" + index_tables(severities, titles)
    if os.environ.get("VIRKNING_UPDATE") == "yes" and tables != wanted:
        with open(path, "w", encoding="utf-8") as file:
            file.write(prose + mark + wanted)
        tables = wanted
    difference = difflib.unified_diff(wanted.splitlines(), tables.splitlines(), "wanted", "got", n=0)
    report(mark and tables == wanted, "docs/rules/README.md lists the pages", "\n".join(difference))


def findings_of(program, paths):
    done = subprocess.run([program, "check", "--date", "2026-03-01", "--to", "json"] + paths,
                          stdout=subprocess.PIPE, check=False)
    return {file["name"]: file["findings"] for file in json.loads(done.stdout)["files"]}


def main():
    program, source, folder = sys.argv[1:]
    severities = catalogue(source)
    rules = sorted(severities)
    examples, titles = {}, {}
    for lang in ("da", "en"):
        pages = os.path.join(source, "docs/rules", lang)
        there = sorted(name[:-3] for name in os.listdir(pages) if name.endswith(".md"))
        report(there == rules, f"every rule has a page ({lang})",
               f"pages without rule: {sorted(set(there) - set(rules))}\n"
               f"rules without page: {sorted(set(rules) - set(there))}")
        for rule in sorted(set(rules) & set(there)):
            page = read_page(os.path.join(pages, rule + ".md"))
            check_form(rule, lang, page, severities[rule])
            titles[rule, lang] = page[0].split("\n")[0].removeprefix(f"# {rule} ")
            for which, name in zip(("before", "after"), SECTIONS[lang][1:3]):
                body = snippet(page[1].get(name))
                if body is None:
                    report(False, f"{rule} ({lang}) shows {which}", "no ```xml block")
                else:
                    examples[rule, lang, which] = write_example(folder, rule, lang, which, body)
    check_index(source, severities, titles)
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
