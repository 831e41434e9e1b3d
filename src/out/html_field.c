/* Fields of a page: they can be filled in and printed; nothing is sent anywhere. */
#include "out/html_internal.h"

#include <string.h>

static void add_hint(struct html *html, const struct doc_field *field)
{
    if (html_is_blank(field->hint))
        return;
    buf_addf(html->out, "<span class=\"hint\" id=\"hint%zu\">", html->fields);
    html_add_text(html, field->hint);
    buf_add_string(html->out, "</span>\n");
}

/* What names the field for the browser and where its hint is. */
static void add_naming(struct html *html, const struct doc_field *field)
{
    if (field->name)
        html_add_attribute(html, "name", field->name);
    if (!html_is_blank(field->hint) && field->kind != DOC_FIELD_ONE_OF &&
        field->kind != DOC_FIELD_ANY_OF)
        buf_addf(html->out, " aria-describedby=\"hint%zu\"", html->fields);
}

static void add_line(struct html *html, const struct doc_field *field)
{
    buf_addf(html->out, "<input type=\"text\" id=\"field%zu\" autocomplete=\"off\"", html->fields);
    add_naming(html, field);
    if (field->value)
        html_add_attribute(html, "value", field->value);
    buf_add_string(html->out, "/>\n");
}

/* A line feed at its beginning would be dropped, so that there is always one. */
static void add_area(struct html *html, const struct doc_field *field)
{
    int lines = field->lines > 1 ? field->lines : 2;
    buf_addf(html->out,
             "<textarea id=\"field%zu\" rows=\"%d\" style=\"--lines:%d\" autocomplete=\"off\"",
             html->fields, lines, lines);
    add_naming(html, field);
    buf_add_string(html->out, ">\n");
    html_add_lines(html, field->value);
    buf_add_string(html->out, "</textarea>\n");
}

static void add_text_field(struct html *html, const struct doc_field *field)
{
    buf_addf(html->out, "<div class=\"field\">\n<label class=\"label\" for=\"field%zu\">",
             html->fields);
    html_add_text(html, field->label);
    buf_add_string(html->out, "</label>\n");
    add_hint(html, field);
    if (field->kind == DOC_FIELD_LINE)
        add_line(html, field);
    else
        add_area(html, field);
    buf_add_string(html->out, "</div>\n");
}

static void add_choice(struct html *html, const struct doc_field *field, size_t choice)
{
    const char *text = field->choices[choice];
    buf_addf(html->out, "<label class=\"choice\"><input type=\"%s\" id=\"field%zu-%zu\"",
             field->kind == DOC_FIELD_ONE_OF ? "radio" : "checkbox", html->fields, choice + 1);
    add_naming(html, field);
    html_add_attribute(html, "value", text);
    if (field->value && strcmp(field->value, text) == 0)
        html_add_attribute(html, "checked", "checked");
    buf_add_string(html->out, "/> <span>");
    html_add_text(html, text);
    buf_add_string(html->out, "</span></label>\n");
}

static void add_choices(struct html *html, const struct doc_field *field)
{
    buf_add_string(html->out, "<fieldset class=\"field\"");
    if (!html_is_blank(field->hint))
        buf_addf(html->out, " aria-describedby=\"hint%zu\"", html->fields);
    buf_add_string(html->out, ">\n<legend>");
    html_add_text(html, field->label);
    buf_add_string(html->out, "</legend>\n");
    add_hint(html, field);
    for (size_t i = 0; i < field->choice_count; i++)
        add_choice(html, field, i);
    buf_add_string(html->out, "</fieldset>\n");
}

void html_add_field(struct html *html, const struct doc_field *field)
{
    html->fields++;
    if (field->kind == DOC_FIELD_LINE || field->kind == DOC_FIELD_AREA)
        add_text_field(html, field);
    else
        add_choices(html, field);
}
