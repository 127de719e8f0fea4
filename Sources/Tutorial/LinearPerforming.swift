// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import TerminalText
import Typesetting

extension LinearNotebook {
  /// Does what a command asks for.
  mutating func perform(_ command: Command) throws(CommandError) -> [Effect] {
    switch command {
    case .next: return turn(by: 1)
    case .previous: return turn(by: -1)
    case .goto(let name): return try go(to: name)
    case .find(let text): return find(text)
    case .print(let name?): return try printWhole(name)
    case .print(nil): return section < 0 ? turn(by: 1) : read(section)
    case .formulas: return formulas()
    case .list:
      return [.say(ContentsPage.lines(of: course, glyphs: .ascii, width: width))]
    case .bookmark(let name): return try bookmark(name)
    case .bookmarks: return listBookmarks()
    case .unbookmark(let name):
      let removed = try memories.removeBookmark(named: name)
      return [
        .say(wrapped("The bookmark \(removed.name) is gone.")),
        .record(.bookmarkRemoved(name: removed.name), nil),
      ]
    case .help(let name): return [.say(try HelpPage.commands(name, width: width))]
    case .open(let path): return try open(path)
    case .check(let words):
      return [.perform(.check(try course.filesToCheck(words, orElse: workbook?.lesson.file)))]
    case .export(let lesson, let format, let file, let replaces):
      return [
        .perform(try course.export(lesson: lesson, format, file: file, replaces: replaces))
      ]
    case .run(.some(let name), _, _) where workbook?.cells[name] == nil,
      .sweep(let name, _, _) where workbook?.cells[name] == nil:
      return [.findChapter(of: .experiment(name), for: command)]
    case .run(let name, let settings, let seeds): return try run(name, settings, seeds)
    case .set(let settings):
      let id = try change(nil, settings)
      return [
        .say(
          wrapped("\(id): \(workbook?.cells[id].map(self.settings) ?? ""). Type run to train it."))
      ]
    case .sweep(let name, let settings, let seeds): return try sweep(name, settings, seeds)
    case .defaults(let name):
      let id = try experiment(name)
      if let given = workbook?.cells[id]?.experiment.hyperparameters {
        workbook?.cells[id]?.edit(given)
      }
      return [.say(wrapped("\(id) is as the lesson has it."))]
    case .undo: return try undo(isRedo: false)
    case .redo: return try undo(isRedo: true)
    case .table(let figure): return try table(figure)
    case .plot(let words): return try plot(words)
    case .epoch(let epoch): return try tell(epoch)
    case .pin, .clear: return try pin(isKept: command == .pin)
    case .history, .show, .compare: return [.readRuns(for: command)]
    case .save(let file, let replaces):
      return [.perform(.save(try output(), file: file, replaces: replaces))]
    case .quiz(let lesson, let again): return try ask(ofLesson: lesson, again: again)
    case .review: return review()
    case .answer(let text): return try answer(text)
    case .predict(let name, let option): return try predict(name, option)
    case .guide(let onLastRun): return try beginGuide(onLastRun: onLastRun)
    case .hint: return hint()
    case .reset(let lesson):
      return [
        .reset(
          lesson: try lesson.map { name throws(CommandError) in
            try course.lessonToReset(name)
          })
      ]
    case .backup(let file): return [.backup(file)]
    case .restore(let file): return [.restore(file)]
    case .theme(let theme): return choose(theme)
    case .glyphs: throw CommandError("the linear notebook writes ASCII alone")
    case .reload: return reload()
    case .quit: return [.quit]
    }
  }

  func experiment(_ name: String?) throws(CommandError) -> String {
    guard let workbook else { throw CommandError("no chapter is open; goto 8.1 opens one") }
    return try workbook.experiment(named: name ?? lastExperiment)
  }

