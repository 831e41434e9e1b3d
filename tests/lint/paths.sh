#!/bin/sh
# No file of the project names a folder of somebody's machine.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

# Folders that exist on one machine only. Built from parts so that this file passes.
homes="/(ho""me|Users|ro""ot|workspace|private/var)/[A-Za-z0-9_.-]+|[A-Z]:\\\\Users\\\\"
temporary='/tm''p/[A-Za-z0-9_-]+'

# Files of the project: what the repository knows, or all files where there is none (a tarball).
files() (
    cd "$1" || exit 1
    if [ -e .git ] && command -v git >/dev/null 2>&1 && git rev-parse >/dev/null 2>&1; then
        git ls-files -co --exclude-standard
    else
        # without what building and a release leave there
        find . -type f ! -path './build*' ! -path './_build/*' ! -path './_inst/*' \
            ! -path './autom4te.cache/*' ! -path './virkning-*' ! -name 'config*' ! -name Makefile \
            ! -name Makefile.in ! -name aclocal.m4 ! -name '*.o' ! -name '*.log' ! -name '*.trs' |
            sed 's,^\./,,'
    fi | LC_ALL=C sort
)

# faults ROOT PARENT: lines with such a folder, or with the folder the tree lies in.
faults() (
    cd "$1" || exit 1
    files . | while read -r file; do [ -f "$file" ] && printf '%s\0' "$file"; done >"$t_tmp/list"
    {
        xargs -0 -r grep -InE "(^|[^A-Za-z0-9_.:/\$}*-])($homes|$temporary)" /dev/null <"$t_tmp/list"
        case $2 in
        / | /usr | /usr/* | /opt | /srv) ;;
        *) xargs -0 -r grep -InF "$2/" /dev/null <"$t_tmp/list" ;;
        esac
        # a template of mkdtemp() is no folder of this machine
    } | grep -v 'XXXXXX' | cut -c 1-200 | LC_ALL=C sort -u | head -n 40
)

mkdir -p "$t_tmp/wrong/src" "$t_tmp/right/src"
printf 'see /ho%s/somebody/notes.txt\n' me >"$t_tmp/wrong/src/a.c"
printf 'cd %s/other\n' "$t_tmp" >"$t_tmp/wrong/src/b.c"
# shellcheck disable=SC2016 # no expansion is wanted
printf 'https://example.org/ho%s/page, $x/ro%s/y and ${TMPDIR:-/tm%s}/z\n' me ot p \
    >"$t_tmp/right/src/a.c"
t_is "$(faults "$t_tmp/wrong" "$t_tmp" | cut -d: -f1 | tr '\n' ' ')" 'src/a.c src/b.c ' \
    'self-test: the lint can fail'
t_empty "$(faults "$t_tmp/right" "$t_tmp")" 'self-test: addresses and relative folders are fine'

t_empty "$(faults "$srcdir" "$(cd "$srcdir/.." && pwd)")" 'no path of a machine'
t_done
