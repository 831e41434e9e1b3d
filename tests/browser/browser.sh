#!/bin/sh
# Every document as a page, judged and used in a real browser; see browser.js. Needs Node, Chromium
# and the packages of package-lock.json in tests/browser of the build folder, where
# ./quickstart check --all puts them. By hand, in the build folder:
#
#     mkdir -p tests/browser && cp SOURCE/tests/browser/package*.json tests/browser
#     (cd tests/browser && npm ci --ignore-scripts) && make check TESTS=tests/browser/browser.sh
#
# VIRKNING_PAGES=FOLDER keeps the pages.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

modules=$builddir/tests/browser/node_modules
maker=$builddir/tests/unit/test_html

# The browser finds nothing about memory.
[ "${VIRKNING_SANITIZED-}" != yes ] || t_skip_all 'a browser judges the pages of the plain build'
t_have node || t_skip_all 'node is not installed'
chromium=
for candidate in chromium chromium-browser google-chrome; do
    if t_have "$candidate"; then
        chromium=$(command -v "$candidate")
        break
    fi
done
[ -n "$chromium" ] || t_skip_all 'chromium is not installed'
for package in axe-core puppeteer-core; do
    [ -d "$modules/$package" ] || t_skip_all "$package is not in tests/browser of the build folder"
done

pages=${VIRKNING_PAGES:-$t_tmp/pages}
mkdir -p "$pages" || exit 99

# page NAME COMMAND...: writes NAME.html; what fails is a fault of its own.
faults=
page() {
    name=$1
    shift
    "$VIRKNING" "$@" --quiet --date 2026-01-01 -o "$pages/$name.html" >"$t_tmp/said" 2>&1 ||
        faults="$faults
virkning $*: $(cat "$t_tmp/said")"
}

# Words in a name say what else is tried on the page.
documents() {
    page "$1-plan-contents" plan "$2"
    page "$1-brief" plan --brief "$2"
    page "$1-activity" activity "$2"
    page "$1-indicator" indicator "$2"
    page "$1-charter" charter "$2"
    page "$1-facts" facts "$2"
}

documents silkeborg "$srcdir/examples/silkeborg.xml"
documents halsnaes "$srcdir/examples/halsnaes.xml"
documents forbillede "$srcdir/examples/forbillede.xml"
documents everything "$srcdir/tests/cases/reader/everything.xml"
page lange-ord-plan plan "$srcdir/tests/cases/lange-ord.xml"
page silkeborg-english-contents plan --lang en "$srcdir/examples/silkeborg.xml"
"$VIRKNING" new --lang da empty -o "$t_tmp/empty.xml" >/dev/null || faults="$faults virkning new"
page empty-plan plan "$t_tmp/empty.xml"
page empty-activity activity "$t_tmp/empty.xml"
for arabic in "$srcdir"/tests/cases/pdf/arabisk*.xml; do
    [ ! -f "$arabic" ] || page arabic-activity activity "$arabic"
done
if [ -x "$maker" ]; then
    VIRKNING_KEEP=$pages "$maker" >"$t_tmp/said" 2>&1 || faults="$faults test_html failed"
fi
if [ -n "$faults" ]; then
    t_fail 'the pages are written' "$faults"
    t_done
fi

NODE_PATH=$modules
HOME=$t_tmp
export NODE_PATH HOME
node "$srcdir/tests/browser/browser.js" "$chromium" "$pages"
