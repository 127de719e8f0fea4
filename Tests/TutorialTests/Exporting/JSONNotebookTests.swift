// SPDX-License-Identifier: MIT
import Foundation
import LearnerRecords
import Testing

@testable import Tutorial

/// The lab notebook as data, read by another parser.
struct JSONNotebookTests {
  private typealias Object = [String: Any]

  @Test func `Another parser finds runs, curves and answers`() throws {
    let text = ExportFormat.json.text(of: try SampleNotebook.notebook())
    let data = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? Object)
    let chapter = try #require((data["chapters"] as? [Object])?.first)
    let runs = try #require(chapter["runs"] as? [Object])
    #expect(runs.count == 2)
    #expect(runs[1]["changes"] as? [String: String] == ["noise": "0.3", "hidden": "[4]"])
    #expect(runs[1]["date"] as? String == "2001-09-09T01:46:40Z")
    let figure = try #require((runs[1]["figures"] as? [Object])?.first)
    let series = try #require(figure["series"] as? [Object])
    let curve = try #require(series.last?["y"] as? [Double])
    let measures = try #require(runs[1]["measures"] as? [String: Double])
    #expect(curve.count == 20)
    #expect(curve.last == measures["validation_loss"])
    let quiz = try #require((chapter["quizzes"] as? [Object])?.first)
    #expect(quiz["answered"] as? Int == 1)
    let question = try #require((quiz["questions"] as? [Object])?.first)
    #expect(question["answer"] as? String == "b")
    #expect(question["correct"] as? Bool == false)
  }

  @Test(arguments: [
    "", "plain", "\"quoted\" \\ back", "line\nend\ttab\r", "\u{0}\u{1}\u{7F}", "naïve 😀 \u{2028}",
  ])
  func `Any text reads back`(text: String) throws {
    let source = JSONValue.object([(text, .list([.text(text), .null, .truth(true)]))]).source
    let read = try JSONSerialization.jsonObject(with: Data(source.utf8)) as? [String: [Any]]
    #expect(read?[text]?.first as? String == text)
  }

  @Test(arguments: [0, -0.1, 1e-300, 1.7976931348623157e308, 0.1 + 0.2, 2.2250738585072014e-308])
  func `A number reads back to the bit`(number: Double) throws {
    let source = JSONValue.list([.number(number)]).source
    let read = try JSONDecoder().decode([Double].self, from: Data(source.utf8))
    #expect(read == [number])
  }

  @Test func `A number that is not finite is null`() {
    #expect(JSONValue.list([.number(.nan), .number(-.infinity)]).source == "[null, null]")
  }

  @Test func `Dates agree with another calendar`() {
    let calendar = ISO8601DateFormatter()
    for seconds in stride(from: -3e9, through: 9e9, by: 12_345_678.9) {
      let expected = calendar.string(from: Date(timeIntervalSince1970: seconds.rounded(.down)))
      #expect(CalendarDate(secondsSince1970: seconds).iso8601 == expected)
    }
    #expect(CalendarDate(secondsSince1970: .nan).iso8601 == "1970-01-01T00:00:00Z")
  }
}
