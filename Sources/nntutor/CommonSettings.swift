// SPDX-License-Identifier: MIT
import Glibc
import LearnerRecords
import LessonFormat
import TerminalText
import TerminalUI
import Tutorial

/// What every command may be told, and what it finds by it: the course, the record, the ways to
/// draw.
struct CommonSettings {
  /// The folder of lessons; `nil` looks for one.
  var lessons: String?
  /// The file of the record; `nil` takes the usual one.
  var record: String?
  /// The characters that were asked for; `nil` leaves them to the terminal.
  var chosenGlyphs: GlyphSet?
  /// When colours are used.
  var color = ColorChoice.auto
  /// The colours asked for; `nil` takes those that the record keeps.
  var theme: Theme?

  /// The environment of the program.
  static var environment: [String: String] {
    var variables: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let parts = String(cString: text).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      entry += 1
    }
    return variables
  }

  /// The folder of lessons: as asked, beside the program, or shared with it.
  func curriculum() throws -> Curriculum {
    do throws(LessonError) {
      return try Curriculum(folder: lessons ?? LessonsFolder.find())
    } catch {
      throw Failure("\(error)")
    }
  }

  /// The course, each chapter's progress taken from the record.
  func course(_ record: LearnerRecord? = nil) throws -> Course {
    var course = Course(try curriculum())
    course.take((try? record?.progress()) ?? [])
    return course
  }

  /// The learner's record; where it cannot be saved, one in memory, and the reason is said.
  func openRecord() throws -> LearnerRecord {
    let record = try openRecordQuietly()
    if case .notSaving(let reason) = record.availability { Output.complain(reason) }
    return record
  }

  /// The learner's record, for those who say themselves where it cannot be saved.
  func openRecordQuietly() throws -> LearnerRecord {
    let path = record ?? LearnerRecord.defaultPath(environment: Self.environment)
    do throws(RecordError) { return try LearnerRecord.open(path: path) } catch {
      throw Failure(error.description)
    }
  }

  /// Which characters standard output is good for; without UTF-8 ASCII alone, whatever was asked for.
  var glyphs: GlyphSet {
    setlocale(LC_ALL, "")
    let isUnicode = String(cString: nl_langinfo(Int32(CODESET))) == "UTF-8"
    let own = GlyphSet(isUnicode: isUnicode, terminal: Self.environment["TERM"] ?? "")
    return isUnicode ? chosenGlyphs ?? own : own
  }

  /// Standard output, with colour where it is wanted.
  var output: Output { output(theme: theme ?? .auto) }

  /// Standard output in the colours of a theme.
  func output(theme: Theme) -> Output {
    Output(color: color, theme: theme, environment: Self.environment)
  }

  /// The width of standard output.
  var width: Int { Self.columns }

  /// The width of standard output where it is a terminal, else what `COLUMNS` says where that is
  /// sensible, else 80; as it is when the program begins.
  static let columns: Int = {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    let asked = environment["COLUMNS"].flatMap(Int.init) ?? 80
    return asked < 20 ? 80 : min(400, asked)
  }()
}

/// A command that failed for a reason that is not its form: one sentence, exit status 1.
struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Where lessons are looked for.
enum LessonsFolder {
  /// `Lessons` in the working folder's project, beside the program, or in its shared folder.
  static func find() -> String {
    var places: [String] = []
    if var folder = programFolder {
      places.append("\(folder)/../share/nntutor/Lessons")
      while !folder.isEmpty {
        places.append("\(folder)/Lessons")
        folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
      }
    }
    return places.first { access($0, R_OK) == 0 }.map(shortened) ?? "Lessons"
  }

  /// A path below the working folder without that folder.
  private static func shortened(_ path: String) -> String {
    guard let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    let prefix = String(cString: folder) + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
  }

  /// The folder that the program's file stands in.
  private static var programFolder: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    let text = String(cString: path)
    return text.lastIndex(of: "/").map { String(text[..<$0]) }
  }
}
