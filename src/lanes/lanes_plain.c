/* lanes_plain: the kernel for any processor; see lanes_kernel.h. */
#define BYTES 16
#define ROTATE(x, by) ((x) << (by) | (x) >> (64 - (by)))
#define ANY(x) (((x)[0] | (x)[1]) != 0)

#include "lanes/lanes_kernel.h"

const struct dt_lanes_kernel dt_lanes_plain = KERNEL;
