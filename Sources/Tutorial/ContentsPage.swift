// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// The parts and chapters with the learner's progress.
public enum ContentsPage {
  /// The contents as lines, and where each leads; a part's name leads nowhere.
  ///
  /// - Parameters:
  ///   - course: the chapters.
  ///   - workbook: the lesson at hand, whose sections are listed below its title.
  ///   - glyphs: the characters that may be used.
  ///   - width: the columns there are.
  /// - Returns: The rows, from the first part's name to the last chapter.
  static func rows(
    of course: Course, workbook: Workbook? = nil, glyphs: GlyphSet, width: Int
  ) -> [Catalogue.Row] {
    var rows: [Catalogue.Row] = []
    var part: Int?
    for (index, chapter) in course.chapters.enumerated() {
      if chapter.partNumber != part {
        if part != nil { rows.append(.init(line: Line())) }
        part = chapter.partNumber
        rows.append(.init(line: partLine(chapter, in: course, width, glyphs)))
      }
      rows.append(
        .init(
          line: line(of: chapter, glyphs).clipped(to: width, glyphs: glyphs),
          target: .chapter(index)))
      guard let workbook, workbook.chapter == index else { continue }
      for heading in workbook.headings where (2...3).contains(heading.level) {
        let indent = blanks(10 + 2 * (heading.level - 2))
        let title = Line(indent + displayableText(heading.title, glyphs: glyphs))
        rows.append(
          .init(
            line: title.clipped(to: width, glyphs: glyphs), target: .section(heading.anchor)))
      }
    }
    return rows
  }

  /// The contents as text.
  public static func lines(of course: Course, glyphs: GlyphSet, width: Int) -> [Line] {
    rows(of: course, glyphs: glyphs, width: width).map(\.line)
  }

  /// A part's name, and how many of its chapters were read.
  private static func partLine(
    _ chapter: Course.Chapter, in course: Course, _ width: Int, _ glyphs: GlyphSet
  ) -> Line {
    let words = chapter.part.split(separator: "-").joined(separator: " ")
    let name = words.prefix(1).uppercased() + words.dropFirst()
    var line = Line(
      "Part \(chapter.partNumber)  \(displayableText(name, glyphs: glyphs))",
      Style(.heading(2), emphasis: .bold))
    let chapters = course.chapters.filter { $0.partNumber == chapter.partNumber }
    let read = chapters.count { $0.progress == .finished }
    line.append("   \(read) of \(chapters.count) read", Style(.faint))
    return line.clipped(to: width, glyphs: glyphs)
  }

  private static func line(of chapter: Course.Chapter, _ glyphs: GlyphSet) -> Line {
    let mark =
      switch chapter.progress {
      case .unread: " "
      case .begun: glyphs == .ascii ? "o" : "◐"
      case .finished: glyphs == .ascii ? "x" : "●"
      }
    var line = Line("  \(mark) ", Style(.correct))
    line.append(Line(displayableText(chapter.label, glyphs: glyphs), Style(.label)).padded(to: 6))
    // A file that is no chapter has its name alone, which may be long.
    if chapter.title != chapter.label {
      if chapter.label.count >= 6 { line.append("  ") }
      line.append(displayableText(chapter.title, glyphs: glyphs))
    }
    if let problem = chapter.problem {
      line.append("  \(displayableText(problem, glyphs: glyphs))", Style(.wrong))
    }
    return line
  }
}
