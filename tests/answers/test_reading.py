"""What people type and what it means: every line is a text and the reading in the plain notation of `show`."""

import pytest

from tutor.answers import Names, Tree, Unreadable, latex, read, show

SCALARS = Names(variables=("x", "y", "z", "t", "a", "w_1", "u2", "w_phi", "theta", "eta"))
VECTORS = Names(variables=("A", "B", "v", "w", "b", "n"), shapes={"A": ("m", "n"), "B": (3, 3), "v": (3,), "w": (3,)})
LETTERS = Names(variables=("x", "m", "b", "r"), dialect="single-letter")
COMPLEX = Names(variables=("z",), complex=True)
ROWS = Names(variables=("x", "y"), lists=True)
AUTHOR = Names(variables=("x", "y", "given"), author=True)


def _reading(text: str, names: Names = SCALARS) -> str:
    found = read(text, names)
    assert isinstance(found, Tree), found
    return show(found.expr)


def _table(rows: str) -> list[tuple[str, str]]:
    return [
        (typed.strip(), meaning.strip()) for typed, meaning in (row.split("→") for row in rows.strip().splitlines())
    ]


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table(
        r"""
    2x cos(3x)            → 2*x*cos(3*x)
    xy(a+t)               → x*y*(a + t)
    x sin x               → x*sin(x)
    xysincos(x)           → x*y*sin(cos(x))
    (x+1)(x-1)            → (x + 1)*(x - 1)
    x 5                   → x*5
    3·x                   → 3*x
    3 × x ÷ 2             → 3*x/2
    −x – 1                → -x - 1
    2**x                  → 2^x
    x + -y                → x - y
    x - -y                → x - (-y)
    +x                    → x
    2x.                   → 2*x
    .5x                   → .5*x
    ２ｘ＋３              → 2*x + 3
    （x＋1）              → x + 1
    """
    ),
)
def test_products_and_signs(typed: str, meaning: str) -> None:
    assert _reading(typed) == meaning


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table(r"""
    sin^2 x               → sin(x)^2
    sin² x                → sin(x)^2
    sin x^2               → sin(x^2)
    sin(x)^2              → sin(x)^2
    sin x cos x           → sin(x)*cos(x)
    sin x e^x             → sin(x)*e^x
    sin 2x                → sin(2*x)
    sin 2 pi x            → sin(2*pi*x)
    sin xy                → sin(x*y)
    sin -x                → sin(-x)
    sin x + 1             → sin(x) + 1
    cos2x                 → cos(2*x)
    cos 2(x+1)            → cos(2*(x + 1))
    ln x(y)               → ln(x)*y
    ln|x|                 → ln(abs(x))
    lnabs(x)              → ln(abs(x))
    ln ln x               → ln(ln(x))
    Sin(x)                → sin(x)
    sin[x]                → sin(x)
    xy!                   → x*factorial(y)
    sen x + tg(x)         → sin(x) + tan(x)
    arctg x               → arctan(x)
    arcsen(x)             → arcsin(x)
    raíz(x)               → sqrt(x)
    máx(0, x)             → max(0, x)
    mín(x; y)             → min(x, y)
    ctg x                 → cot(x)
    arccsch(x)            → arccsch(x)
    log_2 x               → ln(x)/ln(2)
    log10(x)              → ln(x)/ln(10)
    cbrt(x)               → x^(1/3)
    root(x, 4)            → x^(1/4)
    root(3)(x)            → x^(1/3)
    root(x)               → sqrt(x)
    sigmoide(x)           → sigmoid(x)
    σ(x)                  → sigmoid(x)
    relu(x)               → relu(x)
    step(x)               → [x > 0]
    UnitStep[x]           → [x > 0]
    seno(x) + coseno x    → sin(x) + cos(x)
    arc sen x             → arcsin(x)
    np.exp(-x) math.pi    → exp(-x)*pi
    pow(x, 2)             → x^2
    sqrt 2 x              → sqrt(2*x)
    """),
)
def test_functions(typed: str, meaning: str) -> None:
    assert _reading(typed) == meaning


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table(
        r"""
    e^-x                  → e^(-x)
    e^(2x)                → e^(2*x)
    -x^2                  → -x^2
    (-2)^2                → (-2)^2
    x^y^z                 → x^y^z
    x^--y                 → x^(-(-y))
    x^sin x               → x^sin(x)
    x²³                   → x^23
    x⁵⁺³                  → x^(5 + 3)
    x⁵⁵⁻⁽³⁾⁽⁵⁾            → x^(55 - 3*5)
    xʸ                    → x^y
    x⁻ᶿ                   → x^(-theta)
    2x²+3x                → 2*x^2 + 3*x
    ½x                    → 1/2*x
    √x + 1                → sqrt(x) + 1
    √(x+1)                → sqrt(x + 1)
    ∛x                    → x^(1/3)
    y + ³√x               → y + x^(1/3)
    x⁻¹⁄²                 → x^(-1/2)
    root(x, 3)            → x^(1/3)
    root(3, x)            → x^(1/3)
    root[3](x)            → x^(1/3)
    E^x                   → e^x
    """
    ),
)
def test_powers_and_roots(typed: str, meaning: str) -> None:
    assert _reading(typed) == meaning


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table(r"""
    w1 x                  → w_1*x
    w_{1}x                → w_1*x
    w₁                    → w_1
    xw1                   → x*w_1
    u_2                   → u2
    wᵩ                    → w_phi
    θ + η                 → theta + eta
    \theta x              → theta*x
    thetax                → theta*x
    2π                    → 2*pi
    xe^x                  → x*e^x
    """),
)
def test_names(typed: str, meaning: str) -> None:
    assert _reading(typed) == meaning


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table(r"""
    |x|                   → abs(x)
    ||x| - 1|             → abs(abs(x) - 1)
    |x||y|                → abs(x)*abs(y)
    2|x|x                 → 2*abs(x)*x
    |x|²                  → abs(x)^2
    [2x, 3]               → [2*x, 3]
    [x; y]                → [x; y]
    [1, 2; 3, 4]          → [1, 2; 3, 4]
    [[1, 2], [3, 4]]      → [1, 2; 3, 4]
    [[x], [y]]            → [x; y]
    [[x]]                 → [[x]]
    2[x + 1]              → 2*(x + 1)
    x[1 + ln x]           → x*(1 + ln(x))
    [x > 0]               → [x > 0]
    1[x ≥ 0] y            → [x >= 0]*y
    1_{x > 0}             → [x > 0]
    (x > 0)*y             → [x > 0]*y
    I(x > 0)              → [x > 0]
    ⟦x > 0⟧               → [x > 0]
    [0 < x < 1]           → [0 < x and x < 1]
    [1 ≥ x > 0]           → [1 >= x and x > 0]
    [x > 0 and x < 1]     → [x > 0 and x < 1]
    [x < 0 or 1 < x < 2]  → [x < 0 or (1 < x and x < 2)]
    [(x < 0 or x > 2) && x < 9] → [(x < 0 or x > 2) and x < 9]
    """),
)
def test_bars_and_brackets(typed: str, meaning: str) -> None:
    assert _reading(typed) == meaning


