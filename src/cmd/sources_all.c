/* sources_all: the whole bibliography, for people and as mdoc(7); see
 * sources.h. */
#include "cmd/sources_parts.h"

#include <ctype.h>
#include <string.h>

/* A word that mdoc could take for one of its macros, a mark or a request is
 * led by what shows nothing. */
static void
add_word(struct dt_text *text, const char *word, size_t n)
{
	if (n <= 3 || !isalnum((unsigned char)word[0]))
		dt_text_add(text, "\\&");
	for (size_t i = 0; i < n; i++) {
		if (word[i] == '\\')
			dt_text_add(text, "\\e");
		else if (word[i] == '"')
			dt_text_add(text, "\\(dq");
		else if (word[i] == '\'')
			dt_text_add(text, "\\(aq");
		else
			dt_text_add_n(text, &word[i], 1);
	}
}

static void
add_line(struct dt_text *text, const char *macro, const char *words)
{
	if (words[0] == '\0')
		return;
	size_t end = strlen(words);
	/* mdoc ends a work with a full stop of its own. */
	if (strcmp(macro, "%O") == 0 && words[end - 1] == '.')
		end--;
	dt_text_add(text, ".%s", macro);
	for (size_t at = 0; at < end; at += strspn(words + at, " ")) {
		size_t n = strcspn(words + at, " ");
		dt_text_add(text, " ");
		add_word(text, words + at, at + n < end ? n : end - at);
		at += n;
	}
	dt_text_add(text, "\n");
}

static void
add_citing(const struct dt_cmd_sources *s, const struct dt_work *work,
    struct dt_text *text)
{
	struct dt_text by = { 0 }, words = { 0 };
	dt_cmd_sources_citing(s, work, 6, &by);
	if (by.size > 0)
		dt_text_add(&words, "named in %s", dt_text_string(&by));
	add_line(text, "%O", dt_text_string(&words));
	text->failed |= by.failed || words.failed;
	dt_text_free(&by);
	dt_text_free(&words);
}

static void
add_mdoc(const struct dt_cmd_sources *s, const struct dt_work *work,
    struct dt_text *text)
{
	const char *const *authors = work->authors.items;
	dt_text_add(text, ".It Ic %s\n.Rs\n", work->origin.name);
	for (size_t i = 0; i < work->authors.n; i++)
		add_line(text, "%A", authors[i]);
	add_line(text, "%T", work->title);
	add_line(text, "%D", work->year);
	add_line(text, "%U", work->doi[0] ? "" : work->url);
	add_line(text, "%O", work->where);
	if (work->doi[0] != '\0')
		dt_text_add(text, ".%%O doi:%s\n", work->doi);
	dt_text_add(text, ".%%O %s%s\n", strncmp(work->read, "not read", 8) ==
	    0 ? "" : "read: ", work->read);
	add_line(text, "%O", work->note);
	add_citing(s, work, text);
	dt_text_add(text, ".Re\n");
}

enum dt_exit
dt_cmd_sources_all(struct dt_command_call *call, bool mdoc)
{
	struct dt_cmd_sources s = { .call = call };
	struct dt_error err = { 0 };
	struct dt_text text = { 0 };
	if (dt_cmd_sources_read(&s, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	dt_text_add(&text, mdoc ? ".Bl -tag -width Ds\n" : "");
	for (size_t i = 0; i < s.n; i++) {
		if (mdoc)
			add_mdoc(&s, &s.works[i], &text);
		else
			dt_cmd_sources_tell(&s, &s.works[i], &text);
		dt_text_add(&text, mdoc || i + 1 == s.n ? "" : "\n");
	}
	dt_text_add(&text, mdoc ? ".El\n" : "");
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}
