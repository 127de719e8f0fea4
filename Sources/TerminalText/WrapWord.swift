// SPDX-License-Identifier: MIT

/// A piece of running text that is not broken, with the style of the blank after it.
struct WrapWord {
  /// The piece itself.
  var line: Line
  /// Its width in cells.
  var width: Int
  /// The style of the blank after it; `nil` where the next piece follows at once.
  var blank: Style?

  /// The word cut at cell boundaries into pieces of at most `limit` cells.
  func pieces(limit: Int) -> [WrapWord] {
    if width <= limit { return [self] }
    var pieces: [WrapWord] = []
    var current = WrapWord(line: Line(), width: 0, blank: nil)
    for span in line.spans {
      for cell in cells(of: span.text, limit: limit) {
        let fits = cell.width <= limit
        let width = fits ? cell.width : 1
        if current.width + width > limit {
          pieces.append(current)
          current = WrapWord(line: Line(), width: 0, blank: nil)
        }
        current.line.append(fits ? cell.text : "?", span.style)
        current.width += width
      }
    }
    current.blank = blank
    pieces.append(current)
    return pieces
  }
}

/// The words of a text, one list for each part between forced breaks.
func words(of spans: [Span]) -> [[WrapWord]] {
  var paragraphs: [[WrapWord]] = [[]]
  var current = Line()
  var currentWidth = 0

  func close(blank: Style?) {
    if current.spans.isEmpty {
      // The blank may stand at the start of a span, after a word that the last span closed.
      if let blank, let last = paragraphs[paragraphs.count - 1].indices.last {
        let own = paragraphs[paragraphs.count - 1][last].blank
        paragraphs[paragraphs.count - 1][last].blank = own ?? blank
      }
      return
    }
    paragraphs[paragraphs.count - 1].append(
      WrapWord(line: current, width: currentWidth, blank: blank))
    current = Line()
    currentWidth = 0
  }

  var before: (Character, Character) = (" ", " ")

  func add(_ piece: Substring, _ style: Style) {
    let characters = Array(piece)
    for (index, character) in characters.enumerated() {
      if character == "\t" || character == " " {
        close(blank: style)
      } else if character.isNewline {
        close(blank: nil)
        paragraphs.append([])
      } else {
        let after = index + 1 < characters.count ? characters[index + 1] : nil
        if mayBreak(between: before, and: character, after: after, role: style.role) {
          close(blank: nil)
        }
        let drawn = character == "\u{A0}" ? " " : String(character)
        current.append(drawn, style)
        currentWidth += drawn.displayWidth
      }
      before = (before.1, character)
    }
  }

  for span in spans {
    for piece in blankSeparatedPieces(of: span.text) {
      if piece == " " {
        close(blank: span.style)
        before = (before.1, " ")
      } else if isPlainWord(piece) {
        if !current.spans.isEmpty, let first = piece.first,
          mayBreak(
            between: before, and: first, after: piece.dropFirst().first, role: span.style.role)
        {
          close(blank: nil)
        }
        current.append(String(piece), span.style)
        currentWidth += piece.utf8.count
        for byte in piece.utf8.suffix(2) { before = (before.1, Character(Unicode.Scalar(byte))) }
      } else {
        add(piece, span.style)
      }
    }
  }
  close(blank: nil)
  return paragraphs
}

/// The blanks of a text, and what stands between them; a blank with marks on it is no blank.
private func blankSeparatedPieces(of text: String) -> [Substring] {
  var pieces: [Substring] = []
  let bytes = text.utf8
  var start = bytes.startIndex
  var index = start
  while index < bytes.endIndex {
    let next = bytes.index(after: index)
    if bytes[index] == 0x20 {
      let carriesMark =
        next < bytes.endIndex && bytes[next] >= 0x80 && text.unicodeScalars[next].displayWidth == 0
      if !carriesMark {
        if start < index { pieces.append(text[start..<index]) }
        pieces.append(text[index..<next])
        start = next
      }
    }
    index = next
  }
  if start < bytes.endIndex { pieces.append(text[start...]) }
  return pieces
}

/// Whether a word is ASCII without a hyphen, so that it takes a cell a byte and never breaks.
private func isPlainWord(_ word: Substring) -> Bool {
  word.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x2D }
}

/// Whether a line may break between two characters without a blank between them.
private func mayBreak(
  between pair: (Character, Character), and character: Character, after: Character?, role: Role
) -> Bool {
  let before = pair.1
  if before == " " || before == "\u{A0}" || character == "\u{A0}" { return false }
  if before == "—" { return character.isLetter }
  if before == "-" {
    // A hyphen within a word, not the sign of an option or of a number.
    let isWithinWord = pair.0.isLetter && character.isLetter && after?.isLetter == true
    return isWithinWord && role != .code && role != .math
  }
  guard isIdeographic(before) || isIdeographic(character) else { return false }
  return !closingMarks.contains(character) && !openingMarks.contains(before)
}

/// Whether it is of a script that is written without blanks between words.
private func isIdeographic(_ character: Character) -> Bool {
  guard let value = character.unicodeScalars.first?.value, value >= 0x2E80 else { return false }
  switch value {
  case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFD: return true
  default: return false
  }
}

private let closingMarks: Set<Character> = [
  "、", "。", "，", "．", "：", "；", "？", "！", "）", "」", "』", "】", "〉", "》", "〕", "］", "｝", "ー", "々",
  "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", ",",
  ".", ":", ";", "?", "!", ")", "]", "}", "”", "’", "…",
]

private let openingMarks: Set<Character> = [
  "（", "「", "『", "【", "〈", "《", "〔", "［", "｛", "(", "[", "{", "“", "‘",
]
