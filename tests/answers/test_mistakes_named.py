"""Every mistake of groups A to D is recognised by what it does; a right answer never is one."""

import pytest

from tutor.answers import Names, Task, Tree, Verdict, derive, mark, read, show
from tutor.answers.diagnosis import explain
from tutor.words import LANGS, codes, say

SLIPS = [
    ("A1", "(2x^2+5)^4", "16x (2x^2+5)^4"),
    ("A2", "(2x^2+5)^4", "16x (2x^2+5)^5"),
    ("A3", "(2x^2+5)^4", "4x (2x^2+5)^3"),
    ("A3", "sqrt(x^2+1)", "2x/sqrt(x^2+1)"),
    ("A1", "sin(1/x^3)", "-3/x cos(1/x^3)"),
    ("A1", "sin(1/x^3)", "-3/x^3 cos(1/x^3)"),
    ("A4", "6x^2", "2x^3"),
    ("A5", "cos(x^3)", "3x^2 sin(x^3)"),
    ("A6", "exp(x^2)", "2x^3 exp(x^2-1)"),
    ("A7", "ln(x^2+2)", "2x ln(x^2+2)"),
    ("A8", "ln(x^3+2)", "ln(3x^2)"),
    ("A9", "(2x^2+5)^4", "4(4x+5)(2x^2+5)^3"),
    ("A10", "(2x^2+5)^4", "8x (2x^2+5)^3"),
    ("A11", "ln(x^2+2)", "1"),
    ("A12", "5^(3x)", "3*5^(3x)"),
    ("A13", "x^3 sin(x)", "3x^2 cos(x)"),
    ("A14", "x^3/cos(x)", "(-x^3 sin(x) - 3x^2 cos(x))/cos(x)^2"),
    ("A15", "x^3/sin(x)", "3x^2/cos(x)"),
    ("A16", "e^(4x)", "16x"),
    ("A17", "x^3 sin(x)", "3x^5 + sin(x)cos(x)"),
    ("A17", "sqrt(x) exp(x)", "1/2 + exp(2x)"),
    ("A17", "3x^2 sin(x)", "18x^3 + sin(x)cos(x)"),
    ("A17", "3x^2 sin(x)", "6x^3 + 3sin(x)cos(x)"),
    ("A18", "x^3/sin(x)", "(3x^2 sin(x) - x^3 cos(x))/x^6"),
    ("A19", "x^3/sin(x)", "(3x^2 sin(x) - x^3 cos(x))/sin(x)"),
    ("A20", "x^3/exp(x)", "(3x^2 exp(x) + x^3 exp(x))/exp(x)^2"),
    ("B1", "(2x^2+5)^4", "4(2x^2+5)^3"),
    ("B1", "x sin(x^3)", "sin(x^3) + x cos(x^3)"),
    ("B2", "sin(x^3)", "3x^2"),
    ("B3", "sin(x^3)", "cos(3x^2)"),
    ("B4", "sin(x^3)", "3x^2 cos(x)"),
    ("B6", "sin(x^3)", "x^3 cos(x) + 3x^2 sin(x)"),
    ("B7", "sin(x^3)", "3x^2 + cos(x^3)"),
    ("B8", "(2x^2+5)^4", "64x^2 (2x^2+5)^3"),
    ("B9", "sin(x^3)", "3 sin(x)^2 cos(x)"),
    ("B9", "sqrt(ln(x))", "1/(2x)"),
    ("B10", "(2x^2+5)^4", "(2x^2+5)^4"),
    ("B11", "sin(x^3)", "6x cos(x^3) - 9x^4 sin(x^3)"),
    ("B12", "ln(cos(x^2))", "2x/cos(x^2)"),
    ("B13", "ln(cos(x^2))", "1/cos(x^2)"),
    ("B14", "(2x^2+5)^3", "48x^5"),
    ("B14", "sin(sqrt(x^2+9))", "cos(x+3)"),
    ("A9", "ln(exp(2x)+3)", "2(exp(2x)+3)/(exp(2x)+3)"),
    ("B3", "sin(x^3)", "3x^2 cos(3x^2)"),
    ("B4", "ln(cos(x^2))", "-2x sin(x)/cos(x^2)"),
    ("B7", "exp(cos(x^2))", "exp(cos(x^2)) (2x - sin(x^2))"),
    ("B1", "max(0, 5 - 2x)", "[5 - 2x > 0]"),
    ("A1", "sigmoid(2x)", "2(1 - sigmoid(2x))"),
    ("A2", "sigmoid(x)", "e^(-x)"),
    ("A3", "sigmoid(x)", "-sigmoid(x) (1 - sigmoid(x))"),
    ("A6", "sigmoid(x)", "-x e^(-x-1) sigmoid(x)^2"),
    ("B14", "sigmoid(x)", "e^x"),
]
PARTIAL_SLIPS = [
    ("C1", "2x^2 y + y^4", "x", "4x y + 2x^2 + 4y^3"),
    ("C2", "2x^2 y + y^4", "x", "2x^2 + 4y^3"),
    ("C3", "2x^2 y + y^4", "x", "4x"),
    ("C4", "2x^2 y + y^4", "x", "4x y + y^4"),
    ("C5", "2x^2 y + 3x", "x", "3"),
    ("C6", "2x^2 y + y^4", "x y", "4x y + 2x^2 + 4y^3"),
    ("C7", "2x^2 y + y^4", "x y", "[2x^2 + 4y^3, 4x y]"),
    ("C8", "x^3 + x y", "x y", "[3x^2, 0]"),
    ("D1", "[2x^2 y; x + y^3]", "x y", "[4x y, 1; 2x^2, 3y^2]"),
    ("D2", "[2x^2 y; x + y^3]", "x y", "[1, 3y^2; 4x y, 2x^2]"),
    ("D3", "[2x^2 y; x + y^3]", "x y", "[4x y, 0; 0, 3y^2]"),
    ("D4", "[2x^2 y; x + y^3]", "x y", "[4x y + 1, 2x^2 + 3y^2]"),
]
ALL = [(name, function, "x", wrong) for name, function, wrong in SLIPS] + PARTIAL_SLIPS


