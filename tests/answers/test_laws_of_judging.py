"""Laws: SymPy's rewritings are right, an added term is wrong, derivatives agree with SymPy's."""

from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.answers import derive, judge, tidy
from tutor.answers.exact import EXACT
from tutor.answers.prover import encoded
from tutor.answers.tidying import number
from tutor.answers.tree import (
    Call,
    Cases,
    Comparison,
    Constant,
    Expr,
    Indicator,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
)
from tutor.answers.values import evaluate
from tutor.answers.worker import _Names

NAMES = ("x", "y")
FUNCTIONS = ("sin", "cos", "exp", "tanh", "sigmoid", "arctan")

numbers = st.builds(number, st.integers(1, 9) | st.fractions(Fraction(1, 4), 4, max_denominator=4))
symbols = st.sampled_from(NAMES).map(Symbol)


def grown(parts: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    """Sums, products, quotients, powers and functions of these parts."""
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        several.map(Sum),
        several.map(Product),
        parts.map(Negative),
        st.builds(lambda above, below: Quotient(above, Sum((Power(below, number(2)), number(1)))), parts, parts),
        st.builds(lambda base, times: Power(base, number(times)), parts, st.integers(2, 3)),
        st.builds(lambda name, part: Call(name, (part,)), st.sampled_from(FUNCTIONS), parts),
    )


smooth = st.recursive(numbers | symbols, grown, max_leaves=7)


def to_sympy(expr: Expr) -> sympy.Expr:
    return _Names([]).tree(encoded(expr))


def from_sympy(value: sympy.Basic) -> Expr:
    """Back to a tree; only what SymPy's rewritings of these expressions are made of."""
    match value:
        case sympy.Symbol():
            return Symbol(value.name)
        case sympy.Rational():
            return number(Fraction(int(value.p), int(value.q)))
        case sympy.exp():
            return Call("exp", (from_sympy(value.args[0]),))
    if value in (sympy.E, sympy.pi):
        return Constant(str(value).lower())
    parts = tuple(from_sympy(part) for part in value.args)
    match value:
        case sympy.Add():
            return Sum(parts)
        case sympy.Mul():
            return Product(parts)
        case sympy.Pow():
            return Power(*parts)
    name = {"atan": "arctan"}.get(value.func.__name__, value.func.__name__)
    return Call(name, parts)


@pytest.mark.parametrize("rewrite", [sympy.expand, sympy.factor, sympy.together, lambda e: sympy.expand(e, deep=False)])
@given(expr=smooth)
@settings(max_examples=25, deadline=None)
def test_a_rewriting_is_right(expr: Expr, rewrite: object) -> None:
    rewritten = from_sympy(rewrite(to_sympy(expr)))  # type: ignore[operator]
    assert judge(rewritten, expr).outcome == "right"


@given(expr=smooth, data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_permutation_is_right(expr: Expr, data: st.DataObject) -> None:
    assert judge(shuffled(expr, data), expr).outcome == "right"


def shuffled(expr: Expr, data: st.DataObject) -> Expr:
    match expr:
        case Sum(parts):
            return Sum(tuple(data.draw(st.permutations([shuffled(part, data) for part in parts]))))
        case Product(parts):
            return Product(tuple(data.draw(st.permutations([shuffled(part, data) for part in parts]))))
        case Call(name, parts):
            return Call(name, tuple(shuffled(part, data) for part in parts))
    return expr


@given(
    expr=smooth,
    term=st.sampled_from([Symbol("x"), Product((Symbol("x"), Symbol("y"))), Call("sin", (Symbol("y"),)), number(1)]),
    size=st.integers(0, 60),
)
@settings(max_examples=60, deadline=None)
def test_an_added_term_is_wrong_however_small(expr: Expr, term: Expr, size: int) -> None:
    changed = Sum((expr, Quotient(term, Power(number(10), number(size)))))
    verdict = judge(changed, expr)
    assert verdict.outcome == "wrong"


@given(expr=smooth)
@settings(max_examples=60, deadline=None)
def test_the_derivative_is_sympys(expr: Expr) -> None:
    ours = to_sympy(derive(expr, "x"))
    theirs = sympy.diff(to_sympy(expr), sympy.Symbol("x", real=True))
    at = {sympy.Symbol("x", real=True): sympy.Rational(3, 7), sympy.Symbol("y", real=True): sympy.Rational(-5, 11)}
    value = sympy.N(theirs.subs(at), 20)
    assert abs(sympy.N(ours.subs(at), 20) - value) < sympy.Float("1e-12") * (1 + abs(value))


@given(expr=smooth)
@settings(max_examples=60, deadline=None)
def test_tidying_keeps_the_value(expr: Expr) -> None:
    assert judge(tidy(expr), expr).outcome == "right"


exact = st.builds(number, st.integers(-9, 9) | st.fractions(-4, 4, max_denominator=4))
conditions = st.builds(Comparison, st.sampled_from(("<", "<=", ">", ">=", "==", "!=")), exact, exact)
choosing = st.one_of(
    st.builds(lambda name, parts: Call(name, parts), st.sampled_from(("max", "min")), st.tuples(exact, exact)),
    st.builds(lambda name, part: Call(name, (part,)), st.sampled_from(("abs", "relu", "sign")), exact),
    st.builds(Indicator, conditions),
    st.builds(lambda test, a, b: Cases(((a, test), (b, None))), conditions, exact, exact),
)


@given(parts=st.lists(choosing, min_size=2, max_size=3).map(tuple), join=st.sampled_from((Sum, Product)))
def test_choices_between_numbers_tidy_to_their_value(parts: tuple[Expr, ...], join: type[Sum] | type[Product]) -> None:
    expr = join(parts)
    assert tidy(expr) == number(evaluate(expr, {}, EXACT))


def test_a_choice_that_depends_on_a_variable_stays() -> None:
    x, seven = Symbol("x"), number(-7)
    for expr in (
        Call("max", (number(0), x)),
        Indicator(Comparison(">", x, number(3))),
        Cases(((number(1), Comparison(">", x, number(3))), (seven, None))),
    ):
        assert tidy(expr) == expr


KINKED = st.sampled_from(
    [
        lambda z: Call("relu", (z,)),
        lambda z: Call("abs", (z,)),
        lambda z: Call("max", (z, number(1))),
        lambda z: Indicator(Comparison(">", z, number(0))),
        lambda z: Cases(((number(0), Comparison("<=", z, number(0))), (z, None))),
    ]
)


@given(kink=KINKED, a=st.integers(1, 5), b=st.integers(-300, 300), gap=st.integers(1, 9))
@settings(max_examples=60, deadline=None)
def test_a_kink_in_another_place_is_wrong(kink: object, a: int, b: int, gap: int) -> None:
    def at(offset: Fraction) -> Expr:
        return kink(Sum((Product((number(a), Symbol("x"))), Number(offset, str(offset)))))  # type: ignore[operator]

    assert judge(at(Fraction(b)), at(Fraction(b))).outcome == "right"
    assert judge(at(b + Fraction(gap, 1000)), at(Fraction(b))).outcome == "wrong"
