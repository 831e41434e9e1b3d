/* The published schema, from the vocabulary; see schema.h.
 *
 * It says what reader_values.c and reader.c check, as far as RELAX NG can: references
 * only have the form of an id here, and a text element with a foreign element in it may
 * lack text. A test proves that program and schema give the same verdicts. */
#include "model/schema.h"

#include "model/vocabulary.h"

#include <string.h>

/* --- lines of XML -------------------------------------------------------------------------- */

enum { INDENT = 2 };

static void add_line(struct buf *out, int depth, const char *text)
{
    buf_addf(out, "%*s%s\n", depth * INDENT, "", text);
}

/* <tag>text</tag> on one line; the texts of the vocabulary hold no markup but & < >. */
static void add_text_line(struct buf *out, int depth, const char *tag, const char *text)
{
    buf_addf(out, "%*s<%s>", depth * INDENT, "", tag);
    for (; *text; text++) {
        if (*text == '&')
            buf_add_string(out, "&amp;");
        else if (*text == '<')
            buf_add_string(out, "&lt;");
        else
            buf_add_char(out, *text);
    }
    buf_addf(out, "</%s>\n", tag);
}

static void add_documentation(struct buf *out, int depth, const char *text)
{
    add_text_line(out, depth, "a:documentation", text);
}

/* --- values -------------------------------------------------------------------------------- */

/* What stands in the schema for each type of value; NULL: written out in place. */
static const char *type_pattern(enum voc_type type)
{
    switch (type) {
    case VOC_ID:
        return "<data type=\"ID\"/>";
    case VOC_REF:
        return "<data type=\"IDREF\"/>";
    case VOC_REFS:
        return "<data type=\"IDREFS\"/>";
    case VOC_TEXT:
        return "<ref name=\"some-text\"/>";
    case VOC_FAR_REF:
        return "<ref name=\"far-reference\"/>";
    case VOC_FAR_REFS:
        return "<list><oneOrMore><ref name=\"far-reference\"/></oneOrMore></list>";
    case VOC_WORD:
        return "<ref name=\"word\"/>";
    case VOC_TAGS:
        return "<list><oneOrMore><ref name=\"tag\"/></oneOrMore></list>";
    case VOC_STEP:
        return "<ref name=\"step-of-five\"/>";
    case VOC_DATE:
        return "<ref name=\"date\"/>";
    case VOC_YEAR:
        return "<ref name=\"year\"/>";
    case VOC_NUMBER:
        return "<ref name=\"number\"/>";
    case VOC_COUNT:
        return "<ref name=\"whole-number\"/>";
    case VOC_GRADE:
        return "<ref name=\"grade\"/>";
    case VOC_AGES:
        return "<ref name=\"ages\"/>";
    case VOC_DURATION:
        return "<ref name=\"duration\"/>";
    case VOC_RULE:
        return "<ref name=\"rule\"/>";
    case VOC_LANG:
        return "<ref name=\"language\"/>";
    case VOC_FORMAT:
        return "<value>" MODEL_FORMAT "</value>";
    case VOC_CODE:
        break;
    }
    return NULL;
}

static void add_codes(struct buf *out, int depth, const struct voc_code *codes,
                      const struct language *language)
{
    add_line(out, depth, "<choice>");
    for (; codes->name; codes++)
        buf_addf(out, "%*s<value>%s</value> <!-- %s -->\n", (depth + 1) * INDENT, "", codes->name,
                 language_text(language, codes->meaning));
    add_line(out, depth, "</choice>");
}

static void add_attribute(struct buf *out, int depth, const struct voc_attribute *attribute,
                          const struct language *language)
{
    int inner = attribute->required ? depth : depth + 1;
    const char *pattern = type_pattern(attribute->type);
    if (!attribute->required)
        add_line(out, depth, "<optional>");
    buf_addf(out, "%*s<attribute name=\"%s\">\n", inner * INDENT, "", attribute->name);
    add_documentation(out, inner + 1, language_text(language, attribute->meaning));
    if (pattern)
        add_line(out, inner + 1, pattern);
    else
        add_codes(out, inner + 1, attribute->codes, language);
    add_line(out, inner, "</attribute>");
    if (!attribute->required)
        add_line(out, depth, "</optional>");
}

/* --- elements ------------------------------------------------------------------------------ */

static void add_child(struct buf *out, int depth, const struct voc_child *child)
{
    static const char *const before[] = {"", "<optional>", "<zeroOrMore>"};
    static const char *const after[] = {"", "</optional>", "</zeroOrMore>"};
    buf_addf(out, "%*s%s<ref name=\"%s\"/>%s\n", depth * INDENT, "", before[child->occurs],
             child->element->name, after[child->occurs]);
}

