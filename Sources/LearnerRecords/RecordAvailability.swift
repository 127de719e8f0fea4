// SPDX-License-Identifier: MIT

/// Whether what a learner does is kept.
public enum RecordAvailability: Hashable, Sendable {
  /// Each event is on disk before it is acknowledged.
  case saving
  /// Events stay in memory; the reason is one sentence that names the file.
  case notSaving(reason: String)
}

/// A record that could not do what was asked, said in one sentence.
public struct RecordError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence: which file, what is wrong with it, what was left alone.
  public let description: String
  /// Whether the file itself is of no use to this program: damaged, newer, of another kind.
  let isOfFile: Bool

  /// Makes an error of its sentence.
  public init(_ description: String) { self.init(description, isOfFile: false) }

  init(_ description: String, isOfFile: Bool) {
    self.description = description
    self.isOfFile = isOfFile
  }
}
