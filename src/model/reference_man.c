/* The manual page of the format, from the vocabulary; see schema.h. */
#include "model/schema.h"

#include "model/tags.h"
#include "model/vocabulary.h"

#include <string.h>

enum { LINE = 76 }; /* bytes of a line of prose */

/* --- mdoc ---------------------------------------------------------------------------------- */

/* Adds a word of running text so that mdoc takes it as text. */
static void add_word(struct buf *out, const char *word, size_t length, bool first)
{
    if (first && (*word == '.' || *word == '\''))
        buf_add_string(out, "\\&");
    for (size_t i = 0; i < length; i++) {
        if (word[i] == '\\')
            buf_add_string(out, "\\e");
        else
            buf_add_char(out, word[i]);
    }
}

static bool ends_sentence(const char *word, size_t length)
{
    return length && strchr(".?!", word[length - 1]);
}

/* Adds prose in lines; every sentence begins a new one, as mdoc wants it. */
static void add_prose(struct buf *out, const char *text)
{
    size_t column = 0;
    while (*text) {
        size_t length = strcspn(text, " ");
        if (column && column + 1 + length > LINE) {
            buf_add_char(out, '\n');
            column = 0;
        }
        if (column)
            buf_add_char(out, ' ');
        add_word(out, text, length, !column);
        column += length + (column > 0);
        bool sentence = ends_sentence(text, length);
        text += length + strspn(text + length, " ");
        if (sentence && *text) {
            buf_add_char(out, '\n');
            column = 0;
        }
    }
    buf_add_char(out, '\n');
}

/* Adds XML as it is. */
static void add_display(struct buf *out, const char *text)
{
    buf_add_string(out, ".Bd -literal -offset indent\n");
    while (*text) {
        size_t length = strcspn(text, "\n");
        add_word(out, text, length, true);
        buf_add_char(out, '\n');
        text += length + (text[length] == '\n');
    }
    buf_add_string(out, ".Ed\n");
}

/* --- attributes ---------------------------------------------------------------------------- */

static const char *type_name(enum voc_type type)
{
    static const char *const names[] = {
        [VOC_ID] = "id",
        [VOC_REF] = "reference",
        [VOC_REFS] = "references",
        [VOC_TEXT] = "text",
        [VOC_CODE] = "code",
        [VOC_DATE] = "date",
        [VOC_YEAR] = "year",
        [VOC_NUMBER] = "number",
        [VOC_COUNT] = "whole number",
        [VOC_GRADE] = "grade",
        [VOC_AGES] = "ages",
        [VOC_DURATION] = "interval",
        [VOC_RULE] = "rule",
        [VOC_LANG] = "language tag",
        [VOC_FORMAT] = MODEL_FORMAT,
        [VOC_FAR_REF] = "reference",
        [VOC_FAR_REFS] = "references",
        [VOC_WORD] = "word",
        [VOC_TAGS] = "tags",
        [VOC_STEP] = "1 to 5",
    };
    return names[type];
}

/* "... to an activity, effect or leads-to" */
static void add_kinds(struct buf *out, uint64_t kinds)
{
    size_t left = 0;
    for (int kind = 1; kind < MODEL_KINDS; kind++)
        left += (kinds >> kind & 1) && vocabulary_of_kind((enum model_kind)kind);
    if (left > 4) {
        buf_add_string(out, "Points at anything that has an id.\n");
        return;
    }
    buf_add_string(out, "Points at");
    for (int kind = 1; kind < MODEL_KINDS; kind++) {
        if (!(kinds >> kind & 1))
            continue;
        left--;
        buf_addf(out, "\n.Cm %s%s", vocabulary_of_kind((enum model_kind)kind)->name,
                 left > 1    ? " ,"
                 : left == 1 ? "\nor"
                             : " .");
    }
    buf_add_char(out, '\n');
}

static void add_codes(struct buf *out, const struct voc_code *codes)
{
    buf_add_string(out, ".Bl -tag -width \"intervention\" -compact\n");
    for (; codes->name; codes++) {
        buf_addf(out, ".It Cm %s\n", codes->name);
        add_prose(out, codes->meaning);
    }
    buf_add_string(out, ".El\n");
}

