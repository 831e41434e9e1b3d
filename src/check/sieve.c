/* Tells cheaply that a text holds nothing of a list of words; see sieve.h. */
#include "check/sieve.h"

#include <string.h>

/* What is looked at of a word: all of a short one, else the first or last letters. */
enum { LETTERS_MOST = 4 /* bytes */ };
enum kind { WHOLE, BEGINNING, ENDING = BEGINNING + LETTERS_MOST };

/* A word as far as it is read: its first bytes and its last ones. */
struct glance {
    uint32_t first, last;
    size_t length;
};

static bool is_letter(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '&' || c == '\'' || c >= 0x80;
}

/* Capitals and small letters of Latin-1 differ in this bit, in ASCII and in UTF-8. Others are
 * mixed up by it, which lets through a little more. */
static void take_byte(struct glance *glance, unsigned char c)
{
    uint32_t folded = c | 0x20;
    if (glance->length < LETTERS_MOST)
        glance->first = glance->first << 8 | folded;
    glance->last = glance->last << 8 | folded;
    glance->length++;
}

static uint32_t bit_of(unsigned kind, uint32_t letters)
{
    uint32_t hash = (letters ^ kind * 0x9E3779B9u) * 0x85EBCA6Bu;
    return (hash ^ hash >> 15) % SIEVE_BITS;
}

static void add(struct sieve *sieve, unsigned kind, uint32_t letters)
{
    uint32_t bit = bit_of(kind, letters);
    sieve->bits[bit / 64] |= UINT64_C(1) << (bit % 64);
    sieve->kinds |= 1u << kind;
}

static bool has(const struct sieve *sieve, unsigned kind, uint32_t letters)
{
    uint32_t bit = bit_of(kind, letters);
    return sieve->kinds >> kind & 1 && sieve->bits[bit / 64] >> (bit % 64) & 1;
}

static uint32_t last_of(const struct glance *glance, size_t count)
{
    return count < LETTERS_MOST ? glance->last & ((UINT32_C(1) << 8 * count) - 1) : glance->last;
}

static void add_entry(struct sieve *sieve, const struct words_entry *entry)
{
    struct glance glance = {0};
    for (const char *p = entry->text; *p && *p != ' '; p++)
        take_byte(&glance, (unsigned char)*p);
    size_t count = glance.length < LETTERS_MOST ? glance.length : LETTERS_MOST;
    if (entry->match == WORDS_ENDS)
        add(sieve, ENDING + (unsigned)count, last_of(&glance, count));
    else if (entry->match == WORDS_BEGINS || count == LETTERS_MOST)
        add(sieve, BEGINNING + (unsigned)count, glance.first);
    else
        add(sieve, WHOLE, glance.first);
}

void sieve_make(struct sieve *sieve, const struct words_list *list)
{
    memset(sieve, 0, sizeof *sieve);
    for (size_t i = 0; i < list->count; i++)
        add_entry(sieve, list->items[i]);
}

static bool takes(const struct sieve *sieve, const struct glance *glance)
{
    size_t count = glance->length < LETTERS_MOST ? glance->length : LETTERS_MOST;
    if (glance->length > WORDS_LONGEST)
        return sieve->kinds;
    if (glance->length < LETTERS_MOST && has(sieve, WHOLE, glance->first))
        return true;
    for (size_t i = 1; i <= count; i++)
        if (has(sieve, BEGINNING + (unsigned)i, glance->first >> 8 * (count - i)) ||
            has(sieve, ENDING + (unsigned)i, last_of(glance, i)))
            return true;
    return false;
}

bool sieve_lets_through(const struct sieve *sieve, const char *text)
{
    struct glance glance = {0};
    for (const unsigned char *p = (const unsigned char *)text;; p++) {
        if (*p == '\'' || *p == 0xE2 || *p >= 0xF0 || (*p == 0xC2 && p[1] == 0xAD))
            return sieve->kinds; /* hyphens and apostrophes: may belong to a word or not */
        bool sign = *p == 0xC2;  /* », no-break space and the like */
        if (is_letter(*p) && !sign) {
            take_byte(&glance, *p);
            continue;
        }
        if (glance.length && takes(sieve, &glance))
            return true;
        if (!*p)
            return false;
        p += sign;
        glance = (struct glance){0};
    }
}
