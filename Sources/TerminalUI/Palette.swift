// SPDX-License-Identifier: MIT
import TerminalText

/// What a style looks like: terminal colours, nil for the terminal's own, and emphasis.
public struct Paint: Hashable, Sendable {
  /// The number of the text's colour.
  public var foreground: Int?
  /// The number of the colour behind it.
  public var background: Int?
  /// The emphasis.
  public var emphasis: Emphasis

  /// Makes a look.
  public init(foreground: Int? = nil, background: Int? = nil, emphasis: Emphasis = []) {
    self.foreground = foreground
    self.background = background
    self.emphasis = emphasis
  }
}

/// The colours of roles on one kind of terminal.
///
/// The sets of series stay apart for readers with any of the three colour blindnesses: at least 12
/// in OKLab distance (times 100) under the matrices of Machado et al. 2009. No meaning is carried
/// by colour alone; markers, line styles and words say it too.
public struct Palette: Hashable, Sendable {
  /// How much of a style is shown.
  public let depth: ColorDepth
  /// What the terminal writes on.
  public let background: Background

  /// Makes a palette.
  public init(depth: ColorDepth, background: Background = .unknown) {
    self.depth = depth
    self.background = background
  }

  /// What a style looks like.
  public func paint(_ style: Style) -> Paint {
    if depth == .plain { return Paint() }
    var paint = Paint(emphasis: style.emphasis)
    if depth >= .eight { paint.foreground = color(of: style.role) }
    paint.emphasis.formUnion(RoleColors.emphasis(of: style.role))
    if depth == .monochrome, case .warning = style.role { paint.emphasis.insert(.bold) }
    apply(style, to: &paint)
    return paint
  }

  private func color(of role: Role) -> Int? {
    if case .series(let index) = role {
      let colors = RoleColors.series(depth, background)
      return colors[(index % colors.count + colors.count) % colors.count]
    }
    guard let colors = RoleColors.table[RoleColors.Group(role)] else { return nil }
    return colors.color(depth, background)
  }

  private func apply(_ style: Style, to paint: inout Paint) {
    switch style.ground {
    case .none: break
    case .selection: paint.emphasis.insert(.reverse)
    case .match:
      if depth == .monochrome {
        paint.emphasis.formUnion([.reverse, .underline])
      } else {
        paint = Paint(
          foreground: depth == .many ? 16 : 0, background: depth == .many ? 220 : 3,
          emphasis: paint.emphasis.subtracting([.reverse, .dim]))
      }
    case .currentMatch:
      // White on blue stays apart from black on yellow in every kind of colour blindness.
      if depth == .monochrome {
        paint.emphasis.formUnion([.reverse, .bold])
      } else {
        paint = Paint(
          foreground: depth == .many ? 231 : 7, background: depth == .many ? 25 : 4,
          emphasis: paint.emphasis.subtracting([.reverse, .dim]).union(.bold))
      }
    case .band:
      let colors: [Background: Int] = [.dark: 236, .light: 254]
      if depth == .many { paint.background = colors[background] }
    case .heat(let level): cover(&paint, HeatColors.gray(level), style.role)
    case .diverging(let level): cover(&paint, HeatColors.diverging(level), style.role)
    }
  }

  /// Text on a colour of its own is black or white, whichever can be read; the shades that tell a
  /// value without colours, which are faint, take the colour itself and vanish in it.
  private func cover(_ paint: inout Paint, _ color: Int, _ role: Role) {
    if depth < .many { return }
    paint.background = color
    paint.foreground = role == .faint ? color : HeatColors.isLight(color) ? 16 : 231
    paint.emphasis.subtract([.reverse, .dim])
  }
}
