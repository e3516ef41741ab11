/* class_post: a post, to whom it is for. */
#include <stdlib.h>
#include <string.h>

#include "class/class_form.h"
#include "class/class_internal.h"
#include "class/class_say.h"

struct call {
	struct dt_class *class;
	const struct dt_class_post *post;
	struct dt_class_form form;
	struct dt_text *reply;
	int64_t *person;
};

enum { KEYS_MOST = 12 };

struct route {
	const char *word;
	enum dt_class_role role;
	const char *keys[KEYS_MOST];
	struct dt_class_reply (*does)(struct dt_class *class, int64_t person,
	    struct dt_class_form *form);
};

static struct dt_class_reply
leave(struct dt_class *c, int64_t person, struct dt_class_form *form)
{
	(void)form;
	dt_class_leave(c, person);
	return dt_class_well();
}

static struct dt_class_reply
teach(struct dt_class *c, int64_t person, struct dt_class_form *form)
{
	(void)person;
	return dt_class_teach(c, form);
}

static const struct route routes[] = {
	{ "join", DT_CLASS_SPECTATOR, { "code", "name?", "key?", "proof?",
		"seat?", "device?" }, NULL },
	{ "consent", DT_CLASS_STUDENT, { "yes" }, dt_class_consent },
	{ "survey", DT_CLASS_STUDENT, { "answers" }, dt_class_survey },
	{ "quiz", DT_CLASS_STUDENT, { "question", "answer" }, NULL },
	{ "predict", DT_CLASS_STUDENT, { "pauses" }, dt_class_predict },
	{ "reflect", DT_CLASS_STUDENT, { "text" }, dt_class_reflect },
	{ "sign", DT_CLASS_STUDENT, { "sign", "signature?" }, dt_class_sign },
	{ "move", DT_CLASS_STUDENT, { "block", "round", "commit?",
		"commit_signature?", "opening?", "opening_signature?",
		"move?" }, dt_class_move },
	{ "clause", DT_CLASS_STUDENT, { "choose" }, dt_class_clause },
	{ "vote", DT_CLASS_STUDENT, { "text" }, dt_class_vote },
	{ "leave", DT_CLASS_STUDENT, { NULL }, leave },
	{ "teacher", DT_CLASS_TEACHER, { "do", "seat?", "seconds?", "move?",
		"why?" }, teach },
};

static const struct route *
find(const char *word)
{
	for (size_t i = 0; i < sizeof(routes) / sizeof(routes[0]); i++)
		if (strcmp(routes[i].word, word) == 0)
			return &routes[i];
	return NULL;
}

static struct dt_class_reply
do_it(struct call *call, const struct route *route)
{
	struct dt_class *c = call->class;
	int64_t person = call->post->who.person;
	if (strcmp(route->word, "join") == 0)
		return dt_class_join(c, call->post, &call->form,
		    call->person);
	if (strcmp(route->word, "quiz") == 0)
		return dt_class_quiz(c, person, &call->form, call->reply);
	return route->does(c, person, &call->form);
}

static struct dt_class_reply
may(const struct call *call, const struct route *route)
{
	const struct dt_class_who *who = &call->post->who;
	if (route->role == DT_CLASS_TEACHER && who->role != DT_CLASS_TEACHER)
		return dt_class_refuse(403, "Only the teacher may do that.",
		    "Open the teacher's address.");
	if (route->role == DT_CLASS_STUDENT && (who->role !=
	    DT_CLASS_STUDENT || who->person < 0 ||
	    (size_t)who->person >= call->class->n_people))
		return dt_class_refuse(401, "You have not joined.",
		    "Type the class's code.");
	return dt_class_well();
}

/* A join without the name, and without the room's code. */
static void
note_join(const struct call *call)
{
	struct dt_class *c = call->class;
	const struct dt_class_person *p = &c->people[*call->person];
	char hex[DT_HASH_HEX];
	json_t *root = call->form.root;
	(void)json_object_del(root, "name");
	(void)json_object_set_new(root, "code", json_string(""));
	char *body = json_dumps(root, JSON_COMPACT);
	if (body == NULL)
		dt_class_fail(c, DT_ENOMEM, "memory is out");
	else
		dt_class_hand_on(c, &(struct dt_class_event){ c->now, "join",
		    dt_hash_hex(call->post->token, hex), body, p->code,
		    p->name });
	free(body);
}

/* For the journal: who it was. */
static void
note(const struct call *call, const struct route *route)
{
	struct dt_class *c = call->class;
	if (route->role == DT_CLASS_SPECTATOR)
		note_join(call);
	else
		dt_class_note(c, route->word, route->role == DT_CLASS_TEACHER
		    ? "teacher" : c->people[call->post->who.person].code,
		    call->post->body);
}

int
dt_class_post(struct dt_class *c, const struct dt_class_post *post,
    struct dt_text *reply, int64_t *person)
{
	int64_t none = -1;
	struct call call = { .class = c, .post = post, .reply = reply,
		.person = person ? person : &none };
	const struct route *route = find(post->route);
	struct dt_class_reply said = dt_class_refuse(404, "There is no such "
	    "place.", "Load the page again.");
	reply->size = 0;
	*call.person = -1;
	c->language = post->who.language;
	c->now = post->now > c->now ? post->now : c->now;
	if (route != NULL)
		said = may(&call, route);
	if (route != NULL && said.status == 200)
		said = !dt_class_form_read(&call.form, post->body, post->size,
		    route->keys) ? dt_class_refuse(400, "The request is not "
		    "what this place takes.", "Load the page again.") :
		    do_it(&call, route);
	if (said.status == 200 && call.form.bad)
		said = dt_class_refuse(400, "A value of the request is of the "
		    "wrong kind.", "Load the page again.");
	if (said.status == 200) {
		note(&call, route);
		dt_class_settled(c);
	}
	dt_class_form_free(&call.form);
	if (said.status == 200 && c->failed != DT_OK)
		said = dt_class_refuse(500, "The server cannot go on.",
		    "Tell the teacher.");
	if (said.status != 200)
		dt_class_say_error(reply, said.error, said.what);
	return said.status;
}
