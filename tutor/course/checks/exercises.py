"""Exercises: the right answer is accepted however it is written, wrong ones are not, hints leave something to do."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from tutor.answers import TaskError, Verdict, judge, mark
from tutor.answers.derivatives import DerivativeError
from tutor.answers.dims import ShapeError, as_dims
from tutor.answers.entries import expand
from tutor.answers.task import Task
from tutor.answers.task_trees import author_tree, expected_tree
from tutor.answers.tree import Call, Expr, Matrix, Number, Symbol, symbols
from tutor.course.checks import spoilers
from tutor.course.checks.rewriting import rewritings
from tutor.course.checks.texts import sides
from tutor.course.index import SOURCE_LANG
from tutor.course.instance import question
from tutor.course.lesson import Exercise, Lesson, Worked
from tutor.course.problem import Problem
from tutor.course.question import Question
from tutor.course.reader import numbered_lines
from tutor.typeset import prose
from tutor.words import Lang, Message, codes

REWRITINGS = 5
HINTS = 3
SEEDS = 3
_PARAMETER = re.compile(r"\{\{\s*\w+\s*\}\}")
_MISTAKE = re.compile(r"[A-Z]\d+")
_OTHER_FORMULAS = re.compile(r"`([^`\n]+)`|```math\n(.*?)\n```", re.DOTALL)


def check(lessons: Mapping[Lang, Lesson]) -> tuple[list[Problem], Counter[str]]:
    """The problems of the exercises; the answers are the same in both languages, the hints are not."""
    counts: Counter[str] = Counter()
    source = lessons[SOURCE_LANG]
    found = [Problem(source.place, message) for message in _variety(source)]
    unreadable = set()
    for exercise in source.exercises:
        try:
            found += _for_seeds(_answers, exercise, counts)
        except (TaskError, ShapeError, DerivativeError) as error:
            unreadable.add(exercise.id)
            found.append(Problem(exercise.place, Message("course.task-unreadable", {"reason": _reason(error)})))
    for lesson in lessons.values():
        for exercise in lesson.exercises:
            if exercise.id not in unreadable:
                found += _for_seeds(_texts, exercise, counts)
    if not unreadable:
        found += spoilers.check(source)
    return found, counts


def _reason(error: Exception) -> Message:
    if isinstance(error, TaskError | ShapeError):
        return error.message
    return Message("course.no-rule", {"what": str(error)})


Check = Callable[[Exercise, Question, Counter[str]], Iterator[Problem]]


def _for_seeds(check: Check, exercise: Exercise, counts: Counter[str]) -> list[Problem]:
    """What a check says of an exercise, with several seeds where it has parameters."""
    seeds = range(SEEDS if exercise.params else 1)
    found = [problem for seed in seeds for problem in check(exercise, question(exercise, seed), counts)]
    return [problem for place, problem in enumerate(found) if problem not in found[:place]]


def _variety(lesson: Lesson) -> Iterator[Message]:
    """Every lesson has a worked example, a mistake to find and a question on shapes."""
    if not any(isinstance(block, Worked) for block in lesson.blocks):
        yield Message("course.no-worked")
    if not any(exercise.errata or exercise.kind == "line" for exercise in lesson.exercises):
        yield Message("course.no-mistake-to-find")
    if not any(exercise.kind == "shape" or exercise.layout for exercise in lesson.exercises):
        yield Message("course.no-shapes")


def _answers(exercise: Exercise, asked: Question, counts: Counter[str]) -> Iterator[Problem]:
    for check in (_right, _wrong, _empty, _derivative):
        yield from (Problem(exercise.place, message) for message in check(asked.task, counts))
    yield from (Problem(exercise.place, message) for message in _slip(exercise, asked.task))


def _slip(exercise: Exercise, task: Task) -> Iterator[Message]:
    """The line with the mistake does not already come to the right line."""
    if task.kind != "line":
        return
    number = int(task.expected.partition(":")[0])
    formulas = [one.text for one in prose(numbered_lines(exercise.statement)[number - 1]) if one.kind == "formula"]
    last = sides(formulas[-1])[-1] if formulas else ""
    if last and mark(_result(task), last).outcome == "right":
        yield Message("course.line-right", {"line": number, "answer": task.expected})


def _right(task: Task, counts: Counter[str]) -> Iterator[Message]:
    """The model answer, and the same value written otherwise."""
    texts = _WRITINGS[task.kind](task)
    if len(texts) < REWRITINGS:
        yield Message("course.few-rewritings", {"found": len(texts), "expected": REWRITINGS})
    for text in texts:
        verdict = mark(task, text)
        counts["rewritings"] += 1
        if verdict.outcome != "right":
            yield _refused("answer-refused", text, verdict)


def _expressions(task: Task) -> tuple[str, ...]:
    dims = {name: as_dims(shape) for name, shape in task.shapes.items() if shape}
    written = rewritings(expand(expected_tree(task), dims))
    return (task.expected, *written) if _learner_can_type(task) else written


def _learner_can_type(task: Task) -> bool:
    return not re.search(r"\b(diff|grad|jacobian)\(", task.expected)


def _lines(task: Task) -> tuple[str, ...]:
    line, _, right = task.expected.partition(":")
    return tuple(f"{line}: {text}" for text in _expressions(replace(task, kind="expression", expected=right.strip())))


_WRITINGS: Mapping[str, Callable[[Task], tuple[str, ...]]] = {
    "expression": _expressions,
    "line": _lines,
    "choice": lambda task: tuple(form.format(task.expected) for form in ("{}", " {} ", "({})", "{})", "[{}]", "{}.")),
    "shape": lambda task: tuple(task.expected.replace("x", sign) for sign in ("x", " x ", "×", "X", "*", ", ", " × ")),
}


def _wrong(task: Task, counts: Counter[str]) -> Iterator[Message]:
    """Each declared wrong answer is wrong, and a mistake of the catalogue is named."""
    for mistake, text in task.wrong.items():
        verdict = mark(task, text)
        counts["wrong"] += 1
        if verdict.outcome in ("right", "unsure", "unreadable") or (
            verdict.outcome == "almost" and not verdict.mistakes
        ):
            yield _refused("wrong-accepted", text, verdict)
        elif _MISTAKE.fullmatch(mistake) and f"mistake.{mistake}" not in codes(SOURCE_LANG):
            yield Message("course.unknown-mistake", {"id": mistake})
        elif _MISTAKE.fullmatch(mistake) and mistake not in verdict.mistakes:
            yield Message(
                "course.wrong-unnamed", {"text": text, "id": mistake, "found": ", ".join(verdict.mistakes) or "–"}
            )


def _refused(code: str, text: str, verdict: Verdict) -> Message:
    return Message(f"course.{code}", {"text": text, "outcome": verdict.outcome, "reason": verdict.message})


def _empty(task: Task, counts: Counter[str]) -> Iterator[Message]:
    for text in ("", "   "):
        if mark(task, text).outcome != "unreadable":
            yield Message("course.empty-passes")
            return


def _derivative(task: Task, counts: Counter[str]) -> Iterator[Message]:
    """The answer is the derivative of the function, where it still depends on what was differentiated by."""
    if task.kind != "expression" or task.function is None or not task.wrt:
        return
    function, expected = author_tree(task.function, task), expected_tree(task)
    variables: tuple[Expr, ...] = tuple(map(Symbol, task.wrt))
    single = len(variables) == 1
    slope: Expr = (
        Call("diff", (function, variables[0])) if single else Call("jacobian", (function, Matrix((variables,))))
    )
    dims = {name: as_dims(shape) for name, shape in task.shapes.items() if shape}
    if symbols(expand(slope, dims)) and not symbols(expand(expected, dims)):
        return
    verdict = judge(expected, slope, shapes=task.shapes, positive=task.positive)
    if verdict.outcome not in ("right", "almost"):
        yield Message("course.not-derivative", {"answer": task.expected, "function": task.function})


def _texts(exercise: Exercise, asked: Question, counts: Counter[str]) -> Iterator[Problem]:
    """Every name in the texts has a value, and the hints leave something to do."""
    options = (choice.text for choice in asked.choices)
    for name in _PARAMETER.findall("\n".join((asked.prompt, *options, *asked.hints, *asked.solution))):
        known = ", ".join((*exercise.params, *(["given"] if exercise.given else []))) or "–"
        yield Problem(exercise.place, Message("course.unknown-parameter", {"name": name, "known": known}))
    if len(asked.hints) < HINTS:
        few = Message("course.few-hints", {"found": len(asked.hints), "expected": HINTS})
        yield Problem(exercise.place, few)
    for rung, hint in enumerate(asked.hints[:-1], 1):
        told = _told(_result(asked.task), hint)
        if told:
            place = exercise.hints[rung - 1][0].place
            yield Problem(place, Message("course.hint-tells", {"rung": rung, "text": told}))


def _told(task: Task, hint: str) -> str | None:
    """The formula of a hint that is the answer; a lone number only where it is a result."""
    if task.kind == "choice":
        found = re.search(rf"\({task.expected}\)|\b(?:opción|option) {task.expected}\b", hint)
        return found.group() if found else None
    formulas = [one.text for one in prose(hint) if one.kind == "formula"]
    formulas += [typed or display for typed, display in _OTHER_FORMULAS.findall(hint)]
    for formula in formulas:
        for side in sides(formula)[_is_number(task) :]:
            verdict = mark(task, _typed(side, task)) if side else None
            if verdict and verdict.outcome in ("right", "almost") and verdict.because != "convention":
                return formula
    return None


def _is_number(task: Task) -> bool:
    return task.kind == "expression" and isinstance(expected_tree(task), Number)


def _result(task: Task) -> Task:
    """Of a line, what stands in it is what must not be told."""
    if task.kind != "line":
        return task
    return replace(task, kind="expression", expected=task.expected.partition(":")[2].strip(), wrong={})


def _typed(side: str, task: Task) -> str:
    """One side of a formula as an answer."""
    return side.replace(r"\times", "x") if task.kind == "shape" else side
