#!/bin/sh
# Each allocation fails once in its turn: the program ends with status 3 and writes nothing, or,
# where a library can do without that memory, goes on to the very same output. It never crashes.
# Every allocation of a small run, a spread of them in the long ones.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

case $VIRKNING in
*valgrind*) t_skip_all 'valgrind has an allocator of its own' ;;
esac
if ldd "$VIRKNING" 2>/dev/null | grep -q asan || nm "$VIRKNING" 2>/dev/null | grep -q __asan_init; then
    t_skip_all 'the sanitizers have an allocator of their own'
fi
shim=$t_tmp/failing_malloc.so
"${CC:-cc}" -std=c17 -D_GNU_SOURCE -O1 -shared -fPIC -o "$shim" \
    "$srcdir/tests/tools/failing_malloc.c" 2>"$t_tmp/cc.log" || t_skip_all 'no compiler for the shim'

# with_failure N COMMAND...: runs the program with the Nth allocation failing.
with_failure() {
    at=$1
    shift
    FAIL_AT=$at LD_PRELOAD=$shim "$VIRKNING" "$@" >"$t_tmp/out" 2>"$t_tmp/err" </dev/null
}

# each_fails NAME OUTPUT STEP COMMAND...: OUTPUT is the file that the command writes.
each_fails() {
    name=$1
    output=$2
    step=$3
    shift 3
    COUNT_TO=$t_tmp/count with_failure 0 "$@"
    wanted=$?
    if [ "$wanted" -gt 1 ]; then
        t_fail "$name: runs" "$(cat "$t_tmp/err")"
        return
    fi
    count=$(cat "$t_tmp/count")
    if [ -f "$output" ]; then cp "$output" "$t_tmp/wanted"; else cp "$t_tmp/out" "$t_tmp/wanted"; fi
    at=1
    tried=0
    bad=''
    while [ "$at" -le "$count" ]; do
        rm -f "$output"
        with_failure "$at" "$@"
        status=$?
        tried=$((tried + 1))
        result=$t_tmp/out
        if [ "$output" != "$t_tmp/none" ]; then result=$output; fi
        if [ "$status" -eq 3 ]; then
            if [ -e "$output" ]; then bad="$bad $at:output"; fi
            if ! [ -s "$t_tmp/err" ]; then bad="$bad $at:silent"; fi
        elif [ "$status" -ne "$wanted" ] || ! cmp -s "$result" "$t_tmp/wanted"; then
            bad="$bad $at:$status"
        fi
        at=$((at + 1 + at * step / 1000))
    done
    left=$(find "$t_tmp" -name 'out.*.??????')
    if [ -z "$bad$left" ] && [ "$tried" -gt 20 ]; then
        t_pass "$name: $tried of $count allocations fail cleanly"
    else
        t_fail "$name: allocations fail cleanly" "number and status:$bad left behind: $left"
    fi
}

example=$srcdir/examples/silkeborg.xml
draft=$srcdir/tests/cases/udkast.xml
each_fails 'check a draft' "$t_tmp/none" 4 check "$draft"
each_fails 'findings as SARIF' "$t_tmp/out.sarif" 20 check --to sarif "$draft" -o "$t_tmp/out.sarif"
each_fails 'check a portfolio' "$t_tmp/none" 30 check "$srcdir/tests/cases/include/diamond.xml"
each_fails 'check an example' "$t_tmp/none" 40 check "$example"
each_fails 'diagram as SVG' "$t_tmp/out.svg" 40 diagram --quiet "$example" -o "$t_tmp/out.svg"
each_fails 'plan as PDF' "$t_tmp/out.pdf" 60 plan --quiet "$example" -o "$t_tmp/out.pdf"
each_fails 'set a title' "$t_tmp/out.xml" 40 set --quiet "$example" . title 'Ny titel' \
    -o "$t_tmp/out.xml"
each_fails 'answer a finding' "$t_tmp/out.xml" 40 answer --quiet "$draft" P10 . 'De følges ad' \
    -o "$t_tmp/out.xml"
each_fails 'new model' "$t_tmp/out.xml" 20 new five-columns --quiet --title 'Ny' -o "$t_tmp/out.xml"
each_fails 'status' "$t_tmp/none" 40 status "$draft"
each_fails 'list of the rules' "$t_tmp/none" 40 rule
t_done
