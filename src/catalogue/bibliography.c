/* bibliography: the schema; see bibliography.h. */
#include "catalogue/bibliography.h"

#define AT(type, member) .offset = offsetof(struct type, member)

static const struct dt_schema_key work_keys[] = {
	{ "authors", DT_LIST, AT(dt_work, authors), .item = DT_TEXT,
	  .required = true, .least = 1, .most = 100,
	  .help = "Who wrote it: surname, comma, initials; or an institution",
	  .example = "['Schelling, T. C.']" },
	{ "year", DT_TEXT, AT(dt_work, year), .required = true,
	  .help = "When it was published, with a letter where the same "
	      "authors are cited for two of that year", .example = "1960" },
	{ "title", DT_TEXT, AT(dt_work, title),
	  .help = "Its title; not given where it was not found", .example = "The Strategy of Conflict" },
	{ "where", DT_TEXT, AT(dt_work, where),
	  .help = "Journal, volume and pages; publisher; or report number",
	  .example = "Harvard University Press" },
	{ "doi", DT_TEXT, AT(dt_work, doi),
	  .help = "Its digital object identifier, without an address" },
	{ "url", DT_TEXT, AT(dt_work, url),
	  .help = "Where it lies, if it has no such identifier" },
	{ "read", DT_TEXT, AT(dt_work, read), .required = true,
	  .help = "The day it was read, and what of it; or that it was not "
	      "read, and from where it is cited so",
	  .example = "2026-11-27" },
	{ "note", DT_TEXT, AT(dt_work, note),
	  .help = "What a reader should know, in a sentence" },
	{ 0 }
};
static const struct dt_schema work_schema = {
	"work", "what is cited", sizeof(struct dt_work), work_keys
};

static const struct dt_schema_key keys[] = {
	{ "bibliography", DT_NAME, AT(dt_bibliography, name),
	  .required = true, .help = "Its name", .example = "my-sources" },
	{ "title", DT_TEXT, AT(dt_bibliography, title),
	  .help = "Its name for people" },
	{ "summary", DT_TEXT, AT(dt_bibliography, summary),
	  .help = "Of what, in a sentence" },
	{ "works", DT_MAP, AT(dt_bibliography, works), .required = true,
	  .least = 1, .most = 10000, .group = &work_schema,
	  .help = "What is cited, by keys: surnames and year, as in "
	      "schelling-1960",
	  .example = "{schelling-1960: {authors: ['Schelling, T. C.'], "
	      "year: 1960, title: The Strategy of Conflict, "
	      "read: 2026-11-27}}" },
	{ 0 }
};

const struct dt_schema dt_bibliography_schema = {
	"bibliography", "works that other files cite by key",
	sizeof(struct dt_bibliography), keys
};
