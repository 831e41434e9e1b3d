#!/bin/sh
# check --to json and --to sarif: the findings of one or many files as a document for other
# programs; hostile names and texts, failures, many findings. findings.py beside knows the forms.
# VIRKNING_UPDATE=yes writes what is expected anew; read the diff.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

t_have /usr/bin/python3 || t_skip_all 'python3 is not installed'
expected=$srcdir/tests/cases/findings
rules=$srcdir/tests/cases/rules
cd "$t_tmp" || exit 99

stdin=/dev/null
look() {
    /usr/bin/python3 "$srcdir/tests/cli/findings.py" "$@"
}

# check_both STATUS NAME ARGUMENT...: both documents, as out.json and out.sarif: with that exit
# status, of the right form, and telling of the same findings.
check_both() {
    wanted=$1
    name=$2
    shift 2
    for form in json sarif; do
        "$VIRKNING" check --to $form "$@" >"out.$form" 2>"err.$form" <"$stdin"
        t_is "$?" "$wanted" "$name, $form: exit status $wanted"
        t_empty "$(look $form "out.$form")" "$name, $form: the form is right"
    done
    t_empty "$(look agree out.json out.sarif)" "$name: both tell of the same findings"
}

# value FILE PATH WANTED NAME: one value of a document.
value() {
    t_is "$(look get "$1" "$2" 2>&1)" "$3" "$4"
}

