// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import Typesetting

extension LabNotebook.Chapter {
  /// A prediction: what was committed to, and what the run showed.
  func part(of prediction: Prediction) -> NotebookPart {
    let progress = workbook.predictions[prediction.id]
    let chosen = progress?.chosen
    // What is right is told only to those who have committed themselves.
    let right = chosen == nil ? nil : progress?.right
    var parts: [NotebookPart] = [.text(prediction.prompt)]
    parts.append(
      .points(
        prediction.options.enumerated().map { index, option in
          option.text.marked(
            index,
            [index == chosen ? "your prediction" : "", index == right ? "what happened" : ""])
        }))
    guard let chosen else {
      return .frame(
        .prediction, title: "", parts + [.text([Inline].sentence("You have not predicted yet."))])
    }
    if right == nil, !prediction.isBet {
      parts.append(
        .text([Inline].sentence("It is open: the lesson's own experiment was not run yet.")))
      return .frame(.prediction, title: "", parts)
    }
    if let measured = progress?.measured, !measured.isEmpty {
      parts.append(.text([Inline].sentence(measured + ".")))
    }
    let feedback =
      prediction.options.indices.contains(chosen) ? prediction.options[chosen].feedback : []
    return .frame(
      .prediction, title: "",
      parts + [feedback, prediction.explanation].filter { !$0.isEmpty }.map { .text($0) })
  }

  /// A quiz: its score, and each question with the latest answer.
  func part(of quiz: Quiz) -> NotebookPart {
    guard let progress = workbook.quizzes[quiz.id] else {
      return .frame(.quiz, title: quiz.title, [])
    }
    let score =
      "\(progress.score) right, \(progress.answeredCount) of \(quiz.questions.count) answered."
    let questions = quiz.questions.enumerated().flatMap { index, question in
      parts(of: question, number: index + 1, given: progress.given[question.id])
    }
    return .frame(.quiz, title: quiz.title, [.text([Inline].sentence(score))] + questions)
  }

  private func parts(
    of question: Question, number: Int, given: QuizProgress.Given?
  ) -> [NotebookPart] {
    var parts: [NotebookPart] = [.text(question.prompt.labelled("\(number)."))]
    parts += workbook.figures(of: question).map { .figure($0, caption: []) }
    let answered = given.map { Set($0.text.split(separator: " ").map(String.init)) } ?? []
    let isOrder = if case .order = question.kind { true } else { false }
    if !question.options.isEmpty {
      // Things to be put in order stand in the right one only once they were.
      let shown =
        isOrder && given == nil
        ? question.shuffledOptions(seed: 1) : Array(question.options.indices)
      parts.append(
        .points(
          shown.map { index in
            let option = question.options[index]
            let isChosen = answered.contains(String(Question.letters[index])) && !isOrder
            return option.text.marked(
              index,
              [
                isChosen ? "your answer" : "",
                given != nil && option.isCorrect && !isOrder ? "right" : "",
              ])
          }))
    }
    guard let given else {
      return parts + [.text([.emphasis([.text("Not answered yet.")])])]
    }
    let attempt = given.attempt > 1 ? " (attempt \(given.attempt))" : ""
    parts.append(
      .text(
        [Inline].sentence(given.shown + attempt).labelled(given.isCorrect ? "Right:" : "Wrong:"))
    )
    let chosen = question.options.enumerated().filter {
      answered.contains(String(Question.letters[$0.offset])) && !isOrder
    }
    let said = chosen.map(\.element.feedback) + [question.explanation]
    return parts + said.filter { !$0.isEmpty }.map { .text($0) }
  }

  /// A guide: its questions, and what a yes leads to.
  func part(of guide: Guide) -> NotebookPart {
    let points = guide.steps.map { step -> [Inline] in
      guard case .advice(let advice) = step.yes else { return step.prompt }
      let steps = advice.steps.map { $0.plainText }.joined(separator: "; ")
      return step.prompt + [.text(" If so: ")] + advice.cause + [.text(". \(steps).")]
    }
    return .frame(.guide, title: guide.title, [.points(points)])
  }
}

extension LabNotebook.Chapter {
  /// A challenge: the goal, every try, the hints taken, the runs.
  func part(of challenge: Challenge) -> NotebookPart {
    let goals = challenge.goals.map {
      "\($0.measure.readable) \($0.comparison.rawValue) \($0.bound.plain)"
    }.joined(separator: " and ")
    let seeds = challenge.seeds == 1 ? "one hidden seed" : "each of \(challenge.seeds) hidden seeds"
    var parts: [NotebookPart] = [
      .text(challenge.introduction),
      .text([Inline].sentence("\(goals), on \(seeds).").labelled("Goal:")),
    ]
    let tries = past.challenges.filter { $0.challenge == challenge.id }
    let progress = workbook.challenges[challenge.id]
    if tries.isEmpty {
      parts.append(.text([.emphasis([.text("Not tried yet.")])]))
    } else {
      let rows = tries.enumerated().map { index, entry in
        let reached = Int((min(1, max(0, entry.score)) * Double(challenge.seeds)).rounded())
        let changes = entry.hyperparameters.map { "\($0.name)=\($0.value)" }
        return [
          String(index + 1), changes.joined(separator: " "), "\(reached) of \(challenge.seeds)",
          entry.passed ? "passed" : "not yet",
        ]
      }
      parts.append(
        .table(FigureTable(head: ["try", "changed", "seeds reached", "result"], rows: rows)))
    }
    parts += challenge.hints.prefix(progress?.hintCount ?? 0).map { .text($0.labelled("Hint:")) }
    let isPassed = progress?.isPassed ?? false
    if isPassed || (progress?.hintCount ?? 0) > challenge.hints.count {
      let solution = challenge.solution.map { "\($0.name)=\($0.value.text)" }
      parts.append(
        .text([Inline.code(solution.joined(separator: " "))].labelled("One solution:")))
    }
    if isPassed, !challenge.explanation.isEmpty { parts.append(.text(challenge.explanation)) }
    let own = runs.filter { $0.entry.experiment == challenge.id }
    return .frame(.challenge, title: challenge.title, parts + own.map(part))
  }
}

extension [Inline] {
  /// An option with its letter, and what became of it.
  fileprivate func marked(_ index: Int, _ remarks: [String]) -> [Inline] {
    let said = remarks.filter { !$0.isEmpty }.joined(separator: ", ")
    let letter = Question.letters.indices.contains(index) ? "\(Question.letters[index]))" : ""
    return labelled(letter) + (said.isEmpty ? [] : [.text(" "), .strong([.text("(\(said))")])])
  }
}
