// SPDX-License-Identifier: MIT
import Foundation
import LearnerRecords
import LessonFormat
import TerminalText
import Testing

@testable import Tutorial

/// Whatever character a lesson, a learner or a file's name holds: each way out of the program lets
/// none through that could speak to a terminal or hide.
@Suite struct SinkTests {
  /// All 1,112,064 scalars with `NNTUTOR_SOAK` set; otherwise the ones that matter and every 1999th.
  private static let scalars: [Unicode.Scalar] = {
    let all = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)
    if ProcessInfo.processInfo.environment["NNTUTOR_SOAK"] != nil { return all }
    return all.filter { scalar in
      scalar.value < 0x300 || scalar.value % 1999 == 0
        || [.control, .format, .lineSeparator, .paragraphSeparator].contains(
          scalar.properties.generalCategory)
    }
  }()

  /// Some hundred scalars with a letter between them, so that none joins another.
  private static let texts: [[Unicode.Scalar]] = stride(from: 0, to: scalars.count, by: 512).map {
    Array(scalars[$0..<min($0 + 512, scalars.count)])
  }

  /// Whether a scalar may leave: visible, or a mark, or part of an emoji sequence.
  private func isAllowed(_ scalar: Unicode.Scalar, _ glyphs: GlyphSet) -> Bool {
    if scalar.value < 0x80 || glyphs == .ascii {
      return (0x20..<0x7F).contains(scalar.value) || scalar == "\n"
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return false
    case .format:
      // The visible signs that span digits.
      return [0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD].contains(scalar.value)
        || (0x600...0x605).contains(scalar.value)
    default: return !properties.isDefaultIgnorableCodePoint
    }
  }

  private func expectAllowed(_ text: some StringProtocol, _ glyphs: GlyphSet, _ sink: String) {
    let leaks = text.unicodeScalars.filter { !isAllowed($0, glyphs) }
    #expect(leaks.isEmpty, "\(sink): \(leaks.prefix(5).map { String($0.value, radix: 16) })")
  }

  private func expectAllowed(_ lines: [Line], _ glyphs: GlyphSet, _ sink: String) {
    for line in lines { expectAllowed(line.text, glyphs, sink) }
  }

  /// The same text in every place of a lesson that can hold one, written so that the parsers
  /// themselves make the characters.
  private func lesson(_ scalars: [Unicode.Scalar]) -> String {
    let markdown = scalars.map { "g&#x\(String($0.value, radix: 16));" }.joined()
    let yaml = "\"" + scalars.map { "g\\U" + Self.hexadecimal($0) }.joined() + "\""
    return """
      ---
      title: \(yaml)
      id: sinks
      format_version: 1
      objectives: [\(yaml)]
      ---

      # \(markdown)

      \(markdown) *\(markdown)* **\(markdown)** ~~\(markdown)~~ [\(markdown)](http://x/\(markdown))

      - \(markdown)

      > \(markdown)

      | \(markdown) |
      |-----|
      | \(markdown) |

      ```experiment small
      title: \(yaml)
      training_size: 4
      validation_size: 4
      hidden: [2]
      epochs: 2
      ```

      ```quiz check
      title: \(yaml)
      questions:
        - id: one
          ask: \(yaml)
          options:
            - {text: \(yaml), correct: true, because: \(yaml)}
            - {text: No, because: No.}
          explain: \(yaml)
        - id: two
          ask: \(yaml)
          answer: 4
          unit: \(yaml)
      ```

      ```predict guess
      ask: \(yaml)
      experiment: small
      measure: best_epoch
      options:
        - {text: \(yaml), when: "<= 1"}
        - {text: Later, when: otherwise}
      ```

      ```guide trouble
      title: \(yaml)
      questions:
        - {id: nan, ask: \(yaml), yes: {cause: \(yaml), advice: [\(yaml)]}}
      otherwise: \(yaml)
      ```

      """
  }

  /// A lesson with the characters themselves in it, where a line break does no harm.
  private func rawLesson(_ text: String) -> String {
    """
    ---
    title: Raw
    id: raw
    format_version: 1
    objectives: [read]
    ---

    # Raw

    \(text) `\(text)` $\(text)$

    ```\(text)
    \(text)
    ```

    $$\\text{\(text)}$$

    """
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars { text.append(contentsOf: ["g", scalar]) }
    return String(text)
  }

  @Test(arguments: texts.indices)
  func `the screen and paper`(index: Int) {
    let scalars = Self.texts[index]
    let glyphs: GlyphSet = index.isMultiple(of: 4) ? .ascii : .braille
    for source in [lesson(scalars), rawLesson(text(scalars))] {
      let lesson = Lesson(parsing: source, file: "\(text(scalars)).md")
      let paper = PrintedLesson(lesson, width: 80, glyphs: glyphs)
      expectAllowed(paper.lines(running: { $0.run() }), glyphs, "print")
      var learner = Learner([source], size: Size(columns: 90, rows: 40), glyphs: glyphs)
      expectAllowed(learner.session.page.lines, glyphs, "page")
      expectAllowed(learner.session.view().lines, glyphs, "screen")
      learner.press("t")
      expectAllowed(learner.session.view().lines, glyphs, "contents")
    }
  }

  @Test(arguments: texts.indices)
  func `what is typed and what is told`(index: Int) {
    let text = text(Self.texts[index].filter { $0 != "\n" && $0 != "\r" })
    let glyphs: GlyphSet = index.isMultiple(of: 2) ? .ascii : .braille
    var learner = Learner(size: Size(columns: 90, rows: 40), glyphs: glyphs, chapter: 1)
    learner.feed(.told(text))
    expectAllowed(learner.session.view().lines, glyphs, "told")
    for opening in [":", "/"] {
      learner.press(opening)
      learner.feed(.key(.paste(text)))
      expectAllowed(learner.session.view().lines, glyphs, "typed after \(opening)")
      learner.press("<Enter>")
      expectAllowed(learner.session.view().lines, glyphs, "answered to \(opening)")
      learner.press("<Esc><Esc>")
    }
    learner.command("quiz")
    learner.press("1<Enter><Enter>12<Enter><Enter>")
    learner.feed(.key(.paste(text)))
    expectAllowed(learner.session.view().lines, glyphs, "an answer")
    learner.press("<Enter>")
    expectAllowed(learner.session.view().lines, glyphs, "an answer refused")
  }

  @Test(arguments: texts.indices)
  func `the linear notebook`(index: Int) {
    let scalars = Self.texts[index]
    let source = Lesson(parsing: lesson(scalars), file: "sinks.md")
    let typed = text(scalars.filter { $0 != "\n" && $0 != "\r" })
    let course = Course(chapters: [
      .init(
        label: "1.1", part: typed, partNumber: 1, id: "sinks", title: typed, file: "sinks.md")
    ])
    var notebook = LinearNotebook(course: course, width: 80)
    var said: [Line] = []
    func follow(_ effects: [Effect]) {
      for effect in effects {
        switch effect {
        case .say(let lines): said += lines
        case .run(let ticket, let request, _):
          follow(notebook.update(.finished(ticket, request.run()), at: 1))
        default: break
        }
      }
    }
    follow(notebook.update(.opened(chapter: 0, source, LessonPast(), .top), at: 1))
    for line in ["next", "next", "run small", "table", "list", "guide", "yes", "quiz", "1", typed] {
      follow(notebook.enter(line, at: 1))
    }
    follow(notebook.update(.told(typed), at: 1))
    #expect(said.count > 40)
    expectAllowed(said, .braille, "linear")
  }

  @Test(arguments: texts.indices)
  func `the exports`(index: Int) throws {
    let scalars = Self.texts[index]
    let source = Lesson(parsing: lesson(scalars), file: "sinks.md")
    let given = text(scalars)
    let past = LessonPast(
      answers: [
        AnswerEntry(
          lesson: "sinks", quiz: "check", question: "two", given: given, isCorrect: false,
          attempt: 1, date: 1)
      ])
    let notebook = LabNotebook(chapters: [
      .init(label: "1.1", source, past: past, running: { $0.run() })
    ])
    for format in ExportFormat.allCases {
      expectAllowed(format.text(of: notebook), .braille, "\(format)")
    }
  }
}
