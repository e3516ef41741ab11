/* check_node: YAML as a tree, its faults, and trees as YAML. */
#include "base/faults.h"
#include "base/memory.h"
#include "base/node.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct dt_arena arena;
static struct dt_faults faults;
static struct dt_source source;
static struct dt_error error;

static void
set_up(void)
{
	faults = (struct dt_faults){ .arena = &arena };
	error = (struct dt_error){ 0 };
}

static void
tear_down(void)
{
	dt_arena_free(&arena);
}

static struct dt_node *
read_bytes(const char *bytes, size_t size)
{
	struct dt_node *root;
	source = (struct dt_source){
		.path = "t.yaml",
		.text = bytes,
		.size = size,
	};
	faults = (struct dt_faults){ .arena = &arena };
	enum dt_status status = dt_node_read(&arena, &source, &root, &faults,
	    &error);
	ck_assert_int_eq(status == DT_EINPUT, faults.total > 0);
	ck_assert(status == DT_OK || status == DT_EINPUT);
	return root;
}

static struct dt_node *
read_text(const char *text)
{
	return read_bytes(text, strlen(text));
}

/* The faults as "line:column:message;help|...". */
static const char *
list_faults(void)
{
	const char *list = "";
	for (size_t i = 0; i < faults.n; i++) {
		const struct dt_fault *fault = &faults.list[i];
		list = dt_arena_print(&arena, "%s%s%zu:%zu: %s%s%s", list,
		    i > 0 ? "|" : "", fault->at.line, fault->at.column,
		    fault->message, fault->help ? "; " : "",
		    fault->help ? fault->help : "");
	}
	return list;
}

START_TEST(a_tree_knows_the_place_of_each_piece)
{
	struct dt_node *root = read_text(
	    "# comment\n"
	    "noise:\n"
	    "    slip: 0.02   # chance\n"
	    "    who: [a, 'b c']\n"
	    "title: |\n"
	    "    two\n"
	    "    lines\n");
	ck_assert_uint_eq(faults.total, 0);
	struct dt_node *noise = dt_node_get(root, "noise");
	struct dt_node *slip = dt_node_get(noise, "slip");
	ck_assert_str_eq(slip->text, "0.02");
	ck_assert(!slip->quoted);
	ck_assert_uint_eq(slip->at.line, 3);
	ck_assert_uint_eq(slip->at.column, 11);
	ck_assert_uint_eq(slip->at.length, 4);
	struct dt_node *who = dt_node_get(noise, "who");
	ck_assert_int_eq(who->kind, DT_NODE_LIST);
	ck_assert(who->items[1]->quoted);
	ck_assert_uint_eq(who->items[1]->at.column, 14);
	ck_assert_str_eq(dt_node_get(root, "title")->text, "two\nlines\n");
	ck_assert(dt_node_get(root, "title")->quoted);
	struct dt_place at = dt_node_key_place(noise, "who");
	ck_assert_uint_eq(at.line, 4);
	ck_assert_uint_eq(at.column, 5);
	ck_assert_ptr_null(dt_node_get(root, "nothing"));
	ck_assert_ptr_null(dt_node_get(slip, "nothing"));
	ck_assert_ptr_null(dt_node_get(NULL, "nothing"));
}
END_TEST

/* Columns count characters: e with acute accent is two bytes, one column. */
START_TEST(columns_count_characters_and_line_ends_may_be_of_any_kind)
{
	struct dt_node *root = read_text(
	    "\xef\xbb\xbf" "a: 1\r\n\xc3\xa9\xc3\xa9: 2\rc: 3\n \t \nd: 4");
	ck_assert_uint_eq(faults.total, 0);
	ck_assert_uint_eq(dt_node_get(root, "a")->at.column, 4);
	struct dt_node *second = dt_node_get(root, "\xc3\xa9\xc3\xa9");
	ck_assert_uint_eq(second->at.line, 2);
	ck_assert_uint_eq(second->at.column, 5);
	ck_assert_uint_eq(dt_node_get(root, "c")->at.line, 3);
	ck_assert_uint_eq(dt_node_get(root, "d")->at.line, 5);
}
END_TEST