@pytest.mark.parametrize(
    "typed",
    [
        "{0 if x <= 0; x if x > 0}",
        "{0 si x <= 0; x si x > 0}",
        "{0, x <= 0; x, x > 0}",
        "{x <= 0: 0; x > 0: x}",
        "0 si x <= 0, x si x > 0",
        "0 if x ≤ 0; x when x > 0",
        r"\begin{cases} 0 & x \le 0 \\ x & x > 0 \end{cases}",
        r"\begin{cases} 0, & \text{if } x \leq 0 \\ x, & \text{si } x > 0 \end{cases}",
        r"\left\{ \begin{array}{ll} 0 & x \le 0 \\ x & x > 0 \end{array} \right.",
        r"\left\{ \begin{matrix} 0 & x \le 0 \\ x & x > 0 \end{matrix} \right.",
        r"\begin{cases} 0, & x \le 0, \\[4pt] x, & x > 0. \end{cases}",
        "si x <= 0: 0; si x > 0: x",
        "if x <= 0 then 0, if x > 0 then x",
        "0 for x <= 0, x for x > 0",
    ],
)
def test_cases_have_many_spellings(typed: str) -> None:
    assert _reading(typed) == "{0 if x <= 0; x if x > 0}"


@pytest.mark.parametrize(
    "typed",
    [
        "{x if x > 0; 0 otherwise}",
        "{x si x > 0; 0 en otro caso}",
        "{x, x > 0; 0, si no}",
        "x if x > 0 else 0",
        "{x > 0: x, 0}",
        "(x if x > 0 else 0)",
        "if x > 0 then x else 0",
        "if (x > 0): x, else: 0",
        "if(x > 0, x, 0)",
        "If[x > 0, x, 0]",
        "np.where(x > 0, x, 0)",
        r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise.} \end{cases}",
    ],
)
def test_the_last_case_may_be_the_rest(typed: str) -> None:
    assert _reading(typed) == "{x if x > 0; 0 otherwise}"


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table("""
    {1 si 0 < x y x < 2; 0 si no}   → {1 if 0 < x and x < 2; 0 otherwise}
    {1 si x < 0 o x > 2; 0 si no}   → {1 if x < 0 or x > 2; 0 otherwise}
    x si x > 0, y si x < 0          → {x if x > 0; y if x < 0}
    [0 < x y < 1]                   → [0 < x*y and x*y < 1]
    [x<-3]                          → [x < -3]
    0 si x<-y, 1 si x>-y            → {0 if x < -y; 1 if x > -y}
    """),
)
def test_conditions(typed: str, meaning: str) -> None:
    assert _reading(typed) == meaning


