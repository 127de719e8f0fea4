# SPDX-License-Identifier: MIT
"""Writes more_runs.json: runs like the notebook's with other seeds, noises and sizes, by numpy."""

import json

import numpy as np


def lines(count, noise, seed):
    np.random.seed(seed)
    images, labels = [], []
    for index in range(count):
        image = np.zeros((3, 3))
        place = np.random.randint(0, 3)
        if index < count // 2:
            image[:, place] = 1
        else:
            image[place, :] = 1
        if noise > 0:
            image = np.clip(image + np.random.randn(3, 3) * noise, 0, 1)
        images.append(image.flatten())
        labels.append(1 if index < count // 2 else 0)
    order = np.random.permutation(count)
    return np.array(images)[order], np.array(labels)[order]


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


def evaluate(x, y, weights):
    w1, b1, w2, b2 = weights
    losses, right = [], 0
    for inputs, label in zip(x, y):
        p = sigmoid(w2 @ sigmoid(w1 @ inputs + b1) + b2)[0]
        right += (p >= 0.5) == (label == 1)
        p = min(max(p, 1e-15), 1 - 1e-15)
        losses.append(-(label * np.log(p) + (1 - label) * np.log(1 - p)))
    return float(np.mean(losses)), right / len(y)


def run(case):
    x, y = lines(case["n_train"], case["noise"], case["seed"])
    xv, yv = lines(case["n_val"], case["noise"], case["val_seed"])
    hidden, rate = case["hidden"], case["rate"]
    w1 = np.random.randn(hidden, 9) * np.sqrt(2.0 / 9)
    b1 = np.zeros(hidden)
    w2 = np.random.randn(1, hidden) * np.sqrt(2.0 / hidden)
    b2 = np.zeros(1)
    curves = {"train_loss": [], "val_loss": [], "train_acc": [], "val_acc": []}
    for _ in range(case["epochs"]):
        for inputs, label in zip(x, y):
            h = sigmoid(w1 @ inputs + b1)
            d2 = sigmoid(w2 @ h + b2) - label
            d1 = (w2.T @ d2) * h * (1 - h)
            w2 = w2 - rate * np.outer(d2, h)
            b2 = b2 - rate * d2
            w1 = w1 - rate * np.outer(d1, inputs)
            b1 = b1 - rate * d1
        for name, (data, labels) in {"train": (x, y), "val": (xv, yv)}.items():
            loss, accuracy = evaluate(data, labels, (w1, b1, w2, b2))
            curves[name + "_loss"].append(loss)
            curves[name + "_acc"].append(accuracy)
    return {**case, **curves}


CASES = [
    dict(n_train=20, n_val=50, noise=0.3, seed=7, val_seed=8, hidden=2, rate=0.5, epochs=60),
    dict(n_train=33, n_val=17, noise=0.5, seed=123, val_seed=124, hidden=20, rate=1.0, epochs=60),
    dict(n_train=11, n_val=7, noise=0.0, seed=0, val_seed=1, hidden=37, rate=0.1, epochs=60),
    dict(n_train=1, n_val=1, noise=0.2, seed=5, val_seed=6, hidden=1, rate=3.0, epochs=60),
    dict(n_train=60, n_val=64, noise=1.0, seed=2**32 - 1, val_seed=3, hidden=9, rate=0.25, epochs=60),
]

if __name__ == "__main__":
    with open("more_runs.json", "w") as file:
        json.dump([run(case) for case in CASES], file)