/* Each text has the faults beside it, and no others: what a mended line says
 * is read on, what could not be mended is not complained of again. */
static const struct {
	const char *text, *faults;
} cases[] = {
	/* a missing colon */
	{ "noise:\n    slip 0.02\n    miss: 0.1\nb: 1\n",
	  "2:9: missing ':' after 'slip'; write 'slip: 0.02'" },
	{ "noise:\n    miss: 0.1\n    slip 0.02\nb: 1\n",
	  "3:9: missing ':' after 'slip'; write 'slip: 0.02'" },
	{ "noise:\n    miss: 0.1\n    slip 0.02\n",
	  "3:9: missing ':' after 'slip'; write 'slip: 0.02'" },
	{ "rounds: 5\nnoise\n    slip: 0.02\n",
	  "2:6: missing ':' after 'noise'; write 'noise:'" },
	{ "noise\n    slip: 0.02\n",
	  "1:6: missing ':' after 'noise'; write 'noise:'" },
	{ "- name x\n  strategy: grim\n",
	  "1:7: missing ':' after 'name'; write 'name: x'" },
	{ "agents:\n  - lab: x\n    strategy grim\n  - lab: y\n",
	  "3:13: missing ':' after 'strategy'; write 'strategy: grim'" },
	{ "a 1\nb 2\nc: 3\n",
	  "1:2: missing ':' after 'a'; write 'a: 1'|"
	  "2:2: missing ':' after 'b'; write 'b: 2'" },
	{ "a: 1\nslip:0.02\nb: 2\n",
	  "2:5: missing space after the ':' of 'slip'; write 'slip: 0.02'" },
	{ "a: 1\nslip = 0.02\nb=2\nc: 1\n",
	  "2:5: '=' where ':' belongs, after 'slip'; write 'slip: 0.02'|"
	  "3:2: '=' where ':' belongs, after 'b'; write 'b: 2'" },
	{ "play: {race:0.3, pause 0.7, x=1}\n",
	  "1:12: missing space after the ':' of 'race'; write 'race: 0.3'|"
	  "1:23: missing ':' after 'pause'; write 'pause: 0.7'|"
	  "1:30: '=' where ':' belongs, after 'x'; write 'x: 1'" },
	/* a tab */
	{ "noise:\n\tslip: 0.02\nb: 1\n",
	  "2:1: a tab in the indentation; indent with spaces" },
	{ "noise:\n    slip: 0.02\n\tmiss: 0.1\n\n\tb: 1\n",
	  "3:1: a tab in the indentation; "
	  "indent with spaces, here and down to line 5" },
	{ "a:\n\tb: 1\nc: 2\nd:\n\te: 1\n",
	  "2:1: a tab in the indentation; indent with spaces|"
	  "5:1: a tab in the indentation; indent with spaces" },
	{ "a: x\n  \tb: 1\n", "2:3: a tab in the indentation; "
	  "indent with spaces|"
	  "2:4: a key inside the value of line 1; indent it like line 1" },
	{ "-\ta: 1\n  b: 1\n", "1:2: a tab between words; use spaces" },
	{ "a:\n\tb 1\n\tb: 2\n\tc: @x\n",
	  "2:1: a tab in the indentation; "
	  "indent with spaces, here and down to line 4|"
	  "2:3: missing ':' after 'b'; write 'b: 1'|"
	  "3:2: duplicate key 'b'; the first one is in line 2|"
	  "4:5: '@' cannot begin a text; put the text in quotes" },
	/* a duplicate key */
	{ "a: 1\nb: {c: 1, c: 2}\na: 3\n",
	  "2:11: duplicate key 'c'; the first one is in line 2|"
	  "3:1: duplicate key 'a'; the first one is in line 1" },
	/* wrong indentation */
	{ "a: 1\n  b: 2\n  c: 3\nd: 4\n",
	  "2:3: a key inside the value of line 1; indent it like line 1" },
	{ "x:\n    a: 1\n  b: 2\n",
	  "3:3: no line above is indented like this one; "
	  "indent it like line 2" },
	{ "  a: 1\nb: 2\nc: 3\n", "2:1: no line above is indented like this "
	  "one; indent it like line 1" },
	{ "a:\n  b: 1\n  - x\nc: 1\n",
	  "3:3: a list item where a key belongs" },
	{ "a:\n  - x\n  b: 1\nc: 1\n", "3:3: this is no item of the list "
	  "above; begin the item with '- '" },
	/* a text that needs quotes, and quotes that do not match */
	{ "title: Test: of it\nb: 1\n", "1:12: a second ':' in one line; "
	  "if ':' belongs to the text, put the text in quotes" },
	{ "a: some text\n  with the rest: of it\nb: 1\n",
	  "2:16: ':' in a text without quotes; put the text in quotes" },
	{ "a: @b\nc: `d\n",
	  "1:4: '@' cannot begin a text; put the text in quotes|"
	  "2:4: '`' cannot begin a text; put the text in quotes" },
	{ "a: *\nb: 1\n",
	  "1:4: '*' cannot begin a text; put the text in quotes" },
	{ "a: \"foo\nb: 3\n",
	  "1:4: this quote is never closed; close it on the same line" },
	{ "a: \"foo\nb: \"bar\"\nc: 1\n",
	  "1:4: this quote is never closed; close it on the same line" },
	{ "a: 'it's'\nb: 1\n", "1:8: text behind the closing quote; "
	  "double a quote that belongs to the text" },
	{ "a: \"\\d\"\nb: 1\n", "1:5: no such escape in double quotes; "
	  "write \\\\ for a backslash, or use single quotes" },
	{ "a: \"x\\0y\"\n",
	  "1:4: a text cannot hold the character NUL" },
	/* lists and maps on a line */
	{ "a: {b: 1 c: 2}\nd: 1\n",
	  "1:10: missing ',' before 'c'; write ',' between two entries" },
	{ "a: {\n  b: 1\n  c: 2\n}\nd: 1\n",
	  "3:3: missing ',' before 'c'; write ',' between two entries" },
	{ "a: {b: 1\nd: 1\n",
	  "1:4: this '{' is never closed; close it with '}'" },
	{ "a: [b, 1\nd: 1\n",
	  "1:4: this '[' is never closed; close it with ']'" },
	{ "a: [1, 2]]\nb: 1\n", "1:10: this does not belong here" },
	{ "a: - b\nc: 1\n", "1:4: a list item cannot stand here; "
	  "begin a line with it, or write [a, b]" },
	/* what the subset leaves out */
	{ "a: &b 1\nc: *b\n", "1:4: anchors are not used here; quote a text "
	  "that begins with '&'|2:4: aliases are not used here; quote a "
	  "text that begins with '*'" },
	{ "a: !!int 1\n", "1:4: tags are not used here; quote a text that "
	  "begins with '!'" },
	{ "a: 1\n---\nb: 2\n", "2:1: a second document begins here; "
	  "put it into a file of its own" },
	{ "a: 1\n...\nb: 2\n", "3:1: the document has ended above, by "
	  "'...'; put it into a file of its own" },
	{ "[a]: 1\n", "1:1: a key must be a word, not a map or list" },
	{ ": 1\na: 1\n", "1:1: no key before the ':'" },
	/* bytes that are no text */
	{ "a: caf\xe9\nb: 1\n",
	  "1:7: byte 0xe9 is not UTF-8 text; save the file as UTF-8" },
	{ "a: \x01\n", "1:4: invisible character U+0001; delete it" },
	{ "a: x\xe2\x80\xa8y\n",
	  "1:5: invisible character U+2028; delete it" },
	{ "", "0:0: nothing in it" },
	{ "# only a comment\n", "0:0: nothing in it" },
};

