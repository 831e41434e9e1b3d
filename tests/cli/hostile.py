#!/usr/bin/python3
"""Writes files that mean harm, that are no model at all, or that are right and endless.

usage: hostile.py FOLDER SCALE [NAME...]

SCALE divides the sizes of the large ones: 10 makes them of some megabytes, 1 of tens of them. Prints one line per file: its name, a tab, and the ids of findings, one of
which has to be said; "-" where nothing is wrong with it. With names, only those are written.
"""

import pathlib
import sys

NS = "urn:x-virkning:programme"
HEAD = f'<?xml version="1.0"?>\n<programme xmlns="{NS}" format="1" xml:lang="da">\n'
START = HEAD + "<title>Nærmiljø</title>\n"
END = "</programme>\n"
FINE = "-"


def times(count, form):
    """`form` with {0} replaced by 0, 1, ..., and {1} by the number after it."""
    return "".join(form.format(i, i + 1) for i in range(count))


def entities(_):
    """What hides in a DOCTYPE, or asks for it."""
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
    yield "subset-outside", '<!DOCTYPE p SYSTEM "http://127.0.0.1:9/p.dtd">\n<programme/>', "xml"
    yield ("xinclude", START + '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
           f'href="/etc/passwd" parse="text"/>{END}', FINE)
    yield "entity-undeclared", START + "<owner>&a;</owner>" + END, "xml"


