// SPDX-License-Identifier: MIT
#if canImport(Glibc)
  import Glibc
#endif

/// A record's file before the database sees it.
///
/// The header is read by hand, so that a file which is not a record is never opened for writing:
/// the database would take an empty transaction log next to it for its own, or change its header.
struct RecordFile {
  /// What the path holds.
  enum Content: Equatable {
    /// Nothing.
    case missing
    /// A file without a byte.
    case empty
    /// A record whose schema has this version.
    case record(version: Int)
  }

  /// Marks a database as a record, at byte 68 of its header: "nnTu".
  static let applicationID: Int32 = 0x6E6E_5475

  /// The path, never read as anything but a file's name.
  let path: String

  /// Takes the path as it was given.
  init(path: String) throws(RecordError) {
    if path.isEmpty { throw RecordError("The record's file has an empty name.") }
    if path.utf8.contains(0) { throw RecordError("The record's file name holds a NUL character.") }
    // The database reads names such as ":memory:" and "file:…" its own way.
    self.path = path.hasPrefix("/") ? path : "./" + path
  }

  /// Looks at the file without changing it.
  func content() throws(RecordError) -> Content {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return .missing }
      throw RecordError("\(path) cannot be reached: \(systemReason())")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw RecordError("\(path) is not a file")
    }
    if status.st_size == 0 { return .empty }
    let header = try firstBytes(100)
    guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw RecordError(
        "\(path) is not a learner's record but another kind of file", isOfFile: true)
    }
    guard number(at: 68, in: header) == Self.applicationID else {
      throw RecordError(
        "\(path) is not a learner's record but another program's database", isOfFile: true)
    }
    return .record(version: Int(number(at: 60, in: header)))
  }

  /// Makes the file, for its owner alone, and up to three folders above it.
  ///
  /// Three are what `~/.local/state/nntutor` can lack; a home that does not exist is not made. A
  /// draft is filled and takes the name once it is whole, so that it needs no journal and a program
  /// killed meanwhile leaves no half of a record. The disk is waited for with the first event, which
  /// writes the tables too. Where another program makes the file first, that one stays.
  func create(_ fill: (RecordFile) throws(RecordError) -> Void) throws(RecordError) {
    try createFolders(above: path, limit: 3)
    // Two threads may make the same record at once, so the program's number is not enough.
    let mark = UInt32.random(in: .min ... .max)
    let draft = try RecordFile(path: "\(path).new-\(getpid())-\(mark)")
    let descriptor = open(draft.path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw RecordError("\(path) cannot be made: \(systemReason())") }
    close(descriptor)
    defer { unlink(draft.path) }
    try fill(draft)
    let isNamed =
      link(draft.path, path) == 0 || errno == EEXIST
      // Some file systems know no second names.
      || access(path, F_OK) != 0 && rename(draft.path, path) == 0
    if !isNamed { throw RecordError("\(path) cannot be made: \(systemReason())") }
  }

  /// Why the file or the folder that holds its journal refuses to be written, if one does.
  func writingComplaint() -> RecordError? {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    if descriptor >= 0 {
      close(descriptor)
      if access(folder(of: path), W_OK) == 0 { return nil }
    }
    return RecordError("\(path) cannot be written: \(systemReason())")
  }

  /// The device and the number of the file, which tell it from a later one of its name.
  func identity() -> [UInt]? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return [UInt(status.st_dev), UInt(status.st_ino)]
  }

  /// Makes sure that the file and its name survive a power cut.
  func synchronize() throws(RecordError) {
    for place in [path, folder(of: path)] {
      let descriptor = open(place, O_RDONLY | O_CLOEXEC)
      let done = descriptor >= 0 && fsync(descriptor) == 0
      let reason = systemReason()
      if descriptor >= 0 { close(descriptor) }
      if !done { throw RecordError("\(place) cannot be written to disk: \(reason)") }
    }
  }

  private func createFolders(above place: String, limit: Int) throws(RecordError) {
    let parent = folder(of: place)
    if access(parent, F_OK) == 0 { return }
    let reason = systemReason()
    guard limit > 0, errno == ENOENT, parent != place else {
      throw RecordError("\(path) cannot be made: \(parent): \(reason)")
    }
    try createFolders(above: parent, limit: limit - 1)
    // Another program may make the folder at the same moment; that is as good.
    guard mkdir(parent, 0o700) == 0 || errno == EEXIST else {
      throw RecordError("\(path) cannot be made: the folder \(parent): \(systemReason())")
    }
  }

  private func firstBytes(_ count: Int) throws(RecordError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw RecordError("\(path) cannot be read: \(systemReason())") }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = pread(descriptor, &bytes, count, 0)
    if got < 0 { throw RecordError("\(path) cannot be read: \(systemReason())") }
    return Array(bytes.prefix(got))
  }

  private func number(at offset: Int, in header: [UInt8]) -> Int32 {
    Int32(bitPattern: header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }

  private func folder(of place: String) -> String {
    guard let slash = place.lastIndex(of: "/") else { return "." }
    return slash == place.startIndex ? "/" : String(place[..<slash])
  }
}

/// The system's words for the last error, as `permission denied`.
func systemReason() -> String {
  let words = String(cString: strerror(errno))
  return words.prefix(1).lowercased() + words.dropFirst()
}
