"""The key results of every lesson, computed again with plain SymPy calls that know nothing of the lessons' own claims.

The keys are the numbers of the plan; the derivation of each answer stands beside it.
"""

import re
from collections.abc import Mapping
from functools import cache

import pytest
import sympy as sp
from sympy import Matrix, Rational, diag, diff, exp, eye, limit, log, ones, pi, simplify, sin, sqrt, symbols, zeros

from tutor.course import load_index, load_lesson
from tutor.course.lesson import Exercise

b, g1, g2, h, u1, u2, x, y, z = symbols("b g1 g2 h u1 u2 x y z", real=True)
v1, v2, v3, w1, w2, w3, x1, x2, x3 = symbols("v1 v2 v3 w1 w2 w3 x1 x2 x3", real=True)
x_, w_, xs, ws = Matrix([x1, x2]), Matrix([w1, w2]), Matrix([x1, x2, x3]), Matrix([w1, w2, w3])


def slope(function: sp.Expr, name: sp.Symbol) -> sp.Expr:
    """The derivative as the limit it is."""
    return limit((function.subs(name, name + h) - function) / h, h, 0)


def central(function: sp.Expr, name: sp.Symbol, at: Mapping[sp.Symbol, object], step: object) -> sp.Expr:
    """A central difference."""
    there = {**at, name: at[name] + step}, {**at, name: at[name] - step}
    return (function.subs(there[0], simultaneous=True) - function.subs(there[1], simultaneous=True)) / (2 * step)


def relu(u: object) -> sp.Expr:
    return sp.Max(0, u)


def active(u: object) -> int:
    """The derivative of ReLU, 0 at 0 by convention."""
    return int(bool(u > 0))


def hadamard(left: Matrix, right: Matrix) -> Matrix:
    return left.multiply_elementwise(right)


# The data set D: three examples of two inputs.

X, TARGETS = Matrix([[2, 1], [1, 3], [3, 0]]), Matrix([1, 2, 1])
W, B = Matrix([1, -1]), sp.Integer(1)
Z = X * W + ones(3, 1) * B
A = Z.applyfunc(relu)
E = A - TARGETS
MASK = Z.applyfunc(active)


def cost(w: Matrix, bias: object) -> sp.Expr:
    outputs = (X * w + ones(3, 1) * bias).applyfunc(relu)
    return sum((target - output) ** 2 for target, output in zip(TARGETS, outputs, strict=True)) / 3


COST = cost(w_, b)
"""As a function of the parameters; its derivatives are taken where no example is on the kink."""


def at_start(expr: sp.Expr) -> sp.Expr:
    return simplify(expr.subs({w1: 1, w2: -1, b: 1}))


BY_W = Matrix([[at_start(diff(COST, w1)), at_start(diff(COST, w2))]])
BY_B = at_start(diff(COST, b))
RATE = Rational(3, 100)
LINE_235 = -2 * sum(
    (active(Z[i]) * (Z[i] - TARGETS[i]) * X.row(i) for i in range(3)),
    zeros(1, 2),
)
"""The gradient as line 235 of the notes has it, with the right mask: wrong sign, 1/N lost."""


def descended(steps: int) -> sp.Expr:
    """W after steps on (max(0, 2w) - 4)² from 1 at rate 1/2."""
    w = sp.Integer(1)
    for _ in range(steps):
        w -= Rational(1, 2) * 2 * (relu(2 * w) - 4) * 2 * active(2 * w)
    return w


def critical_rate() -> sp.Expr:
    """Where the factor 1 - η·C''/1 of a step on C = (2w - 4)² reaches -1."""
    w, eta = symbols("w eta", positive=True)
    shrinks = diff(w - eta * diff((2 * w - 4) ** 2, w), w)
    return sp.solve(sp.Eq(shrinks, -1), eta)[0]


