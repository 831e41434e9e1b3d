/* Texts that a template asks for and that nobody has written yet: in square brackets from end
 * to end, "[Skriv formålet]". */
#ifndef CHECK_PLACEHOLDERS_H
#define CHECK_PLACEHOLDERS_H

#include <stdbool.h>

/* NULL is none. */
bool placeholder_is(const char *text);

#endif