def test_cases_may_go_on_and_have_two_sides() -> None:
    clipped = "{0 if x < 0; x if x >= 0 and x < 1; 1 otherwise}"
    assert _reading("0 if x < 0 else x if x >= 0 and x < 1 else 1") == clipped
    assert _reading("{0 si x < 0; x si 0 ≤ x < 1; 1 si no}") == clipped.replace("x >= 0", "0 <= x")
    assert _reading(r"\begin{cases} 1 & x < 0 \lor x > 1 \\ 0 & \text{else} \end{cases}") == (
        "{1 if x < 0 or x > 1; 0 otherwise}"
    )
    assert _reading(r"\begin{cases} 1 & \text{, si } x = 0 \\ 0 & : x \ne 0 \end{cases}") == (
        "{1 if x == 0; 0 if x != 0}"
    )


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table(r"""
    \frac{1}{2}x          → 1/2*x
    \frac12 x             → 1/2*x
    \frac x2              → x/2
    {x + 1 \over y}       → (x + 1)/y
    x \over {y + 1}       → x/(y + 1)
    2{x\over y}z          → 2*(x/y)*z
    0{,}5x                → 0.5*x
    \dfrac{x}{y}z         → x/y*z
    \sqrt2 x              → sqrt(2)*x
    \sqrt[3]{x}           → x^(1/3)
    \sin^{2}\left(x\right) → sin(x)^2
    \lnx                  → ln(x)
    x \cdot y\,z          → x*y*z
    e^{-x}                → e^(-x)
    \operatorname{ReLU}(x) → relu(x)
    \left|x\right|        → abs(x)
    \max\{0, x\}          → max(0, x)
    \mathrm{e}^{x}        → e^x
    \frac1{2\sqrt x}      → 1/(2*sqrt(x))
    x \cdotp \lparen x + 1\rparen → x*(x + 1)
    $x^2$                 → x^2
    \boxed{x^2}           → x^2
    \begin{align*} x^2 \end{align*} → x^2
    \begin{pmatrix} 1 & 2 \cr 3 & 4 \end{pmatrix} → [1, 2; 3, 4]
    \begin{array} { c c } 1 & 2 \\[4pt] 3 & 4 \end{array} → [1, 2; 3, 4]
    \begin{pmatrix} x, y \end{pmatrix} → [x, y]
    \(x^2\)               → x^2
    \begin{bmatrix} x & 1 \\ 2 & y \end{bmatrix} → [x, 1; 2, y]
    """),
)
def test_latex(typed: str, meaning: str) -> None:
    assert _reading(typed) == meaning


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table(r"""
    A*v                   → A*v
    v'*A                  → v^T*A
    vᵀAv                  → v^T*A*v
    v^TAv                 → v^T*A*v
    v⊤A                   → v^T*A
    \mathbf{v}^\top A     → v^T*A
    A.T @ v               → A^T*v
    (v + w)'              → (v + w)^T
    inv(B)                → B^(-1)
    B^{-1} v              → B^(-1)*v
    B^-T                  → (B^(-1))^T
    tr(B)                 → trace(B)
    |B|                   → det(B)
    w·v + b               → dot(w, v) + b
    2w·v                  → 2*dot(w, v)
    B v·w                 → dot(B*v, w)
    B·v                   → B*v
    v × w                 → cross(v, w)
    w . v                 → dot(w, v)
    vector(1, 2, 3)       → [1; 2; 3]
    matrix([1, 2], [3, 4]) → [1, 2; 3, 4]
    v .* w                → hadamard(v, w)
    v ⊙ w                 → hadamard(v, w)
    v ./ w                → hadamard_division(v, w)
    v.^2                  → hadamard_power(v, 2)
    2 .* v                → 2*v
    v ⊗ w                 → v*w^T
    ||v||^2               → norm(v)^2
    \|v\|_2               → norm(v)
    norm2(v)              → norm(v)
    norm(v, 2)            → norm(v)
    diag(v) w             → diag(v)*w
    diag(0, 0, 1)         → diag([0, 0, 1])
    2 I                   → 2*I
    I_3                   → identity(3)
    1^T v                 → ones()^T*v
    \mathbf{1}            → ones()
    vector(0)             → zeros()
    ones(n)^T v           → ones(n)^T*v
    transpose(1) v        → transpose(1)*v
    A - I_m               → A - identity(m)
    [v > 0]               → [v > 0]
    A\b                   → A^(-1)*b
    B\(v + w)             → B^(-1)*(v + w)
    1^T 1                 → ones()^T*ones()
    1ᵀ1                   → ones()^T*ones()
    v^T 1                 → v^T*ones()
    dot(1, v)             → dot(ones(), v)
    v @ w                 → dot(v, w)
    v.dot(w)              → dot(v, w)
    v·B·w                 → v^T*B*w
    Dot[v, w]             → dot(v, w)
    Norm[v]^2             → norm(v)^2
    det B                 → det(B)
    \operatorname{tr} B   → trace(B)
    np.linalg.inv(B) @ v  → B^(-1)*v
    B.transpose()         → B^T
    \mathbb{I}_{v > 0}    → [v > 0]
    v^\prime w            → v^T*w
    [1, 2, n]·[n, 0, 1]   → dot([1, 2, n], [n, 0, 1])
    \mathbb{1}_{\mathbf{w}\cdot\mathbf{v} > 0} → [dot(w, v) > 0]
    \mathbb{1}_{\{\mathbf{v}^\top\mathbf{w} > 0\}} → [v^T*w > 0]
    \sum_{i=1}^{n} v_i    → sum(v)
    \sum_i w_i v_i + n    → sum(hadamard(w, v)) + n
    2∑ᵢ vᵢ²               → 2*sum(hadamard_power(v, 2))
    Σ n v_i/w_i           → sum(hadamard_division(n*v, w))
    sum_i v_i             → sum(v)
    """),
)
def test_vectors_and_matrices(typed: str, meaning: str) -> None:
    assert _reading(typed, VECTORS) == meaning