START_TEST(each_fault_of_form_is_found_once_at_its_place)
{
	read_text(cases[_i].text);
	ck_assert_str_eq(list_faults(), cases[_i].faults);
}
END_TEST

START_TEST(what_is_mended_is_read_as_it_was_meant)
{
	struct dt_node *root = read_text(
	    "noise\n\tslip 0.02\n\tmiss: 0.1\nlong:\n  b=2\n   c: 3\n");
	ck_assert_uint_eq(faults.total, 5);
	struct dt_text text = { 0 };
	dt_node_print(root, 0, &text);
	ck_assert_str_eq(text.bytes,
	    "noise:\n  slip: 0.02\n  miss: 0.1\nlong:\n  b: 2\n  c: 3\n");
	dt_text_free(&text);
	struct dt_node *slip = dt_node_get(dt_node_get(root, "noise"), "slip");
	ck_assert_uint_eq(slip->at.line, 2);
	ck_assert_uint_eq(slip->at.column, 7);
}
END_TEST

/* Who drops a line must not complain that its key is missing. */
START_TEST(maps_that_lost_a_line_are_torn_and_others_are_not)
{
	struct dt_node *root = read_text(
	    "a:\n  b: 1\n  @c: 2\nd:\n  - x\n  e: 1\nf:\n  g: 1\nh: @i\n");
	ck_assert(!dt_node_get(root, "f")->torn);
	ck_assert(dt_node_get(root, "d")->torn);
	ck_assert(dt_node_get(root, "h")->torn);
	ck_assert(!root->torn);
}
END_TEST

