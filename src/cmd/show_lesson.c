/* show_lesson: what a class plays, and the teacher's sheet; see show.h. */
#include "cmd/show.h"

#include <string.h>

#include "base/number.h"
#include "catalogue/lesson.h"
#include "format/table.h"

/* ---- the blocks ---- */

static const char *
length_of(const struct dt_cmd_show *show, const struct dt_lesson_block *b)
{
	char chance[DT_NUMBER_SIZE];
	const char *words = dt_arena_print(show->call->arena, b->continuation
	    < 1 ? "up to %lld, one more with chance %s" : "%lld",
	    (long long)b->rounds, dt_number_print(b->continuation, chance));
	return words != NULL ? words : "";
}

static const char *
with_of(const struct dt_cmd_show *show, const struct dt_lesson_block *b)
{
	const char *words = dt_arena_print(show->call->arena, "%s%s%s%s%s%s",
	    b->practice ? ", practice" : "",
	    b->clauses.n > 0 ? ", clauses and a vote" : "",
	    b->sign ? ", signatures" : "", b->quiz.n > 0 ? ", a quiz" : "",
	    b->predict[0] != '\0' ? ", a prediction" : "",
	    b->reflect[0] != '\0' ? ", words after it" : "");
	return words == NULL || words[0] == '\0' ? "" : words + 2;
}

void
dt_cmd_show_lesson(const struct dt_cmd_show *show)
{
	static const char *const heads[] = { "block", "title", "treaty",
		"rounds", "seconds", "with" };
	const struct dt_lesson *lesson = show->content;
	const struct dt_lesson_block *b = lesson->blocks.items;
	struct dt_table table = { .columns = 6, .heads = heads, .indent = 2,
		.most = show->call->columns };
	char seconds[DT_NUMBER_SIZE];
	dt_cmd_show_heading(show, "What is played");
	for (size_t k = 0; k < lesson->blocks.n; k++) {
		dt_table_add(&table, b[k].origin.name);
		dt_table_add(&table, b[k].title);
		dt_table_add(&table, b[k].treaty[0] != '\0' ? b[k].treaty :
		    "the scenario's");
		dt_table_add(&table, length_of(show, &b[k]));
		dt_table_add(&table, b[k].seconds == 0 ? "untimed" :
		    dt_number_print((double)b[k].seconds, seconds));
		dt_table_add(&table, with_of(show, &b[k]));
	}
	dt_table_text(&table, show->text);
	dt_table_free(&table);
	dt_cmd_show_heading(show, "How");
	dt_text_add(show->text, "  scenario %s, about %lld minutes; groups: "
	    "%s; up to %lld phone%s a seat\n  languages:", lesson->scenario,
	    (long long)lesson->minutes,
	    dt_lesson_matching_words[lesson->matching],
	    (long long)lesson->delegation, lesson->delegation == 1 ? "" :
	    "s");
	dt_text_add(show->text, " %s", lesson->language);
	const struct dt_node *more = lesson->translations;
	for (size_t k = 0; more != NULL && k < more->n; k++)
		dt_text_add(show->text, ", %s", more->keys[k]->text);
	dt_text_add(show->text, "\n");
}

/* ---- the teacher's sheet ---- */

enum { BEFORE, AFTER, SAY, USUALLY, ASK, FROM, READ, PREDICT, REFLECT, WORDS };
static const struct {
	const char *language;
	const char *words[WORDS];
} headings[] = {
	{ "en", { "Before", "Afterwards: the debrief", "Say and do",
	    "What usually happens", "Ask", "known from", "Students read",
	    "Before it they guess", "After it they write" } },
	{ "de", { "Vorher", "Danach: die Auswertung", "Sagen und tun",
	    "Was meist geschieht", "Fragen", "bekannt aus",
	    "Das lesen die Schüler", "Vorher schätzen sie",
	    "Nachher schreiben sie" } },
};

struct sheet {
	const struct dt_cmd_show *show;
	const struct dt_lesson *lesson;
	const char *language;
	const char *const *words;
	struct dt_text *text;
};

static void
add_lines(const struct sheet *s, const char *words, size_t indent)
{
	dt_text_pad_to(s->text, indent);
	dt_text_wrap(s->text, words, indent, s->show->call->width);
	dt_text_add(s->text, "\n");
}

static void
add_item(const struct sheet *s, const char *own)
{
	dt_text_add(s->text, "    - ");
	dt_text_wrap(s->text, dt_lesson_in(s->lesson, s->language, own), 6,
	    s->show->call->width);
	dt_text_add(s->text, "\n");
}

