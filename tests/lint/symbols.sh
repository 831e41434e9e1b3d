#!/bin/sh
# No function of ours has the name of one in a library that we link: Graphviz has a graph_init(),
# and would call ours instead of its own.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

t_have nm ldd || t_skip_all 'nm and ldd are not installed'
program=$builddir/virkning

# clashes OWN LIBRARY...: names of the list OWN that a library defines for others, too.
clashes() {
    own=$1
    shift
    for library in "$@"; do
        nm -D --defined-only "$library" 2>/dev/null | awk 'NF == 3 && $2 ~ /[TtBDRWi]/ { print $3 }' |
            sed 's/@.*//' | LC_ALL=C sort -u >"$t_tmp/theirs"
        LC_ALL=C comm -12 "$own" "$t_tmp/theirs" | sed "s|^|${library##*/}: |"
    done
}

# The compilers' own runtimes are meant to stand in for others.
libraries() {
    ldd "$program" | awk '$3 ~ /^\// { print $3 }' | grep -v 'lib[a-z]*san\.\|libclang_rt'
}

nm -g --defined-only "$builddir/libvirkning.a" 2>/dev/null |
    awk 'NF == 3 && $2 ~ /[TBDRC]/ { print $3 }' | grep -v '^__\|^\.' | LC_ALL=C sort -u >"$t_tmp/own"
t_ok 'the library has functions' test -s "$t_tmp/own"
t_ok 'the program links libraries' test -n "$(libraries)"

# The lint can fail: a name of HarfBuzz among ours is found.
{ cat "$t_tmp/own"; echo hb_shape; } | LC_ALL=C sort -u >"$t_tmp/wrong"
# shellcheck disable=SC2046 # the names are words
t_has "$(clashes "$t_tmp/wrong" $(libraries))" hb_shape 'self-test: a clash is found'
# shellcheck disable=SC2046
t_empty "$(clashes "$t_tmp/own" $(libraries))" 'no function has the name of one in a library'
t_done
