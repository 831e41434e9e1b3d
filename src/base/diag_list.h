/* The catalogue of messages: DIAG(name, id, severity in draft, severity when strict, text).
 *
 * Included several times with DIAG defined as needed; so no include guard. The id
 * is what users and tests see and never changes. {1}, {2} ... are filled by the
 * call site. English here, Danish in po/da.po. Say what is wrong, why it matters
 * where that is not plain, and how to mend it, as a kind, experienced colleague. */

/* Files. */
DIAG(FILE_READ, "file", ERROR, ERROR, N_("I cannot read {1}: {2}."))
DIAG(FILE_WRITE, "file", ERROR, ERROR, N_("I cannot write {1}: {2}. Nothing was changed."))
DIAG(FILE_TOO_LARGE, "file", ERROR, ERROR,
     N_("{1} is larger than {2} MB, far more than such a file takes up. Is it the right file?"))
DIAG(FILE_IS_FOLDER, "file", ERROR, ERROR, N_("{1} is a folder. Give me the file in it."))
DIAG(
    FILE_CHANGED, "file", ERROR, ERROR,
    N_("Somebody has saved {1} since I read it. Nothing was written: try again, so that no work is "
       "lost."))

/* House style. */
DIAG(STYLE_SYNTAX, "style", ERROR, ERROR, N_("This line is not of the form «key = value»: {1}"))
DIAG(STYLE_KEY, "style", ERROR, ERROR, N_("I do not know the key «{1}». You probably meant «{2}»."))
DIAG(
    STYLE_KEY_UNKNOWN, "style", ERROR, ERROR,
    N_("I do not know the key «{1}». The file default.style that comes with the program shows which "
       "there are."))
DIAG(STYLE_VALUE, "style", ERROR, ERROR,
     N_("«{1}» is not a value for {2}. It should look like {3}."))
DIAG(STYLE_ENCODING, "style", ERROR, ERROR,
     N_("There are letters here that I cannot read: the style file is not UTF-8. Open it in the "
        "editor and save it again with the encoding UTF-8."))
DIAG(STYLE_RANGE, "style", ERROR, ERROR,
     N_("{1} is {2} points. It must be between {3} and {4}, so that the pages can be read."))
DIAG(STYLE_LEADING, "style", ERROR, ERROR,
     N_("{1} is {2} points, too little for {3}, which is {4}: the lines would stand on top of each "
        "other. Give it at least {5}."))
DIAG(
    STYLE_TEXT_LENGTH, "style", ERROR, ERROR,
    N_("{1} is longer than {2} characters. It stands in one line beside others: write it shorter."))
DIAG(
    STYLE_CONTRAST, "contrast", ERROR, ERROR,
    N_("{1} on {2}: the contrast is {3}:1 and must be at least {4}:1, so that everybody can see it "
       "({5}). Make one of them darker or lighter."))
DIAG(STYLE_LOGO_TEXT, "logo", ERROR, ERROR,
     N_("The logo has no words. Write {1} = … with what it says, for example the name of the "
        "municipality: a screen reader reads that aloud."))
DIAG(STYLE_LOGO_MISSING, "logo", ERROR, ERROR,
     N_("I cannot find the logo {1}. Its path counts from the folder of the style file."))
DIAG(
    STYLE_LOGO_KIND, "logo", ERROR, ERROR,
    N_("{1} is neither a PNG nor a JPEG picture. Open the logo in a drawing program and save it as "
       "PNG."))
DIAG(
    STYLE_LOGO_DAMAGED, "logo", ERROR, ERROR,
    N_("{1} begins like a {2} picture, but it is cut off or of a rare kind. Save the logo anew, as "
       "PNG."))
DIAG(STYLE_LOGO_PRESS, "logo", ERROR, ERROR,
     N_("{1} has colours for printing presses (CMYK), which look different on every screen. Save "
        "the logo anew with the colours RGB."))
DIAG(STYLE_LOGO_SIZE, "logo", ERROR, ERROR,
     N_("{1} is {2} pixels. A logo has from 16 to 4,000 pixels in each direction; about 600 × 200 "
        "is good."))
DIAG(
    STYLE_LOGO_WIDE, "logo", ERROR, ERROR,
    N_("{1} would be {2} points wide, and there is room for {3}. Cut away empty space at its sides, "
       "or give a smaller logo.height."))
DIAG(FONT_MISSING, "font", ERROR, ERROR,
     N_("I cannot find the font {1}. On Debian it comes with the package {2}; or name another font "
        "file in the style."))
DIAG(FONT_DAMAGED, "font", ERROR, ERROR, N_("{1} is not a TrueType font that I can use."))
DIAG(FONT_OWN_MISSING, "font", ERROR, ERROR,
     N_("I cannot find the font {1} that {2} names. Its path counts from the folder of the style "
        "file; where it may lie in several places, write them all, with commas between."))
DIAG(FONT_OWN_DAMAGED, "font", ERROR, ERROR,
     N_("{1}, which {2} names, is not a TrueType font that I can use. Give the font's .ttf file; "
        "those for web pages (.woff) will not do."))

/* Pictures: src/out/png.c. */
DIAG(PNG_MISSING, "png", ERROR, ERROR,
     N_("A PNG picture needs the program {1}, and it is not installed beside virkning: it is built "
        "where librsvg is there. SVG and PDF work without it."))
DIAG(PNG_FAILED, "png", ERROR, ERROR,
     N_("The PNG picture could not be drawn ({1}). SVG and PDF work without it."))
DIAG(PNG_SIZE, "png", ERROR, ERROR,
     N_("The picture would be {1} × {2} pixels. There can be {3} in each direction and {4} million "
        "in all: ask for fewer with --width."))

/* Files of words: src/check/words_file.c. */
DIAG(WORDS_SECTION, "words", ERROR, ERROR,
     N_("I do not know the section [{1}]. You probably meant [{2}]."))
DIAG(WORDS_SECTION_UNKNOWN, "words", ERROR, ERROR,
     N_("I do not know the section [{1}]. The installed files of words show which there are."))
DIAG(WORDS_NO_SECTION, "words", ERROR, ERROR,
     N_("«{1}» belongs to no section. Write its name above, for example [adopted]."))
DIAG(WORDS_NO_LANGUAGE, "words", ERROR, ERROR,
     N_("The file does not say yet which language its words are. Write language = da or language "
        "= en at the top."))
DIAG(WORDS_LANGUAGE, "words", ERROR, ERROR,
     N_("«{1}» is no language that I have words of. Write language = da or language = en."))
DIAG(WORDS_EMPTY_ENTRY, "words", ERROR, ERROR,
     N_("A word is missing here. Is there a comma or a sign too many?"))
DIAG(WORDS_STAR, "words", ERROR, ERROR,
     N_("«{1}»: a star stands at the beginning or at the end of a word, with at least two letters "
        "beside it. A phrase may have one at its end."))
DIAG(WORDS_PAIR, "words", ERROR, ERROR,
     N_("«{1}» is one thing, and here stand pairs. Write the two with a slash between: one / "
        "other."))
DIAG(WORDS_ADVICE, "words", ERROR, ERROR,
     N_("Something is missing beside «{1}». Write the term, an equals sign and the better words, "
        "or the term alone."))
DIAG(WORDS_NOT_THERE, "words", WARNING, WARNING,
     N_("«{1}» does not stand in [{2}], so it cannot be taken away. Is it spelled as in the "
        "installed file, with its star?"))
DIAG(WORDS_NONE, "words", ERROR, ERROR, N_("{1} holds no words. Is it the right file?"))
DIAG(WORDS_ENCODING, "words", ERROR, ERROR,
     N_("There are letters here that I cannot read: the file is not UTF-8. Open it in the editor "
        "and save it again with the encoding UTF-8."))

/* Judgements given as data: src/cli/judgements.c. */
DIAG(JUDGEMENT_FORM, "judgement", ERROR, ERROR, N_("This line is not of the form «id;status»: {1}"))
DIAG(JUDGEMENT_ID, "judgement", ERROR, ERROR,
     N_("Nothing in the model has the id «{1}». You probably meant «{2}»."))
DIAG(JUDGEMENT_ID_UNKNOWN, "judgement", ERROR, ERROR,
     N_("Nothing in the model has the id «{1}». Judgements are of activities, effects, indicators "
        "and links."))
DIAG(JUDGEMENT_KIND, "judgement", ERROR, ERROR,
     N_("«{1}» is the id of a <{2}>. Judgements are of activities, effects, indicators and links."))
DIAG(JUDGEMENT_STATUS, "judgement", ERROR, ERROR,
     N_("I do not know the status «{1}». You probably meant «{2}»."))
DIAG(JUDGEMENT_STATUS_UNKNOWN, "judgement", ERROR, ERROR,
     N_("I do not know the status «{1}». There are: {2}"))
DIAG(JUDGEMENT_TWICE, "judgement", ERROR, ERROR,
     N_("«{1}» was judged before, in line {2}. One judgement is enough."))
DIAG(JUDGEMENT_NONE, "judgement", ERROR, ERROR,
     N_("There are no judgements in this file. Is it the right one?"))
DIAG(JUDGEMENT_ENCODING, "judgement", ERROR, ERROR,
     N_("There are letters here that I cannot read: the file is not UTF-8. Open it in the editor "
        "and save it again with the encoding UTF-8."))

/* Reading the model: src/model. */
/* What kind of file it is, and its encoding. */
DIAG(FILE_EMPTY, "empty-file", ERROR, ERROR,
     N_("The file is empty. Begin with one of the examples, or with a <programme> that holds "
        "a <title>."))
