// SPDX-License-Identifier: MIT
import TerminalText

/// How many dots a cell has, and the character that shows a set of them.
struct SubcellGlyphs: Hashable {
  /// Ways to show dots within a cell.
  enum Kind: Hashable {
    /// Two by four dots.
    case braille
    /// Two by two quadrants.
    case quadrants
    /// Three by three places, shown by the ASCII character nearest in shape.
    case strokes
    /// One place a cell; every series has a character of its own.
    case characters
  }

  let kind: Kind

  /// Chooses the finest way that the terminal and the number of curves allow.
  init(_ glyphs: GlyphSet, seriesCount: Int) {
    switch glyphs {
    case .braille: kind = .braille
    case .blocks: kind = .quadrants
    case .ascii: kind = seriesCount == 1 ? .strokes : .characters
    }
  }

  /// Dots side by side in a cell.
  var across: Int {
    switch kind {
    case .braille, .quadrants: 2
    case .strokes: 3
    case .characters: 1
    }
  }

  /// Dots above each other in a cell.
  var down: Int {
    switch kind {
    case .braille: 4
    case .quadrants: 2
    case .strokes: 3
    case .characters: 1
    }
  }

  /// The character for a set of dots, bit `y * across + x`; `own` where dots have no shape.
  func glyph(_ mask: UInt16, own: Character) -> Character {
    switch kind {
    case .braille: brailleGlyph(mask)
    case .quadrants: quadrantGlyphs[Int(mask & 15)]
    case .strokes: strokeGlyph(mask)
    case .characters: own
    }
  }
}

private func brailleGlyph(_ mask: UInt16) -> Character {
  // U+2800 numbers the dots 1-3 and 7 down the left, 4-6 and 8 down the right.
  let order: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
  var code: UInt32 = 0x2800
  for (bit, value) in order.enumerated() where mask & (1 << bit) != 0 { code += value }
  return Unicode.Scalar(code).map(Character.init) ?? " "
}

private let quadrantGlyphs: [Character] = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")

/// Shapes of ASCII characters on three by three places, top row in the highest bits.
private let strokeShapes: [(shape: UInt16, character: Character)] = [
  (0b000_000_010, "."), (0b000_000_100, "."), (0b000_000_001, "."),
  (0b000_000_111, "_"), (0b000_000_110, "_"), (0b000_000_011, "_"),
  (0b000_111_000, "-"), (0b000_110_000, "-"), (0b000_011_000, "-"), (0b000_010_000, "-"),
  (0b000_100_000, "-"), (0b000_001_000, "-"), (0b111_000_000, "\""), (0b010_000_000, "'"),
  (0b100_000_000, "`"), (0b001_000_000, "'"), (0b110_000_000, "'"), (0b011_000_000, "'"),
  (0b001_010_100, "/"), (0b001_110_000, "/"), (0b011_100_000, "/"), (0b000_011_100, "/"),
  (0b000_001_110, "/"), (0b001_010_010, "/"), (0b010_010_100, "/"), (0b001_011_110, "/"),
  (0b100_010_001, "\\"), (0b100_011_000, "\\"), (0b110_001_000, "\\"), (0b000_110_001, "\\"),
  (0b000_100_011, "\\"), (0b100_010_010, "\\"), (0b010_010_001, "\\"), (0b100_110_011, "\\"),
  (0b010_010_010, "|"), (0b100_100_100, "|"), (0b001_001_001, "|"), (0b010_010_000, "|"),
  (0b000_010_010, "|"), (0b100_100_000, "|"), (0b001_001_000, "|"), (0b000_100_100, "|"),
  (0b000_001_001, "|"), (0b111_111_111, "#"), (0b101_010_101, "X"), (0b010_101_000, "^"),
  (0b101_010_000, "v"), (0b000_101_010, "v"), (0b000_010_101, "^"),
]

private func strokeGlyph(_ mask: UInt16) -> Character {
  // Bit 0 of a mask is the top left place; the shapes read from the left, so they are turned.
  var turned: UInt16 = 0
  for bit in 0..<9 where mask & (1 << bit) != 0 { turned |= 1 << (8 - bit) }
  var best: (distance: Int, character: Character) = (Int.max, "*")
  for (shape, character) in strokeShapes {
    let distance = (shape ^ turned).nonzeroBitCount
    if distance < best.distance { best = (distance, character) }
  }
  return best.character
}
