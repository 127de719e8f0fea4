// SPDX-License-Identifier: MIT

/// Something wrong in a lesson, as a sentence to whoever wrote it.
///
///     Lessons/08-growing-pains/02-overfitting.md:41:3: learning_rate is 1e9; it must be within …
public struct LessonFinding: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it stands.
  public var location: SourceLocation
  /// The rule that it breaks, as `check` names it.
  public var rule: String
  /// What is wrong and what is allowed.
  public var message: String

  /// Makes a finding.
  public init(_ location: SourceLocation, rule: String, message: String) {
    self.location = location
    self.rule = rule
    self.message = message
  }

  /// The place and the sentence, on one line.
  public var description: String { "\(location): \(message)" }
}

extension LessonFinding {
  /// The rules that parsing a lesson checks, with what each asks for.
  public static let rules: [(name: String, asks: String)] = [
    ("front-matter", "a lesson begins with title, id, objectives and format_version"),
    ("format-version", "a lesson is not newer than the program"),
    ("yaml", "the settings of a block are well-formed YAML"),
    ("markdown", "tables, fences and formulas are read as they look"),
    ("unknown-kind", "a block is of a kind that exists"),
    ("unknown-key", "a block has no settings but its own"),
    ("missing-key", "a block has the settings that it needs"),
    ("value", "a setting has a value that is allowed"),
    ("formula", "a formula can be computed"),
    ("reference", "what a block refers to exists in the lesson"),
    ("duplicate-id", "no two blocks of a lesson have the same identifier"),
    ("nesting", "blocks and spans are nested at most 100 deep; live blocks not at all"),
    ("limits", "a lesson is small enough to be read in a moment"),
  ]
}
