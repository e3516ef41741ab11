/* passphrase: see passphrase.h. */
#include "cmd/passphrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* One line from the terminal, unseen. */
static void
ask(FILE *tty, const char *question, char line[DT_CMD_PASSPHRASE_SIZE])
{
	struct termios was, quiet;
	bool shown = tcgetattr(fileno(tty), &was) != 0;
	quiet = was;
	quiet.c_lflag &= ~(tcflag_t)ECHO;
	fputs(question, tty);
	fflush(tty);
	if (!shown)
		tcsetattr(fileno(tty), TCSAFLUSH, &quiet);
	if (fgets(line, DT_CMD_PASSPHRASE_SIZE, tty) == NULL)
		line[0] = '\0';
	if (!shown)
		tcsetattr(fileno(tty), TCSAFLUSH, &was);
	fputc('\n', tty);
	line[strcspn(line, "\n")] = '\0';
}

void
dt_cmd_passphrase_ask(const char *question, bool twice,
    char passphrase[DT_CMD_PASSPHRASE_SIZE])
{
	char again[DT_CMD_PASSPHRASE_SIZE];
	const char *given = getenv("DETENTE_PASSPHRASE");
	FILE *tty = given ? NULL : fopen("/dev/tty", "r+");
	snprintf(passphrase, DT_CMD_PASSPHRASE_SIZE, "%s",
	    given ? given : "");
	if (tty == NULL)
		return;
	do {
		ask(tty, question, passphrase);
		strcpy(again, passphrase);
		if (twice)
			ask(tty, "The same again: ", again);
	} while (strcmp(again, passphrase) != 0);
	dt_sign_wipe(again, sizeof(again));
	fclose(tty);
}

enum dt_status
dt_cmd_passphrase_key(const char *path, struct dt_key **key,
    struct dt_error *err)
{
	char passphrase[DT_CMD_PASSPHRASE_SIZE] = "", question[512];
	bool sealed = false;
	*key = NULL;
	snprintf(question, sizeof(question), "Passphrase of %s: ", path);
	enum dt_status status = dt_sign_init(err);
	if (status == DT_OK)
		status = dt_key_is_sealed(path, &sealed, err);
	if (status == DT_OK && sealed)
		dt_cmd_passphrase_ask(question, false, passphrase);
	if (status == DT_OK)
		status = dt_key_read(key, path, passphrase, err);
	dt_sign_wipe(passphrase, sizeof(passphrase));
	return status;
}
