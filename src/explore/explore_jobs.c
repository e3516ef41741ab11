/* explore_jobs: see explore_jobs.h. */
#include "explore/explore_jobs.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

#include "explore/explore_answer.h"
#include "format/json.h"

enum {
	AT_ONCE = 160,          /* ms that a question is waited for, */
	BEHIND = 10,            /* and one behind the verdict, */
	STAND_BACK = 5,         /* which so stands back, as nice(1) has it */
	A_MOMENT = 5,           /* ms that more is waited for once there is a
	                         * part: the rest is either near or far */
	FORGOTTEN = 5000,       /* ms after which nobody wants an answer */
};

/* The place of a new job: that of the same page's last question of its kind,
 * an empty one, or that of the oldest. */
static struct dt_explore_job *
place_for(struct dt_explore *explore, const char *page, const char *what)
{
	struct dt_explore_job *best = &explore->jobs[0];
	for (size_t i = 0; i < DT_EXPLORE_JOBS; i++) {
		struct dt_explore_job *job = &explore->jobs[i];
		if (job->number != 0 && page[0] != '\0' &&
		    strcmp(job->page, page) == 0 &&
		    strcmp(job->what, what) == 0)
			return job;
		if (job->number < best->number)
			best = job;
	}
	return best;
}

static void
give(struct dt_explore_job *job, struct dt_web_reply *reply)
{
	if (job->status == 503)
		dt_web_reply_error(reply, 503, "It takes more time or memory "
		    "than a question may.", "Ask it of `detente solve`.");
	else
		dt_web_reply_json(reply, job->status, &job->answer);
	dt_explore_job_forget(job);
}

/* The number of the job and, if there are more than were seen, what stands so
 * far. */
static void
give_number(struct dt_explore_job *job, int64_t seen,
    struct dt_web_reply *reply)
{
	struct dt_text json = { 0 };
	job->given = job->parts;
	dt_text_add(&json, "{\"schema_version\":%d,\"job\":%" PRId64
	    ",\"parts\":%" PRId64, DT_JSON_VERSION, job->number, job->parts);
	if (job->parts > seen) {
		dt_text_add(&json, ",\"so_far\":");
		dt_text_add_n(&json, dt_text_string(&job->answer),
		    job->answer.size);
	}
	dt_text_add(&json, "}\n");
	json.failed |= job->answer.failed;
	dt_web_reply_json(reply, 202, &json);
}

/* What there is, at `until`, or sooner where there is more. */
static void
give_or_wait(struct dt_explore *explore, struct dt_explore_job *job,
    int64_t until, int64_t seen, struct dt_web_reply *reply)
{
	job->heard = dt_web_now();
	if (dt_explore_job_take(job, job->heard)) {
		give(job, reply);
		return;
	}
	if (job->parts > seen && job->fresh + A_MOMENT < until)
		until = job->fresh + A_MOMENT;
	if (job->heard >= until) {
		give_number(job, seen, reply);
		return;
	}
	reply->later = job->number;
	dt_web_due(explore->web, until);
}

/* Whoever waits for it hears of that. */
static void
end_job(struct dt_explore *explore, struct dt_explore_job *job)
{
	dt_explore_job_end(job);
	dt_web_wake(explore->web);
}

/* What verdicts leave for each other, lent to the next job, unless another has
 * it. NULL: it goes without. */
static void *
lend_kept(struct dt_explore *explore)
{
	if (explore->kept == NULL) {
		void *memory = mmap(NULL, DT_EXPLORE_KEPT, PROT_READ |
		    PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1,
		    0);
		explore->kept = memory == MAP_FAILED ? NULL : memory;
	}
	for (size_t i = 0; i < DT_EXPLORE_JOBS; i++)
		if (explore->jobs[i].number != 0 && explore->jobs[i].pipe >= 0 &&
		    explore->jobs[i].number == explore->keeper)
			return NULL;
	explore->keeper = explore->number + 1;
	return explore->kept;
}

