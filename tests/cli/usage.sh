#!/bin/sh
# The command line itself: help, version, wrong options, missing files, languages, exit statuses.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

model=$srcdir/tests/cases/udkast.xml
cd "$t_tmp" || exit 99

# wrong PART COMMAND...: is a usage error that says PART, prints nothing else and writes nothing.
wrong() {
    part=$1
    shift
    t_run "$VIRKNING" "$@"
    t_is "$t_status" 2 "exit 2: virkning $*"
    t_has "$t_err" "$part" "says: $part"
    t_empty "$t_out" 'nothing on standard output'
}

t_run "$VIRKNING" --version
t_is "$t_status" 0 '--version succeeds'
t_ok 'it is name and number' expr "$t_out" : 'virkning [0-9][0-9.]*$'
t_run "$VIRKNING" --help
t_is "$t_status" 0 '--help succeeds'
for command in new check status rule dump diagram plan activity indicator charter facts schema set answer; do
    t_has "$t_out" "  $command " "the help knows $command"
done
for command in new check status rule dump diagram plan activity indicator charter facts schema set answer; do
    t_run "$VIRKNING" "$command" --help
    t_is "$t_status" 0 "$command --help succeeds"
    t_has "$t_out" "Usage: virkning $command" "... and says how to use it"
    t_run "$VIRKNING" --help --lang da "$command"
    t_has "$t_out" "Brug: virkning $command" '... in Danish too'
    case $command in
    new | rule | schema) wanted=0 ;;
    *) wanted=1 ;;
    esac
    t_is "$(grep -c 'standardin' "$t_tmp/t_out")" "$wanted" '... with standard input where it takes a file'
done
LC_ALL=da_DK.UTF-8 "$VIRKNING" --help >help 2>&1
t_ok 'the environment chooses the language of the help' grep -q '^Kommandoer:' help

wrong 'Name a command' # no command at all
wrong 'meant check' chek "$model"
wrong 'not know the command frobnicate.' frobnicate
wrong 'meant --strict' check --strikt "$model"
wrong 'not know the option --frobnicate.' check --frobnicate "$model"
wrong 'It takes: --date' check --style x "$model"
wrong 'diagram does not take --strict' diagram --strict "$model" -o a.svg
wrong '--date needs a value' check "$model" --date
wrong 'has no value' check --strict=yes "$model"
wrong 'check needs a file' check
wrong 'dump takes one file' dump "$model" "$model"
wrong 'schema takes no file' schema "$model"
wrong 'do not speak «sv»' check --lang sv "$model"
wrong 'year comes first here: 2017-08-14' check --date 14-08-2017 "$model"
wrong 'no date like' check --date 2026-02-30 "$model"
wrong 'no date like' check --date 2026-02 "$model"
wrong 'plan needs -o: the plan, for example' plan "$model"
wrong 'diagram needs -o: the drawing' diagram "$model"
wrong 'Which format' diagram "$model" -o picture.gif
wrong 'Which format' diagram "$model" -o picture
wrong 'Which format' diagram --to jpeg "$model" -o picture.svg
wrong 'Which format' schema --to xsd
wrong 'virkning plan --help' plan "$model"
t_empty "$(find . -type f ! -name 't_*' ! -name help)" 'nothing was written'

# SOURCE_DATE_EPOCH must be a number.
SOURCE_DATE_EPOCH=yesterday "$VIRKNING" check "$model" >out 2>err
t_is "$?" 2 'a wrong SOURCE_DATE_EPOCH is a usage error'

# The model is not overwritten by what is made of it, whatever it is called there.
cp "$model" model.xml
ln model.xml model.svg
wrong 'is the model itself' diagram model.xml -o model.svg
wrong 'is the model itself' diagram model.xml -o ./model.xml --to svg
t_same model.xml "$model" 'the model is untouched'

# Options may stand anywhere, with = or without, the last one counts; -- ends them.
t_run "$VIRKNING" --lang=en check --quiet "$model" --lang da
t_is "$t_status" 0 'options before and after'
cp "$model" ./--strict
t_run "$VIRKNING" check --lang en -- --strict
t_has "$t_out" '--strict: ' 'after -- everything is a file'
t_run "$VIRKNING" diagram -oshort.svg "$model" --quiet
t_ok 'the value of -o may follow at once' test -s short.svg
t_done
