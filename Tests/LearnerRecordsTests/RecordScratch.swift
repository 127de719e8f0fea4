// SPDX-License-Identifier: MIT
import Foundation
import LearnerRecords

/// A folder of its own for one test, removed with it.
final class Scratch {
  let folder: String

  init() throws {
    // In memory where the system has such a place: these tests are of locks, not of the disk.
    let memory = "/dev/shm"
    let parent =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    folder = "\(parent)/nntutor-records-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String = "record.sqlite") -> String { "\(folder)/\(name)" }

  func bytes(_ name: String = "record.sqlite") throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func write(_ bytes: [UInt8], _ name: String = "record.sqlite") throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
  }

  /// The names of the files in the folder, in order.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  func permissions(_ path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }
}

extension LearnerRecord {
  var reason: String? {
    guard case .notSaving(let reason) = availability else { return nil }
    return reason
  }
}

func run(_ experiment: String, lesson: String = "overfitting", hidden: String = "4") -> LearnerEvent
{
  .run(runEntry(experiment, lesson: lesson, hidden: hidden))
}

func runEntry(_ experiment: String, lesson: String = "overfitting", hidden: String = "4")
  -> RunEntry
{
  RunEntry(
    lesson: lesson, experiment: experiment, overrides: [NamedText("hidden", hidden)],
    hyperparameters: [NamedText("noise", "0.3"), NamedText("hidden", hidden)], seeds: [42, 43],
    outcome: "completed", measures: [Measure("gap", 0.12), Measure("training_loss", 1e-9)],
    computeSeconds: 0.0025, date: 1_790_000_000.5)
}

func answer(_ question: String, _ given: String, _ isCorrect: Bool, attempt: Int = 1)
  -> LearnerEvent
{
  .answer(
    AnswerEntry(
      lesson: "overfitting", quiz: "check", question: question, given: given,
      isCorrect: isCorrect, attempt: attempt, date: 1_790_000_000))
}
