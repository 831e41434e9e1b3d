#!/bin/sh
# Program and published schema give the same verdicts on mutated documents; see the script beside.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

t_have /usr/bin/python3 || t_skip_all 'python3 is not installed'
t_have xmllint || t_have jing || t_skip_all 'neither xmllint nor jing is installed'
cases=$srcdir/tests/cases/reader
include=$srcdir/tests/cases/include

# Under sanitizers and valgrind fewer.
if [ "${VIRKNING_SANITIZED-}" = yes ] && [ -z "${MUTANTS-}" ]; then
    MUTANTS=1000
    export MUTANTS
fi

# What the document with includes refers to lies beside its mutants.
mkdir "$t_tmp/parts" && cp "$include/parts/maal.xml" "$t_tmp/parts/" &&
    cp "$include/library/boligsocial.xml" "$t_tmp/boligsocial" || exit 99
/usr/bin/python3 "$srcdir/tests/cli/schema_agreement.py" "$builddir/tests/cli/verdicts" \
    "$srcdir/schemas/virkning.rng" "$t_tmp" \
    "$cases/everything.xml" "$cases/draft-whole.xml" "$cases/draft-small.xml" "$cases/foreign.xml" \
    "$cases/order-free.xml" "$cases/white-space.xml" "$cases/prefix.xml" "$include/shared.xml"
