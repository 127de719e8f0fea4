// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension ImageGrid {
  /// The images side by side with their captions, as large as fits; their numbers are given up only
  /// where there is no room across.
  func lines(in size: Size, glyphs: GlyphSet, visibleRows: Int) -> [Line] {
    let values = images.flatMap { $0.pixels.flatMap { $0 } }
    let blocks = [6, 4, 2].map {
      PixelBlock(columns: $0, values: values, isSigned: isSigned, glyphSet: glyphs)
    }
    // The largest blocks that keep all images on the screen, else those that still have numbers.
    let drawn = blocks.map { ($0, rows(of: $0, width: size.columns, glyphs: glyphs)) }
    let narrow = drawn.filter { $0.1.allSatisfy { $0.width <= size.columns } }
    let fitting = narrow.first { $0.1.count < min(visibleRows, size.rows) }
    let numbered = narrow.last { $0.0.columns > 2 && $0.1.count < size.rows }
    guard
      let block = fitting.flatMap({ $0.0.columns > 2 ? $0.0 : nil }) ?? numbered?.0
        ?? fitting?.0 ?? blocks.last
    else { return [] }
    return rows(of: block, width: size.columns, glyphs: glyphs) + [block.key(width: size.columns)]
  }

  /// All images in rows of as many as fit.
  private func rows(of block: PixelBlock, width: Int, glyphs: GlyphSet) -> [Line] {
    var lines: [Line] = []
    var band: [[Line]] = []
    for image in images.map({ framed($0, block: block, glyphs: glyphs) }) {
      let used = band.reduce(0) { $0 + ($1.map(\.width).max() ?? 0) + 3 }
      if !band.isEmpty && used + (image.map(\.width).max() ?? 0) > width {
        lines += joined(band, gap: 3)
        band = []
      }
      band.append(image)
    }
    return lines + joined(band, gap: 3)
  }

  private func framed(_ image: Image, block: PixelBlock, glyphs: GlyphSet) -> [Line] {
    let lines = block.framed(image.pixels) { block.label($0, decimals: 2) }
    let width = lines.map(\.width).max() ?? 2
    let caption = Line(image.caption, Style(.label))
    if caption.width <= width { return lines + [caption.centered(in: width)] }
    return lines + wrap(caption.spans, width: max(width, 12))
  }
}

extension PixelBlock {
  /// Values row by row in a frame, each with its number; a place without a value stays empty.
  ///
  /// An arrow in the upper edge points at the marked column.
  func framed(
    _ values: [[Double]], marking marked: Int? = nil, label: (Double) -> String
  ) -> [Line] {
    let across = values.map(\.count).max() ?? 0
    let parts = (glyphSet == .ascii ? "+-+|++" : "┌─┐│└┘").map(String.init)
    let edge = String(repeating: parts[1], count: across * columns)
    var top = Line(parts[0], Style(.rule))
    if let marked, (0..<across).contains(marked) {
      let before = marked * columns + (columns - 1) / 2
      top.append(String(edge.prefix(before)), Style(.rule))
      top.append(String(ChartGlyphs.of(glyphSet).arrowDown), Style(.label, emphasis: .bold))
      top.append(String(edge.dropFirst(before + 1)), Style(.rule))
    } else {
      top.append(edge, Style(.rule))
    }
    top.append(parts[2], Style(.rule))
    var lines = [top]
    for row in values {
      var strips = Array(repeating: Line(parts[3], Style(.rule)), count: rows)
      for column in 0..<across {
        let value = column < row.count ? row[column] : .nan
        let text = column < row.count ? label(value) : ""
        for (index, part) in self.lines(value, label: text).enumerated() {
          strips[index].append(part)
        }
      }
      for index in strips.indices { strips[index].append(parts[3], Style(.rule)) }
      lines += strips
    }
    return lines + [Line(parts[4] + edge + parts[5], Style(.rule))]
  }
}

/// Blocks of lines side by side, their tops on one row.
func joined(_ blocks: [[Line]], gap: Int) -> [Line] {
  let height = blocks.map(\.count).max() ?? 0
  return (0..<height).map { row in
    var line = Line()
    var start = 0
    for block in blocks {
      if row < block.count {
        line = line.padded(to: start)
        line.append(block[row])
      }
      start += (block.map(\.width).max() ?? 0) + gap
    }
    return line
  }
}