/* The meaning as a sentence. */
static void add_meaning(struct buf *out, const char *meaning)
{
    struct buf sentence;
    buf_init(&sentence, 0);
    buf_add_string(&sentence, meaning);
    char *first = sentence.data;
    if (*first >= 'a' && *first <= 'z')
        *first = (char)(*first - 0x20);
    if (!ends_sentence(sentence.data, sentence.length))
        buf_add_char(&sentence, '.');
    add_prose(out, sentence.data);
    buf_release(&sentence);
}

static void add_attribute(struct buf *out, const struct voc_attribute *attribute)
{
    buf_addf(out, ".It Cm %s Pq Ar %s%s\n", attribute->name, type_name(attribute->type),
             attribute->required ? " , No required" : "");
    add_meaning(out, attribute->meaning);
    if (attribute->kinds)
        add_kinds(out, attribute->kinds);
    if (attribute->codes)
        add_codes(out, attribute->codes);
}

static void add_attributes(struct buf *out, const struct voc_element *element)
{
    if (!element->attributes->name)
        return;
    buf_add_string(out, ".Pp\nAttributes:\n.Bl -tag -width Ds\n");
    for (const struct voc_attribute *a = element->attributes; a->name; a++)
        add_attribute(out, a);
    buf_add_string(out, ".El\n");
}

/* --- elements ------------------------------------------------------------------------------ */

static const char *occurrence(enum voc_occurs occurs)
{
    static const char *const words[] = {"exactly one", "at most one", "any number"};
    return words[occurs];
}

static void add_children(struct buf *out, const struct voc_element *element)
{
    if (element->text) {
        buf_addf(out, ".Pp\nHolds text%s.\n",
                 element->text_required ? ", which may not be empty" : "");
        return;
    }
    if (!element->children->element)
        return;
    buf_add_string(out, ".Pp\nHolds:\n.Bl -tag -width \"target-group\" -compact\n");
    for (const struct voc_child *child = element->children; child->element; child++)
        buf_addf(out, ".It Cm %s\n%s\n", child->element->name, occurrence(child->occurs));
    buf_add_string(out, ".El\n");
}

static void add_element(struct buf *out, const struct voc_element *element)
{
    buf_addf(out, ".Ss %s\n", element->name);
    add_prose(out, element->meaning);
    add_attributes(out, element);
    add_children(out, element);
    if (element->example) {
        buf_add_string(out, ".Pp\nFor instance:\n");
        add_display(out, element->example);
    }
}

/* --- tags ---------------------------------------------------------------------------------- */

static const char before_tags[] =
    ".Sh TAGS\n"
    "A tag is a list, a colon and a code:\n"
    ".Ql setting:school .\n"
    "An attribute\n"
    ".Cm tags\n"
    "holds several with spaces between them; none of them has to be there.\n"
    "A model adds lists and codes of its own with\n"
    ".Cm code-list ,\n"
    "and uses those of the models that it includes.\n"
    "A list or a code that is not known is a warning, never an error.\n";

/* The label without the code that some repeat: "general: for everybody". */
static const char *without_code(const struct tag_code *code)
{
    size_t length = strlen(code->name);
    bool repeats =
        !strncmp(code->label, code->name, length) && !strncmp(code->label + length, ": ", 2);
    return repeats ? code->label + length + 2 : code->label;
}

static const char *longest_code(const struct tag_list *list)
{
    const char *longest = "";
    for (const struct tag_code *code = list->codes; code->name; code++)
        longest = strlen(code->name) > strlen(longest) ? code->name : longest;
    return longest;
}

static void add_tag_list(struct buf *out, const struct tag_list *list)
{
    buf_addf(out, ".Ss %s\n", list->name);
    add_prose(out, list->meaning);
    buf_addf(out, ".Bl -tag -width \"%s\" -compact\n", longest_code(list));
    for (const struct tag_code *code = list->codes; code->name; code++) {
        buf_addf(out, ".It Cm %s\n", code->name);
        add_prose(out, without_code(code));
    }
    buf_add_string(out, ".El\n");
}

