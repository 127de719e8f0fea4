// SPDX-License-Identifier: MIT

/// A place in a text, counted from 1.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line.
  public var line: Int
  /// The column, in characters.
  public var column: Int

  /// Makes a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether one place stands before another.
  public static func < (first: Self, second: Self) -> Bool {
    (first.line, first.column) < (second.line, second.column)
  }
}

/// One `name: value` of a block or of a command, before it is understood.
public struct Setting: Hashable, Sendable {
  /// A value as written.
  public indirect enum Value: Hashable, Sendable {
    /// A word, a number or a sentence.
    case scalar(String)
    /// A list of values.
    case list([Value])
    /// Settings within a setting.
    case map([Setting])
  }

  /// The name as written.
  public var name: String
  /// The value as written.
  public var value: Value
  /// Where the name stands, where it stands in a file.
  public var position: SourcePosition?

  /// Makes a setting.
  public init(name: String, value: Value, position: SourcePosition? = nil) {
    self.name = name
    self.value = value
    self.position = position
  }

  /// Reads `name=value`; a value in brackets or with commas is a list.
  ///
  /// - Throws: `SettingError` where there is no `=` or no name.
  public init(assignment: String) throws(SettingError) {
    guard let equals = assignment.firstIndex(of: "="), equals > assignment.startIndex else {
      throw SettingError("'\(assignment)' is not a setting; write name=value, as in noise=0.3")
    }
    self.init(
      name: String(assignment[..<equals]).trimmed,
      value: Value(text: String(assignment[assignment.index(after: equals)...])))
  }
}

extension Setting.Value {
  /// Reads a value from text: `[8, 4]`, `8,4` and `[8],[4]` are lists, anything else is a scalar, as is
  /// a list with a bracket too many.
  public init(text: String) { self.init(text: text, depth: 0) }

  private init(text: String, depth: Int) {
    var body = text.trimmed
    let isBracketed =
      body.hasPrefix("[") && body.hasSuffix("]") && body.count >= 2 && depth < Self.deepest
      && Self.topLevelParts(of: body).count == 1
    if isBracketed { body = String(body.dropFirst().dropLast()) }
    let parts = Self.topLevelParts(of: body)
    guard isBracketed || parts.count > 1, depth < Self.deepest else {
      self = .scalar(body)
      return
    }
    self = .list(parts.map { Self.init(text: $0, depth: depth + 1) })
  }

  /// How deep lists may stand in lists; no setting needs more than two.
  private static let deepest = 8

  private static func topLevelParts(of text: String) -> [String] {
    if text.trimmed.isEmpty { return [] }
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  /// The value as it would be written on one line.
  public var text: String {
    switch self {
    case .scalar(let text): text
    case .list(let values): "[\(values.map(\.text).joined(separator: ", "))]"
    case .map(let settings):
      "{\(settings.map { "\($0.name): \($0.value.text)" }.joined(separator: ", "))}"
    }
  }
}

/// What is wrong with a setting, as a sentence to whoever wrote it.
public struct SettingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it stands, where it stands in a file.
  public var position: SourcePosition?
  /// The sentence: name, value, what is allowed.
  public var message: String

  /// Makes an error.
  public init(_ message: String, at position: SourcePosition? = nil) {
    self.message = message
    self.position = position
  }

  /// The sentence.
  public var description: String { message }

  /// The same error, at a place where it has none.
  func placed(at position: SourcePosition?) -> SettingError {
    SettingError(message, at: self.position ?? position)
  }
}

extension String {
  /// The text without blanks at either end.
  var trimmed: String {
    var rest = Substring(self)
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
