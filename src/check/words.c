/* The words of the rules; see words.h. Meant to become data files, one per language. */
#include "check/words.h"

#include "base/language.h"

#include <stdlib.h>
#include <string.h>

/* clang-format off: word lists are packed by hand */

/* --- Danish --- */

static const char *const da_joiners[] = {
    "&",
    "og",
    "samt",
};

static const char *const da_openers[] = {
    "at",      "da",      "der",  "end",    "fordi",   "før",     "hvad",    "hvem",    "hvilke",
    "hvilken", "hvilket", "hvis", "hvor",   "hvordan", "hvorfor", "hvormed", "hvornår", "hvorved",
    "inden",   "mens",    "når",  "selvom", "skønt",   "som",     "så",
};

static const char *const da_antecedents[] = {
    "alt", "de", "dem", "den", "det", "noget",
};

static const char *const da_infinitive[] = {
    "at",
};

static const char *const da_verbs[] = {
    "acceptere",   "afhjælpe",   "afprøve",     "afslutte",   "aftale",
    "aktivere",    "anbefale",   "anerkende",   "anvende",    "arbejde",
    "bede",        "begynde",    "bekræfte",    "bekymre",    "belaste",
    "benytte",     "berolige",   "beskytte",    "beslutte",   "bestemme",
    "bestille",    "besøge",     "betale",      "betyde",     "bevare",
    "bevæge",      "bidrage",    "blande",      "blive",      "bo",
    "bremse",      "bruge",      "bryde",       "byde",       "bygge",
    "bære",        "cykle",      "danne",       "dele",       "deltage",
    "dokumentere", "drikke",     "drive",       "drøfte",     "dyrke",
    "efterspørge", "engagere",   "etablere",    "evaluere",   "falde",
    "fastholde",   "finde",      "flytte",      "forandre",   "forbedre",
    "forblive",    "fordele",    "forebygge",   "foregå",     "foretage",
    "forholde",    "forklare",   "forlade",     "formidle",   "forstyrre",
    "forstå",      "fortryde",   "fortsætte",   "fortælle",   "forvente",
    "fremme",      "fungere",    "få",          "føle",       "følge",
    "gemme",       "genkende",   "gennemføre",  "give",       "glæde",
    "grine",       "gå",         "handle",      "hente",      "henvende",
    "henvise",     "hilse",      "hjælpe",      "holde",      "huske",
    "hvile",       "håbe",       "håndhæve",    "håndtere",   "inddrage",
    "indføre",     "indgå",      "indkøbe",     "informere",  "interessere",
    "invitere",    "involvere",  "kende",       "kigge",      "klare",
    "knytte",      "komme",      "kontakte",    "koordinere", "kortlægge",
    "købe",        "køre",       "lave",        "lede",       "lege",
    "leve",        "levere",     "ligge",       "lykkes",     "lytte",
    "lægge",       "lære",       "læse",        "løbe",       "løfte",
    "løse",        "mangle",     "medvirke",    "melde",      "mene",
    "mestre",      "mindske",    "miste",       "modtage",    "motionere",
    "motivere",    "mærke",      "møde",        "nedbringe",  "notere",
    "nyde",        "nå",         "omsætte",     "opbygge",    "opdage",
    "opfatte",     "opfordre",   "opleve",      "oplyse",     "opnå",
    "opretholde",  "opstå",      "opsøge",      "ordne",      "organisere",
    "orientere",   "overtage",   "passe",       "planlægge",  "pleje",
    "prioritere",  "prøve",      "påtage",      "påvirke",    "reagere",
    "reducere",    "registrere", "regne",       "rejse",      "ringe",
    "rose",        "rydde",      "ryge",        "rådgive",    "række",
    "samarbejde",  "samle",      "sammenligne", "samtale",    "se",
    "sende",       "sidde",      "sige",        "sikre",      "skabe",
    "skrive",      "slippe",     "smile",       "snakke",     "sove",
    "spare",       "sparre",     "spille",      "spise",      "sprede",
    "springe",     "spørge",     "starte",      "stemme",     "stige",
    "stille",      "stoppe",     "styrke",      "stå",        "støtte",
    "svare",       "svømme",     "synes",       "synge",      "synke",
    "sætte",       "søge",       "tabe",        "tage",       "tale",
    "tegne",       "tilbyde",    "tilegne",     "tilpasse",   "tilrettelægge",
    "tilslutte",   "tjene",      "trives",      "tro",        "træffe",
    "trække",      "træne",      "trøste",      "tænke",      "udbrede",
    "uddanne",     "udfordre",   "udføre",      "udnytte",    "udskyde",
    "udsætte",     "udtrykke",   "udvikle",     "udvise",     "understøtte",
    "undersøge",   "undervise",  "undgå",       "vaske",      "vejlede",
    "vende",       "vente",      "vide",        "vinde",      "virke",
    "vise",        "vokse",      "vove",        "vurdere",    "vælge",
    "vænne",       "værdsætte",  "være",        "yde",        "åbne",
    "ændre",       "øge",        "ønske",       "øve",
};

