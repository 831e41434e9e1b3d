/* Small random models; see edit_models.h. */
#include "edit_models.h"

#include "base/utf8.h"
#include "model/model.h"

#include <stdio.h>
#include <string.h>

enum { MOST_ATTRIBUTES = 8 };

/* How a file is written, and the text so far. */
struct writer {
    struct dice *dice;
    struct buf text; /* UTF-8 */
    enum encoding encoding;
    const char *line, *unit; /* end of a line; a level of indentation */
    const char *prefix;      /* with its colon, or "" */
    bool crowded;            /* attributes on lines of their own, spaces around '=' */
    bool remarks;            /* comments, processing instructions, foreign elements */
    int depth;
};

uint32_t dice_roll(struct dice *dice, uint32_t sides)
{
    dice->state = dice->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(dice->state >> 33) % sides;
}

static bool chance(struct writer *w, uint32_t percent)
{
    return dice_roll(w->dice, 100) < percent;
}

static const char *one_of(struct dice *dice, const char *const *words, size_t count)
{
    return words[dice_roll(dice, (uint32_t)count)];
}

#define ONE_OF(dice, words) one_of((dice), (words), sizeof(words) / sizeof *(words))

/* --- words --------------------------------------------------------------------------------- */

void edit_models_add_title(struct buf *out, struct dice *dice)
{
    static const char *const words[] = {
        "børn",    "familier",   "trives",  "på",     "Århusbakken", "læsevenner", "&",
        "<flere>", "»tegn«",     "\"mål\"", "i'et",   "]]>",         "fra–til",    "10 €",
        "Œuvre",   "śniadanie",  "👪",       "40 %",   "æble",        "og",         "ü",
        "]",       "frivillige", "støtte",  "hverdag"};
    uint32_t count = 1 + dice_roll(dice, 5);
    for (uint32_t i = 0; i < count; i++)
        buf_addf(out, "%s%s", i ? " " : "", ONE_OF(dice, words));
}

/* --- text ---------------------------------------------------------------------------------- */

static bool is_lacking(const struct writer *w, uint32_t c)
{
    char bytes[ENCODING_MOST_BYTES];
    return !encoding_bytes(w->encoding, c, bytes);
}

static void add_reference(struct writer *w, uint32_t c)
{
    if (chance(w, 50))
        buf_addf(&w->text, "&#%u;", (unsigned)c);
    else
        buf_addf(&w->text, "&#x%X;", (unsigned)c);
}

/* A character of a text or value, in one of the ways in which it may be written. */
static void add_character(struct writer *w, uint32_t c)
{
    if (is_lacking(w, c) || chance(w, 2))
        add_reference(w, c);
    else if (c == '&')
        buf_add_string(&w->text, "&amp;");
    else if (c == '<')
        buf_add_string(&w->text, "&lt;");
    else if (c == '>')
        buf_add_string(&w->text, "&gt;");
    else if (c == '"')
        buf_add_string(&w->text, "&quot;");
    else if (c == '\'')
        buf_add_string(&w->text, "&apos;");
    else
        buf_add_codepoint(&w->text, c);
}

static void add_escaped(struct writer *w, const char *text)
{
    const char *end = text + strlen(text);
    while (text < end)
        add_character(w, utf8_next(&text, end));
}

static bool fits_cdata(const struct writer *w, const char *text)
{
    const char *end = text + strlen(text);
    if (strstr(text, "]]>"))
        return false;
    while (text < end)
        if (is_lacking(w, utf8_next(&text, end)))
            return false;
    return true;
}

static void add_remark(struct writer *w)
{
    static const char *const remarks[] = {"<!-- og en <title> herinde -->", "<!---->",
                                          "<?editor fold=\"1\"?>"};
    buf_add_string(&w->text, ONE_OF(w->dice, remarks));
}

/* The text of an element: plain, as CDATA, in two pieces, or with air around it. */
static void add_text(struct writer *w, const char *text)
{
    const char *space = strchr(text, ' ');
    bool air = chance(w, 10);
    if (air)
        buf_addf(&w->text, "%s  ", w->line);
    if (fits_cdata(w, text) && chance(w, 15)) {
        buf_addf(&w->text, "<![CDATA[%s]]>", text);
    } else if (space && w->remarks && chance(w, 25)) {
        char front[128];
        snprintf(front, sizeof front, "%.*s", (int)(space - text), text);
        add_escaped(w, front);
        buf_add_char(&w->text, ' ');
        add_remark(w);
        add_escaped(w, space + 1);
    } else {
        add_escaped(w, text);
    }
    if (air)
        buf_add_string(&w->text, w->line);
}

