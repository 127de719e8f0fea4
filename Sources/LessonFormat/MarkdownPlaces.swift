// SPDX-License-Identifier: MIT
internal import CMD4C

extension MarkdownBuilder {
  /// The place of an offset into the source.
  func location(at offset: Int) -> SourceLocation {
    if source.utf8.isEmpty { return SourceLocation(file: file, line: firstLine) }
    let offset = min(offset, source.utf8.count - 1)
    return SourceLocation(
      file: file, line: firstLine + source.lineIndex(at: offset), column: source.column(at: offset))
  }

  /// The place of a block; md4c says nothing of those without text, so they are looked for.
  func location(of frame: Frame) -> SourceLocation {
    guard let first = frame.first else { return location(at: nextMark(of: frame.type)) }
    guard frame.type == MD_BLOCK_CODE else { return location(at: first) }
    if frame.info.isEmpty {
      var place = location(at: first)
      if frame.isTight { place.line -= 1 }
      return place
    }
    var start = first
    let marks: [UInt8] = [0x60, 0x7E, 0x20, 0x09]
    while start > 0, marks.contains(source.utf8[start - 1]) { start -= 1 }
    while start < first, [0x20, 0x09].contains(source.utf8[start]) { start += 1 }
    return location(at: start)
  }

  /// An item of a list; md4c misses the box of one that stands after a nested quotation.
  func item(of frame: Frame) -> Block.Item {
    var item = Block.Item(isDone: frame.isDone, blocks: frame.blocks)
    guard item.isDone == nil, let first = frame.first, source.utf8[first] == 0x5B,
      case .paragraph(var inlines) = item.blocks.first?.kind, case .text(let text) = inlines.first,
      let mark = ["[ ] ", "[x] ", "[X] "].first(where: { text.hasPrefix($0) })
    else { return item }
    item.isDone = mark != "[ ] "
    inlines[0] = .text(String(text.dropFirst(mark.count)))
    item.blocks[0].kind = .paragraph(inlines)
    return item
  }

  /// Moves on to the closing fence of a block.
  func reachEnd(of frame: Frame, at place: SourceLocation) {
    let line = place.line - firstLine + 1 + frame.lineCount
    if line < source.lineCount { reached = max(reached, source.lineStarts[line]) }
  }

  /// The next line, after all text seen, that looks like a block of a type without text.
  private func nextMark(of type: MD_BLOCKTYPE) -> Int {
    if source.utf8.isEmpty { return 0 }
    let start = reached == 0 ? 0 : source.lineIndex(at: min(reached, source.utf8.count - 1)) + 1
    for index in start..<min(start + 64, source.lineCount) {
      var line = source.line(index)[...]
      while let byte = line.first, [0x20, 0x09, 0x3E].contains(byte) { line.removeFirst() }
      guard let byte = line.first else { continue }
      let isMatch =
        switch type {
        case MD_BLOCK_HR: [0x2A, 0x2D, 0x5F].contains(byte) && line.dropFirst().contains(byte)
        case MD_BLOCK_H: byte == 0x23
        case MD_BLOCK_CODE: [0x60, 0x7E].contains(byte)
        default: [0x2A, 0x2B, 0x2D].contains(byte) || (0x30...0x39).contains(byte)
        }
      if isMatch {
        reached = source.lineStarts[index]
        return line.startIndex
      }
    }
    return reached
  }

  /// A formula as it stands in the source, or as text where its dollar signs are money.
  func mathematics(_ span: Span) -> [Inline] {
    let isDisplay = span.type == MD_SPAN_LATEXMATH_DISPLAY
    let mark = isDisplay ? "$$" : "$"
    guard let formula else { return [.math(span.children.plainText, isDisplay: isDisplay)] }
    self.formula = nil
    let dollar: UInt8 = 0x24
    var low = formula.lowerBound
    while low > 0, source.utf8[low - 1] != dollar { low -= 1 }
    var high = formula.upperBound
    while high < source.utf8.count, source.utf8[high] != dollar || source.utf8[high - 1] == 0x5C {
      high += 1
    }
    let raw = String(decoding: source.utf8[low..<high], as: UTF8.self)
    let isQuoted = stack.contains { $0.type == MD_BLOCK_QUOTE }
    let lines = raw.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.enumerated().map { index, line in
      index == 0 ? line : line.drop { $0 == " " || $0 == "\t" || (isQuoted && $0 == ">") }
    }.joined(separator: "\n")
    let after = high + mark.utf8.count
    let isBeforeDigit =
      after < source.utf8.count && (0x30...0x39).contains(source.utf8[after])
    let hasBlankEnd = raw.first?.isWhitespace == true || raw.last?.isWhitespace == true
    let isMoney = !isDisplay && (hasBlankEnd || isBeforeDigit)
    return isMoney ? [.text(mark + text + mark)] : [.math(text, isDisplay: isDisplay)]
  }
}
