// SPDX-License-Identifier: MIT

/// A mark over or under a part of a formula.
enum MathAccent: String, Hashable, Sendable, CaseIterable {
  case hat, bar, tilde, vec, dot, ddot, underline, overbrace, underbrace

  /// Whether it is a brace, whose script is its label.
  var isBrace: Bool { self == .overbrace || self == .underbrace }

  /// Whether it stands under the part.
  var isBelow: Bool { self == .underline || self == .underbrace }

  /// The mark that joins a single character, where fonts of terminals have one.
  var combining: Unicode.Scalar? {
    switch self {
    case .hat: "\u{302}"
    case .bar: "\u{304}"
    case .tilde: "\u{303}"
    case .dot: "\u{307}"
    case .ddot: "\u{308}"
    case .underline: "\u{332}"
    case .vec, .overbrace, .underbrace: nil
    }
  }

  /// The mark drawn over or under a part of some cells.
  func drawn(width: Int, ascii: Bool) -> String {
    switch self {
    case .hat: "^"
    case .tilde: "~"
    case .dot: ascii ? "." : "·"
    case .ddot: ascii ? ".." : "··"
    case .bar: String(repeating: "_", count: width)
    case .underline: String(repeating: ascii ? "-" : "─", count: width)
    case .vec:
      String(repeating: ascii ? "-" : "─", count: max(width - 1, ascii ? 1 : 0))
        + (ascii ? ">" : "→")
    case .overbrace: Self.brace(width, ascii ? ["/", "-", "-", "\\"] : ["┌", "─", "┴", "┐"])
    case .underbrace: Self.brace(width, ascii ? ["\\", "_", "_", "/"] : ["└", "─", "┬", "┘"])
    }
  }

  private static func brace(_ width: Int, _ glyphs: [String]) -> String {
    guard width >= 3 else { return glyphs[0] + glyphs[3] }
    let before = (width - 3) / 2
    return glyphs[0] + String(repeating: glyphs[1], count: before) + glyphs[2]
      + String(repeating: glyphs[1], count: width - 3 - before) + glyphs[3]
  }

  /// The mark in MathML.
  var markup: String {
    switch self {
    case .hat: "^"
    case .bar: "¯"
    case .tilde: "~"
    case .vec: "→"
    case .dot: "˙"
    case .ddot: "¨"
    case .underline: "_"
    case .overbrace: "⏞"
    case .underbrace: "⏟"
    }
  }

  /// The accent when read aloud, put after the part.
  var spoken: String {
    switch self {
    case .hat: "hat"
    case .bar: "bar"
    case .tilde: "tilde"
    case .vec: "vector"
    case .dot: "dot"
    case .ddot: "double dot"
    case .underline: "underlined"
    case .overbrace: "with a brace above"
    case .underbrace: "with a brace below"
    }
  }
}
