#!/bin/sh
# The options of the diagram: views, focus, highlight, direction, size, paper, sheets, colours,
# judgements; what each of them refuses; and sheets as PDF in the eyes of validators.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cd "$t_tmp" || exit 99
model=$srcdir/examples/silkeborg.xml

# large COUNT: a model with so many activities and half as many effects, a chain that has to be cut
# somewhere.
large() {
    awk -v count="$1" 'BEGIN {
        print "<programme xmlns=\"urn:x-virkning:programme\" format=\"1\" id=\"tryg\" kind=\"project\""
        print " xml:lang=\"da\"><title>Trygge børn i Søndervang</title>"
        print "<horizon id=\"kort\" from=\"1\" to=\"3\"><title>Kort sigt</title></horizon>"
        for (i = 0; i < count; i++) {
            printf "<activity id=\"a%d\" status=\"running\"><title>Læsevenner på skole %d</title>", i, i + 1
            printf "<leads-to ref=\"v%d\" origin=\"source\"/>", int(i / 2)
            if (i % 2 && i + 1 < count) printf "<leads-to ref=\"v%d\" origin=\"source\"/>", (i + 1) / 2
            print "</activity>"
        }
        for (i = 0; i < count / 2; i++)
            printf "<effect id=\"v%d\" horizon=\"kort\"><title>Børn læser hver dag, gruppe %d</title></effect>\n", i, i + 1
        print "</programme>" }'
}
large 60 >large.xml

# diagram NAME OPTION...: draws into out.svg; passes if that works.
diagram() {
    name=$1
    shift
    t_run "$VIRKNING" diagram --quiet --lang en "$@" -o out.svg
    t_is "$t_status:$(cat t_err)" 0: "$name"
}
# refuses NAME WANTED OPTION...: says this, in the first line, and draws nothing.
refuses() {
    name=$1 wanted=$2
    shift 2
    rm -f out.svg
    t_run "$VIRKNING" diagram --quiet --lang en "$@" -o out.svg
    t_is "$t_status:$(head -n 1 t_err)" "2:virkning: $wanted" "$name"
    if [ -e out.svg ]; then t_fail "$name: nothing is drawn"; fi
}

# Views.
for view in flow table tree delivery evidence status; do
    diagram "the view $view" --view $view "$model"
    t_ok "the view $view is a drawing" grep -q '<svg' out.svg
    mv out.svg $view.svg
done
refuses 'a view that nobody knows' '--view does not take «tabel». You probably meant «table».' \
    --view tabel "$model"
refuses 'a view far from all' \
    '--view does not take «kort». It takes: flow, table, tree, delivery, evidence, status' \
    --view kort "$model"

# One way only.
diagram 'the way of an activity' --focus a3 large.xml
t_is "$(grep -c 'id="activity-' out.svg)" 1 'the activity stands alone among its kind'
diagram 'the way to an effect' --focus v1 large.xml
t_ok 'what leads to the effect is there' grep -q 'id="activity-a2"' out.svg
t_is "$(grep -c 'id="activity-a20"' out.svg)" 0 'what does not is not'
refuses 'a focus that is not there' \
    "--focus: nothing in large.xml has the id «a333». You probably meant «a33»." --focus a333 large.xml
refuses 'a focus that is neither activity nor effect' \
    '--focus takes an activity or an effect, and «kort» is a <horizon>.' --focus kort large.xml
for option in '--focus a3' '--highlight a3' --without-signs; do
    # shellcheck disable=SC2086 # an option and its value
    refuses "a view that makes nothing of $option" \
        "${option% *} does not go with --view tree. It goes with: flow, evidence, status" \
        --view tree $option large.xml
done

# What stands out.
diagram 'a highlight' --highlight v1 large.xml
cp out.svg highlight.svg
diagram 'no highlight' large.xml
t_ok 'a highlight changes the drawing' sh -c '! cmp -s out.svg highlight.svg'
refuses 'a highlight that is not there' '--highlight: nothing in large.xml has the id «zzzzzz».' \
    --highlight zzzzzz large.xml

