/* How a page looks: the house style as variables, and the rules, for the screen and for paper.
 *
 * Sizes are in rem, one of which is the size of running text: what the reader has chosen on
 * a screen, the style's points on paper. */
#include "doc/pages.h"
#include "out/html_internal.h"

#include <stdio.h>

static const char *const color_names[STYLE_COLORS] = {
    [STYLE_INK] = "ink",
    [STYLE_HEADING] = "heading",
    [STYLE_ACCENT] = "accent",
    [STYLE_ACCENT_2] = "accent-2",
    [STYLE_ACCENT_3] = "accent-3",
    [STYLE_ACCENT_4] = "accent-4",
    [STYLE_QUIET] = "quiet",
    [STYLE_RULE] = "rule",
    [STYLE_PANEL] = "panel-fill",
    [STYLE_BOX_LINE] = "box-line",
    [STYLE_EFFECT_LINE] = "effect-line",
    [STYLE_INTERPRETED] = "interpreted",
    [STYLE_WAITING] = "waiting",
    [STYLE_WAITING_FILL] = "waiting-fill",
    [STYLE_MISSING] = "missing-text",
    [STYLE_CHIP] = "chip-fill",
    [STYLE_REACHED] = "reached",
    [STYLE_ON_TRACK] = "on-track",
    [STYLE_LITTLE_BEHIND] = "little-behind",
    [STYLE_BEHIND] = "behind",
    [STYLE_WRONG] = "wrong",
    [STYLE_PAPER] = "paper",
};

/* A size of type and the distance between its baselines. */
static const struct {
    const char *name;
    enum style_size size, leading;
} type_names[] = {
    {"text", STYLE_TEXT, STYLE_TEXT_LEADING},
    {"table", STYLE_TABLE, STYLE_TABLE_LEADING},
    {"small", STYLE_SMALL, STYLE_SMALL_LEADING},
    {"title", STYLE_TITLE, STYLE_TITLE_LEADING},
    {"head", STYLE_HEADING_SIZE, STYLE_HEADING_LEADING},
    {"subhead", STYLE_SUBHEADING, STYLE_SUBHEADING_LEADING},
    {"running", STYLE_RUNNING, STYLE_RUNNING_LEADING},
};

/* --- the rules ------------------------------------------------------------------------------ */

