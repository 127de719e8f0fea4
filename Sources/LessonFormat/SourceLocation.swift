// SPDX-License-Identifier: MIT

/// A place in a lesson file: line and column, counted from 1.
public struct SourceLocation: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The file as it was named.
  public var file: String
  /// The line.
  public var line: Int
  /// The column, in characters.
  public var column: Int

  /// Makes a location.
  public init(file: String, line: Int, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The place as compilers write it: `file:line:column`.
  public var description: String { "\(file):\(line):\(column)" }

  /// Whether one place stands before another.
  public static func < (first: Self, second: Self) -> Bool {
    (first.file, first.line, first.column) < (second.file, second.line, second.column)
  }
}
