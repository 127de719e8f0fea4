// SPDX-License-Identifier: MIT
import Testing

@testable import TerminalText

@Suite struct TransliterationTests {
  @Test(arguments: [
    ("σ′(z) ≤ 0.25", "sigma'(z) <= 0.25"),
    ("λ → ∞ — “naïve” …", "lambda -> inf -- \"naive\" ..."),
    ("w_new = w_old − α · 2", "w_new = w_old - alpha * 2"),
    ("e⁻ᶻ", "e^-z"), ("wᵢ²", "w_i^2"), ("0.25¹⁰", "0.25^10"), ("hₜ₋₁", "h_{t-1}"),
    ("10⁻²", "10^-2"), ("Σ Δ π", "Sigma Delta pi"), ("± × ÷ ≈ ≠", "+- x / ~ !="),
    ("┌─┬╌┐│╎└┴┘ ═╱╲", "+-+-+||+++ =/\\"), ("Straße, Ærø, Łódź", "Strasse, AEro, Lodz"),
    ("• ● ◇ ▲ ☑ ✓", "* * o ^ [x] v"), ("日本", "??"), ("ℝ ①", "R (1)"), ("Ångström", "Angstrom"),
    ("e\u{301}", "e"), ("ς ϵ", "sigma epsilon"), ("a\u{A0}b", "a b"),
  ])
  func `symbols are spelled in ASCII`(text: String, ascii: String) {
    #expect(asciiForm(of: text) == ascii)
  }
}