DIAG(FILE_OFFICE, "file-kind", ERROR, ERROR,
     N_("This is a Word, Excel or OpenDocument file, or another archive. A model is a text "
        "file with XML: begin with one of the examples, and copy your texts over."))
DIAG(FILE_OTHER, "file-kind", ERROR, ERROR,
     N_("This is a {1} file. A model is a text file with XML: begin with one of the "
        "examples, and copy your texts over."))
DIAG(FILE_TEXT, "file-kind", ERROR, ERROR,
     N_("This is plain text without XML. A model begins with <programme …>; the examples "
        "show how."))
DIAG(FILE_BINARY, "file-kind", ERROR, ERROR,
     N_("This is not a text file. Did you mean another one?"))
DIAG(FILE_UTF16, "encoding", ERROR, ERROR,
     N_("The file is in UTF-16, but lacks the byte order mark that says so. Save it as UTF-8."))
DIAG(ENCODING_BYTE, "encoding", ERROR, ERROR,
     N_("The file is read as UTF-8, but here is the single byte {1}, which older Windows "
        "programs write for «{2}». Save the file as UTF-8, or let it begin with <?xml "
        "version=\"1.0\" encoding=\"windows-1252\"?>."))
DIAG(ENCODING_BROKEN, "encoding", ERROR, ERROR,
     N_("The byte {1} does not belong here in {2}. Open the file in an editor, mend the "
        "place, and save it as UTF-8."))
DIAG(ENCODING_UNKNOWN, "encoding", ERROR, ERROR,
     N_("I do not read the encoding «{1}». Save the file as UTF-8, and write "
        "encoding=\"UTF-8\" in its first line."))
DIAG(ENCODING_FALSE, "encoding", ERROR, ERROR,
     N_("The first line says {1}, but the file is written otherwise, probably in UTF-8. "
        "Write encoding=\"UTF-8\" there."))
DIAG(ENCODING_TWICE, "encoding", WARNING, WARNING,
     N_("«{1}» looks like «{2}», saved twice: on its way the text was read as windows-1252. Find "
        "the file from before, or put the letters right here and further down."))

/* Broken XML. */
DIAG(XML_MISMATCH, "xml", ERROR, ERROR,
     N_("<{1}> from line {2} is still open, but here stands </{3}>. Close <{1}> first, or "
        "mend the spelling."))
DIAG(XML_UNCLOSED, "xml", ERROR, ERROR,
     N_("The file ends before <{1}> from line {2} is closed. Is the last part missing? "
        "Otherwise write </{1}>."))
DIAG(XML_STOPS, "xml", ERROR, ERROR,
     N_("The file stops in the middle of something. Was it cut off on its way?"))
DIAG(XML_AFTER_END, "xml", ERROR, ERROR,
     N_("The model has ended, but more follows. Everything stands inside <programme>: move "
        "it before </programme>, or delete it."))
DIAG(XML_AMPERSAND, "xml", ERROR, ERROR,
     N_("A lone & means something special in XML. Write &amp; instead."))
DIAG(XML_ENTITY, "xml", ERROR, ERROR, N_("XML does not know «&{1};». Write the character itself."))
DIAG(XML_LESS, "xml", ERROR, ERROR,
     N_("This < begins nothing that I can read. If it means «less than», write &lt; instead."))
DIAG(XML_QUOTE, "xml", ERROR, ERROR,
     N_("A quotation mark is missing here or just before. A value looks like this: "
        "name=\"value\"."))
DIAG(XML_CURLY_QUOTE, "xml", ERROR, ERROR,
     N_("Here stands a curly quotation mark ({1}). XML knows only the straight ones: {2}=\"{3}\"."))
DIAG(XML_NO_VALUE, "xml", ERROR, ERROR, N_("«{1}» has no value. Write {1}=\"…\"."))
DIAG(XML_TAG, "xml", ERROR, ERROR,
     N_("The tag is not finished before this: a > or a quotation mark is missing. (Names "
        "begin with a letter.)"))
DIAG(XML_ATTRIBUTE_TWICE, "xml", ERROR, ERROR,
     N_("«{1}» is written twice on this element. Keep the one that is right."))
DIAG(XML_DECLARATION, "xml", ERROR, ERROR,
     N_("<?xml …?> must be the very first thing in the file. Delete what stands before it."))
DIAG(XML_COMMENT, "xml", ERROR, ERROR,
     N_("A comment begins with <!--, ends with -->, and may not hold -- in between."))
DIAG(XML_CDATA_END, "xml", ERROR, ERROR, N_("]]> may not stand in text. Write ]]&gt; instead."))
DIAG(XML_PREFIX, "xml", ERROR, ERROR,
     N_("The prefix «{1}:» is not declared. Write xmlns:{1}=\"…\" on <programme>, or delete "
        "the prefix."))
DIAG(XML_CHARACTER, "xml", ERROR, ERROR,
     N_("The character {1} has no place in XML. It cannot be seen in most editors; delete it "
        "and write the spot anew."))
DIAG(XML_OTHER, "xml", ERROR, ERROR, N_("This is not well-formed XML. The parser says: {1}"))
DIAG(DOCTYPE, "xml", ERROR, ERROR,
     N_("The file has a DOCTYPE. I do not read those, because they can hide traps. Delete "
        "it; a model needs none."))
DIAG(DEPTH, "limit", ERROR, ERROR,
     N_("Here are more than {1} elements inside each other. No programme theory is that "
        "deep; is an end tag missing?"))
DIAG(TAG_LENGTH, "limit", ERROR, ERROR,
     N_("This tag is longer than {1} KB. Is a quotation mark missing, or does a long text "
        "stand in an attribute?"))
DIAG(TAG_ATTRIBUTES, "limit", ERROR, ERROR,
     N_("This tag has more than {1} attributes. No element of a model has that many."))
DIAG(TEXT_LENGTH, "limit", ERROR, ERROR,
     N_("Here are more than {1} MB in one piece. No text of a programme theory is that long: is a "
        "picture or another file caught in it?"))

/* The outermost element. */
DIAG(NAMESPACE_MISSING, "namespace", ERROR, ERROR,
     N_("The namespace is missing. Write <programme xmlns=\"{1}\" …>."))
DIAG(NAMESPACE, "namespace", ERROR, ERROR,
     N_("«{1}» is not the namespace of a model. Write xmlns=\"{2}\"."))
DIAG(NAMESPACE_CHILD, "namespace", ERROR, ERROR,
     N_("<{1}> has no namespace, so I cannot count it in. Give it the same prefix as the "
        "elements around it, or delete xmlns=\"\"."))
DIAG(ROOT, "root", ERROR, ERROR,
     N_("A model begins with <programme xmlns=\"{2}\" …>, not with <{1}>. Is it the right "
        "file?"))
DIAG(FORMAT_MISSING, "format", ERROR, ERROR,
     N_("<programme> does not say which format it is written in. Write format=\"{1}\"."))
DIAG(FORMAT_NEWER, "format", ERROR, ERROR,
     N_("The file is written in format {1}, and I know only up to {2}. Install a newer "
        "version of the program; the file is hardly to blame."))
DIAG(FORMAT_UNKNOWN, "format", ERROR, ERROR,
     N_("«{1}» is no format that I know. Write format=\"{2}\"."))

/* Elements. */
DIAG(ELEMENT, "element", ERROR, ERROR,
     N_("I do not know <{1}> in <{2}>. You probably meant <{3}>."))
DIAG(ELEMENT_UNKNOWN, "element", ERROR, ERROR,
     N_("I do not know <{1}> in <{2}>. What may stand there: {3}."))
DIAG(ELEMENT_NONE, "element", ERROR, ERROR,
     N_("<{2}> holds no other elements. Move <{1}> out of it."))
DIAG(ELEMENT_PLACE, "element", ERROR, ERROR, N_("<{1}> does not belong in <{2}>. Move it to {3}."))
DIAG(ELEMENT_PLACE_REFER, "element", ERROR, ERROR,
     N_("<{1}> does not belong in <{2}>. Move it to {3}, and write its id in «{4}» on the <{2}>."))
DIAG(ELEMENT_PLACE_POINT, "element", ERROR, ERROR,
     N_("<{1}> does not belong in <{2}>. Move it to {3}, and let it point back here with "
        "{4}=\"…\"."))
DIAG(ELEMENT_TWICE, "element", ERROR, ERROR,
     N_("<{1}> stands only once in <{2}>, and it stands there already. Keep the one that is "
        "right."))
DIAG(ELEMENT_IN_TEXT, "element", ERROR, ERROR,
     N_("<{2}> holds text and nothing else. Move <{1}> out of it."))
DIAG(ELEMENT_IN_OPEN_TEXT, "element", ERROR, ERROR,
     N_("<{1}> stands inside <{2}>, which only holds text. Is a </{2}> missing? Otherwise move "
        "<{1}> out."))
DIAG(
    ELEMENT_TITLE_IN_TEXT, "element", ERROR, ERROR,
    N_("<{1}> has no <title>, because it is a text itself. Write the words right between <{1}> and "
       "</{1}>."))
DIAG(ELEMENT_ATTRIBUTE, "element", ERROR, ERROR,
     N_("«{1}» is an attribute of <{2}>, not an element. Write <{2} {1}=\"…\">."))
DIAG(ELEMENT_FOREIGN, "element", ERROR, ERROR,
     N_("<{1}> stands inside an element of another namespace, where I do not look, so it "
        "would be lost. Move it out."))
DIAG(TITLE_MISSING, "title", ERROR, ERROR,
     N_("<{1}> has no title. Write <title>…</title> in it; a few words are enough."))
DIAG(TEXT_PLACE, "text", ERROR, ERROR,
     N_("Here is text directly in <{1}>: «{2}». Put it in an element of its own, for "
        "instance <{3}>."))