static void
add_list(const struct sheet *s, int heading, const struct dt_list *list)
{
	const char *const *items = list->items;
	if (list->n == 0)
		return;
	dt_text_add(s->text, "  %s\n", s->words[heading]);
	for (size_t k = 0; k < list->n; k++)
		add_item(s, items[k]);
}

static void
add_usual(const struct sheet *s, const struct dt_list *list)
{
	const struct dt_lesson_usual *usual = list->items;
	if (list->n == 0)
		return;
	dt_text_add(s->text, "  %s\n", s->words[USUALLY]);
	for (size_t k = 0; k < list->n; k++) {
		add_item(s, usual[k].text);
		const char *from = dt_arena_print(s->show->call->arena,
		    "(%s: %s)", s->words[FROM], dt_lesson_in(s->lesson,
		    s->language, usual[k].from));
		add_lines(s, from != NULL ? from : "", 6);
	}
}

static void
add_sheet(const struct sheet *s, const struct dt_lesson_sheet *sheet)
{
	add_list(s, SAY, &sheet->say);
	add_usual(s, &sheet->usually);
	add_list(s, ASK, &sheet->ask);
}

static void
add_quoted(const struct sheet *s, int heading, const char *own)
{
	if (own[0] == '\0')
		return;
	dt_text_add(s->text, "  %s\n", s->words[heading]);
	const char *at = dt_lesson_in(s->lesson, s->language, own);
	while (*at != '\0') {
		size_t n = strcspn(at, "\n");
		char *one = dt_arena_copy_n(s->show->call->arena, at, n);
		if (one != NULL && n > 0)
			add_lines(s, one, 4);
		at += n + (at[n] == '\n');
	}
}

static void
fill_sheet(const struct sheet *s)
{
	const struct dt_lesson *lesson = s->lesson;
	const struct dt_lesson_block *b = lesson->blocks.items;
	dt_text_add(s->text, "%s\n", dt_lesson_in(lesson, s->language,
	    lesson->title));
	add_lines(s, dt_lesson_in(lesson, s->language, lesson->summary), 0);
	dt_text_add(s->text, "\n%s\n", s->words[BEFORE]);
	add_sheet(s, &lesson->before);
	for (size_t k = 0; k < lesson->blocks.n; k++) {
		dt_text_add(s->text, "\n%zu. %s\n", k + 1,
		    dt_lesson_in(lesson, s->language, b[k].title));
		add_quoted(s, READ, b[k].text);
		add_list(s, SAY, &b[k].sheet.say);
		add_quoted(s, PREDICT, b[k].predict);
		add_quoted(s, REFLECT, b[k].reflect);
		add_usual(s, &b[k].sheet.usually);
		add_list(s, ASK, &b[k].sheet.ask);
	}
	dt_text_add(s->text, "\n%s\n", s->words[AFTER]);
	add_sheet(s, &lesson->after);
}

/* A lesson that speaks no such language is told of, with those it does. */
static bool
speaks(const struct dt_lesson *lesson, const char *language)
{
	for (size_t k = 0; lesson->languages[k] != NULL; k++)
		if (strcmp(lesson->languages[k], language) == 0)
			return true;
	return false;
}

static enum dt_exit
write_sheet(const struct dt_cmd_show *show, const struct dt_lesson *lesson)
{
	const char *language = dt_command_value(show->call, "language");
	struct dt_text text = { 0 };
	struct sheet s = { .show = show, .lesson = lesson, .text = &text,
		.language = language != NULL ? language : lesson->language,
		.words = headings[0].words };
	if (!speaks(lesson, s.language))
		return dt_command_usage(show->call, "the lesson does not speak "
		    "'%s'; it speaks %s%s%s", s.language, lesson->languages[0],
		    lesson->languages[1] != NULL ? ", " : "",
		    lesson->languages[1] != NULL ? lesson->languages[1] : "");
	for (size_t k = 0; k < sizeof(headings) / sizeof(headings[0]); k++)
		if (strcmp(headings[k].language, s.language) == 0)
			s.words = headings[k].words;
	fill_sheet(&s);
	enum dt_exit exit = dt_command_write(show->call, &text);
	dt_text_free(&text);
	return exit;
}

bool
dt_cmd_show_lesson_instead(const struct dt_cmd_show *show,
    enum dt_exit *exit)
{
	struct dt_lesson lesson = *(const struct dt_lesson *)show->content;
	struct dt_faults faults = { .arena = show->call->arena };
	struct dt_error err = { 0 };
	if (dt_command_value(show->call, "sheet") == NULL)
		return false;
	*exit = dt_lesson_check(&show->call->catalogue, &lesson, &faults,
	    &err) == DT_OK ? write_sheet(show, &lesson) :
	    dt_command_fail(show->call, &faults, &err);
	return true;
}