  /// Sets hyperparameters; returns the experiment.
  private mutating func change(_ name: String?, _ settings: [Setting]) throws(CommandError)
    -> String
  {
    let id = try experiment(name)
    try workbook?.set(settings, in: id)
    lastExperiment = id
    return id
  }

  private mutating func run(
    _ name: String?, _ settings: [Setting], _ seeds: Int?
  ) throws(CommandError) -> [Effect] {
    try workbook?.challenges[try experiment(name)]?.check(seeds: seeds)
    let id = try change(name, settings)
    guard let cell = workbook?.cells[id] else { return [] }
    isChallengeLast = workbook?.challenges[id] != nil
    return try begin(cell.request(seeds: seeds))
  }

  private mutating func sweep(
    _ name: String, _ settings: [Setting], _ seeds: Int?
  ) throws(CommandError) -> [Effect] {
    let id = try experiment(name)
    guard let request = try workbook?.sweep(id, over: settings, seeds: seeds) else { return [] }
    return try begin(request)
  }

  private mutating func begin(_ request: ExperimentRequest) throws(CommandError) -> [Effect] {
    if let refusal = request.refusal { throw CommandError(refusal) }
    lastSerial += 1
    lastExperiment = request.experiment
    let ticket = RunTicket(serial: lastSerial, experiment: request.experiment, purpose: .keep)
    return [.run(ticket, request, isImmediate: true)]
  }

  /// Tells what a command asks of earlier runs, once they are known.
  mutating func tell(_ command: Command, of runs: [RunEntry]) throws(CommandError) -> [Effect] {
    switch command {
    case .compare(let first, let second):
      let lines = try HistoryPage.comparison(
        first, second, in: runs, width: width, glyphs: .ascii)
      return [.say(lines)] + drawAgain([first, second], of: runs)
    case .show(let number):
      let lines = try HistoryPage.details(number, in: runs, width: width, glyphs: .ascii)
      return [.say(lines)] + drawAgain([number], of: runs)
    case .guide:
      lastRun = try DiagnosedRun(lastOf: runs) { workbook?.cells[$0]?.experiment }
      return try beginGuide(onLastRun: true)
    default: return [.say(HistoryPage.lines(runs, width: width, glyphs: .ascii))]
    }
  }

  /// Computes earlier runs again, to tell their charts in words.
  private mutating func drawAgain(_ numbers: [Int], of runs: [RunEntry]) -> [Effect] {
    let request = RunEntry.request(of: numbers, in: runs) {
      workbook?.cells[$0]?.experiment
    }
    guard let request, request.refusal == nil else { return [] }
    lastSerial += 1
    let ticket = RunTicket(serial: lastSerial, experiment: request.experiment, purpose: .show)
    return [.run(ticket, request, isImmediate: true)]
  }

  /// A run has ended: its figures in words, its numbers as text.
  mutating func finish(_ ticket: RunTicket, _ report: ExperimentReport?) -> [Effect] {
    if ticket.purpose == .judge { return judged(ticket, report) }
    guard let report else { return complain("cancelled; nothing was kept") }
    if ticket.purpose == .follow {
      let number = workbook?.cells[ticket.experiment]?.output?.number
      workbook?.cells[ticket.experiment]?.output = .init(number: number, report: report)
      return tellFigures(ticket.experiment, report)
    }
    if ticket.purpose == .look {
      workbook?.cells[ticket.experiment]?.look = report
      return tellFigures(ticket.experiment, report)
    }
    if ticket.purpose == .show {
      return [.say(RunText(report, glyphs: .ascii, width: width).summaries)]
    }
    guard let cell = workbook?.cells[ticket.experiment], let lesson = workbook?.lesson.id else {
      return []
    }
    workbook?.cells[ticket.experiment]?.output = .init(number: nil, report: report)
    workbook?.cells[ticket.experiment]?.view.cursor = nil
    workbook?.cells[ticket.experiment]?.look = nil
    let entry = RunEntry(report, cell: cell, lesson: lesson, date: now)
    let text = RunText(report, glyphs: .ascii, width: width)
    lastRun = DiagnosedRun(report)
    let changes = entry.overrides.map { "\($0.name.readable) \($0.value)" }
      .joined(separator: ", ")
    let subject = "\(ticket.experiment)\(changes.isEmpty ? "" : " with \(changes)")."
    return [
      .say(wrapped(subject) + text.spokenLines + comparison(cell, report)),
      .record(.run(entry), ticket),
    ]
      + settlePredictions(of: ticket.experiment, by: report)
      + (workbook?.awaitsOwnRun(of: ticket.experiment) == true
        ? [
          .say(
            wrapped(
              "Your prediction waits for the run as the lesson has it: type defaults, then run."))
        ] : [])
      + judgeChallenge(ticket.experiment, cell)
  }

