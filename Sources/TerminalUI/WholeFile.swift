// SPDX-License-Identifier: MIT
import Glibc

/// What is wrong with a file, as a sentence.
public struct FileError: Error, CustomStringConvertible {
  /// The sentence.
  public let description: String
  /// Makes an error.
  public init(_ description: String) { self.description = description }
}

/// A file that is written as a whole or not at all.
public struct WholeFile {
  private let path: String

  /// The file of a name.
  public init(_ path: String) { self.path = path }

  /// Refuses a name that cannot be written, before any work is done for it.
  public func check(replaces: Bool) throws(FileError) {
    if path.isEmpty { throw FileError("the file's name is empty") }
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw FileError("\(path) is a folder")
    case S_IFREG: break
    // The new file would take the place of the link, the pipe or the device itself.
    default: throw FileError("\(path) is no plain file; nothing is written there")
    }
    if !replaces { throw FileError("\(path) exists; --force replaces it") }
  }

  /// Writes a text beside the file, then gives it the file's name in one step.
  public func write(_ text: String, replaces: Bool) throws(FileError) {
    try check(replaces: replaces)
    let waiting = "\(path).\(getpid()).part"
    let descriptor = open(waiting, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw FileError("\(path) cannot be written: \(Self.reason)") }
    let isWritten = Self.write(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
    let reason = Self.reason
    if close(descriptor) != 0 || !isWritten {
      unlink(waiting)
      throw FileError("\(path) cannot be written: \(reason)")
    }
    // A link fails where the name was taken meanwhile; not every file system has links.
    if !replaces, link(waiting, path) == 0 {
      unlink(waiting)
      return
    }
    if !replaces, errno == EEXIST {
      unlink(waiting)
      throw FileError("\(path) exists; --force replaces it")
    }
    if rename(waiting, path) != 0 {
      let reason = Self.reason
      unlink(waiting)
      throw FileError("\(path) cannot be written: \(reason)")
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  private static var reason: String {
    let words = String(cString: strerror(errno))
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
