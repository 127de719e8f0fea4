// SPDX-License-Identifier: MIT

/// libFuzzer's loop: makes inputs, runs them, and keeps those that reach new code.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: Test
) -> CInt

/// What libFuzzer calls with an input; 0 says that it was taken.
private typealias Test = @convention(c) @Sendable (UnsafePointer<UInt8>?, Int) -> CInt

/// Feeds one stage of the program with inputs that libFuzzer makes.
///
///     Fuzz lesson -max_total_time=600 Corpus/lesson
///
/// A target is a row of the table. It must return on every input; what must hold besides is checked
/// by ``expect(_:_:)``.
@main struct Fuzz {
  static func main() {
    let name = CommandLine.arguments.dropFirst().first ?? ""
    guard let test = targets[name] else {
      print("usage: Fuzz \(targets.keys.sorted().joined(separator: "|")) [libFuzzer's options]")
      return
    }
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    // libFuzzer takes words without a dash for corpora, so ours is left out.
    (count, arguments[1]) = (count - 1, arguments[0])
    arguments += 1
    _ = runFuzzer(&count, &arguments, test)
  }

  private static let targets:
    [String: @convention(c) @Sendable (UnsafePointer<UInt8>?, Int) -> CInt] = [
      "lesson": { testLesson(Input($0, $1)) },
      "mathematics": { testMathematics(Input($0, $1)) },
      "commands": { testCommands(Input($0, $1)) },
      "hyperparameters": { testHyperparameters(Input($0, $1)) },
    ]
}
