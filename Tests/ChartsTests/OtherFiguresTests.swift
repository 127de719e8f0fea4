// SPDX-License-Identifier: MIT
import Charts
import Experiments
import TerminalText
import Testing

@Suite struct OtherFiguresTests {
  private let size = Size(columns: 80, rows: 24)

  private func texts(_ content: Figure.Content, _ size: Size, _ glyphs: GlyphSet = .braille)
    -> [String]
  {
    Figure(id: "f", title: "", content: content).lines(in: size, glyphs: glyphs).map(\.text)
  }

  @Test func `pixels carry shade, ground and value`() {
    let image = ImageGrid.Image(caption: "one", pixels: [[0, 1]])
    let figure = Figure(id: "f", title: "", content: .images(ImageGrid(images: [image])))
    let lines = figure.lines(in: size, glyphs: .braille)
    #expect(
      lines.map(\.text) == [
        "┌────────────┐", "│      ██████│", "│ 0.00  1.00 │", "│      ██████│", "└────────────┘",
        "     one", "0   ░░▒▒▓▓██ 1",
      ])
    #expect(lines[1].spans.map(\.style.ground) == [.none, .heat(0), .heat(15), .none])
  }

  @Test func `signed values diverge from zero and show their sign`() {
    let image = ImageGrid.Image(caption: "w", pixels: [[-2, 0, 1]])
    let figure = Figure(
      id: "f", title: "", content: .images(ImageGrid(images: [image], isSigned: true)))
    let lines = figure.lines(in: size, glyphs: .braille)
    #expect(lines[2].text == "│-2.00  0.00 +1.00 │")
    let grounds = lines[1].spans.map(\.style.ground)
    #expect(grounds == [.none, .diverging(-8), .diverging(0), .diverging(4), .none])
  }

  @Test func `pixels shrink with the room`() {
    let image = ImageGrid.Image(caption: "", pixels: [[0, 1, 0]])
    let grid = Figure.Content.images(ImageGrid(images: [image, image]))
    #expect(texts(grid, Size(columns: 50, rows: 9))[0].count == 2 * 20 + 3)
    #expect(texts(grid, Size(columns: 32, rows: 7))[0].count == 2 * 14 + 3)
    #expect(texts(grid, Size(columns: 20, rows: 6))[0].count == 2 * 8 + 3)
  }

  @Test func `bars end in eighths of a cell, or whole characters`() {
    let bars = BarPlot(
      categories: ["a", "b"], series: [PlotSeries("", x: [], y: [1, 0.5])], axis: PlotAxis(""))
    #expect(texts(.bars(bars), Size(columns: 15, rows: 5)) == ["a │████████ 1", "b │████ 0.5"])
    let eighth = BarPlot(
      categories: ["a", "b"], series: [PlotSeries("", x: [], y: [1, 0.3])], axis: PlotAxis(""))
    #expect(texts(.bars(eighth), Size(columns: 15, rows: 5))[1] == "b │██▍ 0.3")
    #expect(texts(.bars(bars), Size(columns: 15, rows: 5), .ascii)[0] == "a |######## 1")
  }

  @Test func `bars below zero run to the left of it`() {
    let bars = BarPlot(
      categories: ["a", "b"], series: [PlotSeries("", x: [], y: [-1, 1])], axis: PlotAxis(""))
    let lines = texts(.bars(bars), Size(columns: 14, rows: 5))
    #expect(lines == ["a │████ -1", "b │    ████ 1"])
  }

  @Test func `a table aligns its numbers to the right`() {
    let table = FigureTable(
      head: ["name", "gap"], rows: [["a", "12.5 points"], ["bc", "3.25 points"], ["d", "-"]])
    #expect(
      texts(.table(table), size) == [
        "name          gap", "────  ───────────", "a     12.5 points", "bc    3.25 points",
        "d               -",
      ])
  }

  @Test func `a table that is too wide becomes records`() {
    let table = FigureTable(
      head: ["", "gap", "cure"], rows: [["a", "1", "less capacity"], ["b", "2", ""]])
    #expect(
      texts(.table(table), Size(columns: 12, rows: 20)) == [
        "a", "gap: 1", "cure: less", "capacity", "", "b", "gap: 2",
      ])
  }

  @Test func `what does not fit says how much is missing`() {
    let table = FigureTable(head: ["n"], rows: (1...50).map { [String($0)] })
    let lines = texts(.table(table), Size(columns: 20, rows: 10))
    #expect(lines.count == 10)
    #expect(lines.last == "(43 more rows)")
  }

  @Test func `every kind of figure tells its numbers in a sentence`() {
    #expect(
      SampleFigures.loss.summary
        == "Training loss falls from 0.71 to 0.0008; validation loss is lowest (0.259) at epoch 57 "
        + "and ends at 0.301; a line marks best epoch 57.")
    #expect(
      SampleFigures.vanishing.summary
        == "Sigmoid gradient falls from 0.25 to 9.54e-7; ReLU (ideal) gradient stays at 1.")
    #expect(
      SampleFigures.bars.summary
        == "Gap: nothing 0.31, weight decay 0.12, dropout 0.155, early stopping 0.08.")
    #expect(
      SampleFigures.heatMap.summary
        == "Vertical: vertical 46, horizontal 3, diagonal 1; horizontal: vertical 4, horizontal 44, "
        + "diagonal 2; diagonal: vertical 0, horizontal 5, diagonal 45.")
    #expect(
      SampleFigures.weights.summary
        == "2 images of 3 × 3 pixels with values from -1 to 2.1: neuron 1, neuron 2.")
    #expect(
      SampleFigures.plane.summary
        == "Class 1: 12 points with input 2 from 0.131 to 0.991; class 0: 12 points with input 2 from -0.491 to 0.369; class 1 is the likelier on 53 % of the plane."
    )
    #expect(SampleFigures.table.summary == "3 rows of challenge, cause, gap, cure.")
  }

  @Test func `a broken series is told as it is`() {
    let plot = LinePlot(
      xAxis: PlotAxis("epoch"), yAxis: PlotAxis("loss"),
      series: [
        PlotSeries("training", x: [1, 2], y: [.nan, .nan]), PlotSeries("one", x: [3], y: [0.5]),
      ])
    #expect(
      Figure(id: "", title: "", content: .lines(plot)).summary
        == "Training loss has no finite value; one loss is 0.5 at epoch 3; 2 values not finite.")
  }

  @Test func `every figure has its numbers as a table`() {
    let plot = LinePlot(
      xAxis: PlotAxis("epoch"), yAxis: PlotAxis("loss"),
      series: [
        PlotSeries("a", x: [1, 2], y: [0.5, .nan]),
        PlotSeries("b", x: [2, 3], y: [1, 2], lower: [0.9, 1.9], upper: [1.1, 2.1]),
      ])
    let table = Figure(id: "", title: "", content: .lines(plot)).table
    #expect(table.head == ["epoch", "a", "b", "b lower", "b upper"])
    #expect(
      table.rows == [
        ["1", "0.5", "", "", ""], ["2", "nan", "1", "0.9", "1.1"], ["3", "", "2", "1.9", "2.1"],
      ])
    #expect(SampleFigures.heatMap.table.rows[1] == ["horizontal", "4", "44", "2"])
    #expect(SampleFigures.images.table.rows.count == 9)
    #expect(SampleFigures.groupedBars.table.rows[0] == ["2", "0.420", "0.45"])
    #expect(SampleFigures.table.table.rows.count == 3)
    let plane = SampleFigures.plane.table
    #expect(plane.head.count == 10 && plane.rows.count == 9)
    #expect(plane.head[0] == "class 1 at" && plane.head[1] == "-1.46" && plane.rows[0][0] == "1.45")
  }
}
