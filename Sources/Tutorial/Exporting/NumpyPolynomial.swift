// SPDX-License-Identifier: MIT

/// Polynomials fitted by least squares, in Python.
enum NumpyPolynomial {
  /// The source.
  static let source = #"""
    legendre = np.polynomial.legendre


    def fit_polynomial(x, y, degree):
        """The polynomial nearest to the points, as factors of the Legendre polynomials.

        They are nearly orthogonal on -1...1; with the powers of x most digits would be lost.
        """
        return np.linalg.lstsq(legendre.legvander(x, degree), y, rcond=None)[0]


    def squared_error(factors, x, y):
        """The mean squared error at points."""
        return ((legendre.legval(x, factors) - y) ** 2).mean()
    """#
}
