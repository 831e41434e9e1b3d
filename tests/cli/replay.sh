#!/bin/sh
# The fuzzer of the reader, replayed on every case and example, under valgrind where that is asked for
# (MEMCHECK); and a short search with libFuzzer, in the build with sanitizers, which has clang: what
# it finds ends it.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

# shellcheck disable=SC2086 # the words of a command
t_ok 'cases of the reader' ${MEMCHECK-} "$builddir/tests/fuzz/fuzz_reader" "$srcdir"/tests/cases/reader/*.xml
# shellcheck disable=SC2086
t_ok 'examples' ${MEMCHECK-} "$builddir/tests/fuzz/fuzz_reader" "$srcdir"/examples/*.xml

# short_search: builds the reader with coverage, apart from the build, and lets it search.
# shellcheck disable=SC2317 # t_ok calls it
short_search() {
    # shellcheck disable=SC2046 # the flags are words
    clang -std=c17 -O1 -g -D_XOPEN_SOURCE=700 -DFUZZ_WITH_LIBFUZZER -I"$srcdir/src" \
        -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
        $(pkg-config --cflags libxml-2.0) "$srcdir"/src/base/*.c "$srcdir"/src/model/*.c \
        "$srcdir/tests/fuzz/fuzz_reader.c" -o "$t_tmp/search" $(pkg-config --libs libxml-2.0) -lm &&
        mkdir "$t_tmp/found" &&
        "$t_tmp/search" -seed=1 -max_total_time=20 -rss_limit_mb=1024 -timeout=5 -max_len=8192 \
            "$t_tmp/found" "$srcdir/tests/cases/reader" "$srcdir/examples"
}
if ! nm "$VIRKNING" 2>/dev/null | grep -q __asan_init; then
    t_skip 'a short search' 'the build with sanitizers makes it'
elif ! t_have clang pkg-config; then
    t_skip 'a short search' 'clang is not installed'
else
    cd "$t_tmp" || exit 99
    t_ok 'a short search finds nothing' short_search
fi
t_done
