// SPDX-License-Identifier: MIT
import LessonFormat
import Testing

@Suite struct DocumentationTests {
  /// The examples of the documentation: what stands between four backticks.
  private static func examples() throws -> [String] {
    let parts = try text().split(separator: "````", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset % 2 == 1 }.map { index, part in
      let body = part.drop { $0 != "\n" }.dropFirst()
      return body.hasPrefix("---") ? String(body) : front + body
    }
  }

  private static func text() throws -> String {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    let path = root.joined(separator: "/") + "/Documentation/LessonFormat.md"
    return String(decoding: try LessonFile.read(path), as: UTF8.self)
  }

  private static let front =
    "---\ntitle: T\nid: t\nobjectives: [read]\nformat_version: 1\n---\n"

  @Test func `every example of the documentation is a sound lesson`() throws {
    let examples = try Self.examples()
    #expect(examples.count == 7)
    for example in examples {
      let lesson = Lesson(parsing: example, file: "example.md")
      #expect(lesson.findings == [])
      #expect(lesson.blocks.contains { $0.live != nil })
    }
  }

  @Test func `the documentation names every function of formulas and every rule`() throws {
    let text = try Self.text()
    let words = text.split { !$0.isLetter && !$0.isNumber }
    for (name, _) in Formula.names { #expect(words.contains(Substring(name))) }
    for (name, asks) in LessonFinding.rules {
      #expect(text.replacing("`", with: "").contains("| \(name) | \(asks) |"))
    }
  }
}
