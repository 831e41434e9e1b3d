#!/bin/sh
# diagram, schema and the documents: what is written, where, when not, and that it is the same every time.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

rules=$srcdir/tests/cases/rules
cd "$t_tmp" || exit 99
cp "$srcdir/tests/cases/udkast.xml" draft.xml
cp "$rules/p03.xml" ring.xml
printf '<programme' >broken.xml

# begins FILE BYTES: how it begins.
# shellcheck disable=SC2317 # called by t_ok
begins() {
    head -c "${#2}" "$1" | grep -aqF -- "$2"
}

# The format follows from the name or from --to.
for name in a.svg a.pdf a.dot; do
    t_run "$VIRKNING" diagram draft.xml -o $name
    t_is "$t_status" 0 "diagram -o $name"
done
t_ok 'SVG' grep -q '<svg' a.svg
t_ok 'PDF' begins a.pdf '%PDF-1.7'
t_ok 'DOT' grep -q 'digraph' a.dot
t_run "$VIRKNING" diagram draft.xml --to dot -o b.svg
t_same b.svg a.dot '--to counts before the name'
"$VIRKNING" diagram draft.xml -o - >out.svg 2>err
t_same out.svg a.svg 'standard output holds SVG unless told otherwise'
"$VIRKNING" diagram --to pdf - -o - <draft.xml >out.pdf 2>err
t_ok 'standard input to standard output' begins out.pdf '%PDF-1.7'
t_run "$VIRKNING" plan draft.xml -o plan.pdf
t_is "$t_status" 0 'plan'
t_ok 'PDF' begins plan.pdf '%PDF-1.7'
t_empty "$t_out" 'nothing on standard output'
t_has "$t_err" 'virkning check draft.xml' 'standard error says where to see what waits'
t_run "$VIRKNING" plan --quiet draft.xml -o plan.pdf
t_empty "$t_err" '... but not when quiet'

# The same input gives the same bytes; the date is what is asked for.
"$VIRKNING" plan --quiet draft.xml -o again.pdf
t_same again.pdf plan.pdf 'the same plan twice'
for document in 'plan draft.xml -o today' 'diagram draft.xml -o today'; do
    # shellcheck disable=SC2086 # the words of a command
    {
        env -u SOURCE_DATE_EPOCH "$VIRKNING" $document-1.pdf 2>/dev/null
        sleep 1.1
        env -u SOURCE_DATE_EPOCH "$VIRKNING" $document-2.pdf 2>/dev/null
    }
    t_same today-2.pdf today-1.pdf "the same on the same day: ${document%% *}"
done
SOURCE_DATE_EPOCH=86400 "$VIRKNING" plan --quiet draft.xml -o old.pdf
t_ok 'SOURCE_DATE_EPOCH is the date in the file' grep -aq 'D:19700102' old.pdf
"$VIRKNING" plan --quiet --date 2031-05-04 draft.xml -o new.pdf
t_ok '--date comes before it' grep -aq 'D:20310504' new.pdf
if t_have pdftotext; then
    t_has "$(pdftotext new.pdf - | tr '\n' ' ')" '4.5.2031' 'and stands on the page'
    t_has "$(pdftotext plan.pdf - | tr '\n' ' ')" 'Evalueringsplan' 'in the language of the model'
    "$VIRKNING" plan --quiet --lang en draft.xml -o english.pdf
    t_has "$(pdftotext english.pdf - | tr '\n' ' ')" 'Evaluation plan' 'or as asked'
    t_has "$(pdftotext english.pdf - | tr '\n' ' ')" 'Fællesspisning' "the model's words stay"
else
    t_skip 'the text of the plan' 'pdftotext is not installed'
fi

# Every document in every format, the same every time.
cp "$srcdir/examples/silkeborg.xml" silkeborg.xml
documents='plan plan_--brief activity indicator charter facts'
for document in $documents; do
    # shellcheck disable=SC2046 # the words of a command
    set -- $(echo "$document" | tr _ ' ')
    for ending in pdf html txt; do
        t_run "$VIRKNING" "$@" --quiet silkeborg.xml -o one.$ending
        t_is "$t_status" 0 "$* as $ending"
        t_empty "$t_err" '... and nothing said'
        "$VIRKNING" "$@" --quiet silkeborg.xml -o two.$ending
        t_same two.$ending one.$ending '... the same twice'
    done
    t_ok "$*: PDF" begins one.pdf '%PDF-1.7'
    t_ok "$*: HTML" begins one.html '<!DOCTYPE html>'
    t_has "$(cat one.txt)" 'Nærmiljøprojekt: børn og unge i udsatte' "$*: text"
    "$VIRKNING" "$@" --quiet silkeborg.xml -o - >out.txt
    t_same out.txt one.txt "$*: text on standard output"
    "$VIRKNING" "$@" --quiet --to pdf - -o - <silkeborg.xml >out.pdf
    t_same out.pdf one.pdf "$*: another format by name"
    t_run "$VIRKNING" "$@" silkeborg.xml -o one.docx
    t_is "$t_status" 2 "$*: a format that there is not"
    t_has "$t_err" '.pdf, .html' '... and those that there are'
done

