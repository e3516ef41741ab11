/* web_target: the path, the query and the cookies of a request, decoded. */
#ifndef DT_WEB_TARGET_H
#define DT_WEB_TARGET_H

#include "web/web_head.h"

/* Each fills its part of the head, and says 0 or the status of a refusal. */
unsigned dt_web_target_read(struct dt_web_head *head);
unsigned dt_web_target_cookies(struct dt_web_head *head);

#endif