static const char *const da_endings[] = {
    "r",
    "s",
};

static const char *const da_finite[] = {
    "bør",  "dør",  "ejer", "er",     "findes", "får",     "fås", "færdes", "gider", "går",
    "gør",  "har",  "kan",  "kommer", "lykkes", "mestres", "må",  "mødes",  "nyder", "ses",
    "skal", "slår", "står", "synes",  "trives", "tør",     "var", "vil",
};

static const char *const da_ambiguous[] = {
    "bruger",  "følger", "hjælper",    "leder",    "lærer",   "møder",
    "prøver",  "rammer", "retter",     "rådgiver", "spiller", "styrker",
    "støtter", "træner", "underviser", "vejleder", "ønsker",
};

static const char *const da_modals[] = {
    "bør", "kan", "må", "skal", "tør", "vil",
};

static const char *const da_gains[] = {
    "får", "har", "oplever", "opnår", "udvikler", "vinder",
};

static const char *const da_more[] = {
    "bedre",     "bedret",   "dygtigere", "flere",     "forbedrede", "forbedret",
    "forøget",   "færre",    "gladere",   "hurtigere", "hyppigere",  "højere",
    "kortere",   "lavere",   "lettere",   "længere",   "mere",       "mindre",
    "mindsket",  "nedsat",   "nemmere",   "nye",       "reducerede", "reduceret",
    "roligere",  "styrkede", "styrket",   "stærkere",  "større",     "sundere",
    "tidligere", "tryggere", "tættere",   "øgede",     "øget",       "øgning",
};

static const char *const da_degrees[] = {
    "mere",
    "mindre",
};

static const char *const da_states[] = {
    "dygtigere", "gladere", "raskere", "roligere", "stærkere", "sundere", "tryggere",
};

static const char *const da_adverbs[] = {
    "altid",   "bedre",   "derfor", "dermed", "dertil", "derved",   "desuden",   "i",    "ikke",
    "lettere", "nemmere", "ofte",   "oftere", "også",   "samtidig", "samtidigt", "selv", "så",
};

static const char *const da_prepositions[] = {
    "af",  "blandt", "der",  "efter",   "eller", "for",   "fra",      "før",  "gennem",
    "hos", "hver",   "i",    "imod",    "inde",  "inden", "indenfor", "med",  "mellem",
    "mod", "og",     "om",   "omkring", "over",  "pr",    "på",       "samt", "som",
    "til", "trods",  "uden", "udenfor", "under", "ved",
};

static const char *const da_known[] = {
    "at", "besked", "hvad", "hvem", "hvor", "hvordan", "hvornår", "mere", "noget", "nok",
};

