/* passphrase: secret keys in files, and who opens them: DETENTE_PASSPHRASE, or
 * a question on the terminal. */
#ifndef DT_CMD_PASSPHRASE_H
#define DT_CMD_PASSPHRASE_H

#include "proof/key.h"

enum { DT_CMD_PASSPHRASE_SIZE = 1024 };

/* Asks; "" where nobody can be asked. With `twice`, again, until both are the
 * same. The caller wipes it. */
void dt_cmd_passphrase_ask(const char *question, bool twice,
    char passphrase[DT_CMD_PASSPHRASE_SIZE]);

/* Reads the key of a file, asking if it is sealed. */
enum dt_status dt_cmd_passphrase_key(const char *path, struct dt_key **key,
    struct dt_error *err);

#endif
