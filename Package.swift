// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT
import Foundation
import PackageDescription

/// Whether the machine that builds has the vector instructions that the kernels are fastest with.
///
/// NNTUTOR_PORTABLE=1 builds for any machine instead.
let usesVectors: Bool = {
  if Context.environment["NNTUTOR_PORTABLE"] != nil { return false }
  let description = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
  let flags = Set(description.split { $0 == " " || $0 == "\n" })
  return flags.contains("avx2") && flags.contains("fma")
}()

/// Kernels are optimized in debug builds too, so that tests can train.
let kernelSettings: [SwiftSetting] =
  [
    .unsafeFlags(["-O"], .when(configuration: .debug)),
    // The compiler proves exclusive access to all but class properties, which kernels keep to
    // themselves; checking those at run time costs some percent of a step.
    .unsafeFlags(["-enforce-exclusivity=unchecked"]),
  ]
  + (usesVectors
    ? [.unsafeFlags(["-Xcc", "-mavx2", "-Xcc", "-mfma"]), .define("FUSED_MULTIPLY_ADD")] : [])

let package = Package(
  name: "nntutor",
  products: [
    .executable(name: "nntutor", targets: ["nntutor"]),
    .library(name: "Training", targets: ["NeuralNetworks", "Training"]),
    .library(
      name: "Tutorial",
      targets: ["Experiments", "LessonFormat", "TerminalText", "Typesetting", "Tutorial"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CTerminalGuard"),
    .target(name: "CProcessor", cSettings: usesVectors ? [.define("BUILT_FOR_AVX2")] : []),
    .target(name: "NeuralNetworks", swiftSettings: kernelSettings),
    .target(name: "Training", dependencies: ["NeuralNetworks"], swiftSettings: kernelSettings),
    .target(name: "Experiments", dependencies: ["NeuralNetworks", "Training"]),
    .target(
      name: "LessonFormat",
      dependencies: ["Training", "Experiments", "CMD4C", .product(name: "Yams", package: "Yams")]),
    .target(name: "TerminalText"),
    .target(name: "Charts", dependencies: ["Experiments", "TerminalText"]),
    .target(
      name: "Typesetting", dependencies: ["Experiments", "LessonFormat", "TerminalText", "Charts"]),
    .target(
      name: "LearnerRecords", dependencies: [.product(name: "GRDB", package: "GRDB.swift")]),
    .target(
      name: "Tutorial",
      dependencies: [
        "Training", "Experiments", "LessonFormat", "TerminalText", "Charts", "Typesetting",
        "LearnerRecords",
      ]),
    .target(
      name: "TerminalUI",
      dependencies: [
        "Training", "Experiments", "LessonFormat", "TerminalText", "LearnerRecords", "Tutorial",
        "CNcurses", "CTerminalGuard",
      ]),
    .executableTarget(
      name: "nntutor",
      dependencies: [
        "CProcessor", "Training", "Experiments", "LessonFormat", "TerminalText", "Typesetting",
        "LearnerRecords", "Tutorial", "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "NeuralNetworksTests", dependencies: ["NeuralNetworks"], resources: [.copy("Fixtures")]),
    .testTarget(name: "TrainingTests", dependencies: ["Training"], resources: [.copy("Fixtures")]),
    .testTarget(name: "ExperimentsTests", dependencies: ["Experiments"]),
    .testTarget(name: "LessonFormatTests", dependencies: ["LessonFormat"]),
    .testTarget(name: "TerminalTextTests", dependencies: ["TerminalText"]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts"], exclude: ["Snapshots"]),
    .testTarget(
      name: "TypesettingTests", dependencies: ["Typesetting"], resources: [.copy("Fixtures")]),
    .testTarget(
      name: "LearnerRecordsTests",
      dependencies: ["LearnerRecords", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "TerminalUITests", dependencies: ["TerminalUI", "CNcurses"]),
    .testTarget(name: "TutorialTests", dependencies: ["Tutorial"], exclude: ["Snapshots"]),
    .executableTarget(
      name: "CrashingProgram", dependencies: ["TerminalText", "TerminalUI"],
      path: "Tests/CrashingProgram"),
    .testTarget(name: "ScreenTests", dependencies: ["nntutor", "CrashingProgram"]),
  ],
  swiftLanguageModes: [.v6]
)
