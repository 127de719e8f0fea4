// SPDX-License-Identifier: MIT

extension NarrowPicture {
  /// Formulas of the wider subset, 24 cells wide.
  static let subset: [NarrowPicture] = [
    NarrowPicture(
      "cross entropy", 24,
      #"L = -\frac{1}{N} \sum_{i=1}^{N} \left[ y_i \log \hat{y}_i + (1 - y_i) \log(1 - \hat{y}_i) \right]"#,
      display: [
        #"       1   N"#,
        #"L = − ───  ∑  [yᵢ log ŷᵢ"#,
        #"       N  i=1"#,
        #"  + (1 − yᵢ) log(1"#,
        #"  − ŷᵢ)]"#,
      ],
      displayASCII: [
        #"       1   N          ^"#,
        #"L = - --- sum [y  log y"#,
        #"       N  i=1   i      i"#,
        #"  + (1 - y ) log(1"#,
        #"          i"#,
        #""#,
        #"    ^"#,
        #"  - y )]"#,
        #"     i"#,
      ]),
    NarrowPicture(
      "softmax", 24, #"\text{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"#,
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
    NarrowPicture(
      "attention", 24,
      #"\text{Attention}(Q, K, V) = \text{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right) V"#,
      display: [
        #"Attention(Q, K, V)"#,
        #"           ⎛QKᵀ⎞"#,
        #"  = softmax⎜───⎟V"#,
        #"           ⎝√dₖ⎠"#,
      ],
      displayASCII: [
        #"Attention(Q, K, V)"#,
        #"           /    T   \"#,
        #"           |  QK    |"#,
        #"  = softmax|--------|V"#,
        #"           |sqrt(d )|"#,
        #"           \      k /"#,
      ]),
    NarrowPicture(
      "matrices", 24,
      #"\begin{bmatrix} 1 & 2 \\ 3 & 4 \\ 5 & 6 \end{bmatrix} \begin{pmatrix} x \\ y \end{pmatrix} = \begin{vmatrix} a & b \\ c & d \end{vmatrix}"#,
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
    NarrowPicture(
      "aligned", 24,
      #"\begin{aligned} m_t &= \beta_1 m_{t-1} + (1 - \beta_1) g_t \\ v_t &= \beta_2 v_{t-1} + (1 - \beta_2) g_t^2 \end{aligned}"#,
      display: [
        #"mₜ = β₁mₜ₋₁ + (1 − β₁)gₜ"#,
        #""#,
        #"vₜ = β₂vₜ₋₁"#,
        #"   + (1 − β₂)gₜ²"#,
      ],
      displayASCII: [
        #"m  = beta  m"#,
        #" t       1  t-1"#,
        #"   + (1 - beta )g"#,
        #"              1  t"#,
        #""#,
        #"v  = beta  v"#,
        #" t       2  t-1"#,
        #""#,
        #"                 2"#,
        #"   + (1 - beta )g"#,
        #"              2  t"#,
      ]),
    NarrowPicture(
      "adam", 24, #"\theta_{t+1} = \theta_t - \eta \frac{\hat{m}_t}{\sqrt{\hat{v}_t} + \epsilon}"#,
      display: [
        #"                m̂ₜ"#,
        #"θₜ₊₁ = θₜ − η ───────"#,
        #"              √v̂ₜ + ε"#,
      ],
      displayASCII: [
        #"theta    = theta"#,
        #"     t+1        t"#,
        #"  - eta"#,
        #"          ^"#,
        #"          m"#,
        #"           t"#,
        #"  ------------------"#,
        #"       ^"#,
        #"  sqrt(v ) + epsilon"#,
        #"        t"#,
      ]),
    NarrowPicture(
      "three cases", 24, #"f(x) = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases}"#,
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
    NarrowPicture(
      "limit", 24, #"\lim_{n \to \infty} \left(1 + \frac{1}{n}\right)^n = e"#,
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
    NarrowPicture(
      "argument", 24, #"\hat{\theta} = \arg\max_{\theta} \prod_{i=1}^n p(x_i | \theta)"#,
      display: [
        #"             n"#,
        #"θ̂ = arg max  ∏  p(xᵢ|θ)"#,
        #"         θ  i=1"#,
      ],
      displayASCII: [
        #"hat(theta) = arg"#,
        #"           max_theta"#,
        #"           prod_{i=1}^n"#,
        #"           p(x_i|theta)"#,
      ]),
    NarrowPicture(
      "set", 24, #"x \in \{ 0, 1, \ldots, n \}, \quad x \neq \infty"#,
      display: [
        #"x ∈ {0, 1, …, n},  x ≠ ∞"#
      ],
      displayASCII: [
        #"x in {0, 1, ..., n},"#,
        #"  x != inf"#,
      ]),
  ]
}
