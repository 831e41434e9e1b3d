#!/bin/sh
# set and answer: one thing in the file changes, the rest stays; what is wrong is not written.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cd "$t_tmp" || exit 99
example=$srcdir/examples/silkeborg.xml

# fresh: the example again, as model.xml.
fresh() {
    cp "$example" model.xml && chmod 644 model.xml
}

# changed: the lines that went and the lines that came, without their place.
changed() {
    diff "$example" model.xml | grep '^[<>]'
}

# refuses STATUS PART COMMAND...: ends with STATUS, says PART, and leaves the file as it was.
refuses() {
    wanted=$1
    part=$2
    shift 2
    fresh
    t_run "$VIRKNING" "$@"
    t_is "$t_status" "$wanted" "exit $wanted: virkning $*"
    t_has "$t_err" "$part" "says: $part"
    t_empty "$t_out" 'nothing on standard output'
    t_same model.xml "$example" 'the file is as it was'
}

# --- set ---------------------------------------------------------------------------------------

fresh
t_run "$VIRKNING" set --lang en model.xml læsevenner status running
t_is "$t_status" 0 'an attribute is set'
t_is "$t_out" 'model.xml: «Frivillige læsevenner», status: waiting → running' 'old and new are told'
t_empty "$t_err" 'and nothing else'
t_is "$(changed)" \
    '<     <activity id="læsevenner" status="waiting" until="2017-08" place="fårvang" for="børn-og-unge">
>     <activity id="læsevenner" status="running" until="2017-08" place="fårvang" for="børn-og-unge">' \
    'one line of difference'
t_run "$VIRKNING" set --lang da model.xml læsevenner status running
t_is "$t_out" 'model.xml: »Frivillige læsevenner«, status: er allerede running' \
    'what is so already is told, in Danish'
t_is "$t_status" 0 'and is no error'

fresh
t_run "$VIRKNING" set --lang en model.xml læsevenner status ''
t_is "$t_out" 'model.xml: «Frivillige læsevenner», status: waiting → (nothing)' 'an empty value takes away'
t_is "$(changed | grep -c '^>.*<activity id="læsevenner" until="2017-08"')" 1 'the attribute is gone'

fresh
t_run "$VIRKNING" set --quiet model.xml . title 'Børn & unge < 18'
t_is "$t_status" 0 'the title of the programme is set'
t_empty "$t_out$t_err" 'quietly'
t_is "$(changed)" '<   <title>Nærmiljøprojekt: børn og unge i udsatte positioner</title>
>   <title>Børn &amp; unge &lt; 18</title>' 'markup is escaped'

fresh
"$VIRKNING" set --quiet model.xml . vision 'Alle børn trives' &&
    "$VIRKNING" set --quiet model.xml . from 2017-08
t_is $? 0 'a text that was not there, and an attribute of a part'
t_is "$(changed)" '>   <vision>Alle børn trives</vision>
<   <period from="2017" to="2021"/>
>   <period from="2017-08" to="2021"/>' 'each in its place'
"$VIRKNING" set --quiet model.xml . vision '' && "$VIRKNING" set --quiet model.xml . from 2017
t_same model.xml "$example" 'taken back, the file is the old one'

fresh
t_run "$VIRKNING" set --quiet model.xml . from -- 2018
t_is "$t_status" 0 'after -- everything is a word'

t_run "$VIRKNING" set --quiet model.xml . version -5
t_is "$t_status" 0 'so is what looks like a number below zero'
t_ok 'which is the value' grep -q ' version="-5"' model.xml

# -o: elsewhere, on standard output, or the file itself.
fresh
t_run "$VIRKNING" set --lang en model.xml . title Ny -o other.xml
t_has "$t_out" 'other.xml: ' 'the other file is named'
t_same model.xml "$example" '-o leaves the file'
t_is "$(diff model.xml other.xml | grep -c '^>')" 1 'and writes the other one'
t_run "$VIRKNING" set model.xml . title Ny -o ./model.xml
t_same model.xml other.xml '-o may name the file itself'
"$VIRKNING" set --lang en - . title Ny -o - <"$example" >out.xml 2>err
t_is $? 0 'from standard input to standard output'
t_same out.xml other.xml 'where only the file goes'
t_has "$(cat err)" '-: «' 'what was changed is told on standard error'
t_run "$VIRKNING" set --lang en - . title Ny
t_is "$t_status" 2 'standard input alone is a usage error'
t_has "$t_err" 'name one with -o' 'which is told'

# Permissions and links stay.
fresh
chmod 600 model.xml && ln -s model.xml link.xml
"$VIRKNING" set --quiet link.xml . title Ny
t_same model.xml other.xml 'through a link'
t_ok 'the link is still one' test -L link.xml
t_is "$(stat -c %a model.xml)" 600 'the permissions stay'

# Other encodings and line ends.
sed '1s/UTF-8/ISO-8859-1/' "$example" | sed 's/–/-/g; s/»\|«/"/g; s/$/\r/' |
    iconv -f UTF-8 -t ISO-8859-1//TRANSLIT >latin.xml
cp latin.xml before.xml
t_run "$VIRKNING" set --quiet latin.xml . title 'Ærø – 10 €'
t_is "$t_status" 0 'a file in ISO-8859-1 with CR LF'
t_is "$(diff -a before.xml latin.xml | grep -ac '^[<>]')" 2 'changes in one line'
printf '  <title>\306r\370 &#8211; 10 &#8364;</title>\r\n' >wanted
LC_ALL=C sed -n '26p' latin.xml >got
t_same got wanted 'in its own encoding, with references for what that lacks'

