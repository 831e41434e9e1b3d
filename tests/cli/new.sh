#!/bin/sh
# new: every template in both languages is a good beginning, and nothing is overwritten.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cd "$t_tmp" || exit 99

# names LANG: the templates, as the list in this language calls them.
names() {
    "$VIRKNING" new --lang "$1" | sed -n 's/^  \([^ ]*\) .*/\1/p'
}

# refuses STATUS PART COMMAND...: ends with STATUS, says PART, prints and writes nothing.
refuses() {
    wanted=$1
    part=$2
    shift 2
    t_run "$VIRKNING" "$@"
    t_is "$t_status" "$wanted" "exit $wanted: virkning $*"
    t_has "$t_err" "$part" "says: $part"
    t_empty "$t_out" 'nothing on standard output'
}

# --- the list ------------------------------------------------------------------------------------

t_run "$VIRKNING" new --lang da
t_is "$t_status" 0 'the list'
t_has "$t_out" 'virkning new fem-kolonner -o model.xml' 'says how to begin'
t_is "$(names en | LC_ALL=C sort)" \
    "$(find "$srcdir/templates/en" -name '*.xml' -exec basename {} .xml \; | LC_ALL=C sort)" \
    'every template is in it'
t_is "$(names da | wc -l)" "$(names en | wc -l)" 'in Danish as many as in English'
t_empty "$("$VIRKNING" new --lang da | sed -n '/^  /s/^  [^ ]*  *//p' | LC_ALL=C.UTF-8 grep '.\{61\}')" \
    'lines are short'

# --- each template -------------------------------------------------------------------------------

# try NAME LANG: what a fresh model must be like.
try() {
    file=$1.xml
    t_run "$VIRKNING" new --date 2026-03-01 "$1" -o "$file"
    t_is "$t_status$t_err" 0 "$1: is written"
    t_has "$t_out" "virkning check $file" 'with what to do next'
    t_has "$(head -n 20 "$file")" "virkning check $file" 'which stands in the file too'
    t_has "$(cat "$file")" "xml:lang=\"$2\"" "the name tells the language: $2"
    t_empty "$(grep '[{}]' "$file")" 'every place is filled in'
    t_ok 'the year is that of --date' grep -q '<period from="2026"' "$file"
    t_ok 'there is guidance' test "$(grep -c '<!--' "$file")" -ge 3
    t_run "$VIRKNING" check --lang en --date 2026-03-01 --schema "$srcdir/schemas/virkning.rng" "$file"
    t_is "$t_status" 0 'it is valid and a draft without errors'
    findings=$(grep -oE '\[[A-Za-z0-9-]+\]$' t_out | tr -d '[]')
    t_is "$findings" placeholder 'nothing is said but that texts wait to be written'
    t_run "$VIRKNING" check --strict "$file"
    t_is "$t_status" 1 'which stand in the way of an approval'
    t_run "$VIRKNING" status "$file"
    t_is "$t_status$t_err" 0 'status works'
    for output in flow.svg plan.pdf; do
        command=$(case $output in *.svg) echo diagram ;; *) echo plan ;; esac)
        t_run "$VIRKNING" "$command" --quiet "$file" -o "$1-$output"
        t_is "$t_status$t_err" 0 "$command works"
    done
    "$VIRKNING" dump "$file" | awk '{ print $1 }' >"$1.kinds"
}

names da >danish
names en >english
paste danish english >both
while read -r danish english; do
    try "$danish" da
    try "$english" en
    t_same "$english.kinds" "$danish.kinds" "$danish and $english hold the same"
done <both

# Written out, it is a model like any other.
"$VIRKNING" new empty -o - | sed 's/\[Write \([^]]*\)\]/A \1/' >written.xml
t_run "$VIRKNING" check --lang en written.xml
t_is "$t_status" 0 'with texts of its own'
t_empty "$(grep placeholder t_out)" 'nothing is said of the template'
t_run "$VIRKNING" set --lang en fem-kolonner.xml delmål-1 title 'Unge har en voksen at gå til'
t_is "$t_status" 0 'set fills in a text'
t_has "$t_out" '→ Unge har en voksen at gå til' 'and tells it'

