#!/bin/sh
# rule: the list of the rules, and the page of each in a terminal. What the pages say is checked by
# rule_pages.sh.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cd "$t_tmp" || exit 99

# --- the list ------------------------------------------------------------------------------------

# rules OF THE CATALOGUE: id and the severest it can be before approval.
rules() {
    tr '\n' ' ' <"$srcdir/src/base/diag_list.h" |
        grep -oE 'DIAG\( *[A-Z_]+, *"[A-Z][0-9][0-9]", *[A-Z]+, *[A-Z]+' |
        sed -E 's/.*"(...)", *[A-Z]+, *([A-Z]+)/\1 \2/' | LC_ALL=C sort -u
}

for lang in da en; do
    "$VIRKNING" rule --lang $lang >$lang.txt 2>err
    t_is "$?$(cat err)" 0 "the list, $lang"
    t_is "$(sed -n 's/^  \([PIV][0-9][0-9]\) .*/\1/p' $lang.txt | LC_ALL=C sort)" \
        "$(rules | cut -d' ' -f1 | uniq)" 'holds every rule once'
    t_is "$(sed -n 's/^  \([PIV][0-9][0-9]\) \* .*/\1/p' $lang.txt | LC_ALL=C sort)" \
        "$(rules | sed -n 's/ ERROR//p')" 'marks those that can stand in the way of an approval'
    t_empty "$(LC_ALL=C.UTF-8 grep '.\{79\}' $lang.txt)" 'no line is too wide'
done
t_is "$(sed -n 's/^  \([PIV]\)[0-9].*/\1/p' en.txt | uniq | tr -d '\n')" PIV 'in three groups'
t_has "$(cat da.txt)" '  P13   Pilen siger ikke hvordan' 'with the titles of the pages'
t_has "$(cat en.txt)" 'virkning rule P01' 'and how to read one'

# --- a page --------------------------------------------------------------------------------------

t_run "$VIRKNING" rule --lang da P13
t_is "$t_status$t_err" 0 'a page'
t_is "$(sed -n 1,3p t_out)" 'P13 Pilen siger ikke hvordan
============================
Kladde: advarsel. Før godkendelse: advarsel.' 'begins with its title'
t_is "$(grep -c '[`]' t_out)" 0 'without the marks of Markdown'
t_has "$t_out" '    <activity id="møder">' 'examples are set in, as they are'
t_has "$t_out" '
Hvornår reglen tier
-------------------
' 'headings are underlined'
"$VIRKNING" rule --lang da p13 >small.txt
t_same small.txt "$t_tmp/t_out" 'the name may be in small letters'
"$VIRKNING" rule --lang en P13 >english.txt
t_has "$(head -n 1 english.txt)" 'P13 ' 'the same in English'
LC_ALL=da_DK.UTF-8 "$VIRKNING" rule P13 >danish.txt
t_same danish.txt small.txt 'the environment chooses the language'
for lang in da en; do
    for id in $(rules | cut -d' ' -f1 | uniq); do
        "$VIRKNING" rule --lang $lang "$id" || echo "$lang $id"
    done >$lang.pages 2>&1
    t_is "$(grep -c '^==*$' $lang.pages)" "$(rules | cut -d' ' -f1 | uniq | wc -l)" \
        "every page is printed, $lang"
    t_empty "$(grep -v '^    ' $lang.pages | LC_ALL=C.UTF-8 grep '.\{79\}')" \
        "beside the examples no line of a page is too wide, $lang"
    t_empty "$(grep -n '[`]\|^#\|\*\*' $lang.pages)" 'nor are there marks left'
done

# --- what is no rule -----------------------------------------------------------------------------

# refuses PART COMMAND...: is a usage error that says PART.
refuses() {
    part=$1
    shift
    t_run "$VIRKNING" "$@"
    t_is "$t_status" 2 "exit 2: virkning $*"
    t_has "$t_err" "$part" "says: $part"
    t_empty "$t_out" 'nothing on standard output'
}
refuses 'I have no rule «P1O». Did you mean P10?' rule --lang en P1O
refuses 'I have no rule «æbler». «virkning rule» lists all.' rule --lang en æbler
refuses 'I have no rule «P13P13P13P13»' rule --lang en P13P13P13P13
refuses '«date» is no rule: the finding itself says' rule --lang en date
refuses '«placeholder» is no rule' rule --lang en placeholder
refuses 'here is more: «P02»' rule --lang en P01 P02
refuses 'Let the terminal write UTF-8' rule --lang en "$(printf 'P\370')"
refuses 'does not take --strict' rule --lang en --strict P13

mkdir -p empty
VIRKNING_DATADIR=$t_tmp/empty "$VIRKNING" rule --lang en >out 2>err
t_is $? 3 'without the pages: 3'
t_has "$(cat err)" 'rules/en/P01.md' 'the first one is named'
t_empty "$(cat out)" 'and nothing is half printed'
if [ -w /dev/full ]; then
    "$VIRKNING" rule P13 >/dev/full 2>err
    t_is "$?" 3 'a full disk'
    t_ok '... is said' test -s err
else
    t_skip 'a full disk' 'there is no /dev/full'
fi
t_done