GRADIENT_3XY = Matrix([[slope(3 * x * y, x), slope(3 * x * y, y)]])
OUTER, INNER = Matrix([g1 * g2, g1 + g2]), Matrix([x1 + x2, x1 * x2])
ONE = {w1: 1, w2: -1, b: 1, x1: 2, x2: 1}
SINGLE = (relu(w1 * x1 + w2 * x2 + b) - 1) ** 2
"""The cost of one example with target 1."""
NEURON = relu(w1 * x1 + w2 * x2 + b)
AFFINE = (ws.T * xs)[0] + b


@cache
def results() -> Mapping[str, object]:
    """By number: a value, or a shape."""
    return {
        "L01.1": (Matrix([[1, -1]]) * Matrix([2, 1]))[0] + 1,
        "L01.2": relu((Matrix([[1, -1]]) * Matrix([1, 3]))[0] + 1),
        "L01.3": sum((target - output) ** 2 for target, output in zip((1, 2, 1), (2, 0, 4), strict=True))
        / sp.Integer(3),
        "L01.5": sum((target - A[0]) ** 2 for target in TARGETS) / 3,
        "L01.6": len(W) + 1,
        "L02.1": sp.expand(((x + h) ** 2 - x**2) / h),
        "L02.2": slope(9 * (x + x**2), x),
        "L02.3": slope(3 * x**4, x),
        "L02.4": slope(x**2 * sin(x), x),
        "L02.5": central(x**3, x, {x: 2}, Rational(1, 10)),
        "L03.1": GRADIENT_3XY,
        "L03.2": Matrix([3 * x**2 * y]).jacobian([x, y]),
        "L03.3": Matrix([2 * x + y**8]).jacobian([x, y]),
        "L03.4": GRADIENT_3XY.subs({x: 2, y: 1}),
        "L03.5": diff(6 * y, y) - diff(3 * x**2, x),
        "L03.6": central(3 * x * y, x, {x: 2, y: 1}, Rational(1, 10)),
        "L04.1": Matrix([5, 5, 7]).rows,
        "L04.2": zeros(4, 1).T.shape,
        "L04.3": Matrix([3 * x1**2 * x2, 2 * x1 + x2**8]).subs({x1: 1, x2: 2}),
        "L04.5": Matrix([x1, x2]).jacobian([x1, x2, x3]).shape,
        "L05.1": Matrix([3 * x**2 * y, 2 * x + y**8]).jacobian([x, y]),
        "L05.2": Matrix([3 * x**2 * y, 2 * x + y**8]).jacobian([x, y]).subs({x: 1, y: 2}),
        "L05.3": zeros(3, 1).jacobian(symbols("t1:6")).shape,
        "L05.4": zeros(1, 1).jacobian(symbols("t1:5")).shape,
        "L05.5": zeros(3, 1).jacobian([x]).shape,
        "L05.6": Matrix([x * y, x + y**2]).jacobian([x, y]),
        "L06.1": hadamard(ws, xs).jacobian(ws),
        "L06.2": (w_ - x_).jacobian(x_),
        "L06.3": Matrix([w1 / x1, w2 / x2]).jacobian(x_),
        "L06.4": hadamard(w_, x_).jacobian(w_).subs({w1: 2, w2: 3, x1: 4, x2: 5}),
        "L06.5": (Matrix([w1 * w2, w2]) + x_).jacobian(w_),
        "L06.6": (w_ + x_).jacobian(w_),
        "L07.1": (xs + ones(3, 1) * z).jacobian(xs),
        "L07.2": (xs + ones(3, 1) * z).diff(z),
        "L07.3": (xs * z).jacobian(xs),
        "L07.4": (xs * z).diff(z),
        "L07.5": (x_ / z).diff(z),
        "L07.6": (ones(2, 1) * z).jacobian(x_),
        "L08.1": Matrix([sum(xs)]).jacobian(xs),
        "L08.2": Matrix([sum(xs * z)]).jacobian(xs),
        "L08.3": diff(sum(xs * z), z),
        "L08.4": Matrix([sum(hadamard(xs, xs))]).jacobian(xs),
        "L08.5": ones(1, 2) * Matrix([x1 * x2, x2]).jacobian(x_),
        "L08.6": diff(sum(xs * 4), x1),
        "L09.1": slope(sin(x**2), x),
        "L09.2": slope((3 * x + 1) ** 2, x),
        "L09.3": diff(log(sin(x**3) ** 2), x),
        "L09.4": slope(exp(-(x**2)), x),
        "L09.5": slope(sin(x**2), x).subs(x, sqrt(pi)),
        "L09.6": slope((y - w1 * x1) ** 2, w1),
        "L10.1": slope(x + x**2, x),
        "L10.2": diff(x + u1, x),
        "L10.3": diff(x + u1, u1) * slope(x**2, x),
        "L10.4": slope(x * x**2, x),
        "L10.5": diff(sin(x + x**2), x),
        "L10.6": diff((x * u1 * u2).subs(u2, x * u1).subs(u1, x**2), x),
        "L11.1": Matrix([log(x**2), sin(3 * x)]).diff(x),
        "L11.2": Matrix([log(g1), sin(g2)]).jacobian([g1, g2]),
        "L11.3": (zeros(2, 3) * zeros(3, 4)).shape,
        "L11.4": Matrix([[1, 2], [0, 1]]) * Matrix([[3, 0, 1], [1, 1, 0]]),
        "L11.5": OUTER.jacobian([g1, g2]).subs({g1: INNER[0], g2: INNER[1]}, simultaneous=True) * INNER.jacobian(x_),
        "L12.1": Matrix([1, -2, 3]).dot(Matrix([4, 5, 6])),
        "L12.2": Matrix([AFFINE]).jacobian(ws),
        "L12.3": diff(AFFINE, b),
        "L12.4": Matrix([AFFINE]).jacobian(xs),
        "L12.5": (ones(1, 3) * diag(x1, x2, x3)).shape,
        "L12.6": diag(x1, x2, x3) * ones(3, 1),
        "L13.1": Matrix([-1, 0, 2]).applyfunc(relu),
        "L13.2": diag(*(active(entry) for entry in (-1, 0, 2))),
        "L13.3": Matrix([[limit(relu(h) / h, h, 0, "-"), limit(relu(h) / h, h, 0, "+")]]),
        "L13.4": central(relu(z), z, {z: 0}, symbols("h", positive=True)),
        "L13.5": limit(relu(h) ** 2 / h, h, 0, "+-"),
        "L14.1": active(2 * 1 + 1 * -1 + 1) * Matrix([[2, 1]]),
        "L14.2": active(1 * 1 + 3 * -1 + 1) * Matrix([[1, 3]]),
        "L14.3": central(NEURON, b, {**ONE, x1: 1, x2: 3}, Rational(1, 100)),
        "L14.4": diff(w1 * x1 + w2 * x2 + b, b),
        "L14.5": active(1 * 1 + 2 * -1 + 1) * Matrix([[1, 2]]),
        "L14.6": Matrix([[central(NEURON, name, ONE, Rational(1, 100)) for name in (x1, x2)]]),
        "L15.1": E,
        "L15.2": TARGETS - A,
        "L15.3": cost(W, B),
        "L15.4": sum(error**2 for error in E),
        "L15.5": cost(Matrix([-1, -1]), -1),
        "L15.6": Matrix([(v1**2 + v2**2 + v3**2) / 3]).jacobian([v1, v2, v3]),
        "L16.1": BY_W,
        "L16.2": Rational(2, 3) * E[1] * MASK[1] * X.row(1),
        "L16.3": Matrix([[central(SINGLE, name, ONE, Rational(1, 100)) for name in (w1, w2)]]),
        "L16.4": LINE_235[0] / BY_W[0],
        "L16.5": Rational(2, 3) * E.T * X,
        "L16.6": (-2 * (y - z)) / (z - y),
        "L17.1": BY_B,
        "L17.2": Rational(2, 3) * sum(E),
        "L17.3": central(SINGLE, b, ONE, Rational(1, 100)),
        "L17.4": Rational(2, 3) * hadamard(E, MASK).T * X.row_join(ones(3, 1)),
        "L17.5": diff(cost(Matrix([-1, -1]), b), b).subs(b, -1),
        "L18.1": W - RATE * BY_W.T,
        "L18.2": B - RATE * BY_B,
        "L18.3": cost(W - RATE * BY_W.T, B - RATE * BY_B),
        "L18.4": cost(W - RATE * LINE_235.T, B),
        "L18.5": critical_rate(),
        "L18.6": descended(2),
    }


