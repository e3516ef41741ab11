/*
 * fuzz: what the targets for evidence share: the pins, from fixed seeds.
 *
 * A target is linked with the library and with clang's fuzzer:
 *
 *     clang -g -O1 -fsanitize=fuzzer,address,undefined -D_GNU_SOURCE -Isrc \
 *         tests/fuzz/fuzz_note.c src/proof/?*.c src/base/{arena,memory,number,\
 *         status,text}.c -lsodium -lm -o fuzz_note
 *     ./fuzz_note -max_total_time=60 NEW-FOLDER tests/fuzz/corpus/note
 *
 * Few changed bytes survive a signature, so what is behind it would hardly be
 * reached: with tests/fuzz/lax.c in the place of src/proof/sign.c every
 * signature is good, and each target must still hold.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdlib.h>
#include <string.h>

#include "proof/key.h"
#include "proof/note.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct dt_vkey fuzz_witness;
static struct dt_note_pins fuzz_pins;

static inline void
fuzz_need(bool good)
{
	if (!good)
		abort();
}

/* The log of the vector in evidence.md, and a witness. */
static inline void
fuzz_start(void)
{
	static struct dt_key *log, *plain, *witness;
	unsigned char seed[32];
	if (log != NULL)
		return;
	for (unsigned char i = 0; i < 32; i++)
		seed[i] = i;
	fuzz_need(dt_sign_init(NULL) == DT_OK);
	fuzz_need(dt_key_from_seed(&log, "simagents.example/run/7", seed,
	    NULL) == DT_OK);
	seed[0] = 1;
	fuzz_need(dt_key_from_seed(&plain, "w1", seed, NULL) == DT_OK);
	fuzz_need(dt_key_witness(&witness, plain, NULL) == DT_OK);
	fuzz_witness = witness->vkey;
	fuzz_pins = (struct dt_note_pins){ log->vkey, &fuzz_witness, 1 };
}

#endif
