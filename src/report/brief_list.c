/* brief_list: its lists, whose items are bounded; see brief_internal.h. */
#include "report/brief_internal.h"

#include "format/table.h"

void
dt_brief_add(struct dt_brief *b, struct dt_brief_list *list, size_t most,
    const char *format, ...)
{
	va_list args;
	struct dt_text whole = { 0 }, cut = { 0 };
	if (list->n == DT_BRIEF_ITEMS)
		return;
	va_start(args, format);
	dt_text_add_list(&whole, format, args);
	va_end(args);
	dt_table_clip(dt_text_string(&whole), most, &cut);
	const char *item = whole.failed || cut.failed ? NULL :
	    dt_arena_copy(b->arena, dt_text_string(&cut));
	b->failed |= item == NULL;
	if (item != NULL)
		list->items[list->n++] = item;
	dt_text_free(&whole);
	dt_text_free(&cut);
}
