// SPDX-License-Identifier: MIT
#if canImport(Glibc)
  import Glibc
#endif

/// Tells when a file was written anew or replaced by another of its name.
///
/// The file's folder is watched, since editors write a new file and rename it over the old one.
/// Nothing wakes the program while nothing changes. Where the system has no watch left, none is
/// told of, and the lesson is read again only where it is asked for.
public final class FileWatch {
  /// Readable while something happened in the folder; negative without a watch.
  let descriptor: Int32
  private var watch: Int32 = -1
  private var name = ""

  /// Begins to watch nothing.
  public init() { descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)) }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches one file from now on; where it is a link, the file that it leads to.
  public func follow(_ path: String) {
    let whole = realpath(path, nil).map { pointer in
      defer { free(pointer) }
      return String(cString: pointer)
    }
    guard descriptor >= 0, let whole, let slash = whole.lastIndex(of: "/") else { return }
    if watch >= 0 { inotify_rm_watch(descriptor, watch) }
    name = String(whole[whole.index(after: slash)...])
    let folder = slash == whole.startIndex ? "/" : String(whole[..<slash])
    let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO)
    watch = inotify_add_watch(descriptor, folder, events)
  }

  /// Takes what happened since the last call; returns whether the file is another now.
  public func take() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 16 * 1024)
    var isChanged = false
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      if count <= 0 { return isChanged }
      isChanged = Self.names(in: bytes[..<count], of: watch).contains(name) || isChanged
    }
  }

  /// The names that events of a watch speak of.
  private static func names(in bytes: ArraySlice<UInt8>, of watch: Int32) -> [String] {
    let header = MemoryLayout<inotify_event>.size
    var names: [String] = []
    var rest = bytes
    while rest.count >= header {
      let event = rest.withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let name = rest.dropFirst(header).prefix(Int(event.len)).prefix { $0 != 0 }
      if event.wd == watch { names.append(String(decoding: name, as: UTF8.self)) }
      rest = rest.dropFirst(header + Int(event.len))
    }
    return names
  }
}
