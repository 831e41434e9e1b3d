/* Generated and hostile models; see diagram_models.h. */
#include "diagram_models.h"

#define PROGRAMME                                                                                  \
    "<programme xmlns=\"urn:x-virkning:programme\" format=\"1\" id=\"p\" xml:lang=\"da\">"

struct generator {
    struct buf *out;
    const struct diagram_model *model;
    uint32_t state;
};

/* The next of a row of numbers below `bound` (a linear congruential generator). */
static int next(struct generator *g, int bound)
{
    g->state = g->state * 1664525u + 1013904223u;
    return bound > 0 ? (int)((g->state >> 8) % (uint32_t)bound) : 0;
}

static bool chance(struct generator *g, int percent)
{
    return next(g, 100) < percent;
}

/* --- words ------------------------------------------------------------------ */

/* Parts of titles as municipalities write them: who, does what, where. */
static const char *const whos[] = {
    "Børn i 0.-3. klasse",
    "Unge uden for fællesskabet",
    "Ældre, der bor alene,",
    "Nye familier",
    "Frivillige i idrætsforeningerne",
    "Boligområdets beboere",
    "Familierådgivningsmedarbejderne",
    "Lærere og pædagoger",
    "Forældre",
    "Sundhedsplejerskerne",
    "Beboere over 65 år",
    "Skolebestyrelsen",
};
static const char *const whats[] = {
    "trives",
    "har nogen at spise med",
    "mødes på tværs af generationer",
    "kender deres naboer og hjælper hinanden",
    "bevæger sig mere i hverdagen",
    "deltager i lokalsamfundets aktiviteter",
    "taler om sundhedsfremmende fællesskaber",
    "opdager mistrivsel, før den vokser",
    "tager del i beslutningerne om deres eget område",
    "får støtte i tide",
    "kommer igen",
    "går den daglige tur",
};
static const char *const wheres[] = {
    "",
    "",
    " i lokalområdet",
    " på skolen og i SFO'en",
    " hele året",
    " med kommunens tværfaglige specialkonsulentfunktion",
    " i Hårup-Linå",
    ", også når projektet er slut",
    " uden for kommunens bosætningsstrategiudviklingsområde",
};
static const char *const offers[] = {
    "Fællesspisning",
    "Læsevenner",
    "Morgenmøder for nye familier",
    "Lektiecafé",
    "Trivselsgrupper",
    "Åben café",
    "Gåture med frivillige ledsagere",
    "Kursus i børneinddragende samarbejde for skolernes ressourcepersoner",
    "Hjemmebesøg",
    "Kvarterløft",
    "Omsorgsplan",
    "Sundhedsfremmeindsatskoordinering",
};

#define PICK(g, words) words[next(g, (int)(sizeof words / sizeof *words))]

/* One title in thirty is hardly one yet. */
static bool add_short_title(struct generator *g)
{
    bool is_short = chance(g, 3);
    if (is_short)
        buf_add_string(g->out, "<title>?</title>");
    return is_short;
}

static void add_activity_title(struct generator *g)
{
    if (!add_short_title(g))
        buf_addf(g->out, "<title>%s%s</title>", PICK(g, offers), PICK(g, wheres));
}

static void add_effect_title(struct generator *g)
{
    if (add_short_title(g))
        return;
    buf_addf(g->out, "<title>%s %s%s", PICK(g, whos), PICK(g, whats), PICK(g, wheres));
    if (chance(g, 8))
        buf_addf(g->out, ", og %s %s%s", PICK(g, whos), PICK(g, whats), PICK(g, wheres));
    buf_add_string(g->out, "</title>");
}

static void add_indicator(struct generator *g)
{
    buf_addf(g->out, "<indicator><title>Andel, der %s%s</title></indicator>", PICK(g, whats),
             PICK(g, wheres));
}

static void add_indicators(struct generator *g, int most)
{
    for (int count = next(g, most + 1); count > 0; count--)
        add_indicator(g);
}

/* --- links ------------------------------------------------------------------ */

