// SPDX-License-Identifier: MIT
import Tutorial

/// How much of a style a terminal can show, or is allowed to.
public enum ColorDepth: Int, Comparable, CaseIterable, Sendable {
  /// The text alone, without an escape sequence.
  case plain
  /// Bold, underline and the like, without colour.
  case monochrome
  /// The eight colours of the Linux console and `screen`.
  case eight
  /// The eight colours and their bright forms.
  case sixteen
  /// The 256 colours of xterm.
  case many

  /// Whether the left one shows less.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The depth that goes with the number of colours in terminfo.
  public init(colorCount: Int) {
    switch colorCount {
    case 256...: self = .many
    case 16...: self = .sixteen
    case 8...: self = .eight
    default: self = .monochrome
    }
  }

  /// The depth that the environment alone tells of, for output without curses.
  ///
  /// - Parameter environment: The environment; `TERM` and `COLORTERM` are read.
  public init(environment: [String: String]) {
    let name = environment["TERM"] ?? ""
    let promise = environment["COLORTERM"] ?? ""
    if name.isEmpty || name == "dumb" {
      self = .plain
    } else if name.contains("256color") || name.contains("direct") || !promise.isEmpty {
      self = .many
    } else if name.hasPrefix("vt") {
      self = .monochrome
    } else {
      self = .eight
    }
  }
}

/// What the learner asked for with `--color`.
public enum ColorChoice: String, CaseIterable, Sendable {
  /// Colours where the output is a terminal that has them and nothing speaks against it.
  case auto
  /// Colours, whatever the output is.
  case always
  /// No escape sequence at all.
  case never

  /// Decides how styles are shown.
  ///
  /// In this order: the choice itself; `NO_COLOR` (no-color.org: any value but an empty one takes
  /// the colours, not bold and underline); `CLICOLOR_FORCE` and `CLICOLOR` (bixense.com/clicolors);
  /// what the terminal has.
  ///
  /// - Parameters:
  ///   - environment: The environment.
  ///   - isTerminal: Whether the output is a terminal.
  ///   - available: What the terminal has.
  /// - Returns: How much of a style is to be shown.
  public func depth(
    environment: [String: String], isTerminal: Bool, available: ColorDepth
  ) -> ColorDepth {
    func value(_ name: String) -> String { environment[name] ?? "" }
    let forced = max(available, .eight)
    switch self {
    case .always: return forced
    case .never: return .plain
    case .auto: break
    }
    let withoutColor = isTerminal ? min(available, .monochrome) : .plain
    if !value("NO_COLOR").isEmpty { return withoutColor }
    if !["", "0"].contains(value("CLICOLOR_FORCE")) { return forced }
    if value("CLICOLOR") == "0" { return withoutColor }
    return isTerminal ? available : .plain
  }
}

extension Palette {
  /// The palette of a theme.
  ///
  /// - Parameters:
  ///   - theme: What the learner chose.
  ///   - depth: How much of a style is to be shown at most.
  ///   - environment: The environment; `COLORFGBG` is read where the theme is `auto`.
  public init(theme: Theme, depth: ColorDepth, environment: [String: String]) {
    switch theme {
    case .auto: self.init(depth: depth, background: Background(environment: environment))
    case .dark: self.init(depth: depth, background: .dark)
    case .light: self.init(depth: depth, background: .light)
    case .neutral: self.init(depth: depth, background: .unknown)
    case .mono: self.init(depth: min(depth, .monochrome), background: .unknown)
    }
  }
}

/// Whether the terminal writes on a dark or a light background.
public enum Background: String, CaseIterable, Sendable {
  /// Not known: only colours that can be read on both are used.
  case unknown
  /// Dark.
  case dark
  /// Light.
  case light

  /// What `COLORFGBG`, such as `15;0`, tells; few terminals set it.
  public init(environment: [String: String]) {
    let last = environment["COLORFGBG"]?.split(separator: ";").last.flatMap { Int($0) }
    switch last {
    case .some(0...6), .some(8): self = .dark
    case .some(7), .some(15): self = .light
    default: self = .unknown
    }
  }
}
