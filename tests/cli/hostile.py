#!/usr/bin/python3
"""Writes files that mean harm, or that are no model at all, for tests/cli/hostile.sh.

usage: hostile.py FOLDER [SCALE]

SCALE (1 where nothing is said) divides the sizes of the large ones, for builds that are slow. Prints
one line per file: its name, the exit statuses that are right, and the ids of findings one of which
must be said ("-": nothing is wrong with it).
"""

import os
import pathlib
import sys

NS = "urn:x-virkning:programme"
HEAD = f'<?xml version="1.0"?>\n<programme xmlns="{NS}" format="1" xml:lang="da">\n'
TITLE = "<title>Nærmiljø</title>\n"
END = "</programme>\n"
START = HEAD + TITLE


def entity_bombs():
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    yield "bomb", f'<!DOCTYPE p [<!ENTITY l0 "ha">{laughs}]>\n<programme>&l9;</programme>', "xml"
    yield ("bomb-quadratic", f'<!DOCTYPE p [<!ENTITY a "{"a" * 100_000}">]>\n<programme>'
           + "&a;" * 50_000 + "</programme>", "xml")
    yield ("bomb-parameter", '<!DOCTYPE p [<!ENTITY % a "x"><!ENTITY % b "%a;%a;">%b;]>\n'
           "<programme/>", "xml")
    yield ("bomb-default", f'<!DOCTYPE p [<!ATTLIST programme a CDATA "{"x" * 100_000}">]>\n'
           "<programme/>", "xml")
    yield ("entity-outside", '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
           "<programme>&a;</programme>", "xml")
    yield ("subset-outside", '<!DOCTYPE p SYSTEM "http://127.0.0.1:9/p.dtd">\n<programme/>', "xml")
    yield ("xinclude", START + '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
           f'href="/etc/passwd" parse="text"/>{END}', "-")
    yield "entity-undeclared", START + "<owner>&a;</owner>" + END, "xml"