static void link_to(struct generator *g, int horizon, int index)
{
    static const char *const origins[] = {"", " origin=\"source\"", " origin=\"interpreted\""};
    buf_addf(g->out, "<leads-to ref=\"e%d-%d\"%s", horizon, index, PICK(g, origins));
    if (g->model->evidence && chance(g, 70))
        buf_addf(g->out, " evidence=\"%d\"", next(g, 5));
    buf_add_string(g->out, chance(g, 10) ? " key=\"yes\">" : ">");
    if (chance(g, 50))
        buf_addf(g->out, "<mechanism>De %s.</mechanism>", PICK(g, whats));
    if (chance(g, 30))
        buf_addf(g->out, "<assumption critical=\"%s\">%s %s.</assumption>",
                 chance(g, 50) ? "yes" : "no", PICK(g, whos), PICK(g, whats));
    buf_add_string(g->out, "</leads-to>");
}

/* One link from effect `index` of a horizon, or from an activity (horizon -1). */
static void add_link(struct generator *g, int horizon, int index)
{
    const struct diagram_model *m = g->model;
    int last = m->horizons > 0 ? m->horizons - 1 : 0;
    int to_horizon = horizon + 1, to = next(g, m->effects);
    if (horizon >= 0 && chance(g, m->same_percent)) {
        to_horizon = horizon;
        to = index + 1 + next(g, m->effects - index - 1);
    } else if (chance(g, m->skip_percent)) {
        to_horizon += 1 + next(g, 2);
    }
    if (to_horizon <= last && to < m->effects)
        link_to(g, to_horizon, to);
}

static void add_links(struct generator *g, int horizon, int index)
{
    for (int count = 1 + next(g, g->model->links); count > 0; count--)
        add_link(g, horizon, index);
}

/* Every other activity leads to the same effects, in the same way: a block, and a hub. */
static void add_block(struct generator *g)
{
    for (int i = 0; i < 4 && i < g->model->effects; i++)
        buf_addf(g->out, "<leads-to ref=\"e0-%d\" origin=\"source\"/>", i);
}

/* --- objects ---------------------------------------------------------------- */

static void add_component(struct generator *g)
{
    static const char *const modes[] = {"course", "group", "individual", "visit", "open"};
    buf_addf(g->out,
             "<component by=\"r%d\" mode=\"%s\" sessions=\"%d\" minutes=\"%d\" weeks=\"%d\" "
             "reach=\"%d\" setting=\"%s\"><title>%s</title></component>",
             next(g, 3), PICK(g, modes), 1 + next(g, 20), 15 * (1 + next(g, 12)), 1 + next(g, 52),
             5 * (1 + next(g, 60)), "skolens køkken", PICK(g, offers));
}

static void add_activity(struct generator *g, int number)
{
    static const char *const statuses[] = {"running", "idea",     "waiting",
                                           "stopped", "approved", "running"};
    buf_addf(g->out, "<activity id=\"a%d\" status=\"%s\" from=\"2017-05\">", number,
             PICK(g, statuses));
    add_activity_title(g);
    for (int count = next(g, 3); count > 0; count--)
        add_component(g);
    add_indicators(g, 3);
    if (g->model->blocks && number % 2)
        add_block(g);
    else
        add_links(g, -1, number);
    buf_add_string(g->out, "</activity>\n");
}

static void add_activities(struct generator *g)
{
    int count = g->model->activities, areas = g->model->areas;
    for (int area = 0; area < areas; area++) {
        buf_addf(g->out, "<focus-area id=\"f%d\"><title>%s</title>", area, PICK(g, offers));
        for (int i = count * area / areas; i < count * (area + 1) / areas; i++)
            add_activity(g, i);
        buf_add_string(g->out, "</focus-area>\n");
    }
    for (int i = 0; !areas && i < count; i++)
        add_activity(g, i);
}

static void add_effect(struct generator *g, int horizon, int index)
{
    static const char *const kinds[] = {"effect", "sub-goal", "unintended", "goal"};
    const struct diagram_model *m = g->model;
    buf_addf(g->out, "<effect id=\"e%d-%d\" kind=\"%s\"", horizon, index, PICK(g, kinds));
    if (m->horizons && !chance(g, 3))
        buf_addf(g->out, " horizon=\"h%d\"", horizon);
    if (m->goals && chance(g, 40))
        buf_addf(g->out, " contributes-to=\"g%d\"", next(g, m->goals));
    buf_add_char(g->out, '>');
    add_effect_title(g);
    add_indicators(g, 2);
    add_links(g, horizon, index);
    buf_add_string(g->out, "</effect>\n");
}

