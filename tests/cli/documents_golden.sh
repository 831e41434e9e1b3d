#!/bin/sh
# What the documents say: every document of every example as PDF, its text in the order in which it
# is read and its structure; of three (a draft with holes, one that is finished, and one that has
# hardly begun) as plain text, too, and of the finished one in English. Read the difference before it
# is kept: VIRKNING_UPDATE=yes writes what is expected, in tests/cases/documents, anew.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/documents.sh
. "$srcdir/tests/documents.sh"

[ "${VIRKNING_SANITIZED-}" != yes ] || t_skip_all 'the plain build says the same; memory: tests/cli/pdf.sh'
expected=$srcdir/tests/cases/documents
for tool in pdftotext pdfinfo; do
    t_have $tool || t_skip_all "$tool (poppler-utils) is not installed"
done

# compare FILE WHAT: with what is expected under the same name.
compare() {
    if [ "${VIRKNING_UPDATE-}" = yes ]; then cp "$1" "$expected/$1"; fi
    t_same "$1" "$expected/$1" "$2"
}

# compare_pdf EXAMPLE DOCUMENT LANGUAGE
compare_pdf() {
    name=$1-$2-$3
    document "$2" "$srcdir/examples/$1.xml" "$3" "$name.pdf" 2>said
    t_empty "$(cat said)" "$2 of $1 ($3)"
    pdftotext -raw "$name.pdf" "$name.text"
    compare "$name.text" '... its text, as it is read'
    pdfinfo -struct-text "$name.pdf" 2>/dev/null | sed 's/Object [0-9]* 0/Object/' >"$name.struct"
    compare "$name.struct" '... its structure'
}

# compare_plain EXAMPLE DOCUMENT LANGUAGE
compare_plain() {
    document "$2" "$srcdir/examples/$1.xml" "$3" "$1-$2-$3.txt"
    compare "$1-$2-$3.txt" "$2 of $1 ($3) as plain text"
}

cd "$t_tmp" || exit 99
examples=$(document_models | sed -n 's|.*/examples/\(.*\)\.xml$|\1|p')
for document in $documents; do
    for example in $examples; do
        compare_pdf "$example" "$document" da
    done
    for example in silkeborg forbillede halsnaes; do
        compare_plain $example "$document" da
    done
    compare_pdf forbillede "$document" en
    compare_plain forbillede "$document" en
done

# Pages of a document are at most what they should be.
pages_of() {
    pdfinfo "$1" | sed -n 's/^Pages: *//p'
}
for example in silkeborg forbillede halsnaes; do
    t_is "$(pages_of $example-brief-da.pdf)" 1 "the brief of $example is one page"
    t_ok "the fact sheet of $example is two at most" \
        test "$(pages_of $example-facts-da.pdf)" -le 2
done
t_done
