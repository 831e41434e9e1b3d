#!/usr/bin/python3
"""The program and the published schema give the same verdicts.

Whole documents are mutated (elements and attributes dropped, renamed, doubled, moved; values
broken; foreign content, white space, comments, CDATA put in), always in the same way for the
same seed. Each mutant is read by the program (tests/cli/verdicts) and validated by xmllint
and, where it is installed, by jing against schemas/virkning.rng.

What only the program checks is left out of the comparison: BEYOND below, which docs/schema.md must
list, and what it explains under the validators' differences. SEED and MUTANTS in the environment try
more; less than nine tenths of the mutants compared is a failure, because then the test says little.

usage: schema_agreement.py VERDICTS SCHEMA FOLDER DOCUMENT...   (prints TAP)
"""

import copy
import os
import random
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

NS = "urn:x-virkning:programme"
MUTANTS = int(os.environ.get("MUTANTS", "6000"))
MOST_CHILDREN = 8
MOST_ATTRIBUTES = 4

# Attributes that point at something, and elements that cannot do without one.
REFERENCES = {"about", "activity", "against", "anchored-by", "asks", "audience", "by",
              "contributes-to", "decided-by", "deputy", "documents", "focus-area", "focus-areas",
              "for", "horizon", "indicators", "like", "measures", "owner", "place", "places",
              "questions", "ref", "responsible", "source", "within"}
REQUIRED = {"leads-to": {"ref"}, "influence": {"from", "to", "sign"}, "answer": {"rule"},
            "horizon": {"id"}, "place": {"id"}, "role": {"id"}, "target-group": {"id"},
            "source": {"id"}, "document": {"id"}, "variable": {"id"}, "code-list": {"id"},
            "milestone": {"value", "date"}, "inhabitants": {"year", "persons"},
            "score": {"theme", "value"}, "ruling": {"date"}, "lesson": {"date"},
            "revision": {"date"}, "wave": {"from"}, "next-step": {"do"}, "code": {"name"}}
BATCH = 500  # documents per process: xmllint keeps memory for each
SEED = int(os.environ.get("SEED", "20170814"))

# Messages about what a grammar cannot say; docs/schema.md lists them, with what they are about.
BEYOND = {"REFERENCE", "REFERENCE_UNKNOWN", "REFERENCE_KIND", "REFERENCE_GOAL", "REFERENCE_TITLE",
          "REFERENCE_TITLE_ONLY", "REFERENCES_TEXT", "HORIZON_SIGNS", "PLACE_CIRCLE", "GROUP_CIRCLE",
          "LIKE_CIRCLE", "ID_TWICE", "AGES_ORDER", "ORDER_DATES", "ORDER_NUMBERS", "PERCENT_RANGE",
          "SCORE_RANGE", "INCLUDE_ALONE", "INCLUDE_ADDRESS", "INCLUDE_BACKSLASH", "INCLUDE_MISSING",
          "INCLUDE_MISSING_UNKNOWN", "INCLUDE_SELF", "INCLUDE_CIRCLE", "INCLUDE_ERRORS",
          "INCLUDE_ERRORS_BEHIND", "INCLUDE_FILES", "INCLUDE_BYTES", "REFERENCE_INCLUDE",
          "REFERENCE_INCLUDE_UNKNOWN", "REFERENCE_FAR", "REFERENCE_FAR_UNKNOWN", "REFERENCE_NEAR",
          "FILE_TOO_LARGE", "DEPTH", "TAG_LENGTH", "TAG_ATTRIBUTES", "TEXT_LENGTH"}