@pytest.mark.parametrize("typed", ["(2x, y)", "<2x, y>", "⟨2x, y⟩", "2x, y", "[2x, y]", "{2x, y}", "[2x y]"])
def test_a_row_may_be_typed_freely_where_one_is_expected(typed: str) -> None:
    assert _reading(typed, ROWS) == "[2*x, y]"


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table(r"""
    [1 0; 0 1]            → [1, 0; 0, 1]
    [x -y]                → [x, -y]
    [sin x  2 y]          → [sin(x), 2, y]
    [2xy x^2; 1 0]        → [2*x*y, x^2; 1, 0]
    [[1 2], [3 4]]        → [1, 2; 3, 4]
    [(x + 1)(x - 1) y]    → [(x + 1)*(x - 1), y]
    {{1, x}, {y, 2}}      → [1, x; y, 2]
    ((1, x), (y, 2))      → [1, x; y, 2]
    [(1, x), (y, 2)]      → [1, x; y, 2]
    [2 x, y]              → [2*x, y]
    [2 x; y]              → [2*x; y]
    [2\,x; y]             → [2*x; y]
    [x + y; 1]            → [x + y; 1]
    """),
)
def test_blanks_and_other_brackets_part_the_entries_of_a_list(typed: str, meaning: str) -> None:
    assert _reading(typed, ROWS) == meaning


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table(r"""
    2x i + 2y j           → 2*x*e_1 + 2*y*e_2
    2xî − yk              → 2*x*e_1 - y*e_3
    i + 3j                → e_1 + 3*e_2
    2x e_1 + y e2         → 2*x*e_1 + y*e_2
    2x\,\hat{\mathbf{i}} + y\,\vec j → 2*x*e_1 + y*e_2
    2x\,\hat\imath + y\mathbf{e}_2 → 2*x*e_1 + y*e_2
    """),
)
def test_a_vector_may_be_typed_by_unit_vectors_where_one_is_expected(typed: str, meaning: str) -> None:
    assert _reading(typed, ROWS) == meaning


