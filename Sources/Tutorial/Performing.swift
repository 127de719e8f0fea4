// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Training

extension Session {
  /// Does what a command asks for.
  mutating func perform(_ command: Command) -> [Effect] {
    do throws(CommandError) {
      return try effects(of: command)
    } catch {
      message = error.message
      return []
    }
  }

  mutating func effects(of command: Command) throws(CommandError) -> [Effect] {
    switch command {
    case .next: return section(by: 1)
    case .previous: return section(by: -1)
    case .goto(let place): return try go(toNamed: place)
    case .find(let text):
      search.begin(text)
      findAgain()
      findNext(by: 1)
    case .list: open(.contents)
    case .bookmark(let name): return try bookmark(name)
    case .bookmarks: open(.bookmarks)
    case .unbookmark(let name): return try removeBookmark(name)
    case .print(let lesson):
      return try lesson.map { name throws(CommandError) in try go(toNamed: name) } ?? []
    case .formulas: showFormulas()
    case .help(let name):
      _ = try HelpPage.commands(name, width: size.columns)
      showNotice("Commands") { width, _ in (try? HelpPage.commands(name, width: width)) ?? [] }
    case .open(let path): return open(path)
    case .check(let words):
      return try begin(.check(course.filesToCheck(words, orElse: lessonFile)))
    case .export(let lesson, let format, let file, let replaces):
      return try begin(course.export(lesson: lesson, format, file: file, replaces: replaces))
    case .run(.some(let name), _, _) where isElsewhere(name),
      .sweep(let name, _, _) where isElsewhere(name):
      return [.findChapter(of: .experiment(name), for: command)]
    case .run(let name, let settings, let seeds):
      let id = try choose(name)
      try workbook?.challenges[id]?.check(seeds: seeds)
      try workbook?.set(settings, in: id)
      return workbook?.challenges[id] == nil ? run(id, seeds: seeds) : tryChallenge(id)
    case .set(let settings):
      let id = try choose(nil)
      try workbook?.set(settings, in: id)
      return runIfCheap(id)
    case .sweep(let name, let settings, let seeds): return try sweep(choose(name), settings, seeds)
    case .defaults(let name):
      let id = try choose(name)
      guard let given = workbook?.cells[id]?.experiment.hyperparameters else { return [] }
      return change(id, to: given)
    case .undo: return undo(try choose(focusedExperiment))
    case .redo: return redo(try choose(focusedExperiment))
    case .table(let figure): try showTables(of: figure)
    case .plot(let words): return try plot(words)
    case .epoch(let epoch): return try putCursor(on: epoch)
    case .save(let file, let replaces):
      return try begin(.save(try output(), file: file, replaces: replaces))
    case .pin: return performOnBlock(.pin)
    case .clear: return performOnBlock(.clearPins)
    case .quiz(let lesson, let again): return try openQuiz(ofLesson: lesson, again: again)
    case .review: return beginReview()
    case .answer(let text): return try answerTyped(text)
    case .predict(let name, let option): return try predict(name, option)
    case .guide(let onLastRun): return openFirstGuide(onLastRun: onLastRun)
    case .hint: return performOnBlock(.hint)
    case .history, .show, .compare: return [.readRuns(for: command)]
    case .reset(let lesson):
      return [
        .reset(
          lesson: try lesson.map { name throws(CommandError) in
            try course.lessonToReset(name)
          })
      ]
    case .backup(let file): return [.backup(file)]
    case .restore(let file): return [.restore(file)]
    case .theme(let theme):
      guard let theme else {
        message = "The theme is \(self.theme.rawValue); themes are \(Theme.names)"
        return []
      }
      self.theme = theme
      message = "The theme is \(theme.rawValue) from now on"
      return [
        .useTheme(theme), .record(.setting(name: Theme.settingName, value: theme.rawValue), nil),
      ]
    case .glyphs(let glyphs): try use(glyphs)
    case .reload: return reload()
    case .quit: return leave()
    }
    return []
  }

  /// Goes to a chapter by number, id or title, or to a section of this chapter by words of its title.
  private mutating func go(toNamed name: String) throws(CommandError) -> [Effect] {
    let wanted = name.lowercased()
    if let bookmark = memories.bookmark(named: name) { return go(to: bookmark.place) }
    if let workbook,
      let heading = workbook.headings.first(where: {
        $0.anchor == wanted || $0.title.lowercased().contains(wanted)
      }),
      (try? course.chapter(name)).map({
        course.chapters[$0].label != wanted && course.chapters[$0].id != wanted
      }) ?? true
    {
      return go(toChapter: workbook.chapter, at: .anchor(heading.anchor))
    }
    return go(toChapter: try course.chapter(name), at: .lastPlace)
  }