DIAG(TEXT_NONE, "text", ERROR, ERROR,
     N_("<{1}> holds no text, but here stands «{2}». Move it out, or put it in an attribute."))
DIAG(TEXT_EMPTY, "empty", ERROR, ERROR,
     N_("<{1}> is empty. Write what belongs in it, or take it away until you know."))

/* Attributes. */
DIAG(ATTRIBUTE, "attribute", ERROR, ERROR,
     N_("I do not know «{1}» on <{2}>. You probably meant «{3}»."))
DIAG(ATTRIBUTE_UNKNOWN, "attribute", ERROR, ERROR,
     N_("I do not know «{1}» on <{2}>. What may stand there: {3}."))
DIAG(ATTRIBUTE_NONE, "attribute", ERROR, ERROR,
     N_("I do not know «{1}» on <{2}>, which has no attributes. Take it away."))
DIAG(ATTRIBUTE_ELEMENT, "attribute", ERROR, ERROR,
     N_("«{1}» is no attribute of <{2}>, but an element in it. Write <{3}>…</{3}>."))
DIAG(ATTRIBUTE_PREFIX, "attribute", ERROR, ERROR,
     N_("Attributes of the model are written without prefix: {1}=\"…\"."))
DIAG(ATTRIBUTE_MISSING, "attribute", ERROR, ERROR,
     N_("<{1}> lacks «{2}»: {3}. Write <{1} {2}=\"…\">."))
DIAG(VALUE_EMPTY, "attribute", ERROR, ERROR,
     N_("«{1}» is empty. Write a value, or take the attribute away until you know it."))

/* Values. */
DIAG(CODE, "code", ERROR, ERROR,
     N_("«{1}» is not among the choices for «{2}». You probably meant «{3}». The choices: "
        "{4}."))
DIAG(CODE_UNKNOWN, "code", ERROR, ERROR, N_("«{1}» is not among the choices for «{2}»: {3}."))
DIAG(DATE_DANISH, "date", ERROR, ERROR,
     N_("«{1}» is a fine Danish date, but here the year comes first: {2}. If you know only "
        "the month, write {3}."))
DIAG(DATE_DANISH_MONTH, "date", ERROR, ERROR,
     N_("«{1}» is a fine Danish month, but here the year comes first: {2}."))
DIAG(DATE_MEANT, "date", ERROR, ERROR,
     N_("I can guess what «{1}» means, but here dates are written in figures, the year first: "
        "{2}."))
DIAG(DATE_IMPOSSIBLE, "date", ERROR, ERROR,
     N_("The calendar has no «{1}». Check the day and the month."))
DIAG(DATE_UNREADABLE, "date", ERROR, ERROR,
     N_("I cannot read «{1}» as a date. Write it like 2017-08-14, or 2017-08 or 2017 if that "
        "is all you know."))
DIAG(YEAR, "year", ERROR, ERROR, N_("«{1}» is not a year. Write four digits, like 2017."))
DIAG(NUMBER_COMMA, "number", ERROR, ERROR,
     N_("«{1}» has a comma. In this file write {2}; in the documents the comma comes back."))
DIAG(NUMBER_PERCENT, "number", ERROR, ERROR,
     N_("Here stands the number alone: {2}, not «{1}». The percent sign goes into unit=\"%\" "
        "on the indicator."))
DIAG(NUMBER_UNIT, "number", ERROR, ERROR,
     N_("Here stands the number alone: {2}, not «{1}». What it is counted in goes into "
        "«unit» on the indicator."))
DIAG(NUMBER_UNIT_HERE, "number", ERROR, ERROR,
     N_("Here stands the number alone: {2}, not «{1}». What it is counted in goes into «unit» "
        "beside it."))
DIAG(NUMBER_ALONE, "number", ERROR, ERROR,
     N_("Here stands the number alone: {2}, not «{1}». Take the rest away."))
DIAG(NUMBER, "number", ERROR, ERROR,
     N_("I cannot read «{1}» as a number. Write digits with a point before the decimals, "
        "like 7.5."))
DIAG(NUMBER_RANGE, "number", ERROR, ERROR,
     N_("«{1}» is two numbers. Write a stretch with its bounds: min=\"{2}\" max=\"{3}\"."))
DIAG(NUMBER_THOUSANDS, "number", WARNING, WARNING,
     N_("«{1}» is read as {3}. If you mean {2}, write {2}; if you mean {3}, write {4}."))
DIAG(COUNT_GROUPED, "number", ERROR, ERROR,
     N_("Whole numbers are written in one piece: {2}, not «{1}». In the documents they are "
        "set with points again."))
DIAG(COUNT, "number", ERROR, ERROR,
     N_("«{2}» is a whole number of 0 or more, and «{1}» is not. Write digits only."))
DIAG(STEP, "number", ERROR, ERROR,
     N_("«{2}» is a whole number from 1 to 5, and «{1}» is not. It says {3}."))
DIAG(WORD, "code", ERROR, ERROR,
     N_("«{2}» is one word without spaces and colons, and «{1}» is not. Write for instance «{3}»."))
DIAG(TAG, "tag", ERROR, ERROR,
     N_("«{1}» is no tag. A tag is a list, a colon and a code in one piece, like setting:school; "
        "between two tags stands a space."))
DIAG(GRADE, "grade", ERROR, ERROR,
     N_("«{1}» is not a grade of evidence. Write a number from 0 (not at all) to 4 (several "
        "good studies)."))
DIAG(AGES, "ages", ERROR, ERROR,
     N_("I cannot read «{1}» as ages. Write the lowest and the highest, like 0-18, or 65- "
        "for 65 and over."))
DIAG(AGES_MEANT, "ages", ERROR, ERROR, N_("Ages are written with a plain hyphen: {2}, not «{1}»."))
DIAG(AGES_ORDER, "ages", ERROR, ERROR,
     N_("«{1}» begins with the higher age. Write the lower one first: {2}."))
DIAG(DURATION, "duration", ERROR, ERROR,
     N_("I cannot read «{1}» as an interval. Write P1Y for every year, P6M for every half "
        "year, P1M for every month, P1W for every week."))
DIAG(DURATION_MEANT, "duration", ERROR, ERROR,
     N_("I can guess what «{1}» means, but here a stretch of time is written {2}."))
DIAG(RULE, "rule", ERROR, ERROR,
     N_("«{1}» is not the name of a rule. Take it from the square brackets of the finding, "
        "like P10 or I01."))
DIAG(
    LANGUAGE_PLACE, "language", WARNING, WARNING,
    N_("xml:lang on <{1}> is not used: it tells of a whole element or of its title. Write it on the "
       "<{2}> around it."))
DIAG(LANGUAGE, "language", ERROR, ERROR,
     N_("«{1}» is not a language code. Write xml:lang=\"da\" for Danish or xml:lang=\"en\" for "
        "English."))
DIAG(ORDER_DATES, "order", ERROR, ERROR,
     N_("<{1}> ends before it begins: {2}=\"{3}\" lies after {4}=\"{5}\". Which of them is right?"))
DIAG(ORDER_NUMBERS, "order", ERROR, ERROR,
     N_("In <{1}>, «{2}» is {3} and «{4}» is {5}, but «{2}» cannot be larger than «{4}». Which of "
        "them is right?"))
DIAG(PERCENT_RANGE, "number", ERROR, ERROR,
     N_("«{1}» is a proportion in %, and {2}=\"{3}\" does not lie between 0 and 100. Check the "
        "number, or the type and the unit of the indicator."))
DIAG(SCORE_RANGE, "number", ERROR, ERROR,
     N_("A score lies between 1 (much to be done) and 7 (very good), and {1} does not. Check the "
        "number."))

/* Ids and references. */
DIAG(ID, "id", ERROR, ERROR,
     N_("«{1}» cannot be an id. An id is one word that begins with a letter; after it "
        "letters, digits and hyphens, no spaces. For instance «{2}»."))
DIAG(ID_TWICE, "id", ERROR, ERROR,
     N_("The id «{1}» is taken already. Give one of the two another name, and look whether "
        "references to it mean the right one."))
DIAG(REFERENCE, "reference", ERROR, ERROR,
     N_("Nothing here has the id «{1}». You probably meant «{2}»."))
DIAG(REFERENCE_UNKNOWN, "reference", ERROR, ERROR,
     N_("Nothing here has the id «{1}». Write an id that is in the file, or take «{2}» away "
        "until it is."))
DIAG(REFERENCE_KIND, "reference", ERROR, ERROR,
     N_("«{1}» is a <{2}>, but «{3}» is to point at {4}."))
DIAG(REFERENCE_GOAL, "reference", ERROR, ERROR,
     N_("«{1}» is a <{2}>, and arrows lead to effects. Take this one away, and write "
        "contributes-to=\"{1}\" on the effect that is a part of it."))
DIAG(REFERENCE_TITLE, "reference", ERROR, ERROR, N_("«{1}» is a title. Write the id: {2}."))
DIAG(REFERENCE_TITLE_ONLY, "reference", ERROR, ERROR,
     N_("«{1}» is the title of a <{2}> that has no id. Give it one, for instance id=\"{3}\", and "
        "write that here."))
DIAG(REFERENCE_TEXT, "reference", ERROR, ERROR,
     N_("«{2}» takes the id of {3}, one word without spaces, and not a text like «{1}»."))
DIAG(REFERENCES_TEXT, "reference", ERROR, ERROR,
     N_("«{2}» takes the ids of {3} with spaces between them, and not a text like «{1}»."))
DIAG(REFERENCE_SEVERAL, "reference", ERROR, ERROR,
     N_("«{2}» takes one id, and here stand several words: «{1}». Keep one; ids have no "
        "spaces."))