/* What is worked out about a design behind its verdict. */
static bool
is_behind(const char *what)
{
	return strcmp(what, "thresholds") == 0 ||
	    strcmp(what, "tornado") == 0 || strcmp(what, "run") == 0 ||
	    strcmp(what, "band") == 0;
}

/* ms until a question of this kind is answered with what there is. */
static int
patience(const char *what)
{
	return is_behind(what) ? BEHIND : AT_ONCE;
}

/* The jobs of a page: all, or those behind a design that it has left. */
void
dt_explore_jobs_end(struct dt_explore *explore, const char *page, bool all)
{
	for (size_t i = 0; page[0] != '\0' && i < DT_EXPLORE_JOBS; i++) {
		struct dt_explore_job *job = &explore->jobs[i];
		bool its = job->number != 0 && strcmp(job->page, page) == 0;
		if (all ? its || job->number == 0 : its && is_behind(job->what))
			end_job(explore, job);
	}
}

/* What jobs have said is taken, for those who wait for it. */
int64_t
dt_explore_jobs_tick(void *of, int64_t now)
{
	struct dt_explore *explore = of;
	for (size_t i = 0; i < DT_EXPLORE_JOBS; i++) {
		struct dt_explore_job *job = &explore->jobs[i];
		dt_explore_job_reap(job);
		if (job->number != 0 && now > job->heard + FORGOTTEN)
			dt_explore_job_end(job);
		else if (job->number != 0)
			(void)dt_explore_job_take(job, now);
	}
	dt_web_wake(explore->web);
	return 1000;
}

static struct dt_explore_job *
job_of(struct dt_explore *explore, int64_t number)
{
	for (size_t i = 0; number > 0 && i < DT_EXPLORE_JOBS; i++)
		if (explore->jobs[i].number == number)
			return &explore->jobs[i];
	return NULL;
}

/* How a question goes on that was begun. */
void
dt_explore_jobs_go_on(struct dt_explore *explore, int64_t number,
    int64_t until, int64_t seen, struct dt_web_reply *reply)
{
	struct dt_explore_job *job = job_of(explore, number);
	if (job == NULL)
		dt_web_reply_error(reply, 410, "This question has been given "
		    "up.", "Ask it again.");
	else
		give_or_wait(explore, job, until, seen, reply);
}

/* Begins it, in this place. */
static bool
begin(struct dt_explore *explore, struct dt_explore_job *job,
    struct dt_explore_ask *ask)
{
	bool verdict = strcmp(ask->what, "verdict") == 0;
	ask->kept = verdict ? lend_kept(explore) : NULL;
	ask->kept_bytes = ask->kept == NULL ? 0 : DT_EXPLORE_KEPT;
	if (!dt_explore_job_start(job, is_behind(ask->what) ? STAND_BACK : 0,
	    dt_explore_answer, ask))
		return false;
	job->number = ++explore->number;
	snprintf(job->page, sizeof(job->page), "%s", ask->page);
	snprintf(job->what, sizeof(job->what), "%s", ask->what);
	if (!dt_web_watch(explore->web, job->pipe))
		dt_explore_job_end(job);
	return job->number != 0;
}

void
dt_explore_jobs_ask(struct dt_explore *explore, struct dt_explore_ask *ask,
    int64_t received, struct dt_web_reply *reply)
{
	if (strcmp(ask->what, "verdict") == 0)
		dt_explore_jobs_end(explore, ask->page, false);
	struct dt_explore_job *job = place_for(explore, ask->page, ask->what);
	end_job(explore, job);
	if (begin(explore, job, ask))
		give_or_wait(explore, job, received + patience(job->what), 0,
		    reply);
	else
		dt_web_reply_error(reply, 503, "The system has no process "
		    "for it.", "Try again.");
}

void
dt_explore_jobs_ask_again(struct dt_explore *explore, int64_t number,
    int64_t received, struct dt_web_reply *reply)
{
	const struct dt_explore_job *job = job_of(explore, number);
	dt_explore_jobs_go_on(explore, number, job == NULL ? 0 : received +
	    patience(job->what), 0, reply);
}
