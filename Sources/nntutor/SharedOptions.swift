// SPDX-License-Identifier: MIT
import ArgumentParser
import TerminalText
import TerminalUI
import Tutorial

/// The options that every command takes.
struct SharedOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder of lessons.", valueName: "dir"), completion: .directory)
  var lessons: String?

  @Option(
    help: ArgumentHelp("The file of your record.", valueName: "file"), completion: .file())
  var record: String?

  @Flag(help: "Only ASCII characters.")
  var ascii = false

  @Option(
    name: .customLong("glyphs"),
    help: "How curves are drawn: braille, blocks or ascii; else as the terminal allows.")
  var drawnWith: GlyphSet?

  @Option(help: "Colour: auto, always or never.")
  var color = ColorChoice.auto

  @Option(help: "Colours for the background: auto, dark, light, neutral or mono.")
  var theme: Theme?

  /// The arguments with the shared options that stand before a command moved behind it, so that
  /// `nntutor --lessons DIR list` is `nntutor list --lessons DIR`.
  static func afterCommand(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var moved: [String] = []
    while let word = rest.first {
      if withValues.contains(word), rest.count > 2 {
        moved += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if word == "--ascii" || withValues.contains(where: { word.hasPrefix("\($0)=") }) {
        moved.append(word)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    return rest + moved
  }

  private static let withValues = ["--lessons", "--record", "--color", "--glyphs", "--theme"]

  /// What was asked for.
  var settings: CommonSettings {
    CommonSettings(
      lessons: lessons, record: record, chosenGlyphs: ascii ? .ascii : drawnWith, color: color,
      theme: theme)
  }
}

extension ColorChoice: ExpressibleByArgument {}
extension Theme: ExpressibleByArgument {}

extension GlyphSet: ExpressibleByArgument {}
