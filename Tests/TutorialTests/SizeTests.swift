// SPDX-License-Identifier: MIT
import TerminalText
import Testing

@testable import Tutorial

@Suite struct SizeTests {
  /// Learners in every state that has a picture of its own.
  static let states: [(name: String, keys: String)] = [
    ("reading", ""), ("focused", "<Tab>"), ("predicting", "<Tab><Enter>"),
    ("run", "<Tab><Tab><Enter>"), ("editing", "<Tab><Tab><Enter>e"),
    ("typing a value", "<Tab><Tab>e0.3"), ("numbers", "<Tab><Tab><Enter>T"),
    ("pinned", "<Tab><Tab><Enter>ce<Right><Enter><Esc>"), ("challenge", "4<Tab>G<BackTab><Enter>h"),
    ("quiz", ":quiz<Enter>"), ("answered", ":quiz<Enter><Enter>"),
    ("guide", "<Tab><BackTab><Enter>"), ("contents", "t"), ("help", "?"), ("typing", ":run sm"),
    ("bookmarks", ":bookmark<Enter>B"), ("offers", ":run <Tab><Tab>"), ("refused", ":rnu<Enter>"),
    ("search in help", "?/quit<Enter>"), ("history", "<Tab><Tab><Enter>:history<Enter>"),
    ("search", "/run<Enter>"), ("quit", "<^C>"),
  ]

  @Test(arguments: states)
  func `the screen is never larger than it is`(state: (name: String, keys: String)) {
    var learner = Learner(size: Size(columns: 80, rows: 24), chapter: 1)
    learner.press(state.keys)
    var dice = Dice(state: 7)
    let sizes =
      [(1, 1), (1, 40), (2, 2), (19, 5), (20, 4), (20, 5), (21, 6), (40, 12), (80, 24), (120, 40)]
      + (0..<12).map { _ in
        (Int.random(in: 1...120, using: &dice), Int.random(in: 1...40, using: &dice))
      }
    for (columns, rows) in sizes {
      learner.resize(columns, rows)
      let screen = learner.session.view()
      #expect(screen.lines.count == rows)
      #expect(screen.lines.allSatisfy { $0.width <= columns }, "\(columns)x\(rows)")
    }
  }

  @Test func `a screen too small says what it needs, and comes back as it was`() {
    var learner = Learner(size: Size(columns: 60, rows: 16))
    learner.press("20j")
    let before = learner.screen
    learner.resize(19, 16)
    #expect(
      learner.screen.split(separator: "\n").joined(separator: " ")
        == "nntutor needs 20 columns and 5 rows")
    learner.resize(60, 4)
    #expect(learner.row(0) == "nntutor needs 20 columns and 5 rows")
    learner.resize(60, 16)
    #expect(learner.screen == before)
  }

  /// What stands at the top keeps standing there, at whatever size it was read in between; only a
  /// blank line gives way to the block that follows it.
  @Test(arguments: 0..<30)
  func `the place is kept through sizes`(seed: UInt64) {
    var dice = Dice(state: seed)
    var learner = Learner()
    let lines = learner.session.page.lineCount
    learner.press("\(Int.random(in: 1...(lines - 16), using: &dice))j")
    let block = learner.session.page.block(at: learner.session.pager.top)
    while learner.row(0).isEmpty { learner.press("j") }
    let top = learner.session.pager.top
    for _ in 0..<5 {
      learner.resize(Int.random(in: 20...120, using: &dice), 16)
      #expect(learner.session.page.block(at: learner.session.pager.top) == block)
    }
    learner.resize(60, 16)
    #expect(learner.session.pager.top == top)
  }

  @Test func `every line leads back to itself`() {
    for chapter in 0..<3 {
      let session = Learner(chapter: chapter).session
      for line in 0..<session.page.lineCount where !session.page.lines[line].spans.isEmpty {
        #expect(session.place(ofLine: line).map(session.line(of:)) == line)
      }
    }
  }
}
