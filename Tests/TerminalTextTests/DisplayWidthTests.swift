// SPDX-License-Identifier: MIT
import Glibc
import Testing

@testable import TerminalText

@Suite struct DisplayWidthTests {
  /// A function of the C library that Swift's module of it does not show.
  private static func libraryFunction<T>(_ name: String, as type: T.Type) -> T? {
    dlsym(dlopen(nil, RTLD_NOW), name).map { unsafeBitCast($0, to: type) }
  }

  private static var isSameLibrary: Bool {
    typealias Version = @convention(c) () -> UnsafePointer<CChar>
    let version = libraryFunction("gnu_get_libc_version", as: Version.self)
    return version.map { String(cString: $0()) } == "2.36"
  }

  @Test(.enabled(if: isSameLibrary))
  func `every scalar is as wide as glibc says`() throws {
    typealias Width = @convention(c) (wchar_t) -> Int32
    let wcwidth = try #require(Self.libraryFunction("wcwidth", as: Width.self))
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    defer { freelocale(locale) }
    let previous = uselocale(locale)
    defer { uselocale(previous) }
    var differences: [UInt32] = []
    for value in UInt32(1)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let theirs = Int(wcwidth(wchar_t(value)))
      if (scalar.knownDisplayWidth ?? -1) != theirs { differences.append(value) }
    }
    #expect(differences == [])
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("σ′(z)", 5), ("日本", 4), ("e\u{301}", 1), ("가", 2), ("⠿", 1),
    ("👨‍👩‍👧", 6), ("❤\u{FE0F}", 1), ("🇩🇪", 2), ("1\u{FE0F}\u{20E3}", 1),
  ])
  func `texts are as wide as ncurses advances`(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test func `what Unicode 14 does not know has no known width and takes one cell`() {
    let later: Unicode.Scalar = "\u{1FAE8}"
    #expect(later.knownDisplayWidth == nil)
    #expect(later.displayWidth == 1)
  }
}
