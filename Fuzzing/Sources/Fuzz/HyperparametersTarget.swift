// SPDX-License-Identifier: MIT
import Experiments

/// Any assignments to the hyperparameters of any kind; what is allowed and quick is run.
func testHyperparameters(_ input: Input) -> CInt {
  var input = input
  let kind = ExperimentKind.all[input.choice(0...ExperimentKind.all.count - 1)]
  let seeds = input.choice(1...3)
  var hyperparameters = kind.defaults
  for word in input.text.split(separator: "\n").prefix(24) {
    do throws(SettingError) {
      let setting = try Setting(assignment: String(word))
      hyperparameters = try kind.applying([setting], to: hyperparameters)
    } catch {
      expect(!error.message.isEmpty, "a refusal without words")
    }
  }
  for row in kind.hyperparameters {
    // What is shown of a value can be typed again.
    var again = kind.defaults
    let text = row.text(in: hyperparameters)
    do throws(SettingError) {
      try row.set(Setting.Value(text: text), in: &again)
      expect(row.text(in: again) == text, "\(row.name): \(text) became \(row.text(in: again))")
    } catch {
      expect(false, error.message)
    }
    row.step(up: true, in: &again)
    row.step(up: false, in: &again)
  }
  let request = ExperimentRequest(
    experiment: "fuzz", kind: kind,
    variants: [Experiment.Variant(name: "", hyperparameters: hyperparameters)], seeds: seeds)
  if request.refusal == nil, request.cost < 200_000 {
    expect(request.run(threads: 1) != nil, "a run that nobody cancelled came to nothing")
  }
  return 0
}
