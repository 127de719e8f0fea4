// SPDX-License-Identifier: MIT
internal import GRDB

extension LearnerRecord.State {
  /// Writes an event to the file, or to memory where the file refuses it.
  mutating func append(_ event: LearnerEvent) throws(RecordError) -> StoredEvent {
    saveWaitingEvents()
    if waiting == nil, let file {
      do {
        try checkIdentity(of: file)
        if !isChecked { try RecordConnection.checkBeforeWriting(database) }
        isChecked = true
        return try write(event, to: database, isSaved: true)
      } catch {
        continueInMemory(file, after: error)
      }
    }
    do {
      let stored = try write(event, to: database, isSaved: false)
      let kept = numbered(event, stored.runNumber)
      waiting?.events.append(kept)
      return stored
    } catch {
      throw RecordError("The record \(RecordConnection.complaint(error)).")
    }
  }

  /// Tries once more to write the events that the file refused, all or none of them.
  mutating func saveWaitingEvents() {
    guard let waiting, let file else { return }
    do {
      try checkIdentity(of: file)
      let last = try waiting.database.write { connection in
        try waiting.events.compactMap { try $0.write(to: connection) }.last
      }
      patience.set(seconds: writingSeconds)
      lastRunNumber = max(lastRunNumber, last ?? 0)
      database = waiting.database
      self.waiting = nil
      availability = .saving
    } catch {
      // The reason was said when the first of the events was refused, and stands.
    }
  }

  private mutating func write(
    _ event: LearnerEvent, to database: DatabaseQueue, isSaved: Bool
  ) throws -> StoredEvent {
    let number = try database.write { try event.write(to: $0) }
    lastRunNumber = max(lastRunNumber, number ?? 0)
    return StoredEvent(runNumber: number, isSaved: isSaved)
  }

  /// Goes on with a copy of the file in memory, and waits no longer for the file's lock.
  private mutating func continueInMemory(_ file: RecordFile, after error: any Error) {
    let complaint =
      (error as? RecordError)?.description
      ?? "\(file.path) \(RecordConnection.complaint(error))"
    patience.set(seconds: 0)
    guard let memory = memoryCopy() else { return }
    availability = .notSaving(reason: "Nothing new is saved: \(complaint).")
    if RecordConnection.isDamage(error) {
      // Nothing is ever written to it again.
      (self.file, unusable) = (nil, file)
    } else {
      waiting = LearnerRecord.Waiting(database: database, events: [])
    }
    database = memory
  }

  private func memoryCopy() -> DatabaseQueue? {
    if let copy = try? RecordConnection.copyInMemory(database),
      (try? RecordConnection.continueNumbering(copy, after: lastRunNumber)) != nil
    {
      return copy
    }
    return try? RecordConnection.inMemory(lastRunNumber: lastRunNumber)
  }

  /// Throws where the path leads to another file than the one that is open.
  ///
  /// A file deleted while it is open still takes every write, and loses them all.
  private func checkIdentity(of file: RecordFile) throws(RecordError) {
    guard file.identity() == identity else {
      throw RecordError("\(file.path) was moved or deleted while it was in use")
    }
  }

  private func numbered(_ event: LearnerEvent, _ number: Int?) -> LearnerEvent {
    guard case .run(var entry) = event, let number else { return event }
    entry.number = number
    return .run(entry)
  }
}
