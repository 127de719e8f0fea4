// SPDX-License-Identifier: MIT
import LearnerRecords
import LessonFormat
import Testing

@testable import Tutorial

/// What a lab notebook tells of predictions, questions, challenges and runs, in any form.
struct ChapterPartsTests {
  private func markdown(_ notebook: LabNotebook) -> String { ExportFormat.md.text(of: notebook) }

  @Test func `What was not answered is not given away`() throws {
    let text = markdown(try SampleNotebook.notebook(runs: [], past: LessonPast()))
    for secret in [
      "Feedback to", "The explanation", "The reason of", "45", "(right)", "what happened",
      "training\\_size=2", "Why it works", "hint",
    ] {
      #expect(!text.contains(secret), "\(secret) is told")
    }
    #expect(text.contains("Not run yet."))
    #expect(text.contains("0 right, 0 of 2 answered."))
  }

  @Test func `An answer is shown with its feedback, the others stay closed`() throws {
    let text = markdown(try SampleNotebook.notebook(runs: []))
    #expect(text.contains("- **b)** The wrong one **(your answer)**"))
    #expect(text.contains("- **a)** The right one **(right)**"))
    #expect(text.contains("**Wrong:** b (attempt 2)"))
    #expect(text.contains("Feedback to wrong."))
    #expect(!text.contains("Feedback to right."))
    #expect(!text.contains("The reason of two."))
    #expect(text.contains("0 right, 1 of 2 answered."))
  }

  @Test func `A prediction stays open until the lesson's own run, then the run answers`() throws {
    let before = markdown(try SampleNotebook.notebook(runs: [["noise=0.3"]]))
    #expect(before.contains("**(your prediction)**"))
    #expect(before.contains("It is open"))
    #expect(!before.contains("The explanation."))
    let after = markdown(try SampleNotebook.notebook(runs: [["noise=0.3"], []]))
    #expect(after.contains("Less than 50 **(your prediction, what happened)**"))
    #expect(after.contains("Measured: gap"))
    #expect(after.contains("Feedback to less."))
    #expect(after.contains("The explanation."))
  }

  @Test func `Tries of a challenge are counted, and a pass brings the solution`() throws {
    var past = LessonPast.sample
    past.hints = []
    let text = markdown(try SampleNotebook.notebook(runs: [], past: past))
    #expect(text.contains("| 1 | training_size=5 | 2 of 5 | not yet |"))
    #expect(!text.contains("One solution"))
    past.challenges.append(
      ChallengeEntry(
        lesson: "sample", challenge: "reach", passed: true, score: 1,
        hyperparameters: [NamedText("training_size", "2")]))
    let passed = markdown(try SampleNotebook.notebook(runs: [], past: past))
    #expect(passed.contains("| 2 | training_size=2 | 5 of 5 | passed |"))
    #expect(passed.contains("**One solution:** `training_size=2`"))
    #expect(passed.contains("Why it works."))
  }

  @Test func `A run whose experiment is gone is kept with its recorded figures`() throws {
    var entry = try SampleNotebook.entry(number: 7, [])
    entry.experiment = "gone"
    let chapter = LabNotebook.Chapter(
      label: "1.1", SampleNotebook.lesson, past: LessonPast(runs: [entry]), running: { $0.run() })
    let text = markdown(LabNotebook(chapters: [chapter]))
    #expect(text.contains("**In \\[7\\]:** `run gone`"))
    #expect(text.contains("| validation loss |"))
    #expect(text.contains("The lesson has no such experiment any more."))
  }

  @Test func `Figures other than the recorded ones are owned up to`() throws {
    var entry = try SampleNotebook.entry(number: 1, [])
    let same = LabRun(entry, of: Cell(SampleNotebook.lesson.experiments[0])) { $0.run() }
    #expect(same.isAlike && same.remark.isEmpty)
    entry.measures = entry.measures.map { Measure($0.name, $0.value + 0.01) }
    let other = LabRun(entry, of: Cell(SampleNotebook.lesson.experiments[0])) { $0.run() }
    #expect(!other.isAlike)
    #expect(other.remark.contains("other figures than were recorded"))
  }
}
