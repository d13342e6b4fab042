"""The tree on one line, in words, and inside prose."""

from pathlib import Path

import pytest

from tutor.typeset import ASCII, BLOCK, UNICODE, Glyphs, Segment, line, parse, plain, prose, speak, styled_line


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"2x\cos(x^2)", "2x·cos(x²)"),
        (r"\frac{a+b}{c}", "(a + b)/c"),
        (r"\frac{a}{b+c}", "a/(b + c)"),
        (r"\frac{a}{bc}", "a/(bc)"),
        (r"\frac{2x}{y}", "2x/y"),
        (r"x\frac{1}{2}", "x·(1/2)"),
        (r"\frac{1}{2}x", "(1/2)·x"),
        (r"\frac{1}{2} + x", "1/2 + x"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
        (r"\left(\frac{a}{b}\right)^2", "(a/b)²"),
        (r"{\frac{a}{b}}^2", "(a/b)²"),
        (r"\frac{dy}{du}\frac{du}{dx}", "dy/du·du/dx"),
        (r"\frac{\partial C}{\partial w}", "∂C/∂w"),
        (r"\frac{d}{dx}(x^2+1)", "d/dx (x² + 1)"),
        (r"\begin{bmatrix}a&b\\c&d\end{bmatrix}", "[a, b; c, d]"),
        (r"\begin{pmatrix}a\\b\end{pmatrix}", "[a; b]"),
        (r"A\begin{bmatrix}a\\b\end{bmatrix}", "A·[a; b]"),
        (r"\begin{cases}0 & z\le 0\\ z & z>0\end{cases}", "{0 if z ≤ 0; z if z > 0}"),
        (r"\mathbf{x}^T", "xᵀ"),
        (r"x^{n+1}", "xⁿ⁺¹"),
        (r"x^{\lambda+1}", "x^(λ+1)"),
        (r"{x^2}^3", "(x²)³"),
        (r"\sqrt{x+1}", "√(x + 1)"),
        (r"\sqrt{x}", "√x"),
        (r"\sqrt[3]{x}", "³√x"),
        (r"\sum_{i=1}^{N} x_i", "∑ᵢ₌₁ᴺ xᵢ"),
        (r"\log\frac{a}{b}", "log(a/b)"),
        (r"\cos(u)\,2x", "cos(u)·2x"),
        (r"\bar{w}", "bar(w)"),
        (r"\binom{n}{k}", "binom(n, k)"),
        (r"a &= b \\ &= c", "a = b; = c"),
        (r"\frac{a}{b}.", "a/b."),
        (r"\frac{1}{(1+x)^2}", "1/(1 + x)²"),
        (r"\frac{\exp(x)}{y}", "exp(x)/y"),
        (r"\frac{\log x}{y}", "(log x)/y"),
        (r"\mathbf{AB}^T", "ABᵀ"),
        (r"z^{[l]}_{(a,b)}", "z_((a,b))^[l]"),
        (r"1_{\{x>0\}}", "1_{x>0}"),
        (r"\begin{array}{rcl}y&=&x\\&\ge&0\end{array}", "y = x; ≥ 0"),
        (r"\left\{\begin{aligned}x&=1\\y&=2\end{aligned}\right.", "{x = 1; y = 2}"),
        (r"\left(\ldots \frac{a}{b} \ldots\right)", "(… a/b …)"),
        (r"\arg\max_w f", "arg max_w f"),
        (r"{n \brace k}", "{n, k}"),
        (r"x_\quad y", "xy"),
    ],
)
def test_one_line_keeps_every_grouping(latex, text):
    assert line(parse(latex)) == text


def test_one_line_in_ascii():
    assert line(parse(r"\sum_{i=1}^N \frac{x_i^2}{\alpha}"), glyphs=ASCII) == "sum_(i=1)^N x_i^2/alpha"
    assert line(parse(r"\frac{df}{dx} = \frac{\partial f}{\partial x} \circ \hat{y}"), glyphs=ASCII) == (
        "df/dx = @f/@x circ hat(y)"
    )