DIAG(HORIZON_SIGNS, "horizon", ERROR, ERROR,
     N_("«{1}» holds signs, and signs are indicators. Move the effect to a later horizon, or "
        "make it an <indicator> of the activity."))
DIAG(PLACE_CIRCLE, "reference", ERROR, ERROR,
     N_("By way of «within», «{1}» lies inside itself. One of the places must be the "
        "largest: take its «within» away."))
DIAG(GROUP_CIRCLE, "reference", ERROR, ERROR,
     N_("By way of «within», «{1}» is a part of itself. One of the target groups must be the "
        "largest: take its «within» away."))

/* Other models, and references into them. */
DIAG(INCLUDE_ALONE, "include", ERROR, ERROR,
     N_("Here I read one file alone and open no others, so «{1}» cannot be used."))
DIAG(INCLUDE_ADDRESS, "include", ERROR, ERROR,
     N_("«{1}» is a place on one machine, or on the net. Write where the file lies as seen from "
        "this one, like ../goals.xml, so that the two can be passed on together."))
DIAG(INCLUDE_BACKSLASH, "include", ERROR, ERROR,
     N_("Folders are written with / here, on Windows too: {2}, not «{1}»."))
DIAG(INCLUDE_MISSING, "include", ERROR, ERROR,
     N_("As seen from this file there is no «{1}», and there is no library of that name. You "
        "probably meant «{2}»."))
DIAG(
    INCLUDE_MISSING_UNKNOWN, "include", ERROR, ERROR,
    N_("As seen from this file there is no «{1}», and there is no library of that name. Does it lie "
       "in another folder, or was it left behind when the files were passed on?"))
DIAG(INCLUDE_SELF, "include", ERROR, ERROR,
     N_("The file includes itself. Take this out: what stands in the file is referred to by its id "
        "alone."))
DIAG(INCLUDE_CIRCLE, "include", ERROR, ERROR,
     N_("The files include each other in a circle: {1}. Take one of the includes out; what the "
        "files share belongs in a file of its own."))
DIAG(
    INCLUDE_ERRORS, "include", ERROR, ERROR,
    N_("{1} cannot be used before its errors are mended ({2} in all; the first of them are shown with "
       "their place in it)."))
DIAG(INCLUDE_ERRORS_BEHIND, "include", ERROR, ERROR,
     N_("{1} cannot be used before the errors in a file that it includes are mended: {2}."))
DIAG(INCLUDE_FILES, "include", ERROR, ERROR,
     N_("With this one there would be more than {1} files that include each other. Split the "
        "portfolio into several."))
DIAG(INCLUDE_BYTES, "include", ERROR, ERROR,
     N_("With this one the included files would be larger than {1} MB together, which is far more "
        "than programme theories take up. Are they the right files?"))
DIAG(INCLUDE_UNUSED, "include", INFO, INFO,
     N_("Nothing here refers to «{1}». Write {1}:id where you need something from it, or take the "
        "include out."))
DIAG(REFERENCE_INCLUDE, "reference", ERROR, ERROR,
     N_("No include here is called «{1}». You probably meant «{2}»."))
DIAG(
    REFERENCE_INCLUDE_UNKNOWN, "reference", ERROR, ERROR,
    N_("No include here is called «{1}». Write <include id=\"{1}\" file=\"…\"/> in <programme>, or "
       "take «{2}» away."))
DIAG(REFERENCE_FAR, "reference", ERROR, ERROR,
     N_("Nothing in {3} has the id «{1}». You probably meant «{2}»."))
DIAG(
    REFERENCE_FAR_UNKNOWN, "reference", ERROR, ERROR,
    N_("Nothing in {2} has the id «{1}». Write an id that is in that file, or take «{3}» away until "
       "it is."))
DIAG(REFERENCE_NEAR, "reference", ERROR, ERROR,
     N_("«{1}» stands in another file, and «{2}» points only at what stands in this one. An effect "
        "points out of the file by «contributes-to», an indicator by «like»."))
DIAG(
    REFERENCE_FORM, "reference", ERROR, ERROR,
    N_("«{1}» is no reference. Write an id of this file, or the name of an include, a colon and an "
       "id of that file, like municipality:health."))
DIAG(LIKE_CIRCLE, "reference", ERROR, ERROR,
     N_("By way of «like», «{1}» is defined by itself. One of the indicators must say what it is: "
        "take its «like» away."))

/* Changing a model: src/model/edit*. */
DIAG(
    EDIT_FOREIGN, "edit", ERROR, ERROR,
    N_("In the midst of the text of this <{1}> stands <{2}>, which belongs to another program. I do "
       "not know where it is to stand in the new text: change this one by hand."))
DIAG(
    EDIT_KEEP, "edit", ERROR, ERROR,
    N_("This <{1}> holds more than text, for instance a comment, which would be lost. Delete it by "
       "hand, or give it another text."))
DIAG(EDIT_TWICE, "edit", ERROR, ERROR,
     N_("Two changes meet in the same place here. Make one of them first, then the other."))
DIAG(
    EDIT_ENCODING, "edit", ERROR, ERROR,
    N_("In the encoding of this file, {1}, the new text would be read as another one. Save the file "
       "as UTF-8 first."))

/* A further schema (check --schema). */
DIAG(SCHEMA_FILE, "schema", ERROR, ERROR, N_("I cannot use the schema {1}: {2}"))
DIAG(SCHEMA_KIND, "schema", ERROR, ERROR,
     N_("This is neither a RELAX NG schema (XML syntax) nor an XML Schema (XSD)."))
DIAG(SCHEMA_FINDING, "schema", ERROR, ERROR, N_("The schema {1} does not accept this: {2}"))

/* Expert rules: src/check. */
DIAG(PROGRAMME_EMPTY, "theory", WARNING, ERROR,
     N_("Here are neither activities nor effects yet. Begin with three activities and what they "
        "are to lead to."))
DIAG(PLACEHOLDER, "placeholder", INFO, ERROR,
     N_("«{1}» still stands here, in square brackets as a template has it. Write your own text, or "
        "delete the element."))
DIAG(PLACEHOLDERS, "placeholder", INFO, ERROR,
     N_("{1} texts still stand in square brackets, as a template has them, for example "
        "«{2}». Write your own, or delete what you do not need."))
DIAG(LINK_TWICE, "link", WARNING, WARNING,
     N_("This arrow from «{1}» to «{2}» is here already, in line {3}. Gather in one of them what "
        "you know about it, and delete the other."))
DIAG(LINKS_TWICE, "link", WARNING, WARNING,
     N_("{1} arrows are drawn twice: {2}. Gather in one of each pair what you know about it, and "
        "delete the other."))
DIAG(EFFECT_UNREACHED, "P01", WARNING, ERROR,
     N_("No arrows lead from an activity to «{1}». What do you do that could bring it about? Draw "
        "the arrow, or leave the effect out."))
DIAG(EFFECTS_UNREACHED, "P01", WARNING, ERROR,
     N_("No arrows lead from an activity to {1} of the effects: {2}. What do you do that could "
        "bring them about? Draw the arrows, or leave the effects out."))
DIAG(EFFECT_STOPPED, "P01", WARNING, ERROR,
     N_("Only activities that were stopped lead to «{1}». Does something else bring it about now? "
        "Draw that arrow, or leave the effect out."))
DIAG(EFFECTS_STOPPED, "P01", WARNING, ERROR,
     N_("Only activities that were stopped lead to {1} of the effects: {2}. Does something else "
        "bring them about now? Draw those arrows, or leave the effects out."))
DIAG(ACTIVITY_NO_EFFECT, "P02", WARNING, ERROR,
     N_("I cannot find a way from «{1}» to an effect. What will be different for the citizens? If "
        "you are in doubt, let it stand as an idea."))
DIAG(ACTIVITIES_NO_EFFECT, "P02", WARNING, ERROR,
     N_("I cannot find a way to an effect from {1} activities: {2}. What will be different for the "
        "citizens? Those you are in doubt about may stand as ideas."))
DIAG(CYCLE, "P03", ERROR, ERROR,
     N_("The arrows run in a circle: {1}. Then nobody can see what comes first. Take out the arrow "
        "you believe in least."))
DIAG(BACKWARDS, "P04", ERROR, ERROR,
     N_("This arrow runs back in time: from «{1}» ({3}) to «{2}» ({4}). Turn it round, or move one "
        "of the effects to another horizon."))
DIAG(SKIPPED_HORIZON, "P05", WARNING, WARNING,
     N_("The arrow from «{1}» to «{2}» skips «{3}». What happens on the way? Write the step in "
        "between, or say why it can be done without."))
DIAG(SKIPPED_HORIZONS, "P05", WARNING, WARNING,
     N_("{1} arrows skip a horizon: {2}. What happens on the way? Write the steps in between, or "
        "say why they can be done without."))
DIAG(
    TOO_LARGE, "P06", WARNING, WARNING,
    N_("Here are {1} boxes and {2} arrows in one drawing. Beyond some 25 boxes or 40 arrows nobody "
       "finds their way. Gather the activities in focus areas and show one at a time, and give "
       "the steering group an overview with what matters most."))
DIAG(BLOCK_SUB_GOALS, "P07", INFO, INFO,
     N_("Every activity points at every sub-goal. Keep the two or three arrows you would put money "
        "on, or mark them with key=\"yes\"."))
DIAG(BLOCK, "P07", INFO, INFO,
     N_("{1} boxes ({3}) each point at the same {2} ({4}). When everything leads to everything, "
        "nobody can see what you believe in most. Keep the two or three arrows you would put money "
        "on, or mark them with key=\"yes\"."))
