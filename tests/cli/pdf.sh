#!/bin/sh
# PDF files in the eyes of other programs: validators, font and text extraction, structure.
# The files are those that the unit test of the PDF writer makes, and the plans and diagrams of
# the examples and of some odd models. VIRKNING_UPDATE=yes writes what is expected anew.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

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
for model in "$srcdir"/examples/*.xml "$srcdir/tests/cases/udkast.xml" \
    "$srcdir/tests/cases/lange-ord.xml" "$srcdir/tests/cases/tegn.xml"; do
    name=$(basename "$model" .xml)
    case $name in portefoelje) continue ;; esac # it has none: tests/cli/documents.sh
    for lang in da en; do
        t_ok "plan of $name ($lang)" "$VIRKNING" plan --quiet --lang "$lang" --date 2017-06-12 \
            "$model" -o "$name-plan-$lang.pdf"
    done
    t_ok "diagram of $name" "$VIRKNING" diagram --quiet "$model" -o "$name-diagram.pdf"
done
t_ok 'there are files to judge' test -s signs.pdf

# PDF/UA-1 and PDF/A-2a, all files at once.
if [ -n "$python" ]; then
    t_ok 'self-test: the lint passes a sound file' "$python" "$lint" -a signs.pdf
    sed 's/Marked true/Marked fals/' signs.pdf >"$t_tmp/wrong.pdf"
    t_run "$python" "$lint" -a "$t_tmp/wrong.pdf"
    t_is "$t_status" 1 'self-test: the lint refuses a file that is not marked'
    t_ok 'PDF/UA-1 and PDF/A-2a (pdfua_lint)' "$python" "$lint" -a ./*.pdf
else
    t_skip 'PDF/UA-1 and PDF/A-2a (pdfua_lint)' 'python3-pikepdf is not installed'
fi
if t_have verapdf; then
    t_ok 'PDF/A-2a (verapdf)' verapdf --flavour 2a --format text ./*.pdf
    t_ok 'PDF/UA-1 (verapdf)' verapdf --flavour ua1 --format text ./*.pdf
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
    pdftotext -layout silkeborg-plan-da.pdf "$t_tmp/silkeborg-plan.txt"
    compare silkeborg-plan.txt 'the plan of Silkeborg, as text'
    pdftotext -layout figure.pdf "$t_tmp/figure.txt"
    compare figure.txt 'the words of a figure are text'
else
    t_skip 'every sign can be copied' 'pdftotext (poppler-utils) is not installed'
fi
if t_have pdfinfo; then
    for name in structure figure-on-page spanning links document silkeborg-plan-da; do
        pdfinfo -struct-text "$name.pdf" 2>/dev/null |
            sed 's/Object [0-9]* 0/Object/' >"$t_tmp/$name.struct"
        compare "$name.struct" "structure: $name"
    done
    t_is "$(pdfinfo large.pdf | sed -n 's/^Pages: *//p')" 1500 'a large document is whole'
else
    t_skip 'structure' 'pdfinfo (poppler-utils) is not installed'
fi
t_done
