/* qr: a text, such as an address, as a code that a phone's camera reads. */
#ifndef DT_QR_H
#define DT_QR_H

#include <stdbool.h>

#include "base/text.h"

/* Adds an <svg> of the code, with its quiet zone, black on white, whose title
 * (for screen readers) is `title`; `pixels` wide and high. False: the text is
 * too long for a code (2,000 bytes are well), memory is out, or the build is
 * without libqrcodegen; nothing is added then. */
bool dt_qr_svg(struct dt_text *svg, const char *text, const char *title,
    unsigned pixels);

/* The same as lines of half blocks, for a terminal: dark on light whatever
 * the terminal's colours, by the usual escapes. */
bool dt_qr_terminal(struct dt_text *lines, const char *text);

#endif