# --- what set refuses ----------------------------------------------------------------------------

refuses 2 'set needs all of this, in this order: FILE ID NAME VALUE' \
    set --lang en model.xml læsevenner status
refuses 2 'here is more: «gang»' set --lang en model.xml læsevenner status i gang
refuses 2 'meant «læsevenner»' set --lang en model.xml læsevener title X
refuses 2 'Write the id: omsorgsplan' \
    set --lang en model.xml 'Omsorgsplan ved sygdom, sociale problemer og dødsfald' title X
refuses 2 'a full stop for' set --lang en model.xml zzzzzzzzzzz title X
refuses 2 'meant «title»' set --lang en model.xml læsevenner titel X
refuses 2 'Du mente nok »description«' set --lang da model.xml læsevenner beskrivelse X
refuses 2 'What may stand there: id, status' set --lang en model.xml læsevenner zzzzz X
refuses 2 'Let the terminal write UTF-8' set --lang en model.xml . title "$(printf 'B\370rn')"
refuses 1 'the year comes first: 2017-08-14' set --lang en model.xml læsevenner from 14-08-2017
t_has "$t_err" 'from="14-08-2017"' 'with the line as it would have been'
t_has "$t_err" 'Nothing was written to model.xml.' 'and what became of it'
refuses 1 'probably meant «running»' set --lang en model.xml læsevenner status igang
refuses 1 '[reference]' set --lang en model.xml læsevenner for ingen
refuses 1 '[reference]' set --lang en model.xml fårvang id farvang
refuses 1 '[title]' set --lang en model.xml læsevenner title ''
refuses 1 '[order]' set --lang en model.xml . to 2016
refuses 3 'I cannot write nowhere/model.xml' set --lang en model.xml . title X -o nowhere/model.xml
refuses 3 'the disk is full' set --lang en model.xml . title X -o /dev/full
refuses 3 'I cannot read absent.xml' set --lang en absent.xml . title X

t_run "$VIRKNING" set --lang en "$srcdir/tests/cases/udkast.xml" Besøgsvenner status idea -o x.xml
t_is "$t_status" 2 'what has no id cannot be named'
t_has "$t_err" '«Besøgsvenner» is the title of a <activity> that has no id.' 'which is told'

fresh
sed 's/<title>Frivillige læsevenner/<title>Frivillige <x:b xmlns:x="urn:x">gode<\/x:b> læsevenner/' \
    "$example" >foreign.xml
cp foreign.xml before.xml
t_run "$VIRKNING" set --lang en foreign.xml læsevenner title Andet
t_is "$t_status" 1 'text around a foreign element is not guessed'
t_has "$t_err" '<x:b>' 'which is named'
t_same foreign.xml before.xml 'and kept'

# A warning that is new is told, though the file is written; an old one is not told again.
sed 's/<horizon id="lang" from="4"/<horizon id="lang" from="4.125"/' \
    "$example" >model.xml
t_run "$VIRKNING" set --lang en model.xml mellem to 3.125
t_is "$t_status" 0 'a warning does not keep it from being written'
t_is "$(grep -c 'warning: ' t_err)" 1 'only what is new is told'
t_has "$t_err" '«3.125» is read as' 'with its words'

# --- answer --------------------------------------------------------------------------------------

# findings: how many findings of I01 there are about the reading friends.
findings() {
    "$VIRKNING" check --lang en --date 2017-06-12 model.xml | grep -c 'answered: '
}

fresh
t_is "$(findings)" 0 'nothing is answered before'
t_run "$VIRKNING" answer --lang en model.xml I01 læsevenner 'Vi venter på frivillige & midler'
t_is "$t_status" 0 'a finding is answered'
t_is "$t_out" 'model.xml: «Frivillige læsevenner», I01: (nothing) → Vi venter på frivillige & midler' \
    'which is told'
t_is "$(changed)" \
    '>   <answer rule="I01" ref="læsevenner">Vi venter på frivillige &amp; midler</answer>' \
    'one line came'
t_is "$(findings)" 1 'and the program knows the answer'
t_run "$VIRKNING" answer --lang en model.xml I01 læsevenner 'Vi har dem'
t_is "$t_out" 'model.xml: «Frivillige læsevenner», I01: Vi venter på frivillige & midler → Vi har dem' \
    'a new reason takes the place of the old one'
t_is "$(changed)" '>   <answer rule="I01" ref="læsevenner">Vi har dem</answer>' 'in the same line'
t_run "$VIRKNING" answer --quiet model.xml P10 . 'De følges ad'
t_empty "$t_out$t_err" 'quietly'
t_is "$(changed)" '>   <answer rule="I01" ref="læsevenner">Vi har dem</answer>
>   <answer rule="P10">De følges ad</answer>' 'about the programme as a whole, beside the other'

refuses 2 'I have no rule «P1O». Did you mean P10?' \
    answer --lang en model.xml P1O . 'Derfor'
refuses 2 'I have no rule «zzzzzz». «virkning rule» lists all.' \
    answer --lang en model.xml zzzzzz . 'Derfor'
refuses 2 'meant «læsevenner»' answer --lang en model.xml I01 læsevener 'Derfor'
refuses 2 'The reason is missing' answer --lang en model.xml I01 læsevenner ' '
refuses 2 'answer needs all of this, in this order: FILE RULE ID REASON' \
    answer --lang en model.xml I01 læsevenner
t_done
