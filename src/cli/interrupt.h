/* interrupt: what SIGINT, SIGTERM, SIGHUP, a closed pipe and a file that may
 * not grow do to a call. */
#ifndef DT_INTERRUPT_H
#define DT_INTERRUPT_H

#include <stdbool.h>

/* at_once: a signal ends the program and throws away the file it was writing;
 * else the first one sets dt_command_stopped, and a second one kills. */
void dt_interrupt_set(bool at_once);

/* From here on the call dies of a signal, as one of a verb that is `at_once`:
 * for work that keeps nothing before its end. */
void dt_interrupt_at_once(void);

/* While it is held a signal waits: for a few files that belong together. */
void dt_interrupt_hold(bool held);

#endif
