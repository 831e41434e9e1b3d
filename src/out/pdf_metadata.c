/* What makes the file a PDF/UA-1 and PDF/A-2a: metadata, language, colour space. */
#include "base/date.h"
#include "base/memory.h"
#include "out/pdf_internal.h"

#include <math.h>
#include <string.h>

/* --- dates ---------------------------------------------------------------------------- */

/* A point in time, taken apart; UTC. */
struct moment {
    struct date day;
    int hour, minute, second;
};

static struct moment moment_of(int64_t seconds)
{
    struct date day = date_of_seconds(seconds);
    int rest = (int)(seconds - date_seconds(day));
    return (struct moment){day, rest / 3600, rest / 60 % 60, rest % 60};
}

static void add_pdf_date(struct buf *out, const char *key, int64_t seconds)
{
    struct moment t = moment_of(seconds);
    buf_addf(out, "/%s (D:%04d%02d%02d%02d%02d%02dZ)\n", key, t.day.year, t.day.month, t.day.day,
             t.hour, t.minute, t.second);
}

static void add_xml_date(struct buf *out, const char *tag, int64_t seconds)
{
    struct moment t = moment_of(seconds);
    buf_addf(out, "<%s>%04d-%02d-%02dT%02d:%02d:%02dZ</%s>\n", tag, t.day.year, t.day.month,
             t.day.day, t.hour, t.minute, t.second, tag);
}

/* --- the document's information, twice: as a dictionary and as XMP ----------------------- */

static void add_info_string(struct buf *out, const char *key, const char *value)
{
    if (!value)
        return;
    buf_addf(out, "/%s ", key);
    pdf_add_string(out, value);
    buf_add_char(out, '\n');
}

static void define_info(struct pdf *pdf)
{
    const struct pdf_meta *meta = pdf->meta;
    struct buf entries;
    buf_init(&entries, 0);
    add_info_string(&entries, "Title", meta->title);
    add_info_string(&entries, "Author", meta->author);
    add_info_string(&entries, "Subject", meta->subject);
    add_info_string(&entries, "Creator", meta->creator);
    add_info_string(&entries, "Producer", meta->creator);
    add_pdf_date(&entries, "CreationDate", meta->date);
    add_pdf_date(&entries, "ModDate", meta->date);
    pdf_file_define(pdf->file, pdf_file_info(pdf->file), &entries);
    buf_release(&entries);
}

/* Adds text between tags; what XML does not allow at all becomes a space. */
static void add_xml_text(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '&')
            buf_add_string(out, "&amp;");
        else if (*text == '<')
            buf_add_string(out, "&lt;");
        else if (*text == '>')
            buf_add_string(out, "&gt;");
        else
            buf_add_char(out, (unsigned char)*text < ' ' ? ' ' : *text);
    }
}

/* Adds text inside two levels of tags: `open` text `close`. */
static void add_xml_entry(struct buf *out, const char *open, const char *text, const char *close)
{
    if (!text)
        return;
    buf_add_string(out, open);
    add_xml_text(out, text);
    buf_add_string(out, close);
    buf_add_char(out, '\n');
}

static void add_xmp_properties(struct buf *out, const struct pdf_meta *meta)
{
    add_xml_entry(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta->title,
                  "</rdf:li></rdf:Alt></dc:title>");
    add_xml_entry(out, "<dc:creator><rdf:Seq><rdf:li>", meta->author,
                  "</rdf:li></rdf:Seq></dc:creator>");
    add_xml_entry(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", meta->subject,
                  "</rdf:li></rdf:Alt></dc:description>");
    add_xml_entry(out, "<dc:language><rdf:Bag><rdf:li>", meta->lang,
                  "</rdf:li></rdf:Bag></dc:language>");
    add_xml_entry(out, "<xmp:CreatorTool>", meta->creator, "</xmp:CreatorTool>");
    add_xml_entry(out, "<pdf:Producer>", meta->creator, "</pdf:Producer>");
    add_xml_date(out, "xmp:CreateDate", meta->date);
    add_xml_date(out, "xmp:ModifyDate", meta->date);
}

