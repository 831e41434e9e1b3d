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
     N_("{1} is larger than {2} MB, which is far more than a programme theory. Is it the right file?"))
DIAG(FILE_IS_FOLDER, "file", ERROR, ERROR, N_("{1} is a folder. Give me the file in it."))

/* House style. */
DIAG(STYLE_SYNTAX, "style", ERROR, ERROR, N_("This line is not of the form «key = value»: {1}"))
DIAG(STYLE_KEY, "style", ERROR, ERROR, N_("I do not know the key «{1}». You probably meant «{2}»."))
DIAG(STYLE_VALUE, "style", ERROR, ERROR, N_("«{1}» is not a value for {2}. It should look like {3}."))
DIAG(FONT_MISSING, "font", ERROR, ERROR,
     N_("I cannot find the font {1}. On Debian it comes with the package {2}; or name another font "
        "file in the style."))
DIAG(FONT_DAMAGED, "font", ERROR, ERROR, N_("{1} is not a TrueType font that I can use."))

/* Reading the model: src/model. */

/* Expert rules: src/check. */

/* Command line and documents: src/cli, src/report, src/out. */