VALUES = {
    "anything": ["", " ", "x", "æøå", "a b", "1", "0", "-", "%", " running ", "no\n", "&", "\u00a0",
                 "\t", "\ufeff", "\u200b", "a\tb", "running stopped", "Running", "\u2003x"],
    "date": ["2017", "2017-08", "2017-08-14", "2017-02-29", "2016-02-29", "1900-02-29", "2017-13",
             "2017-00", "2017-04-31", "14-08-2017", "0000", "0000-01", "0001", "0001-01-01",
             "2017-08-14Z", "2017Z", "2017-08+01:00", "-2017", "12017", " 2017-08 ", "2017-8",
             "9999-12-31", "2000-02-29", "--08", "2017-08-14T00:00:00", "0000-02-29", "\n2017\t",
             "2017 08", "٢٠١٧", "2017\u00a0", "02017", "2017-008", "2000-02-30"],
    "number": ["7.5", "7,5", "-7.5", "+7", "70 %", "1e3", "007", ".5", "5.", "1.2.3", "- 1", " 3 ",
               "123456789012345", "1234567890123456", "12345678901234.5", "123456789012345.6",
               "-12345678901234.5", "+0.00000000000001", "-0.000000000000001", "INF", "NaN", "٣",
               "-", "+", "--1", "1 000", "1\u00a0000", "0x10", "\t-0.0\n", "00.00", "1e", "½"],
    "count": ["0", "12", "-1", "+1", "2.0", "4.200", "000000000000012", "0000000000000012", " 7 ",
              "\n7", "7 7", "٧", "1_000", "7\u00a0"],
    "id": ["a", "a b", "9a", "a:b", "-a", "_a", "a.b", "æøå", " a ", "·a", "a·", "Ωmega", "a/b", "_",
           "-", ".", "a\u00a0b", "\u0301a", "a\u0301", "\na\t", "xml", "a×b", "名前", "𝒜", "a𝒜"],
    "ages": ["0-18", "65-", "-18", "18", "0-1000", "0 - 18", "000-999", " 3-4 ", "3–4", "18-3", "3-3",
             "٣-٤", "\n3-4", "-"],
    "duration": ["P1Y", "P6M", "P2W", "P1D", "P0Y", "P01Y", "P1000Y", "1Y", "P1Y6M", "p1y", " P1Y ",
                 "P999D", "P", "P1", "PT1H", "P1Y\n", "P1 Y", "årligt"],
    "rule": ["P10", "I01", "p10", "P1", "P100", "ÆØ1", " V05 ", "Æ10", "P1٠", "\tP10"],
    "grade": ["0", "4", "5", "-1", "03", " 2 ", "2.0", "٢", "\n1"],
    "lang": ["da", "da-DK", "en-GB", "", "dansk sprog", "d", "abcdefghi", "da-", "da--DK", "dansk",
             "i-klingon", "1da", "da-1996", " da ", "DA", "dan", "da-abcdefgh", "da-abcdefghi", "då",
             "da_DK", "x-a", "\nda"],
    "far": ["a", "a:b", "a:b:c", ":b", "a:", "æ:å", "a b", "a:9b", "a: b", " a:b ", ":", "a::b",
            "a:b c:d", "a:b c", "a:b c:", "9a:b", "-a:b", "a:b/c", "a\tb", "a:b\n", "a.b:c_d", "a:b:"],
    "step": ["1", "5", "0", "6", "-1", "03", " 2 ", "2.0", "", "٢", "1 2", "\n4"],
    "word": ["mad", "a:b", "a b", " æ ", "", "9", "mad-og-måltider", "a\tb", "\nmad\n", ":", "a/b",
             "a\u00a0b", "-", "mad,måltider", "🙂", "a\u2028b"],
    "tags": ["a:b", "a", "a:b c:d", "a:", ":b", "a:b:c", " sdg:3 ", "æ:å", "a:b,c:d", "", "a :b",
             "a:b c", "a:b\tc:d", "\na:b\n", "a::b", ":", "a:b c:", "*:*", "a/b:c%d", "a:b\u00a0c:d",
             "🙂:🙃", "a:b a:b", "a:b  c:d"],
    "format": ["1", "2", "1.0", "", " 1 ", "x", "0", "01"],
}


