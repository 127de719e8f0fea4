// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Pictures kept in files; `RECORD_SNAPSHOTS=1` writes them anew and fails, so that nobody records
/// without looking.
enum Snapshots {
  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
  }

  /// Compares a picture with the one kept under a name.
  static func compare(
    _ picture: String, name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try (picture + "\n").write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)", sourceLocation: sourceLocation)
      return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(picture + "\n" == kept, "\(name) differs", sourceLocation: sourceLocation)
  }
}