static void add_goal(struct generator *g, int number)
{
    buf_addf(g->out, "<goal id=\"g%d\">", number);
    add_effect_title(g);
    for (int count = next(g, 4); count > 0; count--) {
        buf_add_string(g->out, "<theme>");
        add_activity_title(g);
        add_indicators(g, 3);
        buf_add_string(g->out, "</theme>");
    }
    add_indicators(g, 1);
    buf_add_string(g->out, "</goal>\n");
}

static void add_setting(struct generator *g)
{
    static const char *const times[] = {"Om et år", "På kort sigt (2–3 år)", "Mellemlangt sigt",
                                        "På langt sigt (8–10 år)", "Når børnene er voksne"};
    if (g->model->signs)
        buf_add_string(g->out, "<horizon id=\"hs\" holds=\"signs\"><title>Tegn</title></horizon>");
    for (int h = 0; h < g->model->horizons; h++)
        buf_addf(g->out, "<horizon id=\"h%d\"><title>%s</title></horizon>\n", h, times[h % 5]);
    for (int r = 0; r < 3; r++)
        buf_addf(g->out, "<role id=\"r%d\"><title>%s</title></role>\n", r, PICK(g, whos));
}

void diagram_model_write(struct buf *out, const struct diagram_model *model)
{
    struct generator g = {.out = out, .model = model, .state = model->seed * 2654435761u + 1};
    buf_addf(out, PROGRAMME "<title>%s%s</title>\n", PICK(&g, offers), PICK(&g, wheres));
    add_setting(&g);
    add_activities(&g);
    for (int h = 0; h < (model->horizons ? model->horizons : 1); h++)
        for (int i = 0; i < model->effects; i++)
            add_effect(&g, h, i);
    for (int i = 0; i < model->goals; i++)
        add_goal(&g, i);
    buf_add_string(out, "</programme>\n");
}

int diagram_model_boxes(const struct diagram_model *model)
{
    int horizons = model->horizons ? model->horizons : 1;
    return model->activities * (model->signs ? 2 : 1) + horizons * model->effects;
}

/* Most are as large as real ones, some tens of boxes; the last ones have hundreds. */
struct diagram_model diagram_model_of(int index)
{
    double share = (double)index / (DIAGRAM_MODELS - 1);
    int boxes = 5 + (int)(295 * share * share * share * share * share);
    struct diagram_model model = {
        .seed = (uint32_t)index,
        .horizons = index % 6,
        .links = 1 + index % 4,
        .signs = index % 2 == 0,
        .evidence = index % 3 != 0,
        .blocks = index % 5 == 1,
        .same_percent = index % 5 * 8,
        .skip_percent = index % 7 * 5,
        .areas = index % 4 * 2,
        .goals = index % 3,
    };
    int horizons = model.horizons ? model.horizons : 1;
    model.activities = 1 + boxes / (model.signs ? 5 : 3);
    int left = boxes - model.activities * (model.signs ? 2 : 1);
    model.effects = left > horizons ? (left + horizons / 2) / horizons : 1;
    return model;
}

/* --- hostile models --------------------------------------------------------- */

static void a_word_of_300_letters(struct buf *out)
{
    buf_add_string(out, "<horizon id='h' holds='signs'><title>");
    for (int i = 0; i < 300; i++)
        buf_add_char(out, "abcdefghi"[i % 9]);
    buf_add_string(out, "</title></horizon><activity id='a'><title>");
    for (int i = 0; i < 300; i++)
        buf_add_char(out, "abcdefghi"[i % 9]);
    buf_add_string(out, "</title><leads-to ref='e'/></activity><effect id='e'><title>");
    for (int i = 0; i < 100; i++)
        buf_add_string(out, "æøå");
    buf_add_string(out, "</title></effect>");
}

