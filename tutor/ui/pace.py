"""How fast the lab goes: learning rates, steps and pictures a second, in round numbers."""

import os

RATES = (1.0, 1.2, 1.5, 2.0, 3.0, 5.0, 7.0)
"""What a learning rate may be, times a power of ten; 0.03, 0.12 and 0.2 of the last lesson are among them."""
SPEEDS = (1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0, 10_000.0, 1e9)
"""Steps a second; the last one is as fast as it goes."""
USUAL_SPEED = 30.0


def next_rate(rate: float, up: int) -> float:
    """The next higher (1) or lower (-1) learning rate."""
    ladder = [float(f"{factor:g}e{power}") for power in range(-6, 4) for factor in RATES]
    return next((value for value in ladder[::up] if (value - rate) * up > 1e-9 * rate), rate)


def next_speed(speed: float, up: int) -> float:
    """The next higher (1) or lower (-1) speed."""
    at = min(range(len(SPEEDS)), key=lambda i: abs(SPEEDS[i] - speed))
    return SPEEDS[max(0, min(len(SPEEDS) - 1, at + up))]


def frames_per_second() -> int:
    """Ten pictures a second, fewer over a remote line."""
    return 5 if "SSH_CONNECTION" in os.environ else 10