def tree(text: str) -> Tree:
    found = read(text, Names(variables=("x", "y", "u"), lists=True))
    assert isinstance(found, Tree), found
    return found


@pytest.mark.parametrize(("mistake", "function", "wrt", "wrong"), ALL)
def test_a_mistake_is_recognised(mistake: str, function: str, wrt: str, wrong: str) -> None:
    found = explain(tree(wrong).expr, tree(function).expr, wrt.split())
    assert mistake in found.mistakes
    assert len(found.mistakes) <= 3


@pytest.mark.parametrize(("mistake", "function", "wrt", "wrong"), ALL)
def test_the_verdict_names_it_in_both_languages(mistake: str, function: str, wrt: str, wrong: str) -> None:
    verdict = marked(function, wrt.split(), wrong)
    assert verdict.outcome == ("almost" if mistake == "D1" else "wrong")
    if mistake != "D1":
        assert mistake in verdict.mistakes
    for lang in LANGS:
        assert say(verdict.message, lang)


def marked(function: str, wrt: list[str], answer: str) -> Verdict:
    names = ", ".join(wrt)
    column = function.startswith("[")
    right = f"jacobian({function}, [{names}])" if column else f"grad({function}, [{names}])"
    expected = right if len(wrt) > 1 else f"diff({function}, {names})"
    return mark(Task(expected, names=("x", "y"), function=function, wrt=tuple(wrt)), answer)


@pytest.mark.parametrize("function", sorted({function for _, function, _ in SLIPS}))
def test_a_right_answer_is_never_a_mistake(function: str) -> None:
    verdict = marked(function, ["x"], show(derive(tree(function).expr, "x")))
    assert verdict.outcome == "right"
    assert verdict.mistakes == ()


