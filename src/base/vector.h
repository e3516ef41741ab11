/*
 * vector: four or eight numbers that are reckoned with at once. Where the
 * processor has no vectors so wide more go for one, and come to the same bits:
 * nothing is multiplied and added in one step (configure.ac).
 */
#ifndef DT_BASE_VECTOR_H
#define DT_BASE_VECTOR_H

#include <stdint.h>             /* and with it whose library this is */

/* They need not begin where a vector may. */
typedef double dt_quad __attribute__((vector_size(32), aligned(8), may_alias));
typedef double dt_oct __attribute__((vector_size(64), aligned(8), may_alias));
/* Of lanes: all bits, or none; as a comparison has it. */
typedef long long dt_quad_mask __attribute__((vector_size(32)));
typedef long long dt_oct_mask __attribute__((vector_size(64)));
enum { DT_OCT = 8 };

/* A function that is there once for each kind of processor; or once for those
 * with eights, too. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__)  /* its own start comes too late */
#define DT_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#define DT_EACH_PROCESSOR_WIDE \
	__attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define DT_EACH_PROCESSOR
#define DT_EACH_PROCESSOR_WIDE
#endif
/* What such a function calls has to be part of it. */
#define DT_INLINE static inline __attribute__((always_inline))

#endif
