/*
 * digest_vouch: whether the file is authentic, by the audit's whole check or its
 * quick one; which of them is said. And a letter that was signed, beside the
 * same with one word forged. See digest_internal.h.
 */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "audit/audit.h"
#include "party/database.h"
#include "proof/base64.h"
#include "proof/vkey.h"

/* What the whole check does in a few seconds; and cells of each sweep that the
 * quick one answers again. */
enum { MOVES_MOST = 400000, ENTRIES_MOST = 20000, CELLS_MOST = 400,
	SAMPLE = 5 };

struct vouched {
	bool whole, party;
	enum dt_audit_verdict verdict;
	int64_t faults;
	const char *first;      /* of them; or NULL */
	size_t experiments, unsigned_ones, simulated, mixed, talks;
	bool sweeps, sampled;
};

static enum dt_status
take_size(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	(void)d;
	*(bool *)to = row[0].integer <= MOVES_MOST &&
	    row[1].integer <= ENTRIES_MOST && row[2].integer <= CELLS_MOST;
	return DT_OK;
}

/* By what is kept of runs: no round is counted. */
static enum dt_status
choose(struct dt_digest *d, bool *whole)
{
	enum dt_digest_check check = d->request->check;
	*whole = check == DT_DIGEST_WHOLE;
	return check != DT_DIGEST_FIT ? DT_OK : dt_digest_ask(d,
	    (struct dt_digest_taker){ take_size, whole }, "SELECT"
	    " (SELECT coalesce(sum(r.rounds * (SELECT count(*) FROM agent AS a"
	    "  WHERE a.experiment_id = r.experiment_id)), 0) FROM run AS r),"
	    " (SELECT coalesce(sum((SELECT max(leaf) FROM entry AS n WHERE"
	    "  n.experiment_id = e.experiment_id)), 0) FROM experiment AS e),"
	    " (SELECT count(*) FROM cell)");
}

/* Logs of real parties, which have an audit of their own. */
static enum dt_status
audit_party(struct dt_digest *d, bool among, struct vouched *v)
{
	struct dt_database_audit a = { .arena = d->arena, .among = among };
	enum dt_status status = dt_database_audit(d->request->database, &a,
	    d->err);
	v->faults += a.faults;
	v->party = true;
	if (a.faults > 0 && v->first == NULL)
		v->first = dt_digest_print(d, "%s", dt_text_string(&a.told));
	if (!among)
		v->verdict = DT_AUDIT_AUTHENTIC;
	if (v->faults > 0)
		v->verdict = DT_AUDIT_NOT;
	dt_text_free(&a.told);
	return status;
}

static void
read_report(struct dt_digest *d, const struct dt_audit_report *r,
    struct vouched *v, bool *left)
{
	v->verdict = dt_audit_verdict(r);
	v->faults = r->faults;
	v->experiments = r->n_experiments;
	v->sweeps = r->n_sweeps > 0;
	if (r->n > 0)
		v->first = dt_digest_print(d, "%s%s%s", r->fault[0].table ?
		    r->fault[0].table : "", r->fault[0].table ? ": " : "",
		    r->fault[0].words);
	for (size_t i = 0; i < r->n_experiments; i++) {
		const struct dt_audit_experiment *e = &r->experiments[i];
		*left |= e->left == dt_database_engine;
		v->talks += e->left != NULL && e->left != dt_database_engine;
		v->unsigned_ones += e->left == NULL &&
		    e->keys == DT_AUDIT_UNSIGNED;
		v->simulated += e->keys == DT_AUDIT_SIMULATED;
		v->mixed += e->keys == DT_AUDIT_MIXED;
	}
	for (size_t i = 0; i < r->n_sweeps; i++)
		v->sampled |= r->sweeps[i].checked + r->sweeps[i].others <
		    r->sweeps[i].stored;
}

