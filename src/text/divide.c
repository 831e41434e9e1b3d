/* Dividing words that are wider than their line; see divide.h. */
#include "text/divide.h"

#include <stdbool.h>
#include <string.h>

enum { LEAST_PART = 3 }; /* letters that stay together at either end */

/* Endings behind which the next part of a compound begins. */
static const char *const joints[] = {
    "ings", "heds", "skabs", "tions", "sions", "elses", "tets", "doms", "ments", "itets",
};

static uint32_t lower(uint32_t c)
{
    bool latin_capital = c >= 0xC0 && c <= 0xDE && c != 0xD7;
    return (c >= 'A' && c <= 'Z') || latin_capital ? c + 0x20 : c;
}

static bool is_vowel(uint32_t c)
{
    c = lower(c);
    return (c < 0x80 && c && strchr("aeiouy", (int)c)) || c == 0xE6 || c == 0xF8 || c == 0xE5 ||
           c == 0xE9;
}

static bool is_consonant(uint32_t c)
{
    c = lower(c);
    return c >= 'a' && c <= 'z' && !is_vowel(c);
}

static bool ends_with(const uint32_t *letters, size_t length, const char *ending)
{
    size_t size = strlen(ending);
    if (size >= length)
        return false;
    for (size_t i = 0; i < size; i++)
        if (lower(letters[length - size + i]) != (unsigned char)ending[i])
            return false;
    return true;
}

static bool is_joint(const uint32_t *letters, size_t at)
{
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
        if (ends_with(letters, at, joints[i]))
            return true;
    return false;
}

/* Consonants that begin a Danish syllable together. */
static bool begin_together(uint32_t a, uint32_t b)
{
    static const char *const onsets[] = {"bl", "br", "dr", "fl", "fr", "gl", "gr", "kl",
                                         "kn", "kr", "kv", "pl", "pr", "sk", "sl", "sm",
                                         "sn", "sp", "st", "sv", "tr", "tv", "ch"};
    for (size_t i = 0; i < sizeof onsets / sizeof *onsets; i++)
        if (lower(a) == (unsigned char)onsets[i][0] && lower(b) == (unsigned char)onsets[i][1])
            return true;
    return false;
}

/* A syllable begins at `at`: a consonant before a vowel, with its companion. */
static bool is_syllable(const uint32_t *letters, size_t count, size_t at)
{
    if (!is_consonant(letters[at]))
        return false;
    if (is_vowel(letters[at + 1]))
        return is_vowel(letters[at - 1]) || !begin_together(letters[at - 1], letters[at]);
    bool cluster = at + 2 < count && begin_together(letters[at], letters[at + 1]);
    return cluster && is_vowel(letters[at + 2]);
}

size_t divide_at(const uint32_t *letters, size_t count, size_t most)
{
    if (count < 2 * LEAST_PART)
        return 0;
    if (most > count - LEAST_PART)
        most = count - LEAST_PART;
    /* A joint is worth a shorter line, but not one that is all but empty. */
    for (size_t at = most; at >= LEAST_PART && at * 3 >= most; at--)
        if (is_joint(letters, at) && is_consonant(letters[at - 1]))
            return at;
    for (size_t at = most; at >= LEAST_PART && at * 2 >= most; at--)
        if (is_syllable(letters, count, at))
            return at;
    return 0;
}