def kind_of_value(element, name):
    """The list of values that are worth trying for an attribute."""
    if name in ("from", "to") and element.tag.endswith("horizon"):
        return "number"
    table = {
        "id": "id", "ref": "id", "ages": "ages", "every": "duration", "rule": "rule",
        "format": "format", "evidence": "grade", "from": "date", "to": "date", "until": "date",
        "date": "date", "approved": "date", "expected": "date", "decided": "date", "when": "date",
        "value": "number", "min": "number", "max": "number", "k": "count", "n": "count",
        "population": "count", "size": "count", "population-year": "date", "size-year": "date",
        "lag": "duration", "year": "date", "due": "date", "tags": "tags", "name": "word",
        "theme": "word", "contributes-to": "far", "like": "far", "rank": "step",
        "probability": "step", "consequence": "step", "sd": "number", "tolerance": "number",
        "margin": "number", "lowest": "number", "highest": "number", "amount": "number",
        "quantity": "number", "persons": "count", "holders": "count", "invited": "count",
        "answers": "count", "sample": "count", "sessions": "count", "minutes": "count",
        "weeks": "count", "reach": "count", "participants": "count", "about": "id",
        "{http://www.w3.org/XML/1998/namespace}lang": "lang",
    }
    return table.get(name, "anything")


