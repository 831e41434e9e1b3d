/* Looks words up; see words.h. */
#include "check/words.h"

#include "base/datadir.h"
#include "base/language.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "check/words_file.h"

#include <stdlib.h>
#include <string.h>

/* All entries of a language by a hash: words and beginnings by that of their text, ends by
 * that of their text read backwards, phrases by that of their first word. */
struct words_index {
    const struct words_entry **buckets;
    uint32_t mask;
    uint64_t starts, ends; /* lengths that beginnings and ends have, one bit each; the last
                            * bit stands for all longer ones */
};

struct words {
    struct arena arena;
    struct words_index indexes[WORDS_LANGUAGES];
    struct words_list lists[WORDS_LANGUAGES][WORDS_LISTS];
};

/* --- words of a text ------------------------------------------------------------------- */

/* Bytes of the letter at `p` if it belongs to a word, else 0; `*lower` and `*lower_length`
 * are what it is in lower case. */
static size_t letter_at(const unsigned char *p, char *lower, size_t *lower_length)
{
    unsigned char c = *p;
    *lower_length = 1;
    lower[0] = (char)c;
    if (c < 0x80) {
        if (c >= 'A' && c <= 'Z')
            lower[0] = (char)(c + 0x20);
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '&' || c == '\'';
    }
    const char *text = (const char *)p, *next = text;
    uint32_t codepoint = utf8_next(&next, text + strnlen(text, UTF8_MAX));
    if (codepoint == UTF8_SOFT_HYPHEN) {
        *lower_length = 0;
    } else if (codepoint == 0x2019) {
        lower[0] = '\'';
    } else if (codepoint == 0x2010 || codepoint == 0x2011) {
        lower[0] = '-';
    } else if (codepoint >= 0xC0 && codepoint < 0x2000) {
        bool is_capital = codepoint <= 0xDE && codepoint != 0xD7;
        *lower_length = utf8_encode(is_capital ? codepoint + 0x20 : codepoint, lower);
    } else {
        return 0;
    }
    return (size_t)(next - text);
}

size_t words_next(const char **cursor, char *word)
{
    size_t length = 0;
    const unsigned char *p = (const unsigned char *)*cursor;
    while (*p) {
        if (*p >= 'a' && *p <= 'z' && length < WORDS_LONGEST) { /* nearly always */
            word[length++] = (char)*p++;
            continue;
        }
        char lower[UTF8_MAX];
        size_t lower_length, bytes = letter_at(p, lower, &lower_length);
        if (!bytes || (!length && *p == '\''))
            break;
        if (length + lower_length <= WORDS_LONGEST) {
            memcpy(word + length, lower, lower_length);
            length += lower_length;
        }
        p += bytes;
    }
    *cursor = (const char *)p;
    while (length && word[length - 1] == '\'')
        length--;
    word[length] = '\0';
    return length;
}

/* --- the index -------------------------------------------------------------------------- */

enum { HASH_START = 0x811C9DC5, HASH_ENDS = 0x2F0B4C47 };

static uint32_t hash_byte(uint32_t hash, char byte)
{
    return (hash ^ (unsigned char)byte) * 0x01000193;
}

static uint32_t hash_of(const char *text, size_t length)
{
    uint32_t hash = HASH_START;
    for (size_t i = 0; i < length; i++)
        hash = hash_byte(hash, text[i]);
    return hash;
}

static uint32_t hash_backwards(const char *text, size_t length)
{
    uint32_t hash = HASH_ENDS;
    while (length > 0)
        hash = hash_byte(hash, text[--length]);
    return hash;
}

/* The low bits of such a hash are poor for short words. */
static uint32_t bucket_of(const struct words_index *index, uint32_t hash)
{
    return (hash ^ hash >> 15) & index->mask;
}

static uint64_t length_bit(size_t length)
{
    return UINT64_C(1) << (length < 63 ? length : 63);
}

static void add_to_index(struct words_index *index, struct words_entry *entry)
{
    size_t length = entry->length;
    if (entry->match == WORDS_PHRASE)
        length = (size_t)(strchr(entry->text, ' ') - entry->text);
    if (entry->match == WORDS_BEGINS)
        index->starts |= length_bit(length);
    if (entry->match == WORDS_ENDS)
        index->ends |= length_bit(length);
    entry->hash = entry->match == WORDS_ENDS ? hash_backwards(entry->text, length)
                                             : hash_of(entry->text, length);
    const struct words_entry **bucket = &index->buckets[bucket_of(index, entry->hash)];
    entry->next = *bucket;
    *bucket = entry;
}

/* Later entries come first, so that an extra file has the last word. */
static void build_index(struct words *words, enum words_language language,
                        const struct words_growing *lists)
{
    struct words_index *index = &words->indexes[language];
    size_t count = 0;
    for (int i = 0; i < WORDS_LISTS; i++)
        count += lists[i].count;
    uint32_t buckets = 64;
    while (buckets < 2 * count)
        buckets *= 2;
    index->mask = buckets - 1;
    index->buckets = arena_array(&words->arena, buckets, sizeof(struct words_entry *));
    for (int i = 0; i < WORDS_LISTS; i++)
        for (size_t k = 0; k < lists[i].count; k++)
            add_to_index(index, lists[i].items[k]);
}

