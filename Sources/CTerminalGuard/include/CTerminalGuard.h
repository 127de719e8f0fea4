// SPDX-License-Identifier: MIT
// Puts the terminal back from inside a signal handler.
#ifndef NNTUTOR_CTERMINALGUARD_H
#define NNTUTOR_CTERMINALGUARD_H
#endif
