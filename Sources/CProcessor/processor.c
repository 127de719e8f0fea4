// SPDX-License-Identifier: MIT
#include "CProcessor.h"

bool processor_is_sufficient(void) {
#ifdef BUILT_FOR_AVX2
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
#else
  return true;
#endif
}
