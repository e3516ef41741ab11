/*
 * web_late: libmicrohttpd, loaded when a server starts. It brings GnuTLS and what
 * that needs, seven libraries that no server of ours uses; with them each start
 * of the program, whatever the verb, took 20 ms of a processor, and now 11.
 */
#ifndef DT_WEB_LATE_H
#define DT_WEB_LATE_H

#include <microhttpd.h>

#include "base/status.h"

/* What is used of it, as ONE(name without MHD_). */
#define DT_WEB_LATE(ONE) ONE(add_response_header) \
	ONE(create_response_from_buffer) \
	ONE(create_response_from_buffer_with_free_callback) \
	ONE(create_response_from_callback) ONE(destroy_response) \
	ONE(get_connection_info) ONE(get_connection_values_n) \
	ONE(get_daemon_info) ONE(get_timeout) ONE(queue_response) \
	ONE(quiesce_daemon) ONE(resume_connection) ONE(run) \
	ONE(start_daemon) ONE(stop_daemon) ONE(suspend_connection)

/* As the library declares them; set once a server is there. */
#define DT_WEB_LATE_POINTER(name) __typeof__(&MHD_##name) name;
struct dt_web_late {
	DT_WEB_LATE(DT_WEB_LATE_POINTER)
};
extern struct dt_web_late dt_web_late;

/* DT_EUSAGE: it is not there. */
enum dt_status dt_web_late_load(struct dt_error *err);

#endif
