// SPDX-License-Identifier: MIT
// Wide-character ncurses for Swift: its globals and macros as functions and constants.
#ifndef NNTUTOR_CNCURSES_SHIM_H
#define NNTUTOR_CNCURSES_SHIM_H
// Before every system header; _XOPEN_SOURCE itself would hide glibc's usual declarations.
#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static inline WINDOW *nc_screen(void) { return stdscr; }
static inline WINDOW *nc_shown_screen(void) { return curscr; }
static inline int nc_rows(void) { return LINES; }
static inline int nc_columns(void) { return COLS; }
static inline int nc_colors(void) { return COLORS; }

static const attr_t NC_BOLD = WA_BOLD, NC_DIM = WA_DIM, NC_ITALIC = WA_ITALIC,
                    NC_UNDERLINE = WA_UNDERLINE, NC_REVERSE = WA_REVERSE;

static const mmask_t NC_PRESS = BUTTON1_PRESSED, NC_WHEEL_UP = BUTTON4_PRESSED,
                     NC_WHEEL_DOWN = BUTTON5_PRESSED;

static inline int nc_function_key(int number) { return KEY_F(number); }

// The first colour pair of a cell goes by a pointer, for more than 32767 of them.
static inline int nc_set_cell(cchar_t *cell, const wchar_t *text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, 0, &pair);
}

// A capability of the terminal as terminfo spells it, or NULL where it has none.
static inline const char *nc_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? 0 : value;
}

// As initscr(), which ends the program where it fails; this returns ERR.
static inline int nc_start_screen(void) {
  if (newterm(0, stdout, stdin) == 0) return ERR;
  return def_prog_mode();
}

// Reads the terminal's description: 1 where there is one, else 2 (no screen), 0 or -1 (no database).
static inline int nc_set_up_terminal(void) {
  int verdict = 0;
  int result = setupterm(0, STDOUT_FILENO, &verdict);
  return result == OK ? 1 : verdict == 1 ? 2 : verdict;
}

static inline int nc_window_size(int descriptor, int *height, int *width) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) return ERR;
  *height = size.ws_row;
  *width = size.ws_col;
  return OK;
}

// The bytes that wait to be read; 0 on a readable descriptor means its end.
static inline int nc_waiting_bytes(int descriptor) {
  int count = 0;
  return ioctl(descriptor, FIONREAD, &count) == 0 ? count : -1;
}
#endif