static enum dt_status
audit(struct dt_digest *d, struct vouched *v)
{
	struct dt_audit_report report = { 0 };
	struct dt_audit_request request = {
		.threads = d->request->threads,
		.catalogue = d->request->catalogue, .quick = !v->whole,
		.sample = v->whole ? 0 : SAMPLE, .newcomers = true,
		.leave = (const char *const []){ dt_database_engine,
		    DT_STORE_TALKS, NULL },
		.stop = d->request->stop ? d->request->stop->flag : NULL };
	bool left = false;
	if (getentropy(&request.sample_seed, sizeof(request.sample_seed)))
		request.sample_seed = 1;
	enum dt_status status = dt_audit_file(d->request->database, &request,
	    &report, d->err);
	if (status == DT_OK)
		read_report(d, &report, v, &left);
	dt_audit_free(&report);
	return status == DT_OK && left ? audit_party(d, true, v) : status;
}

static void
tell_keys(struct dt_paper_section *s, const struct vouched *v)
{
	if (v->talks > 0)
		dt_paper_say(s, "%zu of %zu experiments are talks, which this "
		    "page does not hold again; detente audit does.", v->talks,
		    v->experiments);
	if (v->party || v->experiments == 0)
		return;
	if (v->unsigned_ones == v->experiments)
		dt_paper_say(s, "Nothing in it is signed.");
	else if (v->unsigned_ones > 0)
		dt_paper_say(s, "%zu of %zu experiments are not signed.",
		    v->unsigned_ones, v->experiments);
	if (v->simulated > 0)
		dt_paper_say(s, "Keys are simulated: they follow from the "
		    "seeds in the file, and whoever has it can sign as any "
		    "agent. That shows how evidence works, and proves nothing "
		    "about the world.");
	if (v->mixed > 0)
		dt_paper_say(s, "Some keys are simulated: they follow from the "
		    "seeds in the file, and whoever has it can sign with them. "
		    "The others were made by whoever signed with them; the file "
		    "does not say who that was.");
}

static void
tell_whole(const struct dt_digest *d, struct dt_paper_section *s,
    const struct vouched *v)
{
	if (v->verdict == DT_AUDIT_AUTHENTIC && v->talks == 0)
		dt_paper_say(s, v->party ? "Authentic, by the whole check: "
		    "every signature of the parties' log was verified, and the "
		    "file made from it again; nothing differs." :
		    "Authentic, by the whole check: every run and cell was "
		    "played again, every signature verified; nothing differs.");
	else if (v->verdict == DT_AUDIT_NOTHING)
		dt_paper_say(s, "There is nothing in it to be authentic.");
	else
		dt_paper_say(s, "Not shown, by the whole check: it found no "
		    "fault, but could not look at all of it. See: detente "
		    "audit %s", d->request->database);
}

static void
tell(const struct dt_digest *d, struct dt_paper_section *s,
    const struct vouched *v)
{
	if (v->faults > 0)
		dt_paper_say(s, "NOT AUTHENTIC, by the %s check: %" PRId64
		    " fault%s. The first: %s", v->whole || v->party ? "whole" :
		    "quick", v->faults, v->faults == 1 ? "" : "s",
		    v->first ? v->first : "");
	else if (v->whole || (v->party && v->experiments == 0))
		tell_whole(d, s, v);
	else
		dt_paper_say(s, "No fault, by the quick check: configurations "
		    "give the keys, agents and settings that are stored%s. "
		    "Runs were not played again and no signature was "
		    "verified; the whole check does that: detente audit %s",
		    v->sweeps ? v->sampled ? ", and some cells of each sweep "
		    "were answered again" : ", and the cells of sweeps were "
		    "answered again" : "", d->request->database);
	tell_keys(s, v);
	dt_paper_say(s, "A signature shows who said what. It does not show "
	    "that anybody complied: that is what monitoring is for.");
}

enum dt_status
dt_digest_vouch(struct dt_digest *d, struct dt_paper_section *s)
{
	struct vouched v = { .first = NULL };
	bool party = false;
	if (d->request->check == DT_DIGEST_NONE) {
		dt_paper_say(s, "Whether the file is authentic was not looked "
		    "at: detente audit %s does.", d->request->database);
		return DT_OK;
	}
	enum dt_status status = choose(d, &v.whole);
	if (status == DT_OK)
		status = dt_database_is(d->request->database, &party, d->err);
	if (status == DT_OK)
		status = party ? audit_party(d, false, &v) : audit(d, &v);
	if (status == DT_OK)
		tell(d, s, &v);
	return status;
}

