// SPDX-License-Identifier: MIT
internal import GRDB

extension ReadingPlace {
  init(_ row: Row) {
    self.init(lesson: row["lesson"], anchor: row["anchor"], offset: row["row_offset"])
  }
}

extension NamedText {
  init(_ row: Row) { self.init(row["name"], row["value"]) }
}

extension RunEntry {
  init(_ row: Row, _ connection: Database) throws {
    let number: Int = row["number"]
    func hyperparameters(areOverrides: Bool) throws -> [NamedText] {
      try Row.fetchAll(
        connection,
        sql: """
          SELECT name, value FROM run_hyperparameter
          WHERE run = ? AND is_override = ? ORDER BY position
          """, arguments: [number, areOverrides]
      ).map(NamedText.init)
    }
    let seeds: String = row["seeds"]
    self.init(
      number: number, lesson: row["lesson"], experiment: row["experiment"],
      overrides: try hyperparameters(areOverrides: true),
      hyperparameters: try hyperparameters(areOverrides: false),
      seeds: seeds.split(separator: " ").compactMap { Int($0) }, outcome: row["outcome"],
      measures: try Row.fetchAll(
        connection, sql: "SELECT name, value FROM run_measure WHERE run = ? ORDER BY position",
        arguments: [number]
      ).map { Measure($0["name"], $0["value"] ?? .nan) },
      computeSeconds: row["compute_seconds"] ?? .nan, date: row["date"] ?? .nan)
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
  init(_ row: Row, _ connection: Database) throws {
    let id: Int = row["id"]
    self.init(
      lesson: row["lesson"], challenge: row["challenge"], passed: row["passed"],
      score: row["score"] ?? .nan,
      hyperparameters: try Row.fetchAll(
        connection,
        sql: """
          SELECT name, value FROM challenge_hyperparameter WHERE challenge = ? ORDER BY position
          """, arguments: [id]
      ).map(NamedText.init))
  }
}
