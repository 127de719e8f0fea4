// SPDX-License-Identifier: MIT

/// A lesson file or a course folder that cannot be read, as one sentence.
public struct LessonError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file or folder as it was named.
  public var path: String
  /// Why it cannot be read, and what may help.
  public var reason: String

  /// Makes an error.
  public init(_ path: String, _ reason: String) {
    self.path = path
    self.reason = reason
  }

  /// The path and the reason.
  public var description: String { "\(path): \(reason)" }
}
