// SPDX-License-Identifier: MIT
import Experiments
import Testing
import Training

@Suite struct `The tables of hyperparameters and kinds` {
  @Test func `name each row once, with help and a default that is allowed`() throws {
    let names = HyperparameterTable.all.map(\.name)
    #expect(Set(names).count == names.count)
    for row in HyperparameterTable.all {
      #expect(!row.help.isEmpty && !row.allowed.isEmpty && !row.help.hasSuffix("."))
      #expect(row.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" })
      var copy = Hyperparameters()
      try row.set(Setting.Value(text: row.text(in: copy)), in: &copy)
      #expect(copy == Hyperparameters(), "\(row.name)")
    }
  }

  @Test func `hold no row that no kind uses`() {
    let used = Set(ExperimentKind.all.flatMap(\.hyperparameters).map(\.name))
    #expect(used == Set(HyperparameterTable.all.map(\.name)))
  }

  @Test(arguments: ExperimentKind.all.map(\.name))
  func `describe each kind with its measures and figures`(_ name: String) throws {
    let kind = try kind(name)
    #expect(ExperimentKind.all.count { $0.name == kind.name } == 1)
    #expect(!kind.help.isEmpty && !kind.hyperparameters.isEmpty)
    #expect(Set(kind.measures.map(\.name)).count == kind.measures.count)
    #expect(kind.measures.allSatisfy { !$0.help.isEmpty && $0.decimals >= 0 })
    #expect(Set(kind.figureNames).count == kind.figureNames.count)
    #expect(Set(kind.usualFigures).isSubset(of: kind.figureNames))
    for row in kind.hyperparameters {
      var copy = kind.defaults
      try row.set(Setting.Value(text: row.text(in: copy)), in: &copy)
      #expect(copy == kind.defaults, "\(row.name)")
    }
  }

  @Test func `give one name one meaning`() {
    let measures = ExperimentKind.all.flatMap(\.measures)
    for measure in measures {
      for other in measures where other.name == measure.name {
        #expect(other.unit == measure.unit && other.decimals == measure.decimals)
      }
    }
    let rows = Set(HyperparameterTable.all.map(\.name))
    #expect(rows.isDisjoint(with: measures.map(\.name)))
  }

  /// Small runs that between them show everything that a kind can.
  private func showcases(_ kind: ExperimentKind) -> [Hyperparameters] {
    var base = kind.defaults
    base.epochs = 20
    base.trainingSets = 5
    base.noise = 0.5
    base.gradientClipNorm = kind.name == "train" ? 1 : 0
    var cases = [base]
    for data in [DataSource.moons, .sine] where kind.name == "train" {
      cases.append(base)
      cases[cases.count - 1].data = data
    }
    if kind.name == "descent" {
      base.epochs = 1100
      cases.append(base)
    }
    if kind.name == "explode" {
      base.gradientClipNorm = 1
      cases.append(base)
    }
    return cases
  }

  @Test(arguments: ExperimentKind.all.map(\.name))
  func `promise nothing that a run does not deliver`(_ name: String) throws {
    let kind = try kind(name)
    let results = showcases(kind).map { kind.run($0, figures: kind.figureNames) }
    let measures = Set(results.flatMap(\.measures).map(\.name))
    #expect(measures == Set(kind.measures.map(\.name)))
    #expect(Set(results.flatMap(\.figures).map(\.id)) == Set(kind.figureNames))
    for result in results {
      let order = kind.measures.map(\.name).filter { result.measure($0) != nil }
      #expect(result.measures.map(\.name) == order)
      #expect(Set(result.figures.map(\.id)).count == result.figures.count)
    }
    let curves = results.flatMap(\.figures).compactMap { figure in
      if case .lines(let plot) = figure.content { plot.series.map(\.name) } else { nil }
    }
    #expect(curves.isEmpty || curves.joined().contains(kind.comparedSeries))
  }

  @Test(arguments: ExperimentKind.all.map(\.name))
  func `draw figures whose curves fit together`(_ name: String) throws {
    let kind = try kind(name)
    for result in showcases(kind).map({ kind.run($0, figures: kind.figureNames) }) {
      for figure in result.figures {
        #expect(!figure.title.isEmpty)
        guard case .lines(let plot) = figure.content else { continue }
        for curve in plot.series {
          #expect(curve.x.count == curve.y.count && !curve.x.isEmpty, "\(figure.id) \(curve.name)")
          #expect(curve.x == curve.x.sorted() && curve.x.allSatisfy(\.isFinite))
        }
        #expect(Set(plot.series.map(\.name)).count == plot.series.count)
      }
    }
  }

  @Test func `narrow what a kind could not take`() throws {
    let flow = try kind("gradient-flow")
    let data = try flow.hyperparameter(named: Setting(name: "data", value: .scalar("")))
    #expect(data.allowed == "lines | moons | spirals | sine")
    var changed = flow.defaults
    #expect(throws: SettingError.self) { try data.set(.scalar("sequences"), in: &changed) }
    for _ in 0..<8 {
      data.step(up: true, in: &changed)
      #expect(changed.data != .sequences)
    }
    let fit = try kind("curve-fit")
    let size = try fit.hyperparameter(named: Setting(name: "training_size", value: .scalar("")))
    #expect(size.allowed == "1...5000")
  }
}
