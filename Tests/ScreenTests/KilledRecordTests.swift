// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Whatever the program said was kept is there after `kill -9` at any moment.
@Suite struct KilledRecordTests {
  /// A few rounds in every test run; a thousand in `make soak`.
  private static let rounds = Soak.rounds(4, 1000)

  @Test func `No run that was acknowledged is lost by a kill`() throws {
    let course = try CourseInTerminal(arguments: ["list"], awaiting: nil)
    #expect(try course.terminal.ending() == .status(0))
    var chance = UInt32(42)
    var acknowledged = 0
    for _ in 0..<Self.rounds {
      chance = chance &* 1_664_525 &+ 1_013_904_223
      let notebook = try course.start(["open", "--plain"], awaiting: "linear notebook")
      notebook.send(String(repeating: "run quick\n", count: 12))
      for _ in 0...(chance >> 8) % 8 {
        try notebook.expect("This was run ")
        try notebook.expect(".")
      }
      kill(notebook.process, SIGKILL)
      #expect(try notebook.ending() == .signal(SIGKILL))
      let said = notebook.text.components(separatedBy: "This was run ").dropFirst()
      let numbers = said.filter { $0.contains(".") }.compactMap { Int($0.prefix { $0.isNumber }) }
      // The number of a run that was not said may have been kept; it is not given twice either.
      #expect(try #require(numbers.first) > acknowledged)
      acknowledged = try #require(numbers.last)
      let history = try course.start(["history", "--color", "never"])
      #expect(try history.ending() == .status(0))
      let kept = history.text.split(whereSeparator: \.isNewline).compactMap { line in
        line.split(separator: " ").first.flatMap { Int($0) }
      }
      #expect(Set(numbers).isSubset(of: kept), "\(numbers) of \(history.text)")
    }
  }
  @Test func `No answer and no bookmark that was acknowledged is lost by a kill`() throws {
    let course = try CourseInTerminal(arguments: ["list"], awaiting: nil)
    #expect(try course.terminal.ending() == .status(0))
    var chance = UInt32(7)
    var (answered, named): (Int, Set<String>) = (0, [])
    for round in 0..<Self.rounds {
      chance = chance &* 1_664_525 &+ 1_013_904_223
      let notebook = try course.start(["open", "--plain"], awaiting: "linear notebook")
      for number in 0..<8 {
        notebook.send("bookmark place\(round % 4)-\(number)\nquiz --again\nanswer a\n")
      }
      for _ in 0...(chance >> 8) % 6 { try notebook.expect("Score: ") }
      kill(notebook.process, SIGKILL)
      #expect(try notebook.ending() == .signal(SIGKILL))
      answered += notebook.text.components(separatedBy: "Score: ").count - 1
      named.formUnion(
        notebook.text.components(separatedBy: "Bookmarked as ").dropFirst().compactMap {
          $0.contains(". goto") ? String($0.prefix { $0 != "." }) : nil
        })
      let exported = try course.start(["export", "--to", "json"])
      #expect(try exported.ending() == .status(0))
      let attempts = exported.text.components(separatedBy: "\"attempts\": ").last.flatMap {
        Int($0.prefix { $0.isNumber })
      }
      // An answer that was kept may not have been told any more.
      #expect(try #require(attempts) >= answered, "\(exported.text)")
      answered = try #require(attempts)
      let listing = try course.start(["open", "--plain"], awaiting: "linear notebook")
      listing.send("bookmarks\nquit\n")
      #expect(try listing.ending() == .status(0))
      #expect(!named.isEmpty && named.allSatisfy(listing.text.contains), "\(listing.text)")
    }
  }
}
