// SPDX-License-Identifier: MIT
// Puts the terminal back when the program dies, from inside a signal handler.
#ifndef NNTUTOR_CTERMINALGUARD_H
#define NNTUTOR_CTERMINALGUARD_H

// Remembers the terminal's modes and the flags of standard input and output, and from now on
// handles every signal that would end the program without a chance to tidy up. Call it before
// anything changes the terminal. Returns 0, or an errno value.
int terminal_guard_save(void);

// Says that the screen is taken, and which bytes give it back. They are copied; at most 1023.
void terminal_guard_arm(const char *sequence);

// Says that the screen has been given back.
void terminal_guard_disarm(void);

// Gives the calling thread a stack of its own for signals, so that an overflow of its usual stack
// can be handled. It is freed when the thread ends. Returns 0, or an errno value.
int terminal_guard_install_thread_stack(void);

// Ends the program by a signal, so that its parent sees that signal. Call it with the screen given
// back.
_Noreturn void terminal_guard_die(int number);

#endif
