// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import Tutorial

#if canImport(Glibc)
  import Glibc
#endif

/// Checks lessons and writes lab notebooks: the same from the shell, the pager and a script.
public struct Errands: Sendable {
  /// How a run is done; `nil` where it was cancelled.
  public typealias Running = (ExperimentRequest) -> ExperimentReport?

  private let course: Course
  private let record: LearnerRecord?

  /// Errands for a course and its learner; without a record no notebook can be written.
  public init(course: Course, record: LearnerRecord?) {
    self.course = course
    self.record = record
  }

  /// Does an errand from its beginning to its end.
  public func perform(_ errand: Errand, running run: Running) -> ErrandOutcome {
    var isCancelled = false
    let outcome = outcome(of: errand) { request in
      if isCancelled { return nil }
      let report = run(request)
      isCancelled = report == nil
      return report
    }
    return isCancelled ? .cancelled : outcome
  }

  private func outcome(of errand: Errand, _ run: Running) -> ErrandOutcome {
    switch errand {
    case .check(let paths):
      do throws(LessonError) {
        let files = try paths.flatMapFiles()
        return .checked(try check(files, running: run))
      } catch {
        return .failed("\(error)")
      }
    case .save(let text, let name, let replaces):
      do throws(FileError) {
        try WholeFile(FileNames.expanded(name)).write(text, replaces: replaces)
        return .done("The output is in \(name)")
      } catch {
        return .failed(error.description)
      }
    case .export(let chapter, let format, let name, let replaces):
      let file = WholeFile(FileNames.expanded(name))
      do throws(FileError) {
        try file.check(replaces: replaces)
        let chapters = chapter.map { [course.chapters[$0]] } ?? course.chapters
        let text = format.text(of: try notebook(of: chapters, for: format, running: run))
        try file.write(text, replaces: replaces)
        return .done("Your lab notebook is in \(name)")
      } catch {
        return .failed(error.description)
      }
    }
  }

  /// Checks lessons one after the other.
  ///
  /// - Parameters:
  ///   - files: the lessons' files.
  ///   - run: how a run is done.
  ///   - each: is called with each lesson's check.
  /// - Returns: What was found in all of them.
  /// - Throws: `LessonError` where a file cannot be read.
  public func check(
    _ files: [String], running run: Running,
    each: (_ file: String, _ source: String, LessonCheck) -> Void = { _, _, _ in }
  ) throws(LessonError) -> CheckReport {
    let began = Clock.monotonic()
    var lessons: [(source: String, lesson: Lesson)] = []
    for file in files {
      let bytes = try LessonFile.read(file)
      lessons.append((String(decoding: bytes, as: UTF8.self), Lesson(parsing: bytes, file: file)))
    }
    let anchors = anchors(of: lessons.map(\.lesson))
    var report = CheckReport()
    var shared = SharedRuns()
    for (source, lesson) in lessons {
      let check = LessonCheck(
        lesson, source: source, anchors: anchors, words: try wordList(of: lesson.file),
        running: { shared.report($0, running: run) })
      each(lesson.file, source, check)
      report.add(check)
    }
    report.seconds = Clock.monotonic() - began
    return report
  }

  /// The list of words of the course that a lesson belongs to: in its folder or the one above.
  private func wordList(of file: String) throws(LessonError) -> WordList? {
    let places = [file.folder, file.folder + "/.."].map { $0 + "/words.txt" }
    guard let path = places.first(where: { access($0, F_OK) == 0 }) else { return nil }
    return WordList(String(decoding: try LessonFile.read(path), as: UTF8.self))
  }

  /// The anchors of the lessons at hand, of those around them and of the rest of the course, by file
  /// name.
  private func anchors(of lessons: [Lesson]) -> [String: Set<String>] {
    var known: [String: Set<String>] = [:]
    // A part's folder begins with its number; what is beside any other is not ours to read.
    let parts = Set(lessons.map(\.file.folder)).filter { $0.lastName.first?.isNumber == true }
    let around = parts.flatMap { part in
      (try? Curriculum(folder: part + "/..").chapters.map(\.file)) ?? []
    }
    for file in around + course.chapters.map(\.file)
    where known[file.lastName] == nil
      && !lessons.contains(where: { $0.file.lastName == file.lastName })
    {
      guard let bytes = try? LessonFile.read(file) else { continue }
      known[file.lastName] = Set(Lesson(parsing: bytes, file: file).headings.map(\.anchor))
    }
    for lesson in lessons { known[lesson.file.lastName] = Set(lesson.headings.map(\.anchor)) }
    return known
  }

  /// The lab notebook of some chapters, each with what the record knows of it, every run computed
  /// again.
  ///
  /// - Throws: `FileError` where a lesson or the record cannot be read.
  public func notebook(
    of chapters: [Course.Chapter], for format: ExportFormat, running run: Running
  ) throws(FileError) -> LabNotebook {
    guard let record else { throw FileError("there is no record to make a notebook of") }
    var made: [LabNotebook.Chapter] = []
    for chapter in chapters {
      let lesson: Lesson
      do throws(LessonError) {
        lesson = Lesson(parsing: try LessonFile.read(chapter.file), file: chapter.file)
      } catch {
        throw FileError("\(error)")
      }
      do throws(RecordError) {
        let past = try LessonPast(of: lesson.id, in: record)
        made.append(
          LabNotebook.Chapter(
            label: chapter.label, lesson, past: past, triesDigits: format.isComputed, running: run))
      } catch {
        throw FileError(error.description)
      }
    }
    return LabNotebook(chapters: made)
  }
}

extension LessonPast {
  /// What a record knows of a lesson, all of its runs among it.
  fileprivate init(of lesson: String, in record: LearnerRecord) throws(RecordError) {
    let runs = try record.runs(limit: 1_000_000).filter { $0.lesson == lesson }
    self.init(
      runs: runs.sorted { $0.number < $1.number },
      answers: try record.latestAnswers(lesson: lesson),
      predictions: try record.predictions(lesson: lesson),
      challenges: try record.challenges(lesson: lesson), hints: try record.hints(lesson: lesson))
  }
}

extension [String] {
  /// The lessons' files of files and folders.
  fileprivate func flatMapFiles() throws(LessonError) -> [String] {
    var files: [String] = []
    for path in self {
      files += try Curriculum(folder: FileNames.expanded(path)).chapters.map(\.file)
    }
    return files
  }
}
