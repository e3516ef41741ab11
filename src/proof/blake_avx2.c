/* blake_avx2: see blake_kernel.h. */
#include "proof/blake_internal.h"

#if DT_BLAKE_WIDE
#pragma GCC target("avx2")
#define NAME dt_blake_avx2
#include "proof/blake_kernel.h"
#endif
