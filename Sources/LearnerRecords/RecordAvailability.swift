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

  /// Makes an error of its sentence.
  public init(_ description: String) { self.description = description }
}
