// SPDX-License-Identifier: MIT
import Glibc

/// Files and folders, read whole; the only place of this module that looks outside.
public enum LessonFile {
  /// The bytes of a file, one more than a lesson may have at most.
  ///
  /// - Throws: `LessonError` where it cannot be read.
  public static func read(_ path: String) throws(LessonError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw LessonError(path, reason()) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw LessonError(path, reason()) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw LessonError(path, "this is not a file")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(Int(status.st_size), MarkdownLimits.size) + 1)
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= MarkdownLimits.size {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw LessonError(path, reason())
      }
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// Whether a path leads to a folder; `nil` where it leads nowhere.
  static func isFolder(_ path: String) -> Bool? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in a folder, hidden ones left out, in order.
  ///
  /// - Throws: `LessonError` where it cannot be read.
  static func names(in folder: String) throws(LessonError) -> [String] {
    guard let directory = opendir(folder) else { throw LessonError(folder, reason()) }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func reason() -> String {
    switch errno {
    case ENOENT: "there is no such file or folder"
    case EACCES: "permission denied"
    case let code: String(cString: strerror(code))
    }
  }
}
