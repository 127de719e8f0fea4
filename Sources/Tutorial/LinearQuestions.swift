// SPDX-License-Identifier: MIT
import Charts
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText
import Typesetting

extension LinearNotebook {
  /// Asks the chapter's first quiz that has an open question.
  mutating func askFirst(again: Bool) throws(CommandError) -> [Effect] {
    guard let workbook else { throw CommandError("no chapter is open; goto 8.1 opens one") }
    let ids = workbook.liveBlocks.filter { $0.kind == "quiz" }.map(\.id)
    guard let first = ids.first else { throw CommandError("this chapter has no questions") }
    // The one that was read last, else the first that is not answered.
    let read = sections.indices.contains(section) ? sections[section].blocks.last : nil
    let here = read.flatMap { workbook.lesson.blocks[$0].live }.flatMap {
      $0.kind == "quiz" ? $0.id : nil
    }
    let id = here ?? ids.first { workbook.quizzes[$0]?.isFinished == false } ?? first
    if again || workbook.quizzes[id]?.isFinished == true { self.workbook?.quizzes[id]?.again() }
    openQuiz = id
    return ask()
  }

  /// What is typed while a question is open is an answer, where it can be one.
  mutating func answerIfOpen(_ text: String) -> [Effect]? {
    guard let openQuiz, let progress = workbook?.quizzes[openQuiz],
      let question = progress.question,
      !text.isEmpty
    else { return nil }
    let order = progress.order(of: question)
    guard let answer = try? question.answer(typed: text, shown: order) else { return nil }
    return give(answer)
  }

  /// `answer b`.
  mutating func answer(_ text: String) throws(CommandError) -> [Effect] {
    guard let openQuiz, let progress = workbook?.quizzes[openQuiz], let question = progress.question
    else { throw CommandError("no question is open; quiz asks one") }
    do throws(AnswerError) {
      return give(try question.answer(typed: text, shown: progress.order(of: question)))
    } catch {
      throw CommandError(error.message)
    }
  }

  /// The next hint of the open question or of the challenge, whichever was asked or tried last.
  mutating func hint() -> [Effect] {
    guard !isChallengeLast, let openQuiz, let question = workbook?.quizzes[openQuiz]?.question,
      let lesson = workbook?.lesson.id
    else {
      let last = lastExperiment.flatMap { workbook?.challenges[$0] == nil ? nil : $0 }
      return last.map { takeHint($0) } ?? complain("there is no hint here")
    }
    guard hintCount < question.hints.count else {
      return complain(hintCount == 0 ? "this question has no hint" : "there is no further hint")
    }
    hintCount += 1
    return [
      .say(wrapped("Hint: \(question.hints[hintCount - 1].heard)")),
      .record(
        .hint(lesson: lesson, block: "\(openQuiz).\(question.id)", level: hintCount), nil),
    ]
  }

  private var due: [SpacedQuestions.Due] {
    course.dueQuestions(answers, at: now, except: goneQuestions, beginningWith: workbook?.lesson.id)
  }

  func remindOfReview() -> [Effect] {
    let count = due.count
    if count == 0 { return [] }
    return [.say(wrapped(SpacedQuestions.reminder(count, askedBy: "review") + "."))]
  }

  /// Asks the next due questions: of this chapter first, then of the others.
  mutating func review() -> [Effect] {
    isReviewing = false
    let questions = due
    guard let next = questions.first,
      let chapter = course.chapters.firstIndex(where: { $0.id == next.lesson })
    else {
      return [
        .say(
          wrapped(
            hasReviewed
              ? "Every question that was due is answered." : "\(SpacedQuestions.nothingDue)."))
      ]
    }
    isReviewing = true
    guard workbook?.chapter == chapter else {
      pending = [.review]
      return [.open(chapter: chapter, .lastPlace)]
    }
    let (quiz, gone) = workbook?.askAgain(questions) ?? (nil, [])
    goneQuestions.formUnion(gone)
    guard let quiz else {
      goneQuestions.insert(next)
      return review()
    }
    hasReviewed = true
    openQuiz = quiz
    return ask()
  }

  /// The figures of the open question; `nil` where it has none.
  var openPicture: [Figure]? {
    openQuiz.flatMap { workbook?.quizzes[$0]?.question }.flatMap { workbook?.figures(of: $0) }
      .flatMap { $0.isEmpty ? nil : $0 }
  }

