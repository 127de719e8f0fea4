// SPDX-License-Identifier: MIT

/// An experiment from several seeds, and how its final figures are printed, in Python.
enum NumpyReplication {
  /// The source.
  static let source = #"""
    def moved(h, offset):
        """The same hyperparameters with every seed so much further."""
        seeds = ("seed", "validation_seed", "weight_seed")
        return h | {n: (h[n] + offset) % 2**32 for n in seeds if not isinstance(h[n], str)}


    def replicate(kind, seeds=1, **changes):
        """The same experiment from several seeds, one after the other."""
        h = {**DEFAULTS, **changes}
        # A regression is always judged by the squared error.
        if h["data"] == "sine":
            h["loss"] = "mean_squared_error"
        with np.errstate(all="ignore"):
            return kind, [kind(moved(h, offset)) for offset in range(seeds)]


    def written(value, digits):
        """A figure in its digits; where it exploded, three digits and a power of ten."""
        if abs(value) < 1e9:
            return f"{value:.{digits}f}"
        return f"{value:.3g}".replace("+", "").replace("e0", "e")


    def show(replicates, name=""):
        """Prints the final figures; over several seeds their mean and standard deviation."""
        kind, runs = replicates
        if name:
            print(f"[{name}]")
        print(f"{'outcome':22}{runs[0]['outcome']}")
        for key, (digits, unit) in FIGURES[kind.__name__].items():
            values = [run[key] for run in runs if key in run]
            if not values:
                continue
            with np.errstate(all="ignore"):
                text = written(np.mean(values), digits)
                if len(runs) > 1:
                    spread = np.std(values, ddof=1) if len(values) > 1 else 0.0
                    text += f" ± {written(spread, digits)}"
            print(f"{key:22}{text}{unit}")
    """#
}
