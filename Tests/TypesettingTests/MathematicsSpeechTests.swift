// SPDX-License-Identifier: MIT

import Testing

@testable import Typesetting

struct `Formulas for the ear and for export` {
  @Test(arguments: [
    (
      #"\frac{\partial L}{\partial W_1} = \sigma'(z_1) \times \sigma'(z_2)"#,
      """
      the partial derivative of L with respect to W sub 1 equals sigma prime of z sub 1 times \
      sigma prime of z sub 2
      """
    ),
    (
      #"w_{new} = w_{old} - \alpha \cdot (\text{gradient} + 2\lambda w_{old})"#,
      """
      w sub new equals w sub old minus alpha times the quantity gradient plus 2 lambda w sub old
      """
    ),
    (
      #"\sigma'(z) = \sigma(z)(1 - \sigma(z)) \leq 0.25"#,
      """
      sigma prime of z equals sigma of z times the quantity 1 minus sigma of z is less than or \
      equal to 0.25
      """
    ),
    (
      #"f'(z) = \begin{cases} 1 & \text{if } z > 0 \\ 0 & \text{if } z \leq 0 \end{cases}"#,
      """
      f prime of z equals 2 cases: 1, if z is greater than 0; 0, if z is less than or equal to 0; \
      end of cases
      """
    ),
    ("h_T = W^T h_0", "h sub T equals W transpose h sub 0"),
    (#"x^2 + y^3 + z^{10}"#, "x squared plus y cubed plus z to the power of 10"),
    (#"\sum_{i=1}^{N} x_i"#, "the sum from i equals 1 to N of x sub i"),
    (#"\lambda \sum w_i^2"#, "lambda times the sum of w sub i squared"),
    (
      #"\sqrt{x} + \sqrt[3]{y + 1}"#,
      "the square root of x plus the cube root of y plus 1, end root"
    ),
    (#"\frac{1}{2} x"#, "1 over 2 times x"),
    (#"\frac{a}{b} \quad c = 1"#, "a over b; c equals 1"),
    (#"\hat{y} - \vec{v}"#, "y hat minus vector v"),
    ("|x - y| + 1", "the absolute value of x minus y plus 1"),
    (#"(a + b)c"#, "the quantity a plus b, end quantity, c"),
    (#"(a + b)^2"#, "the quantity a plus b, all squared"),
    (#"\nabla_\theta L"#, "the gradient with respect to theta of L"),
    (#"\log x + \max(0, z)"#, "log of x plus max of 0, z"),
    (
      #"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"#,
      "the 2 by 2 matrix 1, 2; 3, 4; end of matrix"
    ),
    (#"W \in \mathbb{R}^{m \times n}"#, "W in R to the m by n"),
    (#"\binom{n}{k}"#, "n choose k"), (#"\alpha \foo"#, #"alpha \foo"#),
    (
      #"\left.\frac{df}{dx}\right|_{x=0}"#,
      "the derivative of f with respect to x, bar sub x equals 0"
    ),
  ])
  func `a formula is read aloud`(source: String, spoken: String) {
    #expect(MathExpression(parsing: source).spoken == spoken)
  }

  @Test(arguments: [
    (#"\frac{1}{2}"#, "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    ("w_i^2", "<msubsup><mi>w</mi><mi>i</mi><mn>2</mn></msubsup>"),
    ("w_{new}", "<msub><mi>w</mi><mi>new</mi></msub>"),
    (
      #"\sum_{i=1}^n"#,
      "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"
    ),
    ("f'", "<msup><mi>f</mi><mo>′</mo></msup>"),
    ("-x", #"<mrow><mo form="prefix">−</mo><mi>x</mi></mrow>"#),
    (#"\sqrt[3]{x}"#, "<mroot><mi>x</mi><mn>3</mn></mroot>"),
    (#"\hat{y}"#, #"<mover accent="true"><mi>y</mi><mo stretchy="false">^</mo></mover>"#),
    (#"a < \text{b & c}"#, "<mrow><mi>a</mi><mo>&lt;</mo><mtext>b &amp; c</mtext></mrow>"),
    (#"\foo<"#, #"<mrow><merror><mtext>\foo</mtext></merror><mo>&lt;</mo></mrow>"#),
    (
      #"\begin{cases} a & b \end{cases}"#,
      #"<mrow><mo stretchy="true">{</mo><mtable columnalign="left"><mtr><mtd><mi>a</mi></mtd>"#
        + "<mtd><mi>b</mi></mtd></mtr></mtable></mrow>"
    ),
  ])
  func `a formula is written as MathML`(source: String, body: String) {
    let markup = MathExpression(parsing: source).mathML
    #expect(markup.contains("<semantics>" + body + "<annotation"))
    #expect(markup.hasPrefix(#"<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics>"#))
  }

  @Test func `markup keeps the source, escaped, and says whether it is displayed`() {
    let formula = MathExpression(parsing: #"a < b & "c""#)
    #expect(formula.mathML.contains(">a &lt; b &amp; &quot;c&quot;</annotation>"))
    #expect(formula.mathML(isDisplay: true).contains(#" display="block">"#))
  }

  @Test(arguments: FormulaPicture.displayed + FormulaPicture.inline + FormulaPicture.wide)
  func `every element of the markup is closed`(picture: FormulaPicture) {
    let markup = MathExpression(parsing: picture.source).mathML
    var open: [Substring] = []
    for part in markup.split(separator: "<") {
      let tag = part.prefix { $0 != ">" && $0 != " " && $0 != "/" }
      if part.hasPrefix("/") {
        let name = part.dropFirst().prefix { $0 != ">" }
        #expect(open.popLast() == name)
      } else if !part.prefix(while: { $0 != ">" }).hasSuffix("/") {
        open.append(tag)
      }
    }
    #expect(open.isEmpty)
  }
}
