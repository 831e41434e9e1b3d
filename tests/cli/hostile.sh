#!/bin/sh
# Hostile and broken files do no harm: each ends with a finding that names what is wrong, in bounded
# memory and output, leaves nothing behind and changes nothing. What they are: hostile.py beside. How
# long they may take is measured by bench/run; here only a hang would be noticed.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

t_have /usr/bin/python3 timeout || t_skip_all 'python3 or timeout is not installed'
scale=10
memory=1500000 # KB
# Builds with sanitizers and valgrind are slow, and need address space for themselves.
if [ "${VIRKNING_SANITIZED-}" = yes ]; then
    scale=200
    memory=unlimited
fi
guard=120 # seconds, for what takes one

# bounded COMMAND...: runs the program, which may neither hang nor fill the memory.
bounded() (
    # shellcheck disable=SC3045 # every shell that we meet has it
    ulimit -v "$memory"
    exec timeout "$guard" "$VIRKNING" "$@" </dev/null
)

# says FILE IDS: one of the findings has one of the ids.
says() {
    for id in $2; do
        if grep -q "\\[$id\\]\$" "$1"; then return 0; fi
    done
    return 1
}

# leaves_nothing COMMAND...: the command is refused with a word why, and writes no file.
leaves_nothing() {
    mkdir out
    bounded "$@" >said 2>&1
    case $? in 1 | 3) test -s said ;; *) false ;; esac &&
        test -z "$(ls -A out)"
    leaves_status=$?
    rm -rf out
    return $leaves_status
}

# checked NAME IDS: check says what is wrong, at a length that can be read.
checked() {
    case $2 in
    -) wanted=0 ;;
    *) wanted=1 ;;
    esac
    bounded check --lang en "$1.xml" >said 2>&1
    checked_status=$?
    if [ "$checked_status" -eq $wanted ] && [ "$(wc -c <said)" -lt 1000000 ] &&
        { [ $wanted -eq 0 ] || says said "$2"; }; then
        t_pass "check $1"
    else
        t_fail "check $1" "status $checked_status, wanted $wanted and one of: $2
$(head -c 2000 said)"
    fi
}

# refused NAME IDS NUMBER: the commands that write or print are refused; one of them in turn where
# that is slow. What only a rule finds wrong keeps a document from being made, nothing else.
refused() {
    file=$1.xml
    turn=all
    if [ "$scale" -gt 10 ]; then turn=$(($3 % 5)); fi
    cp "$file" original
    trouble=''
    for command in "0 plan --quiet $file -o out/plan.pdf" "1 diagram --quiet $file -o out/flow.svg" \
        "2 dump $file" "3 set --quiet $file . title Nyt -o out/new.xml" \
        "4 answer --quiet $file P01 . Aftalt"; do
        if [ "$turn" != all ] && [ "$turn" != "${command%% *}" ]; then continue; fi
        case $2:$command in [A-Z][0-9][0-9]:[2-4]*) continue ;; esac
        # shellcheck disable=SC2086 # the words of a command
        leaves_nothing ${command#* } || trouble="$trouble $command:
$(head -c 1000 said)"
    done
    cmp -s "$file" original || trouble="$trouble $file has changed"
    t_empty "$trouble" "$1 is refused and left alone"
}

# --- one file after the other ------------------------------------------------------------------------

cd "$t_tmp" || exit 99
/usr/bin/python3 "$srcdir/tests/cli/hostile.py" . $scale >list || exit 99
tab=$(printf '\t')
t_ok 'there are files to refuse' test "$(grep -vc -e '-$' list)" -gt 60
number=0
while IFS="$tab" read -r name ids; do
    # Under valgrind a process for each takes ten minutes; below one reads them all.
    if [ -n "${MEMCHECK-}" ]; then break; fi
    number=$((number + 1))
    checked "$name" "$ids"
    # A title that is too large for a drawing is no harm; what is wrong must not be drawn.
    if [ "$ids" != - ]; then refused "$name" "$ids" $number; fi
done <list

# The largest at their full size.
if [ $scale -eq 10 ]; then
    for name in text ids tags; do
        mkdir full
        ids=$(/usr/bin/python3 "$srcdir/tests/cli/hostile.py" full 1 "$name" | cut -f 2)
        checked "full/$name" "$ids"
        rm -r full
    done
fi

# What is said as JSON and SARIF is whole as well, whatever is quoted in it.
for format in json sarif; do
    # shellcheck disable=SC2046 # the names are words
    bounded check --to $format $(cut -f 1 list | sed 's/$/.xml/') -o findings.$format 2>said
    t_is "$?" 1 "all of them as $format"
    t_ok "... which can be read" /usr/bin/python3 -c \
        'import json, sys; json.load(open(sys.argv[1], encoding="utf-8"))' findings.$format
