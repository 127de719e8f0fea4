// SPDX-License-Identifier: MIT
import TerminalText

extension Palette {
  /// A line as text with select-graphic-rendition sequences (ECMA-48), for output without curses.
  ///
  /// A sequence stands where the look changes and the line ends in the terminal's own look; in a
  /// palette of depth `plain` there is none.
  public func encoded(_ line: Line) -> String {
    var text = ""
    var present = Paint()
    for span in line.spans {
      let paint = paint(span.style)
      if paint != present {
        text += Self.sequence(paint)
        present = paint
      }
      text += span.text
    }
    return present == Paint() ? text : text + Self.sequence(Paint())
  }

  private static func sequence(_ paint: Paint) -> String {
    var codes = present(paint.emphasis)
    if let color = paint.foreground { codes.append(Self.code(color, base: 30)) }
    if let color = paint.background { codes.append(Self.code(color, base: 40)) }
    return "\u{1B}[" + (["0"] + codes).joined(separator: ";") + "m"
  }

  private static func present(_ emphasis: Emphasis) -> [String] {
    emphasisCodes.filter { emphasis.contains($0.0) }.map(\.1)
  }

  private static func code(_ color: Int, base: Int) -> String {
    switch color {
    case 0..<8: "\(base + color)"
    case 8..<16: "\(base + 60 + color - 8)"
    default: "\(base + 8);5;\(color)"
    }
  }

  private static let emphasisCodes: [(Emphasis, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.struck, "9"),
  ]
}
