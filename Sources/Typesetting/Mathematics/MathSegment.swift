// SPDX-License-Identifier: MIT

import TerminalText

/// A part of a formula in one row that is not broken, with the chance to break before it.
public struct MathSegment: Hashable, Sendable {
  /// What is shown.
  public var line: Line
  /// The blanks before it, in cells, dropped where a line ends before it.
  public var gap = 0
  /// How good it is to break before it; never for the first one.
  public var breakBefore = MathBreak.never
  /// The number of parentheses and fractions that are open before it: less is better.
  public var depth = 0

  /// What is shown, as text.
  public var text: String { line.text }
}

/// Segments in a row, with what they show at both ends.
struct MathRun {
  var segments: [MathSegment] = []
  var leading = MathEdge.other
  var trailing = MathEdge.other

  init() {}

  /// One piece of text, without a chance to break it.
  init(_ text: String, isWord: Bool = false, style: Style = Style(.math)) {
    if text.isEmpty { return }
    segments = [MathSegment(line: Line(text, style))]
    leading = MathEdge(of: String(text.reversed()), isWord: isWord)
    if leading == .closing { leading = .other }
    trailing = MathEdge(of: text, isWord: isWord)
  }

  /// The whole as text.
  var text: String {
    segments.map { blanks($0.gap) + $0.text }.joined()
  }

  /// Puts another run behind this one.
  mutating func append(
    _ other: MathRun, gap: Int = 0, breakBefore: MathBreak = .never, depth: Int = 0
  ) {
    guard let first = other.segments.first else { return }
    guard let last = segments.indices.last else {
      self = other
      for index in segments.indices { segments[index].depth += depth }
      return
    }
    var gap = gap
    if gap == 0, MathEdge.runTogether(trailing, other.leading) { gap = 1 }
    if gap > 0, breakBefore != .never, breakBefore != .product {
      segments.append(
        MathSegment(
          line: first.line, gap: gap, breakBefore: breakBefore, depth: first.depth + depth))
    } else {
      segments[last].line.append(blanks(gap), Style(.math))
      segments[last].line.append(first.line)
    }
    for var segment in other.segments.dropFirst() {
      segment.depth += depth
      segments.append(segment)
    }
    trailing = other.trailing
  }

  /// The run between two delimiters.
  func enclosed(_ left: String = "(", _ right: String = ")") -> MathRun {
    var result = MathRun(left)
    result.leading = .other
    result.append(self, depth: 1)
    result.append(MathRun(right))
    return result
  }
}
