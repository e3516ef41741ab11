/* cosigners: see cosigners.h. */
#include "party/cosigners.h"

#include <string.h>

static const char name[] = "cosigned.txt";

const struct dt_book_checkpoint *
dt_cosigners_head(const struct dt_book *book, uint64_t size)
{
	for (size_t i = 0; i < book->n; i++)
		if (book->checkpoints[i].size == size)
			return &book->checkpoints[i];
	return NULL;
}

enum dt_status
dt_cosigners_read(const struct dt_log_folder *folder,
    const struct dt_pins *pins, struct dt_cosigned_list *list,
    struct dt_error *err)
{
	const char *bytes = NULL;
	size_t size = 0;
	*list = (struct dt_cosigned_list){ 0 };
	enum dt_status status = dt_log_folder_read(folder, name, true, &bytes,
	    &size, err);
	return status || bytes == NULL ? status : dt_cosigned_read(list,
	    folder->arena, name, bytes, size, pins, err);
}

/* Written whole, and not appended to: a kill leaves no half record. */
enum dt_status
dt_cosigners_add(const struct dt_log_folder *folder,
    const struct dt_text *records, struct dt_error *err)
{
	const char *bytes = NULL;
	size_t size = 0;
	struct dt_text text = { 0 };
	enum dt_status status = dt_log_folder_read(folder, name, true, &bytes,
	    &size, err);
	if (status || (bytes != NULL && strstr(bytes,
	    dt_text_string(records)) != NULL))
		return status;
	if (bytes != NULL)
		dt_text_add_n(&text, bytes, size);
	dt_text_add_n(&text, records->bytes, records->size);
	status = text.failed ? dt_status_no_memory(err) :
	    dt_log_folder_write(folder, name, text.bytes, text.size, err);
	dt_text_free(&text);
	return status;
}

static const struct dt_vkey *
key_of(const void *of, uint64_t size)
{
	return dt_book_keeper(of, size);
}

/* The book's own checkpoints are those that its entries give. */
static bool
root_of(const void *of, uint64_t size, struct dt_merkle_hash *root)
{
	const struct dt_book *book = of;
	if (dt_cosigners_head(book, size) == NULL)
		return false;
	dt_merkle_root_of(book->protocol.leaves, size, root);
	return true;
}

enum dt_status
dt_cosigners_judge(const struct dt_book *book, struct dt_cosigned_list *list,
    struct dt_cosigned_seen **seen, size_t *n,
    enum dt_status (*tell)(void *to, const char *words), void *to,
    struct dt_error *err)
{
	struct dt_cosigned_log log = { .of = book, .size =
		dt_book_covered(book), .key = key_of, .root = root_of };
	return dt_cosigned_judge(list, &log, book->protocol.arena, seen, n,
	    tell, to, err);
}
