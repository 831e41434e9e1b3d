/* Words about activities that several views write; see view_parts.h. */
#include "figure/view_parts.h"

static const char *waiting_text(const struct view *view, const struct activity *activity)
{
    const char *until = date_given(activity->until) ? view_date(view, activity->until) : NULL;
    if (activity->awaits && until)
        return view_message(view, "waiting for {1} (until {2})", activity->awaits, until, NULL);
    if (activity->awaits)
        return view_message(view, "waiting for {1}", activity->awaits, NULL);
    if (until)
        return view_message(view, "waiting until {1}", until, NULL);
    return view_text(view, "waiting");
}

/* The words for a status that the reader should know of; NULL: none. */
static const char *status_text(const struct view *view, const struct activity *activity)
{
    switch (activity->status) {
    case ACTIVITY_IDEA:
        return view_text(view, "idea");
    case ACTIVITY_PROPOSED:
        return view_text(view, "proposed");
    case ACTIVITY_WAITING:
        return waiting_text(view, activity);
    case ACTIVITY_ANCHORED:
        return view_text(view, "anchored");
    case ACTIVITY_STOPPED:
        return view_text(view, "stopped");
    case ACTIVITY_STATUS_UNKNOWN:
    case ACTIVITY_APPROVED:
    case ACTIVITY_RUNNING:
        break;
    }
    return NULL;
}

static bool same_date(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static const char *period_text(const struct view *view, const struct activity *activity)
{
    bool from = date_given(activity->from), to = date_given(activity->to);
    if (from && to && same_date(activity->from, activity->to))
        return view_date(view, activity->from);
    if (from && to)
        return view_message(view, "{1} to {2}", view_date(view, activity->from),
                            view_date(view, activity->to), NULL);
    if (from)
        return view_message(view, "from {1}", view_date(view, activity->from), NULL);
    if (to)
        return view_message(view, "until {1}", view_date(view, activity->to), NULL);
    return NULL;
}

const char *view_activity_tag(const struct view *view, const struct activity *activity)
{
    const char *parts[] = {
        status_text(view, activity),
        activity->trial == YES ? view_text(view, "trial action") : NULL,
        activity->status == ACTIVITY_WAITING ? NULL : period_text(view, activity),
    };
    struct buf tag = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i])
            continue;
        if (tag.length)
            buf_add_string(&tag, " · ");
        buf_add_string(&tag, parts[i]);
    }
    return view_keep(view, &tag);
}
