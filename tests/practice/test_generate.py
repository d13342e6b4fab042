"""Every topic, level and seed: the problem is fit, its answer right, its mistakes told apart, its code exact."""

import math
from dataclasses import replace
from functools import cache

import pytest
import sympy

from tutor.answers import Names, evaluate, latex, mark, read, show
from tutor.answers.floats import FLOATS
from tutor.answers.tree import Number, Tree, walk
from tutor.practice import TOPICS, PracticeError, Problem, from_code, generate
from tutor.practice.code import SEEDS, Origin, origin
from tutor.practice.fit import flaws, mistakes_show
from tutor.practice.graph import Graph, differentiate
from tutor.practice.topics import chain
from tutor.words import LANGS

SEEDS_TRIED = 60
LEVELS = [(topic.name, level) for topic in TOPICS.values() for level in topic.levels]
each_level = pytest.mark.parametrize(("topic", "level"), LEVELS)


@cache
def problems(topic: str, level: int, count: int = SEEDS_TRIED) -> tuple[Problem, ...]:
    return tuple(generate(topic, level, seed) for seed in range(count))


@each_level
def test_a_problem_meets_every_condition(topic: str, level: int) -> None:
    for problem in problems(topic, level):
        assert not list(flaws(problem.graph, level)), problem.code


@each_level
def test_the_answer_is_the_derivative(topic: str, level: int) -> None:
    x = sympy.Symbol("x", real=True)
    for problem in problems(topic, level):
        function = sympy.sympify(problem.task.function.replace("^", "**"), {"x": x})
        answer = sympy.sympify(problem.task.expected.replace("^", "**"), {"x": x})
        slopes = sympy.lambdify(x, (function.diff(x), answer), "math")
        for point in (0.37, 0.61, 0.83, 1.13):
            assert math.isclose(*slopes(point), rel_tol=1e-9, abs_tol=1e-9), problem.code


@each_level
def test_what_is_shown_is_what_was_drawn(topic: str, level: int) -> None:
    for problem in problems(topic, level):
        for node, (_, typed) in zip(problem.graph.nodes, problem.task.links, strict=True):
            tree = read(typed, Names(variables=("x", "u1", "u2", "u3")))
            assert isinstance(tree, Tree)
            assert tree.expr == node.expr, problem.code


@each_level
def test_the_answer_is_judged_right(topic: str, level: int) -> None:
    for problem in problems(topic, level):
        task = problem.task
        assert mark(task, task.expected).outcome == "right", problem.code
        unfolded = "*".join(f"({show(factor)})" for factor in problem.graph.factors)
        assert mark(task, unfolded).outcome == "right", (problem.code, unfolded)


@each_level
def test_its_mistakes_can_be_told(topic: str, level: int) -> None:
    for problem in problems(topic, level, 10):
        assert mistakes_show(problem.graph, level), problem.code


@each_level
def test_every_mistake_is_wrong_and_named(topic: str, level: int) -> None:
    for problem in problems(topic, level, 4):
        for slip in problem.mistakes:
            verdict = mark(problem.task, show(slip.answer))
            assert verdict.outcome == "wrong", (problem.code, slip.mistake, show(slip.answer))
            assert slip.mistake in verdict.mistakes, (problem.code, slip.mistake, verdict.mistakes)


@each_level
def test_names_left_in_the_answer_are_almost_right(topic: str, level: int) -> None:
    for problem in problems(topic, level, 4):
        unfinished = "*".join(f"({show(edge.slope)})" for edge in problem.graph.edges)
        assert mark(problem.task, unfinished).outcome == "almost", problem.code


@each_level
def test_no_hint_gives_the_answer_away_before_the_last(topic: str, level: int) -> None:
    for problem in problems(topic, level):
        answers = {latex(problem.graph.answer), problem.task.expected}
        for lang in LANGS:
            *early, last = problem.hints(lang)
            assert len(early) == 4
            assert not any(answer in hint for hint in early for answer in answers), problem.code
            assert latex(problem.graph.answer) in last
            assert problem.question(lang).hints == tuple(early)