static void add_xmp(struct buf *out, const struct pdf_meta *meta)
{
    static const char head[] =
        "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\"\n"
        " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
        " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
        " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
        " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "<dc:format>application/pdf</dc:format>\n";
    /* PDF/A wants every property described that it does not know itself. */
    static const char tail[] =
        "<pdfaid:part>2</pdfaid:part>\n"
        "<pdfaid:conformance>A</pdfaid:conformance>\n"
        "<pdfuaid:part>1</pdfuaid:part>\n"
        "</rdf:Description>\n"
        "<rdf:Description rdf:about=\"\"\n"
        " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\"\n"
        " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\"\n"
        " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
        "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
        "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
        "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
        "<pdfaProperty:name>part</pdfaProperty:name>\n"
        "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
        "<pdfaProperty:category>internal</pdfaProperty:category>\n"
        "<pdfaProperty:description>Part of ISO 14289 that the file follows"
        "</pdfaProperty:description>\n"
        "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
        "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
        "</rdf:Description>\n"
        "</rdf:RDF>\n"
        "</x:xmpmeta>\n"
        "<?xpacket end=\"w\"?>";
    buf_add_string(out, head);
    add_xmp_properties(out, meta);
    buf_add_string(out, tail);
}

static uint32_t write_xmp(struct pdf *pdf)
{
    struct buf xmp;
    buf_init(&xmp, 0);
    add_xmp(&xmp, pdf->meta);
    uint32_t object = pdf_file_add_stream(pdf->file, "/Type /Metadata /Subtype /XML\n", xmp.data,
                                          xmp.length, PDF_PLAIN);
    buf_release(&xmp);
    return object;
}

/* --- colour space: an ICC profile (version 2.1) of sRGB --------------------------------- */

enum {
    ICC_HEADER = 128,
    ICC_TAGS = 9,
    ICC_CURVE_POINTS = 256,
};

/* A profile in the making: the data of its tags, and where each begins. */
struct profile {
    struct buf data, table;
    size_t tag_count;
};

static void add_bytes(struct buf *out, uint32_t value, int count)
{
    while (count-- > 0)
        buf_add_char(out, (char)(value >> 8 * count & 0xFF));
}

static void add_zeros(struct buf *out, size_t count)
{
    while (count-- > 0)
        buf_add_char(out, '\0');
}

/* Numbers of the profile have 16 bits behind the point. */
static void add_fixed(struct buf *out, double value)
{
    add_bytes(out, (uint32_t)lround(value * 65536), 4);
}

static void add_tag_entry(struct profile *profile, const char *name, size_t start)
{
    size_t base = ICC_HEADER + 4 + 12 * ICC_TAGS;
    buf_add(&profile->table, name, 4);
    add_bytes(&profile->table, (uint32_t)(base + start), 4);
    add_bytes(&profile->table, (uint32_t)(profile->data.length - start), 4);
    profile->tag_count++;
}

static void add_description(struct profile *profile)
{
    static const char text[] = "sRGB";
    size_t start = profile->data.length;
    buf_add(&profile->data, "desc\0\0\0", 8);
    add_bytes(&profile->data, sizeof text, 4);
    buf_add(&profile->data, text, sizeof text);
    add_zeros(&profile->data, 4 + 4 + 2 + 1 + 67); /* no Unicode, no Macintosh name */
    add_tag_entry(profile, "desc", start);
    add_zeros(&profile->data, 3 - (profile->data.length + 3) % 4);
}

static void add_copyright(struct profile *profile)
{
    size_t start = profile->data.length;
    buf_add(&profile->data, "text\0\0\0\0CC0", 12);
    add_tag_entry(profile, "cprt", start);
}

static void add_point(struct profile *profile, const char *name, double x, double y, double z)
{
    size_t start = profile->data.length;
    buf_add(&profile->data, "XYZ \0\0\0", 8);
    add_fixed(&profile->data, x);
    add_fixed(&profile->data, y);
    add_fixed(&profile->data, z);
    add_tag_entry(profile, name, start);
}

