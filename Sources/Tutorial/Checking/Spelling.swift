// SPDX-License-Identifier: MIT
import LessonFormat

extension Lesson {
  /// The words of the lesson that a list lacks, each where it first stands.
  func misspellings(_ list: WordList, source: String) -> [LessonFinding] {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let top = SourceLocation(file: file, line: 1)
    let texts =
      [(top, title)] + objectives.map { (top, $0) }
      + blocks.flatMap { block in block.wording.map { (block.location, $0) } }
    var known: Set<String> = []
    return texts.flatMap { location, text in
      list.unknownWords(in: text).filter { known.insert($0).inserted }.map { word in
        LessonFinding(
          location.of(word, in: lines), rule: "spelling",
          message: "\(word) is not in the course's words.txt\(list.suggestion(for: word))")
      }
    }
  }
}

extension SourceLocation {
  /// Where a word first stands from this line on; this place itself where it is not found as it is.
  fileprivate func of(_ word: String, in lines: [Substring]) -> SourceLocation {
    for (index, line) in lines.enumerated().dropFirst(line - 1) {
      let whole = line.ranges(of: word).first { range in
        line[..<range.lowerBound].last?.isLetter != true
          && line[range.upperBound...].first?.isLetter != true
      }
      if let whole {
        let column = line.distance(from: line.startIndex, to: whole.lowerBound) + 1
        return SourceLocation(file: file, line: index + 1, column: column)
      }
    }
    return self
  }
}

extension Block {
  /// All its words that are language: running text, without code and formulas, and titles.
  fileprivate var wording: [String] {
    switch kind {
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.wording) }
    case .quote(let blocks): blocks.flatMap(\.wording)
    case .experiment(let experiment): [experiment.title] + experiment.variants.map(\.name)
    case .quiz(let quiz): [quiz.title] + words
    case .challenge(let challenge): [challenge.title] + words
    case .figure(let figure): [figure.figure.title] + words
    case .guide(let guide): [guide.title] + words
    default: words
    }
  }

  private var words: [String] { prose.map(\.words) }
}

extension [Inline] {
  /// The text without code and formulas.
  fileprivate var words: String {
    map { inline in
      switch inline {
      case .text(let text): text
      case .emphasis(let children), .strong(let children), .strikethrough(let children),
        .link(_, let children), .image(_, let children):
        children.words
      case .code, .math, .softBreak, .lineBreak: " "
      }
    }.joined()
  }
}
