// SPDX-License-Identifier: MIT
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
}
