# A small TAP library for the shell tests. Source it first:
#
#     . "$srcdir/tests/tap.sh"
#     t_run "$VIRKNING" --version
#     t_is "$t_status" 0 'says its version'
#     t_done
#
# The environment comes from AM_TESTS_ENVIRONMENT in Makefile.am: srcdir, builddir (absolute),
# VIRKNING, VIRKNING_DATADIR, a fixed locale, time zone and SOURCE_DATE_EPOCH. A test that ends
# before t_done has no plan, and the harness counts that as a failure.
# shellcheck shell=sh disable=SC2034

: "${srcdir:?run me through make check}" "${builddir:?run me through make check}"
: "${VIRKNING:?run me through make check}"

t_count=0
t_failed=0

# A folder of the test's own, removed at the end.
t_tmp=$(mktemp -d "${TMPDIR:-/tmp}/virkning-test.XXXXXX") || exit 99
trap 'rm -rf "$t_tmp"' EXIT
trap 'exit 99' HUP INT TERM

# t_note TEXT: a diagnostic; every line of it becomes a comment.
t_note() {
    printf '%s\n' "$1" | sed 's/^/# /'
}

# t_pass NAME, t_fail NAME [WHY]: one result.
t_pass() {
    t_count=$((t_count + 1))
    printf 'ok %d - %s\n' "$t_count" "$1"
}
t_fail() {
    t_count=$((t_count + 1))
    t_failed=$((t_failed + 1))
    printf 'not ok %d - %s\n' "$t_count" "$1"
    if [ -n "${2-}" ]; then t_note "$2"; fi
}

# t_ok NAME COMMAND...: passes if the command succeeds; what it prints is shown if it fails.
t_ok() {
    t_name=$1
    shift
    if t_said=$("$@" 2>&1); then
        t_pass "$t_name"
    else
        t_fail "$t_name" "command failed: $*
$t_said"
    fi
}

# t_is GOT WANTED NAME: compares two texts.
t_is() {
    if [ "$1" = "$2" ]; then
        t_pass "$3"
    else
        t_fail "$3" "wanted: $2
got:    $1"
    fi
}

# t_has TEXT PART NAME: the text contains the part.
t_has() {
    case $1 in
    *"$2"*) t_pass "$3" ;;
    *) t_fail "$3" "wanted somewhere: $2
got: $1" ;;
    esac
}

# t_empty TEXT NAME: nothing was said; what was said is the explanation.
t_empty() {
    if [ -z "$1" ]; then t_pass "$2"; else t_fail "$2" "$1"; fi
}

# t_same FILE WANTED NAME: compares two files and shows the first differences.
t_same() {
    if cmp -s "$1" "$2"; then
        t_pass "$3"
    else
        t_fail "$3" "$(diff -u "$2" "$1" | head -n 40)"
    fi
}

# t_run COMMAND...: runs it with empty input; sets t_status, t_out and t_err.
t_run() {
    "$@" >"$t_tmp/t_out" 2>"$t_tmp/t_err" </dev/null
    t_status=$?
    t_out=$(cat "$t_tmp/t_out")
    t_err=$(cat "$t_tmp/t_err")
}

# t_skip NAME REASON: a test that cannot run here. Named at the end of ./quickstart check.
t_skip() {
    t_count=$((t_count + 1))
    printf 'ok %d - %s # SKIP %s\n' "$t_count" "$1" "$2"
}

# t_skip_all REASON: none of this program's tests can run here.
t_skip_all() {
    printf '1..0 # SKIP %s\n' "$1"
    exit 0
}

# t_have TOOL...: true if all of them are installed.
t_have() {
    for t_tool in "$@"; do
        command -v "$t_tool" >/dev/null 2>&1 || return 1
    done
}

# t_done: prints the plan; the last line of every test.
t_done() {
    printf '1..%d\n' "$t_count"
    if [ "$t_count" -eq 0 ]; then t_note 'no tests'; exit 1; fi
    exit 0
}
