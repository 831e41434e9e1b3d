/* Findings on paper; see paper_words.h. */
#include "report/paper_words.h"

#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- other words ------------------------------------------------------------------------ */

/* How the catalogue of messages names what is to be written in the file, and how it is said to
 * those who never see it. Both are translated: the first as it stands in the translated messages. */
static const struct paper_phrase phrases[] = {
    {N_("or mark them with key=\"yes\""), N_("or mark them as key links")},
    {N_("in the title, or with for=\"…\" or who=\"…\""),
     N_("in the title, or as its target group")},
    {N_("Write an <assumption>, or the surroundings it needs as <context>,"),
     N_("Write an assumption, or the surroundings it needs,")},
    {N_("Write an <assumption> or a <context> on each"),
     N_("Write an assumption, or the surroundings it needs, on each")},
    {N_("Write an <assumption> on it, or mark the arrows that matter more to you with key=\"yes\""),
     N_("Write an assumption on it, or mark the arrows that matter more to you as key links")},
    {N_("mark it with key=\"yes\" and write its <assumption>"),
     N_("mark it as a key link and write its assumption")},
    {N_("Write evidence=\"0\" to \"4\" on"), N_("Write the grade of the evidence, 0 to 4, on")},
    {N_("as <rival>"), N_("as a rival explanation")},
    {N_("as an effect with kind=\"unintended\""), N_("as an unintended effect")},
    {N_("Write a <resource> in"), N_("Write a resource in")},
    {N_("Write it as <backup>"), N_("Write it as the backup")},
    {N_("Write a <backup>"), N_("Write a backup")},
    {N_("let another role stand in (deputy)"), N_("let another role stand in")},
    {N_("rite the role as anchored-by"), N_("rite the role under «Anchoring»")},
    {N_("say so in an <answer>"), N_("say so in an answer")},
    {N_("at least one <next-step>"), N_("at least one next step")},
    {N_("One sign with role=\"outcome\" is enough"),
     N_("One sign of a change in their lives is enough")},
    {N_("for example unit=\"%\" or unit=\"children\""),
     /* xgettext:no-c-format */
     N_("for example % or children")},
    {N_("Write min or value, or"), N_("Write the least or an exact figure, or")},
    {N_("Write max or value, or"), N_("Write the highest or an exact figure, or")},
    {N_("Write value, or min and max."),
     N_("Write the figure, or the bounds that it is to lie within.")},
    {N_("write aim=\"direction\""), N_("write the direction alone")},
    {N_("Write direction=\"up\" or direction=\"down\" on"), N_("Write up or down on")},
    {N_("Write it with estimated=\"yes\""), N_("Write it as an estimate")},
    {N_("Write a <target>, or <target aim=\"direction\"/> if"),
     N_("Write a target, or the direction alone if")},
    {N_("Write a <target> for those that matter most, and <target aim=\"direction\"/> where"),
     N_("Write a target for those that matter most, and the direction alone where")},
    {N_("Write counting=\"per-period\" or counting=\"cumulative\""),
     N_("Write which of them it is")},
    {N_("Write counting=\"per-period\","), N_("Let each figure count its own period,")},
    {N_("or the questionnaire as a <source>"), N_("or the questionnaire as a source")},
    {N_("or tell in <collection> how it is got"), N_("or tell how it is got")},
    {N_(", or with producer, owner or <collection>"),
     N_(", or write who makes the figures, who is responsible and how they are collected")},
    {N_("write design=\"comparison\" on the question"),
     N_("write on the question that it compares")},
    {N_("Write the roles in audience"), N_("Name the roles")},
    {N_("Write it as <decision>,"), N_("Write it down,")},
    {N_("lack type, audience or <decision>"),
     N_("lack a type, somebody they are for, or a decision")},
    {N_("as legal-basis on the source"), N_("as the legal basis of the source")},
    {N_("but <numerator> is missing"), N_("but it is not said who counts")},
    {N_("but <denominator> is missing"), N_("but it is not said out of whom")},
    {N_("anything changed (effect)"), N_("anything changed")},
    {N_("or why (mechanism)"), N_("or why")},
};

const struct paper_phrase *paper_phrases(size_t *count)
{
    *count = COUNT(phrases);
    return phrases;
}

/* Puts other words into a text at `at`, instead of `length` bytes. */
static void replace(struct buf *text, size_t at, size_t length, const char *with)
{
    struct buf out;
    buf_init(&out, 0);
    buf_add(&out, text->data, at);
    buf_add_string(&out, with);
    buf_add_string(&out, text->data + at + length);
    buf_release(text);
    *text = out;
}

static void replace_all(struct buf *text, const char *phrase, const char *with)
{
    size_t length = strlen(phrase), from = 0;
    for (const char *at; length && (at = strstr(text->data + from, phrase));) {
        size_t place = (size_t)(at - text->data);
        replace(text, place, length, with);
        from = place + strlen(with);
    }
}

/* --- what has no other words ------------------------------------------------------------- */

static bool begins(const char *text, const char *with)
{
    return !strncmp(text, with, strlen(with));
}

/* "<component", "for=\"…\"" or "anchored-by": written in the file, not on a page. */
static bool is_markup(const char *p)
{
    static const char *const attributes[] = {"anchored-by", "legal-basis", "contributes-to"};
    for (size_t i = 0; i < COUNT(attributes); i++)
        if (begins(p, attributes[i]))
            return true;
    return (p[0] == '<' && p[1] >= 'a' && p[1] <= 'z') || (p[0] == '=' && p[1] == '"');
}

static bool has_markup(const char *from, const char *to)
{
    for (const char *p = from; p < to; p++)
        if (is_markup(p))
            return true;
    return false;
}

/* Takes `length` bytes out of a text at `from`. */
static void cut_out(struct buf *text, char *from, size_t length)
{
    memmove(from, from + length, strlen(from + length) + 1);
    text->length -= length;
}

static void drop_brackets(struct buf *text)
{
    for (char *open = strstr(text->data, " ("); open; open = strstr(open, " (")) {
        const char *close = strchr(open, ')');
        if (!close)
            return;
        if (has_markup(open, close))
            cut_out(text, open, (size_t)(close + 1 - open));
        else
            open += 2;
    }
}

/* The end of the sentence, with the space behind it: before a capital or a quotation mark. */
static char *sentence_end(char *p)
{
    for (; *p; p++) {
        unsigned char next = strchr(".?!", *p) && p[1] == ' ' ? (unsigned char)p[2] : 0;
        if ((next >= 'A' && next <= 'Z') || next >= 0x80)
            return p + 2;
    }
    return p;
}

/* Sentences that name elements or attributes, unless nothing else is said. */
static void drop_sentences(struct buf *text)
{
    for (char *at = text->data; *at;) {
        char *end = sentence_end(at);
        size_t length = (size_t)(end - at);
        if (has_markup(at, end) && length < text->length)
            cut_out(text, at, length);
        else
            at = end;
    }
    while (text->length && text->data[text->length - 1] == ' ')
        text->data[--text->length] = '\0';
}

void paper_without_markup(struct buf *text)
{
    drop_brackets(text);
    drop_sentences(text);
}

void paper_words(struct buf *text, const struct language *language)
{
    for (size_t i = 0; i < COUNT(phrases); i++)
        replace_all(text, language_text(language, phrases[i].file),
                    language_text(language, phrases[i].paper));
    paper_without_markup(text);
}