static const char rules[] =
    "*,*::before,*::after{box-sizing:border-box}\n"
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}\n"
    "body{margin:0 auto;max-width:calc(var(--upright) + 3rem);padding:0 1.5rem 3rem;background:var(--paper);"
    "color:var(--ink);font:1rem/var(--text-line) var(--family);overflow-wrap:anywhere;"
    "hyphens:manual}\n"
    "body.broad{max-width:calc(var(--broad) + 3rem)}\n"
    "main{outline:0}\n"
    ".sheet,.notes{max-width:var(--upright)}\n"
    ".sheet.landscape{max-width:none}\n"
    "h1,h2,h3,h4,h5,h6,p,ul,ol,dl,dd,figure,table,fieldset{margin:0;padding:0}\n"
    "h1,h2,h3,h4,h5,h6,.strong,.semibold,th,dt{font-weight:600}\n"
    "a{color:var(--accent);text-decoration:underline;text-decoration-thickness:.06em;"
    "text-underline-offset:.16em}\n"
    "a:hover{text-decoration-thickness:.13em}\n"
    ":focus-visible{outline:.1875rem solid var(--accent);outline-offset:.125rem;"
    "border-radius:.125rem}\n"
    ".dark :focus-visible{outline-color:var(--paper)}\n"
    ":target{scroll-margin-top:1rem}\n"
    ".unseen{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;"
    "clip-path:inset(50%);white-space:nowrap}\n"
    ".skip{position:absolute;left:1rem;top:-6rem;padding:.5rem 1rem;background:var(--heading);"
    "color:var(--paper);z-index:1}\n"
    ".skip:focus{top:.5rem}\n"
    /* head and foot */
    "header,footer{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 2rem;"
    "font-size:var(--running-size);line-height:var(--running-line);color:var(--quiet)}\n"
    "header{padding:1.25rem 0 2.25rem}\n"
    "header .end{margin-left:auto}\n"
    "header .logo{width:auto;max-width:100%;object-fit:contain}\n"
    "footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--rule);"
    "justify-content:space-between}\n"
    ".stamp{padding:.1rem .6rem;border:1px solid var(--missing-text);border-radius:.2rem;"
    "color:var(--missing-text);font-weight:600}\n"
    /* text */
    "h1{font-size:clamp(1.5rem,1rem + 3vw,var(--title-size));"
    "line-height:var(--title-line);color:var(--heading);letter-spacing:-.01em;text-wrap:pretty}\n"
    ".sheet~.sheet h1,*+h1{margin-top:3rem}\n"
    "p,ul,ol,h1,h2,h3,h4,h5,h6{max-width:var(--upright)}\n"
    "p{margin-bottom:.4rem}\n"
    ".lead{font-size:1.1rem;margin-bottom:1.1rem}\n"
    ".small,figcaption,caption,.hint{font-size:var(--small-size);line-height:var(--small-line)}\n"
    ".lead,.small,figcaption,caption,.hint{color:var(--quiet)}\n"
    ".cell,th,td{font-size:var(--table-size);line-height:var(--table-line)}\n"
    ".number{text-align:right;font-variant-numeric:tabular-nums}\n"
    ".italic{font-style:italic}\n"
    ".regular{font-weight:400;font-style:normal}\n"
    ".missing{color:var(--missing-text);font-style:italic;"
    "border-inline-start:.15rem dashed currentColor;padding-inline-start:.5rem;"
    "width:fit-content}\n"
    "td.number .missing,p.number.missing{margin-inline-start:auto}\n"
    ".long{overflow-wrap:anywhere}\n"
    ".chip{display:inline-block;padding:0 .55em;border-radius:.75em;background:var(--chip-fill);"
    "color:var(--heading);font-size:.9em;line-height:1.5}\n"
    "sup{font-size:.75em;line-height:0}\n"
    "sup a{padding:.3em .2em}\n"
    ".level1{font-size:var(--head-size);line-height:var(--head-line);color:var(--heading);"
    "margin:2.25rem 0 .5rem}\n"
    ".level2{font-size:var(--subhead-size);line-height:var(--subhead-line);color:var(--heading);"
    "margin:1.5rem 0 .3rem}\n"
    ".level3,.level4{font-size:1rem;line-height:var(--text-line);margin:1rem 0 .15rem}\n"
    ".level4{font-weight:400;font-style:italic}\n"
    ".sheet~.sheet>.level1:first-child{margin-top:3.5rem}\n"
    "ul,ol{margin-bottom:.6rem;padding-inline-start:1.4rem}\n"
    "li{margin-bottom:.15rem}\n"
    "li>p,dd>p{margin-bottom:.2rem}\n"
    "dl{max-width:var(--upright);margin-bottom:.6rem}\n"
    "dl>div{padding:.35rem 0;border-bottom:1px solid var(--rule)}\n"
    "dt{color:var(--heading)}\n"
    "@media (min-width:40rem){dl>div{display:grid;grid-template-columns:11rem minmax(0,1fr);"
    "gap:1.25rem}.columns dl>div,td dl>div,.box dl>div{display:block}}\n"
    /* contents */
    "nav{margin-bottom:2rem}\n"
    "nav ol{list-style:none;padding:0;margin:0;max-width:none}\n"
    "nav>ol{border-top:1px solid var(--rule)}\n"
    "nav ol ol{padding-inline-start:1.25rem}\n"
    "nav li{margin:0}\n"
    "nav a{display:block;padding:.3rem 0;text-decoration:none}\n"
    "nav>ol>li{border-bottom:1px solid var(--rule);break-inside:avoid}\n"
    "nav>ol>li>a{color:var(--heading);font-weight:600}\n"
    "nav a:hover{text-decoration:underline}\n"
    "@media (min-width:52rem){nav>ol{columns:2;column-gap:3rem}}\n"
    /* tables */
    ".scroll{position:relative;overflow-x:auto;margin:.25rem 0 1.5rem;container-type:inline-size}\n"
    ".scroll>:not(.aside){min-width:var(--least)}\n"
    /* as high as its text where there is less room than that, else nothing */
    ".aside{position:sticky;left:0;width:100cqi;margin:0;overflow:hidden;color:var(--quiet);"
    "font-size:var(--small-size);line-height:1.75rem;"
    "max-height:clamp(0rem,calc((var(--least) - 100cqi)*999),1.75rem)}\n"
    "table{width:100%;border-collapse:collapse}\n"
    "table.narrow{margin:.25rem 0 1.5rem}\n"
    "caption{text-align:left;padding-bottom:.35rem}\n"
    "th,td{text-align:left;vertical-align:top;padding:.45rem .85rem .45rem 0;"
    "border-bottom:1px solid var(--rule);overflow-wrap:break-word}\n"
    "th.number,td.number{text-align:right}\n"
    ".last:not(.panel,.dark){padding-right:0}\n"
    "thead th,thead td{font-size:var(--small-size);line-height:var(--small-line);"
    "vertical-align:bottom;color:var(--heading);border-bottom:.1rem solid var(--heading)}\n"
    "th p,td p{margin-bottom:.1rem}\n"
    "td ul,td ol{margin:0;padding-inline-start:1.1rem}\n"
    ".ruled :is(th,td):not(.first){border-left:1px solid var(--rule);padding-left:.7rem}\n"
    ".ruled thead :is(th,td):not(.first){border-left-color:transparent}\n"
    "td.panel,th.panel{background:var(--panel-fill);padding-left:.7rem}\n"
    "td.dark,th.dark{background:var(--heading);padding-left:.7rem}\n"
    ".dark,.dark *{color:var(--paper)}\n"
    ".dark .chip{color:var(--heading)}\n"
    "@media (max-width:30rem){table.narrow th,table.narrow td{overflow-wrap:anywhere}}\n"
    /* figures, boxes, columns */
    "figure{margin:1rem 0 1.5rem}\n"
    "figure .scroll{margin:0 0 .4rem}\n"
    ".drawing svg{display:block;width:100%;height:auto}\n"
    ".box{margin:.75rem 0 1.25rem;padding:.85rem 1.25rem .6rem;background:var(--panel-fill);"
    "border-left:.25rem solid var(--accent);max-width:var(--upright)}\n"
    ".frame{background:none;border:1px solid var(--box-line)}\n"
    ".box>:first-child,.columns>div>:first-child{margin-top:0}\n"
    ".columns{max-width:var(--upright);margin-top:.75rem;display:grid;grid-template-columns:minmax(0,1fr);gap:0 2rem}\n"
    ".columns>div{display:flex;flex-direction:column}\n"
    ".columns>div>.box:only-child{flex:1}\n"
    "@media (min-width:44rem){.columns{grid-template-columns:var(--parts)}}\n"
    /* fields */
    ".field{border:0;margin:0 0 1rem;min-width:0}\n"
    ".label,legend{display:block;padding:0;color:var(--quiet);font-size:var(--small-size);"
    "line-height:var(--small-line);margin-bottom:.3rem}\n"
    ".hint{display:block;margin-bottom:.3rem}\n"
    "input[type=text],textarea{display:block;width:100%;min-height:2.5rem;padding:.4rem .6rem;"
    "font:inherit;color:inherit;background:var(--paper);border:1px solid var(--quiet);"
    "border-radius:.15rem}\n"
    "textarea{field-sizing:content;resize:vertical;"
    "min-height:calc(var(--lines)*var(--text-line)*1rem + .9rem)}\n"
    ".choice{display:inline-flex;align-items:center;gap:.5rem;min-height:2rem;"
    "margin-inline-end:1.5rem}\n"
    ".choice input{flex:none;width:1.25rem;height:1.25rem;margin:0;accent-color:var(--accent)}\n"
    /* notes */
    ".notes{margin-top:3rem;font-size:var(--small-size);line-height:var(--small-line)}\n"
    ".notes li>p:nth-last-child(2){display:inline}\n"
    ".back{display:inline-block;min-width:1.5rem;text-align:center;text-decoration:none}\n";

