/*
 * node_mend: what a person probably meant where YAML stops. Each repair adds
 * a fault and changes the copy so that reading gets further; what cannot be
 * guessed becomes a hole. For src/base alone.
 */
#ifndef DT_BASE_NODE_MEND_H
#define DT_BASE_NODE_MEND_H

#include "base/node_copy.h"

/* Where and why libyaml stopped; its words, its marks (from 0). */
struct dt_node_stop {
	const char *problem;
	size_t line, column;
	size_t context_line, context_column;
	bool scalar;            /* the last piece read was a scalar, */
	bool quoted;            /* in quotes or a block, */
	size_t scalar_line, scalar_column;      /* from here */
	size_t scalar_end;      /* to this line */
	bool ended;             /* by then the document had ended */
};

/* False: nothing more can be done. */
bool dt_node_mend(struct dt_node_copy *copy, const struct dt_node_stop *stop);

/* Drops a line that says something. False: it says nothing. */
bool dt_node_mend_drop(struct dt_node_copy *copy, size_t line);

/* The repairs that have files of their own. */
bool dt_node_mend_quote(struct dt_node_copy *copy, size_t line,
    size_t column);
bool dt_node_mend_key_line(struct dt_node_copy *copy,
    const struct dt_node_stop *stop);
bool dt_node_mend_value_line(struct dt_node_copy *copy,
    const struct dt_node_stop *stop);
bool dt_node_mend_flow(struct dt_node_copy *copy,
    const struct dt_node_stop *stop);
bool dt_node_mend_key(struct dt_node_copy *copy,
    const struct dt_node_stop *stop);

/* A tab where spaces belong: in the indentation of a line, and of those that
 * follow it, or elsewhere at the offset. */
bool dt_node_mend_tab(struct dt_node_copy *copy, size_t line, size_t offset);

/*
 * Says that content, "slip 0.02", lacks the colon behind its first word, or
 * has '=' there, or lacks a space behind the colon. `key` is where content
 * begins. Returns the bytes of the word, and in *value where the value
 * begins; 0, and no fault, if content does not begin with a word.
 */
size_t dt_node_mend_colon(struct dt_faults *faults, struct dt_place key,
    const char *content, size_t *value);

#endif
