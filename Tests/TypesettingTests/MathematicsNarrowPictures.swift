// SPDX-License-Identifier: MIT

/// A formula that is broken at a width.
struct NarrowPicture: CustomStringConvertible, Sendable {
  var description: String
  var width: Int
  var source: String
  var display: [String]
  var displayASCII: [String]

  init(
    _ name: String, _ width: Int, _ source: String, display: [String], displayASCII: [String]
  ) {
    description = name
    self.width = width
    self.source = source
    self.display = display
    self.displayASCII = displayASCII
  }
}

extension NarrowPicture {
  /// The displayed formulas of the course, 40 cells wide.
  static let displayed: [NarrowPicture] = [
    NarrowPicture(
      "D1", 40, #"\text{Total Error} = \text{Bias}^2 + \text{Variance} + \text{Irreducible Noise}"#,
      display: [
        #"Total Error = Bias² + Variance"#,
        #"            + Irreducible Noise"#,
      ],
      displayASCII: [
        #"                  2"#,
        #"Total Error = Bias  + Variance"#,
        #"            + Irreducible Noise"#,
      ]),
    NarrowPicture(
      "D2", 40,
      #"\text{Loss}_{\text{regularized}} = \text{Loss}_{\text{original}} + \lambda \sum w_i^2"#,
      display: [
        #"Loss            = Loss         + λ ∑ w²"#,
        #"    regularized       original        i"#,
      ],
      displayASCII: [
        #"Loss            = Loss"#,
        #"    regularized       original"#,
        #""#,
        #"                              2"#,
        #"                + lambda sum w"#,
        #"                              i"#,
      ]),
    NarrowPicture(
      "D3", 40, #"w_{new} = w_{old} - \alpha \cdot (\text{gradient} + 2\lambda w_{old})"#,
      display: [
        #"w    = w    − α · (gradient + 2λw   )"#,
        #" new    old                      old"#,
      ],
      displayASCII: [
        #"w    = w    - alpha"#,
        #" new    old"#,
        #"     * (gradient + 2 lambda w   )"#,
        #"                             old"#,
      ]),
    NarrowPicture(
      "D4", 40, #"\sigma'(z) = \sigma(z)(1 - \sigma(z)) \leq 0.25"#,
      display: [
        #"σ′(z) = σ(z)(1 − σ(z)) ≤ 0.25"#
      ],
      displayASCII: [
        #"sigma'(z) = sigma(z)(1 - sigma(z))"#,
        #"          <= 0.25"#,
      ]),
    NarrowPicture(
      "D5", 40, #"\sigma'_{max} = 0.5 \times (1 - 0.5) = 0.5 \times 0.5 = 0.25"#,
      display: [
        #"σ′ₘₐₓ = 0.5 × (1 − 0.5) = 0.5 × 0.5"#,
        #"      = 0.25"#,
      ],
      displayASCII: [
        #"sigma'    = 0.5 x (1 - 0.5) = 0.5 x 0.5"#,
        #"      max"#,
        #"          = 0.25"#,
      ]),
    NarrowPicture(
      "D6", 40,
      #"\frac{\partial L}{\partial W_1} = \sigma'(z_1) \times \sigma'(z_2) \times ... \times \sigma'(z_n) \times \text{error}"#,
      display: [
        #"∂L"#,
        #"─── = σ′(z₁) × σ′(z₂) × ⋯ × σ′(zₙ)"#,
        #"∂W₁"#,
        #"    × error"#,
      ],
      displayASCII: [
        #"dL"#,
        #"--- = sigma'(z ) x sigma'(z ) x ..."#,
        #"dW            1            2"#,
        #"  1"#,
        #"    x sigma'(z ) x error"#,
        #"              n"#,
      ]),
    NarrowPicture(
      "D7", 40,
      #"f'(z) = \begin{cases} 1 & \text{if } z > 0 \\ 0 & \text{if } z \leq 0 \end{cases}"#,
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
    NarrowPicture(
      "D8", 40, #"h_t = W \cdot h_{t-1}"#,
      display: [
        #"hₜ = W · hₜ₋₁"#
      ],
      displayASCII: [
        #"h  = W * h"#,
        #" t        t-1"#,
      ]),
    NarrowPicture(
      "D9", 40, #"h_T = W^T \cdot h_0"#,
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
}
