/* late: see late.h. */
#include "base/late.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>

/* One at a time: who comes second finds all there. */
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;

/* A pointer to a function has the size of any other (POSIX, dlsym). */
static void **
place_of(void *functions, size_t k)
{
	return (void **)functions + k;
}

static enum dt_status
find_all(void *library, const char *const *names, size_t n, void *functions,
    struct dt_error *err)
{
	for (size_t k = 0; k < n; k++) {
		void *function = dlsym(library, names[k]);
		memcpy(place_of(functions, k), &function, sizeof(function));
		if (function != NULL)
			continue;
		memset(functions, 0, n * sizeof(function));
		return dt_status_fail(err, DT_EUSAGE, "%s", dlerror());
	}
	return DT_OK;
}

/* It is never closed: its functions are in use. */
static enum dt_status
load(const char *name, const char *const *names, size_t n, void *functions,
    struct dt_error *err)
{
	void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
	if (library == NULL)
		return dt_status_fail(err, DT_EUSAGE, "%s", dlerror());
	enum dt_status status = find_all(library, names, n, functions, err);
	if (status != DT_OK)
		dlclose(library);
	return status;
}

enum dt_status
dt_late_load(const char *library, const char *const *names, size_t n,
    void *functions, struct dt_error *err)
{
	void *last;
	enum dt_status status = DT_OK;
	pthread_mutex_lock(&gate);
	memcpy(&last, place_of(functions, n - 1), sizeof(last));
	if (last == NULL)
		status = load(library, names, n, functions, err);
	pthread_mutex_unlock(&gate);
	return status;
}
