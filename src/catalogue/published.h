/*
 * published: a result of the literature, or derived from it, with the command
 * that gives it: one file each in data/published/. `detente reproduce` runs
 * the command and compares.
 */
#ifndef DT_PUBLISHED_H
#define DT_PUBLISHED_H

#include "base/schema.h"

/* The first two of dt_published_status_words. */
enum { DT_PUBLISHED_PRINTED, DT_PUBLISHED_QUOTED };

struct dt_published_value {
	struct dt_origin origin;        /* .name: what the value is */
	const char *at;                 /* path into the command's JSON */
	double value;
	double tolerance;               /* absolute */
	const char *error;              /* path of a standard error, or "" */
	double errors;                  /* so many of them are allowed too */
};

struct dt_published {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;                     /* of dt_published_status_words */
	const char *model;
	const char *command;            /* without the program's name */
	struct dt_list expect;          /* of struct dt_published_value */
};

extern const char *const dt_published_status_words[];
extern const struct dt_schema dt_published_schema;

#endif
