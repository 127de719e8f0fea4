// SPDX-License-Identifier: MIT

/// The experiment `explode`, in Python.
enum NumpyExplosion {
  /// The source.
  static let source = #"""
    def are_finite(parts, names):
        """Whether no number of these names is infinite or NaN."""
        return all(np.isfinite(part[n]).all() for part in parts for n in names if n in part)


    class Watch:
        """Follows a training run: its longest gradient and weights, its first unsound step."""

        def __init__(self):
            self.longest, self.heaviest, self.unsound = 0.0, 0.0, None

        def measure_gradient(self, gradients):
            """A length that is not finite is none."""
            norm = length([g for part in gradients for g in part.values()])
            self.longest = max(self.longest, norm) if np.isfinite(norm) else self.longest

        def measure_weights(self, layers):
            norms = [length([layer["W"]]) for layer in layers]
            self.heaviest = max([self.heaviest] + [norm for norm in norms if np.isfinite(norm)])

        def after_step(self, epoch, step, layers, gradients):
            """Looks over the pass forward, the pass back, the gradient and the update."""
            self.measure_gradient(gradients)
            self.last = epoch, step
            names = ("sum", "unit", "value", "delta", "W", "b", "scale", "shift")
            if self.unsound is None:
                if not (are_finite(layers, names) and are_finite(gradients, ["W"])):
                    self.unsound = epoch, step

        def after_epoch(self, layers, is_finite):
            """An epoch that ends with sound numbers has recovered from what came before."""
            self.measure_weights(layers)
            names = ("W", "b", "scale", "shift", "mean", "variance")
            if is_finite and are_finite(layers, names):
                self.unsound = None


    def explode(h):
        """Trains a deep network that may explode, and finds the step in which it did."""
        h, watch = deep(h), Watch()
        layers, gradients = pass_once(h)
        watch.measure_gradient(gradients)
        watch.measure_weights(layers)
        figures = measure(learn(h, watch))
        figures["diverged"] = int(figures["outcome"] == "diverged")
        if figures["diverged"]:
            # Where every number is finite, it is the square of the last step's loss that is not.
            figures["diverged_epoch"], figures["diverged_step"] = watch.unsound or watch.last
        return {**figures, "largest_gradient": watch.longest, "largest_weight": watch.heaviest}
    """#
}
