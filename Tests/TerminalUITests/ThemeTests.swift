// SPDX-License-Identifier: MIT
import TerminalText
import Testing
import Tutorial

@testable import TerminalUI

@Suite struct ThemeTests {
  private func palette(_ theme: Theme, _ depth: ColorDepth = .many) -> Palette {
    Palette(theme: theme, depth: depth, environment: ["COLORFGBG": "0;15"])
  }

  @Test func `a theme says what the terminal writes on, auto asks the environment`() {
    #expect(palette(.auto).background == .light)
    #expect(palette(.dark).background == .dark)
    #expect(palette(.light).background == .light)
    #expect(palette(.neutral).background == .unknown)
    #expect(Palette(theme: .auto, depth: .many, environment: [:]).background == .unknown)
  }

  @Test func `without colours there are none, and no escape sequence where none was wanted`() {
    #expect(palette(.mono).depth == .monochrome)
    #expect(palette(.mono, .plain).depth == .plain)
    #expect(palette(.dark, .eight).depth == .eight)
  }

  @Test(arguments: ColorDepth.allCases.filter { $0 > .plain }, Theme.allCases)
  func `the match that was gone to looks different from the others`(
    depth: ColorDepth, theme: Theme
  ) {
    let palette = palette(theme, depth)
    let match = palette.paint(Style(.text, ground: .match))
    let current = palette.paint(Style(.text, ground: .currentMatch))
    #expect(match != current)
    #expect(match != palette.paint(.text) && current != palette.paint(.text))
  }
}
