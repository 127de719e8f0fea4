// SPDX-License-Identifier: MIT
import Experiments
import Testing
import Training

@Suite struct `A claim` {
  private func claim(_ condition: String, kind: ExperimentKind = .train) throws -> Claim {
    try Claim(condition: condition, kind: kind)
  }

  @Test(arguments: [
    ("gap > 20", [21.0], true), ("gap > 20", [20.0], false), ("gap >= 20", [20.0], true),
    ("gap < 20", [19.0], true), ("gap <= 20", [20.0], true), ("mean gap > 2", [1, 4], true),
    ("median gap > 2", [1, 1, 9], false), ("minimum gap > 0", [1, 2], true),
    ("maximum gap < 2", [1, 2], false), ("deviation gap < 1", [1, 1, 1], true),
    ("validation_loss = 0.55", [0.5549], true), ("validation_loss = 0.55", [0.556], false),
    ("gap = 30", [30.4], true), ("gap = 30", [30.6], false),
    ("finite training_loss < 60", [1, .nan], true), ("finite training_loss = 100", [1, 2], true),
    ("gap > 0", [.nan, 1], false), ("gap < 0", [.nan], false), ("gap > 0", [], false),
  ])
  func `holds for a statistic of its measure`(
    _ condition: String, _ values: [Double], _ holds: Bool
  ) throws {
    #expect(try claim(condition).holds(for: values) == holds)
  }

  @Test func `can be made about every measure of every kind`() throws {
    for kind in ExperimentKind.all {
      for measure in kind.measures {
        for statistic in Claim.Statistic.allCases {
          for comparison in Claim.Comparison.allCases {
            let text = "\(statistic.rawValue) \(measure.name) \(comparison.rawValue) -1.5e-3"
            let claim = try claim(text, kind: kind)
            #expect(claim.measure == measure.name && claim.bound == -0.0015)
            #expect(try self.claim(claim.condition, kind: kind).bound == claim.bound)
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("gap", "not a condition"), ("gap ~ 3", "not a condition"), ("gap > much", "not a condition"),
    ("gab > 3", "gap"), ("depth > 3", "train measures no depth"), ("", "not a condition"),
    ("mean gap > nan", "not a condition"),
  ])
  func `that cannot be read is refused in a sentence`(_ condition: String, _ hint: String) {
    let error = #expect(throws: SettingError.self) { try claim(condition) }
    #expect(error?.message.contains(hint) == true)
  }

  @Test func `in a block may set hyperparameters, seeds and a wording`() throws {
    let settings = [
      Setting(name: "expect", value: .scalar("mean gap > 20")),
      Setting(name: "with", value: .map([Setting(name: "noise", value: .scalar("0.5"))])),
      Setting(name: "against", value: .map([Setting(name: "noise", value: .scalar("0.1"))])),
      Setting(name: "seeds", value: .scalar("100")),
      Setting(name: "text", value: .scalar("31 ± 8 points")),
    ]
    let block = Setting(name: "claims", value: .list([.scalar("gap < 1"), .map(settings)]))
    let claims = try Experiment(id: "test", settings: [block]).claims
    #expect(claims.map(\.condition) == ["gap < 1", "gap > 20"])
    #expect(claims[1].seeds == 100 && claims[1].text == "31 ± 8 points")
    #expect(claims[1].overrides.map(\.name) == ["noise"] && claims[1].against?.count == 1)
    let unknown = Setting(
      name: "claims", value: .list([.map([Setting(name: "expects", value: .scalar("gap > 1"))])]))
    let error = #expect(throws: SettingError.self) {
      try Experiment(id: "test", settings: [unknown])
    }
    #expect(error?.message.contains("expect") == true)
  }

  @Test func `with a count of runs is put to each run alone`() throws {
    var claim = try claim("gap > 15")
    claim.runs = 2
    #expect(claim.holds(for: [20, 16, 15, .nan]) && claim.value(of: [20, 16, 15, .nan]) == 2)
    #expect(
      !claim.holds(for: [20, 15]) && !claim.holds(for: [20, 20, 20]) && !claim.holds(for: []))
    let settings = [("expect", "gap > 15"), ("seeds", "3"), ("runs", "4")].map {
      Setting(name: $0, value: .scalar($1))
    }
    let block = Setting(name: "claims", value: .list([.map(settings)]))
    let error = #expect(throws: SettingError.self) { try Experiment(id: "test", settings: [block]) }
    #expect(error?.message.contains("runs is 4; it must be a whole number within 0...3") == true)
  }

  @Test func `summarizes runs by mean, spread and extremes`() {
    let summary = Summary([4, 1, 3, 2])
    #expect(summary.mean == 2.5 && summary.median == 2.5 && summary.count == 4)
    #expect(summary.minimum == 1 && summary.maximum == 4)
    #expect(abs(summary.standardDeviation - (5.0 / 3).squareRoot()) < 1e-12)
    #expect(Summary([]).mean.isNaN && Summary([1, .nan]).maximum.isNaN)
    #expect(Summary([7]).standardDeviation == 0)
  }
}
