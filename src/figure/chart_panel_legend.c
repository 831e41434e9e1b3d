/* What of a trend is explained in the legend: only what occurs. */
#include "figure/chart_panel_parts.h"

static void explain_own(struct chart_pen *pen, const struct trend *trend, unsigned found,
                        struct chart_legend *legend)
{
    const struct chart_words *words = pen->words;
    if (found & (OCCURS_VALUE | OCCURS_BASELINE))
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_LINE, CHART_DISC, STYLE_ACCENT,
                                            trend->series.label, NULL});
    if (found & OCCURS_BASELINE)
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_MARK, CHART_RING, STYLE_ACCENT,
                                            words->baseline, words->lang});
    if (found & OCCURS_INTERVAL)
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_BAR, CHART_DISC, STYLE_ACCENT,
                                            words->interval, words->lang});
}

static void explain_others(struct chart_pen *pen, const struct trend *trend, unsigned own,
                           struct chart_legend *legend)
{
    const struct chart_words *words = pen->words;
    unsigned all = 0;
    for (size_t i = 0; i < trend->other_count; i++) {
        unsigned found = panel_occurrences(&trend->others[i]);
        all |= found;
        if (found & (OCCURS_VALUE | OCCURS_BASELINE))
            chart_legend_add(pen, legend,
                             (struct chart_key){CHART_KEY_LINE, chart_mark_of(i), STYLE_INTERPRETED,
                                                trend->others[i].label, NULL});
    }
    if (all & OCCURS_INTERVAL && !(own & OCCURS_INTERVAL))
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_CAPPED, CHART_DISC, STYLE_INTERPRETED,
                                            words->interval, words->lang});
}

static void explain_signs(struct chart_pen *pen, unsigned found, struct chart_legend *legend)
{
    const struct chart_words *words = pen->words;
    if (found & OCCURS_HIDDEN)
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_MARK, CHART_BLOCK, STYLE_QUIET,
                                            words->hidden_legend, words->lang});
    if (found & OCCURS_MISSING)
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_MARK, CHART_STROKE, STYLE_QUIET,
                                            words->missing_legend, words->lang});
}

static bool has_path(const struct trend *trend)
{
    size_t count = 0;
    for (size_t i = 0; i < trend->path_count; i++)
        count += panel_is_on_path(&trend->path[i]);
    return count > 1;
}

void chart_panel_explain(struct chart_pen *pen, const struct trend *trend,
                         struct chart_legend *legend)
{
    unsigned found = panel_occurrences(&trend->series);
    explain_own(pen, trend, found, legend);
    explain_others(pen, trend, found, legend);
    if (has_path(trend))
        chart_legend_add(pen, legend,
                         (struct chart_key){CHART_KEY_DASHED, CHART_DISC, STYLE_INK,
                                            pen->words->expected, pen->words->lang});
    explain_signs(pen, found, legend);
}
