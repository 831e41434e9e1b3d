#!/bin/sh
# Every message of the catalogue is said in some golden file, which somebody has read: those of the
# reader in tests/cases/reader and include, those of the rules in tests/cases/rules, the others by
# the commands below, in tests/cases/messages. VIRKNING_UPDATE=yes writes what is expected anew.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

cases=$srcdir/tests/cases/messages
cp "$cases"/* "$srcdir/tests/cases/udkast.xml" "$t_tmp" && cd "$t_tmp" || exit 99

# say WORDS...: runs the program with them, as a reader of the golden file sees it.
say() {
    printf '\n$ virkning %s\n' "$*"
    "$VIRKNING" "$@" 2>&1 </dev/null
    printf '(%s)\n' "$?"
}

# all_of LANGUAGE: every message that has no case elsewhere.
all_of() {
    say check --lang "$1" absent.xml
    say check --lang "$1" folder
    say check --lang "$1" huge.xml
    say diagram --lang "$1" udkast.xml -o absent/udkast.svg
    say diagram --lang "$1" --style lines.style udkast.xml -o out.svg
    say diagram --lang "$1" --style absent.style udkast.xml -o out.svg
    say diagram --lang "$1" --style damaged.style udkast.xml -o out.pdf
    for style in latin sizes pale kind cut press small wide; do
        say style --lang "$1" $style.style
    done
    say plan --quiet --lang "$1" --style unpacked.style udkast.xml -o out.pdf
    say check --lang "$1" --words own.words udkast.xml
    say check --lang "$1" --words nowhere.words udkast.xml
    say check --lang "$1" --words empty.words udkast.xml
    say check --lang "$1" --words latin.words udkast.xml
    say check --quiet --lang "$1" --schema narrow.rng udkast.xml
    say check --lang "$1" --schema absent.rng udkast.xml
    say check --lang "$1" --schema broken.rng udkast.xml
    say check --lang "$1" --schema udkast.xml udkast.xml
    say set --lang "$1" model.xml besøg title 'Te hver måned' -o out.xml
    say set --lang "$1" model.xml besøg description '' -o out.xml
    say set --lang "$1" latin.xml . title 'BesÃ¸gsvenner' -o out.xml
    say plan --lang "$1" letters.xml -o out.pdf
    for judgements in wrong twice none latin; do
        say diagram --lang "$1" --view status --judgements $judgements.csv judged.xml -o out.svg
    done
}
# png WIDTH HEIGHT: begins and ends as a picture of so many pixels (four bytes each) does.
png() {
    printf '\211PNG\r\n\032\n\0\0\0\015IHDR%b%b\010\002\0\0\0....' "$1" "$2"
    printf '\0\0\0\0IDAT....\0\0\0\0IEND....'
}
png '\0\0\0\010' '\0\0\0\010' >small.png
png '\0\0\0\100' '\0\0\0\100' >unpacked.png
png '\0\0\010\0' '\0\0\0\100' >wide.png
head -c 2000 "$srcdir/examples/aahoej.png" >cut.png
# A frame of four colours, a scan, the end.
printf '\377\330\377\300\0\010\010\0\100\0\300\004\377\332\0\002..\377\331' >press.jpg
mkdir folder
truncate -s 300M huge.xml
for language in en da; do
    all_of $language >said
    if [ "${VIRKNING_UPDATE-}" = yes ]; then cp said "$cases/said-$language.txt"; fi
    t_same said "$cases/said-$language.txt" "what the program says ($language)"
done

t_have /usr/bin/python3 || t_skip 'every message is said in a golden file' 'python3 is not installed'
if t_have /usr/bin/python3; then
    t_empty "$(/usr/bin/python3 "$srcdir/tests/cli/messages.py" "$srcdir" 2>&1)" \
        'every message is said in a golden file'
    printf '%s\n' 'DIAG(NEWEST, "new", ERROR, ERROR, N_("Nobody has ever read «{1}»."))' >newest.h
    t_has "$(/usr/bin/python3 "$srcdir/tests/cli/messages.py" "$srcdir" newest.h 2>&1)" NEWEST \
        'one that is not would be found'
fi
t_done
