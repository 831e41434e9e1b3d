# Shell functions for the tests of documents: which there are, and of which models. Source it.

# shellcheck shell=sh

# The documents that the program writes of a model, as document() knows them.
# shellcheck disable=SC2034 # for those who source it
documents='plan brief activities indicators charter facts'

# document NAME MODEL LANGUAGE OUTPUT: writes one of them.
document() {
    case $1 in
    plan) document_words='plan' ;;
    brief) document_words='plan --brief' ;;
    activities) document_words='activity' ;;
    indicators) document_words='indicator' ;;
    charter) document_words='charter' ;;
    facts) document_words='facts' ;;
    *) return 2 ;;
    esac
    # shellcheck disable=SC2086 # the words of a command
    "$VIRKNING" $document_words --quiet --lang "$3" --date 2017-06-12 "$2" -o "$4"
}

# In which languages. In builds that look at memory, which are slow, in one: the code is the same.
# shellcheck disable=SC2034
if [ "${VIRKNING_SANITIZED-}" = yes ]; then document_languages=da; else document_languages='da en'; fi

# document_models: the files of models that documents are made of, one to a line: the examples,
# except the one that only brings others together, and odd ones. Under valgrind, one that holds
# everything, a draft, and one in two directions.
document_models() {
    if [ -n "${MEMCHECK-}" ]; then
        printf '%s\n' "$srcdir/tests/cases/reader/everything.xml" "$srcdir/tests/cases/udkast.xml" \
            "$srcdir/tests/cases/pdf/arabisk.xml"
        return
    fi
    for document_model in "$srcdir"/examples/*.xml "$srcdir/tests/cases/udkast.xml" \
        "$srcdir/tests/cases/lange-ord.xml" "$srcdir/tests/cases/tegn.xml" \
        "$srcdir/tests/cases/reader/everything.xml" "$srcdir/tests/cases/pdf/arabisk.xml"; do
        case $document_model in */portefoelje.xml) continue ;; esac
        printf '%s\n' "$document_model"
    done
}
