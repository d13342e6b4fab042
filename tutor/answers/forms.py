"""A normal form that proves equality: quotients of polynomials in the variables and in functions of them.

Functions of equal arguments are one unknown each, with what is known of its powers: ``cos^2 = 1 - sin^2``, ``|u|^2 =
u^2``, a root's own power. ``a/b`` and ``c/d`` are equal wherever both have a value if ``a d`` and ``b c`` are one
polynomial.
"""

from collections.abc import Callable, Hashable, Mapping
from fractions import Fraction

from tutor.answers.exact import rational
from tutor.answers.tree import (
    Call,
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

Monomial = tuple[tuple[int, int], ...]
"""Unknowns by number, each with its exponent, in order."""
Polynomial = dict[Monomial, int | Fraction]
Form = tuple[Polynomial, Polynomial]

_MOST_TERMS, _MOST_PRODUCTS, _LARGEST_POWER = 60, 400, 12


class NoFormError(ValueError):
    """A tree that has no such form, or one too large."""


class Forms:
    """The forms of trees that are to be compared: the same function of the same argument is the same unknown.

    All the work is bounded; once there was too much of it nothing more is proved.
    """

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._powers: dict[int, tuple[int, Polynomial]] = {}
        self._known: dict[int, tuple[Expr, Form]] = {}  # with the node, so that its id stays its own
        self._work = 0

    def prove(self, left: Expr, right: Expr) -> bool:
        """Whether both have the same form, so that they are equal wherever both have a real value."""
        try:
            (a, b), (c, d) = self.of(left), self.of(right)
            return self.times(a, d) == self.times(c, b)
        except (NoFormError, RecursionError, OverflowError):
            return False

    def of(self, expr: Expr) -> Form:
        """The form of a tree.

        Raises:
            NoFormError: there is none, or it is too large.
        """
        known = self._known.get(id(expr))
        if known is None:
            known = self._known[id(expr)] = expr, self.made(expr)
        return known[1]

    def made(self, expr: Expr) -> Form:
        match expr:
            case Number(value):
                return _constant(value)
            case Symbol(name):
                return self.unknown(("symbol", name))
            case Constant("e"):
                return self.exponential(("e",), _constant(1))
            case Constant(name):
                return self.unknown(("constant", name))
            case Negative(operand):
                return self.multiply(_constant(-1), self.of(operand))
            case Sum(terms):
                return self.add(*map(self.of, terms))
            case Product(factors):
                return self.multiply(*map(self.of, factors))
            case Quotient(above, below):
                return self.multiply(self.of(above), self.inverse(self.of(below)))
            case Power(base, exponent):
                return self.power(base, exponent)
            case Call(function, arguments):
                return self.call(function, arguments)
            case Indicator(condition):
                return self.indicator(condition)
        raise NoFormError

    # Arithmetic

    def times(self, left: Polynomial, right: Polynomial) -> Polynomial:
        self._work += len(left) * len(right)
        if self._work > _MOST_PRODUCTS:
            raise NoFormError
        result: Polynomial = {}
        for one, value in left.items():
            for other, factor in right.items():
                monomial = _joined(one, other)
                result[monomial] = result.get(monomial, 0) + value * factor
        return self.reduced(result)

    def reduced(self, polynomial: Polynomial) -> Polynomial:
        """Without the powers of unknowns of which something is known, and without zeros."""
        for monomial in polynomial if self._powers else ():
            for number, exponent in monomial:
                most, power = self._powers.get(number, (0, {}))
                if most and exponent >= most:
                    rest = dict(polynomial)
                    value = rest.pop(monomial)
                    lowered = tuple(
                        (one, count - most if one == number else count)
                        for one, count in monomial
                        if one != number or count > most
                    )
                    return _plus(self.reduced(rest), self.times({lowered: value}, power))
        if len(polynomial) > _MOST_TERMS:
            raise NoFormError
        return {monomial: value for monomial, value in polynomial.items() if value}

    def add(self, *forms: Form) -> Form:
        above, below = forms[0]
        for top, bottom in forms[1:]:
            if bottom == below:
                above = _plus(above, top)
            else:
                above, below = _plus(self.times(above, bottom), self.times(top, below)), self.times(below, bottom)
        return above, below

    def multiply(self, *forms: Form) -> Form:
        above, below = forms[0]
        for top, bottom in forms[1:]:
            above, below = self.times(above, top), self.times(below, bottom)
        return above, below

    def inverse(self, form: Form) -> Form:
        above, below = form
        if not above:
            raise NoFormError
        return below, above

    def raised(self, form: Form, times: int) -> Form:
        if abs(times) > _LARGEST_POWER:
            raise NoFormError
        return self.multiply(_constant(1), *[form if times > 0 else self.inverse(form)] * abs(times))

    # Unknowns

    def unknown(self, key: Hashable, most: int = 0, power: Polynomial | None = None) -> Form:
        """The unknown of a key; `power` is what it is when raised to `most`."""
        number = self._numbers.setdefault(key, len(self._numbers))
        if power is not None:
            self._powers[number] = most, power
        return {((number, 1),): 1}, {(): 1}

    def key(self, form: Form) -> Hashable:
        above, below = form
        if not above:
            return 0
        scale = below[max(below)]
        return tuple(frozenset(_over(part, scale).items()) for part in form)

    def signed(self, form: Form) -> tuple[int, Form]:
        """A form with a positive first coefficient, and the sign it had."""
        above, below = form
        if not above or above[max(above)] * below[max(below)] > 0:
            return 1, form
        return -1, self.multiply(_constant(-1), form)

    def scaled(self, form: Form) -> tuple[int | Fraction, Form]:
        """A polynomial whose first coefficient is 1 or -1, and the positive factor it had."""
        above, below = form
        if not above or below != {(): 1}:
            return 1, form
        scale = above[max(above)]
        scale = scale if scale > 0 else -scale
        return scale, (_over(above, scale), below)

    def power(self, base: Expr, exponent: Expr) -> Form:
        times = rational(exponent)
        if times is not None:
            form = self.of(base)
            return self.raised(form if times.denominator == 1 else self.root(form, times.denominator), times.numerator)
        if base == Constant("e"):
            return self.exponential(("e",), self.of(exponent))
        form = self.of(base)
        whole, rest = self.split(self.of(exponent))
        return self.multiply(self.raised(form, whole), self.exponential(("power", self.key(form)), rest))

    def root(self, form: Form, degree: int) -> Form:
        above, below = form
        return self.unknown(("root", degree, self.key(form)), degree, above if below == {(): 1} else None)

    def split(self, exponent: Form) -> tuple[int, Form]:
        """The whole part of an exponent, and the rest of it."""
        above, below = exponent
        if below != {(): 1} or above.get((), 0).denominator != 1:
            return 0, exponent
        rest = {monomial: value for monomial, value in above.items() if monomial}
        return int(above.get((), 0)), (rest, below)

    def exponential(self, base: Hashable, exponent: Form) -> Form:
        """A power of a base, term by term of its exponent: ``e^(2x + y)`` is ``(e^x)^2 e^y``."""
        above, below = exponent
        result = _constant(1)
        if below != {(): 1}:
            sign, form = self.signed(exponent)
            return self.raised(self.unknown((base, self.key(form))), sign)
        for monomial, value in above.items():
            unknown = self.unknown((base, monomial, value.denominator))
            result = self.multiply(result, self.raised(unknown, value.numerator))
        return result

    # Functions

    def call(self, function: str, arguments: tuple[Expr, ...]) -> Form:
        forms = [self.of(argument) for argument in arguments]
        if function in ("max", "min"):
            return self.extreme(function, forms)
        if len(forms) != 1:
            raise NoFormError
        rule = _RULES.get(function)
        return rule(self, forms[0]) if rule else self.unknown((function, self.key(forms[0])))

    def extreme(self, function: str, forms: list[Form]) -> Form:
        others = [form for form in forms if form[0]]
        if len(forms) == 2 and len(others) == 1:
            form = others[0]
            return self.gate(form) if function == "max" else self.negative(self.gate(self.negative(form)))
        return self.unknown((function, frozenset(map(self.key, forms))))

    def negative(self, form: Form) -> Form:
        return self.multiply(_constant(-1), form)

    def gate(self, form: Form) -> Form:
        return self.multiply(form, self.positive(form))

    def positive(self, form: Form, operator: str = ">") -> Form:
        """The indicator of a form: 1 or 0, so its square is itself."""
        _, (above, below) = self.scaled(form)
        key = ("indicator", operator, self.key((above, below)))
        unknown = self.unknown(key)
        self._powers[self._numbers[key]] = 2, unknown[0]
        return unknown

    def indicator(self, condition: Comparison) -> Form:
        if condition.operator not in (">", ">=", "<", "<="):
            raise NoFormError
        left, right = self.of(condition.left), self.of(condition.right)
        if condition.operator in ("<", "<="):
            left, right = right, left
        return self.positive(self.add(left, self.negative(right)), ">=" if "=" in condition.operator else ">")

    def absolute(self, form: Form) -> Form:
        scale, form = self.scaled(self.signed(form)[1])
        square = self.multiply(form, form)
        unknown = self.unknown(("abs", self.key(form)), 2, square[0] if square[1] == {(): 1} else None)
        return self.multiply(_constant(scale), unknown)

    def sine(self, form: Form, name: str) -> Form:
        sign, form = self.signed(form)
        return self.multiply(_constant(sign), self.unknown((name, self.key(form))))

    def cosine(self, form: Form, name: str, other: str) -> Form:
        """Even, and its square is that of the other: ``1 - sin^2``, ``1 + sinh^2``."""
        _, form = self.signed(form)
        sine = self.unknown((other, self.key(form)))[0]
        square = self.times(sine, sine)
        sign = -1 if other == "sin" else 1
        return self.unknown((name, self.key(form)), 2, _plus({(): 1}, self.times({(): sign}, square)))


def _constant(value: int | Fraction) -> Form:
    return ({(): value if value.denominator > 1 else value.numerator} if value else {}), {(): 1}


def _over(polynomial: Polynomial, scale: int | Fraction) -> Polynomial:
    return {monomial: Fraction(value) / scale for monomial, value in polynomial.items()} if scale != 1 else polynomial


def _joined(one: Monomial, other: Monomial) -> Monomial:
    if not one or not other:
        return one or other
    exponents = dict(one)
    for number, exponent in other:
        exponents[number] = exponents.get(number, 0) + exponent
    return tuple(sorted(exponents.items()))


def _plus(left: Polynomial, right: Polynomial) -> Polynomial:
    result = dict(left)
    for monomial, value in right.items():
        total = result.get(monomial, 0) + value
        if total:
            result[monomial] = total
        else:
            result.pop(monomial, None)
    return result


Rule = Callable[[Forms, Form], Form]


def _circle(sine: str, cosine: str) -> dict[str, Rule]:
    """Six functions by two of them."""
    end = "h" if sine.endswith("h") else ""

    def sin(forms: Forms, u: Form) -> Form:
        return forms.sine(u, sine)

    def cos(forms: Forms, u: Form) -> Form:
        return forms.cosine(u, cosine, sine)

    return {
        sine: sin,
        cosine: cos,
        "tan" + end: lambda forms, u: forms.multiply(sin(forms, u), forms.inverse(cos(forms, u))),
        "cot" + end: lambda forms, u: forms.multiply(cos(forms, u), forms.inverse(sin(forms, u))),
        "sec" + end: lambda forms, u: forms.inverse(cos(forms, u)),
        "csc" + end: lambda forms, u: forms.inverse(sin(forms, u)),
    }


_RULES: Mapping[str, Rule] = {
    **_circle("sin", "cos"),
    **_circle("sinh", "cosh"),
    "exp": lambda forms, u: forms.exponential(("e",), u),
    "sqrt": lambda forms, u: forms.root(u, 2),
    "abs": Forms.absolute,
    "relu": Forms.gate,
    "sigmoid": lambda forms, u: forms.inverse(forms.add(_constant(1), forms.exponential(("e",), forms.negative(u)))),
}
