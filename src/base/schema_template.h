/*
 * schema_template: a file to begin with, made from a schema: every key with
 * its help as a comment. Keys with a value stand as they are; the others are
 * commented out by a '#' without a space behind it, with their default or an
 * example, so that taking the '#' away gives a file that is still right.
 */
#ifndef DT_BASE_SCHEMA_TEMPLATE_H
#define DT_BASE_SCHEMA_TEMPLATE_H

#include "base/schema.h"

/* What a template says of a key: YAML, of one line or of several. */
struct dt_schema_template_value {
	const char *path;       /* "monitoring.channels"; NULL ends a list */
	const char *yaml;
};

void dt_schema_template(const struct dt_schema *schema,
    const struct dt_schema_template_value *values, struct dt_text *text);

#endif