/* On paper: the style's points, a sheet per page, nothing that only a screen has. */
static const char print_rules[] =
    "body,body.broad{max-width:none;padding:0}\n"
    "header{padding:0 0 1.5rem}\n"
    "h1{font-size:var(--title-size)}\n"
    ".skip,footer,.back{display:none}\n"
    "nav{font-size:var(--small-size);line-height:var(--small-line)}\n"
    "nav a{padding:.12rem 0}\n"
    "nav>ol{columns:2;column-gap:3rem}\n"
    "a{color:inherit;text-decoration:none}\n"
    ".dark,.panel,.chip,.box{-webkit-print-color-adjust:exact;print-color-adjust:exact}\n"
    ".sheet~.sheet{break-before:page}\n"
    ".sheet~.sheet h1:first-child,.sheet~.sheet>.level1:first-child{margin-top:0}\n"
    ".landscape{page:landscape}\n"
    "h1,h2,h3,h4,h5,h6,.keep,caption,dt{break-after:avoid}\n"
    "h1,h2,h3,h4,h5,h6,tr,li,figure,.field,.box,dl>div{break-inside:avoid}\n"
    "p,li{orphans:2;widows:2}\n"
    "thead{display:table-header-group}\n"
    ".scroll{overflow:visible;container-type:normal}\n"
    ".scroll>:not(.aside){min-width:0}\n"
    ".aside{display:none}\n"
    ".drawing svg{width:auto;max-width:100%;max-height:148mm}\n"
    ".columns{grid-template-columns:var(--parts);break-inside:avoid}\n"
    /* the box for approval stands with the section before it */
    "dl:has(+.space+.columns){break-inside:avoid}\n"
    ".space:has(+.columns){break-before:avoid;break-after:avoid}\n"
    "input[type=text],textarea{border-color:var(--box-line)}\n";

