"""What is right, almost right, wrong and undecided, and why."""

import pytest

from tutor.answers import Names, Prover, Task, Tree, Verdict, judge, mark, read
from tutor.answers.tidying import number
from tutor.answers.tree import Call, Expr, Product, Symbol
from tutor.words import LANGS, say

NAMES = Names(variables=("x", "y", "z", "w", "b", "a", "n"), lists=True, author=True)


def tree(text: str, names: Names = NAMES) -> Tree:
    found = read(text, names)
    assert isinstance(found, Tree), found
    return found


def verdict(answer: str, expected: str, **options: object) -> Verdict:
    found = judge(tree(answer), tree(expected).expr, **options)  # type: ignore[arg-type]
    for lang in LANGS:
        assert say(found.message, lang)
        assert all(say(notice, lang) for notice in found.notices)
    return found


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("2x cos(x^2)", "cos(x^2)*2*x"),
        ("sin(x)^2 + cos(x)^2", "1"),
        ("sin(2x)", "2 sin(x) cos(x)"),
        ("1/(x*(x+1))", "1/x - 1/(x+1)"),
        ("e^(-x)", "1/exp(x)"),
        ("abs(x)", "sqrt(x^2)"),
        ("max(0, z)", "(z + abs(z))/2"),
        ("[z > 0] x", "{0 if z <= 0; x if z > 0}"),
        ("x^(2/3)", "(x^(1/3))^2"),
        ("ln(ln(ln(x)))", "ln(ln(ln(x)*1))"),
        ("arcsin(x - 1000)", "arcsin(x - 1000) + 0"),
        ("sqrt(-1 - x^2)", "sqrt(-(x^2 + 1))"),
        ("0.5x", "x/2"),
        ("[2x, y]", "[x + x, y]"),
        ("(-8)^(1/3)", "-2"),
        ("diff(x^3, x)", "3x^2"),
        ("tanh(x)", "(e^x - e^-x)/(e^x + e^-x)"),
        ("sec(x)^2", "1 + tan(x)^2"),
        ("sign(x)", "x/abs(x)"),
        ("max(x, 1000000, -x)", "max(abs(x), 1000000)"),
    ],
)
def test_right(answer: str, expected: str) -> None:
    assert verdict(answer, expected).outcome == "right"


@pytest.mark.parametrize(
    ("answer", "expected", "because"),
    [
        ("cos(2x)", "2x cos(x^2)", "differs"),
        ("x", "sqrt(x^2)", "differs"),
        ("ln(-x)", "ln(x)", "domain"),
        ("x + 10^-40", "x", "differs"),
        ("x + sin(1024 pi x)", "x", "differs"),
        ("x + sin(2000006 pi x)", "x", "differs"),
        ("ln(x) + sin(10^12 pi x)", "ln(x)", "differs"),
        ("max(x, -100)", "x", "differs"),
        ("max(x, -2000000)", "x", "differs"),
        ("min(x^3, 10^20)", "x^3", "differs"),
        ("sin(x) + 10^-60", "sin(x)", "differs"),
        ("x*ln(100000000000000000038)", "x*ln(100000000000000000039)", "differs"),
        ("[x > 0]", "[x > 0.001]", "differs"),
        ("max(0, x - 2000)", "0", "differs"),
        ("abs(x - 700)", "700 - x", "differs"),
        ("max(0, 2x - 8)", "2[2x - 8 > 0]", "differs"),
        ("max(0, x - 4000)", "[x > 4000]", "differs"),
        ("(x - 1000)[x > 1000][x < 1002]", "(1002 - x)[x > 1000][x < 1002]", "differs"),
        ("[2x, 3]", "[2x, y]", "entry"),
        ("[2x, y, 0]", "[2x, y]", "shape"),
        ("2x", "[2x, y]", "shape"),
        ("0.33", "1/3", "differs"),
        ("sqrt(-1 - x^2)", "x", "domain"),
    ],
)
def test_wrong_and_proved_to_be(answer: str, expected: str, because: str) -> None:
    found = verdict(answer, expected)
    assert (found.outcome, found.because) == ("wrong", because)


def test_the_entry_that_differs_is_named() -> None:
    found = verdict("[1, 2; 4, 4]", "[1, 2; 3, 4]")
    assert found.message.args == {"row": 2, "column": 1}