NUMBERS = [f"L{lesson:02d}.{place}" for lesson in range(1, 19) for place in range(1, 6 if lesson in (4, 17) else 7)]
CHOICES = {
    "L01.4": "b",  # the target: with the neuron's own output the cost would be 0 for every w and b
    "L02.6": "b",  # two variables in, one number out
    "L04.4": "b",  # component by component; the others add up to a number
    "L11.6": "b",  # (2×3)(3×4); (3×4)(2×3) does not exist
    "L13.6": "c",  # max(0, z) >= s·z for all z exactly when 0 <= s <= 1
}


@pytest.fixture(scope="module")
def planned() -> Mapping[str, Exercise]:
    exercises = [one for entry in load_index().lessons for one in load_lesson(entry, "es").exercises]
    return {one.note: one for one in exercises if one.note}


def test_every_planned_exercise_is_there_and_recomputed(planned: Mapping[str, Exercise]) -> None:
    assert planned.keys() == results().keys() | CHOICES.keys() == set(NUMBERS)


@pytest.mark.parametrize("number", [number for number in NUMBERS if number not in CHOICES])
def test_the_answer_of_the_lesson_is_the_recomputed_one(number: str, planned: Mapping[str, Exercise]) -> None:
    exercise, result = planned[number], results()[number]
    if exercise.kind == "shape":
        assert exercise.answer == "x".join(map(str, result))
        return
    answer = _value(exercise.answer)
    assert getattr(answer, "shape", None) == getattr(result, "shape", None)
    difference = answer - result
    assert simplify(difference) == (zeros(*difference.shape) if isinstance(difference, sp.MatrixBase) else 0)


