/* shelf: see shelf.h. A book is the words of a key, and then bytes. */
#include "base/shelf.h"

#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "base/memory.h"

enum { BOOKS = 32 };

/* At the start of the memory. */
struct head {
	_Atomic uint32_t open;          /* it is being written to */
	uint32_t n;
	size_t used;                    /* bytes, this included */
	struct book {
		size_t at, words, rank;
	} book[BOOKS];
};

struct dt_shelf {
	unsigned char *memory;
	size_t bytes;
	pthread_rwlock_t lock;          /* of this process' threads */
};

static void
clear(struct head *head)
{
	head->n = 0;
	head->used = dt_shelf_aligned(sizeof(*head));
}

/* Else whoever wrote last did not come to an end; or nobody ever wrote. */
static bool
is_good(const struct head *head)
{
	return !head->open && head->used > 0;
}

static struct head *
head_of(const struct dt_shelf *shelf)
{
	struct head *head = (struct head *)(void *)shelf->memory;
	if (!is_good(head))
		clear(head);
	head->open = 0;
	return head;
}

/* NULL: it is not there. */
static struct book *
find(const struct dt_shelf *shelf, struct head *head,
    const struct dt_shelf_key *key)
{
	for (size_t k = 0; k < head->n; k++)
		if (head->book[k].words == key->n &&
		    memcmp(shelf->memory + head->book[k].at, key->word,
		    key->n * sizeof(*key->word)) == 0)
			return &head->book[k];
	return NULL;
}

bool
dt_shelf_take(struct dt_shelf *shelf, const struct dt_shelf_key *key,
    bool (*use)(void *of, const unsigned char *bytes), void *of, bool *found)
{
	struct head *head = (struct head *)(void *)shelf->memory;
	pthread_rwlock_rdlock(&shelf->lock);
	const struct book *book = is_good(head) ? find(shelf, head, key) :
	    NULL;
	*found = book != NULL;
	bool good = *found && use(of, shelf->memory + book->at +
	    key->n * sizeof(*key->word));
	pthread_rwlock_unlock(&shelf->lock);
	return good;
}

/* Where a book of so many bytes goes, in place of an old one or of none; NULL:
 * nowhere. */
static struct book *
make_room(const struct dt_shelf *shelf, struct head *head, struct book *old,
    size_t bytes)
{
	if (bytes > shelf->bytes - dt_shelf_aligned(sizeof(*head)))
		return NULL;
	if (bytes > shelf->bytes - head->used ||
	    (old == NULL && head->n == BOOKS)) {
		clear(head);
		old = NULL;
	}
	struct book *book = old != NULL ? old : &head->book[head->n++];
	book->at = head->used;
	head->used += bytes;
	return book;
}

void
dt_shelf_put(struct dt_shelf *shelf, const struct dt_shelf_key *key,
    size_t rank, size_t bytes, void (*fill)(void *of, unsigned char *bytes),
    void *of)
{
	size_t words = key->n * sizeof(*key->word);
	pthread_rwlock_wrlock(&shelf->lock);
	struct head *head = head_of(shelf);
	struct book *book = find(shelf, head, key);
	bool old = book != NULL && book->rank >= rank;
	head->open = 1;
	book = old ? NULL : make_room(shelf, head, book, words +
	    dt_shelf_aligned(bytes));
	if (book != NULL) {
		book->words = key->n;
		book->rank = rank;
		memcpy(shelf->memory + book->at, key->word, words);
		fill(of, shelf->memory + book->at + words);
	}
	head->open = 0;
	pthread_rwlock_unlock(&shelf->lock);
}

struct dt_shelf *
dt_shelf_new(void *memory, size_t bytes)
{
	size_t least = dt_shelf_aligned(sizeof(struct head));
	struct dt_shelf *shelf = bytes < least ? NULL :
	    dt_memory_new(1, sizeof(*shelf));
	if (shelf == NULL)
		return NULL;
	shelf->memory = memory;
	shelf->bytes = bytes;
	pthread_rwlock_init(&shelf->lock, NULL);
	return shelf;
}

void
dt_shelf_free(struct dt_shelf *shelf)
{
	if (shelf != NULL)
		pthread_rwlock_destroy(&shelf->lock);
	dt_memory_free(shelf);
}