static const struct words_pair da_pairs[] = {
    {"trivsel", "udvikling"},
    {"børn", "unge"},
    {"børn", "voksne"},
    {"børn", "forældre"},
    {"børn", "familier"},
    {"unge", "voksne"},
    {"krop", "sind"},
    {"mad", "drikke"},
    {"mad", "drikker"},
    {"mad", "måltider"},
    {"mad", "bevægelse"},
    {"kost", "motion"},
    {"kost", "bevægelse"},
    {"liv", "glæde"},
    {"livskvalitet", "trivsel"},
    {"hjælp", "støtte"},
    {"omsorg", "støtte"},
    {"råd", "støtte"},
    {"råd", "vejledning"},
    {"støtte", "vejledning"},
    {"støtte", "rådgivning"},
    {"tryghed", "trivsel"},
    {"tryghed", "tillid"},
    {"sundhed", "trivsel"},
    {"sundhed", "velvære"},
    {"læring", "trivsel"},
    {"læring", "udvikling"},
    {"leg", "læring"},
    {"leg", "bevægelse"},
    {"viden", "redskaber"},
    {"viden", "erfaring"},
    {"viden", "forståelse"},
    {"viden", "færdigheder"},
    {"viden", "kompetencer"},
    {"lyst", "mod"},
    {"lyst", "evne"},
    {"lyst", "motivation"},
    {"mål", "midler"},
    {"mor", "far"},
    {"venner", "familie"},
    {"idræt", "motion"},
    {"natur", "friluftsliv"},
    {"krav", "forventninger"},
    {"ideer", "initiativer"},
    {"trives", "udvikles"},
    {"trives", "udvikler"},
    {"trives", "vokser"},
    {"lever", "trives"},
    {"vokser", "udvikler"},
    {"vokser", "lærer"},
    {"leger", "lærer"},
    {"leger", "udvikler"},
    {"lærer", "trives"},
    {"lærer", "udvikler"},
    {"spiser", "drikker"},
    {"ser", "hører"},
    {"ses", "høres"},
    {"set", "hørt"},
    {"mærker", "føler"},
    {"tør", "vil"},
    {"kan", "vil"},
    {"kan", "tør"},
    {"kan", "må"},
    {"ved", "kan"},
    {"kommer", "går"},
    {"går", "står"},
    {"finder", "fastholder"},
    {"opnår", "fastholder"},
    {"opnår", "bevarer"},
    {"får", "bevarer"},
    {"får", "fastholder"},
    {"etablerer", "fastholder"},
    {"ser", "forstår"},
    {"kender", "hilser"},
    {"planlægger", "gennemfører"},
    {"udvikler", "fastholder"},
    {"udvikler", "bevarer"},
    {"op", "ned"},
    {"til", "fra"},
    {"frem", "tilbage"},
    {"ud", "ind"},
    {"mere", "mere"},
    {"flere", "flere"},
    {"bedre", "bedre"},
    {"større", "større"},
    {"stærkere", "stærkere"},
    {"større", "stærkere"},
    {"færre", "færre"},
    {"mere", "bedre"},
    {"flere", "bedre"},
    {"flere", "nye"},
    {"flere", "større"},
    {"nye", "bedre"},
    {NULL, NULL},
};

/* --- English --- */

static const char *const en_joiners[] = {
    "&",
    "and",
};

static const char *const en_openers[] = {
    "after", "although", "as",    "because", "before", "how", "if",   "so",    "than", "that",
    "what",  "when",     "where", "which",   "while",  "who", "whom", "whose", "why",
};

static const char *const en_infinitive[] = {
    "to",
};

static const char *const en_verbs[] = {
    "accept",      "achieve",   "act",      "adapt",      "adopt",       "agree",     "ask",
    "attend",      "avoid",     "become",   "begin",      "believe",     "belong",    "bring",
    "build",       "buy",       "call",     "care",       "carry",       "choose",    "come",
    "communicate", "complete",  "continue", "contribute", "cook",        "cope",      "create",
    "decide",      "decrease",  "deliver",  "depend",     "develop",     "discover",  "do",
    "drink",       "drop",      "eat",      "encourage",  "engage",      "enjoy",     "enrol",
    "ensure",      "establish", "exercise", "expect",     "experience",  "explain",   "express",
    "fall",        "feel",      "find",     "follow",     "gain",        "get",       "give",
    "go",          "grow",      "handle",   "have",       "help",        "hold",      "improve",
    "include",     "increase",  "inform",   "initiate",   "interact",    "introduce", "invite",
    "involve",     "join",      "keep",     "know",       "lead",        "learn",     "leave",
    "listen",      "live",      "look",     "lose",       "lower",       "maintain",  "make",
    "manage",      "master",    "meet",     "move",       "need",        "notice",    "obtain",
    "offer",       "organise",  "organize", "own",        "participate", "play",      "practise",
    "prevent",     "produce",   "promote",  "provide",    "quit",        "raise",     "reach",
    "react",       "read",      "receive",  "recognise",  "recognize",   "reduce",    "refer",
    "remain",      "report",    "respond",  "rise",       "run",         "save",      "say",
    "see",         "seek",      "seem",     "share",      "show",        "sleep",     "smoke",
    "speak",       "spend",     "stand",    "start",      "stay",        "stop",      "strengthen",
    "succeed",     "suffer",    "support",  "take",       "talk",        "teach",     "tell",
    "thrive",      "train",     "travel",   "trust",      "try",         "turn",      "understand",
    "use",         "value",     "visit",    "volunteer",  "wait",        "walk",      "want",
    "watch",       "work",      "write",
};

