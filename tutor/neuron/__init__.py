"""WHAT LEARNS: data, a ReLU neuron, its cost and gradient, and gradient descent (the only room with NumPy)."""
