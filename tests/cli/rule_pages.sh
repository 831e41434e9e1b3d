#!/bin/sh
# The pages of the rules say what the program does, and README.md lists them; see the script beside.
# VIRKNING_UPDATE=yes writes the list anew.
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

t_have /usr/bin/python3 || t_skip_all 'python3 is not installed'
/usr/bin/python3 "$srcdir/tests/cli/rule_pages.py" "$VIRKNING" "$srcdir" "$t_tmp"
