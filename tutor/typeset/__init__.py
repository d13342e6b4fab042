"""HOW MATHEMATICS LOOKS: a LaTeX subset laid out in a terminal."""
