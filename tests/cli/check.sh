#!/bin/sh
# check and dump: findings, counts, exit statuses, many files, standard input, failures.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

rules=$srcdir/tests/cases/rules
cd "$t_tmp" || exit 99
cp "$rules/p01.xml" draft.xml     # warnings, errors when strict
cp "$rules/p03.xml" ring.xml      # errors always
cp "$rules/p01-quiet.xml" fine.xml
printf '<programme' >broken.xml

t_run "$VIRKNING" check --lang en fine.xml
t_is "$t_status" 0 'a clean file: 0'
t_is "$t_out" 'fine.xml: 0 errors, 0 warnings, 0 remarks' 'one line that counts nothing'
t_run "$VIRKNING" check draft.xml
t_is "$t_status" 0 'a draft with holes: 0'
t_run "$VIRKNING" check --strict draft.xml
t_is "$t_status" 1 'the same before approval: 1'
t_run "$VIRKNING" check ring.xml
t_is "$t_status" 1 'a contradiction: 1'
t_run "$VIRKNING" check broken.xml
t_is "$t_status" 1 'a file that is no model: 1'
t_has "$t_out" 'broken.xml:1' 'with its line'
t_run "$VIRKNING" check absent.xml
t_is "$t_status" 3 'a file that is not there: 3'
t_empty "$t_out" 'nothing on standard output'
t_has "$t_err" 'absent.xml' 'its name on standard error'
t_run "$VIRKNING" check .
t_is "$t_status" 3 'a folder: 3'

# Form of a finding: place, severity, text, id, then the line and a caret.
t_run "$VIRKNING" check --lang en draft.xml
t_ok 'file:line:column: severity: message [id]' \
    grep -qE '^draft\.xml:[0-9]+:[0-9]+: warning: .* \[P01\]$' "$t_tmp/t_out"
t_ok 'a caret under the place' grep -qE '^ +\^$' "$t_tmp/t_out"

# Languages: the model's own, or as asked.
t_run "$VIRKNING" check draft.xml
t_has "$t_out" 'advarsel: ' 'in the language of the model'
t_run "$VIRKNING" check --lang en draft.xml
t_has "$t_out" 'warning: ' '... or in English'
sed 's/ xml:lang="da"//' draft.xml >plain.xml
LC_ALL=da_DK.UTF-8 "$VIRKNING" check plain.xml >out
t_ok '... or that of the environment, where the model does not say' grep -q 'advarsel: ' out
LC_ALL=C "$VIRKNING" check plain.xml >out
t_ok '... which may be none' grep -q 'warning: ' out

printf '<programme format="1" xml:lang="da"/>' >homeless.xml
printf '<?xml version="1.0" encoding="koi8-r"?><programme xml:lang="da"/>' >foreign.xml
printf '<programme lang="dansk" format=1/>' >early.xml
for file in homeless foreign early; do
    LC_ALL=C "$VIRKNING" check $file.xml >out
    t_ok "... also where the model could not be read: $file" grep -q 'fejl: ' out
done
t_run "$VIRKNING" check --lang da absent.xml
t_has "$t_err" 'findes ikke' 'why a file cannot be read, in Danish'

# Several files: each with its count, the worst decides, a failure does not stop the rest.
t_run "$VIRKNING" check --lang en fine.xml ring.xml absent.xml draft.xml
t_is "$t_status" 3 'the worst status of all'
t_is "$(grep -c ': [0-9]* errors*, ' "$t_tmp/t_out")" 3 'a count for each file that was read'
i=0
while [ $i -lt 300 ]; do cp draft.xml "many$i.xml"; i=$((i + 1)); done
t_run "$VIRKNING" check many*.xml
t_is "$t_status" 0 'many files'
t_is "$(grep -c '0 fejl' "$t_tmp/t_out")" 300 'each is counted'

# --quiet: errors only.
t_run "$VIRKNING" check --quiet draft.xml
t_empty "$t_out$t_err" 'quiet: not a word about warnings'
t_run "$VIRKNING" check --quiet --lang en draft.xml ring.xml
t_is "$t_status" 1 'quiet: errors still count'
t_is "$(grep -c ': error: ' "$t_tmp/t_out")" "$(grep -c . "$t_tmp/t_out" | awk '{ print $1 / 3 }')" \
    'quiet: nothing but errors, their lines and carets'

# Standard input.
"$VIRKNING" check --lang en - <draft.xml >out
t_is "$?" 0 'standard input'
t_ok 'it is called -' grep -q '^-: 0 errors' out

# A further schema.
cat >narrow.rng <<'END'
<element name="programme" ns="urn:x-virkning:programme" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>
END
t_run "$VIRKNING" check --schema narrow.rng fine.xml
t_is "$t_status" 1 '--schema: what it does not allow is an error'
t_run "$VIRKNING" check --schema "$srcdir/schemas/virkning.rng" fine.xml
t_is "$t_status" 0 '--schema: our own schema allows it'
t_run "$VIRKNING" check --schema absent.rng fine.xml
t_ok '--schema: one that cannot be read fails' test "$t_status" -ne 0

# dump
t_run "$VIRKNING" dump fine.xml
t_is "$t_status" 0 'dump succeeds'
t_has "$t_out" 'activity' 'dump shows what is there'
cp "$t_tmp/t_out" once
"$VIRKNING" dump - <fine.xml | sed 's/^-:/fine.xml:/' >twice
t_ok 'dump reads standard input' test -s twice
t_run "$VIRKNING" dump broken.xml
t_is "$t_status" 1 'dump of a broken file: 1'
t_empty "$t_out" '... and nothing on standard output'
t_run "$VIRKNING" dump absent.xml
t_is "$t_status" 3 'dump of a file that is not there: 3'

# A full disk is not overlooked.
if [ -w /dev/full ]; then
    for command in "check draft.xml" "dump fine.xml" schema --help "check --help"; do
        # shellcheck disable=SC2086 # words are wanted
        "$VIRKNING" $command >/dev/full 2>err
        t_is "$?" 3 "a full disk: virkning $command"
        t_ok '... is said' test -s err
    done
else
    t_skip 'a full disk' 'there is no /dev/full'
fi
t_done
