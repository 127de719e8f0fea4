// SPDX-License-Identifier: MIT
import Experiments
import Testing
import Training

@Suite struct `A setting` {
  private func message(_ name: String, _ text: String) -> String {
    do throws(SettingError) {
      var hyperparameters = Hyperparameters()
      let row = try HyperparameterTable.named(name)
      try row.set(Setting.Value(text: text), in: &hyperparameters)
      return "set to \(row.text(in: hyperparameters))"
    } catch { return error.message }
  }

  @Test(arguments: [
    ("noise", "0.3", "0.3"), ("noise", " 5 ", "5"), ("noise", "1e-3", "0.001"),
    ("epochs", "1e3", "1000"), ("epochs", "200 epochs", "200"), ("shuffle", "yes", "on"),
    ("shuffle", "FALSE", "off"), ("activation", "ReLU", "relu"), ("hidden", "20", "[20]"),
    ("hidden", "8,4", "[8, 4]"), ("hidden", "[8, 4]", "[8, 4]"), ("hidden", "[]", "[]"),
    ("weight_seed", "after_training", "after_training"), ("weight_seed", "42", "42"),
    ("learning_rate", "0.000001", "0.000001"), ("seed", "4294967295", "4294967295"),
  ])
  func `is read as it is written`(_ name: String, _ text: String, _ shown: String) {
    #expect(message(name, text) == "set to \(shown)")
  }

  @Test(arguments: [
    ("noise", "nan"), ("noise", "inf"), ("noise", "-0.1"), ("noise", "5.01"), ("noise", "0x1p2"),
    ("noise", ""), ("noise", "[1, 2]"), ("noise", "much"), ("epochs", "1e12"), ("epochs", "0"),
    ("epochs", "2.5"), ("epochs", "-1"), ("hidden", "1e9"), ("hidden", "0"), ("hidden", "[4, x]"),
    ("hidden", "[[4]]"), ("activation", "sigmod"), ("shuffle", "maybe"), ("weight_seed", "later"),
    ("weight_seed", "-1"), ("learning_rate", "1e400"), ("seed", "1e300"), ("depth", "101"),
  ])
  func `that is not allowed is refused with name, value and range`(_ name: String, _ text: String)
    throws
  {
    let said = message(name, text)
    let value = Setting.Value(text: text).text
    #expect(said.hasPrefix("\(name) is \(value.isEmpty ? "empty" : value); it must be"))
    #expect(said.contains(try HyperparameterTable.named(name).allowed) || name == "shuffle")
  }

  @Test(arguments: [
    ("[8, 4]", "[8, 4]"), ("8,4", "[8, 4]"), ("[2],[20]", "[[2], [20]]"), ("[2]", "[2]"),
    ("[[2], [20, 4]]", "[[2], [20, 4]]"), ("[2],[20, 4]", "[[2], [20, 4]]"), ("[]", "[]"),
  ])
  func `is a list by brackets or by commas`(_ text: String, _ value: String) {
    #expect(Setting.Value(text: text).text == value)
  }

  @Test func `that is nearly right is put right`() {
    #expect(message("activation", "sigmod").contains("sigmoid"))
    #expect(message("learning_rat", "1").contains("learning_rate"))
    #expect(message("xyzzy", "1") == "there is no hyperparameter xyzzy")
  }

  @Test func `of any length and any characters is refused in one short sentence`() {
    for text in [String(repeating: "9", count: 100_000), "\u{0}\u{1b}[2J", "🙂", "[[[[", "1,,2"] {
      for row in HyperparameterTable.all {
        var hyperparameters = Hyperparameters()
        do {
          try row.set(Setting.Value(text: text), in: &hyperparameters)
        } catch {
          #expect(error.message.count < 260 && error.message.hasPrefix(row.name))
          #expect(hyperparameters == Hyperparameters())
        }
      }
    }
  }

  @Test func `of a command is a name and a value`() throws {
    #expect(try Setting(assignment: "noise=0.3").value == .scalar("0.3"))
    let list = try Setting(assignment: " hidden = [[2],[8, 4]] ")
    #expect(list.name == "hidden" && list.value.text == "[[2], [8, 4]]")
    #expect(throws: SettingError.self) { try Setting(assignment: "noise") }
    #expect(throws: SettingError.self) { try Setting(assignment: "=3") }
  }

  @Test func `tells plain decimal numbers from everything else`() {
    for text in ["0", "-1.5", "+2", "1e-7", ".5", "5."] { #expect(Double(strict: text) != nil) }
    for text in ["", "nan", "infinity", "0x10", "1_000", "1,5", " 1", "1e999", "--1", "e5"] {
      #expect(Double(strict: text) == nil, "\(text)")
    }
  }

  @Test func `shows numbers in the fewest digits`() {
    let shown = [0, 1, -3, 0.5, 1e-6, 0.00005, 0.1 + 0.2, 1e16, 1e-9].map(\.plain)
    #expect(
      shown == [
        "0", "1", "-3", "0.5", "0.000001", "0.00005", "0.30000000000000004", "1e+16", "1e-09",
      ])
    for text in shown { #expect(Double(text) != nil) }
  }
}

@Suite struct `An arrow key` {
  private func steps(_ name: String, up: Bool, _ count: Int) throws -> [String] {
    let row = try HyperparameterTable.named(name)
    var hyperparameters = Hyperparameters()
    return (0..<count).map { _ in
      row.step(up: up, in: &hyperparameters)
      return row.text(in: hyperparameters)
    }
  }

  @Test func `climbs a ladder of round numbers`() throws {
    #expect(try steps("noise", up: true, 3) == ["0.15", "0.2", "0.25"])
    #expect(try steps("noise", up: false, 4) == ["0.05", "0", "0", "0"])
    #expect(try steps("epochs", up: true, 3) == ["1000", "2000", "5000"])
    #expect(try steps("learning_rate", up: false, 3) == ["0.2", "0.1", "0.05"])
    #expect(try steps("hidden", up: true, 2) == ["[24]", "[32]"])
    #expect(try steps("gradient_clip_norm", up: true, 2) == ["0.01", "0.02"])
    #expect(try steps("activation", up: true, 5).last == "sigmoid")
    #expect(try steps("shuffle", up: true, 2) == ["on", "off"])
    #expect(try steps("weight_seed", up: true, 2) == ["after_training", "after_validation"])
  }

  @Test func `never leaves the range, and comes back the way it went`() throws {
    for row in HyperparameterTable.all {
      for up in [true, false] {
        var hyperparameters = Hyperparameters()
        for _ in 0..<200 {
          row.step(up: up, in: &hyperparameters)
          var copy = Hyperparameters()
          try row.set(Setting.Value(text: row.text(in: hyperparameters)), in: &copy)
          #expect(copy == hyperparameters, "\(row.name)")
        }
      }
      // Down to a rung, up to the next, and down again.
      var there = Hyperparameters()
      row.step(up: false, in: &there)
      let rung = row.text(in: there)
      row.step(up: true, in: &there)
      row.step(up: false, in: &there)
      let isAtEnd = rung == row.text(in: Hyperparameters())
      #expect(isAtEnd || row.text(in: there) == rung, "\(row.name)")
    }
  }
}
