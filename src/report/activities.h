/* Activity descriptions, one after the other, each on at most two pages and with its box for
 * approval.
 *
 * How long one becomes is found by laying it out alone. Where it takes more than two pages of
 * A4, it is built again with less in it, in this order:
 *   1. the figure without its signs, then as the last thing, where it breaks no page;
 *   2. without ids, remarks and other small print;
 *   3. long texts and lists cut a little, with "and 4 more, see the plan";
 *   4. all of it, but without the figure; then without the small print;
 *   5. texts, names and lists cut, step by step, until a line or two of everything is left.
 * A figure that would need a page larger than A4 upright is left out before anything else.
 * Where the second page would hold a few lines and the box, it is saved by leaving out the
 * figure or the small print; if that does not do, the page is turned before "Together with
 * whom", so that the second one holds what belongs together.
 * What it is, what is missing, and the box are never left out. Where there are no pages
 * everything is shown.
 *
 * Four activities and more have a list before them. Two or three stand below the programme's
 * title, and one alone is the title itself: a document has one first heading. */
#ifndef REPORT_ACTIVITIES_H
#define REPORT_ACTIVITIES_H

struct report;

void activities_build(struct report *report);

#endif
