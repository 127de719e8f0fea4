// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// The links of a chapter as a list, which is followed with Enter.
enum LinksPage {
  /// What is said where there is none.
  static let none = "This chapter has no links"

  /// A row a link: its words, and where it leads.
  static func rows(of workbook: Workbook, in course: Course, glyphs: GlyphSet, width: Int)
    -> [Catalogue.Row]
  {
    let links = workbook.lesson.blocks.flatMap(\.links)
    let texts = links.map { displayableText($0.text, glyphs: glyphs) }
    let column = min(width / 2, (texts.map(\.displayWidth).max() ?? 0) + 3)
    return zip(links, texts).enumerated().map { index, pair in
      var line = Line("  \(pair.1)", Style(.link))
        .clipped(to: column, glyphs: glyphs).padded(to: column)
      line.append(" ")
      line.append(
        displayableText(place(of: pair.0.target, in: course, workbook), glyphs: glyphs),
        Style(.faint))
      return .init(
        line: line.clipped(to: width, glyphs: glyphs), target: .link(pair.0.target, number: index))
    }
  }

  /// Where a link leads, as a learner knows it: `8.3 a tower that does not learn`; an address as it is.
  private static func place(of target: String, in course: Course, _ workbook: Workbook) -> String {
    if target.contains(":") { return target }
    let place = course.destination(of: target, in: workbook.chapter)
    let label = place.chapter.map { course.chapters[$0].label } ?? target
    let section = place.anchor?.split(separator: "-").joined(separator: " ") ?? ""
    return [label, section].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The number of the first link that stands on or below a line, as an index into the rows.
  static func first(from line: Int, on lines: [Range<Int>], of workbook: Workbook) -> Int {
    var count = 0
    for (block, range) in zip(workbook.lesson.blocks, lines) {
      if range.upperBound > line, !block.links.isEmpty { return count }
      count += block.links.count
    }
    return 0
  }
}
