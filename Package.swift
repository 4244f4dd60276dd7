// swift-tools-version: 6.1
import PackageDescription

// The rooms, lowest first. A room imports only rooms named above it.
let package = Package(
  name: "bilan",
  products: [
    .executable(name: "bilan", targets: ["bilan"]),
    // For the fuzzers, a package of their own (Tests/Fuzz).
    .library(
      name: "Rooms",
      targets: [
        "Diagnostics", "FrenchText", "FrontMatter", "Markdown", "Templates", "KeyFigures", "Drawing",
        "Charts", "Publication", "Site",
      ]),
    .library(name: "CCmarkGFM", targets: ["CCmarkGFM"]),
  ],
  targets: [
    // The Markdown parser of the system.
    .systemLibrary(name: "CCmarkGFM"),

    // What several test targets share: folders, numbers by chance, the Python that they compare with.
    .target(name: "TestSupport", path: "Tests/Support"),

    // Source files, positions, and everything that is said about them.
    .target(name: "Diagnostics"),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"]),

    // French numbers, dates, typography and words.
    .target(name: "FrenchText", dependencies: ["Diagnostics"]),
    .testTarget(name: "FrenchTextTests", dependencies: ["FrenchText", "Diagnostics", "TestSupport"]),

    // The YAML-like language of front matters, and its decoding.
    .target(name: "FrontMatter", dependencies: ["Diagnostics"]),
    .testTarget(name: "FrontMatterTests", dependencies: ["FrontMatter", "Diagnostics", "TestSupport"]),

    // Markdown as a flat tree with positions, and its HTML.
    .target(name: "Markdown", dependencies: ["CCmarkGFM", "Diagnostics", "FrenchText"]),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "CCmarkGFM", "Diagnostics", "TestSupport"]),

    // The layout language.
    .target(name: "Templates", dependencies: ["Diagnostics"]),
    .testTarget(
      name: "TemplatesTests", dependencies: ["Templates", "Diagnostics", "TestSupport"], exclude: ["Cases"]),

    // Figures, typed tables, their checks and their open data.
    .target(name: "KeyFigures", dependencies: ["Diagnostics", "FrenchText", "FrontMatter"]),
    .testTarget(
      name: "KeyFiguresTests",
      dependencies: ["KeyFigures", "FrontMatter", "FrenchText", "Diagnostics", "TestSupport"]),

    // Vector scenes, text metrics, colours, the SVG writer.
    .target(name: "Drawing", dependencies: ["Diagnostics"]),
    .testTarget(name: "DrawingTests", dependencies: ["Drawing", "TestSupport"]),

    // Charts and maps, from data to scenes and to words.
    .target(name: "Charts", dependencies: ["Diagnostics", "FrontMatter", "Drawing"]),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "Drawing", "FrontMatter", "Diagnostics", "TestSupport"]),

    // The content folder as a typed publication, with every check across its sections.
    .target(
      name: "Publication",
      dependencies: ["Diagnostics", "FrenchText", "FrontMatter", "Markdown", "KeyFigures", "Charts"]),
    .testTarget(name: "PublicationTests", dependencies: ["Publication", "Diagnostics", "TestSupport"]),

    // What Swift cannot say: the exchange of two folders, the allocator's step, the layouts and assets embedded in the program.
    .target(name: "CSite", exclude: ["embed.sh"]),

    // The publication, layouts and assets as the files of a site, and their safe writing.
    .target(
      name: "Site",
      dependencies: [
        "CSite", "Diagnostics", "FrenchText", "Markdown", "KeyFigures", "Drawing", "Charts", "Templates",
        "Publication",
      ]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Site", "Publication", "Charts", "Templates", "KeyFigures", "Markdown", "FrontMatter", "FrenchText",
        "Diagnostics", "TestSupport",
      ]),

    // The live preview: the site in memory, served to this machine, read again at each save.
    .target(
      name: "Preview", dependencies: ["Diagnostics", "Publication", "Site", "Templates"], exclude: ["client"]),
    .testTarget(
      name: "PreviewTests", dependencies: ["Preview", "Desk", "Site", "Publication", "TestSupport"]),

    // The editor's desk: messages explained, a first publication, a new section, mechanical corrections.
    .target(
      name: "Desk", dependencies: ["Diagnostics", "FrenchText", "FrontMatter", "Publication", "Site"]),
    .testTarget(
      name: "DeskTests",
      dependencies: [
        "Desk", "Site", "Publication", "KeyFigures", "Markdown", "Templates", "FrontMatter", "FrenchText",
        "Diagnostics", "TestSupport",
      ]),

    // The command line.
    .executableTarget(
      name: "bilan",
      dependencies: [
        "CSite", "Diagnostics", "FrenchText", "FrontMatter", "Publication", "Site", "Preview", "Desk",
      ]),
    .testTarget(name: "bilanTests", dependencies: ["bilan"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
