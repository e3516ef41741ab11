/*
 * class_form: JSON that others wrote, read strictly (format/json_read.h), of
 * keys that are known, with no number that is not a whole one.
 */
#ifndef DT_CLASS_FORM_H
#define DT_CLASS_FORM_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

struct dt_class_form {
	json_t *root;           /* owned */
	bool bad;               /* something is missing, or of another type */
};

/* `keys` is NULL-terminated; a key that ends with '?' may be absent. */
bool dt_class_form_read(struct dt_class_form *form, const char *body,
    size_t size, const char *const *keys);
void dt_class_form_free(struct dt_class_form *form);

/* NULL, or `absent`: it is not there. Of another type or range: form->bad. */
const char *dt_class_form_text(struct dt_class_form *form, const char *key);
int64_t dt_class_form_whole(struct dt_class_form *form, const char *key,
    int64_t least, int64_t most, int64_t absent);
bool dt_class_form_flag(struct dt_class_form *form, const char *key);
/* An object of texts, or NULL. */
json_t *dt_class_form_map(struct dt_class_form *form, const char *key);

#endif
