internal import GRDB

// SPDX-License-Identifier: MIT
#if canImport(Glibc)
  import Glibc
#endif

extension LearnerRecord {
  /// Forgets what the learner did in a lesson, or everywhere; run numbers are not given again.
  ///
  /// - Parameter lesson: The lesson's identifier, or nil for all of them.
  /// - Returns: The file that keeps the record as it was before.
  /// - Throws: `RecordError` where the record cannot be written; nothing is forgotten then.
  @discardableResult
  public func reset(lesson: String?) throws(RecordError) -> String {
    let (database, file) = try savedDatabase(unlessDone: "Nothing was reset")
    let keeper = firstFreeName(after: file.path, before: "reset")
    try backup(to: keeper)
    do {
      try database.write { connection in
        for table in RecordSchema.lessonTables {
          try connection.execute(
            sql: "DELETE FROM \(table) WHERE ?1 IS NULL OR lesson = ?1", arguments: [lesson])
        }
        if lesson == nil { try connection.execute(sql: "DELETE FROM typed_line") }
      }
    } catch {
      throw RecordError("Nothing was reset: the record \(RecordConnection.complaint(error)).")
    }
    return keeper
  }

  /// Copies the record into a new file, which no existing file is overwritten for.
  ///
  /// - Parameter path: The new file.
  /// - Throws: `RecordError` where the file exists or cannot be written.
  public func backup(to path: String) throws(RecordError) {
    let target = try RecordFile(path: path)
    let database = try state.withLock { state throws(RecordError) in
      if case .notSaving(let reason) = state.availability, !state.holdsFile {
        throw RecordError("No backup was made. \(reason)")
      }
      return state.database
    }
    let descriptor = Glibc.open(target.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor < 0 {
      let reason = errno == EEXIST ? "it exists already" : systemReason()
      throw RecordError("\(path) was not written: \(reason).")
    }
    close(descriptor)
    do {
      try RecordConnection.attempt(target) {
        try database.writeWithoutTransaction { connection in
          try connection.execute(sql: "VACUUM INTO ?", arguments: [target.path])
        }
      }
      try target.synchronize()
    } catch {
      unlink(target.path)
      throw RecordError("No backup was made: \(error).")
    }
  }

  /// Replaces the record by a backup, whole or not at all, once the backup has been checked.
  ///
  /// - Parameter path: A file that `backup(to:)` made.
  /// - Returns: The file that keeps the record as it was before.
  /// - Throws: `RecordError` where the backup is not a record, is damaged or is newer, or where
  ///   the record cannot be written; the record is unchanged then.
  public func restore(from path: String) throws(RecordError) -> String {
    let source = try RecordFile(path: path)
    let version: Int
    switch try source.content() {
    case .record(let own): version = own
    case .missing: throw RecordError("Nothing was restored: there is no file \(path).")
    default: throw RecordError("Nothing was restored: \(path) holds no record.")
    }
    if version > RecordSchema.version { throw RecordConnection.newer(source) }
    let replacement = try RecordConnection.attempt(source) {
      try RecordConnection.copyInMemory(RecordConnection.readable(source, quickly: false))
    }
    if let unusable = state.withLock({ $0.unusable }) { return try put(replacement, for: unusable) }
    let (database, file) = try savedDatabase(unlessDone: "Nothing was restored")
    let keeper = firstFreeName(after: file.path, before: "restore")
    try backup(to: keeper)
    let last = try RecordConnection.attempt(file) {
      let taken = try RecordConnection.lastRunNumber(database)
      try RecordConnection.continueNumbering(replacement, after: taken)
      try replacement.backup(to: database)
      return try RecordConnection.lastRunNumber(database)
    }
    state.withLock { $0.lastRunNumber = last }
    return keeper
  }

  /// Moves a file that is of no use aside, its journal too, and puts a record in its place.
  private func put(_ replacement: DatabaseQueue, for file: RecordFile) throws(RecordError) -> String
  {
    let keeper = firstFreeName(after: file.path, before: "restore")
    guard rename(file.path, keeper) == 0 else {
      throw RecordError("Nothing was restored: \(file.path) cannot be moved: \(systemReason()).")
    }
    rename("\(file.path)-journal", "\(keeper)-journal")
    do throws(RecordError) {
      try file.create(RecordConnection.fill)
      let patience = Patience(seconds: 5)
      let database = try RecordConnection.writable(file, patience)
      let last = try RecordConnection.attempt(file) {
        try replacement.backup(to: database)
        return try RecordConnection.lastRunNumber(database)
      }
      state.withLock { state in
        (state.database, state.file, state.unusable) = (database, file, nil)
        (state.identity, state.waiting, state.availability) = (file.identity(), nil, .saving)
        (state.holdsFile, state.isChecked, state.lastRunNumber) = (true, true, last)
        (state.patience, state.writingSeconds) = (patience, 5)
      }
      return keeper
    } catch {
      rename(keeper, file.path)
      rename("\(keeper)-journal", "\(file.path)-journal")
      throw error
    }
  }

  /// The file and its database, where what is written is kept.
  private func savedDatabase(unlessDone complaint: String) throws(RecordError)
    -> (DatabaseQueue, RecordFile)
  {
    try state.withLock { state throws(RecordError) in
      state.saveWaitingEvents()
      switch (state.availability, state.file) {
      case (.saving, .some(let file)): return (state.database, file)
      case (.notSaving(let reason), _): throw RecordError("\(complaint). \(reason)")
      case (.saving, nil): throw RecordError("\(complaint): the record is not in a file.")
      }
    }
  }

  private func firstFreeName(after path: String, before act: String) -> String {
    var number = 1
    while access("\(path).before-\(act)-\(number)", F_OK) == 0 { number += 1 }
    return "\(path).before-\(act)-\(number)"
  }
}