# --- titles, names and languages -----------------------------------------------------------------

t_run "$VIRKNING" new tom --title '  Børn & unge < 18: "Æblegård" ]]> øvrige  ' -o titel.xml
t_is "$t_status" 0 'a title with all sorts of signs'
t_has "$("$VIRKNING" dump titel.xml)" 'programme "Børn & unge < 18: \"Æblegård\" ]]> øvrige"' \
    'is the title, without the spaces around'
t_run "$VIRKNING" new tom --title '{year} {title}' -o braces.xml
t_has "$("$VIRKNING" dump braces.xml)" '"{year} {title}"' 'braces in it stay'
refuses 2 'behind --title' new --lang en tom --title "$(printf 'B\370rn')" -o wrong.xml
refuses 1 'U+0001' new --lang en tom --title "$(printf 'B\001rn')" -o wrong.xml
t_has "$t_err" 'Nothing was written to wrong.xml.' 'and what became of it'

t_run "$VIRKNING" new tom -o 'Min model.xml' --lang en
t_has "$t_out" 'virkning check "Min model.xml"' 'a name with a space is shown as one writes it'
t_has "$(cat 'Min model.xml')" 'virkning check "Min model.xml"' 'also in the file'
t_has "$(cat 'Min model.xml')" 'xml:lang="en"' '--lang comes before the name of the template'
mkdir folder
"$VIRKNING" new tom --quiet -o 'folder/a--b.xml' >out 2>&1
t_is "$?$(cat out)" 0 'quietly, in a folder, with hyphens that no comment may hold'
t_run "$VIRKNING" check folder/a--b.xml
t_is "$t_status" 0 'it can be read'

# --- where it goes -------------------------------------------------------------------------------

t_run "$VIRKNING" new tom -o -
t_is "$t_status$t_err" 0 'on standard output'
t_is "$(sed -n '1p;$p' t_out)" '<?xml version="1.0" encoding="UTF-8"?>
</programme>' 'there is the model and nothing else'
t_has "$t_out" 'virkning check model.xml' 'under a name that will do'

echo 'my work' >mine.xml
ln -s nowhere.xml dangling.xml
cp mine.xml kept.xml
for there in mine.xml ./mine.xml folder dangling.xml; do
    refuses 2 'is there already' new --lang en tom -o "$there"
done
t_same mine.xml kept.xml 'what was there is not touched'
t_ok 'a link is not followed' test ! -e nowhere.xml
refuses 2 'new needs -o: the model file, for example -o model.xml' new --lang en tom
refuses 2 'Which template?' new --lang en -o wrong.xml
refuses 2 'Which template?' new --lang en --title 'Uden skabelon'
refuses 2 'There is no template «fem-kolonne». Did you mean fem-kolonner?' \
    new --lang en fem-kolonne -o wrong.xml
refuses 2 'Mente du fem-kolonner?' new fem-kolone -o wrong.xml
refuses 2 '«virkning new» lists them' new zzzzzzzz --lang en -o wrong.xml
refuses 2 'here is more: «fem»' new --lang en tom fem -o wrong.xml
refuses 2 '-o needs a value' new --lang en tom -o ''
refuses 3 'cannot write absent/model.xml' new --lang en tom -o absent/model.xml
(VIRKNING_DATADIR=$t_tmp "$VIRKNING" new --lang en tom -o wrong.xml) 2>err
t_is $? 3 'without the templates: 3'
t_has "$(cat err)" 'templates/en/empty.xml' 'which is said'
t_ok 'nothing was written' test ! -e wrong.xml
if [ -w /dev/full ]; then
    "$VIRKNING" new tom -o - >/dev/full 2>err
    t_is "$?" 3 'a full disk'
    t_ok '... is said' test -s err
else
    t_skip 'a full disk' 'there is no /dev/full'
fi
# No file may grow: as on a disk without room. What was begun is taken away again.
said=$(trap '' XFSZ && ulimit -f 0 && "$VIRKNING" new --lang en tom -o grown.xml 2>&1)
t_has "$said" 'cannot write grown.xml' 'no room in the folder is said'
t_empty "$(find . -name 'grown*')" 'and nothing is left'
t_done
