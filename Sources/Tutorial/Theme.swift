// SPDX-License-Identifier: MIT
import Experiments

/// Which colours are used.
public enum Theme: String, CaseIterable, Sendable {
  /// What the terminal tells of its background, else colours that can be read on any.
  case auto
  /// Colours for a dark background.
  case dark
  /// Colours for a light background.
  case light
  /// Colours that can be read on dark and on light.
  case neutral
  /// No colour: bold, underlined and reversed text alone.
  case mono

  /// The setting's name in the record.
  public static let settingName = "theme"

  /// The theme of a name.
  ///
  /// - Throws: `CommandError` with the names that there are.
  public init(named name: String) throws(CommandError) {
    guard let theme = Theme(rawValue: name.lowercased()) else {
      let near = Suggestion.sentence(for: name, among: Self.allCases.map(\.rawValue))
      throw CommandError(
        "there is no theme \(name)\(near); themes are \(Self.names)")
    }
    self = theme
  }

  /// `auto, dark, light, neutral and mono`.
  static var names: String {
    let all = allCases.map(\.rawValue)
    return "\(all.dropLast().joined(separator: ", ")) and \(all.last ?? "")"
  }
}
