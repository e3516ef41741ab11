/* classroom: a lesson that people play in browsers, on this machine's network. */
#include <gsl/gsl_version.h>
#include <stdio.h>
#include <unistd.h>

#include "base/pool.h"
#include "base/stop.h"
#include "cmd/run.h"
#include "cmd/verbs.h"
#include "school/school.h"
#include "school/school_rehearse.h"
#include "store/store.h"
#include "version.h"

struct job {
	struct dt_command_call *call;
	struct dt_lesson lesson;
	struct dt_school_request request;
	struct dt_school *school;
	struct dt_stop stop;
	bool checks;
};

static void
log_line(void *of, const char *line)
{
	(void)of;
	dt_command_tell("detente: %s\n", line);
}

static enum dt_exit
read_lesson(struct job *j, const char *name)
{
	struct dt_command_call *call = j->call;
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	j->request.lesson_name = name;
	if (dt_lesson_read(&call->catalogue, name, &j->lesson, &faults,
	    &err) != DT_OK)
		return dt_command_fail(call, &faults, &err);
	j->request.lesson = &j->lesson;
	return DT_EXIT_OK;
}

/* ---- --plan ---- */

static void
add_plan(const struct dt_lesson_plan *p, const struct dt_lesson *lesson,
    struct dt_text *text)
{
	dt_text_add(text, "%zu %s on %zu %s, in %zu %s of %zu.\n", p->people,
	    p->people == 1 ? "person" : "people", p->seats, p->seats == 1 ?
	    "seat" : "seats", p->groups, p->groups == 1 ? "group" : "groups",
	    lesson->group);
	for (size_t k = 0; k <= DT_LESSON_DELEGATION_MOST; k++) {
		if (p->shared[k] == 0)
			continue;
		if (k == 0)
			dt_text_add(text, "  %zu to spare, which are closed at "
			    "the start\n", p->shared[k]);
		else
			dt_text_add(text, "  %zu with %zu %s\n", p->shared[k],
			    k, k == 1 ? "phone" : "phones: a delegation");
	}
	if (p->bots > 0)
		dt_text_add(text, "  %zu more %s, to fill up the last group\n",
		    p->bots, p->bots == 1 ? "for a bot" : "for bots");
	if (p->looking > 0)
		dt_text_add(text, "  %zu look on: there is no place for them\n",
		    p->looking);
}

