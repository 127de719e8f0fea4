// SPDX-License-Identifier: MIT
import Foundation
import LessonFormat
import TerminalText
import Testing

@testable import Typesetting

/// The examples of the CommonMark Spec 0.31.2 (John MacFarlane, CC-BY-SA 4.0), made into facts by
/// `Fixtures/commonmark.py` from the copy that markdown-it-py 4.3.0 ships.
@Suite struct CommonMarkTests {
  struct Example: Decodable {
    var number: Int
    var section: String
    var markdown: String
    var text: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      number = try values.decode(Int.self)
      section = try values.decode(String.self)
      markdown = try values.decode(String.self)
      text = try values.decode(String.self)
    }
  }

  static func examples() throws -> [Example] {
    let url = try #require(
      Bundle.module.url(forResource: "commonmark", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode([Example].self, from: Data(contentsOf: url))
  }

  @Test(arguments: [20, 40, 80, 200])
  func `the text of each of the 652 examples is there, in order`(_ width: Int) throws {
    let examples = try Self.examples()
    #expect(examples.count == 652)
    for glyphs in [GlyphSet.braille, .ascii] {
      var failures: [Int] = []
      for example in examples {
        // A blank line first, since three hyphens on the first line begin front matter.
        let lesson = Lesson(parsing: "\n" + example.markdown, file: "a.md")
        let lines = Typesetter(width: width, glyphs: glyphs).lines(lesson.blocks)
        #expect(lines.allSatisfy { $0.width <= width }, "example \(example.number)")
        let drawn = letters(lines.map(\.text).joined(separator: " "))
        let expected = letters(glyphs == .ascii ? asciiForm(of: example.text) : example.text)
        if !isSubsequence(expected, of: drawn) { failures.append(example.number) }
      }
      #expect(failures == [])
    }
  }

  private func letters(_ text: String) -> [Character] {
    text.filter { $0.isLetter || $0.isNumber }.map { $0 }
  }

  private func isSubsequence(_ wanted: [Character], of drawn: [Character]) -> Bool {
    var rest = wanted[...]
    for character in drawn where character == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}
