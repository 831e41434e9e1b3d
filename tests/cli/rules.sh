#!/bin/sh
# The golden cases of the expert rules: tests/cases/rules/NAME.xml beside NAME.diag, which is what
# `check` says about it as a draft in English and as before approval in Danish. Every rule has a
# case where it fires and one where it is quiet. VIRKNING_UPDATE=yes writes what is expected anew.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cases=$srcdir/tests/cases/rules
cd "$cases" || exit 99

# findings FILE: what the program says about it, in both ways.
findings() {
    printf '== en ==\n'
    "$VIRKNING" check --lang en --date 2026-03-01 "$1" 2>&1
    printf '\n== da, strict ==\n'
    "$VIRKNING" check --lang da --strict --date 2026-03-01 "$1" 2>&1
}

for file in *.xml; do
    name=${file%.xml}
    findings "$file" >"$t_tmp/$name.diag"
    if [ "${VIRKNING_UPDATE-}" = yes ]; then cp "$t_tmp/$name.diag" "$name.diag"; fi
    t_same "$t_tmp/$name.diag" "$name.diag" "case: $name"
done

# A rule's own case fires, its quiet case does not.
for quiet in *-quiet.xml; do
    name=${quiet%-quiet.xml}
    rule=$(printf '%s' "$name" | tr '[:lower:]' '[:upper:]')
    t_ok "$rule fires in its case" grep -q "\\[$rule\\]" "$t_tmp/$name.diag"
    if grep "\\[$rule\\]" "$t_tmp/$name-quiet.diag" >"$t_tmp/said"; then
        t_fail "$rule is quiet in its quiet case" "$(cat "$t_tmp/said")"
    else
        t_pass "$rule is quiet in its quiet case"
    fi
done

# Every message of the rules is said in some case: its longest stretch without a placeholder.
sed -n '/Expert rules/,/Command line/p' "$srcdir/src/base/diag_list.h" | tr '\n' ' ' |
    sed 's/DIAG(/\
DIAG(/g' | awk '
    /^DIAG\(/ {
        name = $0; sub(/^DIAG\( */, "", name); sub(/,.*/, "", name)
        line = $0; sub(/.*N_\(/, "", line); text = ""
        while (match(line, /"([^"\\]|\\.)*"/)) {
            text = text substr(line, RSTART + 1, RLENGTH - 2); line = substr(line, RSTART + RLENGTH)
        }
        gsub(/\\"/, "\"", text); count = split(text, part, /\{[0-9]\}/); best = ""
        for (i = 1; i <= count; i++) if (length(part[i]) > length(best)) best = part[i]
        print name "\t" best
    }' >"$t_tmp/messages"
t_ok 'there are messages to look for' test "$(wc -l <"$t_tmp/messages")" -gt 30
cat "$t_tmp"/*.diag >"$t_tmp/all"
unsaid=$(while IFS="$(printf '\t')" read -r name text; do
    grep -qF -- "$text" "$t_tmp/all" || echo "$name"
done <"$t_tmp/messages")
t_empty "$unsaid" 'every message of the rules is said in some case'
t_done