def test_unit_vectors_are_read_where_nothing_else_has_their_names() -> None:
    named = Names(variables=("i", "x"), lists=True)
    assert _reading("2 i x", named) == "2*i*x"
    assert isinstance(read("2x i + 2y j", SCALARS), Unreadable)


@pytest.mark.parametrize(
    "typed",
    [
        "Piecewise((0, z <= 0), (x, z > 0))",
        "piecewise(z <= 0, 0, z > 0, x)",
        "Piecewise[{{0, z <= 0}, {x, z > 0}}]",
        "piecewise([z <= 0, 0], [z > 0, x])",
        "piecewise([(0, z <= 0), ((x), (z > 0))])",
    ],
)
def test_cases_may_be_typed_as_in_computer_algebra(typed: str) -> None:
    assert _reading(typed) == "{0 if z <= 0; x if z > 0}"


@pytest.mark.parametrize(
    "typed",
    ["Piecewise((x, z > 0), (0, True))", "piecewise(z > 0, x, 0)", "Piecewise[{{(x), z > 0}}, 0]"],
)
def test_the_last_of_such_cases_may_be_the_rest(typed: str) -> None:
    assert _reading(typed) == "{x if z > 0; 0 otherwise}"


@pytest.mark.parametrize(
    ("typed", "meaning"),
    _table(r"""
    0,5e^(0,5x)           → 0.5*e^(0.5*x)
    sin(0,5x)             → sin(0.5*x)
    2(1,5x + 1)^2         → 2*(1.5*x + 1)^2
    \frac{0,5}{x}         → 0.5/x
    """),
)
def test_a_comma_in_brackets_is_decimal_where_nothing_else_makes_sense(typed: str, meaning: str) -> None:
    found = read(typed, SCALARS)
    assert isinstance(found, Tree)
    assert show(found.expr) == meaning
    assert "read.notice.comma" in [notice.code for notice in found.notices]


def test_rows_may_stand_on_lines_of_their_own() -> None:
    assert _reading("[1 2\n3 4]", ROWS) == "[1, 2; 3, 4]"
    assert _reading("[[1 2]\n [3 4]]", ROWS) == "[1, 2; 3, 4]"


