/* lanes_avx2: the kernel for processors with AVX2; see lanes_kernel.h. */
#include "lanes/lanes_program.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)

#include <immintrin.h>

#pragma GCC target("avx2")
#define BYTES 32
#define ROTATE(x, by) ((x) << (by) | (x) >> (64 - (by)))
#define ANY(x) (!_mm256_testz_si256((__m256i)(x), (__m256i)(x)))

#include "lanes/lanes_kernel.h"

const struct dt_lanes_kernel dt_lanes_avx2 = KERNEL;

#else

const struct dt_lanes_kernel dt_lanes_avx2 = { 0 };

#endif
