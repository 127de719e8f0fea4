// SPDX-License-Identifier: MIT
import Experiments
import Testing

@testable import Charts

@Suite struct TicksTests {
  private func labels(
    _ range: ClosedRange<Double>, rows: Int = 20, isFixed: Bool = false, isInteger: Bool = false
  ) -> [String] {
    var data = AxisData(scale: .linear)
    data.include(range.lowerBound)
    data.include(range.upperBound)
    let axis = PlotAxis("y", limits: isFixed ? range : nil, isInteger: isInteger)
    return verticalAxis(axis, scale: .linear, data: data, rows: rows, isASCII: false)
      .ticks.map(\.label)
  }

  @Test func `linear ticks are round numbers with as many decimals each`() {
    #expect(labels(0.0006...0.76) == ["0.0", "0.2", "0.4", "0.6", "0.8"])
    #expect(labels(-1...1) == ["-1.0", "-0.5", "0.0", "0.5", "1.0"])
    #expect(labels(0...9) == ["0.0", "2.5", "5.0", "7.5", "10.0"])
    #expect(labels(-0.004...0.01).contains { $0.hasPrefix("-0.00") && !$0.contains("5") } == false)
  }

  @Test func `limits that were given stay, with ticks inside them alone`() {
    #expect(labels(40...105, isFixed: true) == ["40", "60", "80", "100"])
  }

  @Test func `whole numbers get whole steps`() {
    #expect(labels(0...3, rows: 60, isInteger: true) == ["0", "1", "2", "3"])
  }

  @Test func `labels keep three rows between them`() {
    for top in [0.3, 1, 7, 42, 999, 123_456] {
      for rows in 18...60 {
        var data = AxisData(scale: .linear)
        data.include(0)
        data.include(top)
        let axis = verticalAxis(
          PlotAxis("y"), scale: .linear, data: data, rows: rows, isASCII: false)
        let places = axis.ticks.compactMap { axis.map.place($0.value, among: rows) }
        #expect(places.count == axis.ticks.count)
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 3 })
      }
    }
  }

  @Test func `decades stand on one row, thinned around one`() {
    let all = decadeTicks(lower: 1e-3, upper: 1e2, intervals: 10, isASCII: false)
    #expect(all.map(\.label) == ["10⁻³", "10⁻²", "0.1", "1", "10", "10²"])
    let thinned = decadeTicks(lower: 1e-8, upper: 1e4, intervals: 9, isASCII: true)
    #expect(thinned.map(\.label) == ["1e-8", "1e-6", "1e-4", "1e-2", "1", "1e2", "1e4"])
  }

  @Test func `a few whole places are the ticks themselves`() {
    let axis = PlotAxis("layer", isInteger: true)
    var data = AxisData(scale: .linear)
    let layers = (1...10).map(Double.init)
    for layer in layers { data.include(layer) }
    func labels(_ columns: Int) -> [String] {
      horizontalAxis(
        axis, data: data, places: layers, zoom: nil, columns: columns, isASCII: false
      ).ticks.map(\.label)
    }
    #expect(labels(60) == (1...10).map(String.init))
    #expect(labels(40) == ["1", "3", "5", "7", "9"])
  }

  @Test func `epochs from one on begin at zero where that costs little`() {
    var data = AxisData(scale: .linear)
    data.include(1)
    data.include(500)
    let axis = horizontalAxis(
      PlotAxis("epoch", isInteger: true), data: data, places: [], zoom: nil, columns: 62,
      isASCII: false)
    #expect(axis.map.lower == 0)
    #expect(axis.ticks.map(\.label) == ["0", "100", "200", "300", "400", "500"])
  }

  @Test func `names are moved apart without changing their order`() {
    #expect(movedApart([5, 5, 5], limit: 20) == [4, 5, 6])
    #expect(movedApart([19, 19, 3], limit: 20) == [18, 19, 3])
    #expect(movedApart([0, 0], limit: 20) == [0, 1])
    #expect(movedApart([4, 9], limit: 20) == [4, 9])
  }

  @Test func `names moved apart never share a row while there are enough`() {
    var dice = Dice(state: 3)
    for _ in 0..<2_000 {
      let limit = Int.random(in: 1...20, using: &dice)
      let wanted = (0..<Int.random(in: 0...limit, using: &dice)).map { _ in
        Int.random(in: 0..<limit, using: &dice)
      }
      let rows = movedApart(wanted, limit: limit)
      #expect(Set(rows).count == wanted.count)
      #expect(rows.allSatisfy { (0..<limit).contains($0) })
    }
  }
}