/* --- variables --------------------------------------------------------------------------------- */

const char *html_color_name(enum style_color color)
{
    return color_names[color] ? color_names[color] : color_names[STYLE_INK];
}

static void add_colors(struct html *html)
{
    for (int i = 0; i < STYLE_COLORS; i++) {
        const struct color *c = &html->style->colors[i];
        if (color_names[i])
            buf_addf(html->out, "--%s:#%02x%02x%02x;", color_names[i], c->red, c->green, c->blue);
    }
}

/* Columns as wide as the text of a page of A4 is on paper, in rem. */
static void add_widths(struct html *html)
{
    const double *sizes = html->style->sizes;
    double beside = 2 * sizes[STYLE_MARGIN_SIDE];
    buf_add_string(html->out, "--upright:");
    buf_add_number(html->out, (PAPER_A4_SHORT - beside) / sizes[STYLE_TEXT], 2);
    buf_add_string(html->out, "rem;--broad:");
    buf_add_number(html->out, (PAPER_A4_LONG - beside) / sizes[STYLE_TEXT], 2);
    buf_add_string(html->out, "rem;");
}

/* Sizes in rem, distances between lines as multiples of them. */
static void add_sizes(struct html *html)
{
    const double *sizes = html->style->sizes;
    for (size_t i = 0; i < sizeof type_names / sizeof *type_names; i++) {
        buf_addf(html->out, "--%s-size:", type_names[i].name);
        buf_add_number(html->out, sizes[type_names[i].size] / sizes[STYLE_TEXT], 3);
        buf_addf(html->out, "rem;--%s-line:", type_names[i].name);
        buf_add_number(html->out, sizes[type_names[i].leading] / sizes[type_names[i].size], 3);
        buf_add_char(html->out, ';');
    }
}

/* The font of the style where the reader has it, else what the system writes with. */
static void add_family(struct html *html)
{
    buf_add_string(html->out, "--family:");
    if (html->style->font_family) {
        html_add_css_string(html->out, html->style->font_family);
        buf_add_char(html->out, ',');
    }
    buf_add_string(html->out,
                   "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,"
                   "\"DejaVu Sans\",sans-serif");
}

