"""IS IT RIGHT?  Typed text → tree → verdict and the name of the mistake (the only room with SymPy)."""