static const char *const en_endings[] = {
    "es",
    "s",
};

static const char *const en_finite[] = {
    "applies", "are", "can",  "carries", "could",   "does",  "goes", "has",  "have", "is",
    "manages", "may", "must", "should",  "thrives", "tries", "was",  "were", "will", "would",
};

static const char *const en_ambiguous[] = {
    "act",   "acts",   "call",   "calls",   "care",     "cares",     "decrease",   "decreases",
    "drink", "drinks", "drop",   "drops",   "exercise", "exercises", "experience", "experiences",
    "gain",  "gains",  "grasp",  "help",    "helps",    "increase",  "increases",  "lead",
    "leads", "live",   "lives",  "look",    "looks",    "move",      "moves",      "need",
    "needs", "offer",  "offers", "own",     "play",     "plays",     "practise",   "practises",
    "read",  "reads",  "report", "reports", "rise",     "rises",     "run",        "runs",
    "share", "shares", "show",   "shows",   "sleep",    "spend",     "stand",      "stands",
    "start", "starts", "stay",   "stays",   "support",  "supports",  "talk",       "talks",
    "train", "trains", "travel", "tries",   "trust",    "try",       "turn",       "use",
    "uses",  "value",  "values", "visit",   "visits",   "volunteer", "volunteers", "wait",
    "walk",  "walks",  "want",   "wants",   "watch",    "work",      "works",
};

static const char *const en_modals[] = {
    "can", "could", "may", "must", "should", "will", "would",
};

static const char *const en_gains[] = {
    "develop", "develops", "experience", "experiences", "gain",    "gains",
    "get",     "gets",     "has",        "have",        "receive", "receives",
};

static const char *const en_more[] = {
    "better", "calmer",  "closer",  "earlier",   "easier", "enhanced", "faster",
    "fewer",  "greater", "happier", "healthier", "higher", "improved", "increased",
    "larger", "less",    "longer",  "lower",     "more",   "new",      "reduced",
    "safer",  "shorter", "smaller", "stronger",
};

static const char *const en_degrees[] = {
    "less",
    "more",
};

static const char *const en_states[] = {
    "calmer", "happier", "healthier", "safer", "stronger",
};

static const char *const en_adverbs[] = {
    "also", "always",     "better", "even",    "not",       "often",
    "so",   "themselves", "then",   "thereby", "therefore", "thus",
};

static const char *const en_prepositions[] = {
    "about",   "after", "among",  "and",     "around", "as",  "at",   "before", "between", "by",
    "during",  "for",   "from",   "in",      "into",   "of",  "on",   "or",     "over",    "that",
    "through", "to",    "toward", "towards", "under",  "who", "with", "within", "without",
};

static const struct words_pair en_pairs[] = {
    {"more", "more"},
    {"fewer", "fewer"},
    {"better", "better"},
    {"more", "better"},
    {"bigger", "better"},
    {"stronger", "stronger"},
    {"eat", "drink"},
    {"eats", "drinks"},
    {"live", "thrive"},
    {"grow", "thrive"},
    {"grow", "learn"},
    {"grow", "develop"},
    {"grows", "thrives"},
    {"play", "learn"},
    {"plays", "learns"},
    {"thrive", "develop"},
    {"thrives", "develops"},
    {"live", "learn"},
    {"come", "go"},
    {"comes", "goes"},
    {"find", "keep"},
    {"gain", "keep"},
    {"get", "keep"},
    {"achieve", "maintain"},
    {"develop", "maintain"},
    {"see", "hear"},
    {"seen", "heard"},
    {"food", "drink"},
    {"body", "mind"},
    {"children", "adults"},
    {"health", "wellbeing"},
    {"help", "support"},
    {"care", "support"},
    {"advice", "guidance"},
    {"wellbeing", "development"},
    {"knowledge", "skills"},
    {"try", "try"},
    {"can", "will"},
    {"can", "may"},
    {"feel", "think"},
    {NULL, NULL},
};