START_TEST(nul_bytes_and_binary_files_are_refused)
{
	read_bytes("a: 1\nb: \0\n", 10);
	ck_assert_str_eq(list_faults(),
	    "2:4: invisible character U+0000; delete it");
	char binary[5000];
	memset(binary, 0xff, sizeof(binary));
	ck_assert_ptr_null(read_bytes(binary, sizeof(binary)));
	ck_assert_uint_eq(faults.n, DT_FAULTS_MOST);
}
END_TEST

static char *
repeat(const char *piece, size_t n)
{
	size_t size = strlen(piece);
	char *text = dt_arena_new(&arena, n * size + 1, 1);
	for (size_t i = 0; i < n; i++)
		memcpy(text + i * size, piece, size);
	return text;
}

START_TEST(depth_and_size_have_limits)
{
	ck_assert_ptr_nonnull(read_text(dt_arena_print(&arena, "%s1%s",
	    repeat("[", DT_NODE_DEPTH), repeat("]", DT_NODE_DEPTH))));
	ck_assert_uint_eq(faults.total, 0);
	ck_assert_ptr_null(read_text(dt_arena_print(&arena, "%s1%s",
	    repeat("[", 1 + DT_NODE_DEPTH), repeat("]", 1 + DT_NODE_DEPTH))));
	ck_assert_str_eq(list_faults(), "1:33: nested deeper than 32 levels");
	ck_assert_ptr_null(read_text(repeat("[", 500000)));
	ck_assert_ptr_null(read_text(repeat("a", DT_NODE_BYTES + 1)));
	ck_assert_str_eq(list_faults(), "0:0: has more than 1048576 bytes");
	struct dt_node *wide = read_text(dt_arena_print(&arena, "[%s1]",
	    repeat("1,", 100000)));
	ck_assert_uint_eq(wide->n, 100001);
}
END_TEST

START_TEST(files_are_loaded_whole_or_refused_with_their_path)
{
	struct dt_source *loaded;
	char path[] = "/tmp/check_node_XXXXXX";
	int file = mkstemp(path);
	ck_assert_int_ge(file, 0);
	ck_assert_int_eq(write(file, "a: 1\n", 5), 5);
	ck_assert_int_eq(dt_node_load(&arena, path, &loaded, &error), DT_OK);
	ck_assert_str_eq(loaded->text, "a: 1\n");
	ck_assert_int_eq(write(file, "b\xff\n", 3), 3);
	ck_assert_int_eq(dt_node_load(&arena, path, &loaded, &error),
	    DT_EINPUT);
	ck_assert_ptr_nonnull(strstr(error.message, ":2:2: error: byte 0xff"));
	ck_assert_int_eq(ftruncate(file, DT_NODE_BYTES + 1), 0);
	ck_assert_int_eq(dt_node_load(&arena, path, &loaded, &error),
	    DT_EINPUT);
	close(file);
	unlink(path);
	ck_assert_int_eq(dt_node_load(&arena, path, &loaded, &error), DT_EINPUT);
	ck_assert_ptr_nonnull(strstr(error.message, path));
	ck_assert_int_eq(dt_node_load(&arena, "/tmp", &loaded, &error),
	    DT_EIO);
}
END_TEST

