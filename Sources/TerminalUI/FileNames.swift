// SPDX-License-Identifier: MIT
#if canImport(Glibc)
  import Glibc
#endif

/// The names of files as a learner types them.
public enum FileNames {
  /// A name with the home folder in the place of a `~` at its beginning, as a shell reads it.
  public static func expanded(_ name: String) -> String {
    guard name == "~" || name.hasPrefix("~/"), let home = getenv("HOME") else { return name }
    return String(cString: home) + name.dropFirst()
  }

  /// The names that a beginning goes on to, sorted; a folder's ends in a slash.
  ///
  /// Hidden files are left out until a dot is typed. Names with blanks are put in quotes.
  public static func starting(with start: String) -> [String] {
    let folder = start.lastIndex(of: "/").map { String(start[...$0]) } ?? ""
    let beginning = start.dropFirst(folder.count)
    guard let stream = opendir(folder.isEmpty ? "." : expanded(folder)) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != "..", name.hasPrefix(beginning),
        !name.hasPrefix(".") || beginning.hasPrefix(".")
      else { continue }
      let whole = folder + name + (isFolder(folder + name) ? "/" : "")
      names.append(whole.contains(where: \.isWhitespace) ? "'\(whole)'" : whole)
    }
    return names.sorted()
  }

  private static func isFolder(_ name: String) -> Bool {
    var status = stat()
    return stat(expanded(name), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