static void add_content(struct buf *out, int depth, const struct voc_element *element)
{
    if (element->text) {
        add_line(out, depth,
                 element->text_required ? "<ref name=\"text-content\"/>"
                                        : "<ref name=\"remark-content\"/>");
        return;
    }
    if (!element->children->element) {
        add_line(out, depth, "<ref name=\"foreign-elements\"/>");
        return;
    }
    add_line(out, depth, "<interleave>");
    for (const struct voc_child *child = element->children; child->element; child++)
        add_child(out, depth + 1, child);
    add_line(out, depth + 1, "<ref name=\"foreign-elements\"/>");
    add_line(out, depth, "</interleave>");
}

static void add_element(struct buf *out, const struct voc_element *element,
                        const struct language *language)
{
    buf_addf(out, "\n  <define name=\"%s\">\n    <element name=\"%s\">\n", element->name,
             element->name);
    add_documentation(out, 3, language_text(language, element->meaning));
    add_line(out, 3, "<ref name=\"common-attributes\"/>");
    for (const struct voc_attribute *a = element->attributes; a->name; a++)
        add_attribute(out, 3, a, language);
    add_content(out, 3, element);
    add_line(out, 2, "</element>");
    add_line(out, 1, "</define>");
}

/* --- the whole ----------------------------------------------------------------------------- */