def large_tags(scale):
    many = " ".join(f'a{i}="1"' for i in range(100_000 // scale))
    yield "attributes", f"{START}<activity {many}/>{END}", "limit"
    spaces = " xmlns:p{0}='urn:{0}'"
    yield ("namespaces", START + "<activity" + "".join(spaces.format(i) for i in range(50_000))
           + f"/>{END}", "limit")
    yield "tag", f'{START}<activity id="a" status="{"x" * (5_000_000 // scale)}"/>{END}', "limit"
    yield "tag-spaces", f'{START}<activity{" " * (5_000_000 // scale)}/>{END}', "limit"
    yield "tag-open", START + '<activity id="' + "x" * (5_000_000 // scale), "limit"
    yield "name", f'{START}<{"a" * (5_000_000 // scale)}/>{END}', "limit"
    yield "name-end", f'{START}<activity></{"a" * (5_000_000 // scale)}>{END}', "xml limit"
    yield "id", f'{START}<activity id="{"a" * 1_000_000}"><title>T</title></activity>{END}', "limit"
    yield ("references", f'{START}<activity for="{"b " * 30_000}"><title>T</title></activity>{END}',
           "reference")
    yield ("tag-list", f'{START}<activity tags="{"a:b " * 15_000}"><title>T</title></activity>{END}',
           "-")


def depth():
    yield "deep", START + "<activity>" * 100_000, "limit element"
    yield "deep-foreign", START + '<a xmlns="urn:a">' * 100_000, "limit"
    yield "deep-just", START + "<x:a xmlns:x='urn:a'>" * 190 + "</x:a>" * 190 + END, "-"


def large_texts(scale):
    size = 50_000_000 // scale
    yield "text", f"{START}<purpose>{'x' * size}</purpose>{END}", "limit xml -"
    yield "text-words", f"{START}<purpose>{'børn og unge ' * (size // 14)}</purpose>{END}", "limit xml -"
    yield "text-cdata", f"{START}<purpose><![CDATA[{'x' * size}]]></purpose>{END}", "limit xml -"
    yield "comment", f"{START}<!--{'x' * size}-->{END}", "limit xml -"
    yield "comment-open", f"{START}<!--{'x' * size}", "xml"
    yield "instruction", f"{START}<?a {'x' * size}?>{END}", "limit xml -"
    yield "blank", " \n" * (size // 20), "empty-file"
    yield "title-words", START + "<effect><title>Folk " + "og flere ting " * 20_000 + \
        f"trives</title></effect>{END}", "-"
    yield "addresses", f"{START}<purpose>{'a.b@c.dk ' * 100_000}</purpose>{END}", "-"
    yield "digits", f"{START}<purpose>{'1' * 300_000} {'12 ' * 100_000}</purpose>{END}", "-"
    yield "references-to-characters", f"{START}<purpose>{'&#230;' * 300_000}</purpose>{END}", "-"


def floods(scale):
    count = 1_000_000 // scale
    one = '<activity id="a"><title>t</title></activity>'
    yield "ids", START + one * count + END, "id"
    yield ("tags", START + '<activity tags="a:b"><title>t</title></activity>' * count + END, "-")
    some = 100_000 // scale
    for name, element, ids in (
            ("elements", "<efekt/>", "element"),
            ("attributes-wrong", '<activity statsu="ide"><title>t</title></activity>', "attribute"),
            ("dates", '<activity from="14-08-2017"><title>t</title></activity>', "date"),
            ("codes", '<activity status="kører"><title>t</title></activity>', "code"),
            ("dangling", '<activity for="børnn"><title>t</title></activity>', "reference"),
            ("titles-missing", "<activity/>", "title"),
            ("texts", "løs tekst<owner>o</owner>", "text"),
            ("foreign-ours", f'<a xmlns="urn:a"><effect xmlns="{NS}"/></a>', "element"),
            ("prefixes", "<x:a/>", "xml")):
        group = '<target-group id="børn"><title>B</title></target-group>'
        yield "flood-" + name, START + group + element * some + END, ids
    words = " ".join(f"ord{i}" for i in range(12))
    groups = "".join(f'<target-group id="en-ret-lang-gruppe-{i}"><title>G</title></target-group>'
                     for i in range(2_000))
    yield ("flood-words", START + groups
           + f'<activity for="{words}"><title>t</title></activity>' * some + END, "reference")
    likely = "".join(f'<activity for="en-ret-lang-grupe-{i}x"><title>t</title></activity>'
                     for i in range(some))
    yield "flood-likely", START + groups + likely + END, "reference"
    yield "flood-includes", START + "".join(
        f'<include id="i{i}" file="findes-ikke-{i}.xml"/>' for i in range(some)) + END, "include"
    yield "flood-same-include", START + "".join(
        f'<include id="i{i}" file="lille-maal"/>' for i in range(some)) + "".join(
            f'<effect contributes-to="i{i}:maal"><title>t</title></effect>' for i in range(some)
        ) + END, "-"
    yield "lines", "\n" * 300_000 + HEAD + TITLE + END, "xml"


def chains(scale):
    """Well-formed and right, but long: whoever follows a way again and again never ends."""
    count = 100_000 // scale
    yield "chain-places", START + "".join(
        f'<place id="p{i}" role="comparison" within="p{i + 1}"><title>P{i}</title></place>'
        for i in range(count)) + f'<place id="p{count}"><title>P</title></place>{END}', "-"
    yield "chain-groups", START + "".join(
        f'<target-group id="p{i}" within="p{i + 1}"><title>P{i}</title></target-group>'
        for i in range(count)) + f'<target-group id="p{count}"><title>P</title></target-group>{END}', "-"
    yield "chain-like", START + "".join(
        f'<indicator id="p{i}" like="p{i + 1}"><title>P{i}</title></indicator>'
        for i in range(count)) + f'<indicator id="p{count}"><title>P</title></indicator>{END}', "-"
    yield "circle-like", START + "".join(
        f'<indicator id="p{i}" like="p{(i + 1) % count}"><title>P{i}</title></indicator>'
        for i in range(count)) + END, "reference"
    yield "chain-effects", START + "".join(
        f'<effect id="p{i}"><title>P{i}</title><leads-to ref="p{i + 1}"/></effect>'
        for i in range(count)) + f'<effect id="p{count}"><title>P</title></effect>{END}', "-"
    yield "circle-effects", START + "".join(
        f'<effect id="p{i}"><title>P{i}</title><leads-to ref="p{(i + 1) % count}"/></effect>'
        for i in range(count)) + END, "P03"
    side = int((count * 3) ** 0.5)
    yield "everything-to-everything", START + "".join(
        f'<activity><title>A{i}</title>' + "".join(f'<leads-to ref="e{k}"/>' for k in range(side))
        + "</activity>" for i in range(side)) + "".join(
            f'<effect id="e{i}"><title>E{i}</title></effect>' for i in range(side)) + END, "-"
    yield "horizons", START + "".join(
        f'<horizon id="h{i}"><title>H{i}</title></horizon><effect id="e{i}" horizon="h{i}">'
        f'<title>E{i}</title><leads-to ref="e{min(i + 2, count - 1)}"/></effect>'
        for i in range(count)) + END, "-"
    yield "star", START + "".join(
        f'<activity><title>A{i}</title><leads-to ref="e"/></activity>' for i in range(count)
        ) + f'<effect id="e"><title>E</title></effect>{END}', "-"
    yield "indicators", START + "<activity><title>A</title>" + "".join(
        f'<indicator id="i{i}" type="proportion" unit="%" direction="up"><title>Andel børn og unge '
        f'nr. {i}</title><target value="7" date="2030"/></indicator>' for i in range(count)
        ) + f"</activity>{END}", "-"
    yield "targets", START + '<activity><title>A</title><indicator direction="up"><title>I</title>' \
        + '<baseline value="1" date="2026"/>' * count + '<target value="7" date="2030"/>' * count \
        + '<milestone value="7" date="2029"/>' * count + f"</indicator></activity>{END}", "-"
    yield "answers", START + "".join(
        f'<activity id="a{i}"><title>A{i}</title></activity><answer rule="P02" ref="a{i}">x</answer>'
        for i in range(count)) + END, "-"
    yield "questions", START + "".join(
        f'<effect id="e{i}"><title>E{i}</title></effect><question type="effect" about="e{i}" '
        f'indicators="i"><title>Q{i}</title></question>' for i in range(count)
        ) + f'<indicator id="i"><title>I</title></indicator>{END}', "-"


def bytes_that_are_no_text():
    good = (START + "<activity><title>Læsevenner</title></activity>" + END)
    yield "empty", b"", "empty-file"
    yield "binary", bytes(range(256)) * 4_000, "file-kind"
    yield "nul", good.replace("Læse", "L\0se").encode(), "xml"
    yield "nul-only", b"\0" * 100_000, "file-kind"
    yield "latin-1-undeclared", good.encode("latin-1"), "encoding"
    yield "utf-7", good.replace('"1.0"', '"1.0" encoding="utf-7"').encode(), "encoding"
    yield "utf-32", good.encode("utf-32"), "encoding file-kind xml"
    yield "ebcdic", good.encode("cp500"), "file-kind"
    yield "utf-16-odd", good.encode("utf-16") + b"\0", "encoding"
    yield "utf-16-one-byte", b"\xff\xfe\x3c", "encoding"
    yield "utf-16-mark-only", b"\xff\xfe", "empty-file"
    yield ("utf-16-surrogate", b"\xff\xfe" + good.encode("utf-16-le").replace(
        "æ".encode("utf-16-le"), b"\x00\xd8"), "encoding")
    yield ("utf-16-low-surrogate", b"\xff\xfe" + good.encode("utf-16-le").replace(
        "æ".encode("utf-16-le"), b"\x00\xdc"), "encoding")
    yield ("utf-16-cut-surrogate", b"\xff\xfe" + good.encode("utf-16-le") + b"\x00\xd8", "encoding")
    yield "utf-8-surrogate", good.encode().replace("æ".encode(), b"\xed\xa0\x80"), "encoding"
    yield "utf-8-long", good.encode().replace("æ".encode(), b"\xc0\xbc"), "encoding"
    yield "utf-8-beyond", good.encode().replace("æ".encode(), b"\xf4\x90\x80\x80"), "encoding"
    yield "utf-8-cut", good.encode()[:good.encode().index("æ".encode()) + 1], "encoding"
    yield "noncharacter", good.replace("æ", "\uffff").encode(), "xml"
    yield "control", good.replace("æ", "\x1b[2J").encode(), "xml"
    yield "marks", b"\xef\xbb\xbf" * 10 + good.encode(), "file-kind xml"
    yield "cr-only", good.replace("\n", "\r").encode(), "-"
    yield "escape-in-title", (START + "<activity><title>\u202egnilev\u2066\u0085\u2028</title>"
                              f"</activity>{END}").encode(), "-"
    yield "truncated", good[:-40].encode(), "xml"
    yield "zip", b"PK\3\4" + bytes(1000), "file-kind"


def everything(scale):
    yield from entity_bombs()
    yield from large_tags(scale)
    yield from depth()
    yield from large_texts(scale)
    yield from floods(scale)
    yield from chains(scale)
    yield from bytes_that_are_no_text()


def main():
    folder = pathlib.Path(sys.argv[1])
    scale = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    small = START + '<goal id="maal"><title>Mål</title></goal>' + END
    (folder / "lille-maal").write_text(small, encoding="utf-8")
    for name, content, ids in everything(scale):
        path = folder / f"{name}.xml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        print(name, ids, sep="\t")
    os.sync if False else None


if __name__ == "__main__":
    main()
