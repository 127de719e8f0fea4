// SPDX-License-Identifier: MIT

/// Fills styled running text into lines no wider than `width`, as evenly as it can be done.
///
/// Lines break at blanks, after hyphens and dashes within words, and between the characters of
/// scripts without blanks; a no-break space (U+00A0) never breaks and comes out as a blank; `\n`
/// always breaks. Runs of blanks become one. The sum of the squared empty rests of all lines but
/// the last of a paragraph is the least possible (Knuth and Plass, 1981, without hyphenation);
/// above ``balancedWordLimit`` words each line takes what fits. A word wider than a line is cut at
/// cell boundaries. The first line begins with `firstIndent`, the others with `hangingIndent`.
///
/// In one column a character that needs two becomes `?`: the width asked for always holds.
public func wrap(
  _ spans: [Span], width: Int, firstIndent: Line = Line(), hangingIndent: Line = Line()
) -> [Line] {
  let width = max(1, width)
  let first = firstIndent.width < width ? firstIndent : firstIndent.split(at: width - 1).head
  let hanging =
    hangingIndent.width < width ? hangingIndent : hangingIndent.split(at: width - 1).head
  var lines: [Line] = []
  for paragraph in words(of: spans) {
    let start = lines.isEmpty ? first : hanging
    let limit = width - max(start.width, hanging.width)
    let pieces = paragraph.flatMap { $0.pieces(limit: limit) }
    let ends =
      pieces.count <= balancedWordLimit && width <= balancedWidthLimit
      ? balancedBreaks(pieces, first: width - start.width, others: width - hanging.width)
      : greedyBreaks(pieces, first: width - start.width, others: width - hanging.width)
    var begin = 0
    for end in ends {
      var line = lines.isEmpty ? first : hanging
      for index in begin..<end {
        line.append(pieces[index].line)
        if index + 1 < end, let blank = pieces[index].blank { line.append(" ", blank) }
      }
      lines.append(line)
      begin = end
    }
  }
  return lines
}

/// As ``wrap(_:width:firstIndent:hangingIndent:)``, indented by blanks.
public func wrap(_ spans: [Span], width: Int, firstIndent: Int, hangingIndent: Int) -> [Line] {
  wrap(
    spans, width: width, firstIndent: Line(blanks(firstIndent)),
    hangingIndent: Line(blanks(hangingIndent)))
}

/// Up to how many words a paragraph is balanced as a whole.
public let balancedWordLimit = 2_000

/// Up to which width a paragraph is balanced; wider ones are not read as lines.
private let balancedWidthLimit = 4_096

/// The width that a text needs so that no word of it is cut, and the width of it on one line.
public func measure(_ spans: [Span]) -> (minimum: Int, ideal: Int) {
  var minimum = 0
  var ideal = 0
  for paragraph in words(of: spans) {
    var total = 0
    for (index, word) in paragraph.enumerated() {
      minimum = max(minimum, word.width)
      total += word.width + (word.blank == nil || index + 1 == paragraph.count ? 0 : 1)
    }
    ideal = max(ideal, total)
  }
  return (minimum, ideal)
}

private func greedyBreaks(_ words: [WrapWord], first: Int, others: Int) -> [Int] {
  var ends: [Int] = []
  var begin = 0
  repeat {
    let room = ends.isEmpty ? first : others
    var end = begin
    var used = 0
    while end < words.count {
      let gap = end > begin && words[end - 1].blank != nil ? 1 : 0
      if end > begin && used + gap + words[end].width > room { break }
      used += gap + words[end].width
      end += 1
    }
    ends.append(end)
    begin = end
  } while begin < words.count
  return ends
}

/// The ends of the lines that leave the least sum of squared rests.
private func balancedBreaks(_ words: [WrapWord], first: Int, others: Int) -> [Int] {
  if words.isEmpty { return [0] }
  let count = words.count
  // Costs count from the end of the text, so that the first line alone has a room of its own.
  var cost = [Int](repeating: Int.max, count: count + 1)
  var next = [Int](repeating: count, count: count + 1)
  cost[count] = 0
  for begin in stride(from: count - 1, through: 0, by: -1) {
    let room = begin == 0 ? first : others
    var used = 0
    for end in (begin + 1)...count {
      used += words[end - 1].width
      if end - 1 > begin && words[end - 2].blank != nil { used += 1 }
      if used > room && end > begin + 1 { break }
      let rest = max(0, room - used)
      var penalty = end == count ? 0 : rest * rest
      if end < count && words[end - 1].blank == nil { penalty += cutPenalty }
      // A single short word left over on the last line looks like a mistake.
      if end == count && begin > 0 && end == begin + 1 && used * 4 < room { penalty += rest }
      if cost[end] + penalty <= cost[begin] {
        cost[begin] = cost[end] + penalty
        next[begin] = end
      }
    }
  }
  var ends: [Int] = []
  var place = 0
  while place < count {
    place = next[place]
    ends.append(place)
  }
  return ends
}

/// What breaking within a word costs, as a squared rest.
private let cutPenalty = 16