static void add_tags(struct buf *out)
{
    buf_add_string(out, before_tags);
    for (const struct tag_list *list = tags_lists(); list->name; list++)
        add_tag_list(out, list);
}

/* --- the page ------------------------------------------------------------------------------ */

static const char head[] =
    ".\\\" Written by the command \"virkning schema --to man\" from the program's vocabulary.\n"
    ".\\\" Do not edit it by hand.\n"
    ".Dd January 1, 2026\n"
    ".Dt VIRKNING 5\n"
    ".Os\n"
    ".Sh NAME\n"
    ".Nm virkning\n"
    ".Nd the file of a programme theory\n"
    ".Sh DESCRIPTION\n"
    "A model file tells one programme theory: who and where, why, what we do, what\n"
    "we expect, how we measure it, and what we ask.\n"
    "It is XML in the namespace\n"
    ".Dq " MODEL_NAMESPACE " .\n"
    ".Bl -bullet\n"
    ".It\n"
    "Text stands in elements; codes, ids, dates and numbers stand in attributes.\n"
    ".It\n"
    "What has a name has a\n"
    ".Cm title .\n"
    ".It\n"
    "A link stands in what it starts from; an indicator stands in what it measures.\n"
    "More is said by reference.\n"
    ".It\n"
    "Nearly everything may be left out.\n"
    "A title, three activities and one effect are a valid draft.\n"
    ".It\n"
    "The order of elements is free, and it is kept: it is the order in documents,\n"
    "and in figures as far as the links allow.\n"
    ".El\n"
    ".Pp\n"
    "White space at the ends of a text or value does not count, and any stretch of\n"
    "it inside a text is one space.\n"
    "An attribute without a value is an error: leave it out until it is known.\n"
    ".Pp\n"
    "Files are best saved as UTF-8.\n"
    "UTF-16 with byte order mark is read too, and ISO-8859-1, ISO-8859-15 and\n"
    "windows-1252 where the first line declares them.\n"
    "A DOCTYPE is refused.\n"
    ".Sh EXAMPLES\n"
    "A small but complete file:\n";

