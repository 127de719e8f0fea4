// SPDX-License-Identifier: MIT
import TerminalText

/// The parts and chapters with the learner's progress.
public enum ContentsPage {
  /// Lines, and the chapter that each stands for.
  public typealias Rows = [(line: Line, chapter: Int?)]

  /// The contents as rows.
  public static func rows(of course: Course, glyphs: GlyphSet, width: Int) -> Rows {
    var rows: Rows = []
    var part: Int?
    for (index, chapter) in course.chapters.enumerated() {
      if chapter.partNumber != part {
        if part != nil { rows.append((Line(), nil)) }
        part = chapter.partNumber
        rows.append((partLine(chapter, glyphs).clipped(to: width, glyphs: glyphs), nil))
      }
      rows.append((line(of: chapter, glyphs).clipped(to: width, glyphs: glyphs), index))
    }
    return rows
  }

  /// The chapter of a row.
  static func chapter(atRow row: Int, of rows: Rows) -> Int? {
    rows.indices.contains(row) ? rows[row].chapter : nil
  }

  private static func partLine(_ chapter: Course.Chapter, _ glyphs: GlyphSet) -> Line {
    let words = chapter.part.split(separator: "-").joined(separator: " ")
    let name = words.prefix(1).uppercased() + words.dropFirst()
    return Line(
      "Part \(chapter.partNumber)  \(displayableText(name, glyphs: glyphs))",
      Style(.heading(2), emphasis: .bold))
  }

  private static func line(of chapter: Course.Chapter, _ glyphs: GlyphSet) -> Line {
    let mark =
      switch chapter.progress {
      case .unread: " "
      case .begun: glyphs == .ascii ? "o" : "◐"
      case .finished: glyphs == .ascii ? "x" : "●"
      }
    var line = Line("  \(mark) ", Style(.correct))
    line.append(Line(chapter.label, Style(.label)).padded(to: 6))
    line.append(displayableText(chapter.title, glyphs: glyphs))
    if let problem = chapter.problem {
      line.append("  \(displayableText(problem, glyphs: glyphs))", Style(.wrong))
    }
    return line
  }
}
