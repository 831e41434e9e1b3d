/* The words of the charts in a language; see chart_words.h. */
#include "figure/chart_words.h"

static void add_number(const void *self, struct buf *out, double value, int decimals)
{
    language_add_number(self, out, value, decimals);
}

static void add_date(const void *self, struct buf *out, struct date date)
{
    language_add_date(self, out, date);
}

static void set_signs(struct chart_words *words, const struct language *l)
{
    words->hidden = language_text(l, "hidden");
    words->missing = language_text(l, "missing");
    words->unusable = language_text(l, "cannot be shown");
    words->baseline = language_text(l, "baseline");
    words->series_break = language_text(l, "series break");
    words->target = language_text(l, "target {1}");
    words->target_from = language_text(l, "target from {1}");
    words->target_to = language_text(l, "target up to {1}");
    /* xgettext:no-c-format */
    words->interval = language_text(l, "95 % confidence interval");
    words->expected = language_text(l, "expected path to the target");
    words->target_tick = language_text(l, "target");
    words->hidden_legend = language_text(l, "hidden to protect anonymity");
    words->missing_legend = language_text(l, "not measured; the line is not carried across");
}

static void set_remarks(struct chart_words *words, const struct language *l)
{
    words->cut = language_text(l, "The axis runs from {1} to {2}; it does not show 0.");
    words->outside = language_text(l, "Outside the axis: {1}.");
    words->comparison = language_text(l, "Two measurements are a comparison, not a trend.");
    words->same_date =
        language_text(l, "Several values have the same date, {1}; they are not joined to others.");
    words->undated = language_text(l, "Not drawn, because the date is missing: {1}.");
    words->no_number = language_text(l, "Not drawn, because the value is not a number: {1}.");
    words->hidden_of = language_text(l, "Hidden to protect anonymity, {1}: {2}.");
    words->breaks = language_text(l, "Series break: {1}.");
    words->nothing = language_text(l, "no values to show");
    words->list_joint = "; ";
    words->range = language_text(l, "{1} to {2}");
}

static void set_headings(struct chart_words *words, const struct language *l)
{
    words->date_heading = language_text(l, "Date");
    words->value_heading = language_text(l, "Value");
    words->remark_heading = language_text(l, "Remark");
    words->category_heading = language_text(l, "Category");
    words->with_unit = "{1}, {2}";
    words->target_row = language_text(l, "Target");
}

static void set_alternatives(struct chart_words *words, const struct language *l)
{
    words->alternative_none = language_text(l, "{1}: there are no values to show.");
    words->alternative_one = language_text(l, "{1}: {2} ({3}).");
    words->alternative_trend =
        language_text(l, "{1}: {2} ({3}) at first and {4} ({5}) at last, of {6} values.");
    words->alternative_break =
        language_text(l, "A series break lies between them, so they cannot be compared.");
    words->alternative_target = language_text(l, "The target is {1}.");
    words->alternative_between = language_text(l, "The target lies between {1} and {2}.");
    words->alternative_left_out = language_text(l, "Values that are hidden or missing: {1}.");
    words->alternative_bar = language_text(l, "{1}: {2}.");
    words->alternative_interval = language_text(l, "The interval runs from {1} to {2}.");
    words->alternative_bars =
        language_text(l, "{1}: {2} rows with values between {3} and {4}, in the order given.");
    words->alternative_multiples = language_text(l, "{1}: {2} small charts on one scale: {3}.");
    words->alternative_radar =
        language_text(l, "{1}: scores of {2} themes on a scale from {3} to {4}; shown: {5}.");
}

void chart_words_init(struct chart_words *words, const struct language *language)
{
    *words = (struct chart_words){
        .self = language,
        .add_number = add_number,
        .add_date = add_date,
        .lang = language_tag(language),
    };
    set_signs(words, language);
    set_remarks(words, language);
    set_headings(words, language);
    set_alternatives(words, language);
}