@pytest.mark.parametrize(
    ("function", "answer", "link"),
    [
        ("(2x^2+5)^4", "16x u^3", "u = 2"),
        ("(2x^2+5)^4", "16x u1^3", "u_{1} = 2"),
        ("exp(sin(x^2))", "2x cos(u1) exp(u2)", "u_{2} = "),
        ("exp(sin(x^2))", "2x cos(u) exp(sin(u))", "u = x^{2}"),
    ],
)
def test_links_that_were_not_put_in_are_almost_right(function: str, answer: str, link: str) -> None:
    verdict = marked(function, ["x"], answer)
    assert (verdict.outcome, verdict.mistakes) == ("almost", ("B5",))
    assert link in say(verdict.message, "en")


def test_wrong_with_its_links_put_in_stays_wrong() -> None:
    assert marked("(2x^2+5)^4", ["x"], "4u^3").outcome == "wrong"
    assert marked("(2x^2+5)^4", ["x"], "16x u2^3").outcome == "wrong"


@pytest.mark.parametrize("answer", ["(1 + 2x) cos(u2)", "(1 + 2x) cos(x + u1)", "(1 + 2x) cos(x + x^2) + u1 - x^2"])
def test_links_that_are_no_chain_may_be_left_too(answer: str) -> None:
    links = (("u1", "x^2"), ("u2", "x + u1"), ("y", "sin(u2)"))
    task = Task("(1 + 2*x)*cos(x + x^2)", names=("x",), function="sin(x + x^2)", wrt=("x",), links=links)
    assert mark(task, answer).mistakes == ("B5",)


def test_no_link_has_the_name_of_a_variable() -> None:
    task = Task("2*u*cos(u^2)", names=("u",), function="sin(u^2)", wrt=("u",))
    assert "v = u^{2}" in say(mark(task, "2u cos(u)").message, "en")


def test_declared_links_are_the_names_a_learner_may_leave() -> None:
    task = Task(
        "4*(2*x^2 + 5)^3*4*x",
        names=("x",),
        function="(2*x^2 + 5)^4",
        wrt=("x",),
        links=(("v", "2*x^2+5"), ("y", "v^4")),
    )
    assert mark(task, "16x v^3").mistakes == ("B5",)


@pytest.mark.parametrize(("function", "answer"), [("sin(-x)", "cos(-x)"), ("max(0, -x)", "[x < 0]")])
def test_a_factor_of_minus_one_is_missing_and_not_twice_there(function: str, answer: str) -> None:
    assert "B8" not in marked(function, ["x"], answer).mistakes


def test_a_call_without_the_variable_is_no_link() -> None:
    assert "B1" in marked("max(0, y) sin(x^2)", ["x"], "max(0, y) cos(x^2)").mistakes
    assert marked("max(0, y)", ["x"], "max(0, y)").outcome == "wrong"


def test_a_tie_is_reported_as_one() -> None:
    assert set(marked("sin(3x)", ["x"], "3 cos(x)").mistakes) == {"B4", "B9"}


def test_what_is_too_small_for_floats_explains_nothing() -> None:
    wrong = "40x (x^2+6)^8 exp(-(x^2+6)^20) (1 + x)"
    assert explain(tree(wrong).expr, tree("exp(-(x^2+6)^20)").expr, ["x"]).mistakes == ()


def test_nothing_is_named_when_nothing_fits() -> None:
    verdict = marked("sin(x^3)", ["x"], "x^7 - 12")
    assert (verdict.outcome, verdict.mistakes) == ("wrong", ())


