// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Testing

@testable import Tutorial

/// The line at the bottom: what is refused stays to be mended, arrows and Tab help to type.
@Suite struct TypingTests {
  @Test func `an error stands above the line, which stays to be mended`() {
    var learner = Learner(chapter: 1)
    learner.press(":rnu small<Enter>")
    #expect(learner.row(15) == ":rnu small")
    #expect(learner.row(14) == "there is no command rnu; did you mean run?; help lists them")
    learner.press("<Home><Right><Del><Del>un<Enter>")
    #expect(learner.runs.map(\.experiment) == ["small"])
    learner.press(":goto 9.9<Enter><Esc>j")
    #expect(!learner.screen.contains("9.9"))
  }

  @Test func `an error too long for a row takes several`() {
    var learner = Learner(size: Size(columns: 24, rows: 12), chapter: 1)
    learner.command("set noise=9")
    #expect(learner.status.contains("noise is 9; it must be within"))
    #expect(learner.row(11) == ":set noise=9")
    #expect(learner.session.linesAboveStatus.count > 1)
  }

  @Test func `a message too long for a row takes several`() {
    var learner = Learner(size: Size(columns: 24, rows: 12))
    learner.feed(.told("Nothing is saved: the disk is full and has been for a while"))
    #expect(learner.row(9) == "Nothing is saved: the")
    #expect(learner.row(11) == "been for a while")
    learner.press("j")
    #expect(!learner.screen.contains("disk"))
  }

  @Test(arguments: ["", "e", "t", "?", ":run", "/row", "m", "<^C>", ":quiz<Enter>"])
  func `the screen is drawn anew and the program suspended from everywhere`(way: String) {
    var learner = Learner(chapter: 1)
    learner.press("<Tab><Tab>\(way)")
    let screen = learner.screen
    learner.press("<^L>")
    #expect(learner.effects.contains { if case .redraw = $0 { true } else { false } })
    learner.press("<^Z>")
    #expect(learner.effects.contains { if case .suspend = $0 { true } else { false } })
    #expect(learner.screen == screen)
  }

  @Test func `the wheel scrolls behind what is chosen`() {
    var learner = Learner(chapter: 1)
    learner.press("<Tab><Tab>e")
    let top = learner.session.pager.top
    learner.press([.mouse(.scrollDown, column: 1, row: 1)])
    #expect(learner.session.pager.top == top + 3)
    #expect(learner.session.isEditing)
  }

