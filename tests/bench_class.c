/*
 * The real classroom, over loopback: 60, 200 and 500 students who have joined
 * and listen. From an order of the teacher (pause, go on) to its event at each
 * student; from the last move of a round to the round's end at each, which is
 * kept on the disk first. Beside it what a bare write to that disk takes, the
 * server's own time on a core (which other work on the machine does not
 * lengthen), and memory by what it is for. Asked at 200: p99 under 25 ms, under
 * 30 kB a stream, under .1 % of a core while nothing happens. Students have no
 * keys: checking signatures is not in it. Run beside bench_web, in the build's
 * folder: bench_class [STUDENTS [SEED]].
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "bench_crowd.h"

enum { ROUNDS = 6, BLOCKS = 2 };        /* of the lesson, and of a block */

struct place {
	pid_t child;
	uint16_t port;
	char code[8], secret[40];
};

/* The program, and what it says of the way in. */
static void
open_class(struct place *at, int n, const char *seed)
{
	int pipes[2];
	char seats[8], line[256];
	snprintf(seats, sizeof(seats), "%d", n);
	char *words[] = { (char *)"./detente", (char *)"classroom",
	    (char *)"--lesson", (char *)"fifteen-minutes", (char *)"--seats",
	    seats, (char *)"--port", (char *)"0", (char *)"--force",
	    (char *)"-o", (char *)"bench-class.db", (char *)"--seed",
	    (char *)(uintptr_t)seed, NULL };
	if (pipe(pipes) != 0)
		exit(1);
	at->child = fork();
	if (at->child == 0) {
		dup2(pipes[1], 1);
		close(pipes[0]);
		execv(words[0], words);
		_exit(127);
	}
	close(pipes[1]);
	FILE *said = fdopen(pipes[0], "r");
	unsigned port = 0;
	while (said != NULL && fgets(line, sizeof(line), said) != NULL &&
	    strncmp(line, "Ctrl-C", 6) != 0) {
		const char *code = strstr(line, "the code ");
		const char *desk = strstr(line, "/teacher#");
		if (code != NULL)
			(void)sscanf(code, "the code %6[A-Z0-9]", at->code);
		if (desk != NULL)
			(void)sscanf(desk, "/teacher#%32[0-9a-f]", at->secret);
		if (desk != NULL)
			(void)sscanf(strrchr(line, ':'), ":%u", &port);
	}
	at->port = (uint16_t)port;
	if (port == 0) {
		puts("bench_class: no classroom: skipped");
		exit(77);
	}
}

/* Sends an order of the teacher on a connection of its own. */
static int
order(const struct place *at, const char *does)
{
	char body[64], text[512], host[32];
	struct sockaddr_in to = { .sin_family = AF_INET,
	    .sin_port = htons(at->port) };
	to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	snprintf(body, sizeof(body), "{\"do\":\"%s\"}", does);
	snprintf(host, sizeof(host), "127.0.0.1:%u", at->port);
	snprintf(text, sizeof(text), "POST /api/teacher HTTP/1.1\r\n"
	    "Host: %s\r\nOrigin: http://%s\r\nCookie: dtt_%u=%s\r\n"
	    "Content-Type: application/json\r\nContent-Length: %zu\r\n"
	    "Connection: close\r\n\r\n%s", host, host, at->port, at->secret,
	    strlen(body), body);
	int fd = socket(AF_INET, SOCK_STREAM, 0);
	if (connect(fd, (struct sockaddr *)&to, sizeof(to)) != 0)
		exit(1);
	bench.heard = 0;
	bench.wanted = bench.last + 1;
	bench.began = ms_now();
	if (write(fd, text, strlen(text)) < 0)
		exit(1);
	return fd;
}

/* ... until each student has heard of it. */
static void
order_all(const struct place *at, const char *does)
{
	char byte;
	int fd = order(at, does);
	until(&bench.heard, bench.n);
	if (read(fd, &byte, 1) != 1)
		exit(1);
	close(fd);
}

static void
listen_for(double ms)
{
	for (double end = ms_now() + ms; ms_now() < end;)
		dt_client_turn(bench.client, 100);
}

