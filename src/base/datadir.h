/* Where the program's own files are: schemas, styles, texts of languages.
 *
 * Looked for in this order: $VIRKNING_DATADIR; share/virkning beside the program
 * (a build tree); ../share/virkning from it (an installation, wherever it was
 * moved); the folder that was configured. */
#ifndef BASE_DATADIR_H
#define BASE_DATADIR_H

/* Returns the folder, to be released with free(). Never NULL: the configured
 * folder where none exists. */
char *datadir_find(void);

/* Finds a program that virkning calls: in $VIRKNING_LIBEXECDIR if that is set, else in
 * libexec beside the program (a build tree), in ../libexec/virkning from it (an installation),
 * or in the folder that was configured. Returns its path, to be released with free(); NULL
 * where there is none that can be run. */
char *datadir_find_program(const char *name);

/* Joins folder and name with a slash; to be released with free(). */
char *datadir_join(const char *folder, const char *name);

#endif
