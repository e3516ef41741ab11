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

/* Writing to a closed pipe fails like any other writing, and is then seen
 * to be no fault (dt_command_write). */
void
dt_interrupt_set(bool at_once)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };
	struct sigaction act = { .sa_handler = at_once ? die : stop,
	    .sa_flags = (int)SA_RESETHAND };
	sigaction(SIGPIPE, &ignore, NULL);
	sigaction(SIGINT, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
}

void
dt_interrupt_at_once(void)
{
	dt_interrupt_set(true);
}
