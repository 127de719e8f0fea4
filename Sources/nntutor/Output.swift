// SPDX-License-Identifier: MIT
import Glibc
import TerminalText
import TerminalUI
import Tutorial

/// Standard output and standard error, line by line.
struct Output {
  /// The colours of standard output; `nil` without any.
  let palette: Palette?

  /// Decides about colour as the options and the environment say.
  init(color: ColorChoice, theme: Theme, environment: [String: String]) {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    let depth = color.depth(
      environment: environment, isTerminal: isTerminal,
      available: ColorDepth(environment: environment))
    palette =
      depth == .plain
      ? nil : Palette(theme: theme, depth: depth, environment: environment)
  }

  /// Writes lines to standard output; trailing blanks are left out.
  func write(_ lines: [Line]) {
    var text = ""
    for line in lines {
      let shown = line.withoutTrailingBlanks
      text += palette?.encoded(shown) ?? shown.text
      text += "\n"
    }
    Self.write(text, to: STDOUT_FILENO)
  }

  /// Writes a text to standard output as it is.
  func write(_ text: String) { Self.write(text, to: STDOUT_FILENO) }

  /// Writes a sentence to standard error.
  static func complain(_ sentence: String) {
    write("nntutor: \(displayableText(sentence))\n", to: STDERR_FILENO)
  }

  /// Writes a remark to standard error; it may quote an argument or a file's name.
  static func note(_ remark: String) {
    let lines = remark.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = lines.map { displayableText(String($0)) }.joined(separator: "\n")
    write(shown + "\n", to: STDERR_FILENO)
  }

  /// Writes all of a text; a reader that has gone ends the program quietly, as `SIGPIPE` would.
  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        if descriptor == STDOUT_FILENO, errno != EPIPE {
          complain("standard output cannot be written: \(String(cString: strerror(errno)))")
        }
        exit(1)
      }
    }
  }
}
