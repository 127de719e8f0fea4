// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension ImageGrid {
  /// The images side by side with their captions, as large as fits.
  func lines(in size: Size, glyphs: GlyphSet) -> [Line] {
    let values = images.flatMap { $0.pixels.flatMap { $0 } }
    let blocks = [6, 4, 2].map {
      PixelBlock(columns: $0, values: values, isSigned: isSigned, glyphSet: glyphs)
    }
    // The largest blocks that keep all images on the screen, else the smallest.
    let fitting = blocks.first { block in
      let lines = rows(of: block, width: size.columns, glyphs: glyphs)
      return lines.count < size.rows && lines.allSatisfy { $0.width <= size.columns }
    }
    guard let block = fitting ?? blocks.last else { return [] }
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

extension HeatMap {
  /// The grid with its labels, as large as fits.
  func lines(in size: Size, glyphs: GlyphSet) -> [Line] {
    let all = values.flatMap { $0 }
    let columns = values.map(\.count).max() ?? 0
    let widest = rowLabels.map(\.displayWidth).max() ?? 0
    let labelWidth = widest == 0 ? 0 : min(widest, size.columns / 3) + 1
    let widestHead = columnLabels.map(\.displayWidth).max() ?? 0
    let wide = widestHead > 5 ? [min(14, widestHead + 2)] : []
    let blocks = (wide + [6, 4, 2]).map {
      PixelBlock(columns: $0, values: all, isSigned: isSigned, glyphSet: glyphs)
    }
    let headRows = columnLabels.isEmpty ? 0 : 1
    let fitting = blocks.first {
      labelWidth + columns * $0.columns + 2 <= size.columns
        && values.count * $0.rows + headRows + 3 <= size.rows
    }
    guard let block = fitting ?? blocks.last else { return [] }
    var lines: [Line] = []
    if !columnLabels.isEmpty && block.columns > 2 {
      var head = Line(blanks(labelWidth + 1))
      for label in columnLabels.prefix(columns) {
        let cell = Line(label, Style(.axis)).clipped(to: block.columns - 1, glyphs: glyphs)
        head.append(cell.centered(in: block.columns).padded(to: block.columns))
      }
      lines.append(head.withoutTrailingBlanks)
    }
    let places = max(0, min(12, decimals))
    let body = block.framed(values) { block.label($0, decimals: places) }
    for (row, strip) in body.enumerated() {
      let number = (row - 1) / block.rows
      let isMiddle = row > 0 && (row - 1) % block.rows == block.rows / 2
      var line = Line()
      if isMiddle && number < rowLabels.count {
        line = Line(rowLabels[number], Style(.axis)).clipped(to: labelWidth - 1, glyphs: glyphs)
      }
      line = line.padded(to: labelWidth)
      line.append(strip)
      lines.append(line)
    }
    return lines + [block.key(width: size.columns)]
  }
}

extension PixelBlock {
  /// Values row by row in a frame, each with its number; a place without a value stays empty.
  func framed(_ values: [[Double]], label: (Double) -> String) -> [Line] {
    let across = values.map(\.count).max() ?? 0
    let parts = (glyphSet == .ascii ? "+-+|++" : "┌─┐│└┘").map(String.init)
    let edge = String(repeating: parts[1], count: across * columns)
    var lines = [Line(parts[0] + edge + parts[2], Style(.rule))]
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
