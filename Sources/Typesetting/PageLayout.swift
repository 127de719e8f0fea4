// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

extension Page {
  /// A place on a page that stays where it is while more is laid out.
  public struct Anchor: Hashable, Sendable {
    var block: Int
    var line: Int
    var height: Int
  }

  /// The place of a line, to be found again with ``line(of:)``.
  public func anchor(of line: Int) -> Anchor {
    guard let block = block(at: max(0, line)) else {
      return Anchor(block: slots.count, line: 0, height: 0)
    }
    return Anchor(
      block: block, line: max(0, line) - starts[block] - slots[block].air,
      height: slots[block].height)
  }

  /// The line of a place now; in a block that was laid out since, the share of it that it was.
  public func line(of anchor: Anchor) -> Int {
    guard slots.indices.contains(anchor.block) else { return lineCount }
    let slot = slots[anchor.block]
    let isSame = slot.height == anchor.height || anchor.line <= 0
    let line = isSame ? anchor.line : anchor.line * slot.height / max(1, anchor.height)
    return max(starts[anchor.block], starts[anchor.block] + slot.air + line)
  }

  /// Lays out what stands within some lines above and below a line.
  public mutating func settle(
    around line: Int, margin: Int, live: (Block) -> [Line]? = { _ in nil }
  ) {
    if isComplete { return }
    let middle = block(at: min(max(0, line), lineCount - 1)) ?? 0
    layOut(CollectionOfOne(middle), live: live)
    // Rounds of as many blocks as would do if each had as many lines as is thought.
    var isSettled = false
    while !isSettled {
      let wanted = blocks(from: middle, margin: margin)
      isSettled = wanted.allSatisfy { slots[$0].lines != nil }
      layOut(wanted, live: live)
    }
  }

  /// The blocks around one that take up a number of lines on both sides.
  private func blocks(from middle: Int, margin: Int) -> ClosedRange<Int> {
    let top = starts[middle]
    let bottom = starts[middle + 1]
    let first = block(at: max(0, top < margin ? 0 : top - margin)) ?? middle
    let end = bottom > lineCount - margin ? lineCount - 1 : bottom + margin
    return min(first, middle)...max(middle, block(at: end) ?? middle)
  }

  /// Lays out the rest of the lesson.
  public mutating func complete(live: (Block) -> [Line]? = { _ in nil }) {
    if !isComplete { layOut(slots.indices, live: live) }
  }

  /// The lines of a block at their place on the screen.
  func lines(ofBlock index: Int, in lesson: Lesson, live: (Block) -> [Line]?) -> [Line] {
    let block = lesson.blocks[index]
    var lines: [Line]
    if block.live == nil {
      lines = indented(textSetter.lines(block), isWide: false)
    } else {
      lines = indented(
        live(block) ?? (block.isPicture ? wideSetter : textSetter).lines(block), isWide: true)
    }
    if index > 0 { return lines }
    let front = textSetter.frontMatter(of: lesson)
    if front.lines.isEmpty { return lines }
    let extra = indented(front.lines, isWide: false)
    lines = front.isBefore ? extra + [Line()] + lines : lines + [Line()] + extra
    return lines
  }

  /// What a lesson without blocks shows.
  func frontMatterAlone(of lesson: Lesson) -> [Line] {
    indented(textSetter.frontMatter(of: lesson).lines, isWide: false)
  }

  private var textSetter: Typesetter {
    Typesetter(width: Self.measure(for: width, isWide: false), glyphs: glyphs)
  }

  private var wideSetter: Typesetter {
    Typesetter(width: Self.measure(for: width, isWide: true), glyphs: glyphs)
  }

  /// The columns that text may take on a screen of some columns, or a live block, which may be wider.
  public static func measure(for columns: Int, isWide: Bool) -> Int {
    let room = max(1, columns - 2 * margin(for: columns))
    return min(room, isWide ? widest : longestLine)
  }

  /// The longest line of running text.
  public static let longestLine = 84
  /// The widest chart or panel.
  public static let widest = 160

  private static func margin(for columns: Int) -> Int { columns >= 60 ? 2 : 0 }

  func indented(_ lines: [Line], isWide: Bool) -> [Line] {
    let measure = Self.measure(for: width, isWide: isWide)
    let columns = isCentered ? (width - measure) / 2 : Self.margin(for: width)
    if columns == 0 { return lines }
    let blank = blanks(columns)
    return lines.map { line in
      line.spans.isEmpty ? line : Line([Span(blank)] + line.spans)
    }
  }
}

extension Lesson {
  /// How many lines of the file a block takes, at least one.
  func sourceLines(ofBlock index: Int) -> Int {
    guard index + 1 < blocks.count else { return 1 }
    return max(1, blocks[index + 1].location.line - blocks[index].location.line - 1)
  }
}

extension Block {
  /// The blank lines before the block on a page: more before a section.
  func air(at index: Int) -> Int {
    if index == 0 { return 0 }
    if case .heading(let level, _, _) = kind { return level <= 2 ? 2 : 1 }
    return 1
  }

  /// Whether the block is looked at rather than read, so that it may be wider than text.
  fileprivate var isPicture: Bool {
    switch kind {
    case .experiment, .figure: true
    default: false
    }
  }
}
