// SPDX-License-Identifier: MIT

/// A formula and its pictures.
struct FormulaPicture: CustomStringConvertible, Sendable {
  var description: String
  var source: String
  /// In one row.
  var inline: String
  /// In one row of ASCII.
  var inlineASCII: String
  /// In two dimensions, where that is more than the row.
  var display: [String] = []
  /// In two dimensions of ASCII, where that is more than the row.
  var displayASCII: [String] = []

  init(
    _ name: String, _ source: String, inline: String, inlineASCII: String, display: [String] = [],
    displayASCII: [String] = []
  ) {
    description = name
    self.source = source
    self.inline = inline
    self.inlineASCII = inlineASCII
    self.display = display.isEmpty ? [inline] : display
    self.displayASCII = displayASCII.isEmpty ? [inlineASCII] : displayASCII
  }
}

extension FormulaPicture {
  /// The displayed formulas of the course.
  static let displayed: [FormulaPicture] = [
    FormulaPicture(
      "D1", #"\text{Total Error} = \text{Bias}^2 + \text{Variance} + \text{Irreducible Noise}"#,
      inline: #"Total Error = Bias² + Variance + Irreducible Noise"#,
      inlineASCII: #"Total Error = Bias^2 + Variance + Irreducible Noise"#,
      display: [
        #"Total Error = Bias² + Variance + Irreducible Noise"#
      ],
      displayASCII: [
        #"                  2"#,
        #"Total Error = Bias  + Variance + Irreducible Noise"#,
      ]),
    FormulaPicture(
      "D2",
      #"\text{Loss}_{\text{regularized}} = \text{Loss}_{\text{original}} + \lambda \sum w_i^2"#,
      inline: #"Loss_regularized = Loss_original + λ ∑ wᵢ²"#,
      inlineASCII: #"Loss_regularized = Loss_original + lambda sum w_i^2"#,
      display: [
        #"Loss            = Loss         + λ ∑ w²"#,
        #"    regularized       original        i"#,
      ],
      displayASCII: [
        #"                                             2"#,
        #"Loss            = Loss         + lambda sum w"#,
        #"    regularized       original               i"#,
      ]),
    FormulaPicture(
      "D3", #"w_{new} = w_{old} - \alpha \cdot (\text{gradient} + 2\lambda w_{old})"#,
      inline: #"w_new = w_old − α · (gradient + 2λw_old)"#,
      inlineASCII: #"w_new = w_old - alpha * (gradient + 2 lambda w_old)"#,
      display: [
        #"w    = w    − α · (gradient + 2λw   )"#,
        #" new    old                      old"#,
      ],
      displayASCII: [
        #"w    = w    - alpha * (gradient + 2 lambda w   )"#,
        #" new    old                                 old"#,
      ]),
    FormulaPicture(
      "D4", #"\sigma'(z) = \sigma(z)(1 - \sigma(z)) \leq 0.25"#,
      inline: #"σ′(z) = σ(z)(1 − σ(z)) ≤ 0.25"#,
      inlineASCII: #"sigma'(z) = sigma(z)(1 - sigma(z)) <= 0.25"#,
      display: [
        #"σ′(z) = σ(z)(1 − σ(z)) ≤ 0.25"#
      ],
      displayASCII: [
        #"sigma'(z) = sigma(z)(1 - sigma(z)) <= 0.25"#
      ]),
    FormulaPicture(
      "D5", #"\sigma'_{max} = 0.5 \times (1 - 0.5) = 0.5 \times 0.5 = 0.25"#,
      inline: #"σ′ₘₐₓ = 0.5 × (1 − 0.5) = 0.5 × 0.5 = 0.25"#,
      inlineASCII: #"sigma'_max = 0.5 x (1 - 0.5) = 0.5 x 0.5 = 0.25"#,
      display: [
        #"σ′ₘₐₓ = 0.5 × (1 − 0.5) = 0.5 × 0.5 = 0.25"#
      ],
      displayASCII: [
        #"sigma'    = 0.5 x (1 - 0.5) = 0.5 x 0.5 = 0.25"#,
        #"      max"#,
      ]),
    FormulaPicture(
      "D6",
      #"\frac{\partial L}{\partial W_1} = \sigma'(z_1) \times \sigma'(z_2) \times ... \times \sigma'(z_n) \times \text{error}"#,
      inline: #"∂L/∂W₁ = σ′(z₁) × σ′(z₂) × ⋯ × σ′(zₙ) × error"#,
      inlineASCII: #"dL/dW_1 = sigma'(z_1) x sigma'(z_2) x ... x sigma'(z_n) x error"#,
      display: [
        #"∂L"#,
        #"─── = σ′(z₁) × σ′(z₂) × ⋯ × σ′(zₙ) × error"#,
        #"∂W₁"#,
      ],
      displayASCII: [
        #"dL"#,
        #"--- = sigma'(z ) x sigma'(z ) x ... x sigma'(z ) x error"#,
        #"dW            1            2                  n"#,
        #"  1"#,
      ]),
    FormulaPicture(
      "D7", #"f'(z) = \begin{cases} 1 & \text{if } z > 0 \\ 0 & \text{if } z \leq 0 \end{cases}"#,
      inline: #"f′(z) = { 1 if z > 0; 0 if z ≤ 0 }"#,
      inlineASCII: #"f'(z) = { 1 if z > 0; 0 if z <= 0 }"#,
      display: [
        #"        ⎧ 1   if z > 0"#,
        #"f′(z) = ⎨"#,
        #"        ⎩ 0   if z ≤ 0"#,
      ],
      displayASCII: [
        #"        / 1   if z > 0"#,
        #"f'(z) = <"#,
        #"        \ 0   if z <= 0"#,
      ]),
    FormulaPicture(
      "D8", #"h_t = W \cdot h_{t-1}"#,
      inline: #"hₜ = W · hₜ₋₁"#,
      inlineASCII: #"h_t = W * h_{t-1}"#,
      display: [
        #"hₜ = W · hₜ₋₁"#
      ],
      displayASCII: [
        #"h  = W * h"#,
        #" t        t-1"#,
      ]),
    FormulaPicture(
      "D9", #"h_T = W^T \cdot h_0"#,
      inline: #"h_T = Wᵀ · h₀"#,
      inlineASCII: #"h_T = W^T * h_0"#,
      display: [
        #"h  = Wᵀ · h"#,
        #" T         0"#,
      ],
      displayASCII: [
        #"      T"#,
        #"h  = W  * h"#,
        #" T         0"#,
      ]),
  ]

