#!/bin/sh
# How the sources look: format, no tabs, a purpose at the top, header guards, no writable globals.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

# Writable globals that are allowed, each with its reason: none.
globals=''

c_files() (
    cd "$1" || exit 1
    find src tests -name '*.[ch]' 2>/dev/null | LC_ALL=C sort
)
sh_files() (
    cd "$1" || exit 1
    find quickstart .ci tests -type f 2>/dev/null | LC_ALL=C sort |
        while read -r file; do
            case $file in
            *.sh) echo "$file" ;;
            *) head -n 1 "$file" | grep -qaE '^#!.*sh$' && echo "$file" ;;
            esac
        done
)

format_faults() (
    cd "$1" || exit 1
    c_files . | xargs -r clang-format --style=file --dry-run -Werror 2>&1 |
        grep -E 'error:|warning:' | head -n 40
)
tab_faults() (
    cd "$1" || exit 1
    tab=$(printf '\t')
    { c_files . && sh_files .; } | xargs -r grep -n "$tab" /dev/null |
        sed -E 's/^([^:]*:[0-9]+):.*/\1: a tab/' | head -n 40
)
purpose_faults() (
    cd "$1" || exit 1
    c_files . | while read -r file; do
        head -n 1 "$file" | grep -qE '^/\*.*[[:alpha:]]' ||
            echo "$file:1: no comment that says what this file is for"
    done
    sh_files . | while read -r file; do
        head -n 2 "$file" | grep -v '^#!' | head -n 1 | grep -qE '^# .*[[:alpha:]]' ||
            echo "$file:1: no comment that says what this file is for"
    done
)
guard_faults() (
    cd "$1" || exit 1
    # A *_list.h is a table that is included several times, each time for another column.
    c_files . | grep '\.h$' | grep -v '_list\.h$' | while read -r file; do
        guard=$(printf '%s' "$file" | sed -E 's,^(src|tests)/,,' | tr '[:lower:]/.-' '[:upper:]___')
        grep -q "^#ifndef $guard\$" "$file" && grep -q "^#define $guard\$" "$file" ||
            echo "$file: the header guard should be $guard"
    done
)
# global_faults ARCHIVE: data that a program could change, by symbol.
global_faults() {
    objdump -t "$1" 2>/dev/null | awk -v allowed=" $globals " '
        / file format / { split($0, part, ":"); object = part[1]; sub(/^libvirkning_a-/, "", object) }
        {
            # value flags section size name; the flags are seven columns wide
            if (!match($0, /[.*][A-Za-z.*_]+\t/)) next
            section = substr($0, RSTART, RLENGTH - 1)
            count = split($0, part, /[ \t]+/)
            name = part[count]
            base = name; sub(/\.[0-9]+$/, "", base)
            # the section itself is no object; data of a thread carries no flag
            object_flag = substr($0, 18, 7) ~ /O/ || section == "*COM*" ||
                          (section ~ /^\.t(data|bss)/ && name != section)
            if (!object_flag || section ~ /^\.data\.rel\.ro/) next
            if (section ~ /^\.(data|bss|tdata|tbss)/ || section == "*COM*")
                if (index(allowed, " " base " ") == 0)
                    print object ": " name " is a writable global (" section ")"
        }'
}

# The lints can fail.
mkdir -p "$t_tmp/src/base" "$t_tmp/tests"
cp "$srcdir/.clang-format" "$t_tmp/"
printf '#ifndef WRONG_H\n#define WRONG_H\n  int  f( void ) ;\n\tint g(void);\n#endif\n' \
    >"$t_tmp/src/base/wrong.h"
printf '/* Right. */\n#ifndef BASE_RIGHT_H\n#define BASE_RIGHT_H\nint f(void);\n#endif\n' \
    >"$t_tmp/src/base/right.h"
printf '#!/bin/sh\ntrue\n' >"$t_tmp/tests/wrong.sh"
printf '#!/bin/sh\n# Right.\n' >"$t_tmp/tests/right.sh"
if t_have clang-format; then
    t_has "$(format_faults "$t_tmp")" 'wrong.h:3' 'self-test: the format lint can fail'
fi
t_is "$(tab_faults "$t_tmp")" 'src/base/wrong.h:4: a tab' 'self-test: the tab lint can fail'
t_is "$(purpose_faults "$t_tmp" | cut -d: -f1 | tr '\n' ' ')" 'src/base/wrong.h tests/wrong.sh ' \
    'self-test: the purpose lint can fail'
t_is "$(guard_faults "$t_tmp")" 'src/base/wrong.h: the header guard should be BASE_WRONG_H' \
    'self-test: the guard lint can fail'

if [ "${VIRKNING_SANITIZED-}" = yes ]; then
    t_skip 'no writable globals' 'the sanitizers add their own; the ordinary build is checked'
elif ! t_have objdump; then
    t_skip 'no writable globals' 'objdump is not installed'
else
    cat >"$t_tmp/wrong.c" <<'END'
static int counter;
int exported = 7;
_Thread_local int mine;
static const char *const fine[] = {"a", "b"};
const int also_fine = 3;
static const char *const *const *pointer_that_moves;
const char *f(int i);
const char *f(int i)
{
    static int calls;
    pointer_that_moves = 0;
    calls++;
    counter += i + exported + mine;
    return fine[(counter + calls) & 1] + (pointer_that_moves != 0);
}
END
    if ${CC:-cc} -O0 -c -o "$t_tmp/wrong.o" "$t_tmp/wrong.c" && ar rc "$t_tmp/wrong.a" "$t_tmp/wrong.o"
    then
        t_is "$(global_faults "$t_tmp/wrong.a" | awk '{ sub(/\..*/, "", $2); print $2 }' | sort |
            tr '\n' ' ')" 'calls counter exported mine pointer_that_moves ' \
            'self-test: the globals lint can fail'
    else
        t_fail 'self-test: the globals lint can fail' 'the fixture does not compile'
    fi
    t_ok 'there is a library to look at' test -s "$builddir/libvirkning.a"
    t_empty "$(global_faults "$builddir/libvirkning.a")" 'no writable globals'
fi

if t_have clang-format; then
    t_empty "$(format_faults "$srcdir")" 'the sources are formatted (make format)'
else
    t_skip 'the sources are formatted' 'clang-format is not installed'
fi
if t_have shellcheck; then
    # shellcheck disable=SC2016 # no expansion is wanted
    printf '#!/bin/sh\n# Wrong.\nrm $1\n' >"$t_tmp/wrong.sh"
    t_run shellcheck "$t_tmp/wrong.sh"
    t_ok 'self-test: shellcheck refuses a wrong script' test "$t_status" -ne 0
    sh_files "$srcdir" >"$t_tmp/scripts"
    t_empty "$(cd "$srcdir" && xargs shellcheck <"$t_tmp/scripts" 2>&1)" \
        'shellcheck has nothing to say about the scripts'
else
    t_skip 'shellcheck has nothing to say about the scripts' 'shellcheck is not installed'
fi
t_empty "$(tab_faults "$srcdir")" 'no tabs'
t_empty "$(purpose_faults "$srcdir")" 'every file says at the top what it is for'
t_empty "$(guard_faults "$srcdir")" 'header guards are named after the file'
t_done
