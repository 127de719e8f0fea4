// SPDX-License-Identifier: MIT

/// The experiment `descent`, in Python.
enum NumpyDescent {
  /// The source.
  static let source = #"""
    def descent(h):
        """One weight that walks down the loss w^2, until a number stops being one."""
        weights = [float(h["initialization_scale"])]
        for _ in range(h["epochs"]):
            gradient = 2 * weights[-1]
            weights.append(weights[-1] - h["learning_rate"] * gradient)
        weights = np.array(weights)
        events = {
            "loss_inf_step": np.isinf(weights * weights),
            "weight_inf_step": np.isinf(weights),
            "nan_step": np.isnan(weights),
        }
        first = {name: int(np.argmax(seen)) for name, seen in events.items() if seen.any()}
        return {"outcome": "completed", **first, "last_weight": weights[-1]}
    """#
}
