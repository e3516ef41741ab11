/* fuzz_note: any bytes as a checkpoint; what is taken has its one form. */
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dt_note_checkpoint checkpoint;
	struct dt_vkey vkey;
	const char *bytes = (const char *)data;
	struct dt_lines_word word = { bytes, size };
	fuzz_start();
	if (dt_note_read(bytes, size, &fuzz_pins, &checkpoint, NULL) ==
	    DT_VERDICT_GOOD) {
		struct dt_text body = { 0 };
		dt_text_add(&body, "%.*s\n%llu\n",
		    DT_LINES_SHOW(checkpoint.origin),
		    (unsigned long long)checkpoint.size);
		fuzz_need(body.size < size &&
		    memcmp(body.bytes, bytes, body.size) == 0);
		dt_text_free(&body);
	}
	if (dt_vkey_read(&vkey, word)) {
		struct dt_text again = { 0 };
		dt_vkey_print(&vkey, &again);
		fuzz_need(again.size == size &&
		    memcmp(again.bytes, bytes, size) == 0);
		dt_text_free(&again);
	}
	return 0;
}
