// SPDX-License-Identifier: MIT
import Charts
import Experiments
import LearnerRecords
import LessonFormat
import Typesetting

/// What is chosen or typed for the open question, before it is given.
struct AnswerEntryField: Hashable, Sendable {
  /// The quiz.
  var quiz: String
  /// The option that arrows point at, as a place among those shown.
  var place = 0
  /// The options ticked, as places among those shown, in the order of ticking.
  var ticked: [Int] = []
  /// The number being typed.
  var typed = ""
  /// Why the last entry was no answer, or empty.
  var refusal = ""
  /// How many hints were taken.
  var hintCount = 0
}

extension Session {
  /// Begins to ask, or goes on.
  mutating func openQuiz(_ id: String) -> [Effect] {
    guard workbook?.quizzes[id] != nil else { return [] }
    if workbook?.quizzes[id]?.showsFeedback == true {
      workbook?.quizzes[id]?.goOn()
      if workbook?.quizzes[id]?.isFinished == true { return finishQuiz(id) }
    }
    if workbook?.quizzes[id]?.isFinished == true { workbook?.quizzes[id]?.again() }
    ask(id)
    return []
  }

  /// Shows the open question, with its picture where it has one.
  mutating func ask(_ id: String) {
    if let workbook, let question = workbook.quizzes[id]?.question, pictures[question.id] == nil {
      pictures[question.id] = workbook.figures(of: question)
    }
    mode = .answering(AnswerEntryField(quiz: id))
    leftBlock = nil
    redraw(id)
    reveal(id)
    if workbook?.quizzes[id]?.showsFeedback == false, let lines = focusedLines,
      lines.count > textHeight
    {
      message = "The question is longer than the screen: PgDn shows its answers, PgUp the rest"
    }
  }

  /// A key while a question is open.
  mutating func answer(_ key: Key, _ state: AnswerEntryField) -> [Effect] {
    guard let progress = workbook?.quizzes[state.quiz], let question = progress.question else {
      return closeQuiz(state.quiz)
    }
    if progress.showsFeedback { return afterFeedback(key, state) }
    var field = state
    field.refusal = ""
    let count = question.options.count
    switch key {
    case .escape, "q", .control("c"): return closeQuiz(field.quiz)
    case .up where count > 0, "k" where count > 0: field.place = max(0, field.place - 1)
    case .down where count > 0, "j" where count > 0, .tab:
      field.place = max(0, min(count - 1, field.place + 1))
    case " " where count > 0: field.tick(field.place)
    case .enter: return give(field, question, progress)
    case .pageDown: pager.movePages(by: 1)
    case .pageUp: pager.movePages(by: -1)
    case .mouse(.scrollDown, _, _): pager.move(by: 3)
    case .mouse(.scrollUp, _, _): pager.move(by: -3)
    case .backspace: field.typed = String(field.typed.dropLast())
    case "h" where count < 8: return takeHint(question, field)
    case ":": return begin(.command)
    case .character(let character):
      if count == 0 {
        if field.typed.count < 40, "0123456789+-−.,eE%/ ".contains(character) {
          field.typed.append(character)
        } else {
          field.refusal = "Type a number, as in 0.25; Enter answers"
        }
      } else if let place = Question.letters.prefix(count).firstIndex(of: character)
        ?? character.wholeNumberValue.flatMap({ (1...count).contains($0) ? $0 - 1 : nil })
      {
        field.place = place
        if !question.isSingleChoice { field.tick(place) }
      } else {
        field.refusal =
          "Press a letter from a to \(Question.letters[count - 1]), or the arrows; Enter answers"
      }
    default: break
    }
    mode = .answering(field)
    redraw(field.quiz)
    if field.place != state.place { revealChoice(field.quiz) }
    return []
  }

  /// The next hint to a question; `h` is no option of those that have fewer than eight.
  mutating func takeHint(_ question: Question, _ field: AnswerEntryField) -> [Effect] {
    guard field.hintCount < question.hints.count, let lesson = workbook?.lesson.id else {
      message = field.hintCount == 0 ? "This question has no hint" : "There is no further hint"
      return []
    }
    var next = field
    next.hintCount += 1
    mode = .answering(next)
    redraw(field.quiz)
    revealEnd(field.quiz)
    return [
      .record(
        .hint(lesson: lesson, block: "\(field.quiz).\(question.id)", level: next.hintCount), nil)
    ]
  }

  /// Gives the answer that is chosen or typed.
  private mutating func give(
    _ field: AnswerEntryField, _ question: Question, _ progress: QuizProgress
  ) -> [Effect] {
    let order = progress.order(of: question)
    let letters = question.isSingleChoice ? [field.place] : field.ticked
    let typed =
      question.options.isEmpty
      ? field.typed : letters.map { String(Question.letters[$0]) }.joined(separator: " ")
    var next = field
    do throws(AnswerError) {
      return try give(question.answer(typed: typed, shown: order), in: field.quiz)
    } catch {
      next.refusal =
        letters.isEmpty && !question.options.isEmpty
        ? "Tick with letters or Space first; Enter answers" : error.message
    }
    mode = .answering(next)
    redraw(field.quiz)
    return []
  }

