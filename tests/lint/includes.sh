#!/bin/sh
# Includes run downwards only, and each foreign library is seen by its own rooms alone.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

# room: rooms it may include (its own always). The same table stands in HACKING.md.
allowed='
base:
text: base
stats: base
model: base
store: base
check: stats model base
judge: store stats model base
figure: text base
doc: text base
out: doc figure text base
report: doc figure judge check model base
exchange: judge store model base
web: exchange report out judge check store figure doc text model base
png:
order:
cli: web exchange report out judge check store stats figure doc text model base
'

# file pattern: what it may include beyond its room
special='
src/figure/view*.c: model/
src/figure/view*.h: model/
src/doc/*: figure/figure.h
src/order/*: figure/order_module.h
'

# header pattern: file patterns that may include it
foreign='
libxml/*: src/model/* src/exchange/*
graphviz/*: src/order/*
gvc.h: src/order/*
gvplugin.h: src/order/*
cgraph.h: src/order/*
hb*.h: src/text/*
harfbuzz/*: src/text/*
fribidi*.h: src/text/*
fribidi/*: src/text/*
hpdf*.h: src/out/pdf*
png.h: src/out/pdf*
librsvg/*: src/png/*
cairo*.h: src/png/*
fontconfig/*: src/png/*
sqlite3.h: src/store/*
microhttpd.h: src/web/server.c
'

# in_table TABLE KEY: what stands behind the first key (a pattern) that matches.
in_table() {
    printf '%s\n' "$1" | while IFS=: read -r key rest; do
        [ -n "$key" ] || continue
        # shellcheck disable=SC2254 # the keys are patterns
        case $2 in $key) printf '%s' "$rest"; break ;; esac
    done
}

# matches NAME PATTERN...
matches() {
    matches_name=$1
    shift
    for pattern in "$@"; do
        # shellcheck disable=SC2254
        case $matches_name in $pattern) return 0 ;; esac
    done
    return 1
}

# violations ROOT: one line per include that breaks the rules.
violations() (
    cd "$1" || exit 1
    set -f
    known=" $(printf '%s\n' "$allowed" | sed -n 's/:.*//p' | tr '\n' ' ')"
    find src -name '*.[ch]' | LC_ALL=C sort | xargs grep -nE '^[[:space:]]*#[[:space:]]*include' /dev/null |
        sed -E 's/^([^:]*):([0-9]+):[[:space:]]*#[[:space:]]*include[[:space:]]*([<"])([^>"]*).*/\1 \2 \3 \4/' |
        while read -r file line kind header; do
            room=${file#src/}
            room=${room%%/*}
            if [ "$kind" = '"' ]; then
                target=${header%%/*}
                case $known in
                *" $room "*) ;;
                *) echo "$file:$line: room $room is not in the table"; continue ;;
                esac
                case $header in
                */*) ;;
                *) echo "$file:$line: say \"room/file.h\" instead of \"$header\""; continue ;;
                esac
                [ "$target" = "$room" ] && continue
                # shellcheck disable=SC2046 # words are wanted
                matches "$target" $(in_table "$allowed" "$room") && continue
                extra=$(in_table "$special" "$file")
                extra=${extra# }
                [ -n "$extra" ] && case $header in "$extra"*) continue ;; esac
                echo "$file:$line: $room may not include $header"
            else
                where=$(in_table "$foreign" "$header")
                [ -n "$where" ] || continue
                # shellcheck disable=SC2086
                matches "$file" $where || echo "$file:$line: only$where may include $header"
            fi
        done
)

# The lint can fail: each of these lines is wrong, each of the others is right.
mkdir -p "$t_tmp/src/base" "$t_tmp/src/figure" "$t_tmp/src/doc" "$t_tmp/src/out" "$t_tmp/src/attic"
printf '#include "base/buf.h"\n#include "model/model.h"\n#include <stdio.h>\n#include <libxml/tree.h>\n' \
    >"$t_tmp/src/base/wrong.c"
printf '#include "model/model.h"\n#include <gvc.h>\n' >"$t_tmp/src/figure/layout.c"
printf '#include "model/model.h"\n' >"$t_tmp/src/figure/view_chain.c"
printf '#include "figure/figure.h"\n#include "figure/layout.h"\n  #  include "out/pdf.h"\n' \
    >"$t_tmp/src/doc/doc.c"
printf '#include "pdf.h"\n#include <hpdf.h>\n#include <hb.h>\n' >"$t_tmp/src/out/pdf_text.c"
printf '#include "base/buf.h"\n' >"$t_tmp/src/attic/old.c"
t_is "$(violations "$t_tmp" | cut -d: -f1,2 | tr '\n' ' ')" \
    'src/attic/old.c:1 src/base/wrong.c:2 src/base/wrong.c:4 src/doc/doc.c:2 src/doc/doc.c:3 src/figure/layout.c:1 src/figure/layout.c:2 src/out/pdf_text.c:1 src/out/pdf_text.c:3 ' \
    'self-test: finds every wrong include and no right one'

t_empty "$(violations "$srcdir")" 'includes run downwards, foreign libraries stay in their rooms'
t_done