@pytest.mark.parametrize("number", CHOICES)
def test_the_right_choice(number: str, planned: Mapping[str, Exercise]) -> None:
    assert planned[number].answer == CHOICES[number]


def _value(answer: str) -> sp.Expr | Matrix:
    """An answer of the course's own, in SymPy's syntax."""
    names = {name: value for name, value in globals().items() if isinstance(value, sp.Symbol)}
    rows = re.fullmatch(r"\[(.*)\]", answer)
    if rows is None:
        return sp.sympify(answer.replace("^", "**"), locals=names)
    return Matrix([[_value(entry.strip()) for entry in row.split(",")] for row in rows[1].split(";")])


def test_the_cost_has_the_gradient_of_the_formula() -> None:
    assert BY_W == Rational(2, 3) * hadamard(E, MASK).T * X == Matrix([[Rational(22, 3), Rational(2, 3)]])
    assert BY_B == Rational(2, 3) * hadamard(E, MASK).dot(ones(3, 1)) == Rational(8, 3)
    step = Rational(1, 1000)
    assert central(COST, b, {w1: 1, w2: -1, b: 1}, step) == BY_B


@pytest.mark.parametrize("n", [2, 3])
def test_the_rules_hold_for_vectors_of_any_size(n: int) -> None:
    xn, wn = (Matrix(symbols(f"{letter}1:{n + 1}", real=True)) for letter in "xw")
    row = ones(1, n)
    assert (xn + ones(n, 1) * z).jacobian(xn) == eye(n)
    assert (xn * z).jacobian(xn) == z * eye(n)
    assert Matrix([sum(xn * z)]).jacobian(xn) == z * row
    assert hadamard(wn, xn).jacobian(wn) == diag(*xn)
    assert Matrix([wn.dot(xn)]).jacobian(wn) == row * diag(*xn) == xn.T
    assert Matrix([wn.dot(xn)]).jacobian(xn) == wn.T
