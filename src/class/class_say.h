/*
 * class_say: JSON, written into a text. Each piece begins with its comma where
 * one is due: a text that ends with { or [ or : needs none.
 */
#ifndef DT_CLASS_SAY_H
#define DT_CLASS_SAY_H

#include "base/text.h"

/* A key, or a place in a list (key NULL), and what stands there. */
void dt_class_say_open(struct dt_text *json, const char *key, char bracket);
void dt_class_say_close(struct dt_text *json, char bracket);
void dt_class_say_text(struct dt_text *json, const char *key,
    const char *text);
void dt_class_say_whole(struct dt_text *json, const char *key,
    int64_t number);
void dt_class_say_flag(struct dt_text *json, const char *key, bool flag);
void dt_class_say_number(struct dt_text *json, const char *key,
    double number);
void dt_class_say_null(struct dt_text *json, const char *key);

/* Spaces, until what was added since `from` is so many bytes: what is said of
 * others' moves takes the same room whatever they did. */
void dt_class_say_level(struct dt_text *json, size_t from, size_t bytes);

/* {"error":...,"do":...} */
void dt_class_say_error(struct dt_text *json, const char *error,
    const char *what);

#endif
