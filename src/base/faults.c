/* faults: see faults.h. Few of them, so that a sorted array will do. */
#include "base/faults.h"

#include <stdarg.h>
#include <string.h>

enum { SHOWN = 72, BEFORE = 40 };

static bool
same_file(const struct dt_source *a, const struct dt_source *b)
{
	return a == b || (a != NULL && b != NULL &&
	    strcmp(a->path, b->path) == 0);
}

static bool
before(struct dt_place a, struct dt_place b)
{
	return a.line != b.line ? a.line < b.line : a.column < b.column;
}

static bool
any_at(const struct dt_fault *list, size_t n, struct dt_place at)
{
	for (size_t i = 0; i < n; i++) {
		struct dt_place there = list[i].at;
		if (there.line == at.line && there.column == at.column &&
		    at.line != 0 && same_file(there.source, at.source))
			return true;
	}
	return false;
}

bool
dt_faults_at(const struct dt_faults *faults, struct dt_place at)
{
	return any_at(faults->list, faults->n, at);
}

/* Where a fault belongs: among those of its file, else behind all. */
static size_t
find_turn(const struct dt_faults *faults, struct dt_place at)
{
	size_t i = 0;
	while (i < faults->n &&
	    !same_file(faults->list[i].at.source, at.source))
		i++;
	while (i < faults->n &&
	    same_file(faults->list[i].at.source, at.source) &&
	    !before(at, faults->list[i].at))
		i++;
	return i;
}

/* Keeps what a file says from moving the cursor of who reads the message. */
static void
disarm(char *words)
{
	for (; words != NULL && *words != '\0'; words++)
		if ((unsigned char)*words < ' ' || *words == 0x7f)
			*words = ' ';
}

enum dt_status
dt_faults_add(struct dt_faults *faults, struct dt_place at, const char *help,
    const char *format, ...)
{
	if (dt_faults_at(faults, at))
		return DT_EINPUT;
	faults->total++;
	size_t turn = find_turn(faults, at);
	if (turn == DT_FAULTS_MOST)
		return DT_EINPUT;
	va_list args;
	va_start(args, format);
	char *message = dt_arena_vprint(faults->arena, format, args);
	va_end(args);
	disarm(message);
	faults->n -= faults->n == DT_FAULTS_MOST;
	memmove(&faults->list[turn + 1], &faults->list[turn],
	    (faults->n - turn) * sizeof(faults->list[0]));
	faults->list[turn] = (struct dt_fault){
		.at = at,
		.message = message ? message : "no memory to say what",
		.help = help,
	};
	faults->n++;
	return DT_EINPUT;
}

bool
dt_faults_warned(const struct dt_faults *faults, struct dt_place at)
{
	return any_at(faults->warnings, faults->n_warnings, at);
}

void
dt_faults_warn(struct dt_faults *faults, struct dt_place at, const char *help,
    const char *format, ...)
{
	if (faults->n_warnings == DT_FAULTS_MOST || dt_faults_at(faults, at) ||
	    dt_faults_warned(faults, at))
		return;
	va_list args;
	va_start(args, format);
	char *message = dt_arena_vprint(faults->arena, format, args);
	va_end(args);
	disarm(message);
	faults->warnings[faults->n_warnings++] = (struct dt_fault){
		.at = at,
		.message = message ? message : "no memory to say what",
		.help = help,
	};
}

