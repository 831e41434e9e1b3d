#!/bin/sh
# A municipality's own words: --words adds to the installed lists and takes away from them, and
# what is wrong in such a file is told with its line.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cd "$t_tmp" || exit 99

cat >model.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<programme xmlns="urn:x-virkning:programme" format="1" xml:lang="da">
  <title>Fællesspisning</title>
  <target-group id="familier"><title>Ressourcesvage familier</title></target-group>
  <challenge><title>Knallertbander på torvet</title></challenge>
  <activity><title>Fællesspisning</title>
    <leads-to ref="a"><mechanism>Bordene er lange, så nye sidder blandt gamle.</mechanism></leads-to>
    <leads-to ref="b"><mechanism>Bordene er lange, så nye sidder blandt gamle.</mechanism></leads-to>
  </activity>
  <effect id="a"><title>Havnefolkene drikker kaffe og hygger</title></effect>
  <effect id="b"><title>Skærbjergningerne er mindre alene</title></effect>
</programme>
END

# ids OPTION...: the ids of the wording rules that speak, in a line.
ids() {
    "$VIRKNING" check --lang en "$@" model.xml 2>&1 |
        sed -nE 's/.*\[(P08|P09|P10|P11|P12|P14)\]$/\1/p' | sort | tr '\n' ' '
}

t_is "$(ids)" 'P09 P10 P12 ' 'the installed words alone'

cat >own.words <<'END'
# Ord fra Vestkommune
sprog = da
[godkendt]
ressourcesvag*
[mangelord]
knallertbande* = unge, der mødes på knallert
[mennesker]
skærbjergning
[faste par]
drikker / hygger
END
t_is "$(ids --words own.words)" 'P12 ' 'a term is adopted, people are known, a pair is one thing'
t_run "$VIRKNING" check --lang da --words own.words model.xml
t_has "$t_out" 'unge, der mødes på knallert' 'the municipality'\''s own term, with its better words'
t_empty "$t_err" 'nothing is wrong in the file'
t_run "$VIRKNING" plan --lang da --words own.words model.xml -o plan.pdf
t_is "$t_status" 0 'plan takes the words too'
t_run "$VIRKNING" diagram --words own.words model.xml -o flow.svg
t_is "$t_status" 0 'diagram takes them too'

printf 'sprog = da\n[mangelord]\n-ressourcesvag*\n-findes-ikke\n' >less.words
t_is "$(ids --words less.words)" 'P09 P10 ' 'an installed term is taken away'
t_run "$VIRKNING" check --lang en --words less.words model.xml
t_has "$t_err" 'less.words:4: warning:' 'what is not there to take away is told, with its line'
t_is "$t_status" 0 '... and stops nothing'
t_run "$VIRKNING" check --quiet --words less.words model.xml
t_empty "$t_err" '--quiet leaves that out'

printf 'sprog = da\n[mangelod]\nord\n' >wrong.words
t_run "$VIRKNING" check --lang en --words wrong.words model.xml
t_is "$t_status" 1 'exit 1: a section that is not known'
t_has "$t_err" 'wrong.words:2: error: I do not know the section [mangelod]. You probably meant [mangelord].' \
    '... with its line and the likely one'
t_empty "$t_out" '... and nothing is checked'
t_run "$VIRKNING" plan --words wrong.words model.xml -o none.pdf
t_is "$t_status" 1 'exit 1: plan'
t_ok 'nothing is written' test ! -e none.pdf

t_run "$VIRKNING" check --words absent.words model.xml
t_is "$t_status" 3 'exit 3: a file that cannot be read'
t_run "$VIRKNING" diagram model.xml --words own.words -o own.words
t_is "$t_status" 2 'exit 2: the words are not written over'

mkdir -p data/styles && cp "$VIRKNING_DATADIR"/styles/* data/styles/
t_run env VIRKNING_DATADIR="$t_tmp/data" "$VIRKNING" check model.xml
t_is "$t_status" 3 'exit 3: the installed words are missing'
t_has "$t_err" 'da.words' '... and it says which file'
t_done
