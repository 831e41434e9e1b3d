#!/bin/sh
# What the documents say: of three examples (a draft with holes, one that is finished, and one that
# has hardly begun), every document as PDF, its text in the order in which it is read and its
# structure, and as plain text. Read the difference before it is kept: VIRKNING_UPDATE=yes writes
# what is expected, in tests/cases/documents, anew.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/documents.sh
. "$srcdir/tests/documents.sh"

[ -z "${MEMCHECK-}" ] || t_skip_all 'valgrind looks at the documents of tests/cli/pdf.sh'
expected=$srcdir/tests/cases/documents
for tool in pdftotext pdfinfo; do
    t_have $tool || t_skip_all "$tool (poppler-utils) is not installed"
done

# compare FILE WHAT: with what is expected under the same name.
compare() {
    if [ "${VIRKNING_UPDATE-}" = yes ]; then cp "$1" "$expected/$1"; fi
    t_same "$1" "$expected/$1" "$2"
}

# compare_document EXAMPLE DOCUMENT LANGUAGE
compare_document() {
    name=$1-$2-$3
    document "$2" "$srcdir/examples/$1.xml" "$3" "$name.pdf" 2>said
    t_empty "$(cat said)" "$2 of $1 ($3)"
    pdftotext -raw "$name.pdf" "$name.text"
    compare "$name.text" '... its text, as it is read'
    pdfinfo -struct-text "$name.pdf" 2>/dev/null | sed 's/Object [0-9]* 0/Object/' >"$name.struct"
    compare "$name.struct" '... its structure'
    document "$2" "$srcdir/examples/$1.xml" "$3" "$name.txt"
    compare "$name.txt" '... as plain text'
}

cd "$t_tmp" || exit 99
for document in $documents; do
    for example in silkeborg forbillede halsnaes; do
        compare_document $example "$document" da
    done
    compare_document forbillede "$document" en
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
