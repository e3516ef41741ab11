/*
 * torture_fault: preloaded by check_torture.sh, lets the nth call of a kind
 * fail, or the process end or get a signal just before it.
 *
 * TORTURE_CALL: write, fsync, rename, truncate or malloc; "any": of the first
 * four. TORTURE_AT: which one, from 1. TORTURE_SIGNAL: send this signal there,
 * in place of failing. TORTURE_COUNT: a file to which the number of calls is
 * written at the end. glibc's own names of malloc are used.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

static const char *call = "";
static long at = -1;
static int sends;
static atomic_long count;

__attribute__((constructor)) static void
begin(void)
{
	const char *word = getenv("TORTURE_CALL");
	const char *number = getenv("TORTURE_AT");
	const char *sign = getenv("TORTURE_SIGNAL");
	at = number != NULL ? atol(number) : -1;
	sends = sign != NULL ? atoi(sign) : 0;
	call = word != NULL ? word : "";
}

__attribute__((destructor)) static void
end(void)
{
	char line[32];
	const char *path = getenv("TORTURE_COUNT");
	long n = count;
	call = "";
	if (path == NULL)
		return;
	int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	int size = snprintf(line, sizeof(line), "%ld\n", n);
	if (file < 0 || write(file, line, (size_t)size) != size)
		_exit(99);
	close(file);
}

/* Whether this call, of such a kind, is to fail. */
static int
fails(const char *kind)
{
	int any = strcmp(call, "any") == 0 && strcmp(kind, "malloc") != 0;
	if (!any && strcmp(call, kind) != 0)
		return 0;
	if (atomic_fetch_add(&count, 1) + 1 != at)
		return 0;
	if (sends == 0)
		return 1;
	kill(getpid(), sends);
	return 0;
}

#define REAL(type, name, parameters) \
    type (*real)parameters; \
    *(void **)&real = dlsym(RTLD_NEXT, name)

#define STAND_IN(type, name, kind, error, parameters, arguments) \
    type name parameters; \
    type name parameters { \
	REAL(type, #name, parameters); \
	if (!fails(kind)) \
		return real arguments; \
	errno = error; \
	return -1; \
    }

STAND_IN(ssize_t, write, "write", ENOSPC,
    (int f, const void *b, size_t n), (f, b, n))
STAND_IN(ssize_t, pwrite, "write", ENOSPC,
    (int f, const void *b, size_t n, off_t o), (f, b, n, o))
STAND_IN(ssize_t, pwrite64, "write", ENOSPC,
    (int f, const void *b, size_t n, off64_t o), (f, b, n, o))
STAND_IN(int, fsync, "fsync", EIO, (int f), (f))
STAND_IN(int, fdatasync, "fsync", EIO, (int f), (f))
STAND_IN(int, rename, "rename", EACCES, (const char *a, const char *b), (a, b))
STAND_IN(int, link, "rename", EACCES, (const char *a, const char *b), (a, b))
STAND_IN(int, unlink, "rename", EACCES, (const char *a), (a))
STAND_IN(int, ftruncate, "truncate", EIO, (int f, off_t n), (f, n))
STAND_IN(int, ftruncate64, "truncate", EIO, (int f, off64_t n), (f, n))

void *
malloc(size_t n)
{
	return fails("malloc") ? (errno = ENOMEM, NULL) : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return fails("malloc") ? (errno = ENOMEM, NULL) :
	    __libc_calloc(n, size);
}

void *
realloc(void *old, size_t n)
{
	return fails("malloc") ? (errno = ENOMEM, NULL) :
	    __libc_realloc(old, n);
}
