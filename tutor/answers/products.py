"""Products and quotients beside vectors and matrices: dots, crosses, ``x^T 1``, gates, ``A/B``.

Where people mean either of two products, `Lexer.choose` notes it and the other one can be asked for.
"""

from tutor.answers.parser import ONE, Parser, product
from tutor.answers.tree import Call, Expr, Indicator, Negative, Power, Product, Quotient

ONES = Call("ones", ())


def multiply(parser: Parser, factors: list[Expr], factor: Expr, operator: str = "") -> None:
    """Append a factor to others that it stands beside, or after an operator."""
    if parser.names.matrices:
        if operator in ("", "*") and factor == ONE and parser.kind_of(product(factors)) == "row":
            factor = ONES if not operator or parser.lexer.choose("ones") else factor
        elif (_is_gated if operator in ("", "*") else _is_dotted)(parser, factors, factor, operator):
            return
    factors.append(factor)


def _is_dotted(parser: Parser, factors: list[Expr], factor: Expr, operator: str) -> bool:
    """Whether it is taken: a dot between two vectors is their dot product, a cross their cross product."""
    cut = len(factors) - 1
    while cut and parser.kind_of(factors[cut - 1]) != "number":
        cut -= 1
    left = product(factors[cut:])
    kinds = parser.kind_of(left), parser.kind_of(factor)
    if operator == "·" and kinds == ("column", "matrix"):
        factors[cut:] = [Call("transpose", (left,))]
        return False
    beside_one = ONE in (left, factor) and "column" in kinds and operator == "·" and parser.lexer.choose("ones")
    if beside_one:
        left, factor = (ONES if side == ONE else side for side in (left, factor))
    elif kinds[0] != kinds[1] or kinds[0] in ("number", "matrix"):
        return False
    factors[cut:] = [Call("cross" if operator == "×" else "dot", (left, factor))]
    return True


def _is_gated(parser: Parser, factors: list[Expr], factor: Expr, _: str) -> bool:
    """Whether it is taken: with the other reading ``w^T x [x > 0]`` is ``w^T (x [x > 0])``."""
    *rest, before = factors
    if parser.kind_of(factor) != "column":
        return False
    if isinstance(factor, Indicator) and isinstance(before, Call) and before.function == "dot":
        left, right = before.arguments
        bracketed = id(before) in parser.places
        if parser.kind_of(right) == "column" and not bracketed and parser.lexer.choose("gate"):
            factors[-1] = Call("dot", (left, Call("hadamard", (right, factor))))
            return True
    gated = Indicator in (type(before), type(factor)) and parser.kind_of(before) == "column"
    applied = rest and parser.kind_of(product(rest)) in ("row", "matrix")
    if gated and applied and parser.lexer.choose("gate"):
        factors[-1] = Call("hadamard", (before, factor))
        return True
    return False


def divide(parser: Parser, above: Expr, below: Expr) -> Expr:
    """A quotient; by a matrix it is taken entry by entry, or with the other reading times the inverse."""
    if parser.names.matrices and parser.kind_of(below) == "matrix" and parser.lexer.choose("inverse-right"):
        return Product((above, Power(below, Negative(ONE))))
    return Quotient(above, below)
