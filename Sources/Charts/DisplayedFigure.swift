// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension Figure {
  /// The figure with every text of it safe to show.
  func displayed(with glyphs: GlyphSet) -> Figure {
    func safe(_ text: String) -> String { displayableText(text, glyphs: glyphs) }
    func safe(_ series: [PlotSeries]) -> [PlotSeries] {
      series.map {
        var result = $0
        result.name = safe($0.name)
        return result
      }
    }
    var figure = self
    figure.title = safe(title)
    switch content {
    case .lines(var plot):
      plot.xAxis.label = safe(plot.xAxis.label)
      plot.yAxis.label = safe(plot.yAxis.label)
      plot.series = safe(plot.series)
      for index in plot.references.indices {
        plot.references[index].label = safe(plot.references[index].label)
      }
      for index in plot.bands.indices { plot.bands[index].label = safe(plot.bands[index].label) }
      for index in plot.annotations.indices {
        plot.annotations[index].text = safe(plot.annotations[index].text)
      }
      figure.content = .lines(plot)
    case .bars(var plot):
      plot.categories = plot.categories.map { safe($0) }
      plot.series = safe(plot.series)
      plot.axis.label = safe(plot.axis.label)
      figure.content = .bars(plot)
    case .heatMap(var map):
      map.rowLabels = map.rowLabels.map { safe($0) }
      map.columnLabels = map.columnLabels.map { safe($0) }
      figure.content = .heatMap(map)
    case .images(var grid):
      for index in grid.images.indices {
        grid.images[index].caption = safe(grid.images[index].caption)
      }
      figure.content = .images(grid)
    case .table(var table):
      table.head = table.head.map { safe($0) }
      table.rows = table.rows.map { $0.map { safe($0) } }
      figure.content = .table(table)
    }
    return figure
  }
}
