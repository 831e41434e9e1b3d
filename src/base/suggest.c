/* The likely intended word; see suggest.h. */
#include "base/suggest.h"

#include "base/utf8.h"

#include <string.h>

enum { LONGEST = 40 }; /* characters; no name that we know is longer */

static size_t decode_folded(const char *word, uint32_t *letters)
{
    const char *end = word + strlen(word);
    size_t count = 0;
    while (word < end && count < LONGEST) {
        uint32_t c = utf8_next(&word, end);
        letters[count++] = c >= 'A' && c <= 'Z' ? c + 0x20 : c;
    }
    return word < end ? 0 : count;
}

static size_t smaller(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Optimal string alignment distance (Damerau-Levenshtein without repeated edits); `limit` where it
 * is that or more, as soon as that is certain. Equal ends cost nothing, and ids have many. */
static size_t distance(const uint32_t *a, size_t m, const uint32_t *b, size_t n, size_t limit)
{
    size_t rows[3][LONGEST + 1];
    size_t least_above = 0;
    for (; m && n && a[m - 1] == b[n - 1]; m--, n--) {
    }
    for (; m && n && *a == *b; m--, n--) {
        a++;
        b++;
    }
    if (m >= n + limit || n >= m + limit)
        return limit;
    for (size_t j = 0; j <= n; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= m; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        size_t least = row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t cost = a[i - 1] != b[j - 1];
            row[j] = smaller(above[j - 1] + cost, smaller(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = smaller(row[j], before[j - 2] + 1);
            least = smaller(least, row[j]);
        }
        if (least >= limit && least_above >= limit)
            return limit;
        least_above = least;
    }
    return smaller(rows[m % 3][n], limit);
}

const char *suggest_word(const char *word, const char *const *candidates, size_t count)
{
    uint32_t letters[LONGEST], other[LONGEST];
    size_t length = decode_folded(word, letters);
    const char *best = NULL;
    size_t best_distance = length / 3 + 1;
    if (!length)
        return NULL;
    for (size_t i = 0; i < count; i++) {
        size_t other_length = decode_folded(candidates[i], other);
        size_t limit = best_distance + !best;
        size_t d = distance(letters, length, other, other_length, limit);
        if (other_length && d < limit) {
            best = candidates[i];
            best_distance = d;
        }
    }
    return best;
}