/* All sit down; then all listen: kB that each of them takes. */
static void
come(const struct place *at)
{
	char body[32];
	double empty = resident_kb(at->child);
	snprintf(body, sizeof(body), "{\"code\":\"%s\"}", at->code);
	for (int i = 0; i < bench.n; i++) {
		dt_client_post(bench.browsers[i], "/api/join", body);
		until(&bench.answered, i + 1);
	}
	double seated = resident_kb(at->child);
	for (int i = 0; i < bench.n; i++)
		dt_client_listen(bench.browsers[i], "/api/events");
	listen_for(1000);
	printf("%4d students   %.1f kB a seat with its connection, %.1f kB a "
	    "stream\n", bench.n, (seated - empty) / bench.n,
	    (resident_kb(at->child) - seated) / bench.n);
}

/* All but one have moved; then that one does. Returns ms of a core from there
 * on. */
static double
play(const struct place *at, int block, int round)
{
	char body[64];
	double core = 0;
	snprintf(body, sizeof(body), "{\"block\":%d,\"round\":%d,"
	    "\"move\":\"PAUSE\"}", block, round);
	bench.answered = 0;
	for (int i = 0; i < bench.n; i++) {
		if (i == bench.n - 1) {
			until(&bench.answered, bench.n - 1);
			core = core_ms(at->child);
			bench.heard = 0;
			bench.wanted = bench.last + 1;
			bench.began = ms_now();
		}
		dt_client_post(bench.browsers[i], "/api/move", body);
	}
	until(&bench.heard, bench.n);
	until(&bench.answered, bench.n);
	return core_ms(at->child) - core;
}

/* The stages before a block's rounds, passed over; its rounds. */
static double
play_block(const struct place *at, int block)
{
	double core = 0;
	size_t taken = bench.n_taken;
	int stages = block == 1 ? 3 : 6;        /* result, debrief; text,
	                                         * quiz, prediction, signing */
	for (int i = 0; i < stages; i++)
		order_all(at, "next");
	bench.n_taken = taken;
	for (int r = 1; r <= ROUNDS; r++)
		core += play(at, block, r);
	return core;
}

static void
report(const char *what, double core)
{
	printf("%4d students   %-18s p50 %6.2f ms  p99 %6.2f ms  longest %6.2f "
	    "ms  %5.2f ms of a core\n", bench.n, what, quantile(.5),
	    quantile(.99), quantile(1), core);
	bench.n_taken = 0;
}

static void
idle(const struct place *at)
{
	double began = ms_now(), core = core_ms(at->child);
	listen_for(30e3);       /* two heartbeats */
	printf("%4d students   nothing happens: %.3f %% of a core\n", bench.n,
	    100 * (core_ms(at->child) - core) / (ms_now() - began));
}

/* The floor: as many bytes as a round's moves, onto the disk. */
static void
disk(void)
{
	char page[4096] = "";
	int fd = open("bench-class.disk", O_RDWR | O_CREAT | O_TRUNC, 0600);
	bench.n_taken = 0;
	for (int i = 0; i < 100; i++) {
		double began = ms_now();
		for (int k = 0; k < 8; k++)
			if (write(fd, page, sizeof(page)) < 0)
				exit(1);
		if (fdatasync(fd) != 0)
			exit(1);
		bench.taken[bench.n_taken++] = ms_now() - began;
	}
	close(fd);
	unlink("bench-class.disk");
	printf("32 kB onto the disk               p50 %6.2f ms  p99 %6.2f "
	    "ms\n", quantile(.5), quantile(.99));
}

static void
classroom(int n, const char *seed)
{
	struct place at = { 0 };
	open_class(&at, n, seed);
	start(at.port, n);
	bench.last = 0;
	come(&at);
	order_all(&at, "start");
	bench.n_taken = 0;
	double core = core_ms(at.child);
	for (int i = 0; i < POSTS; i++)
		order_all(&at, i % 2 ? "go" : "pause");
	report("an order", (core_ms(at.child) - core) / POSTS);
	idle(&at);
	core = 0;
	for (int b = 1; b <= BLOCKS; b++)
		core += play_block(&at, b);
	report("a round's last move", core / (BLOCKS * ROUNDS));
	dt_client_free(bench.client);
	end(at.child);
}

int
main(int argc, char **argv)
{
	static double taken[MOST * POSTS + MOST];
	const char *seed = argc > 2 ? argv[2] : "1";
	bench.taken = taken;
	tell_load();
	disk();
	if (argc > 1) {
		classroom(atoi(argv[1]), seed);
		return 0;
	}
	classroom(60, "1");
	classroom(200, "1");
	classroom(200, "2");
	classroom(200, "3");
	classroom(500, "1");
	disk();
	return 0;
}