  /// Judges and keeps an answer.
  mutating func give(_ answer: Answer, in quiz: String) -> [Effect] {
    guard let lesson = workbook?.lesson.id, let question = workbook?.quizzes[quiz]?.question,
      let given = workbook?.quizzes[quiz]?.answer(answer)
    else { return [] }
    mode = .answering(AnswerEntryField(quiz: quiz))
    redraw(quiz)
    revealEnd(quiz)
    let entry = AnswerEntry(
      lesson: lesson, quiz: quiz, question: question.id, given: given.text,
      isCorrect: given.isCorrect, attempt: given.attempt, date: now)
    answers.append(entry)
    return [.record(.answer(entry), nil)]
  }

  /// A key once the feedback is shown: on to the next question, or to the section that answers it.
  private mutating func afterFeedback(_ key: Key, _ field: AnswerEntryField) -> [Effect] {
    switch key {
    case .enter, " ", "n":
      workbook?.quizzes[field.quiz]?.goOn()
      if workbook?.quizzes[field.quiz]?.isFinished == true { return finishQuiz(field.quiz) }
      ask(field.quiz)
      return []
    case "s":
      guard let section = workbook?.quizzes[field.quiz]?.question?.section else {
        message = "This question names no section"
        return []
      }
      leaveForAWhile(field.quiz)
      let effects = follow(section)
      if message.isEmpty { message = "'' goes back to the question" }
      return effects
    case "e":
      guard let question = workbook?.quizzes[field.quiz]?.question else { return [] }
      guard workbook?.leadsToExperiment(question) == true else {
        message = "No experiment belongs to this question"
        return []
      }
      leaveForAWhile(field.quiz)
      return openExperiment(of: question)
    case ":": return begin(.command)
    case .escape, "q", .control("c"): return closeQuiz(field.quiz)
    case .pageDown, "j", .down: pager.move(by: 1)
    case .pageUp, "k", .up: pager.move(by: -1)
    default: message = "Enter goes on, s reads the section, e opens the experiment, Esc leaves"
    }
    return []
  }

  /// The last open question is answered: due ones of other quizzes come next, where they are asked.
  private mutating func finishQuiz(_ id: String) -> [Effect] {
    let isReviewing = isReviewing
    _ = closeQuiz(id)
    self.isReviewing = isReviewing
    if isReviewing { return review() }
    offerReview()
    return []
  }

  private mutating func closeQuiz(_ id: String) -> [Effect] {
    isReviewing = false
    if workbook?.quizzes[id]?.showsFeedback == true { workbook?.quizzes[id]?.goOn() }
    mode = .reading
    redraw(id)
    reveal(id)
    return []
  }
}

extension AnswerEntryField {
  /// Ticks a place, or takes its tick away.
  fileprivate mutating func tick(_ place: Int) {
    if let index = ticked.firstIndex(of: place) {
      ticked.remove(at: index)
    } else {
      ticked.append(place)
    }
    self.place = place
  }
}

extension Session {
  /// The panel of a quiz, as the session stands.
  func quizPanel(for progress: QuizProgress, in workbook: Workbook) -> QuizPanel {
    let results = progress.quiz.questions.map { progress.given[$0.id]?.isCorrect }
    var panel = QuizPanel(progress.quiz, results: results)
    panel.isFocused = focusedBlock?.id == progress.quiz.id
    guard case .answering(let field) = mode, field.quiz == progress.quiz.id,
      let question = progress.question, let current = progress.current
    else { return panel }
    var open = QuizPanel.Open(
      question: question, number: current + 1, order: progress.order(of: question))
    open.place = field.place
    open.ticked = field.ticked
    open.typed = field.typed
    open.refusal = field.refusal
    open.hintCount = field.hintCount
    open.hasExperiment = workbook.leadsToExperiment(question)
    let width = Page.measure(for: size.columns, isWide: true) - 2
    // The options are to be seen with it.
    let height = max(10, min(14, textHeight - 9 - question.options.count))
    open.picture = FigureSheet(figures: (pictures[question.id] ?? []).map(\.withoutNotes))
      .lines(width: width, height: height, glyphs: glyphs)
    if progress.showsFeedback, let given = progress.given[question.id] {
      open.show(given, among: question)
    }
    panel.open = open
    return panel
  }
}

extension Figure {
  /// The figure without the words that say what its curves do: that is what a question asks.
  fileprivate var withoutNotes: Figure {
    guard case .lines(var plot) = content else { return self }
    plot.annotations = []
    var figure = self
    figure.content = .lines(plot)
    return figure
  }
}

extension QuizPanel.Open {
  /// Shows an answer that was given, with what is said to it.
  mutating func show(_ given: QuizProgress.Given, among question: Question) {
    grade = given.grade
    let letters = given.text.split(separator: " ").compactMap(\.first)
    let chosen = letters.compactMap { Question.letters.firstIndex(of: $0) }
    let places = chosen.compactMap { order.firstIndex(of: $0) }
    if question.isSingleChoice { place = places.first } else { (place, ticked) = (nil, places) }
    if question.options.isEmpty {
      typed = given.shown
    }
  }
}
