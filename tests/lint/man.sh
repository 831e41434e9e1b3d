#!/bin/sh
# The manual pages are well formed, and virkning.1 knows the same commands and options as the
# program's own help.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

# What an option looks like in a text: --name, not part of a longer word.
options_in() {
    grep -oE '(^|[^[:alnum:]-])--[a-z][a-z-]*' | grep -oE -- '--[a-z][a-z-]*' | LC_ALL=C sort -u
}
# Commands in the help: indented lines below "Commands:", the first word of each.
commands_in_help() {
    awk '/^[Cc]ommands:/ { on = 1; next } on && /^[^ ]/ { on = 0 }
         on && /^  [a-z]/ { print $1 }' | LC_ALL=C sort -u
}
# Commands in the manual: the items of the section COMMANDS.
commands_in_man() {
    awk '/^\.Sh / { on = $2 == "COMMANDS" } on && /^\.It Cm / { print $3 }' | LC_ALL=C sort -u
}
# The options of one command, from the usage line of its help and from the SYNOPSIS.
usage_in_help() {
    grep '^Usage:' | grep -oE -- '(^|[^[:alnum:]-])--?[a-z][a-z-]*' | grep -oE -- '--?[a-z-]*' |
        LC_ALL=C sort -u
}
usage_in_man() {
    awk -v command="$1" '/^\.Sh / { section = $2 } section != "SYNOPSIS" { next }
        /^\.Nm/ { on = 0 } /^\.Cm / { on = $2 == command }
        on && match($0, /^\.(Op )?Fl Fl [a-z-]+/) { split(substr($0, RSTART, RLENGTH), word, "Fl Fl ")
            print "--" word[2]; next }
        on && match($0, /^\.(Op )?Fl [a-z]+/) { split(substr($0, RSTART, RLENGTH), word, "Fl ")
            print "-" word[2] }' | LC_ALL=C sort -u
}
# differences HELP PAGE: what one of them says and the other does not.
differences() {
    options_in <"$1" >"$t_tmp/help.options"
    mandoc -Tutf8 "$2" | sed "s/.$backspace//g" | options_in >"$t_tmp/man.options"
    commands_in_help <"$1" >"$t_tmp/help.commands"
    commands_in_man <"$2" >"$t_tmp/man.commands"
    for kind in options commands; do
        [ -s "$t_tmp/help.$kind" ] || echo "no $kind in the help"
        LC_ALL=C comm -23 "$t_tmp/help.$kind" "$t_tmp/man.$kind" | sed "s/^/only in the help ($kind): /"
        LC_ALL=C comm -13 "$t_tmp/help.$kind" "$t_tmp/man.$kind" |
            sed "s/^/only in the manual page ($kind): /"
    done
}

backspace=$(printf '\b')
t_have mandoc || t_skip_all 'mandoc is not installed'

printf '.Dd January 1, 2026\n.Dt WRONG 1\n.Os\n.Sh NAME\n.Nm wrong\n.Nd x\n.Sh COMMANDS\n.Bl -tag -width Ds\n.It Cm a\n.Fl Fl one\n.El\n' \
    >"$t_tmp/right.1"
printf '.Sh NAME\n.Bl -tag\n.Nope x\n' >"$t_tmp/wrong.1"
printf 'Commands:\n  a  does a\n  b  does b\n\nOptions:\n  --one  first\n  --two  second\n' >"$t_tmp/help"
t_ok 'self-test: mandoc passes a right page' mandoc -Tlint -W warning "$t_tmp/right.1"
t_run mandoc -Tlint -W warning "$t_tmp/wrong.1"
t_ok 'self-test: mandoc refuses a wrong page' test "$t_status" -ne 0
t_is "$(differences "$t_tmp/help" "$t_tmp/right.1")" 'only in the help (options): --two
only in the help (commands): b' 'self-test: the comparison can fail'

for page in "$srcdir"/docs/*.[1-9]; do
    t_ok "mandoc has nothing to say about docs/${page##*/}" mandoc -Tlint -W warning "$page"
done
t_run "$VIRKNING" --help
t_is "$t_status" 0 'virkning --help succeeds'
t_empty "$(differences "$t_tmp/t_out" "$srcdir/docs/virkning.1")" \
    'help and manual page know the same commands and options'
commands_in_help <"$t_tmp/t_out" >"$t_tmp/commands"
while read -r command; do
    t_run "$VIRKNING" "$command" --help
    t_is "$(usage_in_help <"$t_tmp/t_out")" "$(usage_in_man "$command" <"$srcdir/docs/virkning.1")" \
        "virkning $command --help and SYNOPSIS name the same options"
done <"$t_tmp/commands"
t_done