  /// The experiment meant, focused and brought into sight.
  mutating func choose(_ name: String?) throws(CommandError) -> String {
    guard let workbook else { throw CommandError("no chapter is open") }
    let id = try workbook.experiment(named: name ?? focusedExperiment)
    if let index = workbook.liveBlocks.firstIndex(where: { $0.id == id }) { _ = setFocus(index) }
    return id
  }

  private mutating func sweep(
    _ id: String, _ settings: [Setting], _ seeds: Int?
  ) throws(CommandError) -> [Effect] {
    guard let request = try workbook?.sweep(id, over: settings, seeds: seeds) else { return [] }
    workbook?.cells[id]?.resumedNumber = nil
    return begin(request, of: id, isKept: true)
  }

  private mutating func showTables(of figure: String?) throws(CommandError) {
    let id = try choose(focusedExperiment)
    guard let output = workbook?.cells[id]?.output else {
      throw CommandError("\(id) was not run yet; Enter runs it")
    }
    let report = output.report
    let figure = figure == "all" ? nil : figure
    let lines = RunText(report, glyphs: glyphs, width: size.columns).tables(of: figure)
    guard !lines.isEmpty else { throw CommandError("\(id) has no figure \(figure ?? "")") }
    showNotice("Numbers of \(id)") { RunText(report, glyphs: $1, width: $0).tables(of: figure) }
  }

  /// Whether a name is none of this chapter's experiments.
  private func isElsewhere(_ name: String) -> Bool { workbook?.cells[name] == nil }

  /// Opens the quiz named; without a name the one at hand, one that was left, or the first.
  mutating func openQuiz(named name: String?, again: Bool) throws(CommandError) -> [Effect] {
    let ids = (workbook?.liveBlocks ?? []).filter { $0.kind == "quiz" }.map(\.id)
    guard let workbook, let first = ids.first else {
      throw CommandError("this chapter has no questions")
    }
    let open = ids.filter { workbook.quizzes[$0]?.isFinished == false }
    let left = open.first { workbook.quizzes[$0]?.given.isEmpty == false }
    let id = name ?? ids.first { $0 == focusedBlock?.id } ?? left ?? open.first ?? first
    guard let index = workbook.liveBlocks.firstIndex(where: { $0.id == id }) else { return [] }
    if again { self.workbook?.quizzes[id]?.again() }
    _ = setFocus(index)
    return openQuiz(id)
  }

  private mutating func answerTyped(_ text: String) throws(CommandError) -> [Effect] {
    guard case .answering(let field) = mode, let progress = workbook?.quizzes[field.quiz],
      let question = progress.question
    else { throw CommandError("no question is open; quiz asks one") }
    do throws(AnswerError) {
      return give(
        try question.answer(typed: text, shown: progress.order(of: question)), in: field.quiz)
    } catch {
      throw CommandError(error.message)
    }
  }
}

extension ExperimentRequest {
  /// A grid: every combination of the values listed, from the hyperparameters given.
  ///
  /// - Throws: `SettingError` where a name or a value is not allowed, or the grid is too large.
  public init(
    sweeping experiment: Experiment, from base: Hyperparameters, over settings: [Setting],
    seeds: Int
  ) throws(SettingError) {
    var base = base
    var axes: [(row: Hyperparameter, values: [Setting.Value])] = []
    for setting in settings {
      let row = try experiment.kind.hyperparameter(named: setting)
      let values = row.sweepValues(in: setting.value)
      if values.count > 1 {
        axes.append((row, values))
      } else {
        try row.set(values.first ?? setting.value, in: &base)
      }
    }
    var variants = [Experiment.Variant(name: "", hyperparameters: base)]
    for (row, values) in axes {
      var grown: [Experiment.Variant] = []
      for variant in variants {
        for value in values {
          var changed = variant.hyperparameters
          try row.set(value, in: &changed)
          let name = "\(row.name) \(row.text(in: changed))"
          grown.append(
            .init(
              name: variant.name.isEmpty ? name : "\(variant.name), \(name)",
              hyperparameters: changed))
        }
      }
      variants = grown
      if variants.count > 1000 { throw SettingError("this grid has more than 1000 places") }
    }
    self.init(
      experiment: experiment.id, kind: experiment.kind, variants: variants, seeds: seeds,
      figures: experiment.plot, base: base, isSweep: true)
  }
}
