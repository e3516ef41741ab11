/* fuzz_entry: any bytes as an entry; what is read prints as it was. */
#include "fuzz.h"
#include "proof/registry.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dt_entry entry;
	struct dt_registry registry = { .pins = NULL };
	struct dt_entry_signed as_signed = { .text = (const char *)data,
		.size = size };
	fuzz_start();
	if (dt_entry_read((const char *)data, size, &entry, NULL) !=
	    DT_VERDICT_GOOD)
		return 0;
	struct dt_text again = { 0 };
	fuzz_need(dt_entry_print(&entry, &again, NULL) == DT_OK);
	fuzz_need(again.size == size && memcmp(again.bytes, data, size) == 0);
	fuzz_need(dt_entry_same_slot(&as_signed, &as_signed));
	dt_text_free(&again);
	memcpy(registry.experiment, entry.experiment, DT_HASH_BYTES);
	if (dt_registry_add(&registry, &as_signed, NULL) == DT_VERDICT_GOOD)
		fuzz_need(dt_registry_check(&registry, &as_signed, &entry,
		    NULL) == DT_VERDICT_GOOD);
	dt_registry_free(&registry);
	return 0;
}