static void add_words(struct writer *w)
{
    struct buf words = {0};
    edit_models_add_title(&words, w->dice);
    add_text(w, words.data);
    buf_release(&words);
}

/* --- elements ------------------------------------------------------------------------------ */

struct attribute {
    const char *name, *value; /* NULL value: left out */
};

static void add_attribute(struct writer *w, const struct attribute *attribute)
{
    const char *quote = chance(w, 30) ? "'" : "\"";
    if (w->crowded && chance(w, 50))
        buf_addf(&w->text, "%s      ", w->line);
    else
        buf_add_char(&w->text, ' ');
    buf_addf(&w->text, "%s%s%s", attribute->name, w->crowded ? " = " : "=", quote);
    add_escaped(w, attribute->value);
    buf_add_string(&w->text, quote);
}

static void shuffle(struct writer *w, struct attribute *attributes, size_t count)
{
    for (size_t i = count; i > 1; i--) {
        size_t other = dice_roll(w->dice, (uint32_t)i);
        struct attribute kept = attributes[i - 1];
        attributes[i - 1] = attributes[other];
        attributes[other] = kept;
    }
}

static void begin_line(struct writer *w)
{
    buf_add_string(&w->text, w->line);
    for (int i = 0; i < w->depth && *w->line; i++)
        buf_add_string(&w->text, w->unit);
}

/* Opens a tag without closing it by '>'. The attributes end with a NULL name. */
static void begin_tag(struct writer *w, const char *name, const struct attribute *attributes)
{
    struct attribute kept[MOST_ATTRIBUTES];
    size_t count = 0;
    for (; attributes->name; attributes++)
        if (attributes->value)
            kept[count++] = *attributes;
    shuffle(w, kept, count);
    begin_line(w);
    buf_addf(&w->text, "<%s%s", w->prefix, name);
    for (size_t i = 0; i < count; i++)
        add_attribute(w, &kept[i]);
}

static void end_empty(struct writer *w)
{
    buf_add_string(&w->text, chance(w, 50) ? " />" : "/>");
}

static void open_tag(struct writer *w)
{
    buf_add_char(&w->text, '>');
    w->depth++;
}

static void close_tag(struct writer *w, const char *name)
{
    w->depth--;
    begin_line(w);
    buf_addf(&w->text, "</%s%s>", w->prefix, name);
}

static void add_text_element(struct writer *w, const char *name)
{
    begin_tag(w, name, (const struct attribute[]){{0}});
    buf_add_char(&w->text, '>');
    add_words(w);
    buf_addf(&w->text, "</%s%s>", w->prefix, name);
    if (w->remarks && chance(w, 15))
        buf_add_string(&w->text, " <!-- om det -->");
}

static void add_between(struct writer *w)
{
    if (!w->remarks || !chance(w, 30))
        return;
    begin_line(w);
    if (chance(w, 40))
        buf_add_string(&w->text,
                       "<x:note xmlns:x='urn:x' title='ikke min'><x:title>Fremmed</x:title>"
                       "</x:note>");
    else
        add_remark(w);
}

static void add_link(struct writer *w, const char *to)
{
    static const char *const origins[] = {"source", "interpreted", NULL};
    static const char *const grades[] = {"0", "3", NULL};
    const struct attribute attributes[] = {{"ref", to},
                                           {"origin", ONE_OF(w->dice, origins)},
                                           {"evidence", ONE_OF(w->dice, grades)},
                                           {0}};
    begin_tag(w, "leads-to", attributes);
    if (chance(w, 50)) {
        end_empty(w);
        return;
    }
    open_tag(w);
    add_text_element(w, "mechanism");
    close_tag(w, "leads-to");
}

static void add_indicator(struct writer *w)
{
    static const char *const units[] = {"%", "børn", "10 €", NULL};
    begin_tag(w, "indicator",
              (const struct attribute[]){
                  {"type", "count"}, {"unit", ONE_OF(w->dice, units)}, {"direction", "up"}, {0}});
    open_tag(w);
    add_text_element(w, "title");
    begin_tag(w, "target", (const struct attribute[]){{"value", "8"}, {"date", "2027-06"}, {0}});
    end_empty(w);
    close_tag(w, "indicator");
}

static void add_activity(struct writer *w, int number, int effects)
{
    static const char *const statuses[] = {"idea", "running", "approved", NULL};
    char id[16], to[16];
    snprintf(id, sizeof id, "a%d", number);
    begin_tag(w, "activity",
              (const struct attribute[]){{"id", id},
                                         {"status", ONE_OF(w->dice, statuses)},
                                         {"from", chance(w, 50) ? "2026-08" : NULL},
                                         {0}});
    open_tag(w);
    bool title_last = chance(w, 20);
    if (!title_last)
        add_text_element(w, "title");
    add_between(w);
    if (chance(w, 30))
        add_text_element(w, "description");
    if (chance(w, 30))
        add_indicator(w);
    for (int i = 1; i <= effects; i++) {
        snprintf(to, sizeof to, "e%d", i);
        add_link(w, to);
    }
    if (title_last)
        add_text_element(w, "title");
    close_tag(w, "activity");
}

