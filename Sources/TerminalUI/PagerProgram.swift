// SPDX-License-Identifier: MIT
import LearnerRecords
import TerminalText
internal import Training
import Tutorial

/// The program with a screen: a session, and the one loop that feeds it and does what it asks.
public final class PagerProgram {
  private var session: Session
  private let terminal: Terminal
  private let painter: Painter
  private let palette: (Theme) -> Palette
  private let bookkeeper: Bookkeeper
  private let runner: Runner
  private let wakeUp: WakeUp
  private let editor: LessonEditor
  private let files = FileWatch()
  private let errands: ErrandRunner
  private var isLeaving = false
  /// What is to be recorded once the first picture stands, and `nil` after that.
  ///
  /// The disk may take longer than a reader should wait.
  private var heldBack: [Effect]? = []

  /// What a program needs from outside.
  public struct Surroundings {
    /// The course.
    public var course: Course
    /// The learner's record.
    public var record: LearnerRecord
    /// The chapter to begin with, and where in it.
    public var start: (chapter: Int, destination: Destination)
    /// The characters asked for; `nil` takes what the terminal is good for.
    public var glyphs: GlyphSet?
    /// The theme asked for; `nil` takes the one that the record keeps.
    public var theme: Theme?
    /// The colours of a theme.
    public var palette: (Terminal, Theme) -> Palette
    /// The environment.
    public var environment: [String: String]
    /// What is said at the beginning, or empty.
    public var greeting: String

    /// Makes surroundings.
    public init(
      course: Course, record: LearnerRecord, start: (chapter: Int, destination: Destination),
      glyphs: GlyphSet?, theme: Theme?, palette: @escaping (Terminal, Theme) -> Palette,
      environment: [String: String], greeting: String
    ) {
      self.course = course
      self.record = record
      self.start = start
      self.glyphs = glyphs
      self.theme = theme
      self.palette = palette
      self.environment = environment
      self.greeting = greeting
    }
  }

  /// Runs the program until it is left.
  ///
  /// - Returns: The signal that ended it, to die by once everything is put back; `nil` otherwise.
  /// - Throws: `TerminalError` where there is no terminal to draw on.
  public static func run(_ surroundings: Surroundings) throws(TerminalError) -> Int32? {
    let signals = try SignalInbox()
    let wakeUp = try WakeUp()
    let (chapter, destination) = surroundings.start
    let file = surroundings.course.chapters[chapter].file
    // Neither waits for the other: a lesson takes longer to be read than a screen to be taken.
    let (lesson, terminal) = try concurrently({ Bookkeeper.lesson(in: file) }) {
      () throws(TerminalError) in try Terminal(signals: signals)
    }
    let program = PagerProgram(surroundings, terminal: terminal, wakeUp: wakeUp)
    program.feed(program.bookkeeper.opened(chapter, lesson, at: destination))
    program.followLesson()
    if !surroundings.greeting.isEmpty { program.feed(.told(surroundings.greeting)) }
    let loop = EventLoop(
      terminal: terminal, signals: signals, wakeUp: wakeUp, files: program.files)
    let end = loop.run(program.handlers)
    // The terminal first: writing the record may wait for another program.
    terminal.giveBack()
    program.end(end)
    if case .signal(let number) = end { return number }
    return nil
  }

  private init(_ surroundings: Surroundings, terminal: Terminal, wakeUp: WakeUp) {
    self.terminal = terminal
    self.wakeUp = wakeUp
    bookkeeper = Bookkeeper(course: surroundings.course, record: surroundings.record)
    let theme = surroundings.theme ?? bookkeeper.theme ?? .auto
    palette = { surroundings.palette(terminal, $0) }
    painter = Painter(palette: palette(theme))
    errands = ErrandRunner(wake: { wakeUp.signal() })
    runner = Runner(seconds: Clock.monotonic, wake: { wakeUp.signal() })
    editor = LessonEditor(environment: surroundings.environment)
    session = Session(
      course: surroundings.course, size: terminal.size,
      glyphs: terminal.glyphs == .ascii ? .ascii : surroundings.glyphs ?? terminal.glyphs,
      isUnicode: terminal.glyphs != .ascii, memories: bookkeeper.memories,
      theme: theme)
  }

  private var handlers: EventHandlers {
    EventHandlers(
      key: { [self] key in
        feed(.key(key))
        return !isLeaving
      },
      resized: { [self] size in feed(.resized(size)) },
      suspend: { [self] in suspend() },
      redraw: { [self] in painter.forget() },
      woken: { [self] in
        for event in runner.news() + errands.news() { feed(event) }
        return !isLeaving
      },
      changed: { [self] in if files.take() { feed(.lessonChanged) } },
      delay: { [self] in
        session.hasMoreToDo ? .zero : session.hasMoved ? .seconds(1) : nil
      },
      tick: { [self] in
        feed(session.hasMoreToDo ? .idle : .rested)
        return !isLeaving
      },
      draw: { [self] in
        let screen = session.view()
        painter.paint(screen.lines, cursor: screen.cursor)
        guard let effects = heldBack else { return }
        heldBack = nil
        apply(effects)
      })
  }

  private func feed(_ event: Event) { apply(session.update(event, at: Clock.date)) }

  /// Does what the session asks for, and what that leads to.
  private func apply(_ effects: [Effect]) {
    for effect in effects {
      if case .record(_, nil) = effect, heldBack != nil {
        heldBack?.append(effect)
        continue
      }
      if let events = bookkeeper.perform(effect) {
        for event in events { feed(event) }
        if case .open = effect { followLesson() }
        continue
      }
      switch effect {
      case .run(let ticket, let request, true): feed(runner.runNow(ticket, request))
      case .run(let ticket, let request, false): runner.begin(ticket, request)
      case .cancel: runner.stop()
      case .perform(let errand): errands.begin(errand, by: bookkeeper.errands)
      case .cancelErrand: errands.stop()
      case .edit(let file, let line): edit(file, line)
      case .redraw:
        terminal.redraw()
        painter.forget()
      case .useTheme(let theme): painter.use(palette(theme))
      case .suspend: suspend()
      case .quit: isLeaving = true
      case .say, .complain, .open, .openCourse, .findChapter, .record, .reset, .backup, .restore,
        .listFiles, .readRuns:
        break
      }
    }
  }

  /// Tells of changes of the lesson's file from now on.
  private func followLesson() {
    if let file = session.lessonFile { files.follow(file) }
  }

  private func suspend() {
    terminal.suspend()
    painter.forget()
  }

  private func edit(_ file: String, _ line: Int) {
    do throws(TerminalError) {
      _ = try terminal.run(editor.command(file: file, line: line))
    } catch {
      feed(.told(error.description))
    }
    painter.forget()
    // What the editor wrote is read now, and need not be told of again.
    _ = files.take()
    apply(session.reload())
  }

  /// The place is kept even where the terminal or a signal ended the program.
  private func end(_ end: LoopEnd) {
    runner.stop()
    if !isLeaving { for effect in session.farewell() { _ = bookkeeper.perform(effect) } }
  }
}
