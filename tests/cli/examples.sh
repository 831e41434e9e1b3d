#!/bin/sh
# The examples: what the program says of them, in both languages, and how it understands them.
# VIRKNING_UPDATE=yes writes what is expected anew; read the diff.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

expected=$srcdir/tests/cases/examples

# compare NAME: the file NAME of the test's folder with what is expected under the same name.
compare() {
    if [ "${VIRKNING_UPDATE-}" = yes ]; then cp "$t_tmp/$1" "$expected/$1"; fi
    t_same "$t_tmp/$1" "$expected/$1" "$1 is as expected"
}

cd "$srcdir/examples" || exit 99
for example in silkeborg boerneliv; do
    for lang in da en; do
        "$VIRKNING" check --lang "$lang" --date 2017-06-12 "$example.xml" >"$t_tmp/$example.$lang.diag"
        t_is $? 0 "$example has no errors"
        compare "$example.$lang.diag"
    done
    "$VIRKNING" dump "$example.xml" >"$t_tmp/$example.model"
    compare "$example.model"
done

# says LANG RULE TEXT [LINES]: a finding of the rule stands at the first line that holds the text,
# or so many lines behind it.
says() {
    line=$(grep -nF "$3" silkeborg.xml | head -n 1 | cut -d: -f1)
    line=$((line + ${4-0}))
    t_ok "silkeborg, $1: $2 at «$3»" \
        grep -q "^silkeborg\.xml:$line:.*\[$2\]\$" "$t_tmp/silkeborg.$1.diag"
}
for lang in da en; do
    says "$lang" P10 'forstår barnets situation og støtter det bedre'
    says "$lang" P10 'mestrer hverdagen og trives'
    says "$lang" P07 '<leads-to ref="forståelse" origin="interpreted"/>'
    says "$lang" P13 '<leads-to ref="mestring" origin="source" evidence="0"/>'
    t_is "$(grep -c '\[P13\]$' "$t_tmp/silkeborg.$lang.diag")" 5 "silkeborg, $lang: P13 only outside the block"
    says "$lang" I01 '<activity id="læsevenner"' 1
done
"$VIRKNING" check --lang en --date 2017-09-01 silkeborg.xml >"$t_tmp/late"
t_ok 'silkeborg: P24 once the summer has passed' \
    grep -q 'The date for «Frivillige læsevenner» has passed.*\[P24\]$' "$t_tmp/late"
t_run "$VIRKNING" check --strict silkeborg.xml
t_is "$t_status" 1 'before approval, what is missing in silkeborg blocks'
t_done
