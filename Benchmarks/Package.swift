// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "nntutor", path: "..")],
  targets: [
    .target(name: "CAllocationCount"),
    .executableTarget(
      name: "TrainingBenchmarks",
      dependencies: ["CAllocationCount", .product(name: "Training", package: "nntutor")]),
  ],
  swiftLanguageModes: [.v6]
)