@each_level
def test_the_same_seed_makes_the_same_problem(topic: str, level: int) -> None:
    for seed in (0, 7, 42):
        assert generate.__wrapped__(topic, level, seed) == generate(topic, level, seed)


@each_level
def test_seeds_make_different_problems(topic: str, level: int) -> None:
    functions = {problem.graph.function for problem in problems(topic, level)}
    assert len(functions) > SEEDS_TRIED / 3


@each_level
def test_a_code_brings_the_problem_back(topic: str, level: int) -> None:
    for seed in (0, 35, 36, 123_456, SEEDS - 1):
        problem = generate(topic, level, seed)
        assert from_code(problem.code) == problem
        assert from_code(f" {problem.code.upper()} ") == problem


def test_a_code_is_short_and_plain() -> None:
    assert Origin("chain", 3, 71).code == "c3-1z"
    assert origin("c3-1z") == Origin("chain", 3, 71)


@pytest.mark.parametrize(
    "code", ["", "c3", "c3-", "x3-1z", "c-1z", "c3-1z!", "c3-ñ", "c³-1", "33-1", "c9-1", "c3-" + "z" * 11]
)
def test_a_bad_code_is_refused_in_words(code: str) -> None:
    with pytest.raises(PracticeError):
        from_code(code)


@pytest.mark.parametrize(
    ("topic", "level", "seed"), [("knots", 1, 1), ("chain", 0, 1), ("chain", 1, -1), ("chain", 1, SEEDS)]
)
def test_what_cannot_be_made_is_refused(topic: str, level: int, seed: int) -> None:
    with pytest.raises(PracticeError):
        generate(topic, level, seed)


@pytest.mark.parametrize("level", chain.CLASSICS)
def test_the_hand_written_problems_are_fit(level: int) -> None:
    for classic in chain.CLASSICS[level]:
        assert not list(flaws(graph(*classic), level)), classic


def test_a_hand_written_problem_stands_in_when_no_draw_is_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    hopeless = replace(TOPICS["chain"], draw=lambda random, level: chain.nodes(("x + 3", "u1^4")))
    monkeypatch.setitem(TOPICS, "chain", hopeless)
    generate.cache_clear()
    try:
        drawn = {generate("chain", 4, seed).graph.function for seed in range(20)}
    finally:
        generate.cache_clear()
    assert drawn == {graph(*classic).function for classic in chain.CLASSICS[4]}


@pytest.mark.parametrize(
    ("forms", "flaw"),
    [
        (("x + 3", "u1^4"), "trivial link"),
        (("x^2", "ln(u1)", "exp(u2)"), "hidden link"),
        (("x^2 + 3", "sqrt(u1)"), "hidden link"),
        (("x^3", "u1^2"), "hidden link"),
        (("50*x", "u1^5"), "too large"),
        (("x^2 - 3", "ln(u1)"), "undefined"),
        (("x^2 - 1", "1/u1"), "undefined"),
        (("9*x^3", "exp(u1)"), "undefined"),
    ],
)
def test_an_unfit_problem_is_told_apart(forms: tuple[str, ...], flaw: str) -> None:
    assert flaw in list(flaws(graph(*forms), 2))


def test_a_graph_adds_one_product_for_every_path() -> None:
    made = differentiate(chain.nodes(("x^2", "u1*x")), "x")
    values = [sum(math.prod(pair) for pair in [(x, 2 * x), (x * x, 1)]) for x in (2, 3)]
    assert [evaluate(made.answer, {"x": float(x)}, FLOATS) for x in (2, 3)] == values


def graph(*forms: str) -> Graph:
    return differentiate(chain.nodes(forms), "x")


def test_numbers_that_could_be_told_apart_differ() -> None:
    for problem in problems("chain", 1):
        numbers = [node.value for top in problem.graph.nodes for node in walk(top.expr) if isinstance(node, Number)]
        assert len(set(numbers)) == len(numbers), problem.code
