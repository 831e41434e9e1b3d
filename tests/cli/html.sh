#!/bin/sh
# Every document of every example as a page of HTML: sound as XML, links that lead somewhere, ids
# that are there once, nothing loaded. What a browser says: tests/browser/browser.sh.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/documents.sh
. "$srcdir/tests/documents.sh"

mkdir "$t_tmp/pages"
cd "$t_tmp/pages" || exit 99

document_models >models
faults=$(while read -r model; do
    for document in $documents; do
        page=$(basename "$model" .xml)-$document.html
        document "$document" "$model" da "$page" 2>&1 || echo "$page cannot be written"
    done
done <models)
rm models
t_empty "$faults" 'every document is written'
draft=$srcdir/tests/cases/udkast.xml
t_ok 'in the language that is asked for' document plan "$draft" en english.html
t_ok '... and says so' grep -q '<html .*lang="en"' english.html
document plan "$draft" da again.html
t_same again.html udkast-plan.html 'the same plan twice'
t_empty "$(grep -lE '<script|<link|<iframe|url\(|@import|src="[^d]' ./*.html)" 'nothing is loaded or run'

if t_have xmllint; then
    t_empty "$(xmllint --noout --nonet ./*.html 2>&1)" 'all are well-formed'
    # ask EXPRESSION: the pages for which it does not hold.
    ask() {
        for page in *.html; do
            [ "$(xmllint --nonet --xpath "$1" "$page" 2>&1)" = true ] || echo "$page"
        done
    }
    t_is "$(ask 'count(//*[local-name()="main"]) = 2' | wc -l | tr -d ' ')" \
        "$(find . -name '*.html' | wc -l | tr -d ' ')" 'self-test: an untrue thing is found'
    t_empty "$(ask 'not(//@href[starts-with(., "#") and not(substring(., 2) = //@id)])')" \
        'every link inside leads somewhere'
    t_empty "$(for page in *.html; do
        grep -oE ' id="[^"]*"' "$page" | LC_ALL=C sort | uniq -d | sed "s/^/$page/"
    done)" 'every id is there once'
    t_empty "$(ask 'count(//*[local-name()="h1"]) >= 1 and
        not((//*[local-name()="h1"])[1]/preceding::*[local-name()="h2"])')" \
        'the first heading is of level 1'
    for level in 2 3 4 5; do
        next=$((level + 1))
        t_empty "$(ask "not(//*[local-name()='h$next'][not(preceding::*[local-name()='h$level'])])")" \
            "no heading of level $next without one of level $level before it"
    done
else
    t_skip 'all are well-formed' 'xmllint (libxml2-utils) is not installed'
fi
t_done
