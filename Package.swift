// swift-tools-version: 6.1
import PackageDescription

/// Settings every target is built with: Swift 6 mode (from the tools version) and the upcoming strictness.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A room of the house: see docs/decisions and the picture in README.md.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
    name: "doithoai",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .systemLibrary(name: "CFastCGI", pkgConfig: "fcgi", providers: [.apt(["libfcgi-dev"])]),
        .systemLibrary(
            name: "CMarkdown", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(
            name: "CSpreadsheet", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        room("Domain"),
        room("Cryptography", ["CCrypto"]),
        room("Content", ["Domain", "Cryptography", "CMarkdown", .product(name: "Yams", package: "Yams")]),
        room("Theme", ["Domain"]),
        room("Publishing", ["Domain", "Cryptography", "Theme", "CLinux", "CZlib"]),
        room("Documents", ["Domain", "Cryptography", "CQRCode", "CSpreadsheet", "CZlib"]),
        room(
            "Register",
            [
                "Domain", "Cryptography", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        room("Intake", ["Domain", "Cryptography", "Theme", "CLinux"]),
        room("FastCGI", ["CFastCGI"]),

        program(
            "doithoai",
            [
                "Domain", "Content", "Cryptography", "Documents", "Publishing", "Register", "Theme",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        program("doithoai-form", ["Domain", "Cryptography", "FastCGI", "Intake", "Register", "Theme", "CLinux"]),

        .executableTarget(
            name: "document-times", dependencies: ["Content", "Cryptography", "Documents", "Domain"],
            path: "benchmarks/documents/program", swiftSettings: strict),

        tests("Cryptography", ["Cryptography"]),
        tests("Domain", ["Domain"]),
        tests("FastCGI", ["FastCGI", "FastCGIClient"]),
        .target(name: "FastCGIClient", path: "Tests/FastCGIClient", swiftSettings: strict),
        tests(
            "FormService",
            ["doithoai-form", "FastCGIClient", "Content", "Cryptography", "Domain", "Intake", "Register", "Theme"]),
        tests("Intake", ["Intake", "Content", "Cryptography", "Domain", "Theme"]),
        tests("Content", ["Content", "Cryptography", "Domain"]),
        tests(
            "Register",
            [
                "doithoai", "Register", "Content", "Domain", "Cryptography",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .target(
            name: "FuzzTargets", dependencies: ["Content", "Cryptography", "Domain", "Intake", "Theme"],
            path: "Tests/Fuzz/Targets", swiftSettings: strict),
        tests("Check", ["doithoai", "Content", "Cryptography", "Domain", "FuzzTargets"]),
        tests("Architecture", []),
        tests("Documents", ["Content", "Cryptography", "Documents", "Domain"]),
        tests("Theme", ["Domain", "Theme"]),
        tests("Publishing", ["Publishing", "CZlib", "Content", "Cryptography", "Domain", "Theme"]),
    ]
)

// libFuzzer's program needs instrumented code, so Tests/Fuzz/run alone asks for it, in a folder of its own.
if Context.environment["DOITHOAI_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Driver", swiftSettings: strict))
}
