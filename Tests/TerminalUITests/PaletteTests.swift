// SPDX-License-Identifier: MIT
import TerminalText
import Testing

@testable import TerminalUI

@Suite struct PaletteTests {
  private static let roles: [Role] =
    [
      .text, .heading(1), .heading(3), .code, .math, .link, .faint, .axis, .grid, .annotation,
      .correct, .wrong, .warning, .rule, .label, .key, .status, .revealed,
    ] + (0..<7).map { .series($0) }

  private static let grounds: [Ground] =
    [.none, .band, .selection, .match] + (-9...16).map { .heat($0) }
    + (-9...9).map { .diverging($0) }

  private static let palettes = ColorDepth.allCases.flatMap { depth in
    Background.allCases.map { Palette(depth: depth, background: $0) }
  }

  @Test func `No palette uses a colour that its terminal lacks`() {
    let counts: [ColorDepth: Int] = [
      .plain: 0, .monochrome: 0, .eight: 8, .sixteen: 16, .many: 256,
    ]
    for palette in Self.palettes {
      let count = counts[palette.depth] ?? 0
      for role in Self.roles {
        for ground in Self.grounds {
          let paint = palette.paint(Style(role, ground: ground))
          for color in [paint.foreground, paint.background].compactMap({ $0 }) {
            #expect((0..<count).contains(color), "\(role) \(ground) \(palette)")
          }
        }
      }
    }
  }

  @Test func `A colour on the unknown background can be read on black and on white`() {
    let palette = Palette(depth: .many)
    for role in Self.roles {
      guard let color = palette.paint(Style(role)).foreground else { continue }
      let luminance = HeatColors.luminance(color)
      let contrasts = ((luminance + 0.05) / 0.05, 1.05 / (luminance + 0.05))
      #expect(min(contrasts.0, contrasts.1) >= 3, "\(role): \(contrasts)")
    }
  }

  @Test func `Text on a colour of a heat map stands out from it`() {
    let palette = Palette(depth: .many)
    for ground in Self.grounds {
      let paint = palette.paint(Style(.series(1), emphasis: .dim, ground: ground))
      guard let background = paint.background, let foreground = paint.foreground else { continue }
      let pair = [background, foreground].map { HeatColors.luminance($0) + 0.05 }.sorted()
      #expect(pair[1] / pair[0] >= 3.5, "\(ground)")
      #expect(!paint.emphasis.contains(.dim))
    }
  }

  @Test func `A shade on a colour of a heat map vanishes in it, and stays without colours`() {
    for ground in [Ground.heat(15), .heat(0), .diverging(-8), .diverging(3)] {
      let colored = Palette(depth: .many).paint(Style(.faint, ground: ground))
      #expect(colored.background != nil && colored.foreground == colored.background)
      let plain = Palette(depth: .eight).paint(Style(.faint, ground: ground))
      #expect(plain.background == nil)
    }
  }

  @Test func `A heat map grows lighter step by step and a signed one from its middle darker`() {
    let grays = (0...15).map { HeatColors.luminance(HeatColors.gray($0)) }
    #expect(zip(grays, grays.dropFirst()).allSatisfy { $0 < $1 })
    let signed = (-8...8).map { HeatColors.luminance(HeatColors.diverging($0)) }
    #expect(zip(signed[...8], signed[1...8]).allSatisfy { $0 < $1 })
    #expect(zip(signed[8...], signed[9...]).allSatisfy { $0 > $1 })
    #expect(HeatColors.gray(-5) == HeatColors.gray(0) && HeatColors.gray(99) == 255)
  }

  @Test func `Without colour every role that matters keeps an emphasis`() {
    let palette = Palette(depth: .monochrome)
    for role in [Role.heading(1), .link, .correct, .wrong, .warning, .key, .status, .revealed] {
      let paint = palette.paint(Style(role))
      #expect(!paint.emphasis.isEmpty, "\(role)")
      #expect(paint.foreground == nil && paint.background == nil)
    }
    #expect(palette.paint(Style(ground: .match)).emphasis == [.reverse, .underline])
    #expect(palette.paint(Style(ground: .selection)).emphasis == .reverse)
  }

  @Test func `Series begin again after the last colour, from any index`() {
    let palette = Palette(depth: .many)
    let colors = (0..<10).map { palette.paint(Style(.series($0))).foreground }
    #expect(Array(colors[0..<5]) == Array(colors[5..<10]))
    #expect(Set(colors[0..<5]).count == 5)
    #expect(palette.paint(Style(.series(-1))).foreground == colors[4])
  }

  @Test func `A line is encoded with sequences only where its look changes`() {
    let line = Line([
      Span("loss ", .text), Span("0.31", Style(.series(0))), Span("!", Style(.series(0))),
      Span(" end", Style(.heading(2))),
    ])
    #expect(
      Palette(depth: .many).encoded(line)
        == "loss \u{1B}[0;38;5;33m0.31!\u{1B}[0;1;38;5;33m end\u{1B}[0m")
    #expect(
      Palette(depth: .eight).encoded(line)
        == "loss \u{1B}[0;36m0.31!\u{1B}[0;1;36m end\u{1B}[0m")
    #expect(Palette(depth: .monochrome).encoded(line) == "loss 0.31!\u{1B}[0;1m end\u{1B}[0m")
    #expect(Palette(depth: .plain).encoded(line) == "loss 0.31! end")
    #expect(Palette(depth: .many).encoded(Line("plain")) == "plain")
  }

  @Test func `Bright colours have their own codes`() {
    let line = Line([Span("a", Style(.series(0), ground: .none))])
    #expect(
      Palette(depth: .sixteen, background: .dark).encoded(line) == "\u{1B}[0;96ma\u{1B}[0m")
  }
}
