// SPDX-License-Identifier: MIT
import CNcurses
import TerminalText
import Testing

@testable import TerminalUI

#if canImport(Glibc)
  import Glibc
#endif

/// What the painter puts into the cells of a curses screen of 10 columns and 4 rows.
///
/// Curses is one set of globals, so there is one test of many pictures.
@Suite(.serialized) struct PainterTests {
  private static let columns = 10

  @Test func `Lines become cells, clipped at the last column`() throws {
    setlocale(LC_CTYPE, "C.UTF-8")
    setenv("LINES", "4", 1)
    setenv("COLUMNS", "\(Self.columns)", 1)
    let output = try #require(fopen("/dev/null", "w"))
    let input = try #require(fopen("/dev/null", "r"))
    let screen = try #require(newterm("xterm-256color", output, input))
    defer {
      endwin()
      delscreen(screen)
      fclose(output)
      fclose(input)
    }
    start_color()
    use_default_colors()
    #expect(nc_columns() == 10 && nc_rows() == 4)
    let painter = Painter(palette: Palette(depth: .many))

    let pictures: [(String, String)] = [
      ("plain", "plain     "), ("exactly ten and more", "exactly te"), ("", "          "),
      ("日本語日本", "日本語日本"), ("a日本語日本", "a日本語日 "), ("e\u{301}x", "e\u{301}x        "),
      ("\u{301}", "          "), ("a\u{1B}b\u{9B}c", "a\u{FFFD}b\u{FFFD}c     "),
      ("x" + String(repeating: "\u{301}", count: 9), "x\u{301}\u{301}\u{301}\u{301}         "),
      ("⣿⡇─λ∑", "⣿⡇─λ∑     "),
    ]
    for (text, cells) in pictures {
      painter.paint([Line(text), Line("below")])
      #expect(Self.row(0) == cells, "\(text.debugDescription)")
      #expect(Self.row(1) == "below     ")
    }

    painter.paint((0..<9).map { Line("row \($0)") })
    #expect((0..<4).map(Self.row) == (0..<4).map { "row \($0)     " })
    painter.paint([Line("row 0"), Line("other")])
    #expect(
      (0..<4).map(Self.row) == [
        "row 0     ", "other     ", "          ", "          ",
      ])

    painter.paint([Line([Span("ab", Style(.heading(2))), Span("c", .text)])])
    #expect(Self.look(column: 1).attributes & NC_BOLD != 0)
    #expect(Self.look(column: 1).foreground == 33)
    #expect(Self.look(column: 2).attributes & NC_BOLD == 0)
    #expect(Self.look(column: 2).foreground == -1)
    painter.paint([Line("x")], cursor: (column: 3, row: 2))
    #expect(getcurx(nc_screen()) == 3 && getcury(nc_screen()) == 2)
    painter.paint([Line("x")], cursor: (column: 30, row: -2))
    #expect(Self.row(0) == "x         ")
  }

  /// The characters of a row, each wide one once.
  private static func row(_ row: Int) -> String {
    var text = ""
    var column: Int32 = 0
    while column < Int32(columns) {
      let (scalars, _, _) = cell(Int32(row), column)
      let string = String(String.UnicodeScalarView(scalars))
      text += string
      column += Int32(max(1, string.displayWidth))
    }
    return text
  }

  private static func look(column: Int32) -> (attributes: attr_t, foreground: Int32) {
    let (_, attributes, pair) = cell(0, column)
    var foreground: Int32 = -1
    var background: Int32 = -1
    if pair != 0 { extended_pair_content(pair, &foreground, &background) }
    return (attributes, foreground)
  }

  private static func cell(_ row: Int32, _ column: Int32) -> ([Unicode.Scalar], attr_t, Int32) {
    var cell = cchar_t()
    var text = [wchar_t](repeating: 0, count: Int(CCHARW_MAX) + 1)
    var attributes: attr_t = 0
    var shortPair: Int16 = 0
    var pair: Int32 = 0
    mvwin_wch(nc_screen(), row, column, &cell)
    getcchar(&cell, &text, &attributes, &shortPair, &pair)
    let scalars = text.prefix { $0 != 0 }.compactMap { Unicode.Scalar(UInt32(bitPattern: $0)) }
    return (scalars, attributes, pair)
  }
}
