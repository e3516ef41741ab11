/* blake_avx512: see blake_kernel.h. */
#include "proof/blake_internal.h"

#if DT_BLAKE_WIDE
#pragma GCC target("avx512f")
#define NAME dt_blake_avx512
#include "proof/blake_kernel.h"
#endif