static void forty_arrows_into_one_box(struct buf *out)
{
    for (int i = 0; i < 40; i++)
        buf_addf(out,
                 "<activity id='a%d'><title>Aktivitet %d</title><leads-to ref='e' evidence='%d'/>"
                 "</activity>",
                 i, i, i % 5);
    buf_add_string(out, "<effect id='e'><title>Alt</title></effect>");
}

static void forty_arrows_out_of_one_box(struct buf *out)
{
    buf_add_string(out, "<activity id='a'><title>Fællesspisning</title>");
    for (int i = 0; i < 40; i++)
        buf_addf(out, "<leads-to ref='e%d' evidence='%d'/>", i, i % 5);
    buf_add_string(out, "</activity>");
    for (int i = 0; i < 40; i++)
        buf_addf(out, "<effect id='e%d'><title>Virkning %d</title></effect>", i, i);
}

static void an_empty_column(struct buf *out)
{
    buf_add_string(out, "<horizon id='h1'><title>Snart</title></horizon>"
                        "<horizon id='h2'><title>Senere</title></horizon>"
                        "<horizon id='h3'><title>Sidst</title></horizon>"
                        "<activity id='a'><title>A</title><leads-to ref='e'/></activity>"
                        "<effect id='e' horizon='h3'><title>E</title></effect>");
}

/* `origins`: how links differ, in turn. */
static void all_to_all(struct buf *out, const char *const origins[3])
{
    for (int i = 0; i < 12; i++) {
        buf_addf(out, "<activity id='a%d'><title>Aktivitet %d</title>", i, i);
        for (int k = 0; k < 12; k++)
            buf_addf(out, "<leads-to ref='e%d' %s/>", k, origins[(i * 7 + k * k + i * k) % 3]);
        buf_add_string(out, "</activity>");
    }
    for (int k = 0; k < 12; k++)
        buf_addf(out, "<effect id='e%d'><title>Virkning %d</title></effect>", k, k);
}

static void everything_linked_to_everything(struct buf *out)
{
    static const char *const same[3] = {"", "", ""};
    all_to_all(out, same);
}

static void everything_linked_to_everything_in_mixed_ways(struct buf *out)
{
    static const char *const mixed[3] = {"evidence='0'", "origin='source'",
                                         "origin='interpreted' evidence='4'"};
    all_to_all(out, mixed);
}

/* Every box leads to every later one, over five columns. */
static void everything_linked_over_columns(struct buf *out)
{
    for (int h = 0; h < 4; h++)
        buf_addf(out, "<horizon id='h%d'><title>Trin %d</title></horizon>", h, h);
    for (int i = 0; i < 3; i++) {
        buf_addf(out, "<activity id='a%d'><title>Aktivitet %d</title>", i, i);
        for (int e = 0; e < 12; e++)
            buf_addf(out, "<leads-to ref='e%d' evidence='%d'/>", e, e % 5);
        buf_add_string(out, "</activity>");
    }
    for (int e = 0; e < 12; e++) {
        buf_addf(out, "<effect id='e%d' horizon='h%d'><title>Virkning %d</title>", e, e / 3, e);
        for (int k = (e / 3 + 1) * 3; k < 12; k++)
            buf_addf(out, "<leads-to ref='e%d' origin='source'/>", k);
        buf_add_string(out, "</effect>");
    }
}

static void a_circle(struct buf *out)
{
    buf_add_string(out, "<horizon id='h1'><title>Snart</title></horizon>"
                        "<horizon id='h2'><title>Senere</title></horizon>"
                        "<activity id='a'><title>A</title><leads-to ref='e'/></activity>"
                        "<effect id='e' horizon='h1'><title>E</title><leads-to ref='f'/></effect>"
                        "<effect id='f' horizon='h1'><title>F</title><leads-to ref='g'/></effect>"
                        "<effect id='g' horizon='h2'><title>G</title><leads-to ref='e'/></effect>");
}

static void nothing(struct buf *out)
{
    (void)out;
}

static void one_activity_and_nothing_else(struct buf *out)
{
    buf_add_string(out, "<activity id='a'><title>A</title></activity>");
}

