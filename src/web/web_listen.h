/* web_listen: where a server listens, and by which names. */
#ifndef DT_WEB_LISTEN_H
#define DT_WEB_LISTEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"

/* A socket that listens at a numeric address; *chosen is its port, which may
 * have been left to the system (0), or be one of the `more` behind it where it
 * is taken. The caller closes it. */
enum dt_status dt_web_listen_open(const char *address, uint16_t port,
    uint16_t more, int *fd, uint16_t *chosen, struct dt_error *err);

/* What Host may say: localhost, 127.0.0.1 and `more` (or NULL), each with the
 * port, and without it too where it is 80. Ends with NULL; the caller frees
 * each and the array. */
enum dt_status dt_web_listen_hosts(char ***hosts, const char *const *more,
    uint16_t port, struct dt_error *err);

#endif
