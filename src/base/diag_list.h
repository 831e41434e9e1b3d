/* The catalogue of messages: DIAG(name, id, severity in draft, severity when strict, text).
 *
 * Included several times with DIAG defined as needed; so no include guard. The id
 * is what users and tests see and never changes. {1}, {2} ... are filled by the
 * call site. English here, Danish in po/da.po. Say what is wrong, why it matters
 * where that is not plain, and how to mend it, as a kind, experienced colleague. */

/* Files. */
DIAG(FILE_READ, "file", ERROR, ERROR, N_("I cannot read {1}: {2}."))
DIAG(FILE_WRITE, "file", ERROR, ERROR, N_("I cannot write {1}: {2}. Nothing was changed."))
DIAG(
    FILE_TOO_LARGE, "file", ERROR, ERROR,
    N_("{1} is larger than {2} MB, which is far more than a programme theory. Is it the right file?"))
DIAG(FILE_IS_FOLDER, "file", ERROR, ERROR, N_("{1} is a folder. Give me the file in it."))

/* House style. */
DIAG(STYLE_SYNTAX, "style", ERROR, ERROR, N_("This line is not of the form «key = value»: {1}"))
DIAG(STYLE_KEY, "style", ERROR, ERROR, N_("I do not know the key «{1}». You probably meant «{2}»."))
DIAG(STYLE_VALUE, "style", ERROR, ERROR,
     N_("«{1}» is not a value for {2}. It should look like {3}."))
DIAG(FONT_MISSING, "font", ERROR, ERROR,
     N_("I cannot find the font {1}. On Debian it comes with the package {2}; or name another font "
        "file in the style."))
DIAG(FONT_DAMAGED, "font", ERROR, ERROR, N_("{1} is not a TrueType font that I can use."))

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
DIAG(ELEMENT_TWICE, "element", ERROR, ERROR,
     N_("<{1}> stands only once in <{2}>, and it stands there already. Keep the one that is "
        "right."))
DIAG(ELEMENT_IN_TEXT, "element", ERROR, ERROR,
     N_("<{2}> holds text and nothing else. Move <{1}> out of it."))
DIAG(ELEMENT_IN_OPEN_TEXT, "element", ERROR, ERROR,
     N_("<{1}> stands inside <{2}>, which only holds text. Is a </{2}> missing? Otherwise move "
        "<{1}> out."))
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
DIAG(ATTRIBUTE_MISSING, "attribute", ERROR, ERROR, N_("<{1}> lacks «{2}». Write <{1} {2}=\"…\">."))
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
DIAG(STEP, "number", ERROR, ERROR, N_("«{1}» is none of the steps. «{2}» goes from 1 to 5."))
DIAG(WORD, "code", ERROR, ERROR, N_("«{1}» cannot stand here. Write one word, without a colon."))
DIAG(TAG, "tag", ERROR, ERROR,
     N_("«{1}» is no tag. A tag is a list, a colon and a code, for instance setting:school."))
DIAG(GRADE, "grade", ERROR, ERROR,
     N_("«{1}» is not a grade of evidence. Write a number from 0 (not at all) to 4 (several "
        "good studies)."))
DIAG(AGES, "ages", ERROR, ERROR,
     N_("I cannot read «{1}» as ages. Write the lowest and the highest, like 0-18, or 65- "
        "for 65 and over."))
DIAG(AGES_MEANT, "ages", ERROR, ERROR, N_("Ages are written with a plain hyphen: {2}, not «{1}»."))
DIAG(DURATION, "duration", ERROR, ERROR,
     N_("I cannot read «{1}» as an interval. Write P1Y for every year, P6M for every half "
        "year, P1M for every month, P1W for every week."))
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
DIAG(REFERENCE_TITLE, "reference", ERROR, ERROR, N_("«{1}» is a title. Write the id: {2}."))
DIAG(REFERENCE_TITLE_ONLY, "reference", ERROR, ERROR,
     N_("«{1}» is the title of a <{2}> that has no id. Give it one, for instance id=\"{3}\", and "
        "write that here."))
