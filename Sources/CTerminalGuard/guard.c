// SPDX-License-Identifier: MIT
// Everything that `handle` reaches may be called from a signal handler (signal-safety(7)).
#include "CTerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <termios.h>
#include <unistd.h>

enum { STACK_SIZE = 64 * 1024, SEQUENCE_SIZE = 1024 };
enum { SCREEN_FREE, SCREEN_TAKEN, SCREEN_BEING_RESTORED };

static const int guarded[] = {
    SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS,  SIGFPE,  SIGSYS,    SIGQUIT, SIGALRM,
    SIGXCPU, SIGXFSZ, SIGUSR1, SIGUSR2, SIGPIPE, SIGPROF, SIGVTALRM, SIGIO,   SIGPWR,
};

static struct termios saved_modes;
static int saved_flags[2];
static char restore_sequence[SEQUENCE_SIZE];
static atomic_int screen = SCREEN_FREE;
static pthread_key_t stack_key;

// A terminal that takes no more bytes must not keep the program alive.
static void write_patiently(const char *bytes, size_t count) {
  fcntl(STDOUT_FILENO, F_SETFL, saved_flags[STDOUT_FILENO] | O_NONBLOCK);
  struct pollfd output = {.fd = STDOUT_FILENO, .events = POLLOUT};
  while (count > 0 && poll(&output, 1, 200) == 1) {
    ssize_t written = write(STDOUT_FILENO, bytes, count);
    if (written < 0 && errno != EAGAIN && errno != EINTR) break;
    if (written > 0) {
      bytes += written;
      count -= (size_t)written;
    }
  }
}

// A program in the background must leave the terminal to the one in the foreground.
static int is_in_background(void) {
  pid_t group = tcgetpgrp(STDIN_FILENO);
  return group > 0 && group != getpgrp();
}

static void restore_screen(void) {
  int taken = SCREEN_TAKEN;
  if (atomic_compare_exchange_strong(&screen, &taken, SCREEN_BEING_RESTORED)) {
    if (!is_in_background()) {
      write_patiently(restore_sequence, strlen(restore_sequence));
      // Keys that were meant for the program must not reach the shell.
      tcflush(STDIN_FILENO, TCIFLUSH);
      tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
    }
    fcntl(STDIN_FILENO, F_SETFL, saved_flags[STDIN_FILENO]);
    fcntl(STDOUT_FILENO, F_SETFL, saved_flags[STDOUT_FILENO]);
    atomic_store(&screen, SCREEN_FREE);
  }
  // Another thread that dies at the same moment waits until the first has restored the screen.
  for (int look = 0; look < 50 && atomic_load(&screen) == SCREEN_BEING_RESTORED; look++) {
    poll(NULL, 0, 10);
  }
}

void terminal_guard_die(int number) {
  struct sigaction usual = {.sa_handler = SIG_DFL};
  sigemptyset(&usual.sa_mask);
  sigaction(number, &usual, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}

static void handle(int number) {
  restore_screen();
  terminal_guard_die(number);
}

static void free_stack(void *stack) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  munmap(stack, STACK_SIZE);
}

int terminal_guard_install_thread_stack(void) {
  if (pthread_getspecific(stack_key) != NULL) return 0;
  void *stack = mmap(NULL, STACK_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (stack == MAP_FAILED) return errno;
  stack_t signals = {.ss_sp = stack, .ss_size = STACK_SIZE};
  if (sigaltstack(&signals, NULL) != 0) {
    int reason = errno;
    munmap(stack, STACK_SIZE);
    return reason;
  }
  return pthread_setspecific(stack_key, stack);
}

static int prepare_reason;

static void prepare(void) {
  prepare_reason = pthread_key_create(&stack_key, free_stack);
  if (prepare_reason == 0 && atexit(restore_screen) != 0) prepare_reason = ENOMEM;
}

int terminal_guard_save(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, prepare);
  if (prepare_reason != 0) return prepare_reason;
  if (tcgetattr(STDIN_FILENO, &saved_modes) != 0) return errno;
  for (int descriptor = 0; descriptor < 2; descriptor++) {
    saved_flags[descriptor] = fcntl(descriptor, F_GETFL);
    if (saved_flags[descriptor] < 0) return errno;
  }
  int reason = terminal_guard_install_thread_stack();
  if (reason != 0) return reason;
  struct sigaction guard = {.sa_handler = handle, .sa_flags = SA_ONSTACK | SA_NODEFER};
  sigfillset(&guard.sa_mask);
  for (size_t index = 0; index < sizeof guarded / sizeof *guarded; index++) {
    struct sigaction present;
    if (sigaction(guarded[index], NULL, &present) != 0) return errno;
    // What the parent told us to ignore stays ignored.
    if (present.sa_handler == SIG_IGN) continue;
    if (sigaction(guarded[index], &guard, NULL) != 0) return errno;
  }
  return 0;
}

void terminal_guard_arm(const char *sequence) {
  strncpy(restore_sequence, sequence, SEQUENCE_SIZE - 1);
  atomic_store(&screen, SCREEN_TAKEN);
}

void terminal_guard_disarm(void) { atomic_store(&screen, SCREEN_FREE); }