/* --- both --- */

const char *const words_phone[] = {"tlf",  "telefon", "mobil", "phone",
                                   "tel.", "tel:",    "ring ", NULL};

const char *const words_mailbox_whole[] = {
    "admin",   "administration", "borger",     "bibliotek", "bor",
    "hr",      "info",           "it",         "job",       "kontakt",
    "kontor",  "mail",           "mailbox",    "post",      "presse",
    "press",   "contact",        "office",     "hello",     "hej",
    "noreply", "no-reply",       "postmaster", "webmaster", "support",
    "kommune", "kommunen",       NULL,
};

const char *const words_mailbox_part[] = {
    "afdeling", "beskæftigelse", "boern",       "borgerservice", "børn",       "center",
    "dagpleje", "dagtilbud",     "department",  "direktion",     "evaluering", "familie",
    "forebyg",  "forening",      "forvaltning", "frivillig",     "fritid",     "handicap",
    "health",   "hjælp",         "indsats",     "info",          "jobcenter",  "kommune",
    "kontakt",  "kultur",        "ledelse",     "læring",        "omsorg",     "pleje",
    "post",     "projekt",       "postkasse",   "raadgivning",   "rådgivning", "sekretariat",
    "service",  "skole",         "social",      "styregruppe",   "sundhed",    "team",
    "teknik",   "trivsel",       "udvalg",      "udvikling",     "uddannelse", "ungdom",
    "unge",     "ældre",         NULL,
};

/* clang-format on */

#define LIST(array)                                                                                \
    {                                                                                              \
        array, sizeof array / sizeof *array                                                        \
    }

static const struct words_language danish = {
    .joiners = LIST(da_joiners),
    .openers = LIST(da_openers),
    .antecedents = LIST(da_antecedents),
    .infinitive = LIST(da_infinitive),
    .verbs = LIST(da_verbs),
    .endings = LIST(da_endings),
    .finite = LIST(da_finite),
    .ambiguous = LIST(da_ambiguous),
    .modals = LIST(da_modals),
    .gains = LIST(da_gains),
    .more = LIST(da_more),
    .degrees = LIST(da_degrees),
    .states = LIST(da_states),
    .adverbs = LIST(da_adverbs),
    .prepositions = LIST(da_prepositions),
    .pairs = da_pairs,
    .knows = "ved",
    .known = LIST(da_known),
    .noun_ending = "else",
};

static const struct words_language english = {
    .joiners = LIST(en_joiners),
    .openers = LIST(en_openers),
    .infinitive = LIST(en_infinitive),
    .verbs = LIST(en_verbs),
    .endings = LIST(en_endings),
    .finite = LIST(en_finite),
    .ambiguous = LIST(en_ambiguous),
    .modals = LIST(en_modals),
    .gains = LIST(en_gains),
    .more = LIST(en_more),
    .degrees = LIST(en_degrees),
    .states = LIST(en_states),
    .adverbs = LIST(en_adverbs),
    .prepositions = LIST(en_prepositions),
    .pairs = en_pairs,
};

const struct words_language *words_of(const char *tag)
{
    if (!tag || language_code_of(tag) == LANGUAGE_DANISH)
        return &danish;
    return !strncmp(tag, "en", 2) ? &english : NULL;
}

static int compare_words(const void *word, const void *item)
{
    return strcmp(word, *(const char *const *)item);
}

bool words_has(const struct words_list *list, const char *word)
{
    return list->count &&
           bsearch(word, list->items, list->count, sizeof *list->items, compare_words);
}

bool words_are_pair(const struct words_language *words, const char *a, const char *b)
{
    for (const struct words_pair *pair = words->pairs; pair->one; pair++)
        if ((!strcmp(a, pair->one) && !strcmp(b, pair->other)) ||
            (!strcmp(b, pair->one) && !strcmp(a, pair->other)))
            return true;
    return false;
}
