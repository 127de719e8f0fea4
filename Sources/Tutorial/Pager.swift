// SPDX-License-Identifier: MIT

/// Which lines of a page are on the screen.
public struct Pager: Hashable, Sendable {
  /// The first line shown.
  public private(set) var top = 0
  /// The number of lines there are.
  public private(set) var count = 0
  /// The number of lines shown at once.
  public private(set) var height = 1
  /// The lines of half a page, where a number before its key has said how many.
  var halfPage: Int?

  /// Begins at the top of an empty page.
  public init() {}

  /// The lines on the screen.
  public var visible: Range<Int> { top..<max(top, min(count, top + height)) }

  /// The furthest that the top can go, so that the last line stays at the bottom.
  public var lastTop: Int { max(0, count - height) }

  /// How much has been seen, in percent.
  public var percent: Int {
    count <= height ? 100 : min(100, (top + height) * 100 / count)
  }

  /// Whether the last line is on the screen.
  public var isAtEnd: Bool { top >= lastTop }

  /// Takes a page's length and a screen's height in, and keeps the top within both.
  public mutating func fit(count: Int, height: Int) {
    self.count = max(0, count)
    self.height = max(1, height)
    move(to: top)
  }

  /// Goes to a line.
  public mutating func move(to line: Int) { top = min(max(0, line), lastTop) }

  /// Goes down by some lines, or up where they are negative.
  public mutating func move(by lines: Int) {
    let (sum, overflow) = top.addingReportingOverflow(lines)
    move(to: overflow ? (lines > 0 ? lastTop : 0) : sum)
  }

  /// Goes down or up by screens, one line kept in sight.
  public mutating func movePages(by pages: Int) {
    let (lines, overflow) = max(1, height - 1).multipliedReportingOverflow(by: pages)
    move(by: overflow ? (pages > 0 ? .max : -.max) : lines)
  }

  /// Brings lines into sight, moving as little as possible; a long block shows its beginning.
  public mutating func reveal(_ lines: Range<Int>) {
    if lines.lowerBound < top || lines.count >= height {
      move(to: lines.lowerBound)
    } else if lines.upperBound > top + height {
      move(to: lines.upperBound - height)
    }
  }
}