START_TEST(merging_goes_down_maps_and_replaces_the_rest)
{
	struct dt_node *base = read_text("a: {b: 1, c: [1, 2]}\nd: 4\n");
	struct dt_node *over = read_text("a: {c: [3], e: 5}\nf: 6\nd: {}\n");
	struct dt_text text = { 0 };
	dt_node_print(dt_node_merge(&arena, base, over), 0, &text);
	ck_assert_str_eq(text.bytes,
	    "a:\n  b: 1\n  c: [3]\n  e: 5\nd: {}\nf: 6\n");
	text.size = 0;
	dt_node_print(base, 2, &text);
	ck_assert_str_eq(text.bytes, "  a:\n    b: 1\n    c: [1, 2]\n  d: 4\n");
	dt_text_free(&text);
}
END_TEST

START_TEST(keys_can_be_put_and_removed)
{
	struct dt_place nowhere = { 0 };
	struct dt_node *map = dt_node_map(&arena, nowhere);
	for (int i = 0; i < 9; i++)
		ck_assert(dt_node_put(&arena, map, dt_arena_print(&arena,
		    "k%d", i % 5), dt_node_scalar(&arena,
		    dt_arena_print(&arena, "%d", i), nowhere)));
	dt_node_remove(map, "k0");
	dt_node_remove(map, "k7");
	struct dt_text text = { 0 };
	dt_node_print(map, 0, &text);
	ck_assert_str_eq(text.bytes, "k1: 6\nk2: 7\nk3: 8\nk4: 4\n");
	dt_text_free(&text);
}
END_TEST

START_TEST(lists_of_short_maps_take_a_line_each)
{
	struct dt_node *root = read_text(
	    "agents:\n- {lab: a, strategy: grim}\n- lab: b\n  why: |\n"
	    "    two\n    lines\n- []\nm: [[1, 2], [3, 4]]\n");
	struct dt_text text = { 0 };
	dt_node_print(root, 0, &text);
	ck_assert_str_eq(text.bytes,
	    "agents:\n  - {lab: a, strategy: grim}\n  - lab: b\n"
	    "    why: |\n      two\n      lines\n  - []\n"
	    "m:\n  - [1, 2]\n  - [3, 4]\n");
	dt_text_free(&text);
}
END_TEST

static unsigned
draw(unsigned *state, unsigned n)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % n;
}

static const char *const texts[] = {
	"", " ", "a", "yes", "no", "null", "~", "5", "-5", "0.1", "1e3", "-",
	"- a", "--- a", "...", "a: b", "a:", ":a", "a:b", "#a", "a #b", "a#b",
	" a", "a ", "a  b", "{a", "[a]", "a, b", "a]", "%a", "@a", "`a", "!a",
	"&a", "*a", "|a", ">a", "?", "? a", "?a", "'a'", "\"a\"", "a\"b",
	"it's", "a\\b", "\\", "\n", "a\n", "a\nb", "a\nb\n", "a\n\nb\n",
	"a\n\n", "\na", " a\nb", "a\n b\n", "a \nb", "a\n ", "a\nb #c: d\n",
	"a\tb", "\ta", "a\r\nb", "\x01\x7f", "d\xc3\xa9tente", "\xe2\x80\xa8",
	"\xef\xbb\xbf" "a", "\xf0\x9f\x98\x80", "\xc2\x85", "a\n- b\n---\n",
	"long text of more than eighty characters, which a flow cannot hold "
	"on a line of its own: no",
};

enum { TEXTS = sizeof(texts) / sizeof(texts[0]) };

/* A plain scalar holds what cannot be taken for anything else. */
static const char *const plains[] = {
	"", "a", "-5", "0.1", "yes", "a b", "5%", "1/3", "a:b", "a#b", "x-y",
	"alarms >= 1", "d\xc3\xa9tente", "it's", "a, b", "a]b",
};