DIAG(BLOCKS, "P07", INFO, INFO,
     N_("In {1} places a group of boxes each point at the same others: {2}. When everything leads "
        "to everything, nobody can see what you believe in most. In each place, keep the two or "
        "three arrows you would put money on, or mark them with key=\"yes\"."))
DIAG(ACTIVITY_WORDING, "P08", WARNING, WARNING,
     N_("«{1}» tells what you do, not what becomes different. What do those it is for do, know or "
        "dare afterwards? Write that here, and let the work stand as an activity."))
DIAG(ACTIVITY_WORDING_MANY, "P08", WARNING, WARNING,
     N_("{1} effects tell what you do, not what becomes different: {2}. What do those it is for "
        "do, know or dare afterwards? Write that here, and let the work stand as activities."))
DIAG(NO_ACTOR, "P09", WARNING, WARNING,
     N_("«{1}»: for whom? Nobody can see later whether it came about, as long as nobody is named. "
        "Name them in the title, or with for=\"…\" or who=\"…\"."))
DIAG(NO_ACTOR_MANY, "P09", WARNING, WARNING,
     N_("{1} effects do not say for whom: {2}. Name somebody in the title, or with for=\"…\" or "
        "who=\"…\"; otherwise nobody can see later whether they came about."))
DIAG(TWO_RESULTS, "P10", WARNING, WARNING,
     N_("Two results live in the same box: {1}. One can succeed without the other. Split the box, "
        "or say why they go together."))
DIAG(TWO_RESULTS_MANY, "P10", WARNING, WARNING,
     N_("{1} boxes hold two results each: {2}. One can succeed without the other. Split the boxes, "
        "or say why the results go together."))
DIAG(ABSOLUTE, "P11", WARNING, WARNING,
     N_("«{2}» is a great promise in «{1}»: one exception, and it is broken. When is it good "
        "enough? Write «more», «most» or a figure, or give an indicator a target."))
DIAG(ABSOLUTE_MANY, "P11", WARNING, WARNING,
     N_("{1} titles promise all or none: {2}. One exception, and the promise is broken. When is it "
        "good enough? Write «more», «most» or a figure, or give an indicator a target."))
DIAG(TERM_BETTER, "P12", WARNING, WARNING,
     N_("«{1}» makes people the problem, and they read along. Write for example: {2}. If you have "
        "agreed on the term, put it in your file of words."))
DIAG(TERM, "P12", WARNING, WARNING,
     N_("«{1}» makes people the problem, and they read along. Tell what situation they are in, or "
        "what is to become easier. If you have agreed on the term, put it in your file of words."))
DIAG(TERMS, "P12", WARNING, WARNING,
     N_("{1} terms make people the problem, and they read along: {2}. Tell what situation they are "
        "in, or what is to become easier. Terms that you have agreed on go into your file of "
        "words."))
DIAG(NO_MECHANISM, "P13", WARNING, WARNING,
     N_("The arrow from «{1}» to «{2}» says that it works, but not how. Why does one lead to the "
        "other? One sentence is enough."))
DIAG(NO_MECHANISM_WHO, "P13", WARNING, WARNING,
     N_("The arrow to «{2}» says that it works, but not how. What happens in «{1}» that makes a "
        "difference to {3}? One sentence is enough."))
DIAG(NO_MECHANISM_MANY, "P13", WARNING, WARNING,
     N_("{1} arrows say that it works, but not how: {2}. Begin with the two or three you would put "
        "money on: what happens on the way? One sentence for each is enough."))
DIAG(
    MECHANISM_REPEATS, "P14", WARNING, WARNING,
    N_("The arrow from «{1}» to «{2}» explains itself with itself: «{3}» only says the effect once "
       "more. What do people get to see, try or decide on the way?"))
DIAG(MECHANISMS_REPEAT, "P14", WARNING, WARNING,
     N_("{1} arrows explain themselves with themselves: {2}. Their mechanism only says the effect "
        "once more. What do people get to see, try or decide on the way?"))
DIAG(
    KEY_LINK_BARE, "P15", WARNING, WARNING,
    N_("Everything hangs on the arrow from «{1}» to «{2}», you say. What must hold for it to work? "
       "Write an <assumption>, or the surroundings it needs as <context>, so that you can keep an "
       "eye on it."))
DIAG(
    KEY_LINKS_BARE, "P15", WARNING, WARNING,
    N_("Everything hangs on {1} arrows that do not say what must hold for them to work: {2}. Write "
       "an <assumption> or a <context> on each, so that you can keep an eye on it."))
DIAG(
    GOAL_LINK_BARE, "P15", WARNING, WARNING,
    N_("The arrow from «{1}» leads straight to the goal «{2}». What must hold for that last step to "
       "succeed? Write an <assumption> on it, or mark the arrows that matter more to you with "
       "key=\"yes\"."))
DIAG(GOAL_LINKS_BARE, "P15", WARNING, WARNING,
     N_("{1} arrows lead straight to the goal «{3}» without saying what must hold: {2}. Begin with "
        "the one you doubt most: mark it with key=\"yes\" and write its <assumption>."))
DIAG(
    NO_EVIDENCE, "P16", INFO, INFO,
    N_("The arrow from «{1}» to «{2}» reaches furthest into the future. How sure can one be of it? "
       "Write evidence=\"0\" to \"4\" on it. 0, «so we believe», is an answer too."))
DIAG(REFERENCE_NO_GRADE, "P16", INFO, INFO,
     N_("The arrow from «{1}» to «{2}» names where the knowledge comes from, but not how much it "
        "proves. Write evidence=\"0\" to \"4\" on it; 4 is several good studies."))
DIAG(NO_EVIDENCE_MANY, "P16", INFO, INFO,
     N_("{1} of the arrows that reach furthest into the future do not say how sure one can be of "
        "them: {2}. Write evidence=\"0\" to \"4\" on those you build most on. 0, «so we "
        "believe», is an answer too."))
DIAG(NO_RIVAL, "P17", WARNING, WARNING,
     N_("«{1}» is about an effect. What else could have brought it about? Write the likeliest "
        "thing now, as <rival>, so that you can look for it along the way."))
DIAG(NO_RIVAL_MANY, "P17", WARNING, WARNING,
     N_("{1} questions are about effects: {2}. What else could have brought those about? Write one "
        "or two likely things now, as <rival>, so that you can look for them along the way."))
DIAG(NO_UNINTENDED, "P18", INFO, INFO,
     N_("Only what you wish for stands here. What else could happen: somebody feels exposed, "
        "volunteers wear out, or something good comes along with it? Write the likeliest of it as "
        "an effect with kind=\"unintended\"."))
DIAG(
    RISK_OPEN, "P19", WARNING, WARNING,
    N_("High risk (probability {2}, consequence {3}): «{1}» What do you do about it, and who keeps "
       "an eye on it? Write «mitigation» and «owner»."))
DIAG(RISK_NO_MITIGATION, "P19", WARNING, WARNING,
     N_("High risk (probability {2}, consequence {3}): «{1}» Somebody keeps an eye on it, but what "
        "do you do about it? Write «mitigation»."))
DIAG(RISK_NO_OWNER, "P19", WARNING, WARNING,
     N_("High risk (probability {2}, consequence {3}): «{1}» You know what to do about it, but who "
        "keeps an eye on it? Write a role as «owner»."))
DIAG(RISKS_OPEN, "P19", WARNING, WARNING,
     N_("{1} high risks do not say what you do about them, or who keeps an eye on them: lines {2}. "
        "Take the worst one first: write «mitigation» and «owner»."))
DIAG(ACTIVITY_LACKS, "P20", WARNING, ERROR,
     N_("«{1}» is decided, but nothing says {2}. Write what you know; what nobody knows yet is the "
        "next thing to agree on."))
DIAG(
    ACTIVITIES_LACK, "P20", WARNING, ERROR,
    N_("{1} decided activities leave open by whom, when, how much or for whom: {2}. Begin with the "
       "one that starts first."))
DIAG(NO_RESOURCES, "P21", WARNING, WARNING,
     N_("Nothing says what «{1}» takes: whose hours, which money, which room? Write a <resource> "
        "in it, or one for the programme as a whole. A rough figure is fine."))
DIAG(
    NO_RESOURCES_MANY, "P21", WARNING, WARNING,
    N_("Nothing says what {1} decided activities take: {2}. Write a <resource> in each, or one for "
       "the programme as a whole. A rough figure is fine."))
DIAG(ONLY_VOLUNTEERS, "P22", WARNING, WARNING,
     N_("«{1}» rests on volunteers alone. What do you do the week they are ill, or when they have "
        "had enough? Write it as <backup>. «Then we cancel in good time» is an answer too."))
DIAG(ONLY_VOLUNTEERS_MANY, "P22", WARNING, WARNING,
     N_("{1} activities rest on volunteers alone: {2}. What do you do when they are ill, or have "
        "had enough? Write it as <backup> in each. «Then we cancel in good time» is an answer "
        "too."))
DIAG(
    NO_ANCHORING, "P23", WARNING, WARNING,
    N_("Who keeps «{1}» going when the programme ends? Ask them while you can still shape it "
       "together, and write the role as anchored-by. If it is meant to end, say so in an <answer>."))
DIAG(
    ANCHORING_NO_OWNER, "P23", WARNING, WARNING,
    N_("You tell how «{1}» goes on when the programme ends, but not who sees to it. Write the role "
       "as anchored-by, so that somebody knows it is theirs."))
DIAG(
    ANCHORED_BY_NOBODY, "P23", WARNING, WARNING,
    N_("«{1}» has become part of daily work. Whose? Write the role as anchored-by: what belongs to "
       "everybody is soon done by nobody."))