static enum dt_exit
plan(struct job *j, int64_t people)
{
	struct dt_lesson_plan p;
	struct dt_text text = { 0 };
	size_t best = dt_lesson_plan_seats(&j->lesson, (size_t)people);
	dt_lesson_plan(&j->lesson, (size_t)people, j->request.seats, &p);
	add_plan(&p, &j->lesson, &text);
	if (best > 0 && best != j->request.seats)
		dt_text_add(&text, "Without bots: --seats %zu.\n", best);
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

/* ---- serving ---- */

static enum dt_exit
show_way(struct job *j)
{
	const struct dt_school_where *w = dt_school_where(j->school);
	struct dt_text text = { 0 };
	if (w->taken != 0)
		dt_text_add(&text, "Another program has port %u: this is port "
		    "%u.\n", w->taken, w->port);
	if (j->checks)
		dt_text_add(&text, "Open this address on each phone:\n");
	else
		dt_text_add(&text, "%s\nStudents open one of these, and type "
		    "the code %s:\n", j->lesson.title, w->code);
	for (size_t i = 0; i < w->n; i++)
		dt_text_add(&text, "  %s\n", w->urls[i]);
	if (!j->checks)
		dt_text_add(&text, "The teacher opens, and shows nobody:\n  "
		    "%s\n", w->teacher);
	if (!j->request.lan)
		dt_text_add(&text, "Only this machine can open them. For "
		    "phones: --lan.\n");
	if (j->checks)
		dt_text_add(&text, "Each phone that is through is counted on "
		    "the page. Where none gets through: are phones and this\n"
		    "machine in the same Wi-Fi? Guest networks often keep "
		    "devices apart; a phone's own hotspot does not.\n");
	dt_text_add(&text, "Ctrl-C ends it.\n");
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	if (!j->checks && isatty(fileno(j->call->out)) &&
	    dt_school_qr(j->school, &text))
		fputs(dt_text_string(&text), j->call->out);
	(void)fflush(j->call->out);
	dt_text_free(&text);
	return exit;
}

static enum dt_exit
tell_end(struct job *j)
{
	struct dt_school_count n = dt_school_count(j->school);
	struct dt_text text = { 0 };
	if (j->checks)
		return DT_EXIT_OK;
	dt_text_add(&text, "%zu people, %lld rounds in %lld blocks, in %s.\n",
	    n.people, (long long)n.rounds, (long long)n.blocks,
	    j->request.path);
	if (j->request.rehearse > 0)
		dt_text_add(&text, "Simulated students play at random: people "
		    "will play otherwise.\n");
	if (n.over)
		dt_text_add(&text, "Try: detente report %s -o debrief.html ; "
		    "detente audit %s\n", j->request.path, j->request.path);
	else
		dt_text_add(&text, "The lesson is not over: detente classroom "
		    "--resume %s goes on.\n", j->request.path);
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

static enum dt_status
work(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct job *j = of;
	const struct dt_school_where *w = dt_school_where(j->school);
	if (turn->item == 0)
		return dt_school_run(j->school, &j->stop, err);
	struct dt_school_rehearsal rehearsal = { .n = j->request.rehearse,
		.port = w->port, .code = w->code,
		.stop = &dt_command_stopped };
	enum dt_status status = dt_school_rehearse(&rehearsal, err);
	dt_school_stop(j->school);
	return status;
}

static enum dt_status
serve(struct job *j, struct dt_error *err)
{
	struct dt_pool_request both = { .n = 2, .threads = 2, .work = work,
		.of = j };
	dt_stop_start(&j->stop, 0);
	j->stop.flag = &dt_command_stopped;
	return j->request.rehearse > 0 ? dt_pool_run(&both, err) :
	    dt_school_run(j->school, &j->stop, err);
}

static enum dt_exit
hold(struct job *j, bool resumes)
{
	struct dt_error err = { 0 };
	enum dt_status status = resumes ? dt_school_resume(&j->school,
	    &j->request, &err) : dt_school_new(&j->school, &j->request, &err);
	if (status != DT_OK)
		return dt_command_fail(j->call, NULL, &err);
	enum dt_exit exit = show_way(j);
	if (exit == DT_EXIT_OK && (status = serve(j, &err)) != DT_OK &&
	    status != DT_ESTOPPED)
		exit = dt_command_fail(j->call, NULL, &err);
	if (exit == DT_EXIT_OK)
		exit = tell_end(j);
	dt_school_free(j->school);
	return exit;
}

static enum dt_exit
forget(struct dt_command_call *call, const char *path, const char *name)
{
	struct dt_error err = { 0 };
	struct dt_text text = { 0 };
	int64_t n;
	if (dt_school_forget(path, name, &n, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	dt_text_add(&text, n == 0 ? "Nobody in %s is called so.\n" :
	    "The name is no more in %s. What was played and signed stays.\n",
	    path);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}

/* NAME.db, or the first of NAME-2.db, NAME-3.db, ... that is not there: who
 * holds one class after the other need not think of names. */
static const char *
free_name(struct dt_arena *arena, const char *name)
{
	const char *path = dt_arena_print(arena, "%s.db", name);
	for (int i = 2; path != NULL && access(path, F_OK) == 0; i++)
		path = dt_arena_print(arena, "%s-%d.db", name, i);
	return path;
}

/* What the options say; *people: of --plan, or 0. */
static bool
read_options(struct job *j, int64_t *people)
{
	struct dt_command_call *call = j->call;
	bool bad = false;
	struct dt_school_request *r = &j->request;
	const char *resume = dt_command_value(call, "resume");
	const char *output = dt_command_value(call, "output");
	int64_t seed = dt_command_whole(call, "seed", 0, 1LL << 52, -1, &bad);
	r->catalogue = &call->catalogue;
	r->rehearse = (size_t)dt_command_whole(call, "rehearse", 1, 1000, 0,
	    &bad);
	*people = dt_command_whole(call, "plan", 1, 4000, 0, &bad);
	r->seats = (size_t)dt_command_whole(call, "seats", 1, 1000,
	    r->rehearse > 0 ? (int64_t)r->rehearse : *people > 0 ? *people :
	    24, &bad);
	r->port = (uint16_t)dt_command_whole(call, "port", 0, 65535,
	    r->rehearse > 0 ? 0 : DT_SCHOOL_PORT, &bad);
	r->port_given = dt_command_value(call, "port") != NULL;
	r->seed = seed < 0 ? dt_cmd_run_draw_seed() : (uint64_t)seed;
	r->lan = dt_command_value(call, "lan") != NULL;
	r->path = resume ? resume : output ? output : free_name(call->arena,
	    r->rehearse > 0 ? "rehearsal" : "class");
	r->replace = dt_command_value(call, "force") != NULL;
	r->version = DT_VERSION;
	r->libraries = dt_arena_print(call->arena, "gsl %s, sqlite %s, "
	    "libsodium %s", gsl_version, dt_store_sqlite_version(),
	    dt_hash_sodium_version());
	r->log = log_line;
	return !bad;
}

static enum dt_exit
classroom(struct dt_command_call *call)
{
	struct job j = { .call = call };
	int64_t people = 0;
	const char *resume = dt_command_value(call, "resume");
	const char *lesson = dt_command_value(call, "lesson");
	const char *name = dt_command_value(call, "forget");
	struct dt_error err = { 0 };
	if (!read_options(&j, &people))
		return DT_EXIT_USAGE;
	if (name != NULL)
		return resume == NULL ? dt_command_usage(call, "--forget "
		    "wants the class: --resume DB") : forget(call, resume,
		    name);
	j.checks = dt_command_value(call, "check") != NULL;
	if (j.checks)
		return hold(&j, false);
	if (resume != NULL && dt_school_lesson(resume, &call->catalogue,
	    &lesson, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	enum dt_exit exit = read_lesson(&j, lesson ? lesson :
	    "pause-and-race");
	if (exit != DT_EXIT_OK)
		return exit;
	return people > 0 ? plan(&j, people) : hold(&j, resume != NULL);
}

static const struct dt_option options[] = {
	{ "lesson", 'l', "LESSON", false, "@lessons",
	  "what is played: a lesson's name or file; pause-and-race where not "
	  "given" },
	{ "lan", 0, NULL, false, NULL,
	  "let the machines of the network in, and show an address for each "
	  "interface; else only this machine" },
	{ "seats", 'n', "N", false, NULL,
	  "seats for people, 24 where not given; those that nobody has are "
	  "closed at the start" },
	{ "port", 'p', "PORT", false, NULL,
	  "8420 where not given, or the next one that is free; with --resume "
	  "the one that the class had, as browsers know their seat by it; 0: "
	  "any that is free" },
	{ "output", 'o', "DB", false, "@files",
	  "the class's database; where not given class.db, or the first of "
	  "class-2.db, class-3.db, ... that is not there" },
	DT_COMMAND_FORCE,
	{ "resume", 0, "DB", false, "@files",
	  "go on with the class of that database, after a crash or a closed "
	  "lid: same seats, no finished round lost" },
	{ "check", 0, NULL, false, NULL,
	  "before class: a page that counts the phones that reach it" },
	{ "plan", 0, "PEOPLE", false, NULL,
	  "say how so many people would sit, and end" },
	{ "rehearse", 0, "N", false, NULL,
	  "N simulated students play the whole lesson, into rehearsal.db" },
	{ "forget", 0, "NAME", false, NULL,
	  "with --resume: take that name out of the database, and end" },
	{ "seed", 0, "SEED", false, NULL,
	  "of groups, bots and noise; drawn where not given" },
	{ 0 }
};

const struct dt_command dt_cmd_classroom = {
	.name = "classroom",
	.brief = "a lesson that people play in browsers, on one machine",
	.about = "Serves a lesson: students join by an address and a code, sit "
	    "down, sign what they promise, choose PAUSE or RACE; the engine "
	    "plays, and every choice goes into a database that report, query "
	    "and audit read.\n\nThe teacher's address has a secret behind "
	    "the #. Nothing leaves the machine unless --lan is given.",
	.examples = "detente classroom\ttry it on this machine alone\n"
	    "detente classroom --lan --seats 24\tfor a room of phones\n"
	    "detente classroom --plan 37\thow 37 people sit\n"
	    "detente classroom --resume class.db\tgo on after a crash\n",
	.options = options,
	.run = classroom,
};
