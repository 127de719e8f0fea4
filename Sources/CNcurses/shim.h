// SPDX-License-Identifier: MIT
// Wide-character ncurses for Swift: its globals and macros as functions and constants.
#ifndef NNTUTOR_CNCURSES_SHIM_H
#define NNTUTOR_CNCURSES_SHIM_H
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <term.h>
#endif
