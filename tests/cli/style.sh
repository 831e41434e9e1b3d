#!/bin/sh
# style: the style to begin with, and what a style of one's own comes to. What each message says is
# in tests/cases/messages.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cd "$t_tmp" || exit 99
cp "$srcdir/examples/aahoej.style" "$srcdir/examples/aahoej.png" "$srcdir/examples/silkeborg.xml" . ||
    exit 99
chmod u+w ./*

# --- the style to begin with ---------------------------------------------------------------------

"$VIRKNING" style >own.style 2>err
t_is "$?$(cat err)" 0 'style'
t_same own.style "$srcdir/styles/default.style" 'prints the default style'
t_run "$VIRKNING" style --lang en own.style
t_is "$t_status$t_err" 0 'which is a style that holds'
t_is "$(printf '%s\n' "$t_out" | grep -c ':1 .* fine$')" \
    "$(grep -c '^    {STYLE_' "$srcdir/src/base/style_contrast.c")" 'in every pair of colours'
for key in $(grep -oE '"(color|size|font|logo|header|footer)[a-z0-9.-]*"' "$srcdir/src/base/style.c" | tr -d '"'); do
    t_ok "it names $key" grep -qE "^(# )?$key = " own.style
done
for lang in da en; do
    "$VIRKNING" style --lang $lang aahoej.style >$lang.txt 2>err
    t_is "$?$(cat err)" 0 "the example holds, $lang"
    t_empty "$(LC_ALL=C.UTF-8 grep '.\{81\}' $lang.txt)" 'no line is too wide'
done
t_has "$(cat da.txt)" '#2a6b45 / #ffffff     6,3:1' 'ratios are written as the language has it: Danish'
t_has "$(cat en.txt)" '#2a6b45 / #ffffff     6.3:1' 'and English'
t_has "$(cat en.txt)" 'Logo: «Åhøj Kommune», PNG, 240 × 240 pixels, on paper 30 × 30 points.' \
    'the logo is told'
t_has "$(cat en.txt)" 'At the foot of every page: Sundhed og Fritid' 'and the running texts'

# --- refused -------------------------------------------------------------------------------------

printf '\ncolor.accent = #e2b100\n' >>aahoej.style
line=$(grep -c '' aahoej.style)
echo 'what was there' >kept.pdf
t_run "$VIRKNING" plan --lang da --style aahoej.style silkeborg.xml -o kept.pdf
t_is "$t_status" 1 'a style that cannot be read is refused'
t_has "$t_err" "aahoej.style:$line: " 'with the line of the colour'
t_has "$t_err" '#e2b100' 'the colour'
t_has "$t_err" '#eef5f0' 'what it stands on'
t_has "$t_err" '1,9:1' 'the contrast'
t_has "$t_err" '4,5:1' 'and the one that it needs'
t_is "$(printf '%s\n' "$t_err" | grep -c '\[contrast\]')" 2 'all pairs at once'
t_is "$(cat kept.pdf)" 'what was there' 'nothing is written'
t_run "$VIRKNING" style --lang en aahoej.style
t_is "$t_status" 1 'style tells the same'
t_is "$(printf '%s\n' "$t_out" | grep -c 'too weak$')" 2 'and marks it in the table'
t_run "$VIRKNING" style absent.style
t_is "$t_status$t_out" 3 'a style that is not there'
t_run "$VIRKNING" style a b
t_is "$t_status" 2 'one style at a time'

# --- in use --------------------------------------------------------------------------------------

sed -i '$d' aahoej.style
t_run "$VIRKNING" diagram --quiet --style aahoej.style silkeborg.xml -o a.svg
t_is "$t_status$t_err" 0 'a drawing in the style'
t_ok 'has its colours' grep -q '#2a6b45' a.svg
mkdir elsewhere && cp aahoej.* elsewhere/ && rm aahoej.png
t_run "$VIRKNING" style elsewhere/aahoej.style
t_is "$t_status$t_err" 0 "the logo's path counts from the style file"

# The logo of the example is the one that its program draws.
if t_have /usr/bin/python3; then
    /usr/bin/python3 "$srcdir/tests/tools/draw_logo.py" drawn.png
    t_same drawn.png "$srcdir/examples/aahoej.png" 'the logo is drawn again'
else
    t_skip 'the logo is drawn again' 'python3 is not installed'
fi
t_done
