/* verify_beside: the keys that lie beside files. */
#include <dirent.h>
#include <string.h>

#include "party/verify_internal.h"

static bool
is_vkey(const char *name)
{
	size_t n = strlen(name);
	return n > 5 && strcmp(name + n - 5, ".vkey") == 0;
}

static enum dt_status
add_file(struct dt_verify *v, const char *folder, const char *name,
    struct dt_error *err)
{
	const char *bytes, *path = dt_arena_print(v->arena, "%s/%s", folder,
	    name);
	size_t size;
	if (path == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_verify_read(v, path, true, &bytes, &size,
	    err);
	return status || bytes == NULL ? status :
	    dt_verify_add_keys(v, bytes, size, path, err);
}

enum dt_status
dt_verify_beside(struct dt_verify *v, const char *path, struct dt_error *err)
{
	const char *name = strrchr(path, '/');
	const char *folder = name == NULL ? "." : name == path ? "/" :
	    dt_arena_copy_n(v->arena, path, (size_t)(name - path));
	DIR *dir = folder ? opendir(folder) : NULL;
	struct dirent *entry;
	enum dt_status status = DT_OK;
	if (folder == NULL)
		return dt_status_no_memory(err);
	while (dir != NULL && status == DT_OK &&
	    (entry = readdir(dir)) != NULL)
		if (is_vkey(entry->d_name))
			status = add_file(v, folder, entry->d_name, err);
	if (dir != NULL)
		closedir(dir);
	return status;
}
