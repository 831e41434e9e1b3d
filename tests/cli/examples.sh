#!/bin/sh
# The examples and the libraries: what the program says of them, in both languages, and how it
# understands them. VIRKNING_UPDATE=yes writes what is expected anew; read the diff.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

expected=$srcdir/tests/cases/examples

# Each example, and the day on which somebody looks at it.
examples='aarhus 2025-06-12
boerneliv 2017-06-12
foerste-udkast 2026-06-12
forbillede 2026-06-12
gladsaxe 2022-06-12
halsnaes 2025-06-12
havndal 2022-06-12
kommunens-maal 2026-06-12
portefoelje 2026-06-12
silkeborg 2017-06-12
viborg 2022-06-12'

# compare NAME: the file NAME of the test's folder with what is expected under the same name.
compare() {
    if [ "${VIRKNING_UPDATE-}" = yes ]; then cp "$t_tmp/$1" "$expected/$1"; fi
    t_same "$t_tmp/$1" "$expected/$1" "$1 is as expected"
}

# each FOLDER NAME DAY: check and dump of a model against its golden files.
each() {
    for lang in da en; do
        (cd "$1" && "$VIRKNING" check --lang "$lang" --date "$3" "$2.xml") >"$t_tmp/$2.$lang.diag" \
            2>"$t_tmp/trouble"
        t_is $? 0 "$2 has no errors"
        t_empty "$(cat "$t_tmp/trouble")" "$2: nothing on stderr"
        compare "$2.$lang.diag"
    done
    (cd "$1" && "$VIRKNING" dump "$2.xml") >"$t_tmp/$2.model"
    compare "$2.model"
}

listed=
while read -r name day; do
    each "$srcdir/examples" "$name" "$day"
    listed="$listed $name.xml"
done <<EOT
$examples
EOT
for model in "$srcdir"/examples/*.xml; do
    t_has "$listed " " ${model##*/} " "${model##*/} has its day"
done
for model in "$srcdir"/library/*.xml; do
    model=${model##*/}
    each "$srcdir/library" "${model%.xml}" 2026-06-12
done

# --- findings that each example is there to show --------------------------------------------

cd "$srcdir/examples" || exit 99

# line_of FILE ID TEXT: the first line from the element with that id on that holds the text.
line_of() {
    id="id=\"$2\"" text=$3 awk 'index($0, ENVIRON["id"]) { there = 1 }
        there && index($0, ENVIRON["text"]) { print NR; exit }' "$1"
}
printf '<a id="x">\n<title>Ens</title>\n<a id="y">\n<title>Ens</title>\n' >"$t_tmp/twice"
t_is "$(line_of "$t_tmp/twice" y '<title>Ens')" 4 'self-test: the title of that element'
t_is "$(line_of "$t_tmp/twice" y 'Andet')" '' 'self-test: no such line'

"$VIRKNING" check --lang da --date 2017-09-12 silkeborg.xml >"$t_tmp/silkeborg-september.da.diag"
"$VIRKNING" check --lang en --date 2017-09-12 silkeborg.xml >"$t_tmp/silkeborg-september.en.diag"

# run | rule | id of an element | what stands in the line: a title, or an arrow in the element
while IFS='|' read -r run rule id text; do
    file=${run%-september}.xml
    line=$(line_of "$file" "$id" "$text")
    for lang in da en; do
        t_ok "$run, $lang: $rule at «$text»" \
            grep -q "^$file:${line:-none}:.*\[$rule\]\$" "$t_tmp/$run.$lang.diag"
    done
done <<'EOT'
silkeborg|P07|trivselsgrupper|<leads-to ref="forståelse"
silkeborg|P08|forældrestøtte|Forældre støttes i at styrke
silkeborg|P08|nye-handlinger|Afprøve nye handlinger
silkeborg|P10|forståelse|forstår barnets situation og støtter det bedre
silkeborg|P10|mestring|mestrer hverdagen og trives
silkeborg|P11|alle-møder|Eleverne kommer til alle 10 mødegange
silkeborg|P13|forståelse|<leads-to ref="mestring"
silkeborg|P13|nye-handlinger|<leads-to ref="mestring"
silkeborg|I01|læsevenner|Frivillige læsevenner
silkeborg|I01|forståelse|Fagprofessionelle forstår
silkeborg|I01|mestring|Familier i udsatte positioner
silkeborg|I10|alle-møder|Eleverne kommer til alle 10 mødegange
silkeborg|I14|børnenes-oplevelse|ressourcer, ro, mod til at handle
silkeborg|I14|udhvilede-børn|Børnene er udhvilede
silkeborg|I15|deltagelse|70 % af de nytilkomne
silkeborg-september|P24|læsevenner|Frivillige læsevenner
gladsaxe|I01|mix-fritid|Socialt mix i fritiden
halsnaes|P02|digitale-løsninger|Digitale løsninger
halsnaes|P02|fremskudte-tilbud|Tilbud, hvor borgerne bor
aarhus|P02|teknologi|Teknologi på tværs
aarhus|V07|forløbsmåling|Sundhedshusenes egen opgørelse
havndal|P17|har-det-gjort-en-forskel|gjort en forskel for børnene
viborg|P20|madpakker|Sunde madpakker i skolen
foerste-udkast|P02|kort|Kort over stier og bænke
EOT

# count RUN RULE HOW-MANY WHY: the findings of a rule, in both languages.
count() {
    for lang in da en; do
        t_is "$(grep -c "\[$2\]\$" "$t_tmp/$1.$lang.diag")" "$3" "$1, $lang: $2 $4"
    done
}
count silkeborg P13 5 'only outside the block'
count silkeborg P24 0 'not before the summer has passed'
count gladsaxe I01 1 'at one theme only'
count halsnaes P02 2 'not at the method that leads somewhere'
count viborg P28 0 'because the trial actions say when to stop, adapt or scale'

# --- before approval ---------------------------------------------------------------------------

t_run "$VIRKNING" check --strict silkeborg.xml
t_is "$t_status" 1 'what is missing in silkeborg blocks'
for model in forbillede.xml kommunens-maal.xml portefoelje.xml; do
    for lang in da en; do
        t_run "$VIRKNING" check --strict --lang "$lang" --date 2026-06-12 "$model"
        t_is "$t_status" 0 "$model, $lang: nothing blocks"
        t_is "$(printf '%s\n' "$t_out" | grep -c '\[[A-Za-z0-9-]*\]$')" 0 \
            "$model, $lang: not one finding"
        t_is "$(printf '%s\n' "$t_out" | wc -l)" 1 "$model, $lang: one line says so"
    done
done
t_empty "$(grep '<answer' forbillede.xml)" 'forbillede: none of it is answered away'

# A model draws on a library by its name alone.
cat >"$t_tmp/draws.xml" <<'EOT'
<programme xmlns="urn:x-virkning:programme" format="1" xml:lang="da">
  <title>Trækker på biblioteket</title>
  <include id="kl" file="kl-boligsocial"/>
  <include id="data" file="handbogens-dataeksempler"/>
  <effect id="a"><title>Flere klarer skolen</title>
    <indicator id="karakterer" like="kl:karaktergennemsnit"><title>Karakterer</title></indicator>
    <indicator id="fravær" like="data:skolefravær"><title>Fravær</title></indicator>
  </effect>
</programme>
EOT
t_run "$VIRKNING" dump "$t_tmp/draws.xml"
t_is "$t_status" 0 'the libraries are found by name'
t_has "$t_out" 'type=mean' 'the type comes from the library'
t_has "$t_out" 'direction=down' 'the direction comes from the library'

t_done