DIAG(NO_ANCHORING_MANY, "P23", WARNING, WARNING,
     N_("{1} activities have nobody who keeps them going when the programme ends: {2}. Begin with "
        "those you would miss most: whom could you ask? Write the role as anchored-by."))
DIAG(WAITS_TOO_LONG, "P24", WARNING, WARNING,
     N_("The date for «{1}» has passed. Under way, a new date or stopped: all three are good "
        "answers, just choose one."))
DIAG(WAIT_TOO_LONG, "P24", WARNING, WARNING,
     N_("The date has passed for {1} activities that wait: {2}. Under way, a new date or stopped: "
        "all three are good answers, just choose one for each."))
DIAG(EMPOWERMENT_CLAIM, "P25", WARNING, WARNING,
     N_("«{1}» speaks of «{2}», but the tag {3} says that people come to what others have planned. "
        "What could they decide themselves? Give them that, or choose a smaller word."))
DIAG(
    COCREATION_CLAIM, "P25", WARNING, WARNING,
    N_("«{1}» speaks of «{2}», but the tag {3} leaves the decisions with you. It takes ladder:4 or "
       "involvement:collaborate: people share in deciding. Go that far, or call it involvement."))
DIAG(
    TAGS_CONTRADICT, "P25", WARNING, WARNING,
    N_("«{1}» has both the tag {2} (people come to what others have planned) and {3} (they decide). "
       "Which of them is it?"))
DIAG(CLAIMS, "P25", WARNING, WARNING,
     N_("{1} activities promise people more of a say than their tags tell of: {2}. Give them that, "
        "or choose smaller words."))
DIAG(
    OPEN_RECRUITMENT, "P26", INFO, INFO,
    N_("«{1}» is for «{2}», and everybody is invited in the same way. Those you most want to reach "
       "seldom come by themselves: who knows them and could ask them? If somebody does, add the "
       "tag recruitment:targeted."))
DIAG(
    OPEN_RECRUITMENT_MANY, "P26", INFO, INFO,
    N_("{1} activities are for people whom an open invitation seldom reaches, and have nothing but "
       "that: {2}. Who knows them and could ask them? Where somebody does, add the tag "
       "recruitment:targeted."))
DIAG(
    ONE_PERSON, "P27", INFO, INFO,
    N_("«{1}» hangs on one person: {2}. What happens during illness, holidays and a new job? Write "
       "a <backup>, or let another role stand in (deputy)."))
DIAG(ONE_PERSON_MANY, "P27", INFO, INFO,
     N_("{1} activities hang on the same person ({3}): {2}. What happens during illness, holidays "
        "and a new job? Write a <backup> in each, or let another role stand in (deputy)."))
DIAG(TRIAL_NO_CRITERION, "P28", WARNING, WARNING,
     N_("«{1}» is a trial action, but when is it to be stopped, adapted or scaled up? Agree on it "
        "before you know how it goes, and write at least one <next-step>."))
DIAG(
    TRIALS_NO_CRITERION, "P28", WARNING, WARNING,
    N_("{1} trial actions do not say when they are to be stopped, adapted or scaled up: {2}. Agree "
       "on it before you know how they go, and write at least one <next-step> in each."))
DIAG(ACTIVITY_NO_SIGN, "I01", WARNING, ERROR,
     N_("«{1}» has nothing to look for yet. Agree on one small sign before the start, or say why "
        "you leave it out."))
DIAG(RUNNING_NO_SIGN, "I01", WARNING, ERROR,
     N_("«{1}» is under way and has nothing to look for yet. Agree on one small sign now, or say "
        "why you leave it out."))
DIAG(
    ACTIVITIES_NO_SIGN, "I01", WARNING, ERROR,
    N_("{1} activities have nothing to look for yet: {2}. Agree on one small sign for each, or say "
       "why you leave it out."))
DIAG(GOAL_NO_INDICATOR, "I01", INFO, INFO,
     N_("«{1}» has no indicator. Not everything needs one: say how you will notice anyway."))
DIAG(GOALS_NO_INDICATOR, "I01", INFO, INFO,
     N_("{3}: {1} goals and sub-goals have no indicator: {2}. Not everything needs one: choose the "
        "one or two that matter most, and say how you will notice the others."))
DIAG(THEME_NO_INDICATOR, "I01", WARNING, WARNING,
     N_("The theme «{1}» has no indicator, so nobody will hear how it goes. Add one, let one that "
        "you have point at it (measures=\"…\"), or say how you follow it in another way."))
DIAG(THEMES_NO_INDICATOR, "I01", WARNING, WARNING,
     N_("{1} themes have no indicator: {2}. Add one for those that matter most, let one that you "
        "have point at them (measures=\"…\"), or say how you follow them in another way."))
DIAG(PROPORTION_TARGET_OF_WHOM, "I02", WARNING, ERROR,
     N_("{1} of whom? Say when someone counts (<numerator>) and out of whom you count "
        "(<denominator>). Otherwise you get another figure next year."))
DIAG(PROPORTION_OF_WHOM, "I02", WARNING, ERROR,
     N_("«{1}»: how many out of whom? Say when someone counts (<numerator>) and out of whom you "
        "count (<denominator>). Otherwise you get another figure next year."))
DIAG(PROPORTION_HALF, "I02", WARNING, ERROR,
     N_("«{1}» is a proportion, but <{2}> is missing. Say whom you count, so that you count the "
        "same next year."))
DIAG(PROPORTIONS_OF_WHOM, "I02", WARNING, ERROR,
     N_("{1} proportions do not say how many out of whom: {2}. Say when someone counts "
        "(<numerator>) and out of whom you count (<denominator>)."))
DIAG(ONLY_OUTPUTS, "I03", WARNING, WARNING,
     N_("«{1}» is followed only by what you deliver yourselves. Then you can see that you were "
        "busy, but not that anything changed. Find one sign of the change itself "
        "(role=\"outcome\"), or say why you leave it out."))
DIAG(ONLY_OUTPUTS_WHO, "I03", WARNING, WARNING,
     N_("«{1}» is followed only by what you deliver yourselves. Then you can see that you were "
        "busy, but not that anything changed. What would one notice about {2}? One sign with "
        "role=\"outcome\" is enough."))
DIAG(ONLY_OUTPUTS_MANY, "I03", WARNING, WARNING,
     N_("{1} effects are followed only by what you deliver yourselves: {2}. Then you can see that "
        "you were busy, but not that anything changed. Find one sign of the change itself for "
        "those that matter most (role=\"outcome\")."))
DIAG(TARGET_NO_UNIT, "I04", WARNING, ERROR,
     N_("The target of «{1}» is a bare number. Of what? Write the unit on the indicator, for "
        "example unit=\"%\" or unit=\"children\"."))
DIAG(TARGETS_NO_UNIT, "I04", WARNING, ERROR,
     N_("{1} targets are bare numbers: {2}. Of what? Write the unit on the indicators."))
DIAG(TARGET_NO_DATE, "I04", WARNING, ERROR,
     N_("The target of «{1}» has no date. When do you want to be there? The year alone is fine."))
DIAG(TARGETS_NO_DATE, "I04", WARNING, ERROR,
     N_("{1} targets have no date: {2}. When do you want to be there? The year alone is fine."))
DIAG(TARGET_BELOW, "I04", ERROR, ERROR,
     N_("«{1}» is to go up, but the target {2} is below the baseline {3}. Which of them is right?"))
DIAG(TARGET_ABOVE, "I04", ERROR, ERROR,
     N_("«{1}» is to go down, but the target {2} is above the baseline {3}. Which of them is "
        "right?"))
DIAG(
    TARGET_CEILING, "I04", ERROR, ERROR,
    N_("«{1}» is to go up, but the target is a ceiling: at most {2}. Write min or value, or change "
       "the direction."))
DIAG(TARGET_FLOOR, "I04", ERROR, ERROR,
     N_("«{1}» is to go down, but the target is a floor: at least {2}. Write max or value, or "
        "change the direction."))
DIAG(TARGET_NOT_KEPT, "I04", WARNING, ERROR,
     N_("«{1}» is to be kept as it is, but the target is another than the baseline {2}. Is it to "
        "be kept or to change?"))
DIAG(TARGET_RANGE_EMPTY, "I04", ERROR, ERROR,
     N_("«{1}»: nothing lies between {2} and {3}. The two limits have probably changed places."))
DIAG(TARGET_OUTSIDE_RANGE, "I04", ERROR, ERROR,
     N_("«{1}»: the target {2} lies outside its own limits. Which of them is right?"))
DIAG(TARGET_NO_RANGE, "I04", WARNING, ERROR,
     N_("«{1}» is to stay within limits, but the target is a single figure. Write min and max."))
DIAG(TARGET_NO_VALUE, "I04", WARNING, ERROR,
     N_("The target of «{1}» has no figure. Write value, or min and max. If the direction is all "
        "you can promise, write aim=\"direction\"."))
DIAG(TARGETS_NO_VALUE, "I04", WARNING, ERROR,
     N_("{1} targets have no figure: {2}. Write value, or min and max. Where the direction is all "
        "you can promise, write aim=\"direction\"."))
DIAG(TARGET_NO_WAY, "I04", WARNING, ERROR,
     N_("«{1}» is to move the right way. Which way is that? Write direction=\"up\" or "
        "direction=\"down\" on the indicator."))
DIAG(TARGETS_NO_WAY, "I04", WARNING, ERROR,
     N_("{1} indicators are to move the right way: {2}. Which way is that? Write "
        "direction=\"up\" or direction=\"down\" on them."))
