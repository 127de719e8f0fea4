// SPDX-License-Identifier: MIT
internal import GRDB

extension ReadingPlace {
  init(_ row: Row) {
    self.init(lesson: row["lesson"], anchor: row["anchor"], offset: row["row_offset"])
  }
}

extension RunEntry {
  init(_ row: Row) {
    let seeds: String = row["seeds"]
    self.init(
      number: row["number"], lesson: row["lesson"], experiment: row["experiment"],
      overrides: pairs(of: row["overrides"]), hyperparameters: pairs(of: row["hyperparameters"]),
      seeds: seeds.split(separator: " ").compactMap { Int($0) }, outcome: row["outcome"],
      measures: pairs(of: row["measures"]).map { Measure($0.name, Double($0.value) ?? .nan) },
      computeSeconds: row["compute_seconds"] ?? .nan, date: row["date"] ?? .nan)
    // A backup that is only read may be of an earlier version.
    kind = row["kind"] as String? ?? ""
    figures = (row["figures"] as String? ?? "").split(separator: " ").map(String.init)
    isSweep = row["is_sweep"] as Bool? ?? false
    variants = LearnerRecords.variants(of: row["variants"] as String? ?? "")
  }
}

extension AnswerEntry {
  init(_ row: Row) {
    self.init(
      lesson: row["lesson"], quiz: row["quiz"], question: row["question"], given: row["given"],
      isCorrect: row["is_correct"], attempt: row["attempt"], date: row["date"] ?? .nan)
  }
}

extension ChallengeEntry {
  init(_ row: Row) {
    self.init(
      lesson: row["lesson"], challenge: row["challenge"], passed: row["passed"],
      score: row["score"] ?? .nan, hyperparameters: pairs(of: row["hyperparameters"]))
  }
}