@pytest.mark.parametrize(
    ("answer", "expected", "because"),
    [
        ("0.333", "1/3", "rounded"),
        ("-1.414", "-sqrt(2)", "rounded"),
        ("[7.333, 0.667]", "[22/3, 2/3]", "rounded"),
        ("[x; y]", "[x, y]", "layout"),
        ("[1, 3; 2, 4]", "[1, 2; 3, 4]", "layout"),
        ("0", "[0, 0; 0, x - x]", "layout"),
        ("[z >= 0]", "[z > 0]", "kink"),
        ("[w*x + b >= 0] x", "[w*x + b > 0] x", "kink"),
        ("{0 if z < 0; 1 if z >= 0}", "[z > 0]", "kink"),
    ],
)
def test_almost(answer: str, expected: str, because: str) -> None:
    found = verdict(answer, expected)
    assert (found.outcome, found.because) == ("almost", because)


def test_a_wrong_rounding_is_wrong() -> None:
    assert verdict("0.334", "1/3").outcome == "wrong"


def test_where_layout_is_the_question_a_transposed_answer_is_wrong() -> None:
    assert verdict("[x; y]", "[x, y]", layout=True).outcome == "wrong"


def test_only_the_other_reading_is_right() -> None:
    found = verdict("1/2x", "1/(2x)")
    assert (found.outcome, found.because) == ("almost", "other-reading")


@pytest.mark.parametrize(
    ("typed", "expected", "shapes", "outcome"),
    [
        ("w^T x*[x > 0]", "dot(w, x.*[x > 0])", {"w": ("n",), "x": ("n",)}, "almost"),
        ("w^T x*[x > 0]", "dot(w, x)*[x > 0]", {"w": ("n",), "x": ("n",)}, "right"),
        ("w^T x*[x > 0]", "dot(w, x)", {"w": ("n",), "x": ("n",)}, "wrong"),
        ("A/B", "A*B^-1", {"A": (2, 2), "B": (2, 2)}, "almost"),
        ("A/B", "B^-1*A", {"A": (2, 2), "B": (2, 2)}, "wrong"),
        ("1^T 1", "n", {"w": ("n",)}, "right"),
        ("1·x", "sum(x)", {"x": ("n",)}, "almost"),
        ("2x i + 2y j", "[2*x, 2*y]", {}, "right"),
        ("2x i + 2y j", "[2*x; 2*y]", {}, "right"),
        ("2x i", "[2*x, 0]", {}, "right"),
        ("2y i + 2x j", "[2*x, 2*y]", {}, "wrong"),
        ("2x i + 2y j + k", "[2*x, 2*y]", {}, "wrong"),
        ("i + j", "[1, 0; 0, 1]", {}, "wrong"),
        ("[0,5; 1,2]", "[0.5; 1.2]", {}, "almost"),
        ("[0,5; 1,2]", "[0.5, 1.2]", {}, "almost"),
        ("[0,5; 1,2]", "[0, 5; 1, 2]", {}, "right"),
        ("[0,5; 1]", "[0.5; 1]", {}, "right"),
    ],
)
def test_readings_of_vectors(typed: str, expected: str, shapes: dict[str, tuple[int | str, ...]], outcome: str) -> None:
    names = tuple(name for name in ("x", "y", "w", "A", "B") if name not in shapes)
    assert mark(Task(expected, names=names, shapes=shapes), typed).outcome == outcome


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("{1 if z > 0}", "[z > 0]"),
        ("{x if w*x + b > 0}", "x*[w*x + b > 0]"),
        ("{0 if z < 0; 1 if z = 0}", "[z > 0]"),
        ("{0 if z < 0; 1 if z > 0.02}", "[z > 0]"),
        ("{z if z < 5; z if z > 5.001}", "z"),
        ("{1 if z = 0}", "[z > 0] + z"),
    ],
)
def test_cases_that_leave_one_out_are_wrong(answer: str, expected: str) -> None:
    found = verdict(answer, expected)
    assert (found.outcome, found.because) == ("wrong", "case")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("{0 if z < 0; 1 if z > 0}", "[z > 0]"),
        ("{ln(z) if z > 0}", "ln(z)"),
        ("{1 if z > 0; -1 if z < 0}", "z/abs(z)"),
        ("{z if z > 0; 0 if z <= 0}", "max(0, z)"),
    ],
)
def test_cases_need_not_speak_of_an_edge_or_of_where_the_result_has_no_value(answer: str, expected: str) -> None:
    assert verdict(answer, expected).outcome == "right"


