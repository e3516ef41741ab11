/* key_disk: key files on the disk, made and read with suspicion; see key.h. */
#include "proof/key_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"

static enum dt_status
refused(const char *path, struct dt_error *err)
{
	return dt_status_fail(err, DT_EIO, "%s: %s", path,
	    errno == ELOOP ? "is a symbolic link: keys are not read or "
	    "written through links" : strerror(errno));
}

static enum dt_status
write_new(const char *path, const struct dt_text *text, struct dt_error *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW |
	    O_CLOEXEC, 0600);
	if (fd < 0 && errno == EEXIST)
		return dt_status_fail(err, DT_EIO, "%s: is there already: "
		    "keys are not overwritten", path);
	if (fd < 0)
		return refused(path, err);
	bool good = fchmod(fd, 0600) == 0 &&
	    dt_disk_write(fd, text->bytes, text->size) && fsync(fd) == 0;
	enum dt_status status = good ? DT_OK : refused(path, err);
	if (close(fd) != 0 && status == DT_OK)
		status = refused(path, err);
	if (status)
		unlink(path);
	return status;
}

enum dt_status
dt_key_write(const struct dt_key *key, const char *path,
    const char *passphrase, enum dt_key_cost cost, struct dt_error *err)
{
	struct dt_text text = { 0 };
	enum dt_status status = dt_key_file_print(key, passphrase, cost,
	    &text, err);
	if (status == DT_OK)
		status = write_new(path, &text, err);
	if (text.bytes != NULL)
		dt_sign_wipe(text.bytes, text.room);
	dt_text_free(&text);
	return status;
}

static enum dt_status
look_at(int fd, const char *path, struct dt_error *err)
{
	struct stat st;
	if (fstat(fd, &st) != 0)
		return refused(path, err);
	if (!S_ISREG(st.st_mode))
		return dt_status_fail(err, DT_EIO, "%s: is no file", path);
	if (st.st_uid != geteuid())
		return dt_status_fail(err, DT_EIO, "%s: belongs to another "
		    "user", path);
	if (st.st_mode & 077)
		return dt_status_fail(err, DT_EIO, "%s: others may use it "
		    "(mode %03o): chmod 600 it, and think whether it is "
		    "still secret", path, (unsigned)st.st_mode & 0777);
	if (st.st_size > DT_KEY_FILE_MOST)
		return dt_status_fail(err, DT_EINPUT,
		    "%s: too long for a key", path);
	return DT_OK;
}

static enum dt_status
slurp(const char *path, char *bytes, size_t *size, struct dt_error *err)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return refused(path, err);
	enum dt_status status = look_at(fd, path, err);
	*size = 0;
	while (status == DT_OK && *size < DT_KEY_FILE_MOST) {
		ssize_t n = read(fd, bytes + *size, DT_KEY_FILE_MOST - *size);
		if (n == 0)
			break;
		if (n < 0 && errno != EINTR)
			status = refused(path, err);
		*size += n > 0 ? (size_t)n : 0;
	}
	close(fd);
	return status;
}

/* A file whose public key is not its seed's was put together by somebody. */
static enum dt_status
make_key(struct dt_key **key, const struct dt_key_file *file,
    const char *path, const unsigned char *seed, struct dt_error *err)
{
	enum dt_status status = dt_key_make(key, file->name, DT_VKEY_ED25519,
	    seed, err);
	if (status || memcmp((*key)->vkey.public, file->public,
	    DT_SIGN_PUBLIC) == 0)
		return status;
	dt_key_free(*key);
	*key = NULL;
	return dt_status_fail(err, DT_EINPUT, "%s: damaged: the public key "
	    "is not that of the seed", path);
}

/* Of what is read at all: `memory` holds the file, and the seed behind it. */
static enum dt_status
read_with(char *memory, struct dt_key **key, const char *path,
    const char *passphrase, bool *sealed, struct dt_error *err)
{
	struct dt_key_file file;
	unsigned char *seed = (unsigned char *)memory + DT_KEY_FILE_MOST;
	size_t size = 0;
	enum dt_status status = slurp(path, memory, &size, err);
	struct dt_lines whole = { .at = memory, .left = size }, lines = whole;
	if (status == DT_OK)
		status = dt_key_file_head(&lines, &file, path, err);
	if (status == DT_OK && sealed != NULL)
		*sealed = file.sealed;
	if (status || key == NULL)
		return status;
	status = dt_key_file_seed(&whole, &lines, &file, path, passphrase,
	    seed, err);
	return status ? status : make_key(key, &file, path, seed, err);
}

static enum dt_status
read_file(struct dt_key **key, const char *path, const char *passphrase,
    bool *sealed, struct dt_error *err)
{
	char *memory = sodium_malloc(DT_KEY_FILE_MOST + DT_SIGN_SEED);
	if (memory == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = read_with(memory, key, path, passphrase,
	    sealed, err);
	sodium_free(memory);
	return status;
}

enum dt_status
dt_key_read(struct dt_key **key, const char *path, const char *passphrase,
    struct dt_error *err)
{
	*key = NULL;
	return read_file(key, path, passphrase, NULL, err);
}

enum dt_status
dt_key_is_sealed(const char *path, bool *sealed, struct dt_error *err)
{
	return read_file(NULL, path, NULL, sealed, err);
}
