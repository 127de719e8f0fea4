// SPDX-License-Identifier: MIT
internal import GRDB

/// A record's database, opened and checked.
enum RecordConnection {
  /// An empty record in memory, whose runs are numbered after the last number that is taken.
  static func inMemory(lastRunNumber: Int = 0) throws -> DatabaseQueue {
    let database = try DatabaseQueue(configuration: Configuration())
    try RecordSchema.migrate(database)
    try continueNumbering(database, after: lastRunNumber)
    return database
  }

  /// Makes the tables in a file that no one else knows yet, without waiting for the disk.
  static func fill(_ draft: RecordFile) throws(RecordError) {
    try attempt(draft) {
      let database = try DatabaseQueue(path: draft.path, configuration: Configuration())
      try database.writeWithoutTransaction { connection in
        try connection.execute(sql: "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF")
      }
      try RecordSchema.migrate(database)
      try database.close()
    }
  }

  /// Opens a record that may be written, makes its tables where they are missing, and checks it.
  static func writable(_ file: RecordFile, _ patience: Patience) throws(RecordError)
    -> DatabaseQueue
  {
    try attempt(file) {
      var configuration = Configuration()
      configuration.busyMode = patience.busyMode
      let database = try DatabaseQueue(path: file.path, configuration: configuration)
      try check(database, quickly: true, file)
      try database.writeWithoutTransaction { connection in
        // The write-ahead log of SQLite 3.7.0 to 3.51.2 can damage a file that two programs write.
        try connection.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL")
      }
      if try version(database) < RecordSchema.version { try RecordSchema.migrate(database) }
      return database
    }
  }

  /// Opens a record that is only read, such as a backup.
  static func readable(_ file: RecordFile, quickly: Bool) throws(RecordError) -> DatabaseQueue {
    try attempt(file) {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = Patience(seconds: 1).busyMode
      let database = try DatabaseQueue(path: file.path, configuration: configuration)
      try check(database, quickly: quickly, file)
      return database
    }
  }

  /// A copy of a record in memory.
  static func copyInMemory(_ source: DatabaseQueue) throws -> DatabaseQueue {
    let copy = try DatabaseQueue(configuration: Configuration())
    try source.backup(to: copy)
    if try version(copy) < RecordSchema.version { try RecordSchema.migrate(copy) }
    return copy
  }

  /// The highest run number ever given, also where its run was reset.
  static func lastRunNumber(_ database: DatabaseQueue) throws -> Int {
    try database.read { connection in
      try Int.fetchOne(connection, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'run'") ?? 0
    }
  }

  /// Makes the next run's number at least one more than a number.
  static func continueNumbering(_ database: DatabaseQueue, after number: Int) throws {
    let last = try lastRunNumber(database)
    if number <= last { return }
    try database.write { connection in
      try connection.execute(sql: "DELETE FROM sqlite_sequence WHERE name = 'run'")
      try connection.execute(
        sql: "INSERT INTO sqlite_sequence (name, seq) VALUES ('run', ?)", arguments: [number])
    }
  }

  /// Does something with a record's database; what the database refuses becomes a sentence.
  static func attempt<Result>(_ file: RecordFile, _ work: () throws -> Result) throws(RecordError)
    -> Result
  {
    do {
      return try work()
    } catch let error as RecordError {
      throw error
    } catch {
      throw RecordError("\(file.path) \(complaint(error))", isOfFile: isDamage(error))
    }
  }

  /// Whether an error says that the file itself is damaged.
  static func isDamage(_ error: any Error) -> Bool {
    guard let error = error as? DatabaseError else { return false }
    return [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode.primaryResultCode)
  }

  /// What is wrong with a file, as the end of a sentence that names it.
  static func complaint(_ error: any Error) -> String {
    guard let error = error as? DatabaseError else { return "cannot be used: \(error)" }
    return complaints[error.resultCode.primaryResultCode.rawValue]
      ?? "cannot be used: \(error.message ?? "unknown error")"
  }

  /// The pages that are checked within some milliseconds: 512 kB.
  private static let quickPageCount = 128

  private static let complaints: [CInt: String] = [
    DatabaseError.SQLITE_BUSY.rawValue: "is locked by another program",
    DatabaseError.SQLITE_LOCKED.rawValue: "is locked by another program",
    DatabaseError.SQLITE_FULL.rawValue: "cannot be written: the disk is full",
    DatabaseError.SQLITE_READONLY.rawValue: "cannot be written: it is read-only",
    DatabaseError.SQLITE_PERM.rawValue: "cannot be written: permission denied",
    DatabaseError.SQLITE_IOERR.rawValue: "cannot be read or written: the disk reports an error",
    DatabaseError.SQLITE_CANTOPEN.rawValue: "cannot be opened, or no journal can be made beside it",
    DatabaseError.SQLITE_CORRUPT.rawValue: "is damaged",
    DatabaseError.SQLITE_NOTADB.rawValue: "is damaged",
  ]

  private static func version(_ database: DatabaseQueue) throws -> Int {
    try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
  }

  /// Looks at every page of a record that is written to for the first time.
  ///
  /// - Throws: `DatabaseError` where one is damaged.
  static func checkBeforeWriting(_ database: DatabaseQueue) throws {
    let verdict = try database.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
    if verdict != "ok" { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
  }

  /// Checks a record; a quick check leaves out the pages of a long one, which are looked at before
  /// anything is written to it.
  private static func check(_ database: DatabaseQueue, quickly: Bool, _ file: RecordFile) throws {
    let verdict = try database.read { connection in
      let pages = try Int.fetchOne(connection, sql: "PRAGMA page_count") ?? 0
      if quickly && pages > quickPageCount { return Optional("ok") }
      let pragma = quickly ? "quick_check(1)" : "integrity_check(1)"
      return try String.fetchOne(connection, sql: "PRAGMA \(pragma)")
    }
    if verdict != "ok" { throw RecordError("\(file.path) is damaged", isOfFile: true) }
    let version = try version(database)
    if version > RecordSchema.version { throw newer(file) }
  }

  /// The sentence on a record that a later release made.
  static func newer(_ file: RecordFile) -> RecordError {
    RecordError("\(file.path) was made by a newer nntutor; this one cannot read it", isOfFile: true)
  }
}
