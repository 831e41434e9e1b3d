#!/bin/sh
# The commands that README.md, virkning.1 and the guides show do what they say: they are run, one
# after the other, in an empty folder beside the examples, with the program on PATH.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

# In README.md: the lines of blocks that open with ```sh. ./quickstart installs packages and
# builds; it is not run from inside a test of the build, only its words are checked.
commands_in_readme() {
    awk '/^```/ { on = !on && $0 == "```sh"; next } on && !/^#/ && NF { sub(/^\$ /, ""); print }'
}
# In the manual: lines of EXAMPLES that begin with a prompt.
commands_in_man() {
    awk '/^\.Sh / { on = $2 == "EXAMPLES" } on && /^\.Dl \$ / { sub(/^\.Dl \$ /, ""); print }'
}

# files_in_guide FOLDER: the blocks that open with ```xml NAME and the like are files, which the
# guide's commands then use.
files_in_guide() {
    awk -v folder="$1" '/^```/ { name = $2; next } name { print >(folder "/" name) }'
}

mkdir "$t_tmp/bin"
cat >"$t_tmp/bin/virkning" <<END
#!/bin/sh
exec $VIRKNING "\$@"
END
chmod +x "$t_tmp/bin/virkning"

# run_all LABEL FILE: runs each line of FILE as a command, in one folder.
run_all() {
    mkdir -p "$t_tmp/$1" && cp -R "$srcdir/examples" "$t_tmp/$1/" && chmod -R u+w "$t_tmp/$1" || exit 99
    while IFS= read -r line; do
        case $line in
        ./quickstart*)
            t_ok "$1: $line is a command of quickstart" \
                grep -qF "${line#./quickstart }" "$srcdir/quickstart"
            continue
            ;;
        esac
        case $line in
        *.png*)
            if [ ! -x "$builddir/libexec/virkning-png" ]; then
                t_skip "$1: $line" 'virkning-png was not built (librsvg is missing)'
                continue
            fi
            ;;
        esac
        said=$(cd "$t_tmp/$1" && PATH="$t_tmp/bin:$PATH" sh -c "$line" 2>&1 </dev/null)
        status=$?
        if [ "$status" -eq 0 ]; then
            t_pass "$1: $line"
        else
            t_fail "$1: $line" "exit $status
$said"
        fi
    done <"$2"
}

# The lint can fail: a command that fails is found.
# shellcheck disable=SC2016 # backquotes of Markdown
printf 'Text\n```sh\n# a comment\n$ test -e no-such-file\n```\n```\nnot a command\n```\n' |
    commands_in_readme >"$t_tmp/wrong"
t_is "$(cat "$t_tmp/wrong")" 'test -e no-such-file' 'self-test: finds the commands of a README'
t_is "$(printf '.Sh EXAMPLES\n.Dl $ virkning x\ntext\n.Sh OTHER\n.Dl $ y\n' | commands_in_man)" \
    'virkning x' 'self-test: finds the commands of a manual page'
# shellcheck disable=SC2016 # backquotes of Markdown
printf '```xml a.xml\n<a/>\n```\n```xml\n<b/>\n```\n' | files_in_guide "$t_tmp"
t_is "$(cat "$t_tmp/a.xml")" '<a/>' 'self-test: finds the files of a guide'
t_has "$(run_all self-test "$t_tmp/wrong")" 'not ok' \
    'self-test: a command that fails is a failure'

commands_in_readme <"$srcdir/README.md" >"$t_tmp/readme"
commands_in_man <"$srcdir/docs/virkning.1" >"$t_tmp/man"
t_ok 'README.md shows commands' test -s "$t_tmp/readme"
t_ok 'virkning.1 shows commands' test -s "$t_tmp/man"
run_all README.md "$t_tmp/readme"
run_all virkning.1 "$t_tmp/man"
for guide in vejledning.md husstil.md; do
    commands_in_readme <"$srcdir/docs/$guide" >"$t_tmp/guide"
    t_ok "$guide shows commands" test -s "$t_tmp/guide"
    mkdir "$t_tmp/$guide"
    files_in_guide "$t_tmp/$guide" <"$srcdir/docs/$guide"
    run_all "$guide" "$t_tmp/guide"
done
t_done
