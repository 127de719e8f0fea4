// SPDX-License-Identifier: MIT
#ifndef CALLOCATIONCOUNT_H
#define CALLOCATIONCOUNT_H

/// How often this process has asked for memory so far.
long allocation_count(void);

#endif
