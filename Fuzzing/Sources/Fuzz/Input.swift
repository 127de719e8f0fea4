// SPDX-License-Identifier: MIT
import TerminalText

/// What libFuzzer made: a few small choices first, then a text.
struct Input {
  private var bytes: ArraySlice<UInt8>

  init(_ start: UnsafePointer<UInt8>?, _ count: Int) {
    bytes = Array(UnsafeBufferPointer(start: start, count: count))[...]
  }

  /// The next byte as a number of a range.
  mutating func choice(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(bytes.popFirst() ?? 0) % range.count
  }

  mutating func glyphs() -> GlyphSet { choice(0...1) == 0 ? .braille : .ascii }

  /// What is left, malformed UTF-8 and all.
  var rest: [UInt8] { Array(bytes) }

  /// What is left as text; malformed UTF-8 becomes U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Stops with an input that makes something untrue.
func expect(_ condition: Bool, _ message: @autoclosure () -> String) {
  if !condition { fatalError(message()) }
}

/// Lines that a terminal of some columns shows as they are, and that cannot speak to it.
func expectShowable(_ lines: [Line], width: Int, glyphs: GlyphSet) {
  for line in lines {
    expect(line.width <= width, "\(line.width) cells of \(width): \(line.text.debugDescription)")
    expect(
      line.text.unicodeScalars.allSatisfy { isSafe($0, glyphs) },
      "unsafe: \(line.text.debugDescription)")
  }
}

/// Whether a scalar may reach a terminal; joiners within emoji sequences may.
private func isSafe(_ scalar: Unicode.Scalar, _ glyphs: GlyphSet) -> Bool {
  if scalar.value < 0x80 || glyphs == .ascii { return (0x20..<0x7F).contains(scalar.value) }
  switch scalar.properties.generalCategory {
  case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
    return false
  case .format:
    // The visible signs that span digits, and the joiner.
    return [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD, 0x200D].contains(scalar.value)
      || (0x600...0x605).contains(scalar.value)
  default: return true
  }
}
