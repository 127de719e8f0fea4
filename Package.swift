// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT
import PackageDescription

let package = Package(
  name: "nntutor",
  products: [
    .executable(name: "nntutor", targets: ["nntutor"]),
    .library(name: "Training", targets: ["NeuralNetworks", "Training"]),
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
    .target(name: "NeuralNetworks"),
    .target(name: "Training", dependencies: ["NeuralNetworks"]),
    .target(name: "Experiments", dependencies: ["NeuralNetworks", "Training"]),
    .target(
      name: "LessonFormat",
      dependencies: ["Experiments", "CMD4C", .product(name: "Yams", package: "Yams")]),
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
      name: "TerminalUI", dependencies: ["Tutorial", "TerminalText", "CNcurses", "CTerminalGuard"]),
    .executableTarget(
      name: "nntutor",
      dependencies: [
        "Tutorial", "TerminalUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "NeuralNetworksTests", dependencies: ["NeuralNetworks"], resources: [.copy("Fixtures")]),
    .testTarget(name: "TrainingTests", dependencies: ["Training"], resources: [.copy("Fixtures")]),
    .testTarget(name: "ExperimentsTests", dependencies: ["Experiments"]),
    .testTarget(name: "LessonFormatTests", dependencies: ["LessonFormat"]),
    .testTarget(name: "TerminalTextTests", dependencies: ["TerminalText"]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
    .testTarget(name: "TypesettingTests", dependencies: ["Typesetting"]),
    .testTarget(
      name: "LearnerRecordsTests",
      dependencies: ["LearnerRecords", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "TutorialTests", dependencies: ["Tutorial"]),
    .testTarget(name: "ScreenTests", dependencies: ["nntutor"]),
  ],
  swiftLanguageModes: [.v6]
)
