// SPDX-License-Identifier: MIT
import Experiments
import Testing

@testable import Charts

/// Figures as drawings for a web page.
struct SVGTests {
  private static let drawn = [
    SampleFigures.loss, SampleFigures.accuracy, SampleFigures.sigmoid, SampleFigures.vanishing,
    bars, heatMap, images,
  ]

  private static let bars = Figure(
    id: "bars", title: "Bars",
    content: .bars(
      BarPlot(
        categories: ["a", "b", "c"],
        series: [
          PlotSeries("one", x: [], y: [1, -2, .nan]), PlotSeries("two", x: [], y: [3, 4]),
        ],
        axis: PlotAxis("height"))))

  private static let heatMap = Figure(
    id: "map", title: "Map",
    content: .heatMap(
      HeatMap(
        values: [[0.5, -1], [.nan, 0]], rowLabels: ["r1", "r2"], columnLabels: ["c1", "c2"],
        isSigned: true)))

  private static let images = Figure(
    id: "images", title: "Images",
    content: .images(
      ImageGrid(
        images: (1...9).map { .init(caption: "image \($0)", pixels: [[0, 1], [0.5, .infinity]]) })))

  /// The numbers of an attribute.
  private func numbers(_ name: String, in svg: String) -> [Double] {
    svg.split(separator: " \(name)=\"").dropFirst().compactMap {
      Double($0.prefix { $0 != "\"" })
    }
  }

  @Test(arguments: drawn)
  func `A drawing has its title, its sentence and stays within its box`(figure: Figure) throws {
    let svg = try #require(figure.svg(id: "f"))
    #expect(svg.contains("<title id=\"f-title\">"))
    #expect(svg.contains("<desc id=\"f-text\">\(figure.summary)</desc>"))
    #expect(svg.contains("role=\"img\"") && svg.contains("aria-labelledby=\"f-title f-text\""))
    #expect(!svg.contains("\"nan") && !svg.contains("\"inf"))
    let box = try #require(svg.split(separator: "viewBox=\"0 0 640 ").dropFirst().first)
    let height = try #require(Double(box.prefix { $0 != "\"" }))
    #expect((numbers("x", in: svg) + numbers("cx", in: svg)).allSatisfy { (0...640).contains($0) })
    #expect(
      (numbers("y", in: svg) + numbers("cy", in: svg)).allSatisfy { (0...height).contains($0) })
    for path in svg.split(separator: " d=\"").dropFirst() {
      let places = path.prefix { $0 != "\"" }.split { "MLZ ".contains($0) }.compactMap {
        Double($0)
      }
      #expect(places.allSatisfy { (0...max(640, height)).contains($0) })
    }
  }

  @Test func `Names from a stranger stay text`() throws {
    let name = "</text><script>\"&'"
    let plot = LinePlot(
      xAxis: PlotAxis(name), yAxis: PlotAxis(name),
      series: [PlotSeries(name, x: [1, 2], y: [1, 2]), PlotSeries("b", x: [1], y: [3])],
      references: [ReferenceLine(.vertical, at: 1.5, label: name)],
      bands: [PlotBand(1...2, label: name)], annotations: [PlotAnnotation(name, series: 0, x: 1)])
    let svg = try #require(Figure(id: "x", title: name, content: .lines(plot)).svg(id: "f"))
    #expect(!svg.contains("<script"))
    #expect(svg.contains("&lt;/text&gt;&lt;script&gt;&quot;&amp;&#39;"))
  }

  @Test func `A value that is not finite leaves a gap in its curve`() throws {
    let plot = LinePlot(
      xAxis: PlotAxis("x"), yAxis: PlotAxis("y"),
      series: [PlotSeries("a", x: [1, 2, 3, 4, 5], y: [1, 2, .nan, 2, 1])])
    let svg = try #require(Figure(id: "x", title: "Gap", content: .lines(plot)).svg(id: "f"))
    let curves = svg.split(separator: "<path class=\"curve s1\" d=\"").dropFirst()
    let curve = try #require(curves.last).prefix { $0 != "\"" }
    #expect(curve.count { $0 == "M" } == 2)
    #expect(svg.contains("1 value not finite"))
  }

  @Test func `A long curve is thinned and keeps its extremes`() throws {
    let count = 100_000
    var heights = (0..<count).map { Double($0 % 7) }
    heights[54_321] = 1000
    let plot = LinePlot(
      xAxis: PlotAxis("x"), yAxis: PlotAxis("y", limits: 0...1000),
      series: [PlotSeries("a", x: (0..<count).map(Double.init), y: heights)])
    let svg = try #require(Figure(id: "x", title: "Long", content: .lines(plot)).svg(id: "f"))
    #expect(svg.utf8.count < 60_000)
    let curve = try #require(svg.split(separator: "<path class=\"curve s1\" d=\"").last)
    let heightsDrawn = curve.prefix { $0 != "\"" }.split { "ML".contains($0) }
      .compactMap { $0.split(separator: " ").last.flatMap { Double($0) } }
    // The one peak reaches from the bottom of the plot to its top.
    #expect((heightsDrawn.max() ?? 0) - (heightsDrawn.min() ?? 0) > 235)
  }

  @Test func `Rows of text are no drawing`() {
    let table = FigureTable(head: ["a"], rows: [["1"]])
    #expect(Figure(id: "t", title: "T", content: .table(table)).svg(id: "f") == nil)
  }
}