# Direction, width, signs, colours.
diagram 'links downwards' --direction down "$model"
t_ok 'down is not right' sh -c '! cmp -s out.svg flow.svg'
refuses 'a direction that nobody knows' '--direction does not take «left». It takes: right, down' \
    --direction left "$model"
diagram 'a width' --width 900 "$model"
for width in 0 199 -3 x 14001 99999999999; do
    refuses "the width $width" \
        "--width $width: write a number of points from 200 to 14000, for example 760." \
        --width=$width "$model"
done
diagram 'without signs' --without-signs "$model"
t_is "$(grep -c 'class="box signs' out.svg)" 0 'the signs are left out'
for theme in colour grey contrast; do
    diagram "the theme $theme" --theme $theme "$model"
    mv out.svg theme-$theme.svg
done
t_ok 'grey is not colour' sh -c '! cmp -s theme-grey.svg theme-colour.svg'
t_ok 'contrast is not grey' sh -c '! cmp -s theme-grey.svg theme-contrast.svg'
t_ok 'colour is as without a theme' cmp theme-colour.svg flow.svg
refuses 'a theme that nobody knows' '--theme does not take «gray». You probably meant «grey».' \
    --theme gray "$model"

# Paper.
for paper in a4 a4-portrait a3 a3-portrait a2 a2-portrait a1 a1-portrait a0 a0-portrait; do
    diagram "the paper $paper" --paper $paper "$model"
done
refuses 'a paper that nobody knows' '--paper does not take «a3-standing». It takes: a4, a4-portrait, '\
'a3, a3-portrait, a2, a2-portrait, a1, a1-portrait, a0, a0-portrait' --paper a3-standing "$model"
refuses 'paper and width' '--paper and --width both say how wide the figure is: leave one out.' \
    --paper a3 --width 900 "$model"
refuses 'a sheet without paper' '--page is one of the sheets of --paper: give both.' --page 1 "$model"
refuses 'no number of a sheet' '--page x: write the number of a sheet, for example 1.' \
    --paper a3 --page x large.xml
refuses 'a sheet that is not there' '--page 9: the figure has 3 sheets.' --paper a3 --page 9 large.xml
refuses 'a sheet of one' '--page 2: the figure has one sheet only.' --paper a4 --page 2 "$model"
refuses 'DOT on paper' 'DOT has no sheets of paper: leave --paper out, or write svg or pdf.' \
    --to dot --paper a3 "$model"
refuses 'a table as DOT' 'DOT is for boxes and links, and a table has none: write svg, pdf or png.' \
    --to dot --view table "$model"

# Sheets beneath each other.
diagram 'several sheets as SVG' --paper a3 large.xml
for page in 1 2 3; do
    t_ok "sheet $page says which it is" grep -q "page $page of 3" out.svg
done
t_is "$(grep -o 'id="activity-a[0-9]*"' out.svg | sort | uniq -d)" '' 'no activity stands twice'
t_is "$(grep -c 'id="activity-a[0-9]*"' out.svg)" 60 'all activities are there'
t_ok 'a link that goes on says where' grep -q '→ page [1-3]: ' out.svg
t_ok 'and where it comes from' grep -q '← page [1-3]: ' out.svg
diagram 'one of the sheets' --paper a3 --page 2 large.xml
t_is "$(grep -c 'page [1-3] of 3</text>' out.svg)" 1 'only one sheet is drawn'
diagram 'the same again' --paper a3 large.xml
cp out.svg again.svg
diagram 'and again' --paper a3 large.xml
t_ok 'the same input gives the same bytes' cmp out.svg again.svg

# Judgements.
printf 'id;status\n# de første\na0;on-track\n"v0"; behind\n' >judged.csv
diagram 'judgements' --view status --judgements judged.csv large.xml
cp out.svg judged.svg
diagram 'the same without judgements' --view status large.xml
t_ok 'judgements are seen' sh -c '! cmp -s out.svg judged.svg'
refuses 'judgements for another view' \
    '--judgements does not go with --view flow. It goes with: status' \
    --judgements judged.csv large.xml
