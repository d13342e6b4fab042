"""Laws of reading: what is printed reads back to the same tree, and any text is read or refused with a place."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.answers import Names, Unreadable, latex, read, show
from tutor.answers.functions import FUNCTIONS
from tutor.answers.tree import (
    Call,
    Cases,
    Comparison,
    Constant,
    Expr,
    Indicator,
    Matrix,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Tree,
)
from tutor.typeset import parse
from tutor.words import LANGS, say

SCALARS = ("x", "y", "b", "w_1", "u2", "theta", "cost")
SHAPES = {"A": (3, 3), "v": (3,)}
NAMES = Names(variables=(*SCALARS, *SHAPES), shapes=SHAPES)

ONE = Number(Fraction(1), "1")

digits = st.from_regex(r"(0|[1-9][0-9]{0,4})(\.[0-9]{1,3})?", fullmatch=True)
leaves = st.one_of(
    digits.map(lambda text: Number(Fraction(text), text)),
    st.sampled_from(NAMES.variables).map(Symbol),
    st.sampled_from(("pi", "e")).map(Constant),
    st.just(Call("identity", ())),
)
_CALLED = [name for name, function in FUNCTIONS.items() if function.least == 1 and function.kind != "author"]
_OF_TWO = ["max", "min", "dot", "hadamard", "hadamard_division", "hadamard_power", "cross"]


def _grown(parts: st.SearchStrategy[Expr]) -> st.SearchStrategy[Expr]:
    several = st.lists(parts, min_size=2, max_size=3).map(tuple)
    rows = st.integers(1, 3).flatmap(
        lambda n: st.lists(st.lists(parts, min_size=n, max_size=n).map(tuple), min_size=1, max_size=2)
    )
    compared = st.builds(Comparison, st.sampled_from(("<", "<=", ">", ">=")), parts, parts)
    tests = st.lists(compared, min_size=1, max_size=3).flatmap(_joined)
    branches = st.lists(st.tuples(parts, tests), min_size=1, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Negative, parts),
        st.builds(Sum, several),
        st.builds(Product, several),
        st.builds(Quotient, parts, parts),
        st.builds(Power, parts, parts),
        st.builds(lambda name, part: Call(name, (part,)), st.sampled_from(_CALLED), parts),
        st.builds(_of_two, st.sampled_from(_OF_TWO), parts, parts),
        st.builds(lambda grid: Matrix(tuple(grid)), rows),
        st.builds(Indicator, tests),
        st.builds(lambda some, last: Cases((*some, (last, None))), branches, parts),
        st.builds(Cases, branches),
    )


def _of_two(name: str, left: Expr, right: Expr) -> Expr:
    """A product of vectors has no number in it: the 1 of ``v·1`` is the vector of ones."""
    ones = Call("ones", ())
    return Call(name, tuple(ones if name == "dot" and part == ONE else part for part in (left, right)))


def _joined(some: list[Comparison]) -> st.SearchStrategy[Comparison]:
    """The conditions of a list as one, put together from the left or from the right."""
    return st.lists(st.sampled_from(("and", "or")), min_size=len(some) - 1, max_size=len(some) - 1).flatmap(
        lambda joints: st.sampled_from([_from_the_left(some, joints), _from_the_right(some, joints)])
    )


def _from_the_left(some: list[Comparison], joints: list[str]) -> Comparison:
    first, *rest = some
    for joint, test in zip(joints, rest, strict=True):
        first = Comparison(joint, first, test)
    return first


def _from_the_right(some: list[Comparison], joints: list[str]) -> Comparison:
    *rest, last = some
    for joint, test in zip(reversed(joints), reversed(rest), strict=True):
        last = Comparison(joint, test, last)
    return last


trees = st.recursive(leaves, _grown, max_leaves=12)


def _sensible(found: Tree | Unreadable) -> bool:
    """Whether a printed tree is one that could have been typed: not 1/0, not 9^9^9."""
    return not (isinstance(found, Unreadable) and found.message.code in _SENSELESS)


_SENSELESS = {f"read.{code}" for code in ("zero", "large", "pole", "domain", "logarithm", "deep", "long")}


@given(trees)
@settings(max_examples=200, deadline=None)
def test_what_is_printed_reads_back_to_the_same_tree(expr: Expr) -> None:
    found = read(show(expr), NAMES)
    if _sensible(found):
        assert isinstance(found, Tree), (show(expr), found)
        assert found.expr == expr


@given(trees)
@settings(max_examples=200, deadline=None)
def test_the_latex_of_a_tree_can_be_set_and_read(expr: Expr) -> None:
    written = latex(expr, SHAPES)
    parse(written)
    found = read(written, NAMES)
    if _sensible(found):
        assert isinstance(found, Tree), (written, found)


_PIECES = r"""
    x y b w_1 w1 theta θ v A 2 3.5 .5 ½ 1e3 + - * / ^ ( ) [ ] { } | ‖ , ; : = <= > != ! ' . .* .^ ² ⁻¹ ᵀ ₂ √ sin ln
    log_2 max( if si otherwise \frac \frac{1}{2} \sqrt[3] \left( \right) \begin{bmatrix} \end{bmatrix} & \\ \mathbf{v}
    \text{if} \begin{cases} _ T e pi I ∞ % @ ⊙ ~ $ é 😀 [x>0] (x,y) __class__
"""
pieces = st.sampled_from((*_PIECES.split(), "\n", "\t", "\x07", "\u202e", "\x1b[31m"))
texts = st.one_of(
    st.text(max_size=60), st.lists(pieces, max_size=20).map("".join), st.lists(pieces, max_size=12).map(" ".join)
)
exercises = st.sampled_from(
    (
        NAMES,
        Names(variables=SCALARS),
        Names(variables=("x", "y"), dialect="single-letter"),
        Names(variables=("z",), complex=True),
        Names(variables=("x", "given"), author=True),
        Names(variables=("x", "y"), lists=True),
        Names(),
    )
)


@given(texts, exercises)
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused_with_a_place_and_a_sentence(text: str, names: Names) -> None:
    found = read(text, names)
    if isinstance(found, Unreadable):
        start, end = found.at
        assert 0 <= start <= end <= len(text)
        for lang in LANGS:
            sentence = say(found.message, lang)
            assert sentence
            assert not any(ord(character) < 32 or character in "\u202e\u009b" for character in sentence)
    else:
        for expr in (found.expr, *found.alternatives):
            assert read(show(expr), names) == read(show(expr), names)
            parse(latex(expr, names.shapes))
