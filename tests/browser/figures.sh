#!/bin/sh
# Diagrams in the eyes of a browser: the SVG of every example, opened alone and standing in a page,
# with its own font and without; see figures.js. Needs what browser.sh needs.
#
# VIRKNING_PAGES=FOLDER keeps the diagrams.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

modules=$builddir/tests/browser/node_modules

[ "${VIRKNING_SANITIZED-}" != yes ] || t_skip_all 'a browser judges the diagrams of the plain build'
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

figures=${VIRKNING_PAGES:-$t_tmp/figures}
mkdir -p "$figures" || exit 99

# figure NAME ARGUMENT...: writes NAME.svg; what fails is a fault of its own.
faults=
figure() {
    name=$1
    shift
    "$VIRKNING" diagram --quiet "$@" -o "$figures/$name.svg" >"$t_tmp/said" 2>&1 ||
        faults="$faults
virkning diagram $*: $(cat "$t_tmp/said")"
}

for model in "$srcdir"/examples/*.xml "$srcdir/tests/cases/reader/everything.xml" \
    "$srcdir/tests/cases/lange-ord.xml" "$srcdir"/tests/cases/pdf/arabisk*.xml; do
    [ -f "$model" ] || continue
    # Models that only bring others together have no diagram.
    case ${model##*/} in portefoelje.xml | kommunens-maal.xml) continue ;; esac
    figure "$(basename "$model" .xml)" "$model"
done
for view in table tree delivery evidence; do
    figure "havndal-$view" --view "$view" "$srcdir/examples/havndal.xml"
done
figure havndal-down --direction down --theme contrast "$srcdir/examples/havndal.xml"
# Several sheets in one file: the same object can stand on more than one.
figure forbillede-sheets --paper a4 "$srcdir/examples/forbillede.xml"
if [ -n "$faults" ]; then
    t_fail 'the diagrams are written' "$faults"
    t_done
fi

NODE_PATH=$modules
HOME=$t_tmp
export NODE_PATH HOME
node "$srcdir/tests/browser/figures.js" "$chromium" "$figures"
