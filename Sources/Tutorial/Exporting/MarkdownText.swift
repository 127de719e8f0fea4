// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Typesetting

extension MarkdownWriter {
  /// Running text as Markdown.
  ///
  /// - Parameters:
  ///   - inlines: the text.
  ///   - isOneLine: whether it stands in a heading or a cell, where a line end would end it.
  /// - Returns: the source.
  static func text(_ inlines: [Inline], isOneLine: Bool = false) -> String {
    inlines.map { text($0, isOneLine) }.joined()
  }

  /// A plain text, with a backslash wherever a character would be markup.
  static func escaped(_ text: String) -> String {
    displayableText(text.replacing("\n", with: " ")).markdownEscaped
  }

  private static func text(_ inline: Inline, _ isOneLine: Bool) -> String {
    switch inline {
    case .text(let text): return escaped(text)
    case .emphasis(let children): return "*\(text(children, isOneLine: isOneLine))*"
    case .strong(let children): return "**\(text(children, isOneLine: isOneLine))**"
    case .strikethrough(let children): return "~~\(text(children, isOneLine: isOneLine))~~"
    case .code(let code): return self.code(code)
    case .math(let source, let isDisplay):
      guard MarkdownEscape.isKnownMath(source) else { return self.code(source) }
      return isDisplay ? "$$\(source)$$" : "$\(source)$"
    case .link(let target, let children):
      let words = text(children, isOneLine: isOneLine)
      return MarkdownEscape.isSafe(target)
        ? "[\(words)](<\(MarkdownEscape.target(target))>)" : words
    case .image(_, let children): return "*\\[image: \(escaped(children.plainText))\\]*"
    case .softBreak: return isOneLine ? " " : "\n"
    case .lineBreak: return isOneLine ? " " : "\\\n"
    }
  }

  /// Code between as many backticks as it needs.
  private static func code(_ code: String) -> String {
    let shown = displayableText(code.replacing("\n", with: " "))
    var (longest, run) = (0, 0)
    for character in shown {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let marks = String(repeating: "`", count: longest + 1)
    let blank = shown.first == "`" || shown.last == "`" ? " " : ""
    return marks + blank + shown + blank + marks
  }
}

extension String {
  /// The text with a backslash before what would be markup within a line.
  fileprivate var markdownEscaped: String {
    let characters = Array(self)
    var result = ""
    for (index, character) in characters.enumerated() {
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      let isMarkup: Bool
      switch character {
      case "\\", "`", "*", "[", "]", "$", "~", "<": isMarkup = true
      // Within a word it is a letter like others: learning_rate.
      case "_":
        isMarkup = !(before.isLetter || before.isNumber) || !(after.isLetter || after.isNumber)
      case "&": isMarkup = after.isLetter || after == "#"
      default: isMarkup = false
      }
      if isMarkup { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

/// What is markup by its place.
enum MarkdownEscape {
  /// Paragraph lines that would begin a heading, a list, a quotation or a rule get a backslash.
  static func lineStarts(in text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      let rest = line.dropFirst(digits.count)
      let isMark = rest.first == "." || rest.first == ")"
      if !digits.isEmpty, isMark, rest.dropFirst().first.map({ $0 == " " }) ?? true {
        return "\(digits)\\\(rest)"
      }
      guard let first = line.first, "#>+-=|".contains(first) else { return String(line) }
      return "\\\(line)"
    }.joined(separator: "\n")
  }

  /// Whether a link leads somewhere from a file that stands alone: within it, or to the web.
  static func isSafe(_ target: String) -> Bool {
    let lower = target.lowercased()
    return ["https://", "http://", "mailto:"].contains { lower.hasPrefix($0) }
      || target.hasPrefix("#")
  }

  /// Whether a formula holds nothing but what the course's own formulas are made of; others, which
  /// might link or run something where they are shown, are written as code.
  static func isKnownMath(_ source: String) -> Bool {
    let formula = MathExpression(parsing: source)
    return formula.unknownCommands.isEmpty && formula.problems.isEmpty && !source.contains("$")
      && source.unicodeScalars.allSatisfy { $0.isDisplayable || $0 == "\n" }
  }

  /// A link's target as it stands between angle brackets.
  static func target(_ target: String) -> String {
    let scalars = target.unicodeScalars.filter {
      $0.isDisplayable && !"<>\\".unicodeScalars.contains($0)
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