static void add_color_rules(struct html *html)
{
    for (int i = 0; i < STYLE_COLORS; i++)
        if (color_names[i])
            buf_addf(html->out, ".c-%s{color:var(--%s)}\n", color_names[i], color_names[i]);
}

/* --- pages --------------------------------------------------------------------------------------- */

static void add_points(struct html *html, const char *before, double points)
{
    buf_add_string(html->out, before);
    buf_add_number(html->out, points, 2);
    buf_add_string(html->out, "pt");
}

static void begin_margin_box(struct html *html, const char *place, enum style_color color)
{
    buf_addf(html->out, "@%s{font-family:var(--family);color:var(--%s);vertical-align:%s;", place,
             color_names[color],
             *place == 't' ? "bottom;padding-bottom:9pt" : "top;padding-top:6pt");
    add_points(html, "font-size:", html->style->sizes[STYLE_RUNNING]);
    buf_add_string(html->out, ";content:");
}

static void add_running(struct html *html, const char *place, const char *text,
                        enum style_color color)
{
    if (html_is_blank(text))
        return;
    begin_margin_box(html, place, color);
    html_add_css_string(html->out, text);
    buf_add_string(html->out, "}\n");
}

/* What the document says at its foot, then what the style says. */
static void add_foot(struct html *html)
{
    const char *texts[] = {html->doc->foot_left, html->style->footer};
    struct buf line = {0};
    for (size_t i = 0; i < 2; i++)
        if (!html_is_blank(texts[i]))
            buf_addf(&line, "%s%s", line.length ? " \xC2\xB7 " : "", texts[i]);
    add_running(html, "bottom-left", line.data, STYLE_QUIET);
    buf_release(&line);
}

/* "Page {1} of {2}" as parts of a content property: texts and counters. */
static void add_page_number(struct html *html)
{
    const char *text = html->doc->foot_page;
    if (html_is_blank(text))
        return;
    begin_margin_box(html, "bottom-right", STYLE_QUIET);
    while (*text) {
        bool page = text[0] == '{' && text[1] == '1' && text[2] == '}';
        bool pages = text[0] == '{' && text[1] == '2' && text[2] == '}';
        const char *end = text + 1;
        while (*end && *end != '{')
            end++;
        if (page || pages) {
            buf_add_string(html->out, page ? "counter(page) " : "counter(pages) ");
            text += 3;
        } else {
            html_add_css_string(html->out, arena_copy(&html->memory, text, (size_t)(end - text)));
            buf_add_char(html->out, ' ');
            text = end;
        }
    }
    buf_add_string(html->out, "}\n");
}

static void add_pages(struct html *html)
{
    const double *sizes = html->style->sizes;
    double running = sizes[STYLE_RUNNING_LEADING];
    buf_add_string(html->out, "@page{size:A4;");
    add_points(html, "margin:", sizes[STYLE_MARGIN_TOP] + running);
    add_points(html, " ", sizes[STYLE_MARGIN_SIDE]);
    add_points(html, " ", sizes[STYLE_MARGIN_BOTTOM] + running);
    buf_add_string(html->out, ";\n");
    add_running(html, "top-left", html->doc->running_left, STYLE_QUIET);
    add_running(html, "top-right", html->doc->running_right, STYLE_QUIET);
    add_foot(html);
    add_running(html, "bottom-center", html->doc->stamp, STYLE_MISSING);
    add_page_number(html);
    buf_add_string(html->out, "}\n@page:first{@top-left{content:none}"
                              "@top-right{content:none}}\n@page landscape{size:A4 landscape}\n");
}

/* --- the whole ------------------------------------------------------------------------------------- */

void html_add_style(struct html *html)
{
    buf_add_string(html->out, ":root{color-scheme:only light;");
    add_colors(html);
    add_sizes(html);
    add_widths(html);
    add_family(html);
    buf_add_string(html->out, "}\n");
    buf_add_string(html->out, rules);
    add_color_rules(html);
    add_pages(html);
    buf_add_string(html->out, "@media print{\n");
    add_points(html, "html{font-size:", html->style->sizes[STYLE_TEXT]);
    buf_add_string(html->out, "}\n");
    buf_add_string(html->out, print_rules);
    buf_add_string(html->out, "}\n");
}
