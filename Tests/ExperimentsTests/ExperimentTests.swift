// SPDX-License-Identifier: MIT
import Experiments
import Testing
import Training

@Suite struct `An experiment` {
  private func setting(_ name: String, _ text: String, line: Int = 1) -> Setting {
    Setting(
      name: name, value: Setting.Value(text: text), position: SourcePosition(line: line, column: 1))
  }

  private func experiment(_ settings: Setting...) throws(SettingError) -> Experiment {
    try Experiment(id: "test", settings: settings)
  }

  @Test func `trains the reference run unless it says otherwise`() throws {
    let plain = try experiment()
    #expect(plain.kind == .train && plain.hyperparameters == Hyperparameters())
    #expect(plain.variants.map(\.name) == [""] && plain.seeds == 1 && plain.title == "test")
    let set = try experiment(setting("noise", "0.3"), setting("kind", "gradient-flow"))
    #expect(set.kind.name == "gradient-flow" && set.hyperparameters.noise == 0.3)
    #expect(set.edit.map(\.name) == ["noise"] && set.givenNames == ["noise"])
  }

  @Test func `takes a list where one value is usual as variants`() throws {
    let swept = try experiment(setting("noise", "[0.1, 0.3]"), setting("hidden", "[[2], [8, 4]]"))
    #expect(
      swept.variants.map(\.name) == [
        "noise 0.1, hidden [2]", "noise 0.1, hidden [8, 4]", "noise 0.3, hidden [2]",
        "noise 0.3, hidden [8, 4]",
      ])
    #expect(swept.variants[3].hyperparameters.hidden == [8, 4])
    #expect(try experiment(setting("hidden", "[8, 4]")).variants.count == 1)
  }

  @Test func `is compared with named overrides`() throws {
    let overrides = Setting.Value.list([
      .map([setting("name", "quiet"), setting("noise", "0")]),
      .map([setting("noise", "0.5"), setting("hidden", "4")]),
    ])
    let compared = try Experiment(
      id: "test", settings: [setting("epochs", "10"), Setting(name: "compare", value: overrides)])
    #expect(compared.variants.map(\.name) == ["as given", "quiet", "noise 0.5, hidden 4"])
    #expect(compared.variants[1].hyperparameters.noise == 0)
    #expect(compared.variants.allSatisfy { $0.hyperparameters.epochs == 10 })
  }

  @Test func `says where it is wrong, and how it might be put right`() throws {
    let wrong: [(Setting, String)] = [
      (setting("nois", "0.3", line: 4), "noise"),
      (setting("depth", "3", line: 4), "depth makes no difference to train"),
      (setting("kind", "trian", line: 4), "train"),
      (setting("plot", "[los]", line: 4), "loss"),
      (setting("noise", "9", line: 4), "0...5"),
      (setting("seeds", "0", line: 4), "1...10000"),
      (setting("edit", "[noice]", line: 4), "noise"),
      (setting("compare", "3", line: 4), "list"),
      (setting("claims", "3", line: 4), "list"),
      (setting("training_sets", "3", line: 4), "makes no difference"),
    ]
    for (setting, hint) in wrong {
      let error = #expect(throws: SettingError.self) { try experiment(setting) }
      #expect(error?.message.contains(hint) == true, "\(setting.name)")
      #expect(error?.position?.line == 4, "\(setting.name)")
    }
    let twice = #expect(throws: SettingError.self) {
      try experiment(setting("noise", "1"), setting("noise", "2"))
    }
    #expect(twice?.message == "noise is set twice")
  }

  @Test func `has no more variants than can be looked at`() {
    let list = "[\((1...40).map(String.init).joined(separator: ", "))]"
    #expect(throws: SettingError.self) {
      try experiment(setting("epochs", list), setting("seed", list))
    }
  }
}