/* --- looking up ------------------------------------------------------------------------- */

static bool is_text(const struct words_entry *entry, const char *text, size_t length)
{
    return entry->length == length && !memcmp(entry->text, text, length);
}

/* What is done with each entry that a word meets; true ends the search. */
typedef bool meet(const struct words_entry *entry, void *data);

static bool meet_in_bucket(const struct words_index *index, uint32_t hash, const char *text,
                           size_t length, enum words_match match, meet *met, void *data)
{
    const struct words_entry *entry = index->buckets[bucket_of(index, hash)];
    for (; entry; entry = entry->next) {
        if (entry->hash != hash || entry->match != match)
            continue;
        bool fits = match == WORDS_PHRASE
                        ? !memcmp(entry->text, text, length) && entry->text[length] == ' '
                        : is_text(entry, text, length);
        if (fits && met(entry, data))
            return true;
    }
    return false;
}

/* Ends and beginnings, the longest first. A form that a rule has made of a word may be longer than
 * any that we know. */
static bool meet_parts(const struct words_index *index, const char *word, size_t length, meet *met,
                       void *data)
{
    uint32_t hashes[WORDS_LONGEST + 1];
    uint32_t hash = HASH_START;
    if (length > WORDS_LONGEST)
        return false;
    for (size_t i = 0; i < length && index->starts; i++)
        hashes[i + 1] = hash = hash_byte(hash, word[i]);
    for (size_t i = length; i > 0 && index->starts; i--)
        if (index->starts & length_bit(i) &&
            meet_in_bucket(index, hashes[i], word, i, WORDS_BEGINS, met, data))
            return true;
    hash = HASH_ENDS;
    for (size_t i = 1; i <= length && index->ends; i++)
        hashes[i] = hash = hash_byte(hash, word[length - i]);
    for (size_t i = length; i > 0 && index->ends; i--)
        if (index->ends & length_bit(i) &&
            meet_in_bucket(index, hashes[i], word + length - i, i, WORDS_ENDS, met, data))
            return true;
    return false;
}

/* Shows `met` the entries that match the word, in any list of the language. */
static void meet_word(const struct words_index *index, const char *word, size_t length, meet *met,
                      void *data)
{
    if (!meet_in_bucket(index, hash_of(word, length), word, length, WORDS_WHOLE, met, data))
        meet_parts(index, word, length, met, data);
}

/* One list is asked. */
struct wanted {
    enum words_id list;
    const char *other; /* NULL: any */
    const struct words_entry *found;
};

static bool meet_wanted(const struct words_entry *entry, void *data)
{
    struct wanted *wanted = data;
    if (entry->list != wanted->list || (wanted->other && strcmp(entry->other, wanted->other) != 0))
        return false;
    wanted->found = entry;
    return true;
}

/* The word as it is looked up; its length, 0 where it is none or more than one. */
static size_t fold(const char *word, char *folded)
{
    const char *p = word;
    size_t length = words_next(&p, folded);
    return *p ? 0 : length;
}

bool words_has(const struct words_list *list, const char *word)
{
    char folded[WORDS_LONGEST + 1];
    size_t length = list->count ? fold(word, folded) : 0;
    struct wanted wanted = {.list = list->id};
    if (length)
        meet_word(list->index, folded, length, meet_wanted, &wanted);
    return wanted.found;
}

bool words_are_pair(const struct words_list *list, const char *one, const char *other)
{
    char folded[WORDS_LONGEST + 1], folded_other[WORDS_LONGEST + 1];
    size_t length = list->count ? fold(one, folded) : 0;
    if (!length || !fold(other, folded_other))
        return false;
    struct wanted wanted = {.list = list->id, .other = folded_other};
    meet_in_bucket(list->index, hash_of(folded, length), folded, length, WORDS_WHOLE, meet_wanted,
                   &wanted);
    return wanted.found;
}

/* --- in a text -------------------------------------------------------------------------- */

/* What is looked for at a place of a text. */
struct place {
    enum words_id list;
    const char *at;
    const char *behind; /* the first word */
    struct words_hit *hit;
};

/* Bytes between two words of a phrase: spaces, and the stop of an abbreviation ("pr. måned"),
 * but not that of a sentence. */
static size_t gap_length(const char *p)
{
    bool is_stop = *p == '.' && p[1] == ' ' && !(p[2] >= 'A' && p[2] <= 'Z');
    return is_stop + strspn(p + is_stop, " ");
}