  private mutating func ask() -> [Effect] {
    hintCount = 0
    isChallengeLast = false
    guard let openQuiz, let progress = workbook?.quizzes[openQuiz],
      let question = progress.question,
      let current = progress.current
    else { return [] }
    var lines = wrapped(
      "Question \(current + 1) of \(progress.quiz.questions.count): \(question.prompt.heard)")
    let figures = workbook?.figures(of: question) ?? []
    for figure in figures { lines += wrapped(figure.summary) }
    if !figures.isEmpty { lines += wrapped("Type table for its numbers.") }
    for (place, index) in progress.order(of: question).enumerated() {
      lines += wrap(
        [
          Span(
            displayableText(
              "\(Question.letters[place])) \(question.options[index].text.heard)",
              glyphs: .ascii))
        ],
        width: width, firstIndent: 2, hangingIndent: 5)
    }
    return [.say(lines + wrapped(question.howToAnswer))]
  }

  private mutating func give(_ answer: Answer) -> [Effect] {
    guard let id = openQuiz, let lesson = workbook?.lesson.id,
      let question = workbook?.quizzes[id]?.question,
      let order = workbook?.quizzes[id]?.order(of: question),
      let given = workbook?.quizzes[id]?.answer(answer)
    else { return [] }
    var text = given.isCorrect ? "Right." : "Not quite."
    for (letter, remark) in given.grade?.remarks(shown: order) ?? [] {
      text += letter.map { " \($0):" } ?? ""
      text += " \(remark.heard)"
    }
    if !given.isCorrect { text += " Right is \(rightAnswer(to: question, shown: order)).".fullStop }
    text += " \(question.explanation.heard)"
    if !given.isCorrect, let section = question.section {
      text += " Read again: \(name(ofSection: section))."
    }
    if !given.isCorrect, let name = question.experiment ?? question.picture?.experiment {
      text += " Run again: run \(name)"
    }
    let entry = AnswerEntry(
      lesson: lesson, quiz: id, question: question.id, given: given.text,
      isCorrect: given.isCorrect, attempt: given.attempt, date: now)
    answers.append(entry)
    workbook?.quizzes[id]?.goOn()
    var effects: [Effect] = [.say(wrapped(text.trimmingBlanks)), .record(.answer(entry), nil)]
    guard let progress = workbook?.quizzes[id] else { return effects }
    if progress.isFinished {
      openQuiz = nil
      effects.append(
        .say([Line("Score: \(progress.score) of \(progress.quiz.questions.count).")]))
      effects += isReviewing ? review() : remindOfReview()
    } else {
      effects += ask()
    }
    return effects
  }

  /// The right answer: a number, or the letters that stand before the options, with what they say.
  private func rightAnswer(to question: Question, shown order: [Int]) -> String {
    func letter(_ index: Int) -> String {
      String(order.firstIndex(of: index).map { Question.letters[$0] } ?? "?")
    }
    switch question.rightAnswer {
    case .number(let number): return number.plain
    case .option(let index): return "\(letter(index)): \(question.options[index].text.heard)"
    case .options(let set):
      return set.sorted().map { "\(letter($0)): \(question.options[$0].text.heard)" }
        .joined(separator: "; ")
    case .order(let order): return order.map(letter).joined(separator: " ")
    }
  }

  /// A section as it is found again: its chapter, and the words of its heading.
  private func name(ofSection link: String) -> String {
    let place = course.destination(of: link, in: workbook?.chapter ?? 0)
    let words = place.anchor?.split(separator: "-").joined(separator: " ") ?? ""
    if place.chapter == workbook?.chapter {
      return "goto \(workbook?.headings.first { $0.anchor == place.anchor }?.title ?? words)"
    }
    let label = place.chapter.map { course.chapters[$0].label } ?? link
    return "goto \(label)" + (words.isEmpty ? "" : ", then \(words)")
  }
}

extension String {
  /// The text with one full stop at its end, whatever ended it.
  fileprivate var fullStop: String {
    hasSuffix("..") || hasSuffix("?.") || hasSuffix("!.") ? String(dropLast()) : self
  }
}

extension Question {
  /// What can be typed as an answer.
  fileprivate var howToAnswer: String {
    switch kind {
    case .number: "Type a number."
    case .choice: "Type one letter."
    case .choices: "Type all letters that belong, as in a c."
    case .order: "Type all \(options.count) letters in their order."
    }
  }
}
