#!/bin/sh
# status: what is there, what is missing, and what stands in the way of an approval.
# tests/cases/status/LANG.txt is what it says of the model beside; VIRKNING_UPDATE=yes writes it anew.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cases=$srcdir/tests/cases/status
rules=$srcdir/tests/cases/rules
cd "$t_tmp" || exit 99
cp "$cases/model.xml" model.xml

# too_wide FILE: the lines of more than 78 characters, but for the command with the file's name.
too_wide() {
    LC_ALL=C.UTF-8 grep '.\{79\}' "$1" | grep -v ': virkning check --strict'
}

for lang in da en; do
    "$VIRKNING" status --lang $lang --date 2026-03-01 model.xml >$lang.txt 2>&1
    t_is $? 0 "status of a draft, $lang"
    if [ "${VIRKNING_UPDATE-}" = yes ]; then cp $lang.txt "$cases/$lang.txt"; fi
    t_same $lang.txt "$cases/$lang.txt" 'is as expected'
    t_empty "$(too_wide $lang.txt)" 'and no line is too wide'
done

# The counts are those of check, with what is answered.
counts=$("$VIRKNING" check --lang en --date 2026-03-01 model.xml | sed -n '$s/^model.xml: //p')
t_has "$counts" ', 1 answered' 'one finding is answered'
t_is "$(sed -n 's/^As a draft:  *//p' en.txt)" "$counts" 'as a draft there is what check counts'
errors=$("$VIRKNING" check --lang en --strict --date 2026-03-01 model.xml |
    sed -n '$s/^model.xml: \([0-9]*\) errors.*/\1/p')
t_is "$(sed -n 's/^Before approval:  *\([0-9]*\) .*/\1/p' en.txt)" "$errors" \
    'before approval what check --strict calls errors'
t_is "$(grep -c '^  line ' en.txt)" "$errors" 'each of which is shown'
t_is "$(grep -c 'I01' en.txt)" 0 'what is answered is in the way no more'

# A file that stands deep in folders, with a space in its name.
folder='Børn og unge/Åvej og omegn/Indsatser fra 2026 og frem/Mødesteder og fællesskaber'
mkdir -p "$folder" && cp model.xml "$folder/min model.xml"
t_run "$VIRKNING" status --lang da "$folder/min model.xml"
t_empty "$(too_wide t_out)" 'a long path makes no long lines'
t_has "$t_out" "virkning check --strict \"$folder/min model.xml\"" 'and the command can be copied'

# Ready, wrong, and no model at all.
t_run "$VIRKNING" status --lang en --date 2026-03-01 "$srcdir/tests/cases/reader/everything.xml"
t_is "$t_status$t_err" 0 'a model that is nearly ready'
t_has "$t_out" 'no rule stands in the way' 'can be approved'
t_is "$(grep -c 'virkning check' t_out)" 0 'there is nothing more to see'
t_run "$VIRKNING" status --lang en "$rules/p03.xml"
t_is "$t_status" 1 'a contradiction: 1'
t_has "$t_out" '[P03]' 'which is told'
t_run "$VIRKNING" status --lang en "$srcdir/tests/cases/udkast.xml"
t_is "$t_status" 0 'an unfinished draft: 0'
printf '<programme xml:lang="da"' >broken.xml
t_run "$VIRKNING" status broken.xml
t_is "$t_status" 1 'a broken file: 1'
t_has "$t_err" 'broken.xml:1' 'with the place on standard error'
t_empty "$t_out" 'and nothing on standard output'
t_run "$VIRKNING" status absent.xml
t_is "$t_status" 3 'a file that is not there: 3'
t_run "$VIRKNING" status --words absent.words model.xml
t_is "$t_status" 3 'words that are not there: 3'
t_empty "$t_out" '... and nothing on standard output'
t_run "$VIRKNING" status model.xml model.xml
t_is "$t_status" 2 'one file at a time'
t_is "$("$VIRKNING" status --lang en --date 2026-03-01 - <model.xml | sed '/check --strict/d')" \
    "$(sed '/check --strict/d' en.txt)" 'standard input'

# What is taken in at a glance is not endless.
{
    printf '<programme xmlns="urn:x-virkning:programme" format="1" xml:lang="da"><title>Alt på én gang</title>'
    for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
        printf '<activity id="a%s" status="approved"><title>Aften nr. %s</title></activity>' $i $i
    done
    printf '</programme>\n'
} >many.xml
t_run "$VIRKNING" status --lang en many.xml
missing=$(sed -n 's/^Before approval:  *\([0-9]*\) .*/\1/p' t_out)
t_ok 'many things can be missing' test "$missing" -gt 12
t_is "$(grep -c '^  line ' t_out)" 12 'twelve of them are shown'
t_has "$t_out" "and $((missing - 12)) more" 'and the others counted'
t_run "$VIRKNING" status --lang en --date 2026-03-01 "$rules/empty.xml"
t_has "$t_out" 'Before approval:            1 thing is missing' 'one thing is one thing'

if [ -w /dev/full ]; then
    "$VIRKNING" status model.xml >/dev/full 2>err
    t_is "$?" 3 'a full disk'
    t_ok '... is said' test -s err
else
    t_skip 'a full disk' 'there is no /dev/full'
fi
t_done