# judges NAME WANTED: what is said of wrong.csv.
judges() {
    t_run "$VIRKNING" diagram --quiet --lang en --view status --judgements wrong.csv large.xml -o o.svg
    t_is "$t_status:$(cat t_err)" "1:$2" "$1"
}
printf 'a0;on-track\na99;behind\n' >wrong.csv
judges 'an id that is not there' \
    'wrong.csv:2: error: Nothing in the model has the id «a99». You probably meant «a9». [judgement]'
printf 'a0;on-trak\na1;?\n' >wrong.csv
judges 'statuses that are not there' "wrong.csv:1: error: I do not know the status «on-trak». You \
probably meant «on-track». [judgement]
wrong.csv:2: error: I do not know the status «?». There are: $("$VIRKNING" diagram --lang en --view \
status --judgements wrong.csv large.xml -o o.svg 2>&1 | sed -n 's/.*There are: //p')"
printf 'kort;behind\n' >wrong.csv
judges 'what is not judged' 'wrong.csv:1: error: «kort» is the id of a <horizon>. Judgements are of '\
'activities, effects, indicators and links. [judgement]'
printf 'a0;behind\na0;on-track\na1\n' >wrong.csv
judges 'a line that is none, and two judgements' "wrong.csv:3: error: This line is not of the form \
«id;status»: a1 [judgement]
wrong.csv:2: error: «a0» was judged before, in line 1. One judgement is enough. [judgement]"
printf 'a0;b\346ndig\n' >wrong.csv
t_run "$VIRKNING" diagram --lang en --view status --judgements wrong.csv large.xml -o o.svg
t_has "$t_status:$t_err" '1:wrong.csv:1: error: There are letters' 'a file that is not UTF-8'
t_run "$VIRKNING" diagram --lang en --view status --judgements nowhere.csv large.xml -o o.svg
t_is "$t_status" 3 'a file that is not there'
awk 'BEGIN { while (i++ < 40000) printf "læsevenner-på-skole-%d;on-trak\n", i }' >wrong.csv
t_run timeout 20 "$VIRKNING" diagram --quiet --lang en --view status --judgements wrong.csv large.xml \
    -o o.svg
t_is "$t_status" 1 'a file where everything is wrong takes no longer than another'
awk 'BEGIN { printf "a0;\2behind\1%0100000d\n", 1 }' >wrong.csv
t_run "$VIRKNING" diagram --quiet --lang en --view status --judgements wrong.csv large.xml -o o.svg
t_is "$t_status:$(head -c 65 t_err)" '1:wrong.csv:1: error: I do not know the status « behind 0000000000' \
    'whatever stands in it is quoted as text'
t_ok 'and in brief' test "$(wc -c <t_err)" -lt 1000
: >wrong.csv
t_run "$VIRKNING" diagram --lang en --view status --judgements wrong.csv large.xml -o o.svg
t_has "$t_status:$t_err" '1:wrong.csv:1: error: There are no judgements' 'an empty file'

# PDF: as many pages as sheets, each of its size, each with an alternative of its own.
t_ok 'several sheets as PDF' "$VIRKNING" diagram --quiet --paper a3 large.xml -o large.pdf
t_ok 'a small one on large paper' "$VIRKNING" diagram --quiet --paper a1 "$model" -o wall.pdf
if t_have pdfinfo; then
    t_is "$(pdfinfo large.pdf | awk '/^Pages/ { print $2 }')" 3 'the PDF has three pages'
    t_is "$(pdfinfo -l 3 large.pdf | grep -c '1190.55 x 841.89')" 3 'all of them are A3'
    t_is "$(pdfinfo wall.pdf | awk '/^Pages/ { print $2 }')" 1 'a small one is one page'
    t_has "$(pdfinfo wall.pdf)" '2383.94 x 1683.78' 'of A1'
fi
if t_have qpdf; then t_ok 'qpdf finds nothing' qpdf --check large.pdf; fi
for python in python3 /usr/bin/python3; do
    "$python" -c 'import pikepdf' 2>/dev/null || continue
    for file in large.pdf wall.pdf; do
        t_ok "$file is PDF/UA and PDF/A" "$python" "$srcdir/tests/tools/pdfua_lint.py" -a $file
    done
    break
done
t_done
