// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Tutorial

/// Any lines typed at the linear notebook, each also completed with Tab.
func testCommands(_ input: Input) -> CInt {
  var input = input
  let width = input.choice(20...120)
  let course = Course(chapters: [
    .init(
      label: "1.1", part: "part", partNumber: 1, id: "fuzz", title: "A lesson", file: "fuzz.md")
  ])
  var notebook = LinearNotebook(course: course, width: width)
  var learner = Learner(width: width)
  learner.perform([.open(chapter: 0, .top)], &notebook)
  for line in input.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(40) {
    for completion in Completion.lines(continuing: String(line), course: course, workbook: nil) {
      expect(completion.hasPrefix(line), "\(completion) does not continue \(line)")
    }
    learner.perform(notebook.enter(String(line), at: 1), &notebook)
  }
  return 0
}

/// Does what the notebook asks for, without files; runs that take long come to nothing.
private struct Learner {
  let width: Int
  /// Effects that lead to effects are followed only so far.
  private var depth = 0

  init(width: Int) { self.width = width }

  mutating func perform(_ effects: [Effect], _ notebook: inout LinearNotebook) {
    expect(depth < 20, "effects without end")
    depth += 1
    defer { depth -= 1 }
    for effect in effects {
      switch effect {
      case .open(let chapter, let destination):
        let event = Event.opened(chapter: chapter, lesson, LessonPast(), destination)
        perform(notebook.update(event, at: 1), &notebook)
      case .run(let ticket, let request, _):
        let isQuick = request.refusal == nil && request.cost < 200_000
        let event = Event.finished(ticket, isQuick ? request.run(threads: 1) : nil)
        perform(notebook.update(event, at: 1), &notebook)
      case .say(let lines): expectShowable(lines, width: .max, glyphs: .ascii)
      case .complain(let sentence): expect(!sentence.isEmpty, "a complaint without words")
      case .record, .reset, .backup, .restore, .edit, .cancel, .redraw, .suspend, .quit: break
      }
    }
  }
}

private let lesson = Lesson(
  parsing: """
    ---
    title: A lesson
    id: fuzz
    format_version: 1
    objectives: [read]
    ---

    # 1.1 Reading

    Some words to read, and $\\sigma(z)$.

    ```predict guess
    ask: Which epoch is the best?
    experiment: quick
    measure: best_epoch
    options:
      - {text: The first, when: "<= 1"}
      - {text: A later one, when: otherwise}
    ```

    ## A run

    ```experiment quick
    title: Quick
    training_size: 4
    validation_size: 4
    hidden: [2]
    epochs: 2
    edit: [noise, hidden, epochs, learning_rate]
    plot: [loss, accuracy]
    ```

    ```challenge longer
    ask: Reach 3 epochs.
    experiment: quick
    goal: [epochs_run >= 3]
    seeds: 2
    edit: [epochs]
    start: {epochs: 1}
    hints: [Count.]
    solution: {epochs: 4}
    ```

    ```quiz check
    questions:
      - id: one
        ask: Which one?
        options:
          - {text: This one, correct: true, because: Yes.}
          - {text: The other, because: No.}
      - id: number
        ask: How many?
        answer: 4
        tolerance: 0.1
        hints: [Count them.]
      - id: order
        ask: Which order?
        order: [first, second, third]
    ```

    ```guide help
    questions:
      - id: nan
        ask: Is the loss NaN?
        sign: diverged
        yes: [Lower the learning rate.]
    otherwise: Train on.
    ```

    """, file: "fuzz.md")
