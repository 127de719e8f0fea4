// SPDX-License-Identifier: MIT
import ArgumentParser

/// `nntutor`, `nntutor open PATH`: the course on the screen, or line by line where there is none.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the course, a lesson file or a folder of lessons.",
    discussion: """
      Examples:
        nntutor open                      the course where you left it
        nntutor open 8.1                  a chapter
        nntutor open my-lesson.md         a lesson file, or a folder of them
        nntutor --theme light             in colours for a light background
        printf 'goto 8.1\\nrun overfit\\nquiz\\n' | nntutor
      Without a terminal on both ends, with --plain or TERM=dumb it is the linear notebook, which \
      takes the commands of the pager's : line by line.
      """)

  @Argument(
    help: "A chapter such as 8.1, a lesson file, or a folder of lessons.", completion: .file())
  var path: String?

  @Flag(help: "The linear notebook: lines in, lines out.")
  var plain = false

  @OptionGroup var options: SharedOptions

  func run() throws {
    try CourseOpening(path: path, isPlain: plain, shared: options.settings).run()
  }
}
