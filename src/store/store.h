/* The store: what happens year after year, kept in one SQLite file beside the model.
 *
 * It speaks ids, dates and values and knows nothing of models. Everything is added and
 * nothing is changed: a correction is a further revision of the same observation that says
 * why, and the last revision is what counts. What is added between store_begin() and
 * store_commit() is there as a whole or not at all, whatever happens in between; once
 * store_commit() has returned 0 it is on disk.
 *
 * Texts that are passed are borrowed; texts that are handed to a callback live until it
 * returns. NULL stands for a text that is not given, NAN for a number that is not. Functions
 * that can fail return 0, or -1 after exactly one report of error severity to the sink;
 * what was begun is then still open and is to be rolled back.
 *
 * All that is SQL stands in this room, so that another engine can stand beside SQLite. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/date.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct store;

enum store_mode {
    STORE_READ,   /* must exist; an older version is read as it is where that is possible */
    STORE_WRITE,  /* must exist; brought up to date, with a copy of it made before */
    STORE_CREATE, /* made where there is none */
};

/* Opens the file. Refused with a clear report: a file of another program, a store of a newer
 * version, a damaged one, one that somebody else has locked for longer than ten seconds. */
int store_open(struct store **store, const char *path, enum store_mode mode,
               struct diag_sink *sink);
/* NULL is fine; what was begun and not committed is gone. */
void store_close(struct store *store);

/* --- adding -------------------------------------------------------------------------------- */

/* Who adds what stands between begin and commit, and from where. */
struct store_batch {
    const char *who;    /* a role or initials, as the municipality likes */
    int64_t seconds;    /* when, since 1970 UTC */
    const char *source; /* the file it came from; NULL: typed */
    const char *model;  /* the model file as it was then, kept where it differs from the last */
    size_t model_length;
};

int store_begin(struct store *store, const struct store_batch *batch, struct diag_sink *sink);
int store_commit(struct store *store, struct diag_sink *sink);
void store_rollback(struct store *store);

/* Why a value that was due is not there. */
enum store_missing {
    STORE_NOT_MISSING,
    STORE_NOT_COLLECTED,
    STORE_NO_ANSWERS,
    STORE_WITHHELD, /* the source does not give it out: too few persons */
    STORE_WITHDRAWN /* was wrong, and there is no other */
};

struct store_observation {
    const char *indicator;        /* id */
    const char *place, *subgroup; /* ids; NULL: none, all */
    struct date from, to;         /* full days: the period that was measured */
    double value;                 /* in the indicator's unit */
    int decimals;                 /* of the value, as it was written */
    double k, n;                  /* of a share: how many out of how many; n also of a mean */
    double mean, sd;
    enum store_missing missing;
    const char *wave;   /* id; NULL: none */
    const char *note;   /* NULL: none */
    const char *reason; /* why it is corrected; given on every revision but the first */
    uint32_t revision;  /* set when read: 0, 1 ... */
    int64_t batch;      /* set when read: see store_batches() */
};

/* Adds an observation, or a revision of one with the same indicator, place, subgroup and
 * period. Returns 1 and adds nothing where it is there already and no reason is given, or where
 * the last revision says exactly the same. */
int store_add_observation(struct store *store, const struct store_observation *observation,
                          struct diag_sink *sink);

/* A measurement round as it was held. */
struct store_wave {
    const char *wave;        /* id, as in the model where it was planned there */
    const char *source;      /* id; NULL: none */
    struct date from, to;    /* full days */
    double invited, answers; /* persons */
    const char *mode;        /* how it was asked: a code of the model file */
    const char *instrument;  /* which version of the questions */
    bool breaks;             /* cannot be compared with the waves before it */
    const char *note;
    const char *reason; /* why it is corrected */
    uint32_t revision;  /* set when read */
    int64_t batch;      /* set when read */
};
int store_add_wave(struct store *store, const struct store_wave *wave, struct diag_sink *sink);

/* What people say about an element of the model in a year: a comment beside the computed
 * status, or another status and why. */
struct store_judgement {
    const char *element; /* id of an indicator, activity, effect or link */
    const char *place;   /* id; NULL: all */
    int year;
    const char *computed; /* code of the status that was computed then */
    const char *status;   /* code of the one that people set instead; NULL: none */
    const char *comment;
    const char *reason; /* why another status, or why it is corrected */
    uint32_t revision;  /* set when read */
    int64_t batch;      /* set when read */
};
int store_add_judgement(struct store *store, const struct store_judgement *judgement,
                        struct diag_sink *sink);

/* What is to be done, and what was decided. */
enum store_step_kind { STORE_ACTION, STORE_DECISION };
struct store_step {
    enum store_step_kind kind;
    const char *about; /* id of an element; NULL: the whole */
    int year;
    const char *what;
    const char *who;  /* id of a role, or words */
    struct date when; /* due, or decided; may be partial */
    const char *done; /* what came of it; NULL: open */
    const char *reason;
    int64_t step; /* 0: a new one; else the one that this revises. Set when read */
    uint32_t revision;
    int64_t batch;
};
int store_add_step(struct store *store, const struct store_step *step, struct diag_sink *sink);

/* --- reading -------------------------------------------------------------------------------- */

/* Which of them: NULL and zero stand for all. */
struct store_filter {
    const char *indicator, *place; /* ids */
    struct date from, to;          /* periods that end within these days */
    bool revisions;                /* all of them, oldest first; else the last */
};

/* Each calls `each` in the order of indicator, place, subgroup and period (as bytes and days);
 * a callback that returns other than 0 ends it, and that is what is returned. */
int store_observations(struct store *store, const struct store_filter *filter,
                       int (*each)(void *self, const struct store_observation *observation),
                       void *self, struct diag_sink *sink);
int store_waves(struct store *store, bool revisions,
                int (*each)(void *self, const struct store_wave *wave), void *self,
                struct diag_sink *sink);
int store_judgements(struct store *store, int year, bool revisions,
                     int (*each)(void *self, const struct store_judgement *judgement), void *self,
                     struct diag_sink *sink);
int store_steps(struct store *store, int year, bool revisions,
                int (*each)(void *self, const struct store_step *step), void *self,
                struct diag_sink *sink);
int store_batches(struct store *store,
                  int (*each)(void *self, int64_t number, const struct store_batch *batch),
                  void *self, struct diag_sink *sink);

/* --- keeping -------------------------------------------------------------------------------- */

/* Copies the whole store into a new file, which must not exist; sound while others write. */
int store_backup(struct store *store, const char *path, struct diag_sink *sink);
/* Looks whether the file is whole; what is wrong becomes findings. 0: whole, 1: not. */
int store_check(const char *path, struct diag_sink *sink);
/* Writes what can still be read into a new file; the damaged one is left as it is. Counts what
 * could not be saved per table in a report. */
int store_repair(const char *path, const char *into, struct diag_sink *sink);

#endif