static struct dt_node *
grow_scalar(unsigned *state)
{
	bool quoted = draw(state, 2);
	const char *text = quoted ? texts[draw(state, TEXTS)] :
	    plains[draw(state, sizeof(plains) / sizeof(plains[0]))];
	struct dt_node *node = dt_node_scalar(&arena, text,
	    (struct dt_place){ 0 });
	node->quoted = quoted;
	return node;
}

static struct dt_node *
grow(unsigned *state, int depth)
{
	unsigned kind = depth > 5 ? 0 : draw(state, 4);
	struct dt_place nowhere = { 0 };
	if (kind < 2 && depth > 0)
		return grow_scalar(state);
	size_t n = draw(state, 5);
	if (kind == 2) {
		struct dt_node *list = dt_node_list(&arena, n, nowhere);
		for (size_t i = 0; i < n; i++)
			list->items[i] = grow(state, depth + 1);
		return list;
	}
	struct dt_node *map = dt_node_map(&arena, nowhere);
	for (size_t i = 0; i < n; i++) {
		const char *key = texts[draw(state, TEXTS)];
		dt_node_put(&arena, map, key[0] ? key : "k",
		    grow(state, depth + 1));
	}
	return map;
}

static bool
same(const struct dt_node *a, const struct dt_node *b)
{
	if (a->kind != b->kind || a->n != b->n)
		return false;
	if (a->kind == DT_NODE_SCALAR && (strcmp(a->text, b->text) != 0 ||
	    (a->quoted && !b->quoted)))
		return false;
	/* Inside [] and {} these need quotes, though in a block they do not. */
	if (a->kind == DT_NODE_SCALAR && !a->quoted && b->quoted &&
	    strpbrk(a->text, ",]") == NULL)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if ((a->kind == DT_NODE_MAP &&
		    strcmp(a->keys[i]->text, b->keys[i]->text) != 0) ||
		    !same(a->items[i], b->items[i]))
			return false;
	return true;
}

START_TEST(a_printed_tree_reads_back_as_itself)
{
	unsigned state = 20261001;
	for (int i = 0; i < 3000; i++) {
		struct dt_node *tree = grow(&state, 0);
		struct dt_text text = { 0 };
		dt_node_print(tree, draw(&state, 2) * 4, &text);
		ck_assert(!text.failed);
		struct dt_node *back = read_text(text.bytes);
		ck_assert_msg(faults.total == 0 && back && same(tree, back),
		    "%s\n%s", text.bytes, list_faults());
		dt_text_free(&text);
		dt_arena_free(&arena);
	}
}
END_TEST

static const char seed[] =
    "# a scenario\n"
    "title: \"A 'test'\"\n"
    "noise: {slip: 0.02, private: [1, 2]}\n"
    "agents:\n"
    "  - lab: x\n"
    "    strategy: grim\n"
    "  - {lab: y, play: {race: 0.3}}\n"
    "text: |\n"
    "  two\n"
    "  lines\n"
    "rounds: 10\n";

static const char pieces[] = "\t\n :-,{}[]\"'#&*!|>%@`\\?=a0\xc3\xa9\xff\x80";

/* Whatever the bytes, reading ends, all places lie in the text, and the words
 * can be printed. */
START_TEST(no_bytes_upset_the_reader)
{
	unsigned state = 7;
	for (int i = 0; i < 6000; i++) {
		char bytes[2 * sizeof(seed)];
		size_t size = sizeof(seed) - 1;
		memcpy(bytes, seed, size);
		for (unsigned n = 1 + draw(&state, 6); n > 0; n--) {
			size_t at = draw(&state, (unsigned)size);
			char piece = pieces[draw(&state, sizeof(pieces))];
			unsigned how = draw(&state, 3);
			if (how == 0)
				bytes[at] = piece;
			if (how > 0)
				memmove(bytes + at + (how == 1),
				    bytes + at + (how == 2), size - at -
				    (how == 2));
			if (how == 1)
				bytes[at] = piece;
			size += how == 1 ? 1 : 0;
			size -= how == 2 ? 1 : 0;
		}
		bytes[size] = '\0';
		struct dt_node *root = read_bytes(bytes, size);
		struct dt_text text = { 0 };
		dt_faults_print(&faults, 1, &text);
		if (root != NULL)
			dt_node_print(root, 0, &text);
		for (size_t j = 0; j < faults.n; j++)
			ck_assert_uint_le(faults.list[j].at.column, size + 1);
		dt_text_free(&text);
		dt_arena_free(&arena);
	}
}
END_TEST

