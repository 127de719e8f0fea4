// SPDX-License-Identifier: MIT

extension LearnerRecord {
  /// The record's usual path, or nil where the environment names no folder for it.
  ///
  /// `$XDG_STATE_HOME/nntutor/record.sqlite`, and `$HOME/.local/state/nntutor/record.sqlite` where
  /// `XDG_STATE_HOME` is unset, empty or relative (XDG Base Directory Specification 0.8).
  public static func defaultPath(environment: [String: String]) -> String? {
    func folder(_ name: String) -> String? {
      guard let value = environment[name], value.hasPrefix("/") else { return nil }
      return value
    }
    let state = folder("XDG_STATE_HOME") ?? folder("HOME").map { $0 + "/.local/state" }
    return state.map { $0 + "/nntutor/record.sqlite" }
  }
}