done

# --- truncated ---------------------------------------------------------------------------------------

example=$srcdir/examples/boerneliv.xml
length=$(wc -c <"$example")
at=0
while [ "$at" -lt "$((length - 20))" ]; do
    head -c "$at" "$example" >"cut-$at.xml"
    at=$((at + 1024))
done
bounded check --lang en cut-*.xml >said 2>&1
t_is "$?" 1 'truncated at every kilobyte'
t_is "$(grep -c '^cut-[0-9]*.xml: [1-9][0-9]* error' said)" "$(find . -name 'cut-*.xml' | wc -l)" \
    '... and a finding in every file'

# All of them by one process, which a checker of memory may watch.
# shellcheck disable=SC2086 # the words of a command
t_ok 'all of them in one process' timeout 600 ${MEMCHECK-} "$builddir/tests/fuzz/fuzz_reader" ./*.xml

# --- what is no file, and what is larger than any -----------------------------------------------------

mkfifo pipe.xml
mkdir folder.xml
ln -s /dev/zero zero.xml
ln -s round.xml round.xml
truncate -s 300M huge.xml
for name in pipe folder zero round huge absent; do
    bounded check --lang en $name.xml >said 2>&1
    t_is "$?" 3 "check $name.xml"
    t_ok '... says why' says said file
    t_ok "set $name.xml leaves nothing" leaves_nothing set $name.xml . title Nyt -o out/new.xml
done
{ sleep 1 && cat fine >pipe.xml; } &
bounded check --lang en pipe.xml >said 2>&1
t_is "$?" 0 'a pipe that somebody writes to in a moment is read'
wait

# The same, and hostile models, included.
{
    printf '<programme xmlns="urn:x-virkning:programme" format="1"><title>T</title>\n'
    for name in pipe folder zero round huge absent bomb attributes deep text nul utf-16-odd binary \
        ids truncated circle-like; do
        printf '<include id="i-%s" file="%s.xml"/>\n' $name $name
    done
    printf '<include id="i-etc" file="/etc/passwd"/>\n</programme>\n'
} >includes.model
bounded check --lang en includes.model >said 2>&1
t_is "$?" 1 'includes of what is no model'
line=2
for name in pipe folder zero round huge absent bomb attributes deep text nul utf-16-odd binary ids \
    truncated circle-like; do
    t_ok "... $name" grep -q "^includes.model:$line:.*\\[\\(include\\|file\\)\\]" said
    line=$((line + 1))
done
t_ok '... a path of this machine' grep -q "^includes.model:$line:.*\\[include\\]" said
t_ok 'no plan of it' leaves_nothing plan includes.model -o out/plan.pdf

# --- other files that the program is given -------------------------------------------------------------

for name in binary nul comment huge pipe folder zero; do
    for command in "check --words" "diagram -o out/flow.svg --style" "check --schema"; do
        # shellcheck disable=SC2086 # the words of a command
        t_ok "$command $name.xml" leaves_nothing $command $name.xml fine
    done
done

# --- lines beyond 65,535 ------------------------------------------------------------------------------

{
    printf '<programme xmlns="urn:x-virkning:programme" format="1" xml:lang="da">\n<title>T</title>\n'
    /usr/bin/python3 -c 'print("<asset><title>Bænken ved åen</title></asset>\n" * 100000, end="")'
    printf '<activity><title>Læsevenner</title></activity>\n' # line 100,003
} >half.model
{ cat half.model && printf '</programme>\n'; } >rules.model
{ cat half.model && printf '<activity from="14-08-2017"><title>Møder</title></activity>\n</programme>\n'; } \
    >reader.model
{ cat half.model && printf '<purpose>&</purpose>\n</programme>\n'; } >xml.model
for format in text json sarif; do
    bounded check --to $format --lang en rules.model >rules.$format
    bounded check --to $format --lang en reader.model >reader.$format
    bounded check --to $format --lang en xml.model >xml.$format
done
t_ok 'a rule, at its line' grep -q '^rules.model:100003:18: warning: .*\[P02\]$' rules.text
t_ok 'the reader, at its line' grep -q '^reader.model:100004:11: error: .*\[date\]$' reader.text
t_ok '... which is shown' grep -q '^    <activity from="14-08-2017">' reader.text
t_ok 'the parser, at its line' grep -q '^xml.model:100004:10: error: .*\[xml\]$' xml.text
for format in json sarif; do
    word=line
    if [ $format = sarif ]; then word=startLine; fi
    t_ok "a rule ($format)" grep -q "\"$word\": 100003" rules.$format
    t_ok "the reader ($format)" grep -q "\"$word\": 100004" reader.$format
    t_ok "the parser ($format)" grep -q "\"$word\": 100004" xml.$format
done
t_done
