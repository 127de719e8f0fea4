// SPDX-License-Identifier: MIT

/// Bias, variance and noise over many training sets, in Python.
enum NumpyErrorParts {
  /// The source.
  static let source = #"""
    # Where models are asked.
    PLACES = -0.98 + 0.04 * np.arange(50)


    def split_error(h, sizes, fit):
        """Fits models of each size to many training sets, and takes their squared error apart."""
        sets = [moved(h, index) for index in range(h["training_sets"])]
        seeds = [own["validation_seed"] for own in sets]
        noise = np.array([np.random.RandomState(seed).randn(len(PLACES)) for seed in seeds])
        noise, truth, parts = noise * h["noise"], np.sin(np.pi * PLACES), {}
        for size in sizes:
            fits = [fit(own, size) for own in sets]
            predictions = np.array([prediction for prediction, _ in fits])
            mean = predictions.mean(axis=0)
            part = {
                "bias": ((mean - truth) ** 2).mean(),
                "variance": ((predictions - mean) ** 2).mean(),
                "noise_floor": (noise**2).mean(),
            }
            part["total_error"] = sum(part.values())
            part["measured_error"] = ((predictions - truth - noise) ** 2).mean()
            part["training_error"] = np.mean([error for _, error in fits])
            parts[size] = part
        return parts


    def best(name, parts):
        """The size with the least error in all, under a name; nothing where no error is finite."""
        totals = {size: part["total_error"] for size, part in parts.items()}
        finite = [size for size in totals if np.isfinite(totals[size])]
        return {name: min(finite, key=totals.get)} if finite else {}
    """#
}
