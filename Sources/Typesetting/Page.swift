// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// A lesson at a width: lines, and which block each belongs to.
///
///     let page = Page(lesson, width: 80, glyphs: .braille)
///     for line in page.lines { print(line.text) }
///
/// No line is wider than the width asked for. Every text on it is safe to send to a terminal.
public struct Page: Sendable {
  /// The width it was laid out for.
  public let width: Int
  /// The characters it was laid out with.
  public let glyphs: GlyphSet
  /// The lines.
  public private(set) var lines: [Line] = []
  /// The lines of each block, without the blank ones before it.
  private var ranges: [Range<Int>] = []
  private let isCentered: Bool
  /// Whether the whole lesson is on it.
  public private(set) var isComplete: Bool

  /// Makes an empty page.
  public init() {
    width = 1
    glyphs = .braille
    isCentered = false
    isComplete = true
  }

  /// Lays a lesson out.
  ///
  /// - Parameters:
  ///   - lesson: what is laid out.
  ///   - width: the columns there are.
  ///   - glyphs: the characters that may be used.
  ///   - isCentered: whether the text stands in the middle of a wide screen rather than at its left.
  ///   - lineLimit: after how many lines to stop; `extend` goes on from there.
  ///   - live: how a live block is shown now, no wider than `measure(for:isWide:)` says; `nil` shows
  ///     it as on paper.
  public init(
    _ lesson: Lesson, width: Int, glyphs: GlyphSet, isCentered: Bool = false,
    upTo lineLimit: Int = .max, live: (Block) -> [Line]? = { _ in nil }
  ) {
    self.width = max(1, width)
    self.glyphs = glyphs
    self.isCentered = isCentered
    isComplete = lesson.blocks.isEmpty
    if lesson.blocks.isEmpty {
      lines = indented(textSetter.frontMatter(of: lesson).lines, isWide: false)
    }
    extend(lesson, toLine: lineLimit, live: live)
  }

  /// Lays out more of the same lesson, until a line and a block are on the page.
  ///
  /// A very long lesson is opened by its first screens, and goes on as it is read:
  ///
  ///     var page = Page(lesson, width: 80, glyphs: .braille, upTo: 100)
  ///     page.extend(lesson, toLine: 200)
  public mutating func extend(
    _ lesson: Lesson, toLine line: Int = 0, toBlock block: Int = -1,
    live: (Block) -> [Line]? = { _ in nil }
  ) {
    if isComplete { return }
    let front = textSetter.frontMatter(of: lesson)
    while ranges.count < lesson.blocks.count, lines.count <= line || ranges.count <= block {
      let index = ranges.count
      let block = lesson.blocks[index]
      var own: [Line]
      if block.live == nil {
        own = indented(textSetter.lines(block), isWide: false)
      } else {
        own = indented(
          live(block) ?? (block.isPicture ? wideSetter : textSetter).lines(block), isWide: true)
      }
      if index == 0, !front.lines.isEmpty {
        let extra = indented(front.lines, isWide: false)
        own = front.isBefore ? extra + [Line()] + own : own + [Line()] + extra
      }
      if !lines.isEmpty, !own.isEmpty {
        lines.append(Line())
        if block.isSection { lines.append(Line()) }
      }
      ranges.append(lines.count..<(lines.count + own.count))
      lines += own
    }
    isComplete = ranges.count == lesson.blocks.count
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

  private func indented(_ lines: [Line], isWide: Bool) -> [Line] {
    let measure = Self.measure(for: width, isWide: isWide)
    let columns = isCentered ? (width - measure) / 2 : Self.margin(for: width)
    if columns == 0 { return lines }
    let blank = blanks(columns)
    return lines.map { line in
      line.spans.isEmpty ? line : Line([Span(blank)] + line.spans)
    }
  }
}

extension Page {
  /// The number of lines.
  public var lineCount: Int { lines.count }

  /// The number of blocks that are on it.
  public var blockCount: Int { ranges.count }

  /// The lines of a block, the blank ones before it left out.
  public func lines(ofBlock index: Int) -> Range<Int> {
    ranges.indices.contains(index) ? ranges[index] : lines.count..<lines.count
  }

  /// The block of a line; blank lines between two blocks belong to the second.
  public func block(at line: Int) -> Int? {
    guard lines.indices.contains(line) else { return nil }
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= line { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count ? low : nil
  }

  /// Shows a live block by other lines, the rest of the page as it was.
  public mutating func replace(block index: Int, by replacement: [Line]) {
    guard ranges.indices.contains(index) else { return }
    let old = ranges[index]
    let own = indented(replacement, isWide: true)
    lines.replaceSubrange(old, with: own)
    ranges[index] = old.lowerBound..<(old.lowerBound + own.count)
    let shift = own.count - old.count
    if shift == 0 { return }
    for later in ranges.indices.dropFirst(index + 1) {
      ranges[later] = (ranges[later].lowerBound + shift)..<(ranges[later].upperBound + shift)
    }
  }
}

extension Block {
  /// Whether the block is looked at rather than read, so that it may be wider than text.
  fileprivate var isPicture: Bool {
    switch kind {
    case .experiment, .figure: true
    default: false
    }
  }

  /// Whether the block begins a section, so that there is more air above it.
  fileprivate var isSection: Bool {
    if case .heading(let level, _, _) = kind { level <= 2 } else { false }
  }
}
