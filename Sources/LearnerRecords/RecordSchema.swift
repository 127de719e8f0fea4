// SPDX-License-Identifier: MIT
internal import GRDB

/// The record's tables, as the steps that made them.
enum RecordSchema {
  /// A step is never changed once it has been released; a new one is added below it.
  ///
  /// No table is `WITHOUT ROWID`: the check of SQLite 3.40 finds such tables damaged that are not.
  private static let steps: [(name: String, statements: String)] = [
    (
      "places, runs, answers",
      """
      CREATE TABLE lesson (
        lesson TEXT PRIMARY KEY, anchor TEXT, row_offset INTEGER,
        turn INTEGER NOT NULL, is_finished INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE mark (
        name TEXT PRIMARY KEY, lesson TEXT NOT NULL, anchor TEXT NOT NULL,
        row_offset INTEGER NOT NULL);
      CREATE TABLE bookmark (
        id INTEGER PRIMARY KEY, lesson TEXT NOT NULL, anchor TEXT NOT NULL,
        row_offset INTEGER NOT NULL, UNIQUE (lesson, anchor, row_offset));
      CREATE TABLE run (
        number INTEGER PRIMARY KEY AUTOINCREMENT, lesson TEXT NOT NULL, experiment TEXT NOT NULL,
        overrides TEXT NOT NULL, hyperparameters TEXT NOT NULL, seeds TEXT NOT NULL,
        outcome TEXT NOT NULL, measures TEXT NOT NULL, compute_seconds REAL, date REAL);
      CREATE TABLE answer (
        id INTEGER PRIMARY KEY, lesson TEXT NOT NULL, quiz TEXT NOT NULL, question TEXT NOT NULL,
        given TEXT NOT NULL, is_correct INTEGER NOT NULL, attempt INTEGER NOT NULL, date REAL);
      CREATE TABLE prediction (
        id INTEGER PRIMARY KEY, lesson TEXT NOT NULL, block TEXT NOT NULL, chosen TEXT NOT NULL,
        was_right INTEGER);
      CREATE TABLE hint (
        lesson TEXT NOT NULL, block TEXT NOT NULL, level INTEGER NOT NULL,
        PRIMARY KEY (lesson, block));
      CREATE TABLE challenge (
        id INTEGER PRIMARY KEY, lesson TEXT NOT NULL, challenge TEXT NOT NULL,
        passed INTEGER NOT NULL, score REAL, hyperparameters TEXT NOT NULL);
      """
    ),
    (
      "bookmarks by name, settings, typed lines",
      """
      ALTER TABLE bookmark RENAME TO nameless_bookmark;
      CREATE TABLE bookmark (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, lesson TEXT NOT NULL,
        anchor TEXT NOT NULL, row_offset INTEGER NOT NULL);
      INSERT INTO bookmark (id, name, lesson, anchor, row_offset)
        SELECT id, 'bookmark ' || id, lesson, anchor, row_offset FROM nameless_bookmark;
      DROP TABLE nameless_bookmark;
      CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
      CREATE TABLE typed_line (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, line TEXT NOT NULL);
      """
    ),
    (
      "runs of several variants",
      """
      ALTER TABLE run ADD COLUMN kind TEXT NOT NULL DEFAULT '';
      ALTER TABLE run ADD COLUMN figures TEXT NOT NULL DEFAULT '';
      ALTER TABLE run ADD COLUMN is_sweep INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE run ADD COLUMN variants TEXT NOT NULL DEFAULT '';
      """
    ),
  ]

  /// The version that the steps lead to, kept as the database's `user_version`.
  static var version: Int { steps.count }

  /// Tables with one row or more for each lesson, in the order in which a reset empties them.
  static let lessonTables = [
    "run", "answer", "prediction", "hint", "challenge", "mark", "bookmark", "lesson",
  ]

  /// Brings a database to the current version, each step whole or not at all.
  static func migrate(_ database: DatabaseQueue) throws {
    try database.writeWithoutTransaction { connection in
      // First of all, so that a program killed after it leaves a file known to be ours.
      try connection.execute(sql: "PRAGMA application_id = \(RecordFile.applicationID)")
    }
    var migrator = DatabaseMigrator()
    for (index, step) in steps.enumerated() {
      migrator.registerMigration(step.name) { connection in
        try connection.execute(sql: step.statements)
        try connection.execute(sql: "PRAGMA user_version = \(index + 1)")
      }
    }
    do {
      try migrator.migrate(database)
    } catch {
      // Another program may have taken the same step since we looked; then nothing is left to do.
      try migrator.migrate(database)
    }
  }
}