DIAG(TARGET_NO_MARGIN, "I04", WARNING, WARNING,
     N_("«{1}» is to be kept. Figures always move a little: how much may it lose before you do "
        "something? Write «margin» on the target."))
DIAG(TARGETS_NO_MARGIN, "I04", WARNING, WARNING,
     N_("{1} indicators are to be kept: {2}. Figures always move a little: how much may they lose "
        "before you do something? Write «margin» on the targets."))
DIAG(TARGET_GAP_NOWHERE, "I04", WARNING, ERROR,
     N_("The target of «{1}» is to narrow a gap. To where? Write the place that you compare with "
        "as «against»."))
DIAG(TARGETS_GAP_NOWHERE, "I04", WARNING, ERROR,
     N_("{1} targets are to narrow a gap: {2}. To where? Write the place that you compare with as "
        "«against»."))
DIAG(TARGET_GAP_SELF, "I04", ERROR, ERROR,
     N_("«{1}»: the gap is measured from «{2}» to the same place. Which one do you compare with?"))
DIAG(TARGET_GAP_WIDER, "I04", ERROR, ERROR,
     N_("«{1}»: the gap is to become narrower, but it is {3} now, and {2} is further apart. Which "
        "of them is right?"))
DIAG(MILESTONE_LATE, "I04", ERROR, ERROR,
     N_("«{1}»: the milestone {2} comes after the date of the target. Move one of them; a "
        "milestone lies on the way."))
DIAG(MILESTONE_OUTSIDE, "I04", ERROR, ERROR,
     N_("«{1}»: the milestone {2} does not lie on the way from the baseline {3} to the target {4}. "
        "Which of them is right?"))
DIAG(MILESTONE_PAST, "I04", ERROR, ERROR,
     N_("«{1}»: the milestone {2} lies past the target {3}. Which of them is right?"))
DIAG(MILESTONE_BACK, "I04", WARNING, ERROR,
     N_("«{1}»: the milestone {2} is further from the target than the one before it, {3}. Do you "
        "expect a step back? Then say so; if not, have the two changed places?"))
DIAG(NO_BASELINE, "I05", WARNING, WARNING,
     N_("«{1}» has a target, but from where do you start? Measure before the first day; afterwards "
        "it is too late. An estimate is better than nothing (estimated=\"yes\")."))
DIAG(NO_BASELINES, "I05", WARNING, WARNING,
     N_("{1} indicators have a target, but no baseline: {2}. Measure before the first day; "
        "afterwards it is too late. An estimate is better than nothing (estimated=\"yes\")."))
DIAG(NO_BASELINE_BEGUN, "I05", WARNING, WARNING,
     N_("«{1}» has a target and no baseline, and you have begun. It may still be found: in last "
        "year's figures, in a register, or by asking people how it was. Write it with "
        "estimated=\"yes\"."))
DIAG(NO_BASELINES_BEGUN, "I05", WARNING, WARNING,
     N_("{1} indicators have a target and no baseline, and you have begun: {2}. It may still be "
        "found: in last year's figures, in a register, or by asking people how it was. Write it "
        "with estimated=\"yes\"."))
DIAG(BASELINE_LATE, "I05", WARNING, WARNING,
     N_("The baseline of «{1}» is from after the start, so some of the effect may be in it "
        "already. Is there an older figure, or can you estimate how it was (estimated=\"yes\")?"))
DIAG(BASELINES_LATE, "I05", WARNING, WARNING,
     N_("{1} indicators have a baseline from after the start: {2}. Some of the effect may be in it "
        "already. Are there older figures, or can you estimate how it was "
        "(estimated=\"yes\")?"))
DIAG(NO_THRESHOLD, "I06", WARNING, WARNING,
     N_("«{1}» says «{2}», but not how much. When is it enough for you to say that it worked? "
        "Write a <target>, or <target aim=\"direction\"/> if the direction is all you can "
        "promise."))
DIAG(NO_THRESHOLDS, "I06", WARNING, WARNING,
     N_("{1} indicators want more or better without saying how much: {2}. When is it enough? Write "
        "a <target> for those that matter most, and <target aim=\"direction\"/> where the "
        "direction is all you can promise."))
DIAG(NO_WAVE, "I07", WARNING, WARNING,
     N_("«{1}» is not measured even once between the start and the day it is to have "
        "succeeded. Then nobody can say whether it did. Measure more often, or move the date."))
DIAG(ONE_WAVE, "I07", WARNING, WARNING,
     N_("«{1}» is measured only once between the start and the day it is to have succeeded. Then "
        "you see where you ended, but too late to do anything about it. Measure once more on the "
        "way, on a small scale if need be."))
DIAG(FEW_WAVES, "I07", WARNING, WARNING,
     N_("{1} indicators are measured once or not at all before the day they are to have succeeded: "
        "{2}. Then you learn too late how it goes. Measure more often, or move the dates."))
DIAG(TOO_FEW_ANSWERS, "I08", WARNING, WARNING,
     N_("«{1}»: with {2} answers in each wave you can only see changes larger than about {3}, and "
        "you wish for {4}. Ask more people (it takes about {5}), follow the same persons, or be "
        "content with the direction together with other signs."))
DIAG(TOO_FEW_ANSWERS_MANY, "I08", WARNING, WARNING,
     N_("{1} indicators have too few answers for the change you wish for: {2}. Chance alone can "
        "move them as much. Ask more people, follow the same persons, or be content with the "
        "direction together with other signs."))
DIAG(AREA_TOO_LARGE, "I09", WARNING, WARNING,
     N_("«{1}» counts everybody in the area, but what leads there reaches about {2} of {3} people. "
        "Even a good result can hardly be seen in that figure. Look at those who take part, and "
        "keep this one as a backdrop (role=\"context\")."))
DIAG(AREAS_TOO_LARGE, "I09", WARNING, WARNING,
     N_("{1} indicators count everybody in the area, where you reach few: {2}. Even a good result "
        "can hardly be seen there. Look at those who take part, and keep these as a backdrop "
        "(role=\"context\")."))
DIAG(TINY_SHARE, "I10", WARNING, WARNING,
     N_("«{1}» is a percentage of only {2}. One alone moves it about {3} points, and each of "
        "them can be recognised. Say «x of y» instead, or tell it in words."))
DIAG(TINY_FIGURE, "I10", WARNING, WARNING,
     N_("«{1}» is a figure about only {2}. One alone can turn it round, and each of them can be "
        "recognised. Say how many answered what, or tell it in words."))
DIAG(TINY_FIGURES, "I10", WARNING, WARNING,
     N_("{1} figures are about fewer than 20 people each: {2}. One alone can turn them round, "
        "and each of them can be recognised. Say «x of y» instead, or tell it in words."))
DIAG(COUNTING_UNDECLARED, "I11", WARNING, ERROR,
     N_("«{1}» is counted more than once. Does a figure count its own period, or everything "
        "since the start? Write counting=\"per-period\" or counting=\"cumulative\"; otherwise "
        "somebody adds up totals next year."))
DIAG(COUNTING_UNDECLARED_MANY, "I11", WARNING, ERROR,
     N_("{1} signs are counted more than once and do not say whether a figure counts its own "
        "period or everything since the start: {2}. Write counting=\"per-period\" or "
        "counting=\"cumulative\" on each."))
DIAG(TOTAL_FALLS, "I11", ERROR, ERROR,
     N_("«{1}» counts everything since the start (counting=\"cumulative\"), but is to go from "
        "{2} to {3}. A total never falls. Write counting=\"per-period\", or put the figures "
        "right."))
DIAG(PERIOD_SAYS_TOTAL, "I11", ERROR, ERROR,
     N_("«{1}» is set to begin anew each time (counting=\"per-period\"), but its words say "
        "«{2}». Which of them is right?"))
DIAG(TOTAL_SAYS_PERIOD, "I11", ERROR, ERROR,
     N_("«{1}» is set to count everything since the start (counting=\"cumulative\"), but its "
        "words say «{2}». Which of them is right?"))
DIAG(TARGET_NO_SOURCE, "I12", WARNING, WARNING,
     N_("«{1}» has a target, but where will the figure come from? Write the list, the register "
        "or the questionnaire as a <source>, or tell in <collection> how it is got."))
DIAG(TARGETS_NO_SOURCE, "I12", WARNING, WARNING,
     N_("{1} indicators have a target but no source: {2}. Where will the figures come from? "
        "Write the list, the register or the questionnaire as a <source>."))
DIAG(SOURCE_VAGUE, "I12", WARNING, WARNING,
     N_("«{1}» may be many things. Which one, and who makes it? Say so in the title, or with "
        "producer, owner or <collection>; then your successor finds it, too."))
DIAG(SOURCES_VAGUE, "I12", WARNING, WARNING,
     N_("{1} sources may be many things: {2}. Which ones, and who makes them? Say so in their "
        "titles, or with producer, owner or <collection>."))
DIAG(INDICATOR_NO_OWNER, "I13", WARNING, WARNING,
     N_("Nobody sees to «{1}» yet. Who gets the figure, and when there is none, who notices? "
        "Write a role as owner, here or on the source."))
DIAG(INDICATORS_NO_OWNER, "I13", WARNING, WARNING,
     N_("Nobody sees to {1} of the indicators yet: {2}. Write a role as owner, on each or on the "
        "sources they share."))
DIAG(SEVERAL_IN_SIGN, "I14", WARNING, WARNING,
     N_("«{1}» asks for several things at once: {2}. If one of them is there and another is not, "
        "is it yes or no? Make a sign of each, or choose the one that tells most."))
DIAG(SEVERAL_IN_SIGNS, "I14", WARNING, WARNING,
     N_("{1} signs ask for several things at once: {2}. If one of them is there and another is "
        "not, is it yes or no? Make a sign of each, or choose the one that tells most."))