  @Test func `arrows bring typed lines back, today and another day`() {
    var learner = Learner(chapter: 1)
    learner.command("run small")
    learner.command("run small")
    learner.command("set noise=0.2")
    learner.press("/row<Enter>")
    learner.press(":<Up><Up>")
    #expect(learner.row(15) == ":run small")
    var next = learner.returning(chapter: 1)
    next.press(":<Up>")
    #expect(next.row(15) == ":set noise=0.2")
    next.press("<Up><Up><Up><Down><Esc>/<Up>")
    #expect(next.row(15) == "/row")
    let typed = learner.kept.filter { $0.name == "typed" }
    #expect(
      typed == [
        .typed(line: "run small", kind: .command), .typed(line: "set noise=0.2", kind: .command),
        .typed(line: "row", kind: .search),
      ])
  }

  @Test func `Tab completes, then goes through what there is`() {
    var learner = Learner(chapter: 1)
    learner.press(":ru<Tab>")
    #expect(learner.row(15) == ":run")
    learner.press("<Tab>")
    #expect(learner.row(14).hasPrefix("small   long   longer"))
    #expect(learner.row(15) == ":run")
    learner.press("<Tab>")
    #expect(learner.row(15) == ":run small")
    learner.press("<Tab><Tab>")
    #expect(learner.row(15) == ":run longer")
    learner.press("<BackTab>")
    #expect(learner.row(15) == ":run long")
    #expect(learner.lit(.selection) == ["long "])
    learner.press("no<Tab>")
    #expect(learner.row(15) == ":run long noise=")
    #expect(learner.session.linesAboveStatus.isEmpty)
  }

  /// A line, and what Tab makes of it.
  static let completed: [(line: String, becomes: String)] = [
    ("hel", "help"), ("help hi", "help hi"), ("help his", "help history"), ("goto 1.", "goto 1."),
    ("goto clo", "goto closing"), ("set act", "set activation="),
    ("set activation=si", "set activation=sigmoid"), ("theme li", "theme light"),
    ("show ", "show 1"), ("table l", "table loss"), ("reset a", "reset all"),
    ("backup no", "backup notes/"), ("restore 'my", "restore 'my"),
    ("export --to ip", "export --to ipynb"), ("run small --s", "run small --seeds"),
    ("quiz --", "quiz --again"), ("zzz ", "zzz "), ("next ", "next "),
  ]

  @Test(arguments: completed)
  func `Tab knows what a command takes`(example: (line: String, becomes: String)) {
    var learner = Learner(size: Size(columns: 80, rows: 16), chapter: 1)
    learner.files = ["notes/", "lesson.md"]
    learner.command("run small")
    learner.press(":\(example.line)<Tab>")
    guard case .typing(let entry, _) = learner.session.mode else {
      Issue.record("nothing is typed")
      return
    }
    #expect(entry.editor.text.trimmingBlanks == example.becomes.trimmingBlanks)
  }

  @Test func `several files are offered by their own names`() {
    var learner = Learner()
    learner.files = ["notes/a.html", "notes/b.html"]
    learner.press(":backup notes/<Tab>")
    #expect(learner.row(14) == "a.html  b.html")
    learner.press("<Tab>")
    #expect(learner.row(15) == ":backup notes/a.html")
  }

  @Test func `an experiment of another chapter is gone to and run`() {
    var learner = Learner()
    learner.command("run small noise=0.2")
    #expect(learner.session.workbook?.lesson.id == "practice")
    #expect(learner.runs.map(\.experiment) == ["small"])
    #expect(learner.value("noise", of: "small") == "0.2")
    learner.command("run nothing")
    #expect(learner.status == "there is no experiment nothing in this course")
    var plain = PlainLearner()
    #expect(plain.type("run small").contains("This was run 1."))
  }

  @Test func `the questions of another chapter are asked there`() {
    var learner = Learner()
    learner.command("quiz 1.2")
    #expect(learner.session.workbook?.lesson.id == "practice")
    #expect(learner.screen.contains("Which is right?"))
    var plain = PlainLearner()
    #expect(plain.type("quiz 1.2").hasPrefix("This is 1.2 Practice.\nQuestion 1 of 4"))
  }

  @Test func `a course whose lesson is not there yet is no trap`() {
    var session = Learner(chapter: 1).session
    for key in keys("/row<Enter>G") { _ = session.update(.key(key)) }
    _ = session.update(.courseOpened(Course(chapters: [])))
    for key in keys("jkGg ]>t<Esc>B/x<Enter>nN=mx'x<Tab><Enter>e:run<Enter><Esc>?<Esc>R%") {
      _ = session.update(.key(key))
      #expect(session.view().lines.count == session.size.rows)
    }
    _ = session.update(.resized(Size(columns: 30, rows: 9)))
    #expect(session.view().lines.count == 9)
  }

  @Test func `a theme is used from now on`() {
    var learner = Learner(size: Size(columns: 80, rows: 16))
    learner.command("theme light")
    #expect(learner.status == "The theme is light from now on")
    #expect(learner.kept.contains(.setting(name: "theme", value: "light")))
    guard case .useTheme(.light)? = learner.effects.first(where: { $0.isTheme }) else {
      Issue.record("no other colours")
      return
    }
    learner.command("theme")
    #expect(
      learner.status == "The theme is light; themes are auto, dark, light, neutral and mono")
  }

  @Test func `an errand goes on beside reading, and tells how it went`() {
    var learner = Learner(size: Size(columns: 80, rows: 16))
    learner.command("export notes.html")
    #expect(learner.status == "Writing notes.html; ^C cancels")
    learner.press("j")
    #expect(learner.status.contains("Writing notes.html; ^C cancels"))
    learner.command("check")
    #expect(learner.status == "writing notes.html; ^C cancels")
    learner.press("<Esc><^C>")
    #expect(learner.effects.contains { if case .cancelErrand = $0 { true } else { false } })
    learner.feed(.errandEnded(.cancelled))
    #expect(learner.status == "Cancelled")
    learner.command("check 1.2")
    learner.feed(.errandEnded(.checked(CheckReport())))
    #expect(learner.row(0) == "no findings; 0 claims measured, 0 experiments run in 0.0 s")
    learner.press("<Esc>")
    learner.command("check 9.9")
    #expect(learner.status == "there is no chapter or section '9.9'")
  }
}

extension Effect {
  fileprivate var isTheme: Bool { if case .useTheme = self { true } else { false } }
}

extension Session {
  fileprivate var isEditing: Bool { if case .editing = mode { true } else { false } }
}