@pytest.mark.parametrize(
    ("function", "answer", "code"),
    [
        ("sin(x^3)", "7*3x^2 cos(x^3)", "mistake.factor"),
        ("x^3 e^x", "-(3x^2 e^x + x^3 e^x)", "mistake.sign"),
        ("sin(x^3)", "3x^2 cos(x^3) + 4", "mistake.constant"),
        ("sin(x^3)", "3x^2 cos(x^3)^2", "mistake.link-twice"),
        ("x y^2 + y", "x^2", "mistake.swapped"),
        ("tanh(2x)", "2 tanh(2x)^2 - 2", "mistake.sign"),
        ("arcsin(2x)", "-2/sqrt(1 - 4x^2)", "mistake.sign"),
        ("sin(x^2)", "2 cos(x^2)", "mistake.factor.missing"),
        ("sin(x^3)", "2x^2 cos(x^3)", "mistake.factor.other"),
        ("sin(x^3)", "3x^2 cos(x^3)/7", "mistake.factor.missing"),
        ("x^2 sin(x)", "x^2 cos(x)", "mistake.term.missing"),
        ("x^2 e^x", "2x e^x - x^2 e^x", "mistake.term.sign"),
        ("x^3 + 5x", "3x^2 + 10", "mistake.term.twice"),
        ("sin(x^3)", "x^5 tan(x)", "mistake.unknown"),
    ],
)
def test_what_can_be_said_without_a_name(function: str, answer: str, code: str) -> None:
    verdict = marked(function, ["x"], answer)
    assert (verdict.outcome, verdict.mistakes, verdict.message.code) == ("wrong", (), code)


@pytest.mark.parametrize(
    ("function", "answer", "code"),
    [
        ("exp(-x^2)", "2x exp(-x^2)", "mistake.A10.sign"),
        ("{-x if x < 0; 0}", "{1 if x < 0; 0}", "mistake.A10.sign"),
        ("max(0, -x)", "[x < 0]", "mistake.B1.here"),
        ("1/(x^2+5)", "2x/(x^2+5)^2", "mistake.A3.sign"),
        ("sqrt(x^2+5)", "2x/sqrt(x^2+5)", "mistake.A3.root"),
        ("(3x^2+5)^4", "8x (3x^2+5)^3", "mistake.A10.here"),
    ],
)
def test_the_sentence_speaks_of_what_was_lost(function: str, answer: str, code: str) -> None:
    assert marked(function, ["x"], answer).message.code == code


@pytest.mark.parametrize("answer", ["[2x y + x^2, x^2]", "[2x y, 7x^2]"])
def test_the_sentence_on_an_entry_says_which(answer: str) -> None:
    """A mistake in one entry, and a factor that has no name."""
    verdict = marked("x^2 y", ["x", "y"], answer)
    assert (verdict.because, verdict.message.code) == ("entry", "mistake.entry")


def test_the_missing_factor_is_named() -> None:
    verdict = marked("(2x^2+5)^4", ["x"], "4(2x^2+5)^3")
    assert r"\frac{du}{dx} = 4\,x" in say(verdict.message, "es")


def test_declared_wrong_answers_are_named_too() -> None:
    task = Task("[22/3, 2/3]", wrong={"H2": "[22, 2]"})
    verdict = mark(task, "[22, 2]")
    assert (verdict.outcome, verdict.mistakes, verdict.message.code) == ("wrong", ("H2",), "mistake.H2")


def test_a_half_in_the_cost_is_a_convention() -> None:
    task = Task("2*(x - 3)", names=("x",), wrong={"H1": "x - 3", "H3": "2*(3 - x)"})
    verdict = mark(task, "x - 3")
    assert (verdict.outcome, verdict.because, verdict.mistakes) == ("almost", "convention", ("H1",))
    assert all(say(verdict.message, lang) for lang in LANGS)
    assert mark(task, "6 - 2x").outcome == "wrong"


def test_every_mistake_has_a_sentence() -> None:
    groups = {"A": 20, "B": 14, "C": 8, "D": 4, "E": 13, "F": 9, "G": 7, "H": 9, "I": 6}
    ids = {f"mistake.{group}{number}" for group, count in groups.items() for number in range(1, count + 1)}
    assert ids <= codes("es") & codes("en")
