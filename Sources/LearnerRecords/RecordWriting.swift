// SPDX-License-Identifier: MIT
internal import GRDB

extension LearnerEvent {
  /// Writes the event within the connection's transaction, and returns the number of a run.
  ///
  /// A run that has a number already keeps it, unless another program took it meanwhile.
  func write(to connection: Database) throws -> Int? {
    switch self {
    case .run(let entry): return try entry.write(to: connection)
    case .challenge(let entry): try entry.write(to: connection)
    case .place(let lesson, let anchor, let offset):
      try connection.execute(
        sql: """
          INSERT INTO lesson (lesson, anchor, row_offset, turn) VALUES (?, ?, ?, \(Self.nextTurn))
          ON CONFLICT (lesson) DO UPDATE
          SET anchor = excluded.anchor, row_offset = excluded.row_offset, turn = excluded.turn
          """, arguments: [lesson, anchor, offset])
    case .lessonOpened(let lesson):
      try connection.execute(
        sql: """
          INSERT INTO lesson (lesson, turn) VALUES (?, \(Self.nextTurn))
          ON CONFLICT (lesson) DO UPDATE SET turn = excluded.turn
          """, arguments: [lesson])
    case .lessonFinished(let lesson):
      try connection.execute(
        sql: """
          INSERT INTO lesson (lesson, turn, is_finished) VALUES (?, \(Self.nextTurn), 1)
          ON CONFLICT (lesson) DO UPDATE SET is_finished = 1
          """, arguments: [lesson])
    case .mark(let name, let lesson, let anchor, let offset):
      try connection.execute(
        sql: "INSERT OR REPLACE INTO mark (name, lesson, anchor, row_offset) VALUES (?, ?, ?, ?)",
        arguments: [String(name), lesson, anchor, offset])
    case .bookmark(let bookmark):
      try connection.execute(
        sql: """
          INSERT INTO bookmark (name, lesson, anchor, row_offset) VALUES (?, ?, ?, ?)
          ON CONFLICT (name) DO UPDATE SET lesson = excluded.lesson, anchor = excluded.anchor,
            row_offset = excluded.row_offset
          """,
        arguments: [
          bookmark.name, bookmark.place.lesson, bookmark.place.anchor, bookmark.place.offset,
        ])
    case .bookmarkRemoved(let name):
      try connection.execute(sql: "DELETE FROM bookmark WHERE name = ?", arguments: [name])
    case .setting(let name, let value):
      try connection.execute(
        sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
        arguments: [name, value])
    case .typed(let line, let kind):
      try connection.execute(
        sql: "INSERT INTO typed_line (kind, line) VALUES (?, ?)", arguments: [kind.rawValue, line])
      try connection.execute(
        sql: "DELETE FROM typed_line WHERE id <= (SELECT max(id) FROM typed_line) - ?",
        arguments: [Self.typedLinesKept])
    case .answer(let entry):
      try connection.execute(
        sql: """
          INSERT INTO answer (lesson, quiz, question, given, is_correct, attempt, date)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          entry.lesson, entry.quiz, entry.question, entry.given, entry.isCorrect, entry.attempt,
          entry.date,
        ])
    case .prediction(let entry):
      try connection.execute(
        sql: "INSERT INTO prediction (lesson, block, chosen, was_right) VALUES (?, ?, ?, ?)",
        arguments: [entry.lesson, entry.block, entry.chosen, entry.wasRight])
    case .hint(let lesson, let block, let level):
      try connection.execute(
        sql: """
          INSERT INTO hint (lesson, block, level) VALUES (?, ?, ?)
          ON CONFLICT (lesson, block) DO UPDATE SET level = max(level, excluded.level)
          """, arguments: [lesson, block, level])
    }
    return nil
  }

  /// The number of typed lines, of all kinds together, that can be had again.
  static let typedLinesKept = 500

  /// Lessons are ordered by turns, not by the clock, which may be set back.
  private static let nextTurn = "(SELECT coalesce(max(turn), 0) + 1 FROM lesson)"
}

extension RunEntry {
  fileprivate func write(to connection: Database) throws -> Int {
    let isTaken = try Bool.fetchOne(
      connection, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE number = ?)", arguments: [number])
    try connection.execute(
      sql: """
        INSERT INTO run (
          number, lesson, experiment, overrides, hyperparameters, seeds, outcome, measures,
          compute_seconds, date, kind, figures, is_sweep, variants)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number > 0 && isTaken == false ? number : nil, lesson, experiment, pairText(overrides),
        pairText(hyperparameters), seeds.map(String.init).joined(separator: " "), outcome,
        pairText(measures.map { NamedText($0.name, "\($0.value)") }), computeSeconds, date,
        kind, figures.joined(separator: " "), isSweep, variantText(variants),
      ])
    return Int(connection.lastInsertedRowID)
  }
}

extension ChallengeEntry {
  fileprivate func write(to connection: Database) throws {
    try connection.execute(
      sql: """
        INSERT INTO challenge (lesson, challenge, passed, score, hyperparameters)
        VALUES (?, ?, ?, ?, ?)
        """, arguments: [lesson, challenge, passed, score, pairText(hyperparameters)])
  }
}