def tags(scale):
    """Tags that are too large."""
    long = max(5_000_000 // scale, 500_000)  # above the limit of a tag, whatever the scale
    many = 1_000_000 // scale
    yield "attributes", START + "<activity" + times(many, ' a{0}="1"') + "/>" + END, "limit"
    yield "namespaces", START + "<activity" + times(many, " xmlns:p{0}='urn:{0}'") + "/>" + END, "limit"
    yield "tag", f'{START}<activity status="{"x" * long}"/>{END}', "limit"
    yield "tag-spaces", f'{START}<activity{" " * long}/>{END}', "limit"
    yield "tag-open", f'{START}<activity id="{"x" * long}', "limit"
    yield "name", f'{START}<{"a" * long}/>{END}', "limit"
    yield "name-end", f'{START}<activity></{"a" * long}>{END}', "limit"
    yield "id", f'{START}<activity id="{"a" * 1_000_000}"><title>T</title></activity>{END}', "limit"
    yield ("references", f'{START}<activity for="{"b " * 30_000}"><title>T</title></activity>{END}',
           "reference")
    yield ("tag-list", f'{START}<activity tags="{"a:b " * 15_000}"><title>T</title></activity>{END}',
           FINE)


def depth(_):
    """Elements inside each other."""
    yield "deep", START + "<activity>" * 100_000, "limit"
    yield "deep-foreign", START + '<a xmlns="urn:a">' * 100_000, "limit"
    yield "deep-just", START + "<x:a xmlns:x='urn:a'>" * 190 + "</x:a>" * 190 + END, FINE


def texts(scale):
    """Long texts and comments."""
    size = max(50_000_000 // scale, 5_000_000)  # above the limit of a text
    yield "text", f"{START}<purpose>{'børn og unge ' * (size // 14)}</purpose>{END}", "limit"
    yield ("text-in-pieces", START + "<purpose>" + ("x" * (size // 20) + "<!-- -->") * 20
           + "</purpose>" + END, "limit")
    yield "cdata", f"{START}<purpose><![CDATA[{'x' * size}]]></purpose>{END}", "limit"
    yield "comment", f"{START}<!--{'x' * size}-->{END}", "limit"
    yield "comment-open", f"{START}<!--{'x' * size}", "limit"
    yield "instruction", f"{START}<?a {'x' * size}?>{END}", "limit"
    yield "spaces", " \n" * (size // 4), "empty-file"
    yield "title-words", START + "<effect><title>Folk " + "og flere ting " * (100_000 // scale) + \
        f"trives</title></effect>{END}", FINE
    yield ("description", START + "<effect><title>Børn trives</title><description>"
           + "Etablere brobygning for udsatte ledige, alle børn. " * (100_000 // scale)
           + f"</description></effect>{END}", FINE)
    yield "addresses", f"{START}<purpose>{'a.b@c.dk ' * (400_000 // scale)}</purpose>{END}", FINE
    yield "digits", f"{START}<purpose>{'1' * 300_000} {'12 ' * 100_000}</purpose>{END}", FINE
    yield "numbers", f"{START}<purpose>{'010190-1234 12345678 ' * 10_000}</purpose>{END}", "V05"
    yield "characters", f"{START}<purpose>{'&#230;' * (1_000_000 // scale)}</purpose>{END}", FINE


def floods(scale):
    """The same mistake again and again."""
    count = 1_000_000 // scale
    one = "<title>t</title></activity>"
    yield "ids", START + f'<activity id="a">{one}' * count + END, "id"
    yield "tags", START + f'<activity tags="a:b">{one}' * count + END, FINE
    few = count // 10
    for name, element, ids in (
            ("elements", "<efekt/>", "element"),
            ("attributes", f'<activity statsu="ide">{one}', "attribute"),
            ("dates", f'<activity from="14-08-2017">{one}', "date"),
            ("codes", f'<activity status="kører">{one}', "code"),
            ("titles", "<activity/>", "title"),
            ("texts", "løs tekst<owner>o</owner>", "text"),
            ("foreign", f'<a xmlns="urn:a"><effect xmlns="{NS}"/></a>', "element"),
            ("prefixes", "<x:a/>", "xml"),
            ("references", f'<activity for="børnn">{one}', "reference")):
        yield ("flood-" + name, START + '<target-group id="børn"><title>B</title></target-group>'
               + element * few + END, ids)
    groups = times(2_000, '<target-group id="en-ret-lang-gruppe-{0}"><title>G</title></target-group>')
    words = " ".join(f"ord{i}" for i in range(12))
    yield "flood-words", START + groups + f'<activity for="{words}">{one}' * few + END, "reference"
    yield ("flood-likely", START + groups
           + times(few, '<activity for="en-ret-lang-grupe-{0}x">' + one) + END, "reference")
    yield ("flood-includes", START + times(few, '<include id="i{0}" file="ikke-{0}.xml"/>') + END,
           "include")
    yield ("same-include", START + times(few, '<include id="i{0}" file="fine"/>') + times(
        few, '<effect contributes-to="i{0}:maal"><title>t</title></effect>') + END, FINE)
    yield "late", START + "<asset><title>A</title></asset>" * few + f'<activity from="x">{one}' * 100 + \
        "<owner>o</owner>" * 100 + f'<activity for="g">{one}' * 100 + END, "date"
    yield "lines", "\n" * count + START + END, "xml"


def chains(scale):
    """Right, but endless: whoever walks such a way once for each thing on it does not come back."""
    count = 100_000 // scale
    effect = '<effect id="e"><title>Børn trives</title></effect>'
    yield "chain-places", START + times(
        count, '<place id="p{0}" role="comparison" within="p{1}"><title>P</title></place>') + \
        f'<place id="p{count}" role="intervention"><title>P</title></place>' + \
        f'<activity place="p{count}"><title>A</title><leads-to ref="e"/></activity>{effect}' + \
        '<question type="effect" about="e"><title>Q</title></question>' + END, FINE
    yield "chain-groups", START + times(
        count, '<target-group id="p{0}" within="p{1}"><title>P</title></target-group>') + \
        f'<target-group id="p{count}"><title>P</title></target-group>' + times(
            count, '<effect for="p{0}"><title>Unge trives</title><indicator type="proportion">'
            "<title>Andel</title><denominator>alle</denominator></indicator></effect>") + END, FINE
    yield "chain-like", START + times(
        count, '<indicator id="p{0}" like="p{1}"><title>P</title></indicator>') + \
        f'<indicator id="p{count}"><title>P</title></indicator>{END}', FINE
    yield "circle-like", START + times(
        count - 1, '<indicator id="p{0}" like="p{1}"><title>P</title></indicator>') + \
        f'<indicator id="p{count - 1}" like="p0"><title>P</title></indicator>{END}', "reference"
    yield "chain-effects", START + times(
        count, '<effect id="p{0}"><title>P</title><leads-to ref="p{1}"/></effect>') + \
        f'<effect id="p{count}"><title>P</title></effect>{END}', FINE
    yield "circle-effects", START + times(
        count - 1, '<effect id="p{0}"><title>P</title><leads-to ref="p{1}"/></effect>') + \
        f'<effect id="p{count - 1}"><title>P</title><leads-to ref="p0"/></effect>{END}', "P03"
    side = int((count * 3) ** 0.5)
    yield "all-to-all", START + (
        "<activity><title>A</title>" + times(side, '<leads-to ref="e{0}"/>') + "</activity>") * side \
        + times(side, '<effect id="e{0}"><title>E</title></effect>') + END, FINE
    yield "parallel", START + "<activity><title>A</title>" + '<leads-to ref="e"/>' * count + \
        f"</activity>{effect}{END}", FINE
    yield "horizons", START + times(
        count, '<horizon id="h{0}"><title>H</title></horizon><effect id="e{0}" horizon="h{0}">'
        '<title>E</title></effect>') + times(
            count - 2, '<effect horizon="h{0}"><title>E</title><leads-to ref="e{1}"/></effect>') + END, \
        FINE
    yield "star", START + '<activity><title>A</title><leads-to ref="e"/></activity>' * count + \
        effect + END, FINE
    yield "indicators", START + "<activity><title>A</title>" + times(
        count, '<indicator type="proportion" unit="%" direction="up"><title>Andel nr. {0}</title>'
        '<target value="7" date="2030"/></indicator>') + "</activity>" + END, FINE
    yield "targets", START + '<activity><title>A</title><indicator direction="up"><title>I</title>' + \
        '<baseline value="1" date="2026"/><target value="7" date="2030"/>' * count + \
        '<milestone value="7" date="2029"/>' * count + f"</indicator></activity>{END}", FINE
    yield "waves", START + '<source id="s"><title>S</title>' + '<wave from="2027"/>' * count + \
        "</source>" + ('<effect><title>Børn trives</title><indicator source="s" direction="up">'
                       '<title>I</title><target value="7" date="2030"/></indicator></effect>'
                       ) * count + END, FINE
    yield "codes", START + '<code-list id="o"><title>O</title>' + times(
        count, '<code name="c{0}"><title>C</title></code>') + "</code-list>" + times(
            count, '<activity tags="o:c{0} o:d{0}"><title>A</title></activity>') + END, FINE
    yield "answers", START + times(
        count, '<activity id="a{0}"><title>A</title></activity><answer rule="P02" ref="a{0}">x</answer>'
        ) + END, FINE
    yield "questions", START + times(
        count, '<role id="r{0}" kind="staff"><title>R</title></role><question type="mechanism" '
        'about="e"><title>Q</title><method asks="r{0}" by="r{0}"/></question>') + effect + END, FINE
    yield "loop", START + "<loop-diagram><title>L</title>" + times(
        count, '<variable id="v{0}"><title>V</title></variable>') + times(
            count - 1, '<influence from="v{0}" to="v{1}" sign="plus"/>') + f"</loop-diagram>{END}", FINE


def files_of_another_kind(_):
    """Bytes that are no text, or not the text they say."""
    good = START + "<activity><title>Læsevenner</title></activity>" + END
    wide = good.encode("utf-16-le")
    letter = "æ".encode()
    yield "empty", b"", "empty-file"
    yield "binary", bytes(range(256)) * 4_000, "file-kind"
    yield "zip", b"PK\3\4" + bytes(1000), "file-kind"
    yield "nul", good.replace("Læse", "L\0se").encode(), "xml"
    yield "nul-only", b"\0" * 100_000, "file-kind"
    yield "latin-1-undeclared", good.encode("latin-1"), "encoding"
    yield "utf-7", good.replace('"1.0"', '"1.0" encoding="utf-7"').encode(), "encoding"
    yield "utf-32", good.encode("utf-32"), "encoding"
    yield "ebcdic", good.encode("cp500"), "file-kind"
    yield "utf-16-odd", b"\xff\xfe" + wide + b"\0", "encoding"
    yield "utf-16-one-byte", b"\xff\xfe\x3c", "encoding"
    yield "utf-16-mark-only", b"\xff\xfe", "empty-file"
    yield ("utf-16-surrogate", b"\xff\xfe" + wide.replace(b"\xe6\0", b"\x00\xd8"), "encoding")
    yield ("utf-16-low-surrogate", b"\xff\xfe" + wide.replace(b"\xe6\0", b"\x00\xdc"), "encoding")
    yield "utf-16-cut-surrogate", b"\xff\xfe" + wide + b"\x00\xd8", "encoding"
    yield "utf-8-surrogate", good.encode().replace(letter, b"\xed\xa0\x80"), "encoding"
    yield "utf-8-long", good.encode().replace(letter, b"\xc0\xbc"), "encoding"
    yield "utf-8-beyond", good.encode().replace(letter, b"\xf4\x90\x80\x80"), "encoding"
    yield "utf-8-cut", good.encode()[:good.encode().index(letter) + 1], "encoding"
    yield "noncharacter", good.replace("æ", "\uffff").encode(), "xml"
    yield "control", good.replace("æ", "\x1b[2J").encode(), "xml"
    yield "marks", b"\xef\xbb\xbf" * 10 + good.encode(), "file-kind"
    yield "cr-only", good.replace("\n", "\r").encode(), FINE
    yield ("steering", good.replace("Læse", "\u202e\u2066\u0085\u2028\u009b2J").encode(), FINE)
    yield "truncated", good[:-40].encode(), "xml"


def everything(scale):
    """Name, content and ids of each."""
    for group in (entities, tags, depth, texts, floods, chains, files_of_another_kind):
        for name, content, ids in group(scale):
            yield name, content if isinstance(content, bytes) else content.encode(), ids


def main():
    folder, scale, wanted = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
    (folder / "fine").write_text(START + '<goal id="maal"><title>Mål</title></goal>' + END,
                                 encoding="utf-8")
    for name, content, ids in everything(scale):
        if not wanted or name in wanted:
            (folder / f"{name}.xml").write_bytes(content)
            print(name, ids, sep="\t")


if __name__ == "__main__":
    main()