/* True if the words from `p` on are those of the rest of a phrase; `*end` is behind them. */
static bool phrase_goes_on(const struct words_entry *entry, const char *rest, const char *p,
                           const char **end)
{
    char word[WORDS_LONGEST + 1];
    while (*rest) {
        size_t wanted = strcspn(rest, " ");
        p += gap_length(p);
        size_t length = words_next(&p, word);
        bool is_last = !rest[wanted];
        bool fits = is_last && entry->open_end ? length >= wanted : length == wanted;
        if (!fits || memcmp(rest, word, wanted) != 0)
            return false;
        rest += wanted + !is_last;
    }
    *end = p;
    return true;
}

static void take_hit(const struct place *place, const struct words_entry *entry, const char *end)
{
    size_t length = (size_t)(end - place->at);
    if (!place->hit->entry || length > place->hit->length)
        *place->hit = (struct words_hit){place->at, length, entry};
}

static bool meet_at_place(const struct words_entry *entry, void *data)
{
    const struct place *place = data;
    const char *end = place->behind;
    if (entry->list != place->list)
        return false;
    if (entry->match == WORDS_PHRASE &&
        !phrase_goes_on(entry, strchr(entry->text, ' ') + 1, place->behind, &end))
        return false;
    take_hit(place, entry, end);
    return entry->match != WORDS_PHRASE;
}

bool words_match_at(const struct words_list *list, const char *at, struct words_hit *hit)
{
    char word[WORDS_LONGEST + 1];
    const char *p = at;
    *hit = (struct words_hit){0};
    size_t length = list->count ? words_next(&p, word) : 0;
    if (!length)
        return false;
    struct place place = {.list = list->id, .at = at, .behind = p, .hit = hit};
    meet_word(list->index, word, length, meet_at_place, &place);
    meet_in_bucket(list->index, hash_of(word, length), word, length, WORDS_PHRASE, meet_at_place,
                   &place);
    return hit->entry;
}

bool words_find(const struct words_list *list, const char *text, struct words_hit *hit)
{
    char word[WORDS_LONGEST + 1];
    for (const char *p = text; *p && list->count;) {
        if (words_match_at(list, p, hit))
            return true;
        if (!words_next(&p, word))
            p++;
    }
    return false;
}

bool words_in_text(const struct words_list *list, const char *text)
{
    struct words_hit hit;
    return words_find(list, text, &hit);
}

/* --- all lists at once ------------------------------------------------------------------ */

static bool add_to_set(const struct words_entry *entry, void *data)
{
    struct words_set *set = data;
    set->bits[entry->list / 64] |= UINT64_C(1) << (entry->list % 64);
    return false;
}

void words_look_up(const struct words *words, const char *lang, const char *word, size_t length,
                   struct words_about *about)
{
    *about = (struct words_about){0};
    int language = words_language_of(lang);
    if (!words || language < 0)
        return;
    const struct words_index *index = &words->indexes[language];
    meet_word(index, word, length, add_to_set, &about->in);
    meet_in_bucket(index, hash_of(word, length), word, length, WORDS_PHRASE, add_to_set,
                   &about->opens);
}

/* --- loading ---------------------------------------------------------------------------- */

int words_language_of(const char *lang)
{
    if (!lang)
        return WORDS_DANISH;
    switch (language_code_of(lang)) {
    case LANGUAGE_DANISH:
        return WORDS_DANISH;
    case LANGUAGE_ENGLISH:
        return WORDS_ENGLISH;
    default:
        return -1;
    }
}

static int read_files(struct words_files *files, const char *datadir, const char *extra,
                      struct diag_sink *sink)
{
    static const char *const names[] = {"words/da.words", "words/en.words"};
    int status = 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char *path = datadir_join(datadir, names[i]);
        if (words_read_file(files, path, sink))
            status = -1;
        free(path);
    }
    if (!status && extra && words_read_file(files, extra, sink))
        status = -1;
    return status;
}

static void take_lists(struct words *words, enum words_language language,
                       const struct words_growing *lists)
{
    for (int i = 0; i < WORDS_LISTS; i++)
        words->lists[language][i] = (struct words_list){
            .items = (const struct words_entry *const *)lists[i].items,
            .count = lists[i].count,
            .id = (enum words_id)i,
            .index = &words->indexes[language],
        };
    build_index(words, language, lists);
}

int words_load(struct words **words, const char *datadir, const char *extra, struct diag_sink *sink)
{
    struct words *loaded = mem_zalloc(1, sizeof *loaded);
    struct words_files *files = mem_zalloc(1, sizeof *files);
    files->arena = &loaded->arena;
    *words = NULL;
    int status = read_files(files, datadir, extra, sink);
    for (int language = 0; !status && language < WORDS_LANGUAGES; language++)
        take_lists(loaded, (enum words_language)language, files->lists[language]);
    free(files);
    if (status)
        words_free(loaded);
    else
        *words = loaded;
    return status;
}

void words_free(struct words *words)
{
    if (!words)
        return;
    arena_release(&words->arena);
    free(words);
}

const struct words_list *words_get(const struct words *words, const char *lang, enum words_id id)
{
    static const struct words_list none;
    int language = words_language_of(lang);
    return words && language >= 0 ? &words->lists[language][id] : &none;
}