@pytest.mark.parametrize(
    ("latex", "spanish", "english"),
    [
        (
            r"\frac{\partial C}{\partial w} = x^2",
            "derivada parcial de C respecto de w es igual a x al cuadrado",
            "partial derivative of C with respect to w equals x squared",
        ),
        (
            r"\frac{dy}{du}\frac{du}{dx}",
            "derivada de y respecto de u por derivada de u respecto de x",
            "derivative of y with respect to u times derivative of u with respect to x",
        ),
        (
            r"\frac{\partial^2 f}{\partial x^2}",
            "segunda derivada parcial de f respecto de x",
            "second partial derivative of f with respect to x",
        ),
        (r"\sum_{i=1}^{N} e_i", "suma desde i igual a 1 hasta N de e sub i", "sum from i equals 1 to N of e sub i"),
        (r"\mathbf{x}^T", "x transpuesta", "x transposed"),
        (r"\sin(x)", "seno de x", "sine of x"),
        (
            r"\sin(x^2)",
            "seno de abre paréntesis x al cuadrado cierra paréntesis",
            "sine of open parenthesis x squared close parenthesis",
        ),
        (
            r"\begin{cases}0 & z\le 0\\ 1 & z>0\end{cases}",
            "por casos: 0 si z es menor o igual que 0; 1 si z es mayor que 0; fin de los casos",
            "by cases: 0 if z is less than or equal to 0; 1 if z is greater than 0; end of cases",
        ),
        (
            r"\begin{bmatrix}a&b\\c&d\end{bmatrix}",
            "matriz de 2 por 2: fila 1: a, b; fila 2: c, d; fin de la matriz",
            "matrix of 2 by 2: row 1: a, b; row 2: c, d; end of matrix",
        ),
        (r"\lim_{h\to 0} f(h)", "límite cuando h tiende a 0 de f de h", "limit as h goes to 0 of f of h"),
        (r"\hat{y}_i", "y con gorro sub i", "y hat sub i"),
        (r"\nabla f", "gradiente de f", "gradient of f"),
        (r"\frac{1}{N}", "1 sobre N", "1 over N"),
        (
            "2|x|^2",
            "2 valor absoluto de x, fin del valor absoluto al cuadrado",
            "2 absolute value of x, end of absolute value squared",
        ),
        (r"\|w\|", "norma de w, fin de la norma", "norm of w, end of norm"),
        (
            r"\{x \mid |x| > 0\}",
            "abre llave x barra valor absoluto de x, fin del valor absoluto es mayor que 0 cierra llave",
            "open brace x bar absolute value of x, end of absolute value is greater than 0 close brace",
        ),
        (
            "P(A|B) P(C|D)",
            "P de A dado B P de C dado D",
            "P of A given B P of C given D",
        ),
        (r"x^{(i)} W^{[l]}", "x superíndice i W superíndice l", "x superscript i W superscript l"),
        (r"w_{jk} x_i", "w sub j k, x sub i", "w sub j k, x sub i"),
        (r"e^{x^2}", "e elevado a x al cuadrado, fin del exponente", "e to the power x squared, end of exponent"),
        (
            r"\nabla_{\mathbf{w}} C",
            "gradiente respecto de w de C",
            "gradient with respect to w of C",
        ),
        (r"f\colon A \to B", "f dos puntos A en B", "f colon A to B"),
        (r"\mathrm{subject\ to}\ x", "subject to x", "subject to x"),
        (r"\nabla\cdot F", "nabla por F", "nabla times F"),
        (
            r"\left.\frac{df}{dx}\right|_{x=0}",
            "derivada de f respecto de x, evaluado en x igual a 0",
            "derivative of f with respect to x, evaluated at x equals 0",
        ),
        (r"f(x)\Big|_a^b", "f de x, evaluado desde a hasta b", "f of x, evaluated from a to b"),
        (
            r"\frac{d^n}{dx^n} f(x)",
            "derivada de orden n respecto de x de f de x",
            "derivative of order n with respect to x of f of x",
        ),
        (
            r"\left\{\begin{aligned}x&=1\\y&=2\end{aligned}\right.",
            "sistema: x es igual a 1; y es igual a 2; fin del sistema",
            "system: x equals 1; y equals 2; end of system",
        ),
        (r"\operatorname{Var}[X]", "varianza de X", "variance of X"),
        (r"w \leftarrow w - 1", "w pasa a ser w menos 1", "w becomes w minus 1"),
        (r"90^\circ", "90 grados", "90 degrees"),
        ("f''(x)", "f doble prima de x", "f double prime of x"),
        (r"\nabla^2 f", "nabla al cuadrado de f", "nabla squared of f"),
        (r"\sup_x, y", "supremo sobre x coma y", "supremum over x comma y"),
        (r"\frac{1}{2}\text{ and } x", "1 sobre 2 and x", "1 over 2 and x"),
        (
            r"\begin{bmatrix}1&2\\\vdots&\vdots\end{bmatrix}",
            "matriz de 2 por 2: fila 1: 1, 2; fila 2: y así sucesivamente; fin de la matriz",
            "matrix of 2 by 2: row 1: 1, 2; row 2: and so on; end of matrix",
        ),
    ],
)
def test_said_in_words(latex, spanish, english):
    assert speak(parse(latex), "es") == spanish
    assert speak(parse(latex), "en") == english


