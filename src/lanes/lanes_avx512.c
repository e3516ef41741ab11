/* lanes_avx512: the kernel for processors with AVX-512; see lanes_kernel.h. */
#include "lanes/lanes_program.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)

#include <immintrin.h>

#pragma GCC target("avx512f")
#define BYTES 64
#define ROTATE(x, by) ((VECTOR)_mm512_rol_epi64((__m512i)(x), by))
#define ANY(x) (_mm512_test_epi64_mask((__m512i)(x), (__m512i)(x)) != 0)

#include "lanes/lanes_kernel.h"

const struct dt_lanes_kernel dt_lanes_avx512 = KERNEL;

#else

const struct dt_lanes_kernel dt_lanes_avx512 = { 0 };

#endif