class Mutator:
    """Changes a tree in one small way at a time."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = []
        self.attributes = []

    def learn(self, root):
        """Takes names from the documents themselves."""
        for element in root.iter():
            self.names.append(element.tag)
            self.attributes.extend(element.attrib)
        self.names = sorted(set(self.names))
        self.attributes = sorted(set(self.attributes))

    def pick(self, root):
        parents = [(p, c) for p in root.iter() for c in p]
        return self.random.choice(parents) if parents else None

    def any(self, root):
        return self.random.choice(list(root.iter()))

    def drop_element(self, root):
        pair = self.pick(root)
        if pair:
            pair[0].remove(pair[1])

    def double_element(self, root):
        pair = self.pick(root)
        if pair:
            again = copy.deepcopy(pair[1])
            for number, element in enumerate(again.iter()):
                if "id" in element.attrib and self.random.random() < 0.9:
                    element.set("id", f"again-{number}-{self.random.randrange(10**6)}")
            pair[0].append(again)

    def move_element(self, root):
        pair = self.pick(root)
        target = self.any(root)
        if pair and target not in list(pair[1].iter()):
            pair[0].remove(pair[1])
            target.insert(self.random.randrange(len(target) + 1), pair[1])

    def swap_children(self, root):
        element = self.any(root)
        children = list(element)
        self.random.shuffle(children)
        element[:] = children

    def rename_element(self, root):
        element = self.any(root)
        element.tag = self.random.choice(
            self.names + [f"{{{NS}}}efect", "{urn:other}thing", "plain"])

    def drop_attribute(self, root):
        element = self.any(root)
        if element.attrib:
            del element.attrib[self.random.choice(sorted(element.attrib))]

    def rename_attribute(self, root):
        element = self.any(root)
        if element.attrib:
            name = self.random.choice(sorted(element.attrib))
            value = element.attrib.pop(name)
            element.set(self.random.choice(self.attributes + ["statsu"]), value)

    def add_attribute(self, root):
        name = self.random.choice(self.attributes + [
            "{urn:other}note", f"{{{NS}}}id", "{http://www.w3.org/XML/1998/namespace}space",
            "{http://www.w3.org/XML/1998/namespace}base",
            "{http://www.w3.org/2001/XMLSchema-instance}type",
            "{http://www.w3.org/XML/1998/namespace}lang"])
        element = self.any(root)
        element.set(name, self.random.choice(VALUES[kind_of_value(element, name)]))

    def break_value(self, root):
        choices = [(e, n) for e in root.iter() for n in sorted(e.attrib)]
        element, name = self.random.choice(choices)
        element.set(name, self.random.choice(VALUES[kind_of_value(element, name)]))

    def break_text(self, root):
        self.any(root).text = self.random.choice(
            ["", " \n ", "løs tekst", None, "  x  ", "\u00a0", "\ufeff", "\u200b", "\t"])

    def tail_text(self, root):
        pair = self.pick(root)
        if pair:
            pair[1].tail = self.random.choice([" ", "løs tekst", "\n"])

    def foreign(self, root):
        element = self.any(root)
        thing = ET.Element("{urn:other}thing", {"id": "x", "{urn:other}a": "b"})
        thing.text = "fremmed"
        inner = ET.SubElement(thing, self.random.choice(
            ["{urn:other}inner", "plain", f"{{{NS}}}effect"]))
        inner.tail = "tekst"
        element.insert(self.random.randrange(len(element) + 1), thing)

    def comment(self, root):
        element = self.any(root)
        made = self.random.choice([ET.Comment(" her "), ET.ProcessingInstruction("stil", "ja")])
        element.insert(self.random.randrange(len(element) + 1), made)

    def thin(self, root):
        """Leaves a few of many children and attributes, other ones each time: libxml2 needs the
        square of the children, and in a wrong document twice the time for every attribute."""
        while len(root) > MOST_CHILDREN:
            root.remove(self.random.choice([c for c in root if not c.tag.endswith("}title")]))
        for element in root.iter():
            spare = sorted(set(element.attrib) - REQUIRED.get(element.tag.split("}")[-1], set()))
            self.random.shuffle(spare)
            for name in spare[:max(0, len(element.attrib) - MOST_ATTRIBUTES)]:
                del element.attrib[name]
        root.set("format", "1")
        self.mend(root)

    @staticmethod
    def mend(root):
        """Takes references away that lost their target: what is left differs by mutation only."""
        ids = {element.get("id") for element in root.iter()}
        for element in root.iter():
            for name in REFERENCES & set(element.attrib):
                if not set(element.attrib[name].split()) <= ids:
                    del element.attrib[name]
        for parent in list(root.iter()):
            for child in list(parent):
                required = REQUIRED.get(child.tag.split("}")[-1], set())
                if not required <= set(child.attrib):
                    parent.remove(child)

    def mutate(self, root):
        ways = [self.drop_element, self.double_element, self.move_element, self.swap_children,
                self.rename_element, self.drop_attribute, self.rename_attribute,
                self.add_attribute, self.break_value, self.break_value, self.break_value,
                self.break_text, self.tail_text, self.foreign, self.comment]
        self.random.choice(ways)(root)


def cdata(text, source):
    """Writes some texts as CDATA, split by a comment: the same to every XML parser."""
    def wrapped(match):
        if source.random() > 0.1 or "&" in match.group(1):
            return match.group(0)
        half = len(match.group(1)) // 2
        word = match.group(1)
        return f"><![CDATA[{word[:half]}]]><!-- , -->{word[half:]}<"
    return re.sub(r">([^<>]+)<", wrapped, text)


def write_mutants(documents, folder):
    """Writes the mutants; returns their paths."""
    mutator = Mutator(SEED)
    roots = [ET.parse(path).getroot() for path in documents]
    for root in roots:
        mutator.learn(root)
    paths = []
    for number in range(MUTANTS):
        root = copy.deepcopy(roots[number % len(roots)])
        mutator.thin(root)
        for _ in range(mutator.random.choice([0, 1, 1, 1, 2])):
            elements = [e for e in root.iter() if not isinstance(e.tag, str)]
            if not elements:
                mutator.mutate(root)
        text = ET.tostring(root, encoding="unicode")
        if number % 5 == 0:
            text = cdata(text, mutator.random)
        path = os.path.join(folder, f"{number:04d}.xml")
        with open(path, "w", encoding="utf-8") as out:
            out.write(text + "\n")
        paths.append(path)
    return paths


def program_verdicts(program, paths):
    out = subprocess.run([program], input="\n".join(paths) + "\n", text=True, check=True,
                         stdout=subprocess.PIPE).stdout
    verdicts = {}
    for line in out.splitlines():
        path, verdict, messages = line.split("\t")
        verdicts[path] = (verdict == "valid", set(messages.split()))
    return verdicts


def xmllint_verdicts(schema, paths):
    valid = set()
    for first in range(0, len(paths), BATCH):
        done = subprocess.run(["xmllint", "--noout", "--nonet", "--relaxng", schema]
                              + paths[first:first + BATCH], text=True, stderr=subprocess.PIPE,
                              stdout=subprocess.PIPE, check=False)
        valid.update(re.findall(r"^(.*) validates$", done.stderr, re.M))
    return {path: path in valid for path in paths}


def jing_verdicts(schema, paths):
    """-i: ids and references are compared apart."""
    done = subprocess.run(["jing", "-i", schema] + paths, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, check=False)
    invalid = set(re.findall(r"^(.*?):\d+:\d+: (?:error|fatal)", done.stdout, re.M))
    return {path: path not in invalid for path in paths}


def incomparable(path, messages):
    """True where the program's verdict rests on what the schema does not say, or where the
    validators differ among themselves. docs/schema.md explains each case."""
    rest = messages - BEYOND
    if messages and not rest:
        return True
    with open(path, encoding="utf-8") as source:
        text = source.read()
    if rest == {"TEXT_EMPTY"}:
        return "urn:other" in text
    return rest == {"VALUE_EMPTY"} and bool(re.search(r'"(\s|&#\d+;)*"', text))


def compare(name, program, validator, number):
    """Prints one TAP line; returns True where nothing differs."""
    compared, differing = 0, []
    for path, (valid, messages) in program.items():
        if incomparable(path, messages):
            continue
        compared += 1
        if valid != validator[path]:
            differing.append(f"{path}: program {'valid' if valid else 'invalid'} "
                             f"({' '.join(sorted(messages))}), {name} the opposite")
    good = not differing and compared >= 0.9 * len(program)
    print(f"{'ok' if good else 'not ok'} {number} - program and {name} agree on {compared} of "
          f"{len(program)} mutants")
    for line in differing[:20]:
        print("# " + line)
    return good


def documented(page):
    """The messages in the first table of docs/schema.md."""
    with open(page, encoding="utf-8") as source:
        section = source.read().split("\n## ")[1]
    rows = [line for line in section.splitlines() if line.startswith("| `[")]
    return {name for row in rows for name in re.findall(r"[A-Z_]{4,}", row.split("|")[2])}


def compare_page(page, number):
    """Prints one TAP line: does the page list what is left out, and nothing else?"""
    differing = documented(page) ^ BEYOND
    print(f"{'not ok' if differing else 'ok'} {number} - docs/schema.md lists what the schema does "
          f"not say")
    for name in sorted(differing):
        print(f"# {name}: {'not in the page' if name in BEYOND else 'only in the page'}")
    return not differing


def main():
    verdicts, schema, folder, *documents = sys.argv[1:]
    paths = write_mutants(documents, folder)
    program = program_verdicts(verdicts, paths)
    valid = sum(good for good, _ in program.values())
    good = True
    enough = 0.1 < valid / len(paths) < 0.9
    print(f"{'ok' if enough else 'not ok'} 1 - of {len(paths)} mutants some are valid, some not")
    for number, (name, run) in enumerate(
            [("xmllint", xmllint_verdicts), ("jing", jing_verdicts)], start=2):
        if not shutil.which(name):
            print(f"ok {number} - program and {name} agree # SKIP {name} is not installed")
            continue
        good = compare(name, program, run(schema, paths), number) and good
    page = os.path.join(os.path.dirname(schema), "..", "docs", "schema.md")
    good = compare_page(page, 4) and good
    print("1..4")
    return 0 if good and enough else 1


if __name__ == "__main__":
    sys.exit(main())