static void one_effect_and_nothing_else(struct buf *out)
{
    buf_add_string(out, "<effect id='e'><title>E</title></effect>");
}

static void one_goal_and_nothing_else(struct buf *out)
{
    buf_add_string(out, "<goal id='g'><title>G</title></goal>");
}

static void signs_and_nothing_else(struct buf *out)
{
    buf_add_string(out, "<horizon id='h' holds='signs'><title>Tegn</title></horizon>"
                        "<activity id='a'><title>A</title></activity>");
}

static void effects_without_horizon_beside_others(struct buf *out)
{
    buf_add_string(out, "<horizon id='h'><title>Snart</title></horizon>"
                        "<activity id='a'><title>A</title><leads-to ref='e'/><leads-to ref='f'/>"
                        "</activity><effect id='e' horizon='h'><title>E</title>"
                        "<leads-to ref='g'/></effect>"
                        "<effect id='f'><title>F</title><leads-to ref='g'/></effect>"
                        "<effect id='g'><title>G</title></effect>");
}

static void add_often(struct buf *out, const char *word, int times)
{
    for (int i = 0; i < times; i++)
        buf_add_string(out, word);
}

static void long_texts_everywhere(struct buf *out)
{
    buf_add_string(out, "<horizon id='h' holds='signs'><title>");
    add_often(out, "kortsigtede ", 20);
    buf_add_string(out, "</title></horizon><role id='r'><title>");
    add_often(out, "sundhedsplejen ", 40);
    buf_add_string(out, "</title></role><focus-area id='f'><title>");
    add_often(out, "indsatsområder ", 100);
    buf_add_string(out, "</title><activity id='a' status='waiting' until='2027'><title>");
    add_often(out, "boligområde ", 120);
    buf_add_string(out, "</title><awaits>");
    add_often(out, "frivillige ", 50);
    buf_add_string(out, "</awaits><component by='r' setting='hjemme' sessions='4'><title>");
    add_often(out, "samtaler ", 60);
    buf_add_string(out, "</title></component></activity></focus-area><goal id='g'><title>");
    add_often(out, "trivsel ", 80);
    buf_add_string(out, "</title><theme><title>");
    add_often(out, "fællesskab ", 80);
    buf_add_string(out, "</title></theme></goal>");
}

/* From right to left, and signs that fonts may lack. */
static void other_scripts(struct buf *out)
{
    buf_add_string(
        out,
        "<horizon id='h1'><title xml:lang='ar'>على المدى القصير</title></horizon>"
        "<activity id='a'><title xml:lang='ar'>وجبات مشتركة للعائلات الجديدة في الحي</title>"
        "<leads-to ref='e' origin='source' evidence='2'/></activity>"
        "<effect id='e' horizon='h1'><title>한국어 漢字 ελληνικά кириллица 🙂</title>"
        "</effect>");
}

static const struct {
    const char *name;
    void (*write)(struct buf *out);
} hostile[] = {
    {"a word of 300 letters", a_word_of_300_letters},
    {"forty arrows into one box", forty_arrows_into_one_box},
    {"forty arrows out of one box", forty_arrows_out_of_one_box},
    {"an empty column", an_empty_column},
    {"everything linked to everything", everything_linked_to_everything},
    {"everything linked to everything in mixed ways",
     everything_linked_to_everything_in_mixed_ways},
    {"everything linked over columns", everything_linked_over_columns},
    {"a circle", a_circle},
    {"nothing", nothing},
    {"one activity and nothing else", one_activity_and_nothing_else},
    {"one effect and nothing else", one_effect_and_nothing_else},
    {"one goal and nothing else", one_goal_and_nothing_else},
    {"signs and nothing else", signs_and_nothing_else},
    {"effects without horizon beside others", effects_without_horizon_beside_others},
    {"long texts everywhere", long_texts_everywhere},
    {"other scripts", other_scripts},
};

const char *diagram_hostile_write(struct buf *out, size_t number)
{
    if (number >= sizeof hostile / sizeof *hostile)
        return NULL;
    buf_add_string(out, PROGRAMME "<title>Prøve</title>");
    hostile[number].write(out);
    buf_add_string(out, "</programme>\n");
    return hostile[number].name;
}
