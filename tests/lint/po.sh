#!/bin/sh
# Every text that the sources mark has a Danish translation with the same placeholders; nothing is
# fuzzy, nothing obsolete lingers.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

t_have xgettext msgmerge msgfmt msgattrib || t_skip_all 'the gettext tools are not installed'

keywords=$(sed -n 's/^po_keywords = //p' "$srcdir/Makefile.am")

# template ROOT OUT: what the sources of ROOT mark.
template() (
    cd "$1" || exit 1
    find src -name '*.[ch]' | LC_ALL=C sort >"$t_tmp/files"
    # shellcheck disable=SC2086 # words are wanted
    xgettext --files-from="$t_tmp/files" --from-code=UTF-8 --language=C --no-location --force-po \
        $keywords --output="$2"
)
# unmarked ROOT: literals that language_count() gets without N_(), which nobody would collect.
unmarked() (
    cd "$1" || exit 1
    find src -name '*.[ch]' | LC_ALL=C sort >"$t_tmp/files"
    for argument in 3 4; do
        rm -f "$t_tmp/unmarked.pot"
        xgettext --files-from="$t_tmp/files" --from-code=UTF-8 --language=C --no-wrap \
            --add-location=file --keyword --keyword=language_count:$argument \
            --output="$t_tmp/unmarked.pot" 2>&1
        [ -f "$t_tmp/unmarked.pot" ] || continue
        awk '/^#: / { where = $2 } /^msgid "[^"]/ { print where ": mark with N_(): " $0 }' \
            "$t_tmp/unmarked.pot"
    done
)
# entries FILE: one line per text: msgid TAB msgstr; plural forms are lines of their own.
entries() {
    msgattrib --no-wrap --no-obsolete "$1" | awk '
        function text(line) { sub(/^[^"]*"/, "", line); sub(/"$/, "", line); return line }
        function flush(i) {
            if (id != "" && seen) {
                for (i = 0; i < count; i++) print (i > 0 && plural != "" ? plural : id) "\t" str[i]
            }
            id = ""; plural = ""; count = 0; seen = 0; delete str
        }
        /^msgid "/ { flush(); id = text($0); into = "id"; next }
        /^msgid_plural "/ { plural = text($0); into = "plural"; next }
        /^msgstr/ { seen = 1; str[count++] = text($0); into = "str"; next }
        /^"/ { if (into == "id") id = id text($0)
               else if (into == "plural") plural = plural text($0)
               else str[count - 1] = str[count - 1] text($0); next }
        END { flush() }'
}
placeholders() {
    printf '%s' "$1" | grep -oE '\{[0-9]+\}|%[0-9.*$-]*[a-zA-Z]' | LC_ALL=C sort -u | tr '\n' ' '
}
# placeholder_faults FILE: translations that drop or invent a placeholder.
placeholder_faults() {
    entries "$1" | while IFS="$(printf '\t')" read -r id str; do
        [ -n "$str" ] || continue
        wanted=$(placeholders "$id")
        got=$(placeholders "$str")
        [ "$wanted" = "$got" ] || echo "\"$id\" has [${wanted% }], its translation [${got% }]"
    done
}
# merge TEMPLATE PO: both together, as $t_tmp/merged.po.
merge() {
    rm -f "$t_tmp/merged.po"
    msgmerge --quiet --no-wrap --no-fuzzy-matching --output-file="$t_tmp/merged.po" "$2" "$1" ||
        echo "cannot be merged: $2"
}
# missing TEMPLATE PO: marked texts without a finished translation.
missing() {
    merge "$1" "$2"
    msgattrib --untranslated --no-obsolete --no-wrap "$t_tmp/merged.po" |
        sed -n 's/^msgid "\(..*\)"$/not translated: \1/p'
}
# leftovers TEMPLATE PO: translations of texts that nobody marks any more, fuzzy and obsolete ones.
leftovers() {
    msgattrib --only-fuzzy --no-obsolete --no-wrap "$2" | sed -n 's/^msgid "\(..*\)"$/fuzzy: \1/p'
    grep -n '^#~ msgid "' "$2" | sed 's/^/obsolete: /'
    merge "$1" "$2"
    msgattrib --only-obsolete --no-wrap "$t_tmp/merged.po" |
        sed -n 's/^#~ msgid "\(..*\)"$/nobody says: \1/p'
}

# The lint can fail.
mkdir -p "$t_tmp/wrong/src"
cat >"$t_tmp/wrong/src/a.c" <<'END'
const char *const texts[] = {N_("one {1}"), N_("two {1} {2}"), N_("three"), N_("four")};
const char *f(int n) { return language_count(0, n, N_("three"), "seven"); }
END
cat >"$t_tmp/wrong.po" <<'END'
msgid ""
msgstr "Language: da\nContent-Type: text/plain; charset=UTF-8\n"

msgid "one {1}"
msgstr "en {1}"

msgid "two {1} {2}"
msgstr "to {2}"

#, fuzzy
msgid "three"
msgstr "tre"

msgid "five"
msgstr "fem"

#~ msgid "six"
#~ msgstr "seks"
END
saved=$keywords
keywords='--keyword=N_'
template "$t_tmp/wrong" "$t_tmp/wrong.pot"
keywords=$saved
t_is "$(placeholder_faults "$t_tmp/wrong.po")" \
    '"two {1} {2}" has [{1} {2}], its translation [{2}]' 'self-test: a lost placeholder is found'
t_is "$(missing "$t_tmp/wrong.pot" "$t_tmp/wrong.po")" 'not translated: four' \
    'self-test: a missing translation is found'
t_is "$(leftovers "$t_tmp/wrong.pot" "$t_tmp/wrong.po" | sed 's/: .*"\(.*\)"/: \1/' | LC_ALL=C sort)" \
    'fuzzy: three
nobody says: five
nobody says: six
obsolete: six' 'self-test: fuzzy and obsolete translations are found'

t_is "$(unmarked "$t_tmp/wrong")" 'src/a.c: mark with N_(): msgid "seven"' \
    'self-test: a text that is not marked is found'
t_ok 'the keywords are known' test -n "$keywords"
t_ok 'the marked texts can be collected' template "$srcdir" "$t_tmp/virkning.pot"
t_ok 'the sources mark texts' grep -q '^msgid "..*"' "$t_tmp/virkning.pot"
t_empty "$(unmarked "$srcdir")" 'language_count() gets marked texts'
t_ok 'po/da.po is well formed' msgfmt --check-format --check-header -o "$t_tmp/da.mo" "$srcdir/po/da.po"
t_empty "$(missing "$t_tmp/virkning.pot" "$srcdir/po/da.po")" 'every marked text is translated'
t_empty "$(leftovers "$t_tmp/virkning.pot" "$srcdir/po/da.po")" 'nothing fuzzy, nothing obsolete'
t_empty "$(placeholder_faults "$srcdir/po/da.po")" 'translations keep their placeholders'
t_done
