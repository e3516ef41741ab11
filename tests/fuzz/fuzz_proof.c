/* fuzz_proof: any bytes as each of the files that stand alone: a portable
 * proof, a charge, a fork, a halt, a minisign and a signify signature. */
#include "fuzz.h"
#include "proof/charge.h"
#include "proof/fork.h"
#include "proof/minisign.h"
#include "proof/pledge.h"
#include "proof/portable.h"
#include "proof/signify.h"

static void
read_portable(const char *bytes, size_t size)
{
	struct dt_portable read;
	struct dt_merkle_hash leaf;
	dt_merkle_leaf("", 0, &leaf);
	if (dt_portable_read(bytes, size, &fuzz_pins, &leaf, &read, NULL) ==
	    DT_VERDICT_GOOD)
		fuzz_need(read.index < read.checkpoint.size);
}

static void
read_charges(const char *bytes, size_t size)
{
	struct dt_charge charge;
	struct dt_note_checkpoint a, b;
	if (dt_charge_read(bytes, size, NULL, 0, &charge, NULL) ==
	    DT_VERDICT_GOOD)
		fuzz_need(charge.agent.size > 0);
	if (dt_fork_read(bytes, size, &fuzz_pins, &a, &b, NULL) ==
	    DT_VERDICT_GOOD)
		fuzz_need(a.size <= b.size &&
		    !dt_merkle_same(&a.root, &b.root));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dt_pledge_ruling ruling;
	struct dt_lines_word head;
	const char *bytes = (const char *)data;
	fuzz_start();
	read_portable(bytes, size);
	read_charges(bytes, size);
	if (dt_pledge_read(bytes, size, NULL, 0, &fuzz_pins, &ruling, &head,
	    NULL) == DT_VERDICT_GOOD)
		fuzz_need(head.size > 0 && ruling.answer < DT_PLEDGE_ANSWERS);
	(void)(dt_minisign_verify(&fuzz_pins.log, "", 0, bytes, size, NULL) ==
	    DT_VERDICT_GOOD);
	(void)(dt_signify_verify(&fuzz_pins.log, "", 0, bytes, size, NULL) ==
	    DT_VERDICT_GOOD);
	return 0;
}
