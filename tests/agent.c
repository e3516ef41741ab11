/*
 * agent: a program from outside, as detente-agent(5) has it, that behaves or
 * does not: agent MODE. It reads no JSON: it looks for the type of a line.
 *
 *   pause, race   always that move
 *   tft           what it saw last
 *   drawn         RACE if the run's seed is odd
 *   count FILE    pause; writes how many lines it was told to FILE at the end
 *   die N         ends with status 3 when asked for the N-th time
 *   crash         is killed by a signal
 *   hang          answers once, then never, and heeds no end of its input
 *   flood         writes without end and without lines
 *   lines         two lines for a question
 *   talk          a line that nobody asked for
 *   nonsense      a line that is no answer
 *   huge          a number in place of a move
 *   deaf          reads nothing
 *   yes           in talks: accepts all, proposes nothing
 *   first         in talks: proposes the first text, accepts nothing
 *   walk          in talks: walks out
 *   child FILE    answers once, then starts another that hangs, writes that
 *                 one's number to FILE and hangs
 */
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void
hang(void)
{
	for (;;)
		(void)pause();
}

static void
say(const char *line)
{
	if (fputs(line, stdout) < 0 || fflush(stdout) != 0)
		exit(4);
}

static char first_text[1024];

/* What is asked: 0 nothing, else a move, a proposal, an answer. */
enum { MOVE = 1, PROPOSE, ANSWER };
static int asks;

/* A good answer that moves nothing. */
static void
say_move(int races)
{
	if (asks == PROPOSE)
		say("{\"pass\": true}\n");
	else if (asks == ANSWER)
		say(races ? "{\"accept\": true}\n" : "{\"accept\": false}\n");
	else
		say(races ? "{\"move\": \"race\"}\n" : "{\"move\": \"pause\"}\n");
}

static void
start_child(const char *path)
{
	pid_t pid = fork();
	if (pid == 0)
		hang();
	FILE *file = fopen(path, "w");
	if (file == NULL || fprintf(file, "%ld\n", (long)pid) < 0)
		exit(5);
	(void)fclose(file);
	hang();
}

static void
answer(const char *mode, const char *more, long asked)
{
	if (strcmp(mode, "die") == 0 && asked == atol(more))
		exit(3);
	if (strcmp(mode, "crash") == 0)
		(void)raise(SIGKILL);
	if (strcmp(mode, "hang") == 0 && asked > 1)
		hang();
	while (strcmp(mode, "flood") == 0)
		say("flood flood flood flood");
	if (strcmp(mode, "child") == 0 && asked > 1)
		start_child(more);
	if (strcmp(mode, "lines") == 0)
		say("{\"move\": \"pause\"}\n{\"move\": \"pause\"}\n");
	else if (strcmp(mode, "nonsense") == 0)
		say("I would rather not.\n");
	else if (strcmp(mode, "huge") == 0)
		say("{\"move\": 1e999}\n");
	else if (strcmp(mode, "walk") == 0)
		say("{\"walk\": true}\n");
	else if (strcmp(mode, "first") == 0 && asks == PROPOSE) {
		say("{\"propose\": \"");
		say(first_text);
		say("\"}\n");
	} else
		say_move(strcmp(mode, "race") == 0 ||
		    strcmp(mode, "yes") == 0);
}

static void
keep_first(const char *line)
{
	const char *at = strstr(line, "{\"text\": \"");
	size_t n = at != NULL ? strcspn(at + 10, "\"") : 0;
	if (n > 0 && n < sizeof(first_text)) {
		memcpy(first_text, at + 10, n);
		first_text[n] = '\0';
	}
}

int
main(int argc, char **argv)
{
	static char line[65536];
	const char *mode = argc > 1 ? argv[1] : "pause";
	const char *more = argc > 2 ? argv[2] : "1";
	long asked = 0, told = 0;
	int races = 0;
	if (strcmp(mode, "deaf") == 0)
		hang();
	while (fgets(line, sizeof(line), stdin) != NULL) {
		const char *seed = strstr(line, "\"seed\": ");
		told++;
		if (strcmp(mode, "drawn") == 0 && seed != NULL)
			races = (int)(strtoull(seed + 8, NULL, 10) & 1);
		if (strcmp(mode, "tft") == 0 && strstr(line, "\"start\""))
			races = 0;
		if (strcmp(mode, "tft") == 0 && strstr(line, "\"saw\""))
			races = strstr(line, "\"raced\": []") == NULL;
		if (strcmp(mode, "talk") == 0 && strstr(line, "\"saw\""))
			say("thank you\n");
		if (strstr(line, "\"type\": \"start\"") != NULL)
			keep_first(line);
		asks = strstr(line, "\"type\": \"move\"") ? MOVE :
		    strstr(line, "\"type\": \"propose\"") ? PROPOSE :
		    strstr(line, "\"type\": \"answer\"") ? ANSWER : 0;
		if (asks == 0)
			continue;
		if (strcmp(mode, "tft") == 0 || strcmp(mode, "drawn") == 0)
			say_move(races);
		else
			answer(mode, more, ++asked);
	}
	if (strcmp(mode, "count") == 0) {
		FILE *file = fopen(more, "w");
		if (file == NULL || fprintf(file, "%ld\n", told) < 0 ||
		    fclose(file) != 0)
			return 5;
	}
	return 0;
}
