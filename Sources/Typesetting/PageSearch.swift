// SPDX-License-Identifier: MIT
import TerminalText

extension Page {
  /// A place where a text was found; it may go over the end of a line.
  public struct Match: Hashable, Sendable {
    /// A part of it on one line.
    public struct Part: Hashable, Sendable {
      /// The line.
      public var line: Int
      /// The columns, in cells.
      public var columns: Range<Int>
    }
    /// The parts, at least one.
    public var parts: [Part]
    /// The line where it begins.
    public var line: Int { parts[0].line }
  }

  /// The places of a text, in order; one in small letters is found in any case.
  ///
  /// The lines of a block are searched as if they were one, so that a phrase is found wherever the
  /// line happens to break. Runs of blanks count as one blank.
  public func matches(of text: String) -> [Match] {
    let isExact = text.contains(where: \.isUppercase)
    let words = text.split(separator: " ").joined(separator: " ")
    let wanted = Array(isExact ? words : words.lowercased())
    guard let first = wanted.first else { return [] }
    var matches: [Match] = []
    for block in 0..<blockCount {
      let row = searchableRow(ofBlock: block, isExact: isExact)
      var index = 0
      while index + wanted.count <= row.count {
        if row[index].character == first,
          zip(row[index...], wanted).allSatisfy({ $0.character == $1 })
        {
          matches.append(Match(row[index..<(index + wanted.count)]))
          index += wanted.count
        } else {
          index += 1
        }
      }
    }
    return matches
  }

  /// One character of a block, and where it stands.
  fileprivate struct Place {
    var character: Character
    var line: Int
    var columns: Range<Int>
  }

  /// The characters of a block as one row: rules and indentation left out, blanks run together.
  private func searchableRow(ofBlock block: Int, isExact: Bool) -> [Place] {
    var row: [Place] = []
    for line in lines(ofBlock: block) {
      var column = 0
      if let last = row.last, last.character != " " {
        row.append(Place(character: " ", line: last.line, columns: 0..<0))
      }
      for span in self[line].spans {
        if span.style.role == .rule {
          column += span.text.displayWidth
          continue
        }
        for character in isExact ? span.text : span.text.lowercased() {
          let columns = column..<(column + character.displayWidth)
          column = columns.upperBound
          if character == " ", row.last?.character ?? " " == " " { continue }
          row.append(Place(character: character, line: line, columns: columns))
        }
      }
    }
    return row
  }
}

extension Page.Match {
  /// The parts of neighbouring characters, line by line.
  fileprivate init(_ places: ArraySlice<Page.Place>) {
    parts = []
    for place in places where !place.columns.isEmpty {
      if let last = parts.last, last.line == place.line {
        parts[parts.count - 1].columns = last.columns.lowerBound..<place.columns.upperBound
      } else {
        parts.append(Part(line: place.line, columns: place.columns))
      }
    }
  }
}
