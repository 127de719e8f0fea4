// SPDX-License-Identifier: MIT
import Foundation
import LessonFormat
import Testing

@Suite struct CoverageTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `every fact of the curriculum leads to a section that is there`() throws {
    let folder = Self.root.appending(path: "Documentation")
    let table = try String(
      contentsOf: folder.appending(path: "Curriculum.md"), encoding: .utf8)
    let links = table.matches(of: /\]\(([^)#]+)#([^)]+)\)/)
    #expect(links.count > 80)
    var anchors: [String: Set<String>] = [:]
    for link in links {
      let file = folder.appending(path: String(link.1)).standardized.path
      if anchors[file] == nil {
        let lesson = Lesson(parsing: try LessonFile.read(file), file: file)
        anchors[file] = Set(lesson.headings.map(\.anchor))
      }
      #expect(anchors[file]?.contains(String(link.2)) == true, "\(link.1)#\(link.2)")
    }
  }
}
