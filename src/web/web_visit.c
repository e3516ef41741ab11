/* web_visit: a request from its first byte to its answer. */
#include "config.h"

#ifdef HAVE_MICROHTTPD
#include <string.h>
#include <sys/socket.h>

#include "base/memory.h"
#include "web/web_internal.h"

struct dt_web_visit {
	struct MHD_Connection *connection;
	struct dt_web_visit *before, *after;    /* of those put off */
	bool asleep;            /* it is */
	int64_t again;          /* what the site said then; or 0 */
	int64_t received;       /* ms: when all of it was there; 0: not yet */
	bool judged;            /* let through */
	char *target;           /* as it came */
	char *body;             /* of head.length bytes and a NUL */
	size_t size, room;
};

/* The library would run out of memory over such a target, and then answer
 * nothing and hold the place: it is answered here. */
static void
refuse_target(struct dt_web_place *place)
{
	static const char answer[] = "HTTP/1.1 414 URI Too Long\r\n"
	    "Content-Length: 0\r\nConnection: close\r\n\r\n";
	(void)!send(place->fd, answer, sizeof(answer) - 1,
	    MSG_DONTWAIT | MSG_NOSIGNAL);
	shutdown(place->fd, SHUT_WR);
	place->dropped = true;
	dt_web_place_state(place, DT_WEB_IN_ANSWER);
}

/* NULL is a visit that is refused. */
void *
dt_web_visit_begin(void *web, const char *target,
    struct MHD_Connection *connection)
{
	struct dt_web_place *place = dt_web_place_of(connection);
	(void)web;
	if (place == NULL)
		return NULL;
	if (!dt_web_front_short(target)) {
		refuse_target(place);
		return NULL;
	}
	struct dt_web_visit *visit = dt_memory_new(1, sizeof(*visit));
	size_t n = strlen(target) + 1;
	char *copy = visit == NULL ? NULL : dt_memory_new(n, 1);
	if (copy == NULL) {
		dt_memory_free(visit);
		return NULL;
	}
	memcpy(copy, target, n);
	visit->target = copy;
	visit->connection = connection;
	return visit;
}

/* It sleeps until the site is asked again. */
static enum MHD_Result
put_off(struct dt_web *web, struct dt_web_visit *visit, int64_t number)
{
	visit->again = number;
	visit->asleep = true;
	visit->before = NULL;
	visit->after = web->put_off;
	if (visit->after != NULL)
		visit->after->before = visit;
	web->put_off = visit;
	dt_web_late.suspend_connection(visit->connection);
	return MHD_YES;
}

static void
take_out(struct dt_web *web, struct dt_web_visit *visit)
{
	*(visit->before == NULL ? &web->put_off : &visit->before->after) =
	    visit->after;
	if (visit->after != NULL)
		visit->after->before = visit->before;
	visit->asleep = false;
}

void
dt_web_visit_wake_all(struct dt_web *web)
{
	while (web->put_off != NULL) {
		struct dt_web_visit *visit = web->put_off;
		take_out(web, visit);
		dt_web_late.resume_connection(visit->connection);
	}
}

void
dt_web_visit_end(void *web, struct MHD_Connection *connection, void **slot,
    enum MHD_RequestTerminationCode code)
{
	struct dt_web_visit *visit = *slot;
	struct dt_web_place *place = dt_web_place_of(connection);
	(void)code;
	if (place != NULL) {
		place->first = false;
		dt_web_place_state(place, DT_WEB_IN_HEAD);
	}
	if (visit == NULL)
		return;
	if (visit->asleep)
		take_out(web, visit);
	dt_memory_free(visit->target);
	dt_memory_free(visit->body);
	dt_memory_free(visit);
	*slot = NULL;
}

static enum MHD_Result
take_field(void *of, enum MHD_ValueKind kind, const char *name,
    size_t name_size, const char *value, size_t value_size)
{
	struct dt_web_field field = { .name = name, .name_size = name_size,
	    .value = value == NULL ? "" : value, .value_size = value_size };
	(void)kind;
	dt_web_head_field(of, &field);
	return MHD_YES;
}

/* The server's head is filled anew each time that it is looked at: between
 * two pieces of a body others are served. */
