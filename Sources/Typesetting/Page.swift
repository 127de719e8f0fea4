// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// A lesson at a width: lines, and which block each belongs to.
///
///     let page = Page(lesson, width: 80, glyphs: .braille)
///     for line in page.lines { print(line.text) }
///
/// No line is wider than the width asked for. Every text on it is safe to send to a terminal.
///
/// A long lesson is laid out only where it is looked at: ``init(opening:width:glyphs:isCentered:)``
/// lays nothing out, ``settle(around:margin:live:)`` what stands near a line. Until then a block
/// counts with about as many lines as its source has.
public struct Page: Sendable {
  /// The width it was laid out for.
  public let width: Int
  /// The characters it was laid out with.
  public let glyphs: GlyphSet
  let isCentered: Bool
  let lesson: Lesson?
  /// What is known of each block.
  private(set) var slots: [Slot] = []
  /// The line at which each block and the blank lines before it begin, and the number of lines.
  private(set) var starts: [Int] = [0]
  /// What a lesson without blocks shows.
  private(set) var loose: [Line] = []
  /// How many blocks are not laid out.
  private var waiting = 0

  /// A block's lines, or how many there may be.
  struct Slot: Sendable {
    /// The lines, without the blank ones before them; `nil` where it is not laid out.
    var lines: [Line]?
    /// The number of lines.
    var height: Int
    /// The number of blank lines before them.
    var air: Int
  }

  /// Makes an empty page.
  public init() {
    width = 1
    glyphs = .braille
    isCentered = false
    lesson = nil
  }

  /// Makes a page of a lesson on which nothing is laid out yet.
  public init(opening lesson: Lesson, width: Int, glyphs: GlyphSet, isCentered: Bool = false) {
    self.width = max(1, width)
    self.glyphs = glyphs
    self.isCentered = isCentered
    self.lesson = lesson
    slots = lesson.blocks.enumerated().map { index, block in
      Slot(lines: nil, height: lesson.sourceLines(ofBlock: index), air: block.air(at: index))
    }
    waiting = slots.count
    if slots.isEmpty { loose = frontMatterAlone(of: lesson) }
    count(from: 0)
  }

  /// Lays a lesson out as a whole.
  ///
  /// - Parameters:
  ///   - lesson: what is laid out.
  ///   - width: the columns there are.
  ///   - glyphs: the characters that may be used.
  ///   - isCentered: whether the text stands in the middle of a wide screen rather than at its left.
  ///   - live: how a live block is shown now, no wider than `measure(for:isWide:)` says; `nil` shows
  ///     it as on paper.
  public init(
    _ lesson: Lesson, width: Int, glyphs: GlyphSet, isCentered: Bool = false,
    live: (Block) -> [Line]? = { _ in nil }
  ) {
    self.init(opening: lesson, width: width, glyphs: glyphs, isCentered: isCentered)
    complete(live: live)
  }

  /// Whether the whole lesson is laid out.
  public var isComplete: Bool { waiting == 0 }

  /// Counts the lines anew from a block on.
  private mutating func count(from first: Int) {
    starts.removeSubrange((first + 1)...)
    starts.reserveCapacity(slots.count + 1)
    var line = starts[first]
    for index in slots.indices[first...] {
      // Nothing stands above the first lines of all.
      if line == 0 { slots[index].air = 0 }
      line += slots[index].air + slots[index].height
      starts.append(line)
    }
  }

  /// Lays out those of some blocks that are not.
  mutating func layOut(_ blocks: some Sequence<Int>, live: (Block) -> [Line]?) {
    guard let lesson else { return }
    var first: Int?
    for index in blocks where slots[index].lines == nil {
      fill(index, with: lines(ofBlock: index, in: lesson, live: live))
      first = min(first ?? index, index)
      waiting -= 1
    }
    if let first { count(from: first) }
  }

  private mutating func fill(_ index: Int, with lines: [Line]) {
    slots[index].lines = lines
    slots[index].height = lines.count
    // A block without lines takes no blank ones either.
    slots[index].air = lines.isEmpty ? 0 : lesson?.blocks[index].air(at: index) ?? 0
  }

  /// Shows a live block by other lines, the rest of the page as it was.
  public mutating func replace(block index: Int, by replacement: [Line]) {
    guard slots.indices.contains(index) else { return }
    if slots[index].lines == nil { waiting -= 1 }
    fill(index, with: indented(replacement, isWide: true))
    count(from: index)
  }
}

extension Page {
  /// The number of lines; where not all is laid out, about so many.
  public var lineCount: Int { max(starts[starts.count - 1], loose.count) }

  /// The number of blocks.
  public var blockCount: Int { slots.count }

  /// One line; blank where it is not laid out.
  public subscript(line: Int) -> Line {
    guard let block = block(at: line) else {
      return loose.indices.contains(line) ? loose[line] : Line()
    }
    let index = line - starts[block] - slots[block].air
    guard let lines = slots[block].lines, lines.indices.contains(index) else { return Line() }
    return lines[index]
  }

  /// All lines, top to bottom.
  public var lines: [Line] {
    slots.reduce(into: loose) { all, slot in
      all += Array(repeating: Line(), count: slot.air)
      all += slot.lines ?? Array(repeating: Line(), count: slot.height)
    }
  }

  /// The lines of a block, the blank ones before it left out.
  public func lines(ofBlock index: Int) -> Range<Int> {
    guard slots.indices.contains(index) else { return lineCount..<lineCount }
    return (starts[index] + slots[index].air)..<starts[index + 1]
  }

  /// The block of a line; blank lines between two blocks belong to the second.
  public func block(at line: Int) -> Int? {
    guard line >= 0 && line < starts[starts.count - 1] else { return nil }
    var low = 0
    var high = slots.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle + 1] <= line { low = middle + 1 } else { high = middle }
    }
    return low < slots.count ? low : nil
  }
}