static void add_effect(struct writer *w, int number)
{
    char id[16];
    snprintf(id, sizeof id, "e%d", number);
    begin_tag(w, "effect",
              (const struct attribute[]){{"id", id},
                                         {"kind", chance(w, 30) ? "goal" : NULL},
                                         {"who", chance(w, 30) ? "børn & unge" : NULL},
                                         {0}});
    open_tag(w);
    add_text_element(w, "title");
    close_tag(w, "effect");
}

/* --- the whole ----------------------------------------------------------------------------- */

static void add_root_tag(struct writer *w)
{
    char declares[8] = "xmlns";
    if (*w->prefix)
        strcpy(declares, "xmlns:v");
    begin_tag(w, "programme",
              (const struct attribute[]){{declares, MODEL_NAMESPACE},
                                         {"format", "1"},
                                         {"xml:lang", chance(w, 60) ? "da" : NULL},
                                         {"version", chance(w, 30) ? "3" : NULL},
                                         {0}});
    open_tag(w);
}

static void add_programme(struct writer *w)
{
    int effects = 1 + (int)dice_roll(w->dice, 3), activities = 1 + (int)dice_roll(w->dice, 3);
    add_root_tag(w);
    add_text_element(w, "title");
    if (chance(w, 40))
        add_text_element(w, "purpose");
    add_between(w);
    if (chance(w, 20))
        add_text_element(w, "owner");
    for (int i = 1; i <= activities; i++) {
        add_activity(w, i, effects);
        add_between(w);
    }
    for (int i = 1; i <= effects; i++)
        add_effect(w, i);
    close_tag(w, "programme");
}

static void add_declaration(struct writer *w)
{
    const char *name = encoding_name(w->encoding);
    bool utf16 = w->encoding == ENCODING_UTF_16_LITTLE || w->encoding == ENCODING_UTF_16_BIG;
    bool needed = w->encoding != ENCODING_UTF_8 && !utf16;
    if (!needed && chance(w, 40))
        return;
    if (chance(w, 50))
        buf_addf(&w->text, "<?xml version=\"1.0\" encoding=\"%s\"?>", utf16 ? "UTF-16" : name);
    else
        buf_addf(&w->text, "<?xml version='1.0' encoding = '%s' standalone='yes' ?>",
                 utf16 ? "UTF-16" : name);
}

/* A declared encoding with one byte a character may not happen to be UTF-8, which text in these
 * words is not; but it may be all ASCII. */
static void encode(struct buf *bytes, const struct writer *w, bool bom)
{
    const char *p = w->text.data, *end = p + w->text.length;
    char of_one[ENCODING_MOST_BYTES];
    if (bom)
        buf_add(bytes, of_one, encoding_bytes(w->encoding, 0xFEFF, of_one));
    while (p < end) {
        uint32_t c = utf8_next(&p, end);
        buf_add(bytes, of_one, encoding_bytes(w->encoding, c, of_one));
    }
}

struct made edit_models_add(struct buf *bytes, struct dice *dice)
{
    static const char *const lines[] = {"\n", "\n", "\r\n", ""};
    static const char *const units[] = {"  ", "    ", "\t", ""};
    struct writer w = {.dice = dice,
                       .encoding = (enum encoding)dice_roll(dice, ENCODING_UNKNOWN),
                       .line = ONE_OF(dice, lines),
                       .unit = ONE_OF(dice, units)};
    w.prefix = chance(&w, 25) ? "v:" : "";
    w.crowded = chance(&w, 25);
    w.remarks = chance(&w, 50);
    bool utf16 = w.encoding == ENCODING_UTF_16_LITTLE || w.encoding == ENCODING_UTF_16_BIG;
    bool bom = utf16 || (w.encoding == ENCODING_UTF_8 && chance(&w, 20));
    buf_init(&w.text, 0);
    add_declaration(&w);
    if (!w.text.length && chance(&w, 50))
        buf_add_string(&w.text, "<!-- uden erklæring -->");
    add_programme(&w);
    buf_add_string(&w.text, chance(&w, 80) ? w.line : "<!-- slut -->");
    encode(bytes, &w, bom);
    buf_release(&w.text);
    return (struct made){w.encoding, !*w.line};
}
