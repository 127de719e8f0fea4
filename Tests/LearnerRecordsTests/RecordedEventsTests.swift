// SPDX-License-Identifier: MIT
import LearnerRecords
import Testing

@Suite struct RecordedEventsTests {
  let scratch: Scratch
  let record: LearnerRecord

  init() throws {
    scratch = try Scratch()
    record = try LearnerRecord.open(path: scratch.path())
  }

  @Test func `A new record saves, says nothing and belongs to its owner alone`() throws {
    #expect(record.availability == .saving)
    #expect(record.note == nil)
    #expect(try scratch.permissions(scratch.path()) == 0o600)
    #expect(try scratch.names() == ["record.sqlite"])
    #expect(try record.lastLesson() == nil)
  }

  @Test func `Missing folders are made for their owner alone`() throws {
    let nested = try LearnerRecord.open(path: scratch.path("state/nntutor/record.sqlite"))
    #expect(nested.availability == .saving)
    #expect(try scratch.permissions(scratch.path("state/nntutor")) == 0o700)
  }

  @Test func `A run comes back as it was, numbered from one`() throws {
    let stored = try record.append(run("overfit"))
    #expect(stored.runNumber == 1)
    #expect(stored.isSaved)
    var expected = runEntry("overfit")
    expected.number = 1
    #expect(try LearnerRecord.open(path: scratch.path()).run(1) == expected)
  }

  @Test func `A run of several variants comes back whole`() throws {
    var entry = runEntry("widths")
    (entry.kind, entry.figures, entry.isSweep) = ("train", ["loss", "neurons"], true)
    entry.variants = [
      RunVariant(name: "hidden [2]", overrides: [], measures: [Measure("gap", 0.1 + 0.2)]),
      RunVariant(
        name: "", overrides: [NamedText("hidden", "[4]"), NamedText("noise", "a=b")],
        measures: [Measure("gap", .infinity)], deviations: [Measure("gap", 1e-300)]),
    ]
    try record.append(.run(entry))
    entry.number = 1
    #expect(try LearnerRecord.open(path: scratch.path()).run(1) == entry)
  }

