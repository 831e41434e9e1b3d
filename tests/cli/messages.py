#!/usr/bin/python3
"""Names the messages of src/base/diag_list.h that no golden file holds.

A golden file is one that somebody has read; a message that stands in none has been seen by nobody.
The few that a small file cannot bring about are proved in unit tests, which must name them.

usage: messages.py SRCDIR [CATALOGUE]
"""

import pathlib
import re
import sys

# Proved by a test that names them, because it takes large files, a race, or several changes.
ELSEWHERE = {
    "TAG_LENGTH": "tests/unit/test_model.c",
    "TEXT_LENGTH": "tests/unit/test_model.c",
    "INCLUDE_FILES": "tests/unit/test_include.c",
    "INCLUDE_BYTES": "tests/unit/test_include.c",
    "FILE_CHANGED": "tests/unit/test_edit.c",
    "FONT_MISSING": "tests/unit/test_text.c",
    "FONT_DAMAGED": "tests/unit/test_pdf.c",
    "EDIT_TWICE": "tests/unit/test_edit.c",
    "PNG_MISSING": "tests/unit/test_png.c",
    "PNG_FAILED": "tests/unit/test_png.c",
    "PNG_SIZE": "tests/unit/test_png.c",
}
# A fault of the PDF library itself: nothing that a test could do brings it about.
NOWHERE = {"PDF_FAILED"}

ENTRY = re.compile(r'DIAG\(\s*(\w+),\s*"([^"]*)",\s*\w+,\s*\w+,\s*N_\(((?:\s*"(?:[^"\\]|\\.)*")+)\)\)')
PIECE = re.compile(r'"((?:[^"\\]|\\.)*)"')


def messages(catalogue):
    """Name and pattern of each, as a line of a golden file has it."""
    text = re.sub(r"/\*.*?\*/", "", catalogue, flags=re.S)
    entries = ENTRY.findall(text)
    if len(entries) != text.count("DIAG("):
        sys.exit(f"I read {len(entries)} of {text.count('DIAG(')} messages")
    for name, identifier, pieces in entries:
        said = "".join(PIECE.findall(pieces)).replace('\\"', '"')
        pattern = re.sub(r"\\\{\d\\\}", ".*", re.escape(said))
        yield name, re.compile(rf"(?:^|: ){pattern} \[{identifier}\]$", re.M)


def main():
    top = pathlib.Path(sys.argv[1])
    catalogue = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else top / "src/base/diag_list.h"
    golden = [*top.glob("tests/cases/*/*.diag"), *top.glob("tests/cases/messages/said-*.txt")]
    said = "\n".join(path.read_text(encoding="utf-8") for path in golden)
    for name, pattern in messages(catalogue.read_text(encoding="utf-8")):
        if name in NOWHERE or pattern.search(said):
            continue
        if name not in ELSEWHERE:
            print(f"{name}: no golden file holds it")
        elif f"DIAG_{name}" not in (top / ELSEWHERE[name]).read_text(encoding="utf-8"):
            print(f"{name}: {ELSEWHERE[name]} does not name it")


if __name__ == "__main__":
    main()
