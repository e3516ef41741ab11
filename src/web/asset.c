/* asset: see asset.h. */
#include "web/asset.h"

#include <string.h>

#include "web/pages_bytes.h"

const struct dt_asset *
dt_asset_find(const char *name)
{
	for (const struct dt_asset *a = assets; a->name != NULL; a++)
		if (strcmp(a->name, name) == 0)
			return a;
	return NULL;
}

bool
dt_asset_reply(struct dt_web_reply *reply, const char *name)
{
	const struct dt_asset *asset = dt_asset_find(name);
	if (asset == NULL)
		return false;
	reply->status = 200;
	reply->type = asset->type;
	reply->etag = asset->etag;
	reply->bytes = asset->bytes;
	reply->size = asset->size;
	return true;
}
