// SPDX-License-Identifier: MIT
import Testing

@testable import TerminalUI

@Suite struct ColorChoiceTests {
  /// What is decided on a terminal of 256 colours, and on a pipe.
  @Test(
    arguments: [
      (ColorChoice.auto, [:], ColorDepth.many, ColorDepth.plain),
      (.auto, ["NO_COLOR": "1"], .monochrome, .plain),
      (.auto, ["NO_COLOR": ""], .many, .plain),
      (.auto, ["CLICOLOR": "0"], .monochrome, .plain),
      (.auto, ["CLICOLOR": "1"], .many, .plain),
      (.auto, ["CLICOLOR_FORCE": "1"], .many, .many),
      (.auto, ["CLICOLOR_FORCE": "0"], .many, .plain),
      (.auto, ["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], .many, .many),
      (.auto, ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], .monochrome, .plain),
      (.always, ["NO_COLOR": "1", "CLICOLOR": "0"], .many, .many),
      (.never, ["CLICOLOR_FORCE": "1"], .plain, .plain),
    ] as [(ColorChoice, [String: String], ColorDepth, ColorDepth)])
  func `The choice, then NO_COLOR, then CLICOLOR decide`(
    choice: ColorChoice, environment: [String: String], terminal: ColorDepth, pipe: ColorDepth
  ) {
    let decided = [true, false].map {
      choice.depth(environment: environment, isTerminal: $0, available: .many)
    }
    #expect(decided == [terminal, pipe])
  }

  @Test func `No setting gives a terminal colours that it lacks, but for always`() {
    for environment in [[:], ["CLICOLOR": "1"], ["NO_COLOR": "1"]] {
      let depth = ColorChoice.auto.depth(
        environment: environment, isTerminal: true, available: .monochrome)
      #expect(depth == .monochrome)
    }
    #expect(
      ColorChoice.always.depth(environment: [:], isTerminal: false, available: .plain) == .eight)
  }

  @Test func `The name of the terminal tells of its colours`() {
    let names: [(String?, ColorDepth)] = [
      (nil, .plain), ("", .plain), ("dumb", .plain), ("vt100", .monochrome), ("linux", .eight),
      ("screen", .eight), ("xterm", .eight), ("xterm-256color", .many), ("tmux-256color", .many),
      ("xterm-direct", .many),
    ]
    for (name, depth) in names {
      let environment = name.map { ["TERM": $0] } ?? [:]
      #expect(ColorDepth(environment: environment) == depth)
    }
    #expect(ColorDepth(environment: ["TERM": "xterm", "COLORTERM": "truecolor"]) == .many)
    #expect(
      [-1, 0, 8, 16, 88, 256].map { ColorDepth(colorCount: $0) } == [
        .monochrome, .monochrome, .eight, .sixteen, .sixteen, .many,
      ])
  }

  @Test func `COLORFGBG tells of the background, where it is set at all`() {
    let values: [(String, Background)] = [
      ("15;0", .dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark),
      ("default;default", .unknown), ("", .unknown), ("12", .unknown),
    ]
    for (value, background) in values {
      #expect(Background(environment: ["COLORFGBG": value]) == background, "\(value)")
    }
    #expect(Background(environment: [:]) == .unknown)
  }
}