def test_what_blanks_may_mean_else_is_kept_as_the_other_reading() -> None:
    for typed, meaning, other in [
        ("[2 x; 3 y]", "[2*x; 3*y]", "[2, x; 3, y]"),
        ("[x cos(y)]", "[x, cos(y)]", "x*cos(y)"),
    ]:
        found = read(typed, ROWS)
        assert isinstance(found, Tree)
        assert (show(found.expr), [show(expr) for expr in found.alternatives]) == (meaning, [other])


def test_every_letter_is_a_name_in_the_single_letter_dialect() -> None:
    assert _reading("mx+b", LETTERS) == "m*x + b"
    assert _reading("4/3pir^3", LETTERS) == "4/3*pi*r^3"
    assert _reading("a_{n+1}", LETTERS) == _reading("a_(n+1)", LETTERS)


def test_the_identity_may_be_typed_where_a_matrix_is_expected() -> None:
    assert _reading("2 I", ROWS) == "2*I"
    assert _reading("I(x > 0)", ROWS) == "[x > 0]"


def test_i_is_the_imaginary_unit_where_numbers_are_complex() -> None:
    assert _reading("2i z", COMPLEX) == "2*i*z"
    assert _reading("re(z)", COMPLEX) == "(z + conj(z))/2"


def test_authors_may_differentiate_and_compare() -> None:
    assert _reading("diff(given, x) == 2*x", AUTHOR) == "diff(given, x) == 2*x"
    assert _reading("grad(x*y, [x, y]) != [x, y]", AUTHOR) == "grad(x*y, [x, y]) != [x, y]"


def test_a_declared_name_goes_before_a_function_or_a_constant() -> None:
    assert _reading("cost", Names(variables=("cost", "t"))) == "cost"
    assert _reading("tr", Names(variables=("t", "r"))) == "t*r"
    assert _reading("e x", Names(variables=("e", "x"))) == "e*x"
    assert _reading("x^T", Names(variables=("x", "T"))) == "x^T"


@pytest.mark.parametrize(
    "label",
    [
        "f'(x)",
        "y'",
        "dy/dx",
        "df/dx",
        "d/dx f(x)",
        "∂f/∂x",
        "∂C/∂w_1",
        "∇f",
        "∇_w C",
        r"\nabla_{\mathbf{w}} C",
        "d/dx (x^2)",
        "∂_x f",
        r"f^{\prime}(x)",
        "grad f",
        "J",
        r"\frac{dy}{dx}",
        r"\frac{d}{dx}\left[x^2\right]",
    ],
)
def test_what_is_asked_may_stand_before_the_answer(label: str) -> None:
    found = read(f"{label} = 2x", SCALARS)
    assert isinstance(found, Tree)
    assert (show(found.expr), found.label) == ("2*x", label)


@pytest.mark.parametrize(
    ("typed", "meaning", "other", "notice"),
    [
        ("1/2x", "1/2*x", "1/(2*x)", "quotient"),
        ("sin^-1 x", "arcsin(x)", "sin(x)^(-1)", "inverse"),
        ("log x", "ln(x)", "ln(x)/ln(10)", "log"),
        ("log(x, y)", "ln(x)/ln(y)", "ln(y)/ln(x)", "base"),
        ("2e3", "2e3", "2*e*3", "scientific"),
        ("2e-3", "2*e - 3", "2E-3", "product"),
        ("e^2x", "e^2*x", "e^(2*x)", "exponent"),
        ("x^1/2", "x^1/2", "x^(1/2)", "root"),
        ("sin x/2", "sin(x)/2", "sin(x/2)", "argument"),
        ("√2x", "sqrt(2)*x", "sqrt(2*x)", "root-run"),
        ("asin x", "arcsin(x)", "a*sin(x)", "apart"),
    ],
)
def test_what_is_ambiguous_is_read_by_a_stated_rule(typed: str, meaning: str, other: str, notice: str) -> None:
    found = read(typed, SCALARS)
    assert isinstance(found, Tree)
    assert show(found.expr) == meaning
    assert [show(alternative) for alternative in found.alternatives] == [other]
    assert [message.code for message in found.notices] == [f"read.notice.{notice}"]


