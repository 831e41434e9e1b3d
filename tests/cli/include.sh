#!/bin/sh
# Models that include others, as the program is called: the installed library, findings about other
# files, what may not be read, circles, long chains, portfolios, the guide.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cases=$srcdir/tests/cases/include
cp -R "$cases" "$t_tmp/cases" && chmod -R u+w "$t_tmp/cases" && cd "$t_tmp" || exit 99

# The library lies beside what else is installed.
cp -R "$VIRKNING_DATADIR" data && chmod -R u+w data && rm -rf data/library &&
    mv cases/library data/library || exit 99
VIRKNING_DATADIR=$t_tmp/data
export VIRKNING_DATADIR

# model KIND CONTENT: a model on standard output.
model() {
    printf '<programme xmlns="urn:x-virkning:programme" format="1" xml:lang="da"%s>\n' \
        "${1:+ kind=\"$1\"}"
    printf '  <title>Naboer i Åparken</title>\n%s\n</programme>\n' "$2"
}

cd cases || exit 99
t_run "$VIRKNING" dump shared.xml
t_is "$t_status" 0 'a model with goals and indicators of others'
sed 1d shared.model >wanted
t_same "$t_tmp/t_out" wanted 'dump shows what was taken over from the installed library'
t_run "$VIRKNING" check --lang en unused.xml
t_is "$t_status" 0 'an include that nothing refers to is no error'
t_has "$t_out" 'remark: Nothing here refers to «kommune»' '... but gets a remark'
t_run "$VIRKNING" check diamond.xml
t_is "$t_status" 0 'a portfolio over two models that share a third'
t_has "$t_out" 'diamond.xml: 0 fejl' '... in the language of the portfolio'
"$VIRKNING" check --lang en - <unused.xml >out
t_ok 'standard input lies in the current folder' grep -q '^-: 0 errors, ' out

# Findings in other files.
t_run "$VIRKNING" check --lang en broken.xml
t_is "$t_status" 1 'errors in an included file: 1'
t_has "$t_out" '    <effect horisont="kort">' 'with the line of the file that they are in'
t_is "$(printf '%s\n' "$t_out" | grep -c '^parts/broken-many.xml:.*error')" 3 'the first three of a file'
t_run "$VIRKNING" dump broken.xml
t_is "$t_status" 1 'dump of it: 1'
t_empty "$t_out" '... and nothing on standard output'
t_has "$t_err" '    <effect horisont="kort">' '... with the lines of other files on standard error'
"$VIRKNING" check --to json broken.xml >out.json
t_is "$?" 1 'as JSON'
t_ok 'JSON names the other file' grep -q '"file": *"parts/broken-xml.xml"' out.json
t_run "$VIRKNING" check --lang en circle.xml
t_is "$t_status" 1 'a circle: 1'
t_has "$t_out" 'parts/ring-a.xml → parts/ring-b.xml → parts/ring-c.xml → parts/ring-a.xml' \
    'with the way round'
cd .. || exit 99

# What the user may not read. The one who may read everything lends the rights of nobody.
model '' '<include id="k" file="hidden.xml"/>' >a.xml
model '' '' >hidden.xml
chmod 000 hidden.xml
chmod 755 "$t_tmp"
if [ "$(id -u)" -ne 0 ]; then
    t_run "$VIRKNING" check --lang en a.xml
elif setpriv --reuid 65534 --regid 65534 --clear-groups "$VIRKNING" --version >out 2>&1; then
    t_run setpriv --reuid 65534 --regid 65534 --clear-groups "$VIRKNING" check --lang en a.xml
else
    t_status=skip
fi
if [ "$t_status" = skip ]; then
    t_skip 'a file that may not be read' 'root may read everything, and cannot be somebody else here'
else
    t_is "$t_status" 1 'a file that may not be read is an error in the model: 1'
    t_has "$t_out" 'a.xml:3:17: error: I cannot read hidden.xml: you have no permission.' \
        'at the include'
fi

# A chain of 300, and one that bites its tail.
i=0
while [ $i -lt 299 ]; do
    model '' "<include id=\"n\" file=\"chain$((i + 1)).xml\"/>" >"chain$i.xml"
    i=$((i + 1))
done
model '' '' >chain299.xml
t_run "$VIRKNING" check --quiet chain0.xml
t_is "$t_status" 0 'a chain of 300 files'
model '' '<include id="n" file="chain0.xml"/>' >chain299.xml
t_run "$VIRKNING" check --quiet --lang en chain0.xml
t_is "$t_status" 1 'a circle of 300 files'
t_has "$t_out" 'chain299.xml:3:17: error: The files include each other in a circle: chain0.xml → ' \
    'is found where it closes'
t_is "$(grep -c error "$t_tmp/t_out")" 2 'and told once, and at the first include'

# Documents are written from models that include others, and not into those.
cp cases/shared.xml cases/parts/maal.xml . && sed -i 's,parts/,,' shared.xml
t_run "$VIRKNING" diagram --quiet shared.xml -o out.svg
t_is "$t_status" 0 'a figure'
cp maal.xml before.xml
t_run "$VIRKNING" diagram --quiet --lang en shared.xml -o maal.xml
t_is "$t_status" 2 'an included file is not overwritten'
t_same maal.xml before.xml '... and stays as it is'
for format in text json sarif; do
    t_run "$VIRKNING" check --lang en shared.xml -o maal.xml --to $format
    t_is "$t_status" 2 "nor by findings as $format"
    t_has "$t_err" 'maal.xml belongs to the model' '... which is told'
    t_same maal.xml before.xml '... and it stays as it is'
done

# Those that are there to be drawn from, or to name others.
model library '<indicator id="ensomhed" type="proportion" unit="%"><title>Ensomme</title>
<numerator>de ensomme</numerator><denominator>alle</denominator></indicator>' >fælles.xml
model portfolio '<include id="fælles" file="fælles.xml"/>' >portefølje.xml
t_run "$VIRKNING" check --lang en fælles.xml
t_is "$t_out" 'fælles.xml: 0 errors, 0 warnings, 0 remarks' 'rules ask nothing of a library'
t_run "$VIRKNING" check --lang en portefølje.xml
t_is "$t_out" 'portefølje.xml: 0 errors, 0 warnings, 0 remarks' 'nor of a portfolio'
t_done