/* The transfer curve of IEC 61966-2-1, shared by the three colours. */
static void add_curve(struct profile *profile)
{
    size_t start = profile->data.length;
    buf_add(&profile->data, "curv\0\0\0", 8);
    add_bytes(&profile->data, ICC_CURVE_POINTS, 4);
    for (int i = 0; i < ICC_CURVE_POINTS; i++) {
        double v = i / (ICC_CURVE_POINTS - 1.0);
        double linear = v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
        add_bytes(&profile->data, (uint32_t)lround(linear * 65535), 2);
    }
    add_tag_entry(profile, "rTRC", start);
    add_tag_entry(profile, "gTRC", start);
    add_tag_entry(profile, "bTRC", start);
}

static void add_profile_header(struct buf *out, size_t length)
{
    size_t start = out->length;
    add_bytes(out, (uint32_t)length, 4);
    add_zeros(out, 4);
    add_bytes(out, 0x02100000, 4); /* version */
    buf_add_string(out, "mntrRGB XYZ ");
    add_bytes(out, 2000, 2); /* a fixed date: year, month, day, time */
    add_bytes(out, 1, 2);
    add_bytes(out, 1, 2);
    add_zeros(out, 6);
    buf_add_string(out, "acsp");
    add_zeros(out, 28);
    add_fixed(out, 0.9642); /* D50 */
    add_fixed(out, 1);
    add_fixed(out, 0.8249);
    add_zeros(out, ICC_HEADER - (out->length - start));
}

/* The primaries are those of IEC 61966-2-1, adapted to D50 as ICC profiles want it. */
static void add_profile(struct buf *out)
{
    struct profile profile = {.tag_count = 0};
    buf_init(&profile.data, 0);
    buf_init(&profile.table, 0);
    add_description(&profile);
    add_copyright(&profile);
    add_point(&profile, "wtpt", 0.9642, 1, 0.8249);
    add_point(&profile, "rXYZ", 0.43607, 0.22249, 0.01392);
    add_point(&profile, "gXYZ", 0.38515, 0.71687, 0.09708);
    add_point(&profile, "bXYZ", 0.14307, 0.06061, 0.71410);
    add_curve(&profile);
    add_profile_header(out, ICC_HEADER + 4 + profile.table.length + profile.data.length);
    add_bytes(out, (uint32_t)profile.tag_count, 4);
    buf_add(out, profile.table.data, profile.table.length);
    buf_add(out, profile.data.data, profile.data.length);
    buf_release(&profile.data);
    buf_release(&profile.table);
}

static uint32_t write_output_intent(struct pdf *pdf)
{
    struct buf profile;
    buf_init(&profile, 0);
    add_profile(&profile);
    uint32_t stream =
        pdf_file_add_stream(pdf->file, "/N 3\n", profile.data, profile.length, PDF_DEFLATED);
    buf_reset(&profile);
    buf_add_string(&profile, "/Type /OutputIntent /S /GTS_PDFA1 "
                             "/OutputConditionIdentifier (sRGB IEC61966-2.1) "
                             "/Info (sRGB IEC61966-2.1)");
    pdf_add_reference(&profile, " /DestOutputProfile", stream);
    uint32_t object = pdf_file_add(pdf->file, &profile);
    buf_release(&profile);
    return object;
}

/* --- together ------------------------------------------------------------------------- */

void pdf_add_metadata(struct pdf *pdf, struct buf *catalog)
{
    define_info(pdf);
    buf_add_string(catalog, "/MarkInfo <</Marked true>>\n"
                            "/ViewerPreferences <</DisplayDocTitle true>>\n"
                            "/Lang ");
    pdf_add_word(catalog, pdf->meta->lang);
    pdf_add_reference(catalog, "\n/Metadata", write_xmp(pdf));
    pdf_add_reference(catalog, "\n/OutputIntents [", write_output_intent(pdf));
    buf_add_string(catalog, "]\n");
}