static const char example[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<programme xmlns=\"" MODEL_NAMESPACE "\" format=\"" MODEL_FORMAT "\" xml:lang=\"en\">\n"
    "  <title>A good arrival</title>\n"
    "  <horizon id=\"medium\" from=\"2\" to=\"3\"><title>2-3 years</title></horizon>\n"
    "  <activity id=\"mornings\">\n"
    "    <title>Breakfast for new families</title>\n"
    "    <leads-to ref=\"belonging\">\n"
    "      <mechanism>They meet others in the same situation.</mechanism>\n"
    "    </leads-to>\n"
    "  </activity>\n"
    "  <activity><title>Reading friends</title></activity>\n"
    "  <activity><title>A walk through the town</title></activity>\n"
    "  <effect id=\"belonging\" horizon=\"medium\" who=\"new families\">\n"
    "    <title>New families feel at home in the town</title>\n"
    "  </effect>\n"
    "</programme>\n";

static const char before_elements[] = ".Sh ELEMENTS\n"
                                      "On every element\n"
                                      ".Cm xml:lang\n"
                                      "may say in which language its texts are, for instance\n"
                                      ".Dq da\n"
                                      "or\n"
                                      ".Dq en ;\n"
                                      "it holds for what is inside as well.\n";

static const char references[] =
    ".Sh DATES AND NUMBERS\n"
    "A date is as exact as it is known: a year (2017), a month (2017-08) or a day\n"
    "(2017-08-14).\n"
    "A year is written with four digits.\n"
    ".Pp\n"
    "A number has a point before its decimals and nothing behind it: 7.5.\n"
    "It has at most 15 digits, and is shown with as many decimals as it was written\n"
    "with.\n"
    "A whole number has digits only.\n"
    "A grade is a digit from 0 to 4.\n"
    ".Pp\n"
    "Ages are the lowest and the highest, 0-18, or the lowest alone, 65-.\n"
    "An interval is one of P1Y, P6M, P2W, P1D and the like: P, up to three digits,\n"
    "and Y, M, W or D.\n"
    "A rule is a capital letter and two digits, P10.\n"
    ".Sh REFERENCES\n"
    "An id is one word that begins with a letter; letters, digits, hyphens, points\n"
    "and underscores may follow.\n"
    "Letters such as \\(ae, \\(/o and \\(oa are fine.\n"
    "An id stands only once in a file, whatever the element.\n"
    "A reference names the id of something in the same file, before or after;\n"
    "references name several with spaces between them.\n"
    "An effect stands in a horizon that holds effects; signs are indicators.\n";

static const char includes[] =
    ".Sh OTHER MODELS\n"
    "A model may refer to others: the goals that a municipality shares, the programmes\n"
    "of a portfolio, a library of indicators.\n"
    "An\n"
    ".Cm include\n"
    "names the file and gives it a name of its own; a reference is then that name, a\n"
    "colon and an id in the file:\n";

static const char includes_example[] =
    "<include id=\"municipality\" file=\"../goals.xml\"/>\n"
    "<include id=\"kl\" file=\"kl\"/>\n"
    "<effect id=\"belonging\" contributes-to=\"municipality:doing-better\">\n"
    "  <title>New families feel at home in the town</title>\n"
    "  <indicator id=\"education\" like=\"kl:education\">\n"
    "    <title>Young people in education</title>\n"
    "  </indicator>\n"
    "</effect>\n";

static const char after_includes[] =
    ".Pp\n"
    "Only\n"
    ".Cm contributes-to\n"
    "and\n"
    ".Cm like\n"
    "lead into other files; every other reference stays in its own, and so do these\n"
    "without a colon.\n"
    "What the included file includes in its turn is not seen from here: write an include\n"
    "for it as well.\n"
    ".Pp\n"
    "The file is looked for as seen from the folder of the one that includes it, then in\n"
    "the folder\n"
    ".Pa library\n"
    "that comes with the program, there also without\n"
    ".Sq .xml .\n"
    "Folders are written with\n"
    ".Sq / .\n"
    "A path from the root of the disk and a web address are refused: a model that is\n"
    "passed on with its files must be readable elsewhere.\n"
    "A model that is read from standard input is taken to lie in the current folder.\n"
    ".Pp\n"
    "Each file is read once, however often it is included.\n"
    "Files that include each other in a circle are an error; what they share belongs in\n"
    "a file of its own.\n"
    "An included file with errors in it is an error as well; the first three of them are\n"
    "shown with their place in that file.\n"
    "Warnings about included files, and what the rules have to say about them, are shown\n"
    "when those files are checked themselves.\n"
    "An include that nothing refers to gets a remark, unless the programme is of the kind\n"
    ".Cm portfolio ,\n"
    "which is there to name others.\n"
    ".Ss like\n"
    "An indicator that is\n"
    ".Cm like\n"
    "another takes over what it does not say itself of\n";

static const char after_inherited[] =
    "Its title is its own, and so is what belongs to the programme: role, source, owner,\n"
    "baselines, targets, milestones and changes.\n"
    "The source of the other indicator is not taken over, as it belongs to the other\n"
    "model, but how often it has figures and how long they take is:\n"
    ".Cm every\n"
    "and\n"
    ".Cm lag\n"
    "are those of the indicator, else of its own source, else of the indicator that it is\n"
    "like, else of that one's source.\n"
    "An indicator may be like one that is like another, but not in a circle.\n"
    ".Ic virkning dump\n"
    "shows indicators with what they have taken over.\n";

static const char tail[] =
    ".Sh FOREIGN CONTENT\n"
    "Elements and attributes of other namespaces may stand anywhere, inside texts\n"
    "too.\n"
    "They are passed over and are no part of the text.\n"
    "Elements of a model may not stand inside them, because they would be lost.\n"
    "Attributes that belong to XML itself, such as\n"
    ".Cm xml:space ,\n"
    "are passed over as well, and so are comments and processing instructions.\n"
    ".Sh EDITIONS OF THE FORMAT\n"
    "The attribute\n"
    ".Cm format\n"
    "counts formats, not versions of the program.\n"
    "Within format 1 only things that may be left out are added: elements, attributes,\n"
    "choices and tags.\n"
    "Every file of an earlier edition stays valid and keeps its meaning.\n"
    "A file that uses something newer than the program is an error, and each such place\n"
    "gets a finding: nothing is left out in silence.\n"
    "What only one organisation needs stands best in a namespace of its own, which every\n"
    "edition passes over.\n"
    "What would make valid files invalid gets a new number; a program that does not know\n"
    "it says so and reads no further.\n"
    ".Sh DIFFERENCES FROM THE SCHEMA\n"
    "The RELAX NG schema that\n"
    ".Ic virkning schema\n"
    "prints says all that stands above, but not:\n"
    ".Bl -bullet -compact\n"
    ".It\n"
    "what kind of thing a reference points at, and that it is there;\n"
    ".It\n"
    "that an effect stands in a horizon that holds effects;\n"
    ".It\n"
    "that no place or target group lies within itself, and no indicator is like itself;\n"
    ".It\n"
    "that an included file is there and is right, and what a reference into it leads to;\n"
    ".It\n"
    "that the lower age is not above the higher;\n"
    ".It\n"
    "that nothing ends before it begins, that no more are counted than there are to count\n"
    "from\n"
    ".Po Cm k No and Cm n , answers No and Cm invited Pc ,\n"
    "and that a lowest value is not above the highest;\n"
    ".It\n"
    "that a proportion in % lies between 0 and 100, and a score between 1 and 7;\n"
    ".It\n"
    "that a text with a foreign element inside has words of its own as well;\n"
    ".It\n"
    "limits of size: a file of 256 MB, a start tag of 64 KB with 64 attributes, a text or\n"
    "comment of 4 MB, 200 elements inside each other; 500 files that include each other,\n"
    "of which the included ones take 256 MB together.\n"
    ".El\n"
    ".Pp\n"
    "There is no XSD.\n"
    "XSD 1.0 cannot say that an element holds exactly one title anywhere among\n"
    "others of which there may be many, nor that foreign elements may stand anywhere\n"
    "between them and inside texts.\n"
    "A schema that said less would pass what the program refuses, or refuse what it\n"
    "reads.\n"
    ".Sh SEE ALSO\n"
    ".Xr virkning 1\n";

/* The names of what an indicator takes over, as a list that ends the sentence. */
static void add_inherited(struct buf *out)
{
    const struct voc_element *element = vocabulary_of_kind(MODEL_INDICATOR);
    const char *names[VOC_MOST_ATTRIBUTES + VOC_MOST_CHILDREN];
    size_t count = 0;
    for (const struct voc_attribute *a = element->attributes; a->name; a++)
        if (a->inherited)
            names[count++] = a->name;
    for (const struct voc_child *c = element->children; c->element; c++)
        if (c->inherited)
            names[count++] = c->element->name;
    for (size_t i = 0; i < count; i++)
        buf_addf(out, ".Cm %s%s\n", names[i],
                 i + 1 == count   ? " ."
                 : i + 2 == count ? "\nand"
                                  : " ,");
}

static void add_includes(struct buf *out)
{
    buf_add_string(out, includes);
    add_display(out, includes_example);
    buf_add_string(out, after_includes);
    add_inherited(out);
    buf_add_string(out, after_inherited);
}

void reference_write_man(struct buf *out)
{
    size_t count;
    const struct voc_element *const *elements = vocabulary_elements(&count);
    buf_add_string(out, head);
    add_display(out, example);
    buf_add_string(out, before_elements);
    for (size_t i = 0; i < count; i++)
        add_element(out, elements[i]);
    add_tags(out);
    buf_add_string(out, references);
    add_includes(out);
    buf_add_string(out, tail);
}