  /// The formulas within sentences of the course.
  static let inline: [FormulaPicture] = [
    FormulaPicture(
      "I1", #"f(x; W)"#,
      inline: #"f(x; W)"#,
      inlineASCII: #"f(x; W)"#),
    FormulaPicture(
      "I2", #"W"#,
      inline: #"W"#,
      inlineASCII: #"W"#),
    FormulaPicture(
      "I3", #"N"#,
      inline: #"N"#,
      inlineASCII: #"N"#),
    FormulaPicture(
      "I4", #"\lambda"#,
      inline: #"λ"#,
      inlineASCII: #"lambda"#),
    FormulaPicture(
      "I5", #"w = 0.5"#,
      inline: #"w = 0.5"#,
      inlineASCII: #"w = 0.5"#),
    FormulaPicture(
      "I6", #"w = 100"#,
      inline: #"w = 100"#,
      inlineASCII: #"w = 100"#),
    FormulaPicture(
      "I7", #"\sigma(z) = \frac{1}{1 + e^{-z}}"#,
      inline: #"σ(z) = 1/(1 + e⁻ᶻ)"#,
      inlineASCII: #"sigma(z) = 1/(1 + e^-z)"#,
      display: [
        #"          1"#,
        #"σ(z) = ───────"#,
        #"       1 + e⁻ᶻ"#,
      ]),
    FormulaPicture(
      "I8", #"\sigma'(z) = \sigma(z) \times (1 - \sigma(z))"#,
      inline: #"σ′(z) = σ(z) × (1 − σ(z))"#,
      inlineASCII: #"sigma'(z) = sigma(z) x (1 - sigma(z))"#),
    FormulaPicture(
      "I9", #"\sigma'"#,
      inline: #"σ′"#,
      inlineASCII: #"sigma'"#),
    FormulaPicture(
      "I10", #"\sigma(z) \times (1 - \sigma(z))"#,
      inline: #"σ(z) × (1 − σ(z))"#,
      inlineASCII: #"sigma(z) x (1 - sigma(z))"#),
    FormulaPicture(
      "I11", #"\sigma(z) = 0.5"#,
      inline: #"σ(z) = 0.5"#,
      inlineASCII: #"sigma(z) = 0.5"#),
    FormulaPicture(
      "I12", #"z = 0"#,
      inline: #"z = 0"#,
      inlineASCII: #"z = 0"#),
    FormulaPicture(
      "I13", #"z"#,
      inline: #"z"#,
      inlineASCII: #"z"#),
    FormulaPicture(
      "I14", #"\sigma'(z)"#,
      inline: #"σ′(z)"#,
      inlineASCII: #"sigma'(z)"#),
    FormulaPicture(
      "I15", #"(0.25)^n"#,
      inline: #"(0.25)ⁿ"#,
      inlineASCII: #"(0.25)^n"#),
    FormulaPicture(
      "I16", #"0.25^2 = 0.0625"#,
      inline: #"0.25² = 0.0625"#,
      inlineASCII: #"0.25^2 = 0.0625"#),
    FormulaPicture(
      "I17", #"0.25^5 = 0.001"#,
      inline: #"0.25⁵ = 0.001"#,
      inlineASCII: #"0.25^5 = 0.001"#),
    FormulaPicture(
      "I18", #"0.25^{10} = 0.000001"#,
      inline: #"0.25¹⁰ = 0.000001"#,
      inlineASCII: #"0.25^10 = 0.000001"#),
    FormulaPicture(
      "I19", #"f(z) = \max(0, z)"#,
      inline: #"f(z) = max(0, z)"#,
      inlineASCII: #"f(z) = max(0, z)"#),
    FormulaPicture(
      "I20", #"(0.25)^{10} = 0.000001"#,
      inline: #"(0.25)¹⁰ = 0.000001"#,
      inlineASCII: #"(0.25)^10 = 0.000001"#),
    FormulaPicture(
      "I21", #"(1)^{10} = 1"#,
      inline: #"(1)¹⁰ = 1"#,
      inlineASCII: #"(1)^10 = 1"#),
    FormulaPicture(
      "I22", #"2^{10} = 1024"#,
      inline: #"2¹⁰ = 1024"#,
      inlineASCII: #"2^10 = 1024"#),
    FormulaPicture(
      "I23", #"w_{new} = w_{old} - 0.1 \times 1,000,000 = -99,999"#,
      inline: #"w_new = w_old − 0.1 × 1,000,000 = −99,999"#,
      inlineASCII: #"w_new = w_old - 0.1 x 1,000,000 = -99,999"#),
    FormulaPicture(
      "I24", #"e^{99999}"#,
      inline: #"e⁹⁹⁹⁹⁹"#,
      inlineASCII: #"e^99999"#),
    FormulaPicture(
      "I25", #"\log(\text{inf})"#,
      inline: #"log(inf)"#,
      inlineASCII: #"log(inf)"#),
    FormulaPicture(
      "I26", #"W^T"#,
      inline: #"Wᵀ"#,
      inlineASCII: #"W^T"#),
  ]
}
