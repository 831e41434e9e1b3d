#!/bin/sh
# The fuzzer of the reader, replayed on every case and example: it ends, and reports what it finds.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

t_ok 'cases of the reader' "$builddir/tests/fuzz/fuzz_reader" "$srcdir"/tests/cases/reader/*.xml
t_ok 'examples' "$builddir/tests/fuzz/fuzz_reader" "$srcdir"/examples/*.xml
t_done
