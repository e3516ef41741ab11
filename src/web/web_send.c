/* web_send: answers and refusals, with the headers that all have. */
#include "config.h"

#ifdef HAVE_MICROHTTPD
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "web/web_internal.h"

/* Nothing inline, nothing from elsewhere, in no frame. */
static const char policy[] =
    "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; "
    "base-uri 'none'; form-action 'none'";
/* A picture opened as a page would run its script. */
static const char sandboxed[] =
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; "
    "frame-ancestors 'none'";

void
dt_web_send_headers(struct MHD_Response *response, bool sandbox)
{
	static const char *const all[][2] = {
		{ "X-Content-Type-Options", "nosniff" },
		{ "Cross-Origin-Resource-Policy", "same-origin" },
		{ "Cross-Origin-Opener-Policy", "same-origin" },
		{ "X-Frame-Options", "DENY" },
		{ "Referrer-Policy", "no-referrer" },
	};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		dt_web_late.add_response_header(response, all[i][0], all[i][1]);
	dt_web_late.add_response_header(response, "Content-Security-Policy",
	    sandbox ? sandboxed : policy);
}

static const struct words {
	unsigned status;
	const char *error, *what;
} refusals[] = {
	{ 400, "The request is not well formed.",
	    "Send each header once and on one line, without control "
	    "characters." },
	{ 403, "The request comes from another site.",
	    "Use the page that this server shows." },
	{ 405, "This method is not known here.", "Use GET or POST." },
	{ 411, "A body needs its length.", "Send Content-Length." },
	{ 413, "The body is too long.", "Send less." },
	{ 414, "The address is too long.", "Send less in the address." },
	{ 415, "The body is not JSON.",
	    "Send Content-Type: application/json." },
	{ 431, "The headers are too many or too long.",
	    "Clear this site's cookies and load the page again." },
	{ 500, "The server could not make the answer.", "Try again." },
	{ 503, "The server is full.", "Try again in some seconds." },
	{ 505, "This version of HTTP is not known here.", "Use HTTP/1.1." },
};

/* 421 has an empty body: whoever sees it asked for another name. */
static void
refusal(struct dt_web_reply *reply, unsigned status)
{
	*reply = (struct dt_web_reply){ .status = status };
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++)
		if (refusals[i].status == status)
			dt_web_reply_error(reply, status, refusals[i].error,
			    refusals[i].what);
}

static struct MHD_Response *
with_body(struct dt_web_reply *reply)
{
	struct MHD_Response *response;
	if (reply->bytes != NULL)
		return dt_web_late.create_response_from_buffer(reply->size,
		    (void *)(uintptr_t)reply->bytes, MHD_RESPMEM_PERSISTENT);
	response = dt_web_late.create_response_from_buffer_with_free_callback(
	    reply->body.size, reply->body.bytes == NULL ? "" :
	    (void *)reply->body.bytes,
	    reply->body.bytes == NULL ? NULL : dt_memory_free);
	if (response != NULL)
		reply->body = (struct dt_text){ 0 };
	return response;
}

void
dt_web_send_free(struct dt_web_reply *reply)
{
	for (size_t i = 0; i < DT_WEB_HEADERS; i++)
		dt_memory_free(reply->headers[i].value);
	dt_text_free(&reply->body);
}

static enum MHD_Result
queue(struct MHD_Connection *connection, struct dt_web_reply *reply, bool close)
{
	struct MHD_Response *response = with_body(reply);
	if (response == NULL)
		return MHD_NO;
	dt_web_send_headers(response, reply->sandbox);
	if (reply->type != NULL)
		dt_web_late.add_response_header(response, "Content-Type", reply->type);
	if (reply->etag != NULL)
		dt_web_late.add_response_header(response, "ETag", reply->etag);
	dt_web_late.add_response_header(response, "Cache-Control",
	    reply->etag != NULL ? "no-cache" : "no-store");
	for (size_t i = 0; i < DT_WEB_HEADERS; i++)
		if (reply->headers[i].value != NULL)
			dt_web_late.add_response_header(response,
			    reply->headers[i].name, reply->headers[i].value);
	if (reply->status == 405)
		dt_web_late.add_response_header(response, "Allow", "GET, HEAD, POST");
	if (reply->status == 503)
		dt_web_late.add_response_header(response, "Retry-After", "2");
	if (close)
		dt_web_late.add_response_header(response, "Connection", "close");
	enum MHD_Result result = dt_web_late.queue_response(connection, reply->status,
	    response);
	dt_web_late.destroy_response(response);
	return result;
}

enum MHD_Result
dt_web_send_refusal(struct MHD_Connection *connection, unsigned status)
{
	struct dt_web_reply reply;
	refusal(&reply, status);
	enum MHD_Result result = queue(connection, &reply, true);
	dt_web_send_free(&reply);
	return result;
}

/* A browser that has the bytes is not sent them again. */
static bool
has(const struct dt_web *web, const char *etag)
{
	const struct dt_web_field *have =
	    dt_web_head_find(web->head, "If-None-Match");
	return etag != NULL && have != NULL &&
	    have->value_size == strlen(etag) &&
	    memcmp(have->value, etag, have->value_size) == 0;
}

enum MHD_Result
dt_web_send(struct dt_web *web, struct MHD_Connection *connection,
    struct dt_web_reply *reply)
{
	enum MHD_Result result;
	if (reply->status == 0)
		reply->status = 200;
	if (reply->body.failed) {
		result = dt_web_send_refusal(connection, 500);
	} else {
		if (reply->status == 200 && has(web, reply->etag)) {
			reply->status = 304;
			reply->bytes = NULL;
			dt_text_free(&reply->body);
		}
		result = queue(connection, reply, false);
	}
	dt_web_send_free(reply);
	return result;
}

#endif