/* Each allocation in turn fails: reading says so, and what it had is freed
 * (which the address sanitizer sees). */
START_TEST(reading_survives_any_failed_allocation)
{
	static const char bad[] = "a 1\n\tb: \"x\nc: {d: 1 e: 2\nf: @g\nf: 1\n";
	const char *const both[] = { seed, bad };
	for (int i = 0; i < 2; i++) {
		enum dt_status status = DT_ENOMEM;
		for (long after = 0; status == DT_ENOMEM; after++) {
			struct dt_source from = { "t", both[i],
			    strlen(both[i]) };
			struct dt_node *root;
			faults = (struct dt_faults){ .arena = &arena };
			dt_memory_fail_after(after);
			status = dt_node_read(&arena, &from, &root, &faults,
			    &error);
			bool spent = dt_memory_fail_after(-1) > after;
			dt_arena_free(&arena);
			ck_assert_int_lt(after, 1000);
			if (spent && status != DT_ENOMEM)
				status = i == 0 ? DT_OK : DT_ENOMEM;
			if (!spent)
				break;
		}
		ck_assert_int_eq(status, i == 0 ? DT_OK : DT_EINPUT);
	}
}
END_TEST

START_TEST(faults_are_printed_with_their_line_and_caret)
{
	read_text("\ta: 1\nb: 2\nb: \xc3\xa9 @\nb:\t3\n");
	faults = (struct dt_faults){ .arena = &arena };
	struct dt_place at = { &source, 26, 5, 7 };
	const char *lines = repeat("\n", 25);
	source.text = dt_arena_print(&arena, "%s    stratgy: grimm", lines);
	source.size = strlen(source.text);
	dt_faults_add(&faults, at, "did you mean 'strategy'?",
	    "unknown key '%s'", "stratgy");
	struct dt_text text = { 0 };
	dt_faults_print(&faults, 0, &text);
	ck_assert_str_eq(text.bytes,
	    "t.yaml:26:5: error: unknown key 'stratgy'\n"
	    "   26 |     stratgy: grimm\n"
	    "      |     ^~~~~~~\n"
	    "      = help: did you mean 'strategy'?\n");
	dt_text_free(&text);
}
END_TEST

START_TEST(a_long_line_is_shown_around_its_fault)
{
	source = (struct dt_source){ .path = "p", .text = dt_arena_print(
	    &arena, "%sX%s", repeat("\t\xc3\xa9", 100), repeat("ab", 100)) };
	source.size = strlen(source.text);
	struct dt_place at = { &source, 1, 201, 300 };
	dt_faults_add(&faults, at, NULL, "wrong");
	dt_faults_add(&faults, (struct dt_place){ &source, 0, 0, 0 }, NULL,
	    "whole");
	struct dt_text text = { 0 };
	dt_faults_print(&faults, 0, &text);
	const char *expected = dt_arena_print(&arena,
	    "p: error: whole\n"
	    "p:1:201: error: wrong\n"
	    "    1 | ...%sX%sa...\n"
	    "      |    %s^%s\n"
	    "2 faults in p\n", repeat(" \xc3\xa9", 20), repeat("ab", 15),
	    repeat(" ", 40), repeat("~", 31));
	ck_assert_str_eq(text.bytes, expected);
	dt_text_free(&text);
}
END_TEST

