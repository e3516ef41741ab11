/* interrupt: see interrupt.h. */
#include "cli/interrupt.h"

#include <signal.h>
#include <unistd.h>

#include "cli/output.h"

static void
stop(int signal)
{
	(void)signal;
	dt_command_stopped = true;
}

static void
die(int signal)
{
	dt_output_abandon();
	_exit(128 + signal);
}

static const int ends[] = { SIGINT, SIGTERM, SIGHUP };
enum { ENDS = sizeof(ends) / sizeof(ends[0]) };

/* A hangup that was ignored before stays so: nohup. */
static bool
is_nohup(int signal)
{
	struct sigaction old;
	return signal == SIGHUP && sigaction(signal, NULL, &old) == 0 &&
	    old.sa_handler == SIG_IGN;
}

/* Writing to a closed pipe fails like any other writing, and is then seen
 * to be no fault (dt_command_write); so does writing more than a file may
 * hold, which is told. */
void
dt_interrupt_set(bool at_once)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	struct sigaction act = { .sa_handler = at_once ? die : stop,
	    .sa_flags = (int)SA_RESETHAND };
	sigaction(SIGPIPE, &ignore, NULL);
	sigaction(SIGXFSZ, &ignore, NULL);
	for (size_t i = 0; i < ENDS; i++)
		if (!is_nohup(ends[i]))
			sigaction(ends[i], &act, NULL);
}

void
dt_interrupt_at_once(void)
{
	dt_interrupt_set(true);
}

void
dt_interrupt_hold(bool held)
{
	sigset_t set;
	sigemptyset(&set);
	for (size_t i = 0; i < ENDS; i++)
		sigaddset(&set, ends[i]);
	sigprocmask(held ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}
