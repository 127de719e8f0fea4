// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Testing

@testable import Charts

/// A plot of more points than can be told apart is drawn from some of them.
@Suite struct ThinningTests {
  private func plot(_ count: Int, x: [Double]? = nil) -> LinePlot {
    var y = (0..<count).map { Double($0 % 100) / 100 }
    y[count / 3] = 7
    y[count / 2] = -5
    y[count - 2] = .nan
    return LinePlot(
      xAxis: PlotAxis("epoch", isInteger: true), yAxis: PlotAxis("loss"),
      series: [PlotSeries("a", x: x ?? (1...count).map(Double.init), y: y)])
  }

  @Test(arguments: [[Double]?.none, .some([])])
  func `a long series keeps its extremes, its ends and the cursor`(x: [Double]?) throws {
    let whole = plot(300_000, x: x)
    let thin = whole.thinned(to: 80, options: ChartOptions(cursor: 123_457))
    let series = try #require(thin.series.first)
    #expect(series.y.count < 4000 && series.y.count == series.x.count)
    #expect(series.y.contains(7) && series.y.contains(-5) && series.y.contains { $0.isNaN })
    #expect(series.x.first == 1 && series.x.last == 300_000 && series.x.contains(123_457))
    #expect(series.x == series.x.sorted())
  }

  @Test func `a part that is looked at closer has points of its own`() throws {
    let near = plot(300_000).thinned(to: 80, options: ChartOptions(xRange: 1000...1200))
    let series = try #require(near.series.first)
    #expect(series.x.filter { (1000...1200).contains($0) }.count == 201)
  }

  @Test func `a short series stays as it is`() {
    #expect(plot(500).thinned(to: 80, options: ChartOptions()).series[0].x == plot(500).series[0].x)
  }

  @Test func `the picture of a long plot tells the cursor's own value`() {
    let lines = Figure(id: "loss", title: "Loss", content: .lines(plot(300_000)))
      .lines(
        in: Size(columns: 80, rows: 20), glyphs: .braille, options: ChartOptions(cursor: 100_001))
    #expect(lines.contains { $0.text.contains("epoch 100001") && $0.text.contains("a 7") })
  }
}
