// SPDX-License-Identifier: MIT
import Glibc
import Testing

@testable import TerminalText

@Suite struct NumberFormatTests {
  private func printed(_ format: String, _ precision: Int32, _ value: Double) -> String {
    withVaList([precision, value]) { arguments in
      var buffer = [CChar](repeating: 0, count: 2_000)
      let length = vsnprintf(&buffer, buffer.count, format, arguments)
      return String(decoding: buffer.prefix(Int(length)).map { UInt8($0) }, as: UTF8.self)
    }
  }

  @Test func `fixed decimals agree with printf on 20,000 numbers of every size`() {
    var dice = Dice(state: 1)
    for round in 0..<20_000 {
      let any = Double(bitPattern: dice.next())
      let usual = Double(Int.random(in: -1_000_000...1_000_000, using: &dice)) / 1024
      let value = round.isMultiple(of: 20) ? any : usual
      if !value.isFinite { continue }
      let decimals = Int.random(in: 0...9, using: &dice)
      #expect(
        NumberFormat.fixed(value, decimals: decimals) == printed("%.*f", Int32(decimals), value))
    }
  }

  @Test func `significant digits agree with printf on 5,000 numbers`() {
    var dice = Dice(state: 2)
    for _ in 0..<5_000 {
      let scale = [1, 1e3, 1e5, 1e-3][Int.random(in: 0..<4, using: &dice)]
      let value = Double.random(in: -scale...scale, using: &dice)
      let digits = Int.random(in: 1...9, using: &dice)
      let theirs = Double(printed("%.*e", Int32(digits - 1), value))
      #expect(Double(NumberFormat.significant(value, digits: digits)) == theirs)
    }
  }

  @Test(arguments: [
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (-0.001, 2, "-0.00"),
    (0.05, 1, "0.1"), (999.96, 1, "1000.0"), (.leastNonzeroMagnitude, 2, "0.00"),
    (1e22, 0, "1" + zeros(22)),
    (.nan, 2, "nan"), (.infinity, 2, "inf"), (-.infinity, 0, "-inf"), (-0.0, 1, "-0.0"),
  ])
  func `fixed decimals round the exact value half to even`(
    value: Double, decimals: Int, text: String
  ) {
    #expect(NumberFormat.fixed(value, decimals: decimals) == text)
  }

  @Test(arguments: [
    (0.0, 3, "0"), (0.25912, 3, "0.259"), (0.000561, 3, "0.000561"), (1_234_567, 3, "1230000"),
    (12_345_678, 3, "1.23e7"), (1.5e-7, 3, "1.5e-7"), (-99_999, 5, "-99999"), (9.996, 3, "10"),
    (100, 3, "100"), (2e12, 3, "2e12"), (.nan, 3, "nan"), (0.5, 3, "0.5"),
  ])
  func `significant digits lose their zeros`(value: Double, digits: Int, text: String) {
    #expect(NumberFormat.significant(value, digits: digits) == text)
  }

  @Test func `a zero left after rounding has no sign where none is wanted`() {
    #expect(NumberFormat.unsignedZero(-0.001, decimals: 2) == "0.00")
    #expect(NumberFormat.unsignedZero(-0.02, decimals: 2) == "-0.02")
  }

  @Test func `percent, thousands and shortest forms`() {
    #expect(NumberFormat.percent(0.875) == "88%")
    #expect(NumberFormat.percent(0.5, decimals: 1) == "50.0%")
    #expect(NumberFormat.grouped(1_000_000) == "1,000,000")
    #expect(NumberFormat.grouped(-999) == "-999")
    #expect(NumberFormat.grouped(Int.min) == "-9,223,372,036,854,775,808")
    #expect(NumberFormat.shortest(0.1) == "0.1")
    #expect(NumberFormat.shortest(500) == "500")
  }
}

private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
