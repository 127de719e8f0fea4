// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText
import Tutorial

/// Any lines typed at the linear notebook, and after `:` in the pager, there each with Tab first.
func testCommands(_ input: Input) -> CInt {
  var input = input
  let width = input.choice(20...120)
  let glyphs = input.glyphs()
  let lines = input.text.split(separator: "\n", omittingEmptySubsequences: false).prefix(40)
  let course = Course(chapters: [
    .init(
      label: "1.1", part: "part", partNumber: 1, id: "fuzz", title: "A lesson", file: "fuzz.md")
  ])
  var notebook = LinearNotebook(course: course, width: width)
  let entered = { notebook.update($0, at: 1) }
  perform([.open(chapter: 0, .top)], entered)
  for line in lines { perform(notebook.enter(String(line), at: 1), entered) }

  var session = Session(
    course: course, size: Size(columns: width, rows: 24), glyphs: glyphs)
  let pressed = { session.update($0, at: 1) }
  perform([.open(chapter: 0, .top)], pressed)
  for line in lines {
    let keys = [":"] + line.prefix(200).map(Key.character) + [.tab, .enter, .escape]
    for key in keys {
      perform(session.update(.key(key), at: 1), pressed)
      if session.hasMoreToDo { perform(session.update(.idle, at: 1), pressed) }
    }
    expectShowable(session.view().lines, width: width, glyphs: glyphs)
  }
  return 0
}

/// Does what is asked for, without files; runs that take long come to nothing.
private func perform(_ effects: [Effect], depth: Int = 0, _ update: (Event) -> [Effect]) {
  // Effects that lead to effects are followed only so far.
  expect(depth < 20, "effects without end")
  for effect in effects {
    switch effect {
    case .open(let chapter, let destination):
      let event = Event.opened(chapter: chapter, lesson, LessonPast(), destination)
      perform(update(event), depth: depth + 1, update)
    case .run(let ticket, let request, _):
      let isQuick = request.refusal == nil && request.cost < 200_000
      let event = Event.finished(ticket, isQuick ? request.run(threads: 1) : nil)
      perform(update(event), depth: depth + 1, update)
    case .say(let lines): expectShowable(lines, width: .max, glyphs: .ascii)
    case .complain(let sentence): expect(!sentence.isEmpty, "a complaint without words")
    default: break
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
