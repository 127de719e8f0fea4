// SPDX-License-Identifier: MIT

/// The experiment `line-images`, in Python.
enum NumpyLineImages {
  /// The source.
  static let source = #"""
    def line_images(h):
        """Looks at line images as a network gets them."""
        h, side = {**h, "data": "lines"}, h["image_size"]
        rng = np.random.RandomState(h["seed"])
        inputs, labels = draw_data(rng, h["training_size"], h["label_noise"], h)
        images = inputs.reshape(-1, side, side)
        column, row = images.sum(axis=1).max(axis=1), images.sum(axis=2).max(axis=1)
        return {
            "outcome": "completed",
            "vertical": 100 * labels.mean(),
            "line_pixel": np.maximum(column, row).mean() / side,
            "template_accuracy": 100 * ((column >= row) == (labels == 1)).mean(),
        }
    """#
}
