/* pins: see pins.h. */
#include "proof/pins.h"

#include <string.h>

#include "base/memory.h"

struct reader {
	struct dt_pins *pins;
	const char *name;
	size_t line;
	struct dt_error *err;
};

static enum dt_status
refuse(const struct reader *r, const char *words)
{
	return dt_status_fail(r->err, DT_EINPUT, "%s:%zu: %s", r->name,
	    r->line, words);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* The next word of a line; its size is 0 where there is none. */
static struct dt_lines_word
word_of(const char **at, const char *end)
{
	while (*at < end && is_blank(**at))
		++*at;
	struct dt_lines_word word = { *at, 0 };
	while (*at < end && !is_blank(**at))
		++*at;
	word.size = (size_t)(*at - word.at);
	return word;
}

static enum dt_status
add_witness(const struct reader *r, const struct dt_vkey *key)
{
	struct dt_pins *p = r->pins;
	if (key->type != DT_VKEY_COSIGNER)
		return refuse(r, "a witness's key has type 04: it cosigns "
		    "and signs nothing else");
	if (p->n_witnesses == DT_PINS_WITNESSES_MOST)
		return refuse(r, "more than 15 witnesses");
	p->witnesses[p->n_witnesses++] = *key;
	return DT_OK;
}

static enum dt_status
add_pin(const struct reader *r, struct dt_lines_word agent,
    const struct dt_vkey *key)
{
	struct dt_pins *p = r->pins;
	if (key->type != DT_VKEY_ED25519)
		return refuse(r, "an identity's key has type 01");
	struct dt_registry_pin *list = dt_memory_resize(p->list, p->n + 1,
	    sizeof(*list));
	if (list == NULL)
		return dt_status_no_memory(r->err);
	p->list = list;
	list[p->n] = (struct dt_registry_pin){ .identity = *key };
	if (!dt_lines_is(agent, "*")) {
		list[p->n].agent = dt_arena_copy_n(&p->arena, agent.at,
		    agent.size);
		if (list[p->n].agent == NULL)
			return dt_status_no_memory(r->err);
	}
	p->n++;
	return DT_OK;
}

static enum dt_status
read_line(const struct reader *r, const char *at, size_t size)
{
	const char *end = at + size;
	struct dt_lines_word agent = word_of(&at, end);
	struct dt_lines_word text = word_of(&at, end);
	struct dt_vkey key;
	if (agent.size == 0 || agent.at[0] == '#')
		return DT_OK;
	if (text.size == 0 || word_of(&at, end).size > 0)
		return refuse(r, "a line is a name and a vkey");
	if (!dt_lines_is(agent, "*") && !dt_lines_is_name(agent))
		return refuse(r, "no agent can have that name");
	const char *copy = dt_arena_copy_n(&r->pins->arena, text.at,
	    text.size);
	if (copy == NULL)
		return dt_status_no_memory(r->err);
	if (!dt_vkey_read(&key, dt_lines_word(copy)))
		return refuse(r, "that is no vkey (NAME+ID+BASE64)");
	return dt_lines_is(agent, "witness") ? add_witness(r, &key) :
	    add_pin(r, agent, &key);
}

enum dt_status
dt_pins_read(struct dt_pins *pins, const char *name, const char *bytes,
    size_t size, struct dt_error *err)
{
	struct reader r = { pins, name, 0, err };
	enum dt_status status = DT_OK;
	*pins = (struct dt_pins){ 0 };
	while (size > 0 && status == DT_OK) {
		size_t next = 0;
		size_t n = dt_text_line(bytes, size, &next);
		r.line++;
		status = read_line(&r, bytes, n);
		bytes += next;
		size -= next;
	}
	return status;
}

void
dt_pins_free(struct dt_pins *pins)
{
	dt_memory_free(pins->list);
	dt_arena_free(&pins->arena);
	*pins = (struct dt_pins){ 0 };
}

bool
dt_pins_has(const struct dt_pins *pins, struct dt_lines_word agent,
    const struct dt_vkey *identity)
{
	for (size_t i = 0; i < pins->n; i++) {
		const struct dt_registry_pin *pin = &pins->list[i];
		if (dt_vkey_same(&pin->identity, identity) &&
		    (pin->agent == NULL || dt_lines_is(agent, pin->agent)))
			return true;
	}
	return false;
}

void
dt_pins_print(struct dt_lines_word agent, const struct dt_vkey *identity,
    struct dt_text *text)
{
	dt_text_add(text, "%.*s ", DT_LINES_SHOW(agent));
	dt_vkey_print(identity, text);
	dt_text_add(text, "\n");
}