@pytest.mark.parametrize(
    ("typed", "meaning", "other"),
    [
        ("root(x, 3)", "x^(1/3)", "3^(1/x)"),
        ("max(0,5x)", "max(0, 5*x)", "max(0.5*x)"),
    ],
)
def test_the_unlikely_reading_is_kept_without_a_notice(typed: str, meaning: str, other: str) -> None:
    found = read(typed, SCALARS)
    assert isinstance(found, Tree)
    assert (show(found.expr), [show(alternative) for alternative in found.alternatives]) == (meaning, [other])
    assert not found.notices


@pytest.mark.parametrize(
    ("typed", "meaning", "other"),
    [
        ("w^T v [v > 0]", "w^T*v*[v > 0]", "w^T*hadamard(v, [v > 0])"),
        ("w^T*[v > 0]*v", "w^T*[v > 0]*v", "w^T*hadamard([v > 0], v)"),
        ("w·v [v > 0]", "dot(w, v)*[v > 0]", "dot(w, hadamard(v, [v > 0]))"),
        ("A v [v > 0]", "A*v*[v > 0]", "A*hadamard(v, [v > 0])"),
        ("v^T*1", "v^T*1", "v^T*ones()"),
        ("1·v", "1*v", "dot(ones(), v)"),
        ("A/B", "A/B", "A*B^(-1)"),
        ("1/B", "1/B", "1*B^(-1)"),
    ],
)
def test_what_is_ambiguous_beside_vectors_has_another_reading(typed: str, meaning: str, other: str) -> None:
    found = read(typed, VECTORS)
    assert isinstance(found, Tree)
    assert (show(found.expr), [show(alternative) for alternative in found.alternatives]) == (meaning, [other])


@pytest.mark.parametrize("typed", ["(w·v)[v > 0]", "(w^T v)[v > 0]", "v [v > 0]", "2v [v > 0]", "[w·v > 0] w·v"])
def test_what_brackets_say_has_no_other_reading(typed: str) -> None:
    found = read(typed, VECTORS)
    assert isinstance(found, Tree)
    assert not found.alternatives


@pytest.mark.parametrize(
    "typed", ["x^2 y", "3x^2/2", "sin(x)/2", "x/(2y)", r"\frac{1}{2}x", "2e", "sin(x)^-1", "(1/2)x"]
)
def test_what_is_plain_raises_no_notice(typed: str) -> None:
    found = read(typed, SCALARS)
    assert isinstance(found, Tree)
    assert not found.notices


def test_a_decimal_comma_is_said() -> None:
    found = read("3,5x", SCALARS)
    assert isinstance(found, Tree)
    assert show(found.expr) == "3.5*x"
    assert found.notices[0].args == {"typed": "3,5", "number": "3.5"}
    assert _reading("max(0,5x)") == "max(0, 5*x)"


def test_the_readback_of_a_reciprocal_cannot_be_taken_for_the_inverse_function() -> None:
    for typed, shown in [
        ("sin(x^3)^-1", r"(\sin(x^{3}))^{-1}"),
        ("sin^-1(x)", r"\arcsin(x)"),
        ("sin(x)^2", r"\sin^{2}(x)"),
    ]:
        found = read(typed, SCALARS)
        assert isinstance(found, Tree)
        assert latex(found.expr) == shown


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("{x if x > 0; 0}", r"x \le 0"),
        ("{x if x < 0 or x > 2; 0 otherwise}", r"x \ge 0 \land x \le 2"),
        ("{1 if x < 0; 2 if x == 0; 3}", r"x \ge 0 \land x \ne 0"),
    ],
)
def test_without_a_word_for_it_the_last_condition_is_written_out(typed: str, rest: str) -> None:
    tree = read(typed, Names(("x",)))
    assert isinstance(tree, Tree)
    assert latex(tree.expr).endswith(rest + r" \end{cases}")
    assert r"& \text{si no}" in latex(tree.expr, otherwise="si no")