# One of them, or one part.
"$VIRKNING" activity --quiet silkeborg.xml omsorgsplan -o one.txt
t_has "$(cat one.txt)" 'Omsorgsplan' 'one activity'
t_empty "$(grep -F 'Trivselsgrupper' one.txt)" '... and no other'
t_run "$VIRKNING" activity --lang en silkeborg.xml omsorgplan -o none.txt
t_is "$t_status" 2 'an activity that there is not'
t_has "$t_err" 'You probably meant «omsorgsplan»' '... and the likely one'
t_run "$VIRKNING" indicator --lang en silkeborg.xml omsorgsplan -o none.txt
t_has "$t_err" 'no indicator with the id «omsorgsplan»' 'an activity is no indicator'
"$VIRKNING" plan --quiet --section theory,questions silkeborg.xml -o one.txt
t_has "$(cat one.txt)" 'Programteori' 'chapters of the plan'
t_empty "$(grep -F 'Målgrupper' one.txt)" '... and no others'
t_run "$VIRKNING" plan --lang en --section theori silkeborg.xml -o none.txt
t_is "$t_status" 2 'a chapter that there is not'
t_has "$t_err" 'no chapter «theori». It has: ' '... and those that there are'
t_run "$VIRKNING" plan --brief --section theory silkeborg.xml -o none.txt
t_is "$t_status" 2 'the brief has no chapters'
t_ok 'nothing was written' test ! -e none.txt

# Contradictions and unreadable models stop documents; nothing is written or changed.
echo 'what was there' >kept.pdf
for command in plan activity indicator charter facts diagram; do
    t_run "$VIRKNING" $command ring.xml -o kept.pdf
    t_is "$t_status" 1 "$command of a contradiction: 1"
    t_has "$t_err" '[P03]' '... with the finding on standard error'
    t_run "$VIRKNING" $command broken.xml -o kept.pdf
    t_is "$t_status" 1 "$command of a broken file: 1"
    t_run "$VIRKNING" $command absent.xml -o kept.pdf
    t_is "$t_status" 3 "$command of a file that is not there: 3"
    t_run "$VIRKNING" $command ring.xml -o never.pdf
    t_ok "$command writes no file then" test ! -e never.pdf
done
t_is "$(cat kept.pdf)" 'what was there' 'what was there is as it was'

# Places that cannot be written.
mkdir shut
for command in plan diagram; do
    t_run "$VIRKNING" $command draft.xml -o absent/a.pdf
    t_is "$t_status" 3 "$command into a folder that is not there: 3"
    t_run "$VIRKNING" $command --to svg draft.xml -o . 2>/dev/null
    if [ "$command" = diagram ]; then t_is "$t_status" 3 "$command onto a folder: 3"; fi
done
if [ "$(id -u)" -ne 0 ]; then
    chmod a-w shut
    t_run "$VIRKNING" plan draft.xml -o shut/a.pdf
    t_is "$t_status" 3 'a folder that is not writable: 3'
    chmod u+w shut
else
    t_skip 'a folder that is not writable' 'root may write everywhere'
fi
if [ -w /dev/full ]; then
    for command in 'plan --to pdf' 'plan --to html' 'activity --to text' 'diagram --to svg' \
        'diagram --to pdf'; do
        # shellcheck disable=SC2086 # the words of a command
        t_run "$VIRKNING" $command --quiet draft.xml -o /dev/full
        t_is "$t_status" 3 "$command to a full disk: 3"
        # shellcheck disable=SC2086
        "$VIRKNING" $command --quiet draft.xml -o - >/dev/full 2>err
        t_is "$?" 3 "$command to a full standard output: 3"
    done
fi
t_empty "$(find . -name '*.pdf.*' -o -name '*.svg.*')" 'no temporary file is left'

# House style.
t_run "$VIRKNING" plan --quiet --style "$srcdir/styles/default.style" draft.xml -o styled.pdf
t_same styled.pdf plan.pdf 'the default style by name'
echo 'color.accent = #aa0000' >red.style
t_run "$VIRKNING" diagram --quiet --style red.style draft.xml -o red.svg
t_ok 'a style of our own' grep -qi '#aa0000' red.svg
echo 'color.acent = #aa0000' >wrong.style
t_run "$VIRKNING" diagram --quiet --style wrong.style draft.xml -o wrong.svg
t_is "$t_status" 1 'a wrong style: 1'
t_has "$t_err" 'wrong.style:1' '... with its line'
t_ok '... and no file' test ! -e wrong.svg
t_run "$VIRKNING" diagram --quiet --style absent.style draft.xml -o wrong.svg
t_is "$t_status" 3 'a style that is not there: 3'

# schema
t_run "$VIRKNING" schema
t_is "$t_status" 0 'schema'
t_same "$t_tmp/t_out" "$srcdir/schemas/virkning.rng" 'is the published one'
t_run "$VIRKNING" schema --to rng -o virkning.rng
t_same virkning.rng "$srcdir/schemas/virkning.rng" 'into a file too'
t_run "$VIRKNING" schema --to man
t_has "$t_out" '.Dt VIRKNING 5' 'as a manual page'
# A model that only brings others together has no plan and no figure of its own.
for command in plan diagram; do
    t_run "$VIRKNING" $command --lang en "$srcdir/examples/portefoelje.xml" -o none.pdf
    t_is "$t_status" 2 "$command of a portfolio: 2"
    t_has "$t_err" "Write $command for each of those" '... and what to do instead'
    t_ok '... and no file' test ! -e none.pdf
done
t_done