  @Test func `Odd names and values of hyperparameters come back without line ends`() throws {
    var entry = runEntry("overfit")
    entry.hyperparameters = [
      NamedText("empty", ""), NamedText("sum", "a=b=c"), NamedText("lines", "a\nb\r\nc"),
      NamedText("é", "σ 🧠"),
    ]
    try record.append(.run(entry))
    #expect(
      try record.run(1)?.hyperparameters == [
        NamedText("empty", ""), NamedText("sum", "a=b=c"), NamedText("lines", "a b c"),
        NamedText("é", "σ 🧠"),
      ])
  }

  @Test func `A figure that is not a number comes back as not a number`() throws {
    var entry = runEntry("explode")
    entry.measures = [
      Measure("training_loss", .nan), Measure("gap", .infinity), Measure("tenth", 0.1 + 0.2),
    ]
    try record.append(.run(entry))
    let measures = try #require(try record.run(1)).measures
    #expect(measures[0].value.isNaN)
    #expect(measures[1].value == .infinity)
    #expect(measures[2].value == 0.1 + 0.2)
  }

  @Test func `The latest runs come first, no more than asked for`() throws {
    for hidden in ["2", "4", "20"] { try record.append(run("overfit", hidden: hidden)) }
    #expect(try record.runs(limit: 2).map(\.number) == [3, 2])
    #expect(try record.runs(limit: -1).isEmpty)
    #expect(try record.run(4) == nil)
  }

  @Test func `A reset run's number is never given again`() throws {
    try record.append(run("overfit"))
    try record.append(run("overfit"))
    try record.reset(lesson: nil)
    #expect(try record.runs(limit: 10).isEmpty)
    let reopened = try LearnerRecord.open(path: scratch.path())
    #expect(try reopened.append(run("overfit")).runNumber == 3)
  }

  @Test func `Places, marks and the last lesson survive reopening`() throws {
    try record.append(.lessonOpened(lesson: "bias"))
    try record.append(.place(lesson: "overfitting", anchor: "early-stopping", offset: 7))
    try record.append(.place(lesson: "overfitting", anchor: "early-stopping", offset: 9))
    try record.append(.mark(name: "é", lesson: "bias", anchor: "top", offset: 0))
    try record.append(.mark(name: "a", lesson: "bias", anchor: "top", offset: 1))
    try record.append(.mark(name: "a", lesson: "bias", anchor: "end", offset: 2))
    let reopened = try LearnerRecord.open(path: scratch.path())
    #expect(try reopened.lastLesson() == "overfitting")
    #expect(
      try reopened.place(in: "overfitting")
        == ReadingPlace(lesson: "overfitting", anchor: "early-stopping", offset: 9))
    #expect(try reopened.place(in: "bias") == nil)
    #expect(try reopened.marks()["é"]?.anchor == "top")
    #expect(try reopened.marks()["a"]?.anchor == "end")
  }

  @Test func `Bookmarks, settings and typed lines survive reopening`() throws {
    let top = ReadingPlace(lesson: "bias", anchor: "top", offset: 0)
    let end = ReadingPlace(lesson: "bias", anchor: "end", offset: 2)
    try record.append(.bookmark(Bookmark(name: "why", place: top)))
    try record.append(.bookmark(Bookmark(name: "how", place: end)))
    try record.append(.bookmark(Bookmark(name: "why", place: end)))
    try record.append(.bookmark(Bookmark(name: "gone", place: top)))
    try record.append(.bookmarkRemoved(name: "gone"))
    try record.append(.setting(name: "theme", value: "dark"))
    try record.append(.setting(name: "theme", value: "light"))
    for line in ["run overfit", "goto 8.1"] {
      try record.append(.typed(line: line, kind: .command))
    }
    try record.append(.typed(line: "sigmoid", kind: .search))
    let reopened = try LearnerRecord.open(path: scratch.path())
    #expect(
      try reopened.bookmarks()
        == [Bookmark(name: "why", place: end), Bookmark(name: "how", place: end)])
    #expect(try reopened.setting("theme") == "light")
    #expect(try reopened.setting("other") == nil)
    #expect(try reopened.typedLines(.command) == ["run overfit", "goto 8.1"])
    #expect(try reopened.typedLines(.search) == ["sigmoid"])
    let keeper = try reopened.reset(lesson: nil)
    #expect(try LearnerRecord.open(path: keeper).bookmarks().count == 2, "a copy is kept")
    #expect(try reopened.bookmarks().isEmpty)
    #expect(try reopened.setting("theme") == "light", "a setting belongs to no lesson")
  }

  @Test func `Only the latest typed lines are kept`() throws {
    for number in 1...520 { try record.append(.typed(line: "\(number)", kind: .command)) }
    let lines = try record.typedLines(.command)
    #expect(lines.first == "21" && lines.last == "520" && lines.count == 500)
  }

  @Test func `Going back to a lesson makes it the last one and keeps it finished`() throws {
    try record.append(.lessonFinished(lesson: "bias"))
    try record.append(.lessonOpened(lesson: "overfitting"))
    try record.append(.lessonOpened(lesson: "bias"))
    #expect(try record.progress().map(\.lesson) == ["bias", "overfitting"])
    #expect(try record.progress().map(\.isFinished) == [true, false])
  }

  @Test func `The score counts the latest answer to each question`() throws {
    try record.append(answer("one", "b", false))
    try record.append(answer("two", "0.3", true))
    try record.append(answer("one", "a", true, attempt: 2))
    try record.append(answer("two", "9", false, attempt: 2))
    #expect(try record.answers().map(\.given) == ["b", "0.3", "a", "9"])
    #expect(try record.latestAnswers(lesson: "overfitting").map(\.given) == ["a", "9"])
    let scores = try record.scores()
    #expect(scores.map(\.correct) == [1])
    #expect(scores.map(\.answered) == [2])
    #expect(try record.answers(lesson: "bias").isEmpty)
  }

  @Test func `Predictions, hints and challenges come back`() throws {
    let guess = PredictionEntry(lesson: "overfitting", block: "guess", chosen: "a")
    try record.append(.prediction(guess))
    try record.append(
      .prediction(
        PredictionEntry(lesson: "overfitting", block: "guess", chosen: "a", wasRight: false)))
    try record.append(.hint(lesson: "overfitting", block: "goal", level: 2))
    try record.append(.hint(lesson: "overfitting", block: "goal", level: 1))
    let attempt = ChallengeEntry(
      lesson: "overfitting", challenge: "goal", passed: true, score: 0.93,
      hyperparameters: [NamedText("hidden", "2"), NamedText("epochs", "60")])
    try record.append(.challenge(attempt))
    #expect(try record.predictions().map(\.wasRight) == [false])
    #expect(try record.hints(lesson: "overfitting").map(\.level) == [2])
    #expect(try record.challenges() == [attempt])
  }

  @Test func `Resetting a lesson leaves the others alone`() throws {
    for lesson in ["overfitting", "bias"] {
      try record.append(.place(lesson: lesson, anchor: "top", offset: 1))
      try record.append(run("overfit", lesson: lesson))
    }
    try record.append(answer("one", "a", true))
    try record.reset(lesson: "overfitting")
    #expect(try record.runs(limit: 9).map(\.lesson) == ["bias"])
    #expect(try record.place(in: "overfitting") == nil)
    #expect(try record.place(in: "bias")?.offset == 1)
    #expect(try record.answers().isEmpty)
  }

  @Test func `Text of any kind comes back as it was`() throws {
    for given in ["", "'; DROP TABLE answer; --", "σ(z) ≤ 1 🧠", "a\nb\u{1B}[31m"] {
      try record.append(answer(given, given, true))
    }
    #expect(
      try LearnerRecord.open(path: scratch.path()).answers().map(\.given)
        == ["", "'; DROP TABLE answer; --", "σ(z) ≤ 1 🧠", "a\nb\u{1B}[31m"])
  }
}
