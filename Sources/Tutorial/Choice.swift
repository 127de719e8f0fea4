// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// A setting that is one of a few words.
public protocol Choice: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  /// What one of them is called.
  static var noun: String { get }
}

extension Choice {
  /// The choice of a word.
  ///
  /// - Throws: `CommandError` with the words that there are.
  public init(named name: String) throws(CommandError) {
    guard let choice = Self(rawValue: name.lowercased()) else {
      let near = Suggestion.sentence(for: name, among: Self.allCases.map(\.rawValue))
      throw CommandError("there is no \(Self.noun) \(name)\(near); \(Self.noun)s are \(Self.names)")
    }
    self = choice
  }

  /// The words, as in `dark, light and mono`.
  static var names: String {
    let all = allCases.map(\.rawValue)
    return "\(all.dropLast().joined(separator: ", ")) and \(all.last ?? "")"
  }
}

extension Theme: Choice {
  /// What one of them is called.
  public static var noun: String { "theme" }
}

extension GlyphSet: Choice {
  /// What one of them is called.
  public static var noun: String { "glyph set" }
}
