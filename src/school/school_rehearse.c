/*
 * school_rehearse: simulated students over real sockets, who do all that a
 * page does: join with a key, listen, answer, sign, move. They choose at
 * random, from the system's randomness, as people would not.
 */
#include "school/school_rehearse.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "proof/base64.h"
#include "proof/hash.h"
#include "proof/key.h"
#include "school/school_pupil.h"
#include "web/client.h"

struct pupil {
	struct rehearsal *rehearsal;
	struct dt_client_browser *browser;
	struct dt_school_pupil mind;
	bool joined, listens, done;
	char *waits;                    /* a state that came meanwhile; owned */
};

struct rehearsal {
	const struct dt_school_rehearsal *request;
	struct dt_client *client;
	struct pupil *pupils;
	size_t done;
	char *entry;                    /* of the hello; owned */
	enum dt_status failed;
	struct dt_error *err;
};

static void
fail(struct rehearsal *r, unsigned status, const char *body)
{
	if (r->failed == DT_OK)
		r->failed = dt_status_fail(r->err, DT_EIO, "a simulated "
		    "student was answered with %u: %.300s", status, body);
}

static void
end(struct pupil *p)
{
	p->rehearsal->done += !p->done;
	p->done = true;
	dt_client_leave(p->browser);
}

/* What a state asks for, if the line is free; else it waits. */
static void
take_state(struct pupil *p, const char *text)
{
	struct dt_text body = { 0 };
	const char *route = NULL;
	if (p->done)
		return;
	if (dt_client_busy(p->browser)) {
		dt_memory_free(p->waits);
		p->waits = dt_memory_new(strlen(text) + 1, 1);
		if (p->waits != NULL)
			memcpy(p->waits, text, strlen(text));
		return;
	}
	if (dt_school_pupil_act(&p->mind, text, &route, &body))
		end(p);
	else if (route != NULL && !dt_client_post(p->browser, route,
	    dt_text_string(&body)))
		fail(p->rehearsal, 0, "a request could not be sent");
	dt_text_free(&body);
}

static void
join(struct pupil *p)
{
	struct dt_text body = { 0 };
	dt_school_pupil_join(&p->mind, p->rehearsal->entry,
	    p->rehearsal->request->code, &body);
	if (!dt_client_post(p->browser, "/api/join", dt_text_string(&body)))
		fail(p->rehearsal, 0, "a request could not be sent");
	dt_text_free(&body);
}

/* The first hello is everybody's. */
static void
take_hello(struct rehearsal *r, const char *text)
{
	json_t *hello = json_loads(text, 0, NULL);
	const char *entry = json_string_value(json_object_get(hello,
	    "entry"));
	r->entry = dt_memory_new(entry ? strlen(entry) + 1 : 1, 1);
	if (r->entry != NULL && entry != NULL)
		memcpy(r->entry, entry, strlen(entry));
	json_decref(hello);
	for (size_t i = 0; i < r->request->n && r->entry != NULL; i++)
		join(&r->pupils[i]);
}

static void
answered(void *of, void *who, unsigned status, const char *body, size_t size)
{
	struct rehearsal *r = of;
	struct pupil *p = who;
	char *waits = p->waits;
	(void)size;
	p->waits = NULL;
	if (r->entry == NULL) {
		take_hello(r, body);
	} else if (status == 409) {
		/* another of the delegation was first, or the round is over */
	} else if (status != 200) {
		fail(r, status, body);
	} else {
		p->joined = true;
		if (!p->listens)
			p->listens = dt_client_listen(p->browser,
			    "/api/events");
		if (waits == NULL && strstr(body, "\"correct\"") != NULL)
			(void)dt_client_get(p->browser, "/api/state");
		else if (waits == NULL)
			take_state(p, body);
	}
	if (waits != NULL)
		take_state(p, waits);
	dt_memory_free(waits);
}

static void
event(void *of, void *who, int64_t id, const char *name, const char *data)
{
	(void)of;
	(void)id;
	if (strcmp(name, "state") == 0)
		take_state(who, data);
}

static void
ended(void *of, void *who, unsigned status)
{
	struct pupil *p = who;
	(void)of;
	(void)status;
	p->listens = !p->done && dt_client_listen(p->browser, "/api/events");
}

static enum dt_status
seat_all(struct rehearsal *r, struct dt_error *err)
{
	const struct dt_school_rehearsal *q = r->request;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < q->n && status == DT_OK; i++) {
		struct pupil *p = &r->pupils[i];
		p->rehearsal = r;
		status = dt_school_pupil_new(&p->mind, err);
		p->browser = dt_client_browser(r->client, p);
		if (p->browser == NULL)
			status = dt_status_no_memory(err);
	}
	if (status == DT_OK && !dt_client_get(r->pupils[0].browser,
	    "/api/hello"))
		status = dt_status_fail(err, DT_EIO, "the class does not "
		    "answer");
	return status;
}

enum dt_status
dt_school_rehearse(const struct dt_school_rehearsal *request,
    struct dt_error *err)
{
	struct rehearsal r = { .request = request, .err = err };
	struct dt_client_calls calls = { &r, answered, event, ended };
	r.pupils = dt_memory_new(request->n, sizeof(*r.pupils));
	enum dt_status status = r.pupils == NULL ? dt_status_no_memory(err) :
	    dt_client_new(&r.client, "127.0.0.1", request->port, &calls, err);
	if (status == DT_OK)
		status = seat_all(&r, err);
	while (status == DT_OK && r.failed == DT_OK && r.done < request->n &&
	    !(request->stop != NULL && *request->stop))
		(void)dt_client_turn(r.client, 100);
	if (status == DT_OK)
		status = r.failed;
	for (size_t i = 0; r.pupils != NULL && i < request->n; i++) {
		dt_school_pupil_free(&r.pupils[i].mind);
		dt_memory_free(r.pupils[i].waits);
	}
	dt_client_free(r.client);
	dt_memory_free(r.pupils);
	dt_memory_free(r.entry);
	return status;
}
