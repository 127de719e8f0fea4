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
  /// Fetches runs with what belongs to them, the newest first: three statements for any number.
  static func fetch(
    _ connection: Database, where condition: String, _ argument: Int
  ) throws -> [RunEntry] {
    func rows(_ sql: String) throws -> [Row] {
      try Row.fetchAll(connection, sql: sql, arguments: [argument])
    }
    let chosen = "run IN (SELECT number FROM run WHERE \(condition))"
    var pairs: [Int: (own: [NamedText], overrides: [NamedText])] = [:]
    for row in try rows("SELECT * FROM run_hyperparameter WHERE \(chosen) ORDER BY run, position") {
      let isOverride: Bool = row["is_override"]
      if isOverride {
        pairs[row["run"], default: ([], [])].overrides.append(NamedText(row))
      } else {
        pairs[row["run"], default: ([], [])].own.append(NamedText(row))
      }
    }
    var measures: [Int: [Measure]] = [:]
    for row in try rows("SELECT * FROM run_measure WHERE \(chosen) ORDER BY run, position") {
      measures[row["run"], default: []].append(Measure(row["name"], row["value"] ?? .nan))
    }
    return try rows("SELECT * FROM run WHERE \(condition) ORDER BY number DESC").map { row in
      let number: Int = row["number"]
      let seeds: String = row["seeds"]
      return RunEntry(
        number: number, lesson: row["lesson"], experiment: row["experiment"],
        overrides: pairs[number]?.overrides ?? [], hyperparameters: pairs[number]?.own ?? [],
        seeds: seeds.split(separator: " ").compactMap { Int($0) }, outcome: row["outcome"],
        measures: measures[number] ?? [], computeSeconds: row["compute_seconds"] ?? .nan,
        date: row["date"] ?? .nan)
    }
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