/* A text that somebody in a class signed: of a move, else any other. */
struct letter {
	const char *text, *signature, *vkey;    /* text NULL: there is none */
};

static enum dt_status
take_letter(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	*(struct letter *)to = (struct letter){ dt_digest_text(d, &row[0]),
		dt_digest_text(d, &row[1]), dt_digest_text(d, &row[2]) };
	return DT_OK;
}

/* What the log says of the class comes from referees; people are students. */
static enum dt_status
find(struct dt_digest *d, struct letter *letter)
{
	return dt_digest_ask(d, (struct dt_digest_taker){ take_letter, letter },
	    "SELECT e.text, e.signature, s.session_vkey FROM entry AS e"
	    " JOIN signer AS s USING (experiment_id, signer)"
	    " WHERE s.role = 'student' AND experiment_id IN"
	    " (SELECT experiment_id FROM class_run)"
	    " ORDER BY e.kind <> 'open', experiment_id DESC, leaf LIMIT 1");
}

/* The move's own word turned into the other; else the last character. */
static const char *
forge(struct dt_digest *d, const char *text)
{
	static const char *const moves[] = { "\nmove PAUSE", "\nmove RACE" };
	for (int k = 0; k < 2; k++) {
		const char *at = strstr(text, moves[k]);
		if (at != NULL)
			return dt_digest_print(d, "%.*s%s%s", (int)(at - text),
			    text, moves[1 - k], at + strlen(moves[k]));
	}
	size_t n = strlen(text);
	n -= n > 0;
	return dt_digest_print(d, "%.*s%s", (int)n, text, text[n] == 'a' ? "b" :
	    "a");
}

static const char *
judge(const struct letter *l, const char *text)
{
	struct dt_vkey key;
	unsigned char signature[DT_SIGN_BYTES];
	bool good = dt_vkey_read(&key, dt_lines_word(l->vkey)) &&
	    dt_base64_read(l->signature, strlen(l->signature), signature,
	    sizeof(signature)) && dt_sign_verify(key.public, text,
	    strlen(text), signature);
	return good ? "ACCEPTED: the signature belongs to this text." :
	    "REFUSED: the signature does not belong to this text.";
}

static void
show(struct dt_digest *d, struct dt_paper_section *s, const struct letter *l)
{
	const char *forged = forge(d, l->text);
	dt_paper_say(s, "The first text was signed in this class. In the second "
	    "one word was changed afterwards. The signature and the key are the "
	    "same. This program checked both when it made this page.");
	s->code_title = "The two texts, and what the check says of each";
	s->code = dt_digest_print(d, "As it was signed:\n\n%s\n\n%s\n\n\n"
	    "Forged afterwards:\n\n%s\n\n%s\n\n\nsignature %s\nkey %s\n",
	    l->text, judge(l, l->text), forged, judge(l, forged), l->signature,
	    l->vkey);
}

enum dt_status
dt_digest_letter(struct dt_digest *d)
{
	struct letter letter = { .text = NULL };
	enum dt_status status = find(d, &letter);
	if (status == DT_OK)
		status = dt_sign_init(d->err);
	if (status != DT_OK)
		return status;
	struct dt_paper_section *s = dt_paper_section(d->paper, "class-letter",
	    "One signature, and one forged letter", 3);
	if (letter.text != NULL)
		show(d, s, &letter);
	else
		dt_paper_say(s, "Nobody in this class signed anything: no "
		    "browser had a key.");
	dt_paper_say(s, "A signature proves that whoever had a key said this, "
	    "and that it was not changed. It does not prove that the promise "
	    "was kept: for that there are inspectors.");
	dt_paper_say(s, "Over plain HTTP, which is what a room has, it does not "
	    "prove that the page itself was not changed on its way: whoever is "
	    "in the network between could have given a phone another page, and "
	    "with it a key of his own.");
	return DT_OK;
}