DIAG(REFERENCE_TEXT, "reference", ERROR, ERROR,
     N_("«{2}» takes the id of {3}, one word without spaces, and not a text like «{1}»."))
DIAG(REFERENCE_SEVERAL, "reference", ERROR, ERROR,
     N_("«{2}» takes one id, and here stand several words: «{1}». Keep one; ids have no "
        "spaces."))
DIAG(HORIZON_SIGNS, "horizon", ERROR, ERROR,
     N_("«{1}» holds signs, and signs are indicators. Move the effect to a later horizon, or "
        "make it an <indicator> of the activity."))
DIAG(PLACE_CIRCLE, "reference", ERROR, ERROR,
     N_("By way of «within», «{1}» lies inside itself. One of the places must be the "
        "largest: take its «within» away."))

/* A further schema (check --schema). */
DIAG(SCHEMA_FILE, "schema", ERROR, ERROR, N_("I cannot use the schema {1}: {2}"))
DIAG(SCHEMA_KIND, "schema", ERROR, ERROR,
     N_("This is neither a RELAX NG schema (XML syntax) nor an XML Schema (XSD)."))
DIAG(SCHEMA_FINDING, "schema", ERROR, ERROR, N_("The schema {1} does not accept this: {2}"))

/* Expert rules: src/check. */
DIAG(PROGRAMME_EMPTY, "theory", WARNING, ERROR,
     N_("Here are neither activities nor effects yet. Begin with three activities and what they "
        "are to lead to."))
DIAG(EFFECT_UNREACHED, "P01", WARNING, ERROR,
     N_("No arrows lead from an activity to «{1}». What do you do that could bring it about? Draw "
        "the arrow, or leave the effect out."))
DIAG(EFFECTS_UNREACHED, "P01", WARNING, ERROR,
     N_("No arrows lead from an activity to {1} of the effects: {2}. What do you do that could "
        "bring them about? Draw the arrows, or leave the effects out."))
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
DIAG(TWO_RESULTS, "P10", WARNING, WARNING,
     N_("Two results live in the same box: {1}. One can succeed without the other. Split the box, "
        "or say why they go together."))
DIAG(TWO_RESULTS_MANY, "P10", WARNING, WARNING,
     N_("{1} boxes hold two results each: {2}. One can succeed without the other. Split the boxes, "
        "or say why the results go together."))
DIAG(NO_MECHANISM, "P13", WARNING, WARNING,
     N_("The arrow from «{1}» to «{2}» says that it works, but not how. Why does one lead to the "
        "other? One sentence is enough."))
DIAG(NO_MECHANISM_WHO, "P13", WARNING, WARNING,
     N_("The arrow to «{2}» says that it works, but not how. What happens in «{1}» that makes a "
        "difference to {3}? One sentence is enough."))
DIAG(NO_MECHANISM_MANY, "P13", WARNING, WARNING,
     N_("{1} arrows say that it works, but not how: {2}. Begin with the two or three you would put "
        "money on: what happens on the way? One sentence for each is enough."))
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
DIAG(ANSWER_NO_RULE, "answer", INFO, INFO,
     N_("I have no rule {1}, so this answer is not used. Was another one meant?"))
DIAG(ANSWER_UNUSED, "answer", INFO, INFO,
     N_("This answer to {1} is no longer used: there is nothing left to answer here. Delete it, or "
        "let it stand as a reminder."))

/* Command line and documents: src/cli, src/report, src/out. */
DIAG(
    RIGHT_TO_LEFT, "script", WARNING, WARNING,
    N_("Here is writing that runs from right to left. I cannot set it yet and draw it from left to "
       "right: do not send the document out like this."))
DIAG(
    GLYPH_MISSING, "glyph", WARNING, WARNING,
    N_("No font of the style has the character {1}. It stands as {2} in the document; another font "
       "in the style, or another character in the text, mends that."))
DIAG(PDF_FAILED, "pdf", ERROR, ERROR,
     N_("I cannot write the PDF: the PDF library stopped with error {1}. Please report this as a "
        "fault of the program."))
