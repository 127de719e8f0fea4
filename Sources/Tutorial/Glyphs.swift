// SPDX-License-Identifier: MIT
import TerminalText

/// Which characters charts are drawn with: the terminal's font decides what can be read.
extension Session {
  /// The set that comes after the one in use, round and round.
  var nextGlyphs: GlyphSet {
    let all = GlyphSet.allCases
    let next = all.firstIndex(of: glyphs).map { $0 + 1 } ?? 0
    return all[next % all.count]
  }

  /// The key that draws with other characters.
  mutating func changeGlyphs(to wanted: GlyphSet) {
    do throws(CommandError) { try use(wanted) } catch { message = error.message }
  }

  /// The `glyphs` command; without a set it tells which is in use.
  mutating func use(_ wanted: GlyphSet?) throws(CommandError) {
    guard let wanted else {
      message = "Drawn with \(glyphs.rawValue); there are \(GlyphSet.names)"
      return
    }
    guard isUnicode || wanted == .ascii else {
      throw CommandError("this terminal's locale has ASCII alone; LANG=C.UTF-8 gives it more")
    }
    let place = placeNow
    glyphs = wanted
    layOut()
    if let place { stand(at: place) }
    message = "Drawn with \(wanted.rawValue) until you leave; there are \(GlyphSet.names)"
  }
}
