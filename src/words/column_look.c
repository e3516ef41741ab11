/* column_look: columns of what looks into files and databases; see column.h. */
#include "words/column.h"

static const struct dt_column kinds[] = {
	{ "kind", NULL, "", "the kind: what `detente list KIND` takes" },
	{ "number", NULL, "files", "how many there are" },
	{ "names", NULL, "", "their names" },
	{ 0 }
};

static const struct dt_column files[] = {
	{ "name", NULL, "", "by which commands and other files use it" },
	{ "title", NULL, "", "what people call it" },
	{ "status", NULL, "", "how well its numbers are founded: sourced, "
	    "stylised or opinion" },
	{ "summary", NULL, "", "what it is, in a sentence; of a file that "
	    "cannot be read its first fault" },
	{ "path", NULL, "", "its file" },
	{ 0 }
};

static const struct dt_column games[] = {
	{ "name", NULL, "", "by which `solve` takes it" },
	{ "size", NULL, "", "moves of each player, with x between them" },
	{ "title", NULL, "", "what people call it" },
	{ "path", NULL, "", "its file" },
	{ 0 }
};

static const struct dt_column queries[] = {
	{ "name", NULL, "", "by which `query DB NAME` takes it" },
	{ "title", NULL, "", "what it lists" },
	{ "question", NULL, "", "what it answers" },
	{ "parameters", NULL, "", "what --set changes, with what they are else" },
	{ "units", NULL, "", "columns that it makes itself, with their units; "
	    "`detente show query NAME` says what each means" },
	{ "picture", NULL, "", "what --svg draws; empty: nothing" },
	{ 0 }
};

static const struct dt_column audited[] = {
	{ "table", NULL, "", "a table of the database" },
	{ "rows", NULL, "rows", "that it has" },
	{ "replayed", NULL, "rows", "of them, those that were found again by "
	    "playing" },
	{ "signed", NULL, "rows", "of them, those that signed entries have" },
	{ 0 }
};

const struct dt_column_table dt_column_look[] = {
	{ "list", "list", "kinds", "without a KIND: a row a kind", kinds },
	{ "list", "list", "entries", "of a KIND: a row a file", files },
	{ "list", "list", "games", "of games: a row a game", games },
	{ "list query", "list", "queries", "of named queries: a row a query; "
	    "what its own columns are says `detente show query NAME`, and "
	    "those of the database `detente show schema`", queries },
	{ "audit", "audit", "tables", "in JSON: how much of each table was "
	    "looked at", audited },
	{ 0 }
};
