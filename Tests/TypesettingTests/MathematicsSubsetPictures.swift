// SPDX-License-Identifier: MIT

extension FormulaPicture {
  /// Formulas of a wider subset, 60 cells wide.
  static let wide: [FormulaPicture] = [
    FormulaPicture(
      "cross entropy",
      #"L = -\frac{1}{N} \sum_{i=1}^{N} \left[ y_i \log \hat{y}_i + (1 - y_i) \log(1 - \hat{y}_i) \right]"#,
      inline: #"L = −(1/N) ∑ᵢ₌₁ᴺ [yᵢ log ŷᵢ + (1 − yᵢ) log(1 − ŷᵢ)]"#,
      inlineASCII: #"L = -(1/N) sum_{i=1}^N [y_i log hat(y)_i + (1 - y_i) log(1 - hat(y)_i)]"#,
      display: [
        #"       1   N"#,
        #"L = − ───  ∑  [yᵢ log ŷᵢ + (1 − yᵢ) log(1 − ŷᵢ)]"#,
        #"       N  i=1"#,
      ],
      displayASCII: [
        #"       1   N          ^                     ^"#,
        #"L = - --- sum [y  log y  + (1 - y ) log(1 - y )]"#,
        #"       N  i=1   i      i         i           i"#,
      ]),
    FormulaPicture(
      "softmax", #"\text{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"#,
      inline: #"softmax(z)ᵢ = e^(zᵢ)/(∑ⱼ₌₁ᴷ e^(zⱼ))"#,
      inlineASCII: #"softmax(z)_i = e^(z_i)/(sum_{j=1}^K e^(z_j))"#,
      display: [
        #"                 zᵢ"#,
        #"                e"#,
        #"softmax(z)ᵢ = ───────"#,
        #"               K   zⱼ"#,
        #"               ∑  e"#,
        #"              j=1"#,
      ],
      displayASCII: [
        #"                 z"#,
        #"                  i"#,
        #"                e"#,
        #"softmax(z)  = -------"#,
        #"          i        z"#,
        #"               K    j"#,
        #"              sum e"#,
        #"              j=1"#,
      ]),
    FormulaPicture(
      "layers", #"\frac{\partial L}{\partial W^{(l)}} = \delta^{(l)} (a^{(l-1)})^T"#,
      inline: #"∂L/∂W⁽ˡ⁾ = δ⁽ˡ⁾(a^(l−1))ᵀ"#,
      inlineASCII: #"dL/dW^(l) = delta^(l)(a^(l-1))^T"#,
      display: [
        #" ∂L      (l)  (l−1) T"#,
        #"───── = δ   (a     )"#,
        #"  (l)"#,
        #"∂W"#,
      ],
      displayASCII: [
        #" dL          (l)  (l-1) T"#,
        #"----- = delta   (a     )"#,
        #"  (l)"#,
        #"dW"#,
      ]),
    FormulaPicture(
      "attention",
      #"\text{Attention}(Q, K, V) = \text{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right) V"#,
      inline: #"Attention(Q, K, V) = softmax(QKᵀ/√dₖ)V"#,
      inlineASCII: #"Attention(Q, K, V) = softmax(QK^T/sqrt(d_k))V"#,
      display: [
        #"                            ⎛QKᵀ⎞"#,
        #"Attention(Q, K, V) = softmax⎜───⎟V"#,
        #"                            ⎝√dₖ⎠"#,
      ],
      displayASCII: [
        #"                            /    T   \"#,
        #"                            |  QK    |"#,
        #"Attention(Q, K, V) = softmax|--------|V"#,
        #"                            |sqrt(d )|"#,
        #"                            \      k /"#,
      ]),
    FormulaPicture(
      "root", #"\|w\|_2 = \sqrt{\sum_i w_i^2} + \sqrt[3]{x + 1} + \sqrt{2}"#,
      inline: #"‖w‖₂ = √(∑ᵢ wᵢ²) + ³√(x + 1) + √2"#,
      inlineASCII: #"||w||_2 = sqrt(sum_i w_i^2) + root_3(x + 1) + sqrt(2)"#,
      display: [
        #"        ┌─────     ┌─────"#,
        #"‖w‖₂ =  │∑ wᵢ² + ³√│x + 1 + √2"#,
        #"       √│i"#,
      ],
      displayASCII: [
        #"                   2"#,
        #"||w||  = sqrt(sum w ) + root_3(x + 1) + sqrt(2)"#,
        #"     2         i   i"#,
      ]),
    FormulaPicture(
      "matrices",
      #"\begin{bmatrix} 1 & 2 \\ 3 & 4 \\ 5 & 6 \end{bmatrix} \begin{pmatrix} x \\ y \end{pmatrix} = \begin{vmatrix} a & b \\ c & d \end{vmatrix}"#,
      inline: #"[1, 2; 3, 4; 5, 6](x; y) = |a, b; c, d|"#,
      inlineASCII: #"[1, 2; 3, 4; 5, 6](x; y) = |a, b; c, d|"#,
      display: [
        #"⎡1  2⎤"#,
        #"⎢3  4⎥⎛x⎞ = │a  b│"#,
        #"⎣5  6⎦⎝y⎠   │c  d│"#,
      ],
      displayASCII: [
        #"[1  2]"#,
        #"[3  4]/x\ = |a  b|"#,
        #"[5  6]\y/   |c  d|"#,
      ]),
    FormulaPicture(
      "aligned",
      #"\begin{aligned} m_t &= \beta_1 m_{t-1} + (1 - \beta_1) g_t \\ v_t &= \beta_2 v_{t-1} + (1 - \beta_2) g_t^2 \end{aligned}"#,
      inline: #"mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ; vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ²"#,
      inlineASCII:
        #"m_t = beta_1 m_{t-1} + (1 - beta_1)g_t; v_t = beta_2 v_{t-1} + (1 - beta_2)g_t^2"#,
      display: [
        #"mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ"#,
        #"vₜ = β₂vₜ₋₁ + (1 − β₂)gₜ²"#,
      ],
      displayASCII: [
        #"m  = beta  m    + (1 - beta )g"#,
        #" t       1  t-1            1  t"#,
        #""#,
        #"                              2"#,
        #"v  = beta  v    + (1 - beta )g"#,
        #" t       2  t-1            2  t"#,
      ]),
    FormulaPicture(
      "adam", #"\theta_{t+1} = \theta_t - \eta \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon}"#,
      inline: #"θₜ₊₁ = θₜ − η (m̂ₜ/(√v̂ₜ + ε))"#,
      inlineASCII: #"theta_{t+1} = theta_t - eta (hat(m)_t/(sqrt(hat(v)_t) + epsilon))"#,
      display: [
        #"                m̂ₜ"#,
        #"θₜ₊₁ = θₜ − η ───────"#,
        #"              √v̂ₜ + ε"#,
      ],
      displayASCII: [
        #"                                ^"#,
        #"                                m"#,
        #"                                 t"#,
        #"theta    = theta  - eta ------------------"#,
        #"     t+1        t            ^"#,
        #"                        sqrt(v ) + epsilon"#,
        #"                              t"#,
      ]),
    FormulaPicture(
      "three cases", #"f(x) = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}"#,
      inline: #"f(x) = { 1, x > 0; 0, x = 0; −1, x < 0 }"#,
      inlineASCII: #"f(x) = { 1, x > 0; 0, x = 0; -1, x < 0 }"#,
      display: [
        #"       ⎧ 1    x > 0"#,
        #"f(x) = ⎨ 0    x = 0"#,
        #"       ⎩ −1   x < 0"#,
      ],
      displayASCII: [
        #"       / 1    x > 0"#,
        #"f(x) = < 0    x = 0"#,
        #"       \ -1   x < 0"#,
      ]),
    FormulaPicture(
      "limit", #"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e"#,
      inline: #"lim_{n→∞}(1 + 1/n)ⁿ = e"#,
      inlineASCII: #"lim_{n->inf}(1 + 1/n)^n = e"#,
      display: [
        #"   ⎛     1 ⎞ⁿ"#,
        #"lim⎜1 + ───⎟  = e"#,
        #"n→∞⎝     n ⎠"#,
      ],
      displayASCII: [
        #"      /     1 \n"#,
        #" lim  |1 + ---|  = e"#,
        #"n->inf\     n /"#,
      ]),
    FormulaPicture(
      "braces",
      #"\underbrace{(y - \hat{y})^2}_{\text{error}} + \lambda \overbrace{\|w\|^2}^{\text{penalty}}"#,
      inline: #"((y − ŷ)²)_error + λ(‖w‖²)^penalty"#,
      inlineASCII: #"((y - hat(y))^2)_error + lambda(||w||^2)^penalty"#,
      display: [
        #"            penalty"#,
        #"             ┌┴─┐"#,
        #"(y − ŷ)² + λ ‖w‖²"#,
        #"└──┬───┘"#,
        #" error"#,
      ],
      displayASCII: [
        #"                 penalty"#,
        #"                 /----\"#,
        #"     ^ 2              2"#,
        #"(y - y)  + lambda||w||"#,
        #"\______/"#,
        #" error"#,
      ]),
    FormulaPicture(
      "accents", #"\vec{v} \cdot \bar{x} \tilde{w} \hat{\theta} + \hat{xy}"#,
      inline: #"vec(v) · x̄w̃θ̂ + hat(xy)"#,
      inlineASCII: #"vec(v) * bar(x) tilde(w) hat(theta) + hat(xy)"#,
      display: [
        #"→         ^"#,
        #"v · x̄w̃θ̂ + xy"#,
      ],
      displayASCII: [
        #"->   _~   ^     ^"#,
        #"v  * xw theta + xy"#,
      ]),
    FormulaPicture(
      "nested fractions", #"\frac{\frac{a}{b}}{c} + \frac{a}{\frac{b}{c}}"#,
      inline: #"(a/b)/c + a/(b/c)"#,
      inlineASCII: #"(a/b)/c + a/(b/c)"#,
      display: [
        #"  a"#,
        #" ───"#,
        #"  b       a"#,
        #"───── + ─────"#,
        #"  c       b"#,
        #"         ───"#,
        #"          c"#,
      ],
      displayASCII: [
        #"  a"#,
        #" ---"#,
        #"  b       a"#,
        #"----- + -----"#,
        #"  c       b"#,
        #"         ---"#,
        #"          c"#,
      ]),
    FormulaPicture(
      "transpose of a matrix",
      #"\begin{pmatrix} a & b \\ c & d \end{pmatrix}^T \in \mathbb{R}^{2 \times 2}"#,
      inline: #"(a, b; c, d)ᵀ ∈ ℝ^(2×2)"#,
      inlineASCII: #"(a, b; c, d)^T in R^(2 x 2)"#,
      display: [
        #"           2×2"#,
        #"⎛a  b⎞T ∈ ℝ"#,
        #"⎝c  d⎠"#,
      ],
      displayASCII: [
        #"            2 x 2"#,
        #"/a  b\T in R"#,
        #"\c  d/"#,
      ]),
    FormulaPicture(
      "powers of powers", #"x^{2^{n}} + e^{-x^2/2}"#,
      inline: #"x^(2ⁿ) + e^(−x²/2)"#,
      inlineASCII: #"x^(2^n) + e^(-x^2/2)"#,
      display: [
        #"  n      2"#,
        #" 2     −x /2"#,
        #"x   + e"#,
      ],
      displayASCII: [
        #"  n      2"#,
        #" 2     -x /2"#,
        #"x   + e"#,
      ]),
    FormulaPicture(
      "argument", #"\hat{\theta} = \arg\max_{\theta} \prod_{i=1}^n p(x_i | \theta)"#,
      inline: #"θ̂ = arg max_θ ∏ᵢ₌₁ⁿ p(xᵢ|θ)"#,
      inlineASCII: #"hat(theta) = arg max_theta prod_{i=1}^n p(x_i|theta)"#,
      display: [
        #"             n"#,
        #"θ̂ = arg max  ∏  p(xᵢ|θ)"#,
        #"         θ  i=1"#,
      ],
      displayASCII: [
        #"  ^                n"#,
        #"theta = arg  max  prod p(x |theta)"#,
        #"            theta i=1     i"#,
      ]),
    FormulaPicture(
      "integral", #"\int_0^1 x^2 \, dx = \frac{1}{3}"#,
      inline: #"∫₀¹ x² dx = 1/3"#,
      inlineASCII: #"int_0^1 x^2 dx = 1/3"#,
      display: [
        #"             1"#,
        #"∫₀¹ x² dx = ───"#,
        #"             3"#,
      ],
      displayASCII: [
        #"   1  2       1"#,
        #"int  x  dx = ---"#,
        #"   0          3"#,
      ]),
    FormulaPicture(
      "set", #"x \in \{ 0, 1, \ldots, n \}, \quad x \neq \infty"#,
      inline: #"x ∈ {0, 1, …, n},  x ≠ ∞"#,
      inlineASCII: #"x in {0, 1, ..., n},  x != inf"#,
      display: [
        #"x ∈ {0, 1, …, n},  x ≠ ∞"#
      ],
      displayASCII: [
        #"x in {0, 1, ..., n},  x != inf"#
      ]),
  ]
}