def test_no_value_on_the_edge_itself_is_a_remark_on_the_domain() -> None:
    assert [notice.code for notice in verdict("x/abs(x)", "sign(x)").notices] == ["judge.domain.narrower"]


def test_another_domain_is_right_with_a_remark() -> None:
    found = verdict("2 ln(x)", "ln(x^2)")
    assert found.outcome == "right"
    assert found.notices[-1].code == "judge.domain.narrower"
    assert verdict("ln(x^2)", "2 ln(x)").notices[-1].code == "judge.domain.wider"


def test_positive_names() -> None:
    assert verdict("sqrt(x^2)", "x", positive=frozenset("x")).outcome == "right"


def test_complex_names() -> None:
    names = Names(variables=("z",), complex=True)
    square = tree("(z + i)(z - i)", names)
    assert judge(square, tree("z^2 + 1", names).expr, complex=True).outcome == "right"
    assert judge(square, tree("z^2 - 1", names).expr, complex=True).outcome == "wrong"


def test_the_root_of_a_negative_number_is_complex() -> None:
    names = Names(complex=True)
    assert judge(tree("sqrt(-4)", names), tree("2i", names).expr, complex=True).outcome == "right"


def test_what_no_point_can_tell_is_left_open() -> None:
    def tower(top: int) -> Expr:
        value: Expr = number(top)
        for _ in range(5):
            value = Call("exp", (value,))
        return Product((Symbol("x"), value))

    assert judge(tower(100), tower(101)).outcome == "unsure"


def test_a_right_answer_says_how_it_is_known() -> None:
    assert verdict("x + y", "x + y").because == "equal-trees"
    assert verdict("2 + 2", "4").because == "proved"
    assert verdict("2x + 2x^2", "2x(x + 1)").because == "proved"
    assert verdict("sin(2x)", "2 sin(x) cos(x)").because == "agrees"
    with Prover(patience=60) as prover:
        assert verdict("sin(2x)", "2 sin(x) cos(x)", prover=prover).because == "proved"


# Vectors and matrices by shape

SHAPES: dict[str, tuple[str, ...]] = {"x": ("n",), "w": ("n",), "A": ("n", "n"), "B": ("m", "n")}
GRIDS = Names(variables=("x", "w", "A", "B", "z"), shapes=SHAPES, author=True)


def of_grids(answer: str, expected: str) -> Verdict:
    return judge(tree(answer, GRIDS), tree(expected, GRIDS).expr, shapes=SHAPES)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("2*A*x", "A*x + A*x"),
        ("x^T*(A + A^T)", "x^T*A + x^T*A^T"),
        ("diag(w)*x", "w ⊙ x"),
        ("(B^T*B*x)^T", "x^T*B^T*B"),
        ("inv(A)*A", "I"),
        ("z*I*x", "z*x"),
        ("inv(B^T*B)*(B^T*B*x)", "inv(B^T*B)*B^T*B*x"),
        ("2 inv(B^T*B)", "(B^T*B)^-1 + inv(B^T*B)"),
        ("⟨x, A w⟩", "x^T*A*w"),
        (r"A^{\prime} x", "A^T*x"),
        ("A⁻ᵀx", "inv(A)^T*x"),
        ("A^{-⊤}x", "inv(A)^T*x"),
        ("sum(w ⊙ x)", "w^T*x"),
        ("tr(A)", "tr(A^T)"),
        ("norm(x)^2", "dot(x, x)"),
        ("x^T*x*w", "w*(x^T*x)"),
        ("grad(dot(w, x), w)", "x^T"),
        ("jacobian(w ⊙ x, x)", "diag(w)"),
        ("(A*B^T)^T", "B*A^T"),
        ("[x > 0]", "[x > 0]*1"),
        ("exp(x)", "exp(x) + 0"),
        ("ones(m)^T*B*x", "sum(B*x)"),
        ("ln(det(B^T*B)) + 0", "ln(det(B^T*B))"),
        ("x*[x > 0]", "relu(x)"),
        ("2[x > 0] x", "x ⊙ [x > 0]*2"),
        ("w^T*(x*[x > 0])", "w^T*relu(x)"),
    ],
)
def test_right_for_every_size(answer: str, expected: str) -> None:
    assert of_grids(answer, expected).outcome == "right"


