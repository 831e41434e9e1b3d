/* The dose of a component in words; see dose.h. */
#include "model/dose.h"

void dose_add_amount(struct buf *out, struct number number, const char *one, const char *many,
                     const struct language *language)
{
    struct buf text;
    buf_init(&text, 0);
    if (number.given)
        language_add_number(language, &text, number.value, number.decimals);
    const char *args[] = {text.data};
    buf_add_message(out, language_count(language, number.value == 1 ? 1 : 2, one, many), args, 1);
    buf_release(&text);
}

/* Times and minutes each time. */
static void add_sessions(struct buf *out, const struct component *component,
                         const struct language *language)
{
    struct buf sessions = {0}, minutes = {0};
    if (component->sessions.given)
        dose_add_amount(&sessions, component->sessions, N_("{1} session"), N_("{1} sessions"),
                        language);
    if (component->minutes.given)
        dose_add_amount(&minutes, component->minutes, N_("{1} minute"), N_("{1} minutes"),
                        language);
    const char *both[] = {sessions.data, minutes.data};
    if (sessions.length && minutes.length)
        buf_add_message(out, language_text(language, "{1} of {2} each"), both, 2);
    else if (minutes.length)
        buf_add_message(out, language_text(language, "{1} each time"), &both[1], 1);
    else if (sessions.length)
        buf_add_string(out, sessions.data);
    buf_release(&sessions);
    buf_release(&minutes);
}

void dose_add(struct buf *out, const struct component *component, const struct language *language)
{
    size_t before = out->length;
    add_sessions(out, component, language);
    if (!component->weeks.given)
        return;
    if (out->length > before)
        buf_add_char(out, ' ');
    dose_add_amount(out, component->weeks, N_("over {1} week"), N_("over {1} weeks"), language);
}
