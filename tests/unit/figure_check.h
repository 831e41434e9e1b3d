/* The figure checker: what must hold of every figure that people are to read.
 *
 * It reads the figure, not a picture of it. Nothing overlaps that should not, texts stay in
 * their boxes, links begin and end at boxes and run through none, and through no words,
 * columns (or rows) are exactly straight, the legend explains what occurs and nothing else,
 * and all of it can be read and lies within the figure.
 *
 * What boxes are is told by their role: "group" is a frame around others, "hub" a meeting
 * point of links, "mark" a disc on a link, "chip" a small label within another box, "legend" a
 * sample in the legend. Curves of the role "rule" are lines under headings, "legend" samples;
 * curves between boxes are links.
 */
#ifndef UNIT_FIGURE_CHECK_H
#define UNIT_FIGURE_CHECK_H

#include "base/buf.h"
#include "figure/figure.h"

#include <stddef.h>

enum figure_fault {
    FAULT_SIZE,      /* something has no finite size, or a curve is none */
    FAULT_OUTSIDE,   /* beyond the edges of the figure */
    FAULT_OVERLAP,   /* two boxes overlap */
    FAULT_FRAME,     /* a frame cuts a box, is cut by a frame, or holds nothing */
    FAULT_NARROW,    /* a box too narrow to read what is in it */
    FAULT_COLUMN,    /* boxes of a column, or of a row, are out of line */
    FAULT_HEADING,   /* a column without heading, or beside its heading */
    FAULT_SMALL,     /* text that is too small */
    FAULT_SPILL,     /* text that leaves its box */
    FAULT_COVERED,   /* text upon a box that it does not stand in */
    FAULT_JUMBLE,    /* two texts overlap */
    FAULT_THROUGH,   /* a link runs through a box */
    FAULT_STRIKE,    /* a link runs through words */
    FAULT_END,       /* a link does not begin or end at the edge of its box */
    FAULT_BACKWARDS, /* a link turns back */
    FAULT_MARK,      /* a mark that is on no link, or on several */
    FAULT_IDLE,      /* the legend explains what does not occur */
    FAULT_UNTOLD,    /* the legend does not explain what occurs */
    FAULTS,
};

/* What kind of figure it is said to be. */
enum figure_form {
    FIGURE_COLUMNS, /* columns under headings, links to the right */
    FIGURE_ROWS,    /* rows beneath each other, links downwards */
    FIGURE_TABLE,   /* cells that touch, in columns */
    FIGURE_CHART,   /* no columns; lines and grid may pass anywhere but through words */
};

struct figure_faults {
    size_t count, of[FAULTS];
    struct buf words; /* a line for each of the first of each kind */
};

/* The word for a kind of fault, as in the lines. */
const char *figure_fault_name(enum figure_fault fault);

/* Finds what is wrong with a figure. `faults` is initialised here; release it. */
void figure_check(struct figure_faults *faults, const struct figure *figure, enum figure_form form);
void figure_faults_release(struct figure_faults *faults);

#endif