@pytest.mark.parametrize(
    ("answer", "expected", "code"),
    [
        ("A*x", "A^T*x", "judge.wrong.entry"),
        ("x*A", "A*x", "judge.shape.product"),
        ("B*x + x", "B*x", "judge.shape.sum"),
        ("inv(B)", "A", "judge.shape.square"),
        ("x^T*x", "x", "judge.shape.differs"),
        ("sum(x)", "x^T", "judge.shape.differs"),
        ("A + 1", "A + I", "judge.wrong.entry"),
        ("ones(n)^T*B*x", "sum(B*x)", "judge.shape.product"),
        ("x*[x < 0]", "relu(x)", "judge.wrong.entry"),
        ("x*w", "x ⊙ w", "judge.shape.product"),
        ("ln(det(B^T*B)) + 1", "ln(det(B^T*B))", "judge.wrong"),
    ],
)
def test_wrong_by_shape_or_entry(answer: str, expected: str, code: str) -> None:
    found = of_grids(answer, expected)
    assert (found.outcome, found.message.code) == ("wrong", code)


def test_the_inverse_of_a_singular_matrix_is_no_answer() -> None:
    found = of_grids("inv(x*x^T)*w", "A*w")
    assert (found.outcome, found.message.code) == ("wrong", "judge.singular")
    assert of_grids("A", "inv(x*x^T)").outcome == "unsure"


def test_the_letter_of_a_size_is_its_number() -> None:
    task = Task("sum(x)/n", names=("x",), shapes={"x": ("n",)})
    assert mark(task, "1/n (1^T x)").outcome == "right"
    assert mark(task, "sum(x)/2").outcome == "wrong"
    assert mark(Task("n", names=("A",), shapes={"A": ("n", "n")}), "tr(eye(n))").outcome == "right"
    sizes = Task("m + n", names=("B",), shapes={"B": ("m", "n")})
    assert mark(sizes, "tr(eye(m)) + sum(ones(n))").outcome == "right"
    assert mark(sizes, "tr(I_m) + tr(I_m)").outcome == "wrong"
    assert mark(sizes, "tr(I)").outcome == "unsure"


def test_a_column_for_a_row_is_a_matter_of_layout() -> None:
    assert of_grids("x", "x^T").because == "layout"


# Tasks


def test_components_are_the_entries_of_the_declared_vector() -> None:
    task = Task("grad(dot(w, x) + b, w)", names=("b",), shapes={"w": (2,), "x": (2,)})
    assert mark(task, "[x1, x2]").outcome == "right"
    assert mark(task, "x^T").outcome == "right"
    assert mark(task, "[w1, w2]").outcome == "wrong"


@pytest.mark.parametrize(
    ("typed", "outcome"), [("b", "right"), (" (B) ", "right"), ("a", "wrong"), ("d", "unreadable"), ("", "unreadable")]
)
def test_a_choice(typed: str, outcome: str) -> None:
    assert mark(Task("b", kind="choice", choices=("a", "b", "c")), typed).outcome == outcome


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("2x3", "right"),
        ("2 × 3", "right"),
        ("(2, 3)", "right"),
        ("2 por 3", "right"),
        ("3x2", "wrong"),
        ("6", "unreadable"),
    ],
)
def test_a_shape(typed: str, outcome: str) -> None:
    assert mark(Task("2x3", kind="shape"), typed).outcome == outcome


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("3: 2x cos(x^2)", "right"),
        ("(3) 2x cos(x^2)", "right"),
        ("Línea 3: 2x cos(x^2)", "right"),
        ("line 3. 2x cos(x^2)", "right"),
        ("line 3", "almost"),
        ("3: cos(x^2)*2x", "right"),
        ("3", "almost"),
        ("2: 2x cos(x^2)", "wrong"),
        ("3: cos(x^2)", "wrong"),
        ("3: cos(x^2", "unreadable"),
        ("the third", "unreadable"),
    ],
)
def test_a_line_to_be_mended(typed: str, outcome: str) -> None:
    found = mark(Task("3: 2*x*cos(x^2)", kind="line", names=("x",)), typed)
    assert found.outcome == outcome
    if typed == "3: cos(x^2":
        assert found.at == (6, 7)


def test_what_is_unreadable_never_counts() -> None:
    found = mark(Task("x", names=("x",)), "x + ")
    assert (found.outcome, found.counts) == ("unreadable", False)
