#!/bin/sh
# PDF files in the eyes of other programs: validators, font and text extraction, structure.
# The files are those that the unit test of the PDF writer makes, and all documents and the diagrams
# of the examples and of some odd models (tests/documents.sh), in both languages; what the documents
# say is compared by tests/cli/documents_golden.sh. VIRKNING_UPDATE=yes writes what is expected anew.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/documents.sh
. "$srcdir/tests/documents.sh"

expected=$srcdir/tests/cases/pdf
lint=$srcdir/tests/tools/pdfua_lint.py
maker=$builddir/tests/unit/test_pdf

[ -x "$maker" ] || t_skip_all 'the unit test of the PDF writer was not built (cmocka is missing)'

# The Python that has pikepdf.
python=
for candidate in python3 /usr/bin/python3; do
    if "$candidate" -c 'import pikepdf' 2>/dev/null; then python=$candidate; break; fi
done

# compare FILE: with what is expected under the same name.
compare() {
    if [ "${VIRKNING_UPDATE-}" = yes ]; then cp "$t_tmp/$1" "$expected/$1"; fi
    t_same "$t_tmp/$1" "$expected/$1" "$2"
}

mkdir "$t_tmp/pdf"
t_ok 'the unit test makes its files' env VIRKNING_KEEP="$t_tmp/pdf" "$maker"
cd "$t_tmp/pdf" || exit 99
document_models >models
while read -r model; do
    name=$(basename "$model" .xml)
    for lang in $document_languages; do
        for document in $documents; do
            document "$document" "$model" "$lang" "$name-$document-$lang.pdf" 2>said ||
                printf '%s of %s (%s): ' "$document" "$name" "$lang" >>failed
            cat said >>failed
        done
    done
    "$VIRKNING" diagram --quiet "$model" -o "$name-diagram.pdf" 2>>failed
done <models
t_empty "$(cat failed)" 'every document and diagram of every model can be written'
rm -f failed models said
t_ok 'there are files to judge' test -s signs.pdf

# PDF/UA-1 and PDF/A-2a, all files at once.
if [ -n "$python" ]; then
    t_ok 'self-test: the lint passes a sound file' "$python" "$lint" -a signs.pdf
    # refuses EDIT FILE WHAT: the lint does not pass FILE after sed's EDIT, which keeps its length.
    refuses() {
        sed "$1" "$2" >"$t_tmp/wrong.pdf"
        t_run "$python" "$lint" -a "$t_tmp/wrong.pdf"
        t_is "$t_status" 1 "self-test: the lint refuses $3"
    }
    refuses 's/Marked true/Marked fals/' signs.pdf 'a file that is not marked'
    refuses 's/\/TU </\/TX </' boxes.pdf 'a field without a description'
    refuses 's/\/AS \/1 /\/AS \/7 /' boxes.pdf 'a box in a state that it does not have'
    refuses 's/\/F 4 /\/F 0 /' boxes.pdf 'a field that is not printed'
    refuses 's/\/DA (\/Typing/\/DA (\/Typink/' texts.pdf 'a field without a font to type with'
    refuses 's/\/ID (note-0000000008/\/ID (note-0000000003/' notes.pdf 'two notes of one name'
    refuses 's/\/IDTree/\/IDTrex/' notes.pdf 'notes that are not found by their names'
    refuses 's/8 \/ColorSpace \/DeviceRGB/8 \/ColorSpace \/DeviceCMY/' logo-rgb.png.pdf \
        'a picture for presses'
    t_empty "$("$python" "$lint" -a -q ./*.pdf 2>&1)" 'PDF/UA-1 and PDF/A-2a (pdfua_lint)'
else
    t_skip 'PDF/UA-1 and PDF/A-2a (pdfua_lint)' 'python3-pikepdf is not installed'
fi

# judge FLAVOUR WHAT: all files in one process, which says PASS or FAIL of each.
judge() {
    verapdf --flavour "$1" --format text --verbose ./*.pdf >"$t_tmp/verdicts" 2>&1
    t_empty "$(grep -v '^PASS' "$t_tmp/verdicts" | head -n 50)" "$2 (verapdf)"
    set -- ./*.pdf
    t_is "$(grep -c '^PASS' "$t_tmp/verdicts")" $# '... of every file'
}
if t_have verapdf; then
    judge 2a 'PDF/A-2a'
    judge ua1 'PDF/UA-1'
else
    t_skip 'PDF/A-2a and PDF/UA-1 (verapdf)' 'verapdf is not installed'
fi
if t_have qpdf; then
    faults=$(for file in *.pdf; do qpdf --check "$file" >"$t_tmp/said" 2>&1 || cat "$t_tmp/said"; done)
    t_empty "$faults" 'sound as files (qpdf --check)'
else
    t_skip 'sound as files (qpdf --check)' 'qpdf is not installed'
fi

if t_have pdffonts; then
    faults=$(for file in *.pdf; do
        pdffonts "$file" 2>&1 | awk -v file="$file" \
            'NR > 2 && !/ yes yes yes +[0-9]+ +0$/ { print file ": " $0 }'
    done)
    t_empty "$faults" 'every font is embedded, a subset, and has a map to Unicode'
    t_is "$(pdffonts one-font.pdf | awk 'NR > 2' | wc -l | tr -d ' ')" 1 \
        'a font that is not used is not in the file'
else
    t_skip 'every font is embedded' 'pdffonts (poppler-utils) is not installed'
fi
if t_have pdftotext; then
    pdftotext -layout signs.pdf "$t_tmp/signs.txt"
    compare signs.txt 'every sign can be copied'
    t_has "$(pdftotext -raw divided.pdf -)" "$(printf 'helheds\302\255')" \
        'a hyphen that a line needs is a soft one'
    t_has "$(pdftotext shaped.pdf -)" 'للأهل والأطفال' 'Arabic can be copied and found'
    pdftotext -layout figure.pdf "$t_tmp/figure.txt"
    compare figure.txt 'the words of a figure are text'
else
    t_skip 'every sign can be copied' 'pdftotext (poppler-utils) is not installed'
fi
if t_have pdfinfo; then
    for name in readable packed; do
        pdfinfo -struct-text $name.pdf >"$t_tmp/$name"
        pdftotext $name.pdf - >>"$t_tmp/$name"
    done
    t_same "$t_tmp/packed" "$t_tmp/readable" 'packed objects say the same'
    for name in structure figure-on-page spanning links notes texts boxes order shaped document; do
        pdfinfo -struct-text "$name.pdf" 2>/dev/null |
            sed 's/Object [0-9]* 0/Object/' >"$t_tmp/$name.struct"
        compare "$name.struct" "structure: $name"
    done
    t_is "$(pdfinfo large.pdf | sed -n 's/^Pages: *//p')" 1500 'a large document is whole'
else
    t_skip 'structure' 'pdfinfo (poppler-utils) is not installed'
fi
t_done
