// SPDX-License-Identifier: MIT
internal import GRDB
internal import Synchronization

/// What a learner did, durable: places, runs, answers, predictions, hints and challenges.
///
/// An event is on disk when `append` returns it as saved: one transaction each, rolled back by the
/// next opening if the program was killed within it. Several programs may use one record at once.
/// No opening and no failure deletes, moves or overwrites the file; where it cannot be used, the
/// record goes on in memory and `availability` says why.
public final class LearnerRecord: Sendable {
  struct Waiting {
    var database: DatabaseQueue
    var events: [LearnerEvent]
  }

  struct State {
    /// The database that answers queries: the file's, or one in memory.
    var database: DatabaseQueue
    /// The record's file, as found at the opening; nil for a record that is never saved.
    var file: RecordFile?
    /// A file of the record's name that is of no use to this program, which a backup can replace.
    var unusable: RecordFile?
    /// What tells the file from another of its name.
    var identity: [UInt]?
    /// The file's database while writes to it fail, and the events that wait for it.
    var waiting: Waiting?
    var availability: RecordAvailability
    /// Whether the database is the file's or a copy of it, and not an empty one in its stead.
    var holdsFile = true
    /// Whether every page of the file was looked at.
    var isChecked = false
    var note: String?
    var lastRunNumber: Int
    /// How long the file's database waits for a lock at present, and usually.
    var patience = Patience(seconds: 0)
    var writingSeconds = 0.0
  }

  let state: Mutex<State>

  private init(_ state: sending State) { self.state = Mutex(state) }

  /// Whether what the learner does is kept; looked at again after each event.
  public var availability: RecordAvailability { state.withLock { $0.availability } }

  /// Something about the opening that the learner should know once.
  public var note: String? { state.withLock { $0.note } }

  /// A record that is forgotten at the end, such as one for `none`.
  ///
  /// - Parameter reason: Why nothing is saved, as a sentence.
  /// - Returns: The record, empty.
  /// - Throws: `RecordError` where even memory cannot hold it.
  public static func inMemory(reason: String) throws(RecordError) -> LearnerRecord {
    try inMemory(reason: reason, unusable: nil)
  }

  private static func inMemory(
    reason: String, unusable: RecordFile?
  ) throws(RecordError) -> LearnerRecord {
    do {
      return LearnerRecord(
        State(
          database: try RecordConnection.inMemory(), unusable: unusable,
          availability: .notSaving(reason: reason), holdsFile: false, lastRunNumber: 0))
    } catch {
      throw RecordError("No record can be made in memory: \(error)")
    }
  }

  /// Opens the record at a path, and makes it where nothing is; nil stands for no home folder.
  ///
  /// A file that cannot be used is left as it is, byte for byte, and the record is one in memory,
  /// filled from the file where that can be read.
  ///
  /// - Parameters:
  ///   - path: The file, or nil where the environment names none.
  ///   - patience: How long a write waits for another program's lock, in seconds.
  /// - Returns: The record; its `availability` says whether it is the file's.
  /// - Throws: `RecordError` where not even a record in memory can be made.
  public static func open(path: String?, patience: Double = 5) throws(RecordError) -> LearnerRecord
  {
    guard let path else {
      return try inMemory(
        reason: "Nothing is saved: neither HOME nor XDG_STATE_HOME names a folder for the record.")
    }
    do throws(RecordError) {
      return try open(RecordFile(path: path), writingSeconds: patience)
    } catch {
      let way = error.isOfFile ? " nntutor restore FILE puts a backup in its place." : ""
      return try inMemory(
        reason: "Nothing is saved: \(error); it was left as it is.\(way)",
        unusable: error.isOfFile ? try RecordFile(path: path) : nil)
    }
  }

  private static func open(_ file: RecordFile, writingSeconds: Double) throws(RecordError)
    -> LearnerRecord
  {
    var note: String?
    switch try file.content() {
    case .missing: try file.create(RecordConnection.fill)
    case .empty: note = "\(file.path) was empty; a new record was begun in it."
    case .record(let version) where version > RecordSchema.version:
      throw RecordConnection.newer(file)
    case .record: break
    }
    if let complaint = file.writingComplaint() {
      return try readOnly(file, complaint: complaint)
    }
    // The first screen does not wait as long as a write does.
    let patience = Patience(seconds: min(1, writingSeconds))
    let database = try RecordConnection.writable(file, patience)
    let last = try RecordConnection.attempt(file) {
      try RecordConnection.lastRunNumber(database)
    }
    patience.set(seconds: writingSeconds)
    return LearnerRecord(
      State(
        database: database, file: file, identity: file.identity(), availability: .saving,
        note: note, lastRunNumber: last, patience: patience,
        writingSeconds: writingSeconds))
  }

  /// A copy in memory of a record that may be read and not written.
  private static func readOnly(_ file: RecordFile, complaint: RecordError) throws(RecordError)
    -> LearnerRecord
  {
    guard case .record = try file.content() else { throw complaint }
    let copy = try RecordConnection.attempt(file) {
      try RecordConnection.copyInMemory(RecordConnection.readable(file, quickly: true))
    }
    let last = try RecordConnection.attempt(file) { try RecordConnection.lastRunNumber(copy) }
    let reason = "Nothing new is saved: \(complaint)."
    return LearnerRecord(
      State(database: copy, availability: .notSaving(reason: reason), lastRunNumber: last))
  }

  /// Keeps an event, and numbers it where it is a run.
  ///
  /// Where the file refuses the event, it stays in memory and is tried again with each later one.
  ///
  /// - Parameter event: What the learner did.
  /// - Returns: The run's number and whether the event is on disk.
  /// - Throws: `RecordError` where not even memory takes the event.
  @discardableResult
  public func append(_ event: LearnerEvent) throws(RecordError) -> StoredEvent {
    try state.withLock { state throws(RecordError) in
      try state.append(event)
    }
  }

  /// Tries again to write the events that the file refused.
  ///
  /// - Returns: Whether everything is saved now.
  public func saveWaitingEvents() -> RecordAvailability {
    state.withLock { state in
      state.saveWaitingEvents()
      return state.availability
    }
  }

  /// Reads from the database; a failure becomes a sentence.
  func read<Result: Sendable>(
    _ query: @Sendable (Database) throws -> Result
  ) throws(RecordError) -> Result {
    let database = state.withLock { $0.database }
    do {
      return try database.read(query)
    } catch let error as DatabaseError {
      throw RecordError("The record \(RecordConnection.complaint(error)).")
    } catch {
      throw RecordError("The record is damaged: a row of it cannot be read.")
    }
  }
}
