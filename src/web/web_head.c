/* web_head: see web_head.h. */
#include "web/web_head.h"

#include <string.h>
#include <strings.h>

void
dt_web_head_begin(struct dt_web_head *head, const char *method,
    const char *target, const char *version, size_t bytes)
{
	head->method = method;
	head->target = target;
	head->version = version;
	head->bytes = bytes;
	head->n_fields = head->said = head->empty = 0;
	head->host = NULL;
	head->length = 0;
}

void
dt_web_head_field(struct dt_web_head *head, const struct dt_web_field *field)
{
	if (head->n_fields < DT_WEB_FIELDS)
		head->fields[head->n_fields] = *field;
	head->n_fields++;
	head->said += field->name_size + field->value_size + 4;
	head->empty += field->value_size == 0;
}

bool
dt_web_head_is(const struct dt_web_field *field, const char *name)
{
	return field->name_size == strlen(name) &&
	    strncasecmp(field->name, name, field->name_size) == 0;
}

const struct dt_web_field *
dt_web_head_find(const struct dt_web_head *head, const char *name)
{
	for (size_t i = 0; i < head->n_fields && i < DT_WEB_FIELDS; i++)
		if (dt_web_head_is(&head->fields[i], name))
			return &head->fields[i];
	return NULL;
}