static unsigned
judge(struct dt_web *web, struct MHD_Connection *connection,
    const struct dt_web_visit *visit, const char *method, const char *version)
{
	const union MHD_ConnectionInfo *info = dt_web_late.get_connection_info(
	    connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
	dt_web_head_begin(web->head, method, visit->target, version,
	    info == NULL ? 0 : info->header_size);
	dt_web_late.get_connection_values_n(connection, MHD_HEADER_KIND, take_field,
	    web->head);
	return dt_web_front_judge(web->head, &web->rules);
}

static int64_t
last_event(const struct dt_web_head *head)
{
	const struct dt_web_field *said =
	    dt_web_head_find(head, "Last-Event-ID");
	int64_t id = 0;
	if (said == NULL || said->value_size == 0 || said->value_size > 18)
		return -1;
	for (size_t i = 0; i < said->value_size; i++) {
		if (said->value[i] < '0' || said->value[i] > '9')
			return -1;
		id = 10 * id + (said->value[i] - '0');
	}
	return id;
}

static struct dt_web_request
request_of(const struct dt_web *web, const struct dt_web_place *place,
    const struct dt_web_visit *visit)
{
	return (struct dt_web_request){
		.method = web->head->method,
		.path = web->head->path,
		.body = visit->body == NULL ? "" : visit->body,
		.body_size = visit->size,
		.host = web->head->host,
		.peer = place->peer,
		.loopback = place->loopback,
		.received = visit->received != 0 ? visit->received :
		    dt_web_now(),
		.again = visit->again,
		.last_event = last_event(web->head),
		.head = web->head,
	};
}

/* The last places are for those who have a seat. */
static bool
is_full_for(struct dt_web *web, const struct dt_web_request *request)
{
	return web->n_places + web->options.reserve > web->options.places &&
	    web->site.known != NULL &&
	    !web->site.known(web->site.of, request);
}

/* The head is whole: may it go on? */
static enum MHD_Result
let_in(struct dt_web *web, struct MHD_Connection *connection,
    struct dt_web_visit *visit, struct dt_web_place *place, unsigned status)
{
	struct dt_web_request request = request_of(web, place, visit);
	if (status == 0 && is_full_for(web, &request))
		status = 503;
	visit->room = web->head->length;
	visit->body = status != 0 ? NULL : dt_memory_new(visit->room + 1, 1);
	if (status == 0 && visit->body == NULL)
		status = 500;
	dt_web_place_state(place, status == 0 ? DT_WEB_IN_BODY :
	    DT_WEB_IN_ANSWER);
	if (status != 0)
		return dt_web_send_refusal(connection, status);
	visit->judged = true;
	return MHD_YES;
}

static enum MHD_Result
take_body(struct dt_web_visit *visit, const char *bytes, size_t *size)
{
	if (*size > visit->room - visit->size)
		return MHD_NO;
	memcpy(visit->body + visit->size, bytes, *size);
	visit->size += *size;
	*size = 0;
	return MHD_YES;
}

static enum MHD_Result
answer(struct dt_web *web, struct MHD_Connection *connection,
    struct dt_web_visit *visit, struct dt_web_place *place)
{
	struct dt_web_request request = request_of(web, place, visit);
	struct dt_web_reply reply = { 0 };
	visit->received = request.received;
	dt_web_place_state(place, DT_WEB_IN_ANSWER);
	web->site.answer(web->site.of, &request, &reply);
	if (reply.later != 0) {
		dt_web_send_free(&reply);
		return web->closing ? dt_web_send_refusal(connection, 503) :
		    put_off(web, visit, reply.later);
	}
	if (!reply.stream || web->closing ||
	    strcmp(request.method, "HEAD") == 0)
		return dt_web_send(web, connection, &reply);
	enum MHD_Result result = dt_web_stream_open(web, connection, &reply,
	    request.last_event);
	dt_web_send_free(&reply);
	return result;
}

enum MHD_Result
dt_web_visit_go(void *of, struct MHD_Connection *connection, const char *url,
    const char *method, const char *version, const char *bytes, size_t *size,
    void **slot)
{
	struct dt_web *web = of;
	struct dt_web_visit *visit = *slot;
	struct dt_web_place *place = dt_web_place_of(connection);
	(void)url;
	if (visit == NULL || place == NULL || place->dropped)
		return MHD_NO;
	if (*size > 0)
		return visit->judged ? take_body(visit, bytes, size) : MHD_NO;
	unsigned status = judge(web, connection, visit, method, version);
	if (!visit->judged)
		return let_in(web, connection, visit, place, status);
	if (visit->size != visit->room)
		return MHD_NO;
	return answer(web, connection, visit, place);
}

#endif
