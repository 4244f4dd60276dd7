// swift-tools-version: 6.1
import PackageDescription

/// A fuzzer: its own program, since libFuzzer brings the `main`.
func fuzzer(_ name: String, _ more: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name, dependencies: ["Fuzzing", .product(name: "Rooms", package: "bilan")] + more)
}

// The fuzzers stand apart, so that the package of the program knows nothing of them (README.md says how to run them).
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "bilan", path: "../..")],
  targets: [
    // What all fuzzers expect.
    .target(name: "Fuzzing", dependencies: [.product(name: "Rooms", package: "bilan")]),

    fuzzer("FuzzFrontMatter"),
    fuzzer("FuzzMarkdown", [.product(name: "CCmarkGFM", package: "bilan")]),
    fuzzer("FuzzNumbers"),
    fuzzer("FuzzTables"),
    fuzzer("FuzzFormulas"),
    fuzzer("FuzzLayouts"),
    fuzzer("FuzzMaps"),
    fuzzer("FuzzPictures"),
    fuzzer("FuzzSections"),
  ],
  swiftLanguageModes: [.v6]
)