  /// The record gave a run its number.
  mutating func numberRun(_ ticket: RunTicket, _ number: Int) -> [Effect] {
    lastRun?.number = number
    workbook?.cells[ticket.experiment]?.output?.number = number
    return [.say([Line("This was run \(number).")])]
  }

  private mutating func undo(isRedo: Bool) throws(CommandError) -> [Effect] {
    let id = try experiment(nil)
    let isDone = isRedo ? workbook?.cells[id]?.redo() : workbook?.cells[id]?.undo()
    guard isDone == true, let cell = workbook?.cells[id] else {
      throw CommandError(
        isRedo ? "there is no change to make again" : "there is no change to take back")
    }
    return [.say(wrapped("\(id): \(settings(of: cell))."))]
  }

  private func table(_ figure: String?) throws(CommandError) -> [Effect] {
    if let figures = openPicture {
      let limit = figure == "all" ? Int.max : Self.spokenRows
      return [
        .say(figures.flatMap { $0.numbers(atMost: limit, width: width, glyphs: .ascii) })
      ]
    }
    let id = try experiment(nil)
    guard let output = workbook?.cells[id]?.output else {
      throw CommandError("\(id) was not run yet; type run \(id)")
    }
    let cell = workbook?.cells[id]
    // Pictures of one moment are those of the epoch that was asked for.
    let look = cell?.look.flatMap { look in
      look.request.epoch.map(Double.init) == cell?.view.cursor ? look : nil
    }
    let moments = Set(look?.request.figures ?? [])
    let isMoment = figure.map(moments.contains) ?? (figure != "all" && !moments.isEmpty)
    let shown = isMoment ? look ?? output.report : output.report
    let text = RunText(shown, glyphs: .ascii, width: width)
    if figure == "all" { return [.say(text.tables(of: nil))] }
    let head = isMoment ? wrapped("At epoch \(shown.request.epoch ?? 0):") : []
    let lines = text.tables(of: figure, atMost: Self.spokenRows)
    guard !lines.isEmpty else {
      let names = output.report.figures().map(\.id).joined(separator: ", ")
      throw CommandError("\(id) shows no figure \(figure ?? ""); it shows \(names)")
    }
    return [.say(head + lines)]
  }

  /// More rows of a table than anybody listens to are thinned out; `table all` tells them all.
  private static let spokenRows = 24

  private mutating func pin(isKept: Bool) throws(CommandError) -> [Effect] {
    let id = try experiment(nil)
    guard isKept else {
      workbook?.cells[id]?.pinned = []
      return [.say(wrapped("The pinned runs of \(id) are forgotten."))]
    }
    guard let output = workbook?.cells[id]?.output else {
      throw CommandError("\(id) was not run yet; type run \(id)")
    }
    guard output.report.request.variants.count == 1 else {
      throw CommandError("several variants are compared already; compare RUN RUN takes two runs")
    }
    workbook?.cells[id]?.pinned.append(output)
    return [.say(wrapped("Pinned. The next runs of \(id) are told against it; clear forgets it."))]
  }
}
