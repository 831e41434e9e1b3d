/* The lists of words that the rules go by: WORDS(name, section, Danish section, form).
 *
 * Included several times with WORDS defined as needed; so no include guard. A file of words
 * may use either name of a section, whatever its language. The form says what stands in the
 * section: WORD one word or phrase each; PAIR «one / other»; ADVICE «term = better words»,
 * where the better words may be missing. */

/* Grammar, for telling two results from one: wording. */
WORDS(JOINERS, "joiners", "bindeord", WORD)
WORDS(OPENERS, "clause openers", "ledsætningsord", WORD)
WORDS(ANTECEDENTS, "before clauses", "før ledsætninger", WORD)
WORDS(INFINITIVE, "infinitive marks", "navnemådemærker", WORD)
WORDS(VERBS, "verbs", "udsagnsord", WORD)
WORDS(PARTICIPLES, "irregular participles", "uregelmæssige tillægsformer", ADVICE)
WORDS(VERB_NOUNS, "nouns like verbs", "navneord som udsagnsord", WORD)
WORDS(FINITE, "finite forms", "bøjede udsagnsord", WORD)
WORDS(AMBIGUOUS, "verb or noun", "udsagnsord eller navneord", WORD)
WORDS(MODALS, "modal verbs", "mådesudsagnsord", WORD)
WORDS(SERIAL, "verbs before verbs", "udsagnsord før udsagnsord", WORD)
WORDS(GAINS, "verbs of gain", "udsagnsord for udbytte", WORD)
WORDS(MORE, "words of change", "forandringsord", WORD)
WORDS(DEGREES, "degrees", "gradsord", WORD)
WORDS(STATES, "states of persons", "tilstande hos personer", WORD)
WORDS(ADVERBS, "adverbs", "biord", WORD)
WORDS(PREPOSITIONS, "prepositions", "forholdsord", WORD)
WORDS(KNOWS, "verbs only before knowledge", "udsagnsord kun før viden", WORD)
WORDS(KNOWN, "what is known", "viden", WORD)
WORDS(NOT_ADJECTIVES, "no adjectives", "ikke tillægsord", WORD)
WORDS(NOUN_INFLECTIONS, "inflections of nouns", "navneords bøjninger", WORD)
WORDS(PRONOUNS, "pronouns", "stedord", WORD)
WORDS(EXPLETIVES, "empty subjects", "tomme grundled", WORD)
WORDS(ARTICLES, "articles", "kendeord", WORD)
WORDS(DEFINITE, "definite articles", "bestemte kendeord", WORD)
WORDS(NOVEL, "new", "ny", WORD)
WORDS(ALONE, "standing alone", "står alene", WORD)
WORDS(HAVE, "forms of have", "former af have", WORD)
WORDS(BE, "forms of be", "former af være", WORD)
WORDS(PAIRS, "pairs", "faste par", PAIR)

/* People and what they do: an effect without an actor. */
WORDS(PERSONS, "people", "mennesker", WORD)
WORDS(NOT_PERSONS, "not people", "ikke mennesker", WORD)
WORDS(BODIES, "bodies that act", "grupper der handler", WORD)
WORDS(AMONG, "among", "blandt", WORD)
WORDS(MUTUAL, "one another", "hinanden", WORD)
WORDS(THINGS, "what things do", "hvad ting gør", WORD)
WORDS(STATES_OF_MIND, "states of mind", "sindstilstande", WORD)

/* Work instead of effects. */
WORDS(ACTIVITY, "activity verbs", "aktivitetsudsagnsord", WORD)
WORDS(MAKERS, "verbs of making", "udsagnsord for at skabe", WORD)
WORDS(ACTIVITY_OPENINGS, "activity openings", "aktivitetsbegyndelser", WORD)
WORDS(ACTIVITY_NOUNS, "activity nouns", "aktivitetsnavneord", WORD)
WORDS(WORK_OF, "behind activity nouns", "efter aktivitetsnavneord", WORD)
WORDS(BY, "by", "af", WORD)
WORDS(DELIVERED, "delivered", "leveret", WORD)
WORDS(OFFERINGS, "things on offer", "tilbud", WORD)
WORDS(GIVEN_AWAY, "free of charge", "gratis", WORD)
WORDS(FREQUENCY, "frequency", "hyppighed", WORD)
WORDS(PROJECT, "the programme itself", "indsatsen selv", WORD)
WORDS(PROVIDERS, "those who deliver", "dem der leverer", WORD)
WORDS(OWN, "of their own accord", "selv", WORD)

/* All and none. */
WORDS(ABSOLUTE, "all and none", "alle og ingen", WORD)
WORDS(EACH, "each", "hver", WORD)
WORDS(TIMES, "behind each", "efter hver", WORD)
WORDS(NOT_ABSOLUTE, "not quite all", "ikke helt alle", WORD)
WORDS(LEVELS, "levels", "niveauer", WORD)
WORDS(OFFERED, "offered", "tilbudt", WORD)

/* Terms that make people a problem. */
WORDS(DEFICIT, "deficit terms", "mangelord", ADVICE)
WORDS(DEFICIT_OF, "deficit before people", "mangelord om mennesker", ADVICE)
WORDS(SOMEBODY, "the word for people", "ordet for mennesker", WORD)
WORDS(COLLECTIVES, "people by other names", "mennesker under andre navne", WORD)

/* Mechanisms that repeat. */
WORDS(FUNCTION, "function words", "småord", WORD)
WORDS(EMPTY_NOUNS, "empty nouns", "tomme navneord", WORD)
WORDS(EFFECT_VERBS, "effect verbs", "virkningsudsagnsord", WORD)
WORDS(LIGHT_VERBS, "light verbs", "lette udsagnsord", WORD)
WORDS(STEM_ENDINGS, "endings", "endelser", WORD)

/* Wishes that do not say how much: targets. */
WORDS(WISHES, "more or better", "mere eller bedre", WORD)
WORDS(THAN, "than", "end", WORD)

/* Private data. */
WORDS(PHONE, "before telephone numbers", "før telefonnumre", WORD)
WORDS(COUNTED, "after figures", "efter tal", WORD)
WORDS(MAILBOXES, "mailboxes", "postkasser", WORD)
WORDS(MAILBOX_PARTS, "in names of mailboxes", "i navne på postkasser", WORD)

/* Who has a say and who is reached. */
WORDS(EMPOWERMENT, "empowerment claims", "løfter om myndiggørelse", WORD)
WORDS(COCREATION, "co-creation claims", "løfter om samskabelse", WORD)
WORDS(VULNERABLE, "seldom reached", "nås sjældent", WORD)

/* Who is asked, and whom a figure is of. */
WORDS(DELIVERERS, "also deliver", "leverer også", WORD)
WORDS(EVERYONE, "everyone", "alle", WORD)
WORDS(PARTICIPANTS, "participants", "deltagere", WORD)
WORDS(TRAITS, "traits", "kendetegn", ADVICE)

/* What a figure covers, where it comes from, and what it may tell of a person. */
WORDS(SINCE_START, "since the start", "siden starten", WORD)
WORDS(PER_PERIOD, "per period", "pr. periode", WORD)
WORDS(VAGUE_SOURCES, "vague sources", "uklare kilder", WORD)
WORDS(SENSITIVE, "sensitive", "følsomt", WORD)

/* Terms that the municipality has adopted: no rule objects to them. */
WORDS(ADOPTED, "adopted", "godkendt", WORD)
