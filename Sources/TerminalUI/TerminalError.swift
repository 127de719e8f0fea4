// SPDX-License-Identifier: MIT

/// Why there is no screen to draw on, said in one sentence.
public struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The sentence, with a way out.
  public let description: String
}
