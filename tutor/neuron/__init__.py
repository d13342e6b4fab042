"""WHAT LEARNS: data, a ReLU neuron, its cost and gradient, and gradient descent (the only room with NumPy).

Importing the room alone loads no NumPy; its modules do. One thread of linear algebra is enough for one neuron, and
beside a screen it is faster than several.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

NAMES = ("D", "hinge", "grid", "random")
"""The data sets that `tutor.neuron.data.load` knows."""
