#!/bin/sh
# The lists of Makefile.am are in step with the folders: a file that is not listed would be missing
# from a release, a test that is not listed would never run.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

# faults ROOT: files that are not listed, listed files that are not there.
faults() (
    cd "$1" || exit 1
    sed 's/#.*//' Makefile.am | sed -E 's/[[:space:]=\\]+/\n/g' |
        grep -E '^((src|docs/rules|templates|tests/unit|tests/cases|tests/fuzz|tests/cli|tests/lint)/.*|(schemas|styles|words|library|examples|docs)/[^/]*)$' |
        sed -E 's,^(tests/unit/test_[a-z0-9_]*|tests/cases/run_[a-z0-9_]*|tests/(cli|fuzz)/[a-z0-9_]*)$,\1.c,' | LC_ALL=C sort -u >"$t_tmp/listed"
    {
        find src -name '*.[ch]'
        for folder in schemas styles words library templates examples docs tests/unit tests/cases tests/fuzz tests/cli tests/lint; do
            [ -d "$folder" ] || continue
            case $folder in
            schemas) find "$folder" -type f -name '*.rng' -o -name '*.xsd' ;;
            docs) find "$folder" -type f -name '*.[1-9]' -o -name '*.md' ;;
            examples) find "$folder" -type f -name '*.xml' ;;
            styles) find "$folder" -type f -name '*.style' ;;
            words) find "$folder" -type f -name '*.words' ;;
            tests/cases) find "$folder" -mindepth 1 -maxdepth 1 ;;
            tests/unit) find "$folder" -type f -name '*.[ch]' ;;
            *) find "$folder" -type f ;;
            esac
        done
    } | LC_ALL=C sort -u >"$t_tmp/there"
    LC_ALL=C comm -13 "$t_tmp/listed" "$t_tmp/there" | sed 's/$/: not in Makefile.am/'
    LC_ALL=C comm -23 "$t_tmp/listed" "$t_tmp/there" | while read -r file; do
        [ -e "$file" ] || echo "$file: in Makefile.am, but not there"
    done
)

mkdir -p "$t_tmp/wrong/src/base" "$t_tmp/wrong/tests/cli" "$t_tmp/wrong/docs/rules/da" \
    "$t_tmp/wrong/library" "$t_tmp/wrong/templates/en"
printf 'base_sources = \\\n\tsrc/base/a.c \\\n\tsrc/base/b.c docs/rules/da/P99.md\n' >"$t_tmp/wrong/Makefile.am"
touch "$t_tmp/wrong/src/base/a.c" "$t_tmp/wrong/src/base/c.c" "$t_tmp/wrong/tests/cli/new.sh" \
    "$t_tmp/wrong/docs/rules/da/P98.md" "$t_tmp/wrong/library/x.xml" "$t_tmp/wrong/templates/en/x.xml"
t_is "$(faults "$t_tmp/wrong")" 'docs/rules/da/P98.md: not in Makefile.am
library/x.xml: not in Makefile.am
src/base/c.c: not in Makefile.am
templates/en/x.xml: not in Makefile.am
tests/cli/new.sh: not in Makefile.am
docs/rules/da/P99.md: in Makefile.am, but not there
src/base/b.c: in Makefile.am, but not there' 'self-test: the lint can fail'

t_empty "$(faults "$srcdir")" 'every file is listed, every listed file is there'
t_done
