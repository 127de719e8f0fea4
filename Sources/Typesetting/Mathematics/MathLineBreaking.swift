// SPDX-License-Identifier: MIT

import TerminalText

/// Parts of a formula side by side, as lines no wider than a width.
struct MathLineBreaking {
  /// A part that is not broken.
  struct Piece {
    /// What is drawn.
    var box: MathBox
    /// The blanks before it, dropped at the start of a line.
    var gap: Int
    /// How good it is to break before it.
    var breakBefore: MathBreak
    /// The number of parentheses that are open.
    var depth: Int
  }

  /// The number of cells of a line.
  var width: Int

  /// Lines of pieces, broken before relations first, continued under the right-hand side.
  func lines(_ pieces: [Piece]) throws -> [Line] {
    for indent in indents(pieces) {
      if let ranges = ranges(of: pieces, indent: indent) {
        return assembled(ranges, of: pieces, indent: indent)
      }
    }
    throw MathBox.DoesNotFit()
  }

  /// The places where continued lines may start, best first.
  private func indents(_ pieces: [Piece]) -> [Int] {
    var column = 0
    for piece in pieces {
      column += piece.gap
      if piece.breakBefore == .relation, piece.depth == 0, column > 0 { break }
      column += piece.box.width
      if column > width / 2 { return [2, 0] }
    }
    return column <= width / 2 ? [column, 2, 0] : [2, 0]
  }

  /// The pieces of each line; nil where one is too wide.
  private func ranges(of pieces: [Piece], indent: Int) -> [Range<Int>]? {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < pieces.count {
      var column = ranges.isEmpty ? 0 : indent
      var end = start
      while end < pieces.count {
        let piece = pieces[end]
        let needed = (end > start ? piece.gap : 0) + piece.box.width
        if column + needed > width { break }
        column += needed
        end += 1
      }
      if end == pieces.count {
        ranges.append(start..<end)
        break
      }
      guard let place = bestBreak(in: pieces, start..<end, isFirst: ranges.isEmpty) else {
        return nil
      }
      ranges.append(start..<place)
      start = place
    }
    return ranges
  }

  /// The best place to end a line that holds some pieces and not the one after them.
  private func bestBreak(in pieces: [Piece], _ line: Range<Int>, isFirst: Bool) -> Int? {
    var best: Int?
    var spared: Int?
    var hasRelation = !isFirst
    for place in line.dropFirst() + [line.upperBound] where place > line.lowerBound {
      let piece = pieces[place]
      if piece.breakBefore == .never { continue }
      if piece.breakBefore == .relation, piece.depth == 0, !hasRelation {
        // The first relation stays with its left-hand side as long as another place is found.
        hasRelation = true
        spared = place
        continue
      }
      if best.map({ rank(piece) <= rank(pieces[$0]) }) ?? true { best = place }
    }
    guard let spared else { return best }
    // A long left-hand side is parted from its relation rather than a pair of parentheses broken.
    let column = pieces[line.lowerBound..<spared].reduce(0) { $0 + $1.gap + $1.box.width }
    guard let best else { return spared }
    return rank(pieces[best]) > (0, 0, .never) && column > width / 2 ? spared : best
  }

  /// How good a place is, the lowest first: outside parentheses, before relations.
  private func rank(_ piece: Piece) -> (Int, Int, MathBreak) {
    (piece.breakBefore == .product ? 1 : 0, piece.depth, piece.breakBefore)
  }

  private func assembled(_ ranges: [Range<Int>], of pieces: [Piece], indent: Int) -> [Line] {
    var lines: [Line] = []
    var hangs = false
    for (index, range) in ranges.enumerated() {
      let box = MathBox(
        beside: range.map { place in
          let margin = index == 0 ? 0 : indent
          return (gap: place == range.lowerBound ? margin : pieces[place].gap, pieces[place].box)
        })
      if hangs, box.baseline > 0 { lines.append(Line()) }
      hangs = box.baseline + 1 < box.height
      lines += box.rows
    }
    return lines.map(\.withoutTrailingBlanks)
  }

  /// A formula in one row, wrapped; a part that is wider than a line goes on in the next.
  func wrapped(_ segments: [MathSegment]) -> [Line] {
    var pieces: [Piece] = []
    for segment in segments {
      let box = MathBox(segment.line)
      if box.width <= width {
        pieces.append(
          Piece(
            box: box, gap: segment.gap, breakBefore: segment.breakBefore, depth: segment.depth))
        continue
      }
      for (index, word) in segment.line.words.enumerated() {
        for (place, part) in word.cut(every: width).enumerated() {
          let isFirst = index == 0 && place == 0
          pieces.append(
            Piece(
              box: MathBox(part), gap: isFirst ? segment.gap : place == 0 ? 1 : 0,
              breakBefore: isFirst ? segment.breakBefore : .blank, depth: segment.depth))
        }
      }
    }
    return (try? lines(pieces)) ?? []
  }
}

extension Line {
  /// The line in parts between its blanks.
  fileprivate var words: [Line] {
    var words = [Line()]
    for span in spans {
      for (index, word) in span.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { words.append(Line()) }
        words[words.count - 1].append(String(word), span.style)
      }
    }
    return words.filter { !$0.spans.isEmpty }
  }

  /// The line in parts of at most some cells.
  fileprivate func cut(every width: Int) -> [Line] {
    var parts = [Line()]
    var column = 0
    for span in spans {
      for scalar in span.text.unicodeScalars {
        let cells = scalar.displayWidth
        if column + cells > width, column > 0, cells > 0 {
          parts.append(Line())
          column = 0
        }
        parts[parts.count - 1].append(String(scalar), span.style)
        column += cells
      }
    }
    return parts
  }
}
