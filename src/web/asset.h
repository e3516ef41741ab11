/*
 * asset: files of pages that are part of the program: those of src/web/pages,
 * by their path below it ("student.html", "texts/de.json"). The build embeds
 * them (embed.sh). A type is told by the ending; others are not embedded.
 */
#ifndef DT_ASSET_H
#define DT_ASSET_H

#include "web/web.h"

struct dt_asset {
	const char *name;
	const char *type;       /* Content-Type */
	const char *etag;       /* by the contents, with its quotes */
	const unsigned char *bytes;     /* a NUL follows the last */
	size_t size;
};

/* NULL: there is none of that name. */
const struct dt_asset *dt_asset_find(const char *name);

/* The asset as a reply; false: there is none, and the reply is as it was. */
bool dt_asset_reply(struct dt_web_reply *reply, const char *name);

#endif