/* Files in the order in which they came up, then lines, then columns. */
START_TEST(faults_are_sorted_and_only_the_first_are_kept)
{
	struct dt_source a = { "a", NULL, 0 }, b = { "b", NULL, 0 };
	dt_faults_add(&faults, (struct dt_place){ &b, 9, 9, 1 }, NULL, "z");
	for (size_t i = 30; i > 0; i--) {
		dt_faults_add(&faults, (struct dt_place){ &a, i, 2, 1 }, NULL,
		    "line %zu", i);
		dt_faults_add(&faults, (struct dt_place){ &a, i, 2, 1 }, NULL,
		    "again");
	}
	ck_assert_uint_eq(faults.total, 31);
	ck_assert_uint_eq(faults.n, DT_FAULTS_MOST);
	ck_assert_str_eq(faults.list[0].message, "z");
	ck_assert_str_eq(faults.list[1].message, "line 1");
	ck_assert_str_eq(faults.list[19].message, "line 19");
	struct dt_text text = { 0 };
	dt_faults_print(&faults, 0, &text);
	ck_assert_ptr_nonnull(strstr(text.bytes,
	    "31 faults in 2 files (the first 20 are shown)\n"));
	dt_text_free(&text);
}
END_TEST

START_TEST(the_nearest_word_is_within_a_third_in_edits)
{
	static const char *const words[] = { "strategy", "false_alarm",
	    "title", "pause", "race", "tit-for-tat", NULL };
	static const char *const few[] = { "race", "pause", NULL };
	ck_assert_str_eq(dt_faults_nearest("stratgy", words), "strategy");
	ck_assert_str_eq(dt_faults_nearest("startegy", words), "strategy");
	ck_assert_str_eq(dt_faults_nearest("False-Alarm", words),
	    "false_alarm");
	ck_assert_str_eq(dt_faults_nearest("tit_for_tat", words),
	    "tit-for-tat");
	ck_assert_str_eq(dt_faults_nearest("puase", words), "pause");
	ck_assert_ptr_null(dt_faults_nearest("cooperate", words));
	ck_assert_ptr_null(dt_faults_nearest("", words));
	ck_assert_str_eq(dt_faults_suggest(&faults, "rave", few),
	    "did you mean 'race'?");
	ck_assert_str_eq(dt_faults_suggest(&faults, "cooperate", few),
	    "one of: race, pause");
}
END_TEST

START_TEST(a_file_cannot_move_the_cursor_of_who_reads_its_faults)
{
	read_text("\"\\e[2J\": 1\n\"\\e[2J\": 2\n");
	struct dt_text text = { 0 };
	dt_faults_print(&faults, 0, &text);
	ck_assert_ptr_null(strchr(text.bytes, '\033'));
	ck_assert_ptr_null(strchr(error.message, '\033'));
	dt_text_free(&text);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("node");
	TCase *c = tcase_create("node");
	tcase_set_timeout(c, 120);
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, a_tree_knows_the_place_of_each_piece);
	tcase_add_test(c,
	    columns_count_characters_and_line_ends_may_be_of_any_kind);
	tcase_add_loop_test(c, each_fault_of_form_is_found_once_at_its_place,
	    0, (int)(sizeof(cases) / sizeof(cases[0])));
	tcase_add_test(c, what_is_mended_is_read_as_it_was_meant);
	tcase_add_test(c, maps_that_lost_a_line_are_torn_and_others_are_not);
	tcase_add_test(c, nul_bytes_and_binary_files_are_refused);
	tcase_add_test(c, depth_and_size_have_limits);
	tcase_add_test(c, files_are_loaded_whole_or_refused_with_their_path);
	tcase_add_test(c, merging_goes_down_maps_and_replaces_the_rest);
	tcase_add_test(c, keys_can_be_put_and_removed);
	tcase_add_test(c, lists_of_short_maps_take_a_line_each);
	tcase_add_test(c, a_printed_tree_reads_back_as_itself);
	tcase_add_test(c, no_bytes_upset_the_reader);
	tcase_add_test(c, reading_survives_any_failed_allocation);
	tcase_add_test(c, faults_are_printed_with_their_line_and_caret);
	tcase_add_test(c, a_long_line_is_shown_around_its_fault);
	tcase_add_test(c, faults_are_sorted_and_only_the_first_are_kept);
	tcase_add_test(c, the_nearest_word_is_within_a_third_in_edits);
	tcase_add_test(c, a_file_cannot_move_the_cursor_of_who_reads_its_faults);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
