// SPDX-License-Identifier: MIT
internal import GRDB

extension Row {
  /// A column's value.
  ///
  /// - Throws: Where a damaged record lacks the column, or holds there what is no such value.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ column: String
  ) throws -> Value {
    try decode(Value.self, forColumn: column)
  }
}

extension ReadingPlace {
  init(_ row: Row) throws {
    try self.init(
      lesson: row.value("lesson"), anchor: row.value("anchor"), offset: row.value("row_offset"))
  }
}

extension RunEntry {
  init(_ row: Row) throws {
    let seeds: String = try row.value("seeds")
    try self.init(
      number: row.value("number"), lesson: row.value("lesson"), experiment: row.value("experiment"),
      overrides: pairs(of: row.value("overrides")),
      hyperparameters: pairs(of: row.value("hyperparameters")),
      seeds: seeds.split(separator: " ").compactMap { Int($0) }, outcome: row.value("outcome"),
      measures: pairs(of: row.value("measures")).map { Measure($0.name, Double($0.value) ?? .nan) },
      computeSeconds: row.value("compute_seconds") as Double? ?? .nan,
      date: row.value("date") as Double? ?? .nan)
    // A backup that is only read may be of an earlier version.
    kind = try row.value("kind") as String? ?? ""
    figures = try (row.value("figures") as String? ?? "").split(separator: " ").map(String.init)
    isSweep = try row.value("is_sweep") as Bool? ?? false
    variants = try LearnerRecords.variants(of: row.value("variants") as String? ?? "")
  }
}

extension AnswerEntry {
  init(_ row: Row) throws {
    try self.init(
      lesson: row.value("lesson"), quiz: row.value("quiz"), question: row.value("question"),
      given: row.value("given"),
      isCorrect: row.value("is_correct"), attempt: row.value("attempt"),
      date: row.value("date") as Double? ?? .nan)
  }
}

extension ChallengeEntry {
  init(_ row: Row) throws {
    try self.init(
      lesson: row.value("lesson"), challenge: row.value("challenge"), passed: row.value("passed"),
      score: row.value("score") as Double? ?? .nan,
      hyperparameters: pairs(of: row.value("hyperparameters")))
  }
}
