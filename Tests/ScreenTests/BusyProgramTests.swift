// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// A long run is stopped at once, is no burden to the keys, and leaves nothing behind.
@Suite(.serialized) struct BusyProgramTests {
  /// A lesson whose second experiment has been begun.
  private func training() throws -> CourseInTerminal {
    let course = try CourseInTerminal()
    course.terminal.send("\t\t\r")
    try course.terminal.expect("running")
    return course
  }

  @Test func `A run is cancelled within a tenth of a second, and leaves no memory behind`() throws {
    let course = try training()
    let terminal = course.terminal
    let rounds = Soak.rounds(5, 1000)
    var dice = Dice(state: 5)
    var waits: [Double] = []
    var memory = 0
    for round in 0..<rounds {
      if round > 0 {
        terminal.send("\r")
        try terminal.expect("running")
      }
      // The moment is what is random here.
      terminal.listen(seconds: Double.random(in: 0...0.06, using: &dice))
      let start = Date()
      terminal.send("\u{3}")
      try terminal.expect("Cancelled")
      waits.append(Date().timeIntervalSince(start))
      if round == rounds / 10 { memory = try #require(terminal.residentKilobytes) }
    }
    let growth = try #require(terminal.residentKilobytes) - memory
    Soak.report(
      "\(rounds) cancels: median \(waits.quantile(0.5)) s, p99 \(waits.quantile(0.99)) s, longest"
        + " \(waits.quantile(1)) s; memory grew by \(growth) kB")
    #expect(!Soak.isOn || waits.quantile(0.99) < 0.1)
    #expect(!Soak.isOn || growth < 5000)
    terminal.send("q")
    #expect(try terminal.ending() == .status(0))
  }

  @Test func `Keys are answered while a run goes on`() throws {
    let course = try training()
    let terminal = course.terminal
    let rounds = Soak.rounds(20, 1000)
    var waits: [Double] = []
    terminal.send(":")
    try terminal.expectAnswer()
    for round in 0..<rounds {
      // A letter that stands nowhere else on the screen, another one after each clearing.
      let letter = (round / 40).isMultiple(of: 2) ? "ж" : "щ"
      let start = Date()
      terminal.send(letter)
      try terminal.expect(letter)
      waits.append(Date().timeIntervalSince(start))
      if round % 40 == 39 { terminal.send("\u{15}") }
    }
    Soak.report(
      "\(rounds) keys during a run: median \(waits.quantile(0.5)) s, p99 \(waits.quantile(0.99)) s")
    #expect(!Soak.isOn || waits.quantile(0.99) < 0.05)
    terminal.send("\u{1B}")
    try terminal.expectAnswer()
    terminal.send("\u{3}")
    try terminal.expect("Cancelled")
    terminal.send("q")
    #expect(try terminal.ending() == .status(0))
  }

  @Test func `A program that waits takes no time of the processor`() throws {
    let course = try CourseInTerminal()
    course.terminal.send("\t\r")
    try course.terminal.expect("Out [1]")
    let before = try #require(course.terminal.processorTicks)
    course.terminal.listen(seconds: Soak.isOn ? 5 : 0.5)
    let ticks = try #require(course.terminal.processorTicks) - before
    Soak.report("idle for 5 s: \(ticks) ticks of 10 ms")
    #expect(ticks <= 2)
    course.terminal.send("q")
    #expect(try course.terminal.ending() == .status(0))
  }
}
