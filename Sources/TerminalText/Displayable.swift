// SPDX-License-Identifier: MIT

/// Text from anywhere, made safe to send to a terminal: the one way to the screen.
///
/// Control characters become Control Pictures (`␛`; `^[` with ``GlyphSet/ascii``), and bidirectional
/// controls, tags, other invisible characters, private use and what terminals do not know become
/// `<U+202E>`, all in ``Role/revealed``. Tabs are expanded; a cell holds at most
/// ``markLimit`` combining marks; a mark without a base gets `◌`; a joiner stays within an emoji
/// sequence only. With ``GlyphSet/ascii`` the rest is transliterated. Line ends are control
/// characters too, so split the text into lines first.
///
/// `column` is where the text starts on its row, for the tabs in it.
public func displayable(
  _ text: String, style: Style = .text, glyphs: GlyphSet = .braille, column: Int = 0,
  tabWidth: Int = 8
) -> [Span] {
  if text.isEmpty { return [] }
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return [Span(text, style)] }
  var display = Display(style: style, glyphs: glyphs, column: column, tabWidth: max(1, tabWidth))
  let scalars = Array(text.unicodeScalars)
  for index in scalars.indices { display.add(scalars, at: index) }
  return display.finished()
}

/// As ``displayable(_:style:glyphs:column:tabWidth:)``, the text alone.
public func displayableText(_ text: String, glyphs: GlyphSet = .braille) -> String {
  displayable(text, glyphs: glyphs).map(\.text).joined()
}

/// How many combining marks one cell may hold; the rest are counted, not drawn.
public let markLimit = 8

/// The state of making one text safe.
private struct Display {
  let style: Style
  let glyphs: GlyphSet
  var column: Int
  let tabWidth: Int
  var line = Line()
  var plain = String.UnicodeScalarView()
  var marks = 0
  var excessMarks = 0
  /// The last scalar that was drawn as itself and can carry marks.
  var base: Unicode.Scalar?

  init(style: Style, glyphs: GlyphSet, column: Int, tabWidth: Int) {
    self.style = style
    self.glyphs = glyphs
    self.column = column
    self.tabWidth = tabWidth
  }

  mutating func add(_ scalars: [Unicode.Scalar], at index: Int) {
    let scalar = scalars[index]
    if scalar == "\u{200D}" || isVariation(scalar) {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      let isInSequence = isVariation(scalar) ? plain.last == base : next?.isPictograph == true
      if base?.isPictograph == true && isInSequence {
        plain.append(scalar)
      } else {
        reveal(scalar)
      }
      return
    }
    if let width = scalar.knownDisplayWidth, scalar.isVisible {
      width == 0 ? addMark(scalar) : addBase(scalar, width: width)
    } else if scalar == "\t" {
      flush()
      let count = tabWidth - column % tabWidth
      line.append(blanks(count), style)
      column += count
      base = nil
    } else {
      reveal(scalar)
    }
  }

  private mutating func addBase(_ scalar: Unicode.Scalar, width: Int) {
    reportExcessMarks()
    plain.append(scalar)
    column += width
    base = scalar
    marks = 0
  }

  private mutating func addMark(_ scalar: Unicode.Scalar) {
    if base == nil { addBase("\u{25CC}", width: 1) }
    marks += 1
    if marks > markLimit { excessMarks += 1 } else { plain.append(scalar) }
  }

  private mutating func reportExcessMarks() {
    if excessMarks == 0 { return }
    let count = excessMarks
    excessMarks = 0
    show("<+\(count) marks>")
  }

  private mutating func reveal(_ scalar: Unicode.Scalar) {
    reportExcessMarks()
    let value = scalar.value
    if value < 0x20 || value == 0x7F {
      let picture = value == 0x7F ? 0x2421 : 0x2400 + value
      let caret = Unicode.Scalar(UInt8(value ^ 0x40))
      let drawn = glyphs == .ascii ? nil : Unicode.Scalar(picture)
      show(drawn.map { String($0) } ?? "^\(caret)")
    } else {
      let digits = String(value, radix: 16, uppercase: true)
      show("<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>")
    }
  }

  private mutating func show(_ text: String) {
    flush()
    var revealed = style
    revealed.role = .revealed
    line.append(text, revealed)
    column += text.displayWidth
    base = nil
  }

  private mutating func flush() {
    if plain.isEmpty { return }
    let text = String(plain)
    plain = String.UnicodeScalarView()
    line.append(glyphs == .ascii ? asciiForm(of: text) : text, style)
  }

  mutating func finished() -> [Span] {
    reportExcessMarks()
    flush()
    return line.spans
  }
}

private func isVariation(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "\u{FE0E}" || scalar == "\u{FE0F}"
}

extension Unicode.Scalar {
  /// Whether a terminal may be sent it wherever it stands: it is drawn, and its width is known.
  ///
  /// Joiners and variation selectors, which may stand in emoji sequences only, are not.
  public var isDisplayable: Bool { isVisible && knownDisplayWidth != nil }

  /// Whether it is drawn, so that nothing is hidden by showing it as it is.
  fileprivate var isVisible: Bool {
    if value < 0x300 { return value >= 0x20 && value < 0x7F || value >= 0xA0 && value != 0xAD }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
      return false
    case .format:
      return isPrependedMark
    default:
      return !properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether it is one of the visible signs that span the digits after them, as U+06DD.
  private var isPrependedMark: Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  /// Whether emoji sequences are made of it.
  fileprivate var isPictograph: Bool { properties.isEmoji && value > 0xFF }
}