enum dt_status
dt_faults_status(const struct dt_faults *faults, struct dt_error *err)
{
	if (faults->n == 0)
		return DT_OK;
	struct dt_place at = faults->list[0].at;
	const char *message = faults->list[0].message;
	if (at.source == NULL)
		return dt_status_fail(err, DT_EINPUT, "%s", message);
	if (at.line == 0)
		return dt_status_fail(err, DT_EINPUT, "%s: error: %s",
		    at.source->path, message);
	return dt_status_fail(err, DT_EINPUT, "%s:%zu:%zu: error: %s",
	    at.source->path, at.line, at.column, message);
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* The line of a place; NULL if its text is not there. */
static const char *
find_line(struct dt_place at, size_t *size)
{
	if (at.source == NULL || at.source->text == NULL || at.line == 0)
		return NULL;
	const char *bytes = at.source->text;
	size_t left = at.source->size, next;
	if (left >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		left -= 3;
	}
	*size = dt_text_line(bytes, left, &next);
	for (size_t line = 1; line < at.line; line++) {
		if (next == 0)
			return NULL;
		bytes += next;
		left -= next;
		*size = dt_text_line(bytes, left, &next);
	}
	return bytes;
}

/* The characters as they stand, each one column wide. */
static void
add_shown(struct dt_text *text, const char *bytes, size_t n)
{
	while (n > 0) {
		uint32_t code = '?';
		size_t size = dt_text_character(bytes, n, &code);
		if (code == '\t')
			dt_text_add_n(text, " ", 1);
		else if (size == 0 || dt_text_hidden(code))
			dt_text_add_n(text, "?", 1);
		else
			dt_text_add_n(text, bytes, size);
		size += size == 0;
		bytes += size;
		n -= size;
	}
}

static size_t
count_characters(const char *bytes, size_t n)
{
	size_t count = 0;
	for (size_t at = 0; at < n; count++)
		at += dt_text_offset(bytes + at, n - at, 1);
	return count;
}

/* The line and its caret; a long line only around the fault. */
static void
print_line(struct dt_place at, const char *line, size_t size, int colour,
    struct dt_text *text)
{
	size_t width = count_characters(line, size);
	size_t column = at.column > 0 ? at.column - 1 : 0;
	column = least(column, width);
	size_t from = width > SHOWN && column > BEFORE ? column - BEFORE : 0;
	size_t to = least(width, from + SHOWN);
	size_t start = dt_text_offset(line, size, from);
	size_t end = dt_text_offset(line, size, to);
	dt_text_add(text, "%5zu | %s", at.line, from > 0 ? "..." : "");
	add_shown(text, line + start, end - start);
	dt_text_add(text, "%s\n      | %s", to < width ? "..." : "",
	    from > 0 ? "   " : "");
	for (size_t i = from; i < column; i++)
		dt_text_add_n(text, " ", 1);
	dt_text_add(text, "%s^", colour ? "\033[1;32m" : "");
	for (size_t i = 1; i < at.length && column + i < to; i++)
		dt_text_add_n(text, "~", 1);
	dt_text_add(text, "%s\n", colour ? "\033[0m" : "");
}

static void
print_fault(const struct dt_fault *fault, const char *word, int colour,
    struct dt_text *text)
{
	struct dt_place at = fault->at;
	if (at.source != NULL) {
		add_shown(text, at.source->path, strlen(at.source->path));
		dt_text_add_n(text, ":", 1);
	}
	if (at.source != NULL && at.line > 0)
		dt_text_add(text, "%zu:%zu:", at.line, at.column);
	dt_text_add(text, "%s%s%s:%s ", at.source ? " " : "",
	    colour ? "\033[1;31m" : "", word, colour ? "\033[0m" : "");
	add_shown(text, fault->message, strlen(fault->message));
	dt_text_add_n(text, "\n", 1);
	size_t size = 0;
	const char *line = find_line(at, &size);
	if (line != NULL)
		print_line(at, line, size, colour, text);
	if (fault->help == NULL)
		return;
	dt_text_add(text, "      = help: ");
	add_shown(text, fault->help, strlen(fault->help));
	dt_text_add_n(text, "\n", 1);
}

static size_t
count_files(const struct dt_faults *faults)
{
	size_t files = faults->n > 0;
	for (size_t i = 1; i < faults->n; i++)
		files += !same_file(faults->list[i].at.source,
		    faults->list[i - 1].at.source);
	return files;
}

static void
print_sum(const struct dt_faults *faults, struct dt_text *text)
{
	size_t files = count_files(faults);
	const struct dt_source *source = faults->list[0].at.source;
	dt_text_add(text, "%zu faults", faults->total);
	if (files == 1 && source != NULL) {
		dt_text_add(text, " in ");
		add_shown(text, source->path, strlen(source->path));
	} else if (files > 1) {
		dt_text_add(text, " in %zu files", files);
	}
	if (faults->total > faults->n)
		dt_text_add(text, " (the first %zu are shown)", faults->n);
	dt_text_add_n(text, "\n", 1);
}

void
dt_faults_print(const struct dt_faults *faults, int colour,
    struct dt_text *text)
{
	for (size_t i = 0; i < faults->n; i++)
		print_fault(&faults->list[i], "error", colour, text);
	if (faults->total > 1)
		print_sum(faults, text);
	for (size_t i = 0; i < faults->n_warnings; i++)
		print_fault(&faults->warnings[i], "warning", colour, text);
}
