// swift-tools-version: 6.2
// SPDX-License-Identifier: MIT
import PackageDescription

let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "nntutor", path: "..")],
  targets: [
    .executableTarget(
      name: "Fuzz", dependencies: [.product(name: "Tutorial", package: "nntutor")])
  ],
  swiftLanguageModes: [.v6]
)