DIAG(DENOMINATOR_NARROWER, "I15", WARNING, WARNING,
     N_("«{1}» is out of those who are «{2}», but the target group is «{3}». Then the figure "
        "says nothing of the others. Count out of the whole target group, or say why you look at "
        "this part."))
DIAG(DENOMINATOR_WIDER, "I15", WARNING, WARNING,
     N_("«{1}» is out of everyone, but the target group is «{3}». The share looks small, because "
        "it counts people you do not mean to reach. Say «{2}» in the denominator, too, or say "
        "why not."))
DIAG(DENOMINATORS_DIFFER, "I15", WARNING, WARNING,
     N_("{1} shares are out of others than the target group: {2}. Count out of those you mean to "
        "reach, or say why you look at somebody else."))
DIAG(EFFECT_NOT_COMPARED, "V01", WARNING, WARNING,
     N_("«{1}» asks whether something has changed, but there is nothing to hold the answer "
        "against. Measure before you begin, find a place to compare with, or follow your own "
        "contribution step by step (design=\"contribution\")."))
DIAG(EFFECT_COMPARISON_UNUSED, "V01", WARNING, WARNING,
     N_("«{1}» asks whether something has changed, but nothing says what the answer is held "
        "against. Is it «{2}»? Then write design=\"comparison\" on the question. Otherwise "
        "measure before you begin, or follow your own contribution step by step "
        "(design=\"contribution\")."))
DIAG(EFFECTS_NOT_COMPARED, "V01", WARNING, WARNING,
     N_("{1} questions ask whether something has changed, and have nothing to hold the answer "
        "against: {2}. Measure before you begin, find a place to compare with, or say with "
        "design how you will do without."))
DIAG(MECHANISM_ALONE, "V02", WARNING, WARNING,
     N_("«{1}» asks why it works. First ask whether it was carried out (type=\"process\") and "
        "whether anything changed (type=\"effect\"): otherwise you explain something that "
        "perhaps did not happen."))
DIAG(MECHANISM_NO_PROCESS, "V02", WARNING, WARNING,
     N_("«{1}» asks why it works, but no question asks whether it was carried out as you meant "
        "it. Add one (type=\"process\"): what was not delivered cannot have worked."))
DIAG(MECHANISM_NO_EFFECT, "V02", WARNING, WARNING,
     N_("«{1}» asks why it works, but no question asks whether anything changed. Add one "
        "(type=\"effect\"): otherwise you explain something that perhaps did not happen."))
DIAG(ONE_SIDE_ASKED, "V03", WARNING, WARNING,
     N_("Only those who deliver answer «{1}». They see much, but not what happens at home, and "
        "they hope that it works. Ask some of those it is for, too, or look at other data."))
DIAG(ONE_SIDE_ASKED_MANY, "V03", WARNING, WARNING,
     N_("Only those who deliver answer {1} of the questions: {2}. Ask some of those it is for, "
        "too, or look at other data."))
DIAG(COMPARISON_WITHIN, "V04", WARNING, WARNING,
     N_("«{1}» is to be the comparison, but lies in «{2}», where the programme is. Then you "
        "compare it with itself. Take a place outside, or leave the comparison out."))
DIAG(COMPARISON_HOLDS, "V04", WARNING, WARNING,
     N_("«{1}» is to be the comparison, but «{2}», where the programme is, is a part of it. "
        "Count the rest without it, and call it so."))
DIAG(COMPARISON_ACTIVITY, "V04", WARNING, WARNING,
     N_("«{1}» is to be the comparison, but «{2}» takes place there. Then the difference becomes "
        "smaller than it is. Take another place, or say how you will allow for it."))
DIAG(COMPARISON_EXPOSED, "V04", WARNING, WARNING,
     N_("«{1}» is to be the comparison, but is said to feel the programme as well "
        "(exposed=\"yes\"). Then the difference becomes smaller than it is. Take another place, "
        "or say how you will allow for it."))
DIAG(CPR, "V05", ERROR, ERROR,
     N_("This looks like a CPR number. Delete it, in older versions too. Write a role instead."))
DIAG(EMAIL, "V05", WARNING, WARNING,
     N_("This e-mail address looks like that of a person. Write a role, or the mailbox of a "
        "function."))
DIAG(EMAILS, "V05", WARNING, WARNING,
     N_("{1} e-mail addresses look like those of persons, in lines {2}. Write roles, or the "
        "mailboxes of functions."))
DIAG(PHONE, "V05", WARNING, WARNING,
     N_("This looks like a telephone number. Write a role instead: numbers grow old, and the plan "
        "is shared."))
DIAG(PHONES, "V05", WARNING, WARNING,
     N_("{1} figures look like telephone numbers, in lines {2}. Write roles instead: numbers grow "
        "old, and the plan is shared."))
DIAG(
    TAG_LIST, "tag", WARNING, WARNING,
    N_("I do not know the list of the tag {1}. You probably meant {2}. If it is a list of your own, "
       "tell me with <code-list id=\"{3}\">."))
DIAG(
    TAG_LIST_UNKNOWN, "tag", WARNING, WARNING,
    N_("I do not know the list of the tag {1}. Those I know: {2}. If it is a list of your own, tell "
       "me with <code-list id=\"{3}\">."))
DIAG(TAG_CODE, "tag", WARNING, WARNING,
     N_("In the tag {1} I know the list, but not the code. You probably meant {2}. If it is a code "
        "of your own, add it with <code-list id=\"{3}\">."))
DIAG(TAG_CODE_UNKNOWN, "tag", WARNING, WARNING,
     N_("In the tag {1} I know the list, but not the code. Its codes: {2}. If it is a code of your "
        "own, add it with <code-list id=\"{3}\">."))
DIAG(TAGS_UNKNOWN, "tag", WARNING, WARNING,
     N_("I do not know {1} of the tags: {2}. All lists and codes stand in the section TAGS of "
        "virkning(5); you add your own with <code-list>."))
DIAG(
    THEME, "tag", WARNING, WARNING,
    N_("«{1}» is no theme that I know. You probably meant «{2}». If it is a theme of your own, add "
       "it with <code-list id=\"place-standard\">."))
DIAG(
    THEME_UNKNOWN, "tag", WARNING, WARNING,
    N_("«{1}» is no theme that I know. Those I know: {2}. If it is a theme of your own, add it with "
       "<code-list id=\"place-standard\">."))
DIAG(THEMES_UNKNOWN, "tag", WARNING, WARNING,
     N_("I do not know {1} of the themes: {2}. If they are your own, add them with <code-list "
        "id=\"place-standard\">."))
DIAG(QUESTION_UNUSED, "V06", WARNING, WARNING,
     N_("«{1}» lacks {2}. What kind of answer do you want, who is to use it, and what will be "
        "decided by it? If nobody knows, save yourselves the question."))
DIAG(QUESTION_NO_TYPE, "V06", WARNING, WARNING,
     N_("«{1}» does not say what kind of answer you want: whether it was carried out "
        "(type=\"process\"), whether anything changed (effect), or why (mechanism)."))
DIAG(QUESTION_NO_AUDIENCE, "V06", WARNING, WARNING,
     N_("Who is waiting for the answer to «{1}»? Write the roles in audience. If nobody is, save "
        "yourselves the question."))
DIAG(QUESTION_NO_DECISION, "V06", WARNING, WARNING,
     N_("What will be decided by the answer to «{1}»? Write it as <decision>, for example go on, "
        "adjust or stop. Otherwise the answer ends in a drawer."))
DIAG(QUESTIONS_UNUSED, "V06", WARNING, WARNING,
     N_("{1} questions lack type, audience or <decision>: {2}. What kind of answer do you want, "
        "who is to use it, and what will be decided by it? Better three questions that are used "
        "than ten that are not."))
DIAG(SENSITIVE_SOURCE, "V07", WARNING, WARNING,
     N_("«{1}» collects sensitive things about single persons ({2}), but the legal basis is "
        "missing. Ask your data protection officer, and write the answer as legal-basis on the "
        "source. Or measure without names, for the place as a whole."))
DIAG(SENSITIVE_NO_SOURCE, "V07", WARNING, WARNING,
     N_("«{1}» is about something sensitive in single persons, and has no source yet. Decide "
        "where the figure comes from, and by which legal basis you may collect it (legal-basis "
        "on the source), before anybody asks."))
DIAG(SENSITIVE_NO_SOURCES, "V07", WARNING, WARNING,
     N_("{1} indicators are about something sensitive in single persons, and have no source yet: "
        "{2}. Decide where the figures come from, and by which legal basis you may collect them "
        "(legal-basis on the source), before anybody asks."))
DIAG(ANSWER_NO_RULE, "answer", INFO, INFO,
     N_("I have no rule {1}, so this answer is not used. Was another one meant?"))
DIAG(ANSWER_UNUSED, "answer", INFO, INFO,
     N_("This answer to {1} is no longer used: there is nothing left to answer here. Delete it, or "
        "let it stand as a reminder."))

/* Command line and documents: src/cli, src/report, src/out. */
DIAG(
    GLYPH_MISSING, "glyph", WARNING, WARNING,
    N_("No font of the style has the character {1}. It stands as {2} in the document; another font "
       "in the style, or another character in the text, mends that."))
DIAG(LOGO_DAMAGED, "logo", ERROR, ERROR,
     N_("The logo of the style begins like a picture, but cannot be unpacked to its end. Save it "
        "anew, as PNG."))
DIAG(PDF_FAILED, "pdf", ERROR, ERROR,
     N_("I cannot write the PDF: the PDF library stopped with error {1}. Please report this as a "
        "fault of the program."))
