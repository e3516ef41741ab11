/* qr: see qr.h. */
#include "web/qr.h"

#include <string.h>

#include "config.h"

#ifdef HAVE_QRCODEGEN
#include <qrcodegen/qrcodegen.h>

enum { QUIET = 4 };     /* modules of white around a code, as ISO 18004 asks */

static bool
encode(const char *text, uint8_t code[])
{
	uint8_t room[qrcodegen_BUFFER_LEN_MAX];
	return strlen(text) <= 2000 && qrcodegen_encodeText(text, room, code,
	    qrcodegen_Ecc_MEDIUM, qrcodegen_VERSION_MIN, qrcodegen_VERSION_MAX,
	    qrcodegen_Mask_AUTO, true);
}

static void
add_escaped(struct dt_text *svg, const char *words)
{
	for (; *words != '\0'; words++)
		if (strchr("<>&\"'", *words) != NULL)
			dt_text_add(svg, "&#%d;", *words);
		else
			dt_text_add_n(svg, words, 1);
}

bool
dt_qr_svg(struct dt_text *svg, const char *text, const char *title,
    unsigned pixels)
{
	uint8_t code[qrcodegen_BUFFER_LEN_MAX];
	if (!encode(text, code))
		return false;
	int size = qrcodegen_getSize(code), all = size + 2 * QUIET;
	dt_text_add(svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" "
	    "role=\"img\" width=\"%u\" height=\"%u\" viewBox=\"0 0 %d %d\" "
	    "shape-rendering=\"crispEdges\"><title>", pixels, pixels, all, all);
	add_escaped(svg, title);
	dt_text_add(svg, "</title><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>"
	    "<path fill=\"#000\" d=\"", all, all);
	for (int y = 0; y < size; y++)
		for (int x = 0, n; x < size; x += n) {
			bool dark = qrcodegen_getModule(code, x, y);
			for (n = 1; x + n < size && qrcodegen_getModule(code,
			    x + n, y) == dark; n++)
				;
			if (dark)
				dt_text_add(svg, "M%d %dh%dv1h-%dz", x + QUIET,
				    y + QUIET, n, n);
		}
	dt_text_add(svg, "\"/></svg>");
	return !svg->failed;
}

/* Two rows of modules are one line of text. Outside of the code is light. */
bool
dt_qr_terminal(struct dt_text *lines, const char *text)
{
	static const char *const blocks[] = { "█", "▄", "▀", " " };
	uint8_t code[qrcodegen_BUFFER_LEN_MAX];
	if (!encode(text, code))
		return false;
	int size = qrcodegen_getSize(code);
	for (int y = -QUIET; y < size + QUIET; y += 2) {
		dt_text_add(lines, "\033[40;97m");
		for (int x = -QUIET; x < size + QUIET; x++) {
			int up = qrcodegen_getModule(code, x, y);
			int down = qrcodegen_getModule(code, x, y + 1);
			dt_text_add(lines, "%s", blocks[2 * down + up]);
		}
		dt_text_add(lines, "\033[0m\n");
	}
	return !lines->failed;
}

#else

bool
dt_qr_svg(struct dt_text *svg, const char *text, const char *title,
    unsigned pixels)
{
	(void)svg;
	(void)text;
	(void)title;
	(void)pixels;
	return false;
}

bool
dt_qr_terminal(struct dt_text *lines, const char *text)
{
	(void)lines;
	(void)text;
	return false;
}

#endif
