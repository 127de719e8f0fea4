// SPDX-License-Identifier: MIT
#ifndef CPROCESSOR_H
#define CPROCESSOR_H

#include <stdbool.h>

/// Whether this processor has every instruction that the program was built with.
///
/// Training is built for the processor of the machine that builds it. This function is not, so it can
/// be asked first wherever the program was carried to.
bool processor_is_sufficient(void);

#endif
