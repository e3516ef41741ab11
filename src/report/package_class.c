/*
 * package_class: what a package has of a class beside its tables: the lesson,
 * the rules that were hashed and signed before the first round, what each code is
 * to be paid, and a script that works all of it out again. What a person is
 * called, what was typed in words, and the messages of the room stay at home:
 * see dt_store_copy_public.
 */
#include "report/package_internal.h"

#include <inttypes.h>
#include <string.h>

#include "report/digest_class.h"

const char dt_package_class_codebook[] = " UNION ALL SELECT * FROM (VALUES"
    " ('payout', 'participant', 'code', 'who', 'p0a1b2c3d'),"
    " ('payout', 'rounds', 'rounds',"
    " 'in which its seat moved, practice left out', '30'),"
    " ('payout', 'own_moves', 'moves',"
    " 'of these, those that it made itself, paper included', '28'),"
    " ('payout', 'points', 'payoff', 'of all of these rounds', '171.0'))"
    " WHERE EXISTS (SELECT 1 FROM class_run)";

struct facts {
	const char *class, *sha256, *lesson, *lesson_sha256, *text, *seed,
	    *started;
	int64_t enrolled;
};

static enum dt_status
take_facts(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct facts *f = to;
	const char **const words[] = { &f->class, &f->sha256, &f->lesson,
		&f->lesson_sha256, &f->text, &f->seed, &f->started };
	for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		*words[k] = dt_digest_text(d, &row[k]);
	return DT_OK;
}

static void
add_rules(const struct facts *f, struct dt_text *text)
{
	dt_text_add(text, "The rules of this class were fixed before its first "
	    "round.\n\nlesson %s, whole in lesson.yaml: scenarios, treaties, "
	    "rounds, questions, consent.\nSHA-256 of lesson.yaml: %s\n\n"
	    "class %s, begun %s\nSHA-256 of the four lines \"detente class\", "
	    "the class, the lesson's SHA-256 and the\nbeginning, without a "
	    "line feed behind the last: %s\n\nThat hash stands in each text "
	    "of kind enrol in data/entry.csv: %" PRId64 " of them, each\nsigned "
	    "by the key of a browser when its person came in, each before all "
	    "moves in the\nlog. `detente audit data.db` verifies the "
	    "signatures, check_class.py the hashes.\n\nBots, noise and who met "
	    "whom follow from the seed %s.\n", f->lesson, f->lesson_sha256,
	    f->class, f->started, f->sha256, f->enrolled, f->seed);
}

static enum dt_status
write_words(struct dt_package_work *w, const char *name, const char *words)
{
	struct dt_text text = { 0 };
	dt_text_add_n(&text, words, strlen(words));
	enum dt_status status = dt_package_file(w, name, &text);
	dt_text_free(&text);
	return status;
}

static enum dt_status
write_rules(struct dt_package_work *w, struct dt_digest *d)
{
	struct facts f = { .class = NULL };
	struct dt_text text = { 0 };
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_facts, &f }, "SELECT class, class_sha256, lesson,"
	    " lesson_sha256, lesson_text, seed, started_at FROM"
	    " class_session LIMIT 1");
	if (status == DT_OK)
		status = dt_digest_ask(d, (struct dt_digest_taker){
		    dt_digest_take_count, &f.enrolled }, "SELECT count(*) FROM entry"
		    " WHERE kind = 'enrol'");
	if (status != DT_OK || f.class == NULL)
		return status;
	add_rules(&f, &text);
	status = dt_package_file(w, "RULES.txt", &text);
	dt_text_free(&text);
	return status ? status : write_words(w, "lesson.yaml", f.text);
}

/* Practice is not paid. */
static const char *
practice(struct dt_digest *d, const struct dt_digest_class *c)
{
	const char *list = "0";
	for (int64_t b = 1; b <= DT_DIGEST_CLASS_BLOCKS; b++)
		if (dt_digest_class_is_practice(c, b))
			list = dt_digest_print(d, "%s, %" PRId64, list, b);
	return list;
}

static enum dt_status
write_payout(struct dt_package_work *w, struct dt_digest *d,
    const struct dt_digest_class *c)
{
	int64_t rows;
	const char *sql = dt_arena_print(&w->arena, "SELECT s.participant,"
	    " count(*) AS rounds, sum(ifnull(c.source IN ('human', 'paper')"
	    " AND c.participant = s.participant, 0)) AS own_moves,"
	    " sum(m.payoff) AS points FROM seat AS s JOIN class_run AS k"
	    " USING (experiment_id, run) JOIN move AS m"
	    " ON m.experiment_id = s.experiment_id AND m.run = s.run"
	    " AND m.agent = s.agent LEFT JOIN choice AS c"
	    " ON c.experiment_id = m.experiment_id AND c.run = m.run"
	    " AND c.round = m.round AND c.agent = m.agent"
	    " WHERE k.block NOT IN (%s) GROUP BY s.participant"
	    " ORDER BY s.participant", practice(d, c));
	return sql == NULL ? dt_status_no_memory(w->err) :
	    dt_package_table(w, "payout", sql, &rows);
}

static void
add_readme(bool lesson, struct dt_text *readme)
{
	dt_text_add(readme, "\nOf the class:\n"
	    "  data/payout.csv  what each code is to be paid for: rounds in "
	    "its seat, how many of\n    those moves it made itself, and the "
	    "points of all of them; practice left out\n"
	    "  check_class.py  works out pauses by block and payouts from the "
	    "raw rows, and\n    compares%s\n", lesson ? "; checks the hashes "
	    "of RULES.txt" : "");
	if (lesson)
		dt_text_add(readme, "  lesson.yaml, RULES.txt  what was "
		    "played, and the hash of it that everybody signed\n    "
		    "before the first round\n");
	dt_text_add(readme, "People are codes here. What they are called, "
	    "what they wrote in words, and the\nmessages of the room are not "
	    "in this package, and not in its data.db.\n"
	    "participant.consent is the version of the text that a person "
	    "agreed to; empty: did\nnot.\n");
}

enum dt_status
dt_package_class(struct dt_package_work *w, struct dt_text *readme)
{
	struct dt_error own;
	struct dt_paper paper;
	const struct dt_digest_request asked = { .database = w->database };
	const struct dt_debrief_request request = { .database = w->database };
	struct dt_digest d = { .request = &asked, .arena = &w->arena,
		.paper = &paper, .err = w->err ? w->err : &own };
	struct dt_digest_class c = { .request = &request };
	int64_t runs = 0;
	dt_paper_start(&paper, &w->arena, "", "");
	enum dt_status status = dt_digest_ask(&d, (struct dt_digest_taker){
	    dt_digest_take_count, &runs }, "SELECT count(*) FROM class_run");
	if (status == DT_OK && runs > 0)
		status = dt_digest_class_lesson(&d, &c);
	if (status == DT_OK && runs > 0)
		status = write_payout(w, &d, &c);
	if (status == DT_OK && c.lesson != NULL)
		status = write_rules(w, &d);
	if (status == DT_OK && runs > 0)
		status = write_words(w, "check_class.py",
		    dt_package_check_class_py);
	if (runs > 0)
		add_readme(c.lesson != NULL, readme);
	bool failed = paper.failed;
	dt_paper_free(&paper);
	return status == DT_OK && failed ? dt_status_no_memory(w->err) :
	    status;
}