static const char head[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<!--\n"
    "  The model file of virkning, format " MODEL_FORMAT ".\n"
    "\n"
    "  Written by the command `virkning schema` from the program's vocabulary; do not edit it by\n"
    "  hand. The order of child elements is free. Elements and attributes of other namespaces may\n"
    "  stand anywhere and are passed over. Only the program itself checks what references point\n"
    "  at; see virkning(5).\n"
    "-->\n"
    "<grammar ns=\"" MODEL_NAMESPACE "\"\n"
    "         xmlns=\"http://relaxng.org/ns/structure/1.0\"\n"
    "         xmlns:a=\"http://relaxng.org/ns/compatibility/annotations/1.0\"\n"
    "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n"
    "\n"
    "  <start>\n"
    "    <ref name=\"programme\"/>\n"
    "  </start>\n";

static const char tail[] =
    "\n"
    "  <!-- On every element: its language, and attributes of other namespaces. -->\n"
    "  <define name=\"common-attributes\">\n"
    "    <optional>\n"
    "      <attribute name=\"xml:lang\">\n"
    "        <ref name=\"language\"/>\n"
    "      </attribute>\n"
    "    </optional>\n"
    "    <zeroOrMore>\n"
    "      <attribute>\n"
    "        <anyName>\n"
    "          <except>\n"
    "            <nsName ns=\"\"/>\n"
    "            <nsName/>\n"
    "            <name>xml:lang</name>\n"
    "          </except>\n"
    "        </anyName>\n"
    "      </attribute>\n"
    "    </zeroOrMore>\n"
    "  </define>\n"
    "\n"
    "  <!-- Elements of other namespaces, with anything inside but elements of ours. -->\n"
    "  <define name=\"foreign-elements\">\n"
    "    <zeroOrMore>\n"
    "      <ref name=\"foreign-element\"/>\n"
    "    </zeroOrMore>\n"
    "  </define>\n"
    "\n"
    "  <define name=\"foreign-element\">\n"
    "    <element>\n"
    "      <anyName>\n"
    "        <except>\n"
    "          <nsName ns=\"\"/>\n"
    "          <nsName/>\n"
    "        </except>\n"
    "      </anyName>\n"
    "      <ref name=\"foreign-content\"/>\n"
    "    </element>\n"
    "  </define>\n"
    "\n"
    "  <define name=\"foreign-content\">\n"
    "    <zeroOrMore>\n"
    "      <choice>\n"
    "        <text/>\n"
    "        <attribute>\n"
    "          <anyName/>\n"
    "        </attribute>\n"
    "        <element>\n"
    "          <anyName>\n"
    "            <except>\n"
    "              <nsName/>\n"
    "            </except>\n"
    "          </anyName>\n"
    "          <ref name=\"foreign-content\"/>\n"
    "        </element>\n"
    "      </choice>\n"
    "    </zeroOrMore>\n"
    "  </define>\n"
    "\n"
    "  <!-- Text that may not be empty. -->\n"
    "  <define name=\"text-content\">\n"
    "    <choice>\n"
    "      <ref name=\"some-text\"/>\n"
    "      <mixed>\n"
    "        <oneOrMore>\n"
    "          <ref name=\"foreign-element\"/>\n"
    "        </oneOrMore>\n"
    "      </mixed>\n"
    "    </choice>\n"
    "  </define>\n"
    "\n"
    "  <!-- Text that may be left out. -->\n"
    "  <define name=\"remark-content\">\n"
    "    <mixed>\n"
    "      <ref name=\"foreign-elements\"/>\n"
    "    </mixed>\n"
    "  </define>\n"
    "\n"
    "  <!-- Something that can be seen: not only spaces, soft hyphens and the like. -->\n"
    "  <define name=\"some-text\">\n"
    "    <data type=\"token\">\n"
    "      <except>\n"
    "        <data type=\"token\">\n"
    "          <param name=\"pattern\">[ &#xA0;&#xAD;&#x2000;-&#x200D;&#x2060;&#x3000;&#xFEFF;]*"
    "</param>\n"
    "        </data>\n"
    "      </except>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- 2017, 2017-08 or 2017-08-14: as exact as it is known. -->\n"
    "  <define name=\"date\">\n"
    "    <choice>\n"
    "      <ref name=\"year\"/>\n"
    "      <data type=\"token\">\n"
    "        <param name=\"pattern\">[0-9]{4}-(0[1-9]|1[0-2])</param>\n"
    "        <except>\n"
    "          <data type=\"token\">\n"
    "            <param name=\"pattern\">0000.*</param>\n"
    "          </data>\n"
    "        </except>\n"
    "      </data>\n"
    "      <data type=\"date\">\n"
    "        <except>\n"
    "          <data type=\"token\">\n"
    "            <param name=\"pattern\">-.*|0000.*|[0-9]{5}.*|.*[Z:].*</param>\n"
    "          </data>\n"
    "        </except>\n"
    "      </data>\n"
    "    </choice>\n"
    "  </define>\n"
    "\n"
    "  <define name=\"year\">\n"
    "    <data type=\"token\">\n"
    "      <param name=\"pattern\">[0-9]{4}</param>\n"
    "      <except>\n"
    "        <value>0000</value>\n"
    "      </except>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- 7.5: a point before the decimals, at most 15 digits. -->\n"
    "  <define name=\"number\">\n"
    "    <choice>\n"
    "      <data type=\"token\">\n"
    "        <param name=\"pattern\">[+\\-]?[0-9]{1,15}</param>\n"
    "      </data>\n"
    "      <data type=\"token\">\n"
    "        <param name=\"pattern\">[0-9]+\\.[0-9]+</param>\n"
    "        <param name=\"maxLength\">16</param>\n"
    "      </data>\n"
    "      <data type=\"token\">\n"
    "        <param name=\"pattern\">[+\\-][0-9]+\\.[0-9]+</param>\n"
    "        <param name=\"maxLength\">17</param>\n"
    "      </data>\n"
    "    </choice>\n"
    "  </define>\n"
    "\n"
    "  <define name=\"whole-number\">\n"
    "    <data type=\"token\">\n"
    "      <param name=\"pattern\">[0-9]{1,15}</param>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- An id of this file, or name:id for one of an included model. -->\n"
    "  <define name=\"far-reference\">\n"
    "    <data type=\"token\">\n"
    "      <param name=\"pattern\">[\\i-[:]][\\c-[:]]*(:[\\i-[:]][\\c-[:]]*)?</param>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- One word without a colon. -->\n"
    "  <define name=\"word\">\n"
    "    <data type=\"token\">\n"
    "      <param name=\"pattern\">[^ :]+</param>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- A tag: list:code. -->\n"
    "  <define name=\"tag\">\n"
    "    <data type=\"token\">\n"
    "      <param name=\"pattern\">[^ :]+:[^ :]+</param>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- From 1 to 5. -->\n"
    "  <define name=\"step-of-five\">\n"
    "    <data type=\"token\">\n"
    "      <param name=\"pattern\">[1-5]</param>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- How well a link is supported, from 0 to 4. -->\n"
    "  <define name=\"grade\">\n"
    "    <data type=\"token\">\n"
    "      <param name=\"pattern\">[0-4]</param>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- 0-18, or 65- for 65 and over. -->\n"
    "  <define name=\"ages\">\n"
    "    <data type=\"token\">\n"
    "      <param name=\"pattern\">[0-9]{1,3}-[0-9]{0,3}</param>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- P1Y every year, P6M every half year, P2W every two weeks, P1D every day. -->\n"
    "  <define name=\"duration\">\n"
    "    <data type=\"token\">\n"
    "      <param name=\"pattern\">P[1-9][0-9]{0,2}[YMWD]</param>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- P10, I01, V05: as it stands in the finding. -->\n"
    "  <define name=\"rule\">\n"
    "    <data type=\"token\">\n"
    "      <param name=\"pattern\">[A-Z][0-9]{2}</param>\n"
    "    </data>\n"
    "  </define>\n"
    "\n"
    "  <!-- da, en-GB: a language by its code of two or three letters. -->\n"
    "  <define name=\"language\">\n"
    "    <data type=\"language\">\n"
    "      <param name=\"pattern\">[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*</param>\n"
    "    </data>\n"
    "  </define>\n"
    "</grammar>\n";

void schema_write_rng(struct buf *out, const struct language *language)
{
    size_t count;
    const struct voc_element *const *elements = vocabulary_elements(&count);
    buf_add_string(out, head);
    for (size_t i = 0; i < count; i++)
        add_element(out, elements[i], language);
    buf_add_string(out, tail);
}
