/*
 * From a post to its event at all others, over loopback: 60, 200 and 500
 * browsers on the site of tests/web_site, one of which posts; a figure is the
 * time until one of them has heard. Asked: p99 under 25 ms at 200, memory
 * under 30 kB a stream. The floor, in the same run: a bare libmicrohttpd that
 * echoes a post to who sent it. Server and browsers share the machine; the
 * browsers are one thread.
 */
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench_crowd.h"

/* The program `words`, and the port that it says. */
static pid_t
serve(char *const words[], uint16_t *port)
{
	int pipes[2];
	char line[16] = "";
	if (pipe(pipes) != 0)
		exit(1);
	pid_t child = fork();
	if (child == 0) {
		dup2(pipes[1], 1);
		close(pipes[0]);
		execv(words[0], words);
		_exit(127);
	}
	close(pipes[1]);
	if (read(pipes[0], line, sizeof(line) - 1) <= 0) {
		puts("bench_web: no server of pages: skipped");
		exit(77);
	}
	*port = (uint16_t)atoi(line);
	return child;
}

static void
join(void)
{
	bench.wanted = 0;
	bench.heard = 0;
	for (int i = 0; i < bench.n; i++) {
		char path[32];
		snprintf(path, sizeof(path), "/seat?n=%d", i);
		dt_client_get(bench.browsers[i], path);
		until(&bench.answered, i + 1);
		dt_client_listen(bench.browsers[i], "/events");
	}
	until(&bench.heard, bench.n);
	bench.n_taken = 0;
	bench.answered = 0;
}

static void
classroom(int n)
{
	char places[8];
	snprintf(places, sizeof(places), "%d", 2 * n + 120);
	char *words[] = { (char *)"tests/web_site", places, (char *)"8", NULL };
	uint16_t port;
	pid_t child = serve(words, &port);
	double empty = resident_kb(child);
	start(port, n);
	join();
	double core = core_ms(child);
	for (int i = 0; i < POSTS; i++) {
		bench.heard = 0;
		bench.wanted = i + 1;
		bench.began = ms_now();
		dt_client_post(bench.browsers[i % n], "/post", "{\"add\":1}");
		until(&bench.heard, n);
		until(&bench.answered, i + 1);
	}
	double kb = (resident_kb(child) - empty) / n;
	core = (core_ms(child) - core) / POSTS;
	printf("%4d browsers  p50 %6.2f ms  p99 %6.2f ms  %5.2f ms of a core a "
	    "post  %5.1f kB each (two connections)\n", n, quantile(.5),
	    quantile(.99), core, kb);
	dt_client_free(bench.client);
	end(child);
}

/* ---- The floor ---- */

static enum MHD_Result
echo(void *of, struct MHD_Connection *connection, const char *url,
    const char *method, const char *version, const char *bytes, size_t *size,
    void **state)
{
	static char body[64];
	(void)of;
	(void)url;
	(void)method;
	(void)version;
	if (*state == NULL) {
		*state = body;
		return MHD_YES;
	}
	if (*size > 0) {
		memcpy(body, bytes, *size < sizeof(body) ? *size :
		    sizeof(body));
		*size = 0;
		return MHD_YES;
	}
	struct MHD_Response *response = MHD_create_response_from_buffer(9,
	    body, MHD_RESPMEM_MUST_COPY);
	enum MHD_Result result = MHD_queue_response(connection, 200, response);
	MHD_destroy_response(response);
	return result;
}

static void
bare(void)
{
	struct MHD_Daemon *daemon = MHD_start_daemon(
	    MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, echo, NULL,
	    MHD_OPTION_END);
	if (daemon == NULL)
		exit(1);
	start(MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port, 1);
	for (int i = 0; i < 1000; i++) {
		double began = ms_now();
		dt_client_post(bench.browsers[0], "/", "{\"add\":1}");
		until(&bench.answered, i + 1);
		bench.taken[bench.n_taken++] = ms_now() - began;
	}
	printf("a bare echo    p50 %6.2f ms  p99 %6.2f ms\n", quantile(.5),
	    quantile(.99));
	dt_client_free(bench.client);
	MHD_stop_daemon(daemon);
}

int
main(void)
{
	static double taken[MOST * POSTS + MOST];
	tell_load();
	bench.taken = taken;
	bare();
	classroom(60);
	classroom(200);
	classroom(500);
	bare();
	return 0;
}
