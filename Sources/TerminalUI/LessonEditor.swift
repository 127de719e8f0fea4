// SPDX-License-Identifier: MIT
import Glibc

/// Opens a lesson in the learner's own editor.
struct LessonEditor {
  let environment: [String: String]
  let signals: SignalInbox

  /// The editor's command: `$VISUAL`, `$EDITOR`, or `vi`.
  var command: [String] {
    let chosen = [environment["VISUAL"], environment["EDITOR"], "vi"].compactMap { $0 }
    let words = chosen.map { $0.split(separator: " ").map(String.init) }
    return words.first { !$0.isEmpty } ?? ["vi"]
  }

  /// Runs the editor on a file at a line, and waits for it.
  ///
  /// - Returns: Why it could not be run, or `nil`.
  func edit(_ file: String, line: Int) -> String? {
    var arguments = command + ["+\(line)", file].map { $0 }
    let name = arguments[0]
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    signals.unblock(in: &attributes)
    if !["vi", "vim", "nvim", "nano", "emacs", "micro", "kak", "hx"].contains(name.fileName) {
      arguments.remove(at: arguments.count - 2)
    }
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    let code = posix_spawnp(&process, name, nil, &attributes, &pointers, environ)
    guard code == 0 else { return "\(name) could not be run: \(String(cString: strerror(code)))" }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return nil
  }
}

extension String {
  /// The name after the last slash.
  fileprivate var fileName: String { split(separator: "/").last.map(String.init) ?? self }
}
