// SPDX-License-Identifier: MIT

/// How a piece of text is meant, never what colour it has.
///
/// The typesetter speaks in roles; the terminal's palette alone knows colours, so that one page
/// serves dark, light and colourless terminals.
public struct Style: Hashable, Sendable {
  /// What the text is.
  public var role: Role
  /// Emphasis that survives without colour.
  public var emphasis: Emphasis
  /// What lies behind the text.
  public var ground: Ground

  /// Makes a style, plain text unless said otherwise.
  public init(_ role: Role = .text, emphasis: Emphasis = [], ground: Ground = .none) {
    self.role = role
    self.emphasis = emphasis
    self.ground = ground
  }

  /// Running text.
  public static let text = Style()
}

/// What a piece of text is; a palette gives each role its colour.
public enum Role: Hashable, Sendable {
  /// Running text.
  case text
  /// A heading of level 1 to 6.
  case heading(Int)
  /// Computer code.
  case code
  /// Mathematics.
  case math
  /// A link's text.
  case link
  /// Text of lesser weight: captions, hints, units.
  case faint
  /// The `n`th series of a chart, from 0.
  case series(Int)
  /// A chart's axis, ticks and labels.
  case axis
  /// A chart's grid.
  case grid
  /// A note on a chart, its leader line, or a reference line.
  case annotation
  /// A right answer, a claim that holds, a run that ended well.
  case correct
  /// A wrong answer, a claim that fails, an error.
  case wrong
  /// A diverged run, a stale result, a caution.
  case warning
  /// The frame and the rules of tables and panels.
  case rule
  /// The cell label `In [3]` and the like.
  case label
  /// A key or a command that can be typed.
  case key
  /// The status line.
  case status
  /// An invisible or forbidden character made visible.
  case revealed
}

/// Emphasis that every terminal has in some form.
public struct Emphasis: OptionSet, Hashable, Sendable {
  /// The set as bits.
  public let rawValue: UInt8
  /// Makes a set from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Bold.
  public static let bold = Emphasis(rawValue: 1)
  /// Italic, underlined where the terminal has no italics.
  public static let italic = Emphasis(rawValue: 2)
  /// Underlined.
  public static let underline = Emphasis(rawValue: 4)
  /// Dimmed.
  public static let dim = Emphasis(rawValue: 8)
  /// Foreground and background exchanged.
  public static let reverse = Emphasis(rawValue: 16)
  /// Struck through; shown dimmed where the terminal cannot.
  public static let struck = Emphasis(rawValue: 32)
}

/// What lies behind a piece of text.
public enum Ground: Hashable, Sendable {
  /// The terminal's own background.
  case none
  /// A band across a chart.
  case band
  /// The row or value that is chosen.
  case selection
  /// A match of the search.
  case match
  /// The match that the search has come to.
  case currentMatch
  /// A value of a heat map, 0 (lowest) to 15 (highest).
  case heat(Int)
  /// A signed value of a heat map, -8 (most negative) to 8 (most positive).
  case diverging(Int)
}