# --- what is expected, whole, in both languages -----------------------------------------------------
cp "$expected"/*.xml .
for lang in da en; do
    check_both 1 "golden in $lang" --lang $lang --date 2026-03-01 spisning.xml fejl.xml
    for form in json sarif; do
        sed 's/\("version": "\)0[^"]*"/\1VERSION"/' "out.$form" >"$lang.$form"
        if [ "${VIRKNING_UPDATE-}" = yes ]; then cp "$lang.$form" "$expected/$lang.$form"; fi
        t_same "$lang.$form" "$expected/$lang.$form" "golden in $lang: $form"
    done
done
"$VIRKNING" check --to sarif spisning.xml fejl.xml >once
"$VIRKNING" check --to sarif spisning.xml fejl.xml >twice
t_same once twice 'the same bytes every time'

# The check can fail.
cp out.sarif right.sarif
cp out.json right.json
wrong() {
    sed "$3" "right.$1" >"wrong.$1"
    t_ok "self-test: $2 is found" test -n "$(look "$1" "wrong.$1")"
}
wrong sarif 'an index of another rule' 's/"ruleIndex": 1,/"ruleIndex": 0,/'
wrong sarif 'a property that is missing' '/"executionSuccessful"/d'
wrong sarif 'a property that does not exist' 's/"startColumn"/"column"/'
wrong sarif 'a name that is no URI' 's/"uri": "fejl/"uri": "fejl og mangler/'
wrong sarif 'a line behind the end' 's/"startLine": 5,/"startLine": 5000,/'
wrong sarif 'a placeholder' 's/{{0}}/{0}/'
wrong sarif 'a link' 's/\] (/](/'
wrong json 'a count that is wrong' 's/"errors": 4/"errors": 3/'
wrong json 'a name twice' 's/"program"/"format"/'
wrong json 'a severity that does not exist' 's/"remark"/"note"/'
sed 's/"column": 22/"column": 23/' right.json >wrong.json
t_ok 'self-test: disagreement is found' test -n "$(look agree wrong.json right.sarif)"

# --- what depends on how it was called -----------------------------------------------------------------
value right.json mode draft 'a draft'
value right.json date 2026-03-01 'the date that deadlines are compared with'
value right.sarif runs.0.language en 'the language'
check_both 1 'before approval' --strict --date 2026-05-17 --lang da spisning.xml fejl.xml
value out.json mode strict 'before approval is told'
value out.sarif runs.0.properties.mode strict '... in SARIF, too'
value out.sarif runs.0.properties.date 2026-05-17 '... with the date'
cp "$rules/p01.xml" p01.xml
check_both 0 'a draft with holes' p01.xml
value out.json files.0.findings.0.severity warning 'a warning in a draft'
value out.json files.0.findings.0.strictSeverity error '... tells what it is before approval'
value out.json language da 'the language of the model'
check_both 1 'the same before approval' --strict p01.xml
value out.json files.0.findings.0.severity error 'an error before approval'
value out.sarif runs.0.results.0.level error '... in SARIF, too'
value out.sarif runs.0.tool.driver.rules.0.defaultConfiguration.level warning \
    '... where the rule says what it is by default'

# One language per document: that of the first model that says it.
sed 's/xml:lang="da"/xml:lang="en"/' p01.xml >english.xml
sed 's/ xml:lang="da"//' p01.xml >plain.xml
check_both 0 'two languages' plain.xml english.xml p01.xml
value out.json language en 'the first model that says its language decides'
LC_ALL=da_DK.UTF-8 "$VIRKNING" check --to json plain.xml >out.json
value out.json language da 'where none does, the environment'

# --quiet: only errors are listed; all are counted.
check_both 1 quiet --quiet --lang en spisning.xml fejl.xml
value out.json 'files.0.findings.#' 0 'quiet: no warnings'
t_ok 'quiet: they are counted' test "$(look get out.json files.0.counts.warnings)" -gt 0
value out.json 'files.1.findings.#' 4 'quiet: errors are listed'
value out.sarif 'runs.0.results.#' 4 'quiet: SARIF has errors only'

# Nothing was found: whole documents all the same.
cp "$rules/p01-quiet.xml" fine.xml
check_both 0 'nothing found' fine.xml
value out.json 'files.0.findings.#' 0 'nothing found: an empty list'
value out.json files.0.outcome checked 'nothing found: the file was checked'
value out.sarif 'runs.0.results.#' 0 'nothing found: no results'
value out.sarif 'runs.0.tool.driver.rules.#' 0 'nothing found: no rules'
value out.sarif 'runs.0.artifacts.#' 1 'nothing found: the file is named'

# A further schema.
cat >narrow.rng <<'END'
<element name="programme" ns="urn:x-virkning:programme" xmlns="http://relaxng.org/ns/structure/1.0"><empty/></element>
END
check_both 1 'a further schema' --schema narrow.rng fine.xml
value out.json schema narrow.rng 'a further schema is named'
printf '<element xmlns="http://relaxng.org/ns/structure/1.0"/>' >broken.rng
check_both 3 'a schema that is none' --schema broken.rng fine.xml fejl.xml
value out.json files.0.outcome failed 'a schema that is none: the check failed'
value out.sarif runs.0.invocations.0.toolExecutionNotifications.0.descriptor.id schema \
    '... which is a notification'
value out.sarif \
    runs.0.invocations.0.toolExecutionNotifications.0.locations.0.physicalLocation.artifactLocation.uri \
    broken.rng '... at its place'
value out.sarif 'runs.0.results.#' 4 '... and no result; what stands in the models is'

# --- hostile names ---------------------------------------------------------------------------------------
mkdir -p 'æ ø å' && cp p01.xml 'æ ø å/100 % "sikker" <&>.xml'
check_both 0 'blanks, Danish letters, quotes' 'æ ø å/100 % "sikker" <&>.xml'
value out.json files.0.name 'æ ø å/100 % "sikker" <&>.xml' '... as it was named'
value out.sarif runs.0.artifacts.0.location.uri \
    '%C3%A6%20%C3%B8%20%C3%A5/100%20%25%20%22sikker%22%20%3C%26%3E.xml' '... encoded'
newline='to
linjer.xml'
cp p01.xml "$newline"
check_both 0 'a line feed in the name' "$newline"
value out.json files.0.name "$newline" '... as it was named'
value out.sarif runs.0.artifacts.0.location.uri to%0Alinjer.xml '... encoded'
cp p01.xml 'c:d.xml'
cp p01.xml './-x?#.xml'
check_both 0 'names that look like something else' c:d.xml './/-x?#.xml' "$t_tmp/./p01.xml"
value out.sarif runs.0.artifacts.0.location.uri -x%3F%23.xml '... a question'
value out.sarif runs.0.artifacts.1.location.uri c%3Ad.xml '... a scheme'
value out.sarif runs.0.artifacts.2.location.uri "file://$t_tmp/p01.xml" '... a path from the root'
latin=$(printf 's\346r.xml')
if cp p01.xml "$latin" 2>/dev/null; then
    check_both 0 'a name that is not UTF-8' "$latin"
    value out.json files.0.name 's�r.xml' '... is made readable'
    value out.sarif runs.0.artifacts.0.location.uri s%E6r.xml '... and kept in the reference'
else
    t_skip 'a name that is not UTF-8' 'this file system takes none'
fi
check_both 0 'the same file twice' p01.xml ./p01.xml
value out.json 'files.#' 2 'the same file twice: as it was asked for'
value out.sarif 'runs.0.artifacts.#' 1 'the same file twice: one artifact'
mkdir sub && (cd sub && "$VIRKNING" check --to sarif ../p01.xml) >out.sarif
value out.sarif runs.0.artifacts.0.location.uri ../p01.xml 'a file in the folder above'

# --- hostile texts -----------------------------------------------------------------------------------------
# The control characters of C1 are allowed in XML, and so are the line separators.
printf '<programme xmlns="urn:x-virkning:programme" format="1" xml:lang="da"><title>T</title>
<activity id="a"><title>A \302\205 \342\200\250 \342\200\251 "\\ \\" {1} [x](y) %%s</title></activity>
<activity id="b"><title>B</title><leads-to ref="e"/></activity>
<effect id="e"><title>E</title></effect></programme>' >texts.xml
check_both 0 'control characters and quotes' --lang en texts.xml
t_has "$(cat out.json)" '«A � � � \"\\ \\\" {1} [x](y) %s»' 'they are shown, not sent'
t_has "$(look get out.json files.0)" '\"\\ \\\" {1} [x](y) %s' 'and mean themselves'
t_has "$(cat out.sarif)" '\"\\ \\\" {{1}} [x] (y) %s»' 'no placeholder and no link gets into SARIF'

# --- failures among good files ---------------------------------------------------------------------------------
check_both 3 'a file that is not there' --lang en fine.xml absent.xml p01.xml .
t_has "$(cat err.json)" 'absent.xml' 'it is said on standard error as well'
value out.json files.1.outcome failed 'the file that is not there'
value out.json files.1.findings.0.id file '... with the reason'
value out.json files.2.outcome checked '... does not keep the others from being checked'
value out.sarif runs.0.invocations.0.executionSuccessful false '... the run is no success'
value out.sarif runs.0.invocations.0.exitCode 3 '... with its exit status'
value out.sarif 'runs.0.invocations.0.toolExecutionNotifications.#' 2 '... two notifications'
t_ok '... beside the results' test "$(look get out.sarif 'runs.0.results.#')" -gt 0
check_both 3 'nothing but a failure' absent.xml
if [ "$(id -u)" -ne 0 ]; then
    cp p01.xml locked.xml && chmod 0 locked.xml
    check_both 3 'a file that may not be read' fine.xml locked.xml
else
    t_skip 'a file that may not be read' 'root may read everything'
fi
printf '<programme' >cut.xml
: >empty.xml
printf 'PK\003\004 and so on' >office.xml
check_both 1 'files that are no models' cut.xml empty.xml office.xml fine.xml
value out.json files.0.outcome unusable 'a file that is no model: the rules were not applied'

# --- standard input ----------------------------------------------------------------------------------------------
stdin=spisning.xml
check_both 0 'standard input' --lang en -
stdin=/dev/null
value out.json files.0.name - 'standard input: its name'
value out.sarif runs.0.invocations.0.stdin.uri stdin: 'standard input: no file'
value out.sarif runs.0.results.0.locations.0.physicalLocation.artifactLocation.uri stdin: \
    '... where findings lie'

# --- many findings --------------------------------------------------------------------------------------------------
{
    printf '<programme xmlns="urn:x-virkning:programme" format="1" xml:lang="da"><title>T</title>\n'
    i=0
    while [ $i -lt 400 ]; do
        printf '<activity id="a%d" a="" from="i går"><title>A</title><leads-to ref="x%d"/></activity>\n' $i $i
        i=$((i + 1))
    done
    printf '</programme>\n'
} >many.xml
check_both 1 'over a hundred of a kind' --lang en many.xml
errors=$(look get out.json files.0.counts.errors)
shown=$(look get out.json 'files.0.findings.#')
t_ok 'over a thousand are counted' test "$errors" -ge 1200
t_ok 'a hundred of a kind are listed' test "$shown" -ge 300
value out.json files.0.counts.notShown $((errors - shown)) 'what is not listed is told'
value out.sarif 'runs.0.results.#' "$shown" '... SARIF lists the same'
value out.sarif runs.0.artifacts.0.properties.counts.notShown $((errors - shown)) '... and tells it'
value out.sarif runs.0.invocations.0.toolExecutionNotifications.0.message.text \
    "$((errors - shown)) more of the same kinds are not shown" '... in words, too'
value out.sarif runs.0.invocations.0.executionSuccessful true '... as no failure'
i=0
while [ $i -lt 200 ]; do cp p01.xml "file$i.xml"; i=$((i + 1)); done
check_both 0 'many files' file*.xml
value out.json 'files.#' 200 'many files: each is there'

# --- where the document goes ------------------------------------------------------------------------------------------
t_run "$VIRKNING" check --lang en --to json spisning.xml fejl.xml -o file.json
t_is "$t_status" 1 '-o: the exit status is that of the findings'
t_empty "$t_out$t_err" '-o: nothing is printed'
t_ok '-o: the document is in the file' grep -q '"virkning-findings"' file.json
for name in report.sarif report.sarif.json; do
    t_run "$VIRKNING" check spisning.xml -o $name
    t_empty "$(look sarif $name 2>&1)" "-o $name: the name says SARIF"
done
t_run "$VIRKNING" check spisning.xml -o report.json
t_empty "$(look json report.json 2>&1)" '-o report.json: the name says JSON'
t_run "$VIRKNING" check spisning.xml fejl.xml absent.xml -o report.txt
t_is "$t_status" 3 '-o report.txt: a failure is a failure'
"$VIRKNING" check spisning.xml fejl.xml absent.xml >wanted.txt 2>wanted.err
t_same report.txt wanted.txt '-o report.txt: text, as it is printed'
t_same t_err wanted.err '... with failures on standard error'
t_run "$VIRKNING" check --to text spisning.xml -o report.json
t_ok '--to text: text, whatever the name says' grep -q '^spisning.xml: ' report.json
"$VIRKNING" check --to sarif spisning.xml -o - >dash
"$VIRKNING" check --to sarif spisning.xml >plain
t_same dash plain '-o -: standard output'
echo before >kept.json
t_run "$VIRKNING" check spisning.xml -o absent/out.json
t_is "$t_status" 3 '-o into a folder that is not there: 3'
t_has "$t_err" 'absent/out.json' '... is said'
for option in '--to xml' '--to=' '--to JSON'; do
    # shellcheck disable=SC2086 # words are wanted
    t_run "$VIRKNING" check $option spisning.xml -o kept.json
    t_is "$t_status" 2 "exit 2: $option"
    t_has "$t_err" 'text, json' '... with what there is'
done
t_run "$VIRKNING" check spisning.xml --schema narrow.rng -o narrow.rng
t_is "$t_status" 2 'the schema is not overwritten'
t_run "$VIRKNING" check fine.xml spisning.xml -o spisning.xml
t_is "$t_status" 2 'a model is not overwritten'
t_same spisning.xml "$expected/spisning.xml" '... and is as it was'
t_is "$(cat kept.json)" before 'a wrong command line leaves the output alone'
if [ -w /dev/full ]; then
    for form in json sarif; do
        "$VIRKNING" check --to $form fejl.xml >/dev/full 2>err
        t_is "$?" 3 "a full disk: $form"
    done
else
    t_skip 'a full disk' 'there is no /dev/full'
fi
t_done
