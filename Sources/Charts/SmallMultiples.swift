// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// Figures of one kind as small panels in a grid, to be compared at a glance.
///
/// Curves have common axes in all panels, so that a difference between two pictures is one between
/// their data; they share a legend and the cursor. As many panels stand beside each other as fit with
/// ``smallPanelColumns`` columns each, and rows of panels are as even as they can be.
///
/// - Parameters:
///   - figures: the panels, in reading order; each is named by its title.
///   - width: the columns there are.
///   - glyphs: the characters that may be used.
///   - options: how all of them are looked at.
/// - Returns: The grid, as many rows as it takes; no row wider than `width`.
public func smallMultiples(
  _ figures: [Figure], width: Int, glyphs: GlyphSet, options: ChartOptions = ChartOptions()
) -> [Line] {
  if figures.isEmpty || width < 1 { return [] }
  let most = max(1, min(figures.count, (width + 2) / (smallPanelColumns + 2)))
  let down = (figures.count + most - 1) / most
  let sheet = PanelSheet(
    figures: figures.onCommonAxes, width: width, across: (figures.count + down - 1) / down,
    glyphs: glyphs, options: options, axesFrom: smallPanelColumns)
  let curveRows = max(
    smallPanelRows.lowerBound, min(smallPanelRows.upperBound, sheet.columns / 3))
  let rows = max(curveRows, sheet.mostRowsOfPictures)
  return sheet.lines(height: (sheet.sharedLegend?.count ?? 0) + sheet.down * rows)
}

/// The narrowest of small panels.
public let smallPanelColumns = 24

/// How high small panels are: about a third of their width.
private let smallPanelRows = 11...18
