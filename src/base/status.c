/* Statuses; see status.h. */
#include "base/status.h"

#include "base/language.h"

#include <string.h>

static const struct {
    const char *code, *sign, *words;
    enum style_color color;
} statuses[STATUSES] = {
    [STATUS_NONE] = {"none", "", "", STYLE_QUIET},
    [STATUS_REACHED] = {"reached", "●", N_("reached"), STYLE_REACHED},
    [STATUS_PARTLY_REACHED] = {"partly-reached", "◆", N_("partly reached"), STYLE_LITTLE_BEHIND},
    [STATUS_NOT_REACHED] = {"not-reached", "◇", N_("not reached"), STYLE_BEHIND},
    [STATUS_ON_TRACK] = {"on-track", "▲", N_("on track"), STYLE_ON_TRACK},
    [STATUS_LITTLE_BEHIND] = {"little-behind", "◆", N_("a little behind"), STYLE_LITTLE_BEHIND},
    [STATUS_BEHIND] = {"behind", "◇", N_("behind"), STYLE_BEHIND},
    [STATUS_WRONG_DIRECTION] = {"wrong-direction", "▼", N_("wrong direction"), STYLE_WRONG},
    [STATUS_GAP_ONLY] = {"gap-only", "◆", N_("smaller, but not better"), STYLE_LITTLE_BEHIND},
    [STATUS_MET] = {"met", "●", N_("met"), STYLE_REACHED},
    [STATUS_UNDER_WAY] = {"under-way", "○", N_("under way"), STYLE_QUIET},
    [STATUS_NOT_MET] = {"not-met", "◇", N_("not met"), STYLE_BEHIND},
    [STATUS_INSIDE] = {"inside", "●", N_("inside"), STYLE_REACHED},
    [STATUS_OUTSIDE] = {"outside", "◇", N_("outside"), STYLE_BEHIND},
    [STATUS_WORSE] = {"worse", "▼", N_("worse"), STYLE_WRONG},
    [STATUS_AS_WISHED] = {"as-wished", "▲", N_("as wished"), STYLE_ON_TRACK},
    [STATUS_UNCHANGED] = {"unchanged", "◇", N_("unchanged"), STYLE_BEHIND},
    [STATUS_OPPOSITE] = {"opposite", "▼", N_("opposite"), STYLE_WRONG},
    [STATUS_JUDGED] = {"judged", "■", N_("judged"), STYLE_ACCENT},
    [STATUS_UNDECIDED] = {"undecided", "▨", N_("undecided"), STYLE_QUIET},
    [STATUS_TOO_EARLY] = {"too-early", "○", N_("too early"), STYLE_QUIET},
    [STATUS_NOT_PLANNED] = {"not-planned", "–", N_("no measurement planned"), STYLE_QUIET},
    [STATUS_MISSING] = {"missing", "–", N_("missing"), STYLE_QUIET},
    [STATUS_HIDDEN] = {"hidden", "▪", N_("hidden"), STYLE_QUIET},
    [STATUS_BREAK] = {"break", "–", N_("series break"), STYLE_QUIET},
    [STATUS_NOT_JUDGED] = {"not-judged", "?", N_("cannot be judged"), STYLE_QUIET},
};

const char *status_code(enum status status)
{
    return statuses[status].code;
}

enum status status_of_code(const char *code)
{
    for (int status = 0; status < STATUSES; status++)
        if (!strcmp(statuses[status].code, code))
            return (enum status)status;
    return STATUS_NONE;
}

const char *status_sign(enum status status)
{
    return statuses[status].sign;
}

const char *status_words(enum status status)
{
    return statuses[status].words;
}

enum style_color status_color(enum status status)
{
    return statuses[status].color;
}
