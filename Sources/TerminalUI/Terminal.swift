// SPDX-License-Identifier: MIT
import CNcurses
import CTerminalGuard
import TerminalText

#if canImport(Glibc)
  import Glibc
#endif

/// The terminal while the program has its screen.
///
/// Taking the screen remembers how the terminal was, and whatever ends the program after that puts
/// it back: giving it back, an exit from anywhere, or a fatal signal. Only one may exist, and only
/// the main thread may use it, because curses is one set of globals.
public final class Terminal {
  /// The characters that the locale lets through, before any setting.
  public let glyphs: GlyphSet
  /// The number of colours that terminfo knows for the terminal; 0 without any.
  public let colorCount: Int
  /// The size at the last `take`, `resume` or `resize`.
  public private(set) var size = Size(columns: 0, rows: 0)
  private let modes: TerminalModes
  let signals: SignalInbox
  private var isTaken = false

  /// Takes the screen.
  ///
  /// - Parameter signals: The signals that were blocked before any thread began.
  /// - Throws: `TerminalError` where standard input or output is no terminal, or `TERM` names none
  ///   that can address its cursor.
  public init(signals: SignalInbox) throws(TerminalError) {
    self.signals = signals
    try Self.checkTerminal()
    setlocale(LC_CTYPE, "")
    let isUnicode = String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
    // Curses then still counts cells as we do; the glyphs alone are held back.
    if !isUnicode { setlocale(LC_CTYPE, "C.UTF-8") }
    glyphs = GlyphSet(
      isUnicode: isUnicode, terminal: getenv("TERM").map { String(cString: $0) } ?? "")
    let reason = terminal_guard_save()
    if reason != 0 {
      throw TerminalError(
        description: "The terminal's modes cannot be read: \(String(cString: strerror(reason))).")
    }
    modes = TerminalModes()
    terminal_guard_arm(modes.leaving)
    // The size is the terminal's own, whatever LINES and COLUMNS say.
    use_env(false)
    use_tioctl(true)
    set_escdelay(25)
    if nc_start_screen() == ERR {
      terminal_guard_disarm()
      throw TerminalError(description: "The terminal refuses a screen; try --plain.")
    }
    raw()
    noecho()
    nonl()
    if has_colors() {
      start_color()
      use_default_colors()
    }
    colorCount = has_colors() ? Int(nc_colors()) : 0
    // Lines that only moved are moved by the terminal, not sent again.
    idlok(nc_screen(), true)
    mousemask(NC_PRESS | NC_WHEEL_UP | NC_WHEEL_DOWN, nil)
    mouseinterval(0)
    enter()
  }

  deinit { giveBack() }

  /// Gives the screen back, as it was; does nothing where that is done already.
  public func giveBack() {
    if !isTaken { return }
    isTaken = false
    putp(modes.pasteOff)
    fflush(nil)
    endwin()
    terminal_guard_disarm()
  }

  /// Takes the screen again after `giveBack`; all of it must then be painted anew.
  public func resume() {
    if isTaken { return }
    terminal_guard_arm(modes.leaving)
    reset_prog_mode()
    redrawwin(nc_screen())
    clearok(nc_shown_screen(), true)
    // Curses enters the screen only as it draws; until then there would be none to give back.
    doupdate()
    enter()
  }

  /// Gives the screen back, stops the program as `^Z` does, and takes the screen when it continues.
  ///
  /// The whole process group stops, as it does where the terminal handles `^Z`, so that a program
  /// which waits for this one stops with it.
  public func suspend() {
    giveBack()
    signals.stop()
    resume()
  }

  /// Takes the screen again after something else may have written to it, as after `SIGCONT`.
  public func retake() {
    giveBack()
    resume()
  }

  /// Asks the terminal for its size, as after `SIGWINCH`.
  func resize() {
    var rows: Int32 = 0
    var columns: Int32 = 0
    if nc_window_size(STDOUT_FILENO, &rows, &columns) == OK, rows > 0, columns > 0,
      is_term_resized(rows, columns)
    {
      resizeterm(rows, columns)
    }
    size = Size(columns: Int(nc_columns()), rows: Int(nc_rows()))
  }

  /// Makes the next painting send the whole screen, as `^L` asks for.
  public func redraw() { clearok(nc_shown_screen(), true) }

  private func enter() {
    isTaken = true
    putp(modes.pasteOn)
    fflush(nil)
    resize()
  }

  private static func checkTerminal() throws(TerminalError) {
    for (descriptor, name) in [(STDIN_FILENO, "input"), (STDOUT_FILENO, "output")]
    where isatty(descriptor) == 0 {
      throw TerminalError(
        description: "Standard \(name) is not a terminal; --plain works without one.")
    }
    guard let value = getenv("TERM"), value.pointee != 0 else {
      throw TerminalError(
        description: "TERM is not set, so the terminal's abilities are unknown; try --plain.")
    }
    let name = String(cString: value)
    let verdict = nc_set_up_terminal()
    if verdict == -1 {
      throw TerminalError(
        description: "No description of terminals (terminfo) was found; try --plain.")
    }
    if verdict == 0 {
      throw TerminalError(description: "The terminal TERM=\(name) is unknown; try --plain.")
    }
    if verdict != 1 || nc_capability("cup") == nil || nc_capability("clear") == nil {
      throw TerminalError(
        description: "The terminal TERM=\(name) cannot address its cursor; try --plain.")
    }
  }
}
