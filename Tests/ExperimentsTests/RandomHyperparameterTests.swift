// SPDX-License-Identifier: MIT
import Experiments
import Foundation
import Testing
import Training

/// Anything that can be typed for a hyperparameter: it is taken, or refused with its range.
@Suite struct RandomHyperparameterTests {
  /// A hundred thousand sets in `make soak`, a hundred an argument.
  private static let arguments =
    ProcessInfo.processInfo.environment["NNTUTOR_SOAK"] != nil ? 1000 : 10

  private static let nonsense = [
    "nan", "-nan", "inf", "-infinity", "1e400", "-1e400", "1e-400", "0x10", "1_000", "٣", "", " ",
    "-1", "-0", "1e30", "9223372036854775807", "9223372036854775808", "4294967296", "0.5", "1e-9",
    "[", "]", "[]", "[[]]", "[1,2", "1,2,3", "[nan]", "[1e30, -1]", "[0.5]", "{a: b}", "sigmod",
    "after_validation", "on", "off", "maybe", "\u{1B}[2J", "\u{202E}", "1%", "50 %", "1e0001",
    "+.5",
    String(repeating: "9", count: 400), String(repeating: "[", count: 400),
    "1.7976931348623157e308",
  ]

  @Test(arguments: 0..<arguments)
  func `a set of hyperparameters never traps, and a refusal names value and range`(seed: Int) {
    var random = RandomSettings(state: UInt64(seed))
    for _ in 0..<100 {
      let kind = ExperimentKind.all[random.whole(0...ExperimentKind.all.count - 1)]
      var hyperparameters = kind.defaults
      for row in kind.hyperparameters where random.next() < 0.5 {
        let isNonsense = random.next() < 0.3
        let text =
          isNonsense
          ? Self.nonsense[random.whole(0...Self.nonsense.count - 1)] : random.text(row)
        let before = hyperparameters
        do throws(SettingError) {
          try row.set(Setting.Value(text: text), in: &hyperparameters)
        } catch {
          #expect(isNonsense, "\(row.name)=\(text) was refused")
          #expect(error.message.hasPrefix(row.name) && !error.message.contains("\n"))
          #expect(error.message.contains(row.allowed) || error.message.contains("on or off"))
          #expect(hyperparameters == before)
        }
      }
      let request = ExperimentRequest(
        experiment: "random", kind: kind,
        variants: [Experiment.Variant(name: "", hyperparameters: hyperparameters)], seeds: 1)
      if request.refusal == nil, request.cost < 100_000 {
        #expect(request.run(threads: 1) != nil)
      }
    }
  }
}