def test_words_tell_groupings_apart():
    for one, other in [(r"\sin(x)^2", r"\sin(x^2)"), (r"x^{n+1}", "x^n+1"), (r"\frac{a+b}{c}", r"a+\frac{b}{c}")]:
        assert speak(parse(one), "es") != speak(parse(other), "es")


def test_languages_fill_in_the_same_phrases():
    from tutor.typeset.spoken import en, es

    for table in ("accents", "brackets", "orders", "phrases"):
        assert getattr(es.LEXICON, table).keys() == getattr(en.LEXICON, table).keys()
    assert en.LEXICON.signs.keys() <= es.LEXICON.signs.keys()
    assert en.LEXICON.names.keys() <= es.LEXICON.names.keys()


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("a $x^2$ b", [("text", "a "), ("formula", "x^2"), ("text", " b")]),
        ("$x$", [("formula", "x")]),
        ("$x$, $y$.", [("formula", "x"), ("text", ", "), ("formula", "y"), ("text", ".")]),
        ("cuesta $5 y $10", [("text", "cuesta $5 y $10")]),
        ("de $5 a $10 y $x$", [("text", "de $5 a $10 y "), ("formula", "x")]),
        ("$ x $", [("text", "$ x $")]),
        (r"son 5\$ y 6\$", [("text", "son 5$ y 6$")]),
        (r"$\text{5\$}$", [("formula", r"\text{5\$}")]),
        ("un $ solo", [("text", "un $ solo")]),
        ("", []),
    ],
)
def test_prose_is_words_and_formulas(text, segments):
    assert [(segment.kind, segment.text) for segment in prose(text)] == segments


def test_segments_know_their_place():
    assert prose("ab $x$ c") == (Segment("text", "ab ", 0), Segment("formula", "x", 4), Segment("text", " c", 6))


def test_plain_text_of_prose():
    assert plain(r"deriva $\frac{x}{2}$ por 5\$") == "deriva x/2 por 5$"
    assert plain(r"así: $\nada{x}$") == r"así: \nada{x}"


@pytest.mark.parametrize(
    ("latex", "text", "style"),
    [
        (r"\frac{\partial(\mathbf{x}z)}{\partial z} = \mathbf{x}", "x", "bold"),
        (r"\frac{\partial y}{\partial \mathbf{x}} = \mathbf{1}^T", "1", "bold"),
        (r"\frac{dy}{dx}", "y", "italic"),
        (r"\frac{dy}{dx}", "d", "plain"),
    ],
)
def test_a_line_keeps_the_style_of_its_letters(latex: str, text: str, style: str) -> None:
    assert any(text in run.text and run.style == style for run in styled_line(parse(latex)))


@pytest.mark.parametrize("glyphs", [UNICODE, BLOCK, ASCII], ids=lambda glyphs: glyphs.name)
def test_a_styled_line_says_what_the_line_says(glyphs: Glyphs) -> None:
    for latex in (Path(__file__).parent / "formulas.txt").read_text(encoding="utf-8").splitlines():
        if latex and not latex.startswith("%"):
            node = parse(latex)
            assert "".join(run.text for run in styled_line(node, glyphs=glyphs)) == line(node, glyphs=glyphs)
