// SPDX-License-Identifier: MIT
import TerminalText

/// Which colour a role has, as tables.
enum RoleColors {
  /// Roles that share a colour.
  enum Group: Hashable {
    case heading, code, math, link, quiet, note, correct, wrong, warning, label, key, other

    init(_ role: Role) {
      switch role {
      case .heading: self = .heading
      case .code: self = .code
      case .math: self = .math
      case .link: self = .link
      case .axis, .grid, .rule: self = .quiet
      case .annotation: self = .note
      case .correct: self = .correct
      case .wrong, .revealed: self = .wrong
      case .warning: self = .warning
      case .label: self = .label
      case .key: self = .key
      case .text, .faint, .series, .status: self = .other
      }
    }
  }

  /// A role's colour on each kind of terminal.
  struct Colors {
    /// Of 256, on an unknown, a dark and a light background.
    let unknown, dark, light: Int
    /// Of eight; nil for the terminal's own.
    let eight: Int?

    func color(_ depth: ColorDepth, _ background: Background) -> Int? {
      if depth < .many { return eight }
      switch background {
      case .unknown: return unknown
      case .dark: return dark
      case .light: return light
      }
    }
  }

  /// Every colour of the column `unknown` has a contrast of 3 or more on black and on white.
  static let table: [Group: Colors] = [
    .heading: Colors(unknown: 33, dark: 75, light: 25, eight: 6),
    .code: Colors(unknown: 133, dark: 180, light: 94, eight: nil),
    .math: Colors(unknown: 67, dark: 152, light: 24, eight: nil),
    .link: Colors(unknown: 33, dark: 75, light: 25, eight: 6),
    .quiet: Colors(unknown: 244, dark: 244, light: 244, eight: nil),
    .note: Colors(unknown: 136, dark: 222, light: 94, eight: 3),
    .correct: Colors(unknown: 29, dark: 79, light: 29, eight: 2),
    .wrong: Colors(unknown: 166, dark: 209, light: 160, eight: 1),
    .warning: Colors(unknown: 136, dark: 214, light: 130, eight: 3),
    .label: Colors(unknown: 33, dark: 75, light: 25, eight: 6),
    .key: Colors(unknown: 133, dark: 176, light: 90, eight: nil),
  ]

  /// What a role keeps where there are no colours.
  static func emphasis(of role: Role) -> Emphasis {
    switch role {
    case .heading(let level): level <= 1 ? [.bold, .underline] : .bold
    case .link: .underline
    case .faint: .dim
    case .key, .label, .wrong, .correct: .bold
    case .status: .reverse
    case .revealed: .reverse
    default: []
    }
  }

  /// The colours of series, first to last, then from the first again; nil is the terminal's own.
  static func series(_ depth: ColorDepth, _ background: Background) -> [Int?] {
    switch (depth, background) {
    case (.many, .unknown): [33, 166, nil, 133, 65]
    case (.many, .dark): [45, 214, 133, 227, 72]
    case (.many, .light): [27, 160, nil, 90, 65]
    case (.sixteen, .dark): [14, 11, 13, nil]
    case (.sixteen, .light), (.eight, .light): [4, 1, 5, nil]
    case (.sixteen, .unknown), (.eight, _): [6, 3, nil]
    default: [nil]
    }
  }
}
