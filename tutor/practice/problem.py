"""A problem: a graph of named nodes and what is written about it."""

from dataclasses import dataclass

from tutor.answers import show
from tutor.answers.mistakes import Slip
from tutor.answers.task import Task
from tutor.course.question import Question
from tutor.practice.code import Origin
from tutor.practice.fit import mistakes
from tutor.practice.graph import Graph, structure
from tutor.words import Lang, Message, say


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence and the formulas (LaTeX) that stand under it."""

    message: Message
    formulas: tuple[str, ...] = ()

    def text(self, lang: Lang) -> str:
        """The passage as Markdown: the formulas are a list."""
        listed = "\n".join(f"- ${formula}$" for formula in self.formulas)
        return "\n\n".join(part for part in (say(self.message, lang), listed) if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a topic. Everything about it is read off its graph.

    `version` is that of the topic's generator. `rungs` climb from orientation to one step done; `steps` are the worked
    solution, which is the last rung.
    """

    origin: Origin
    version: int
    graph: Graph
    prompt: Message
    rungs: tuple[Passage, ...]
    steps: tuple[Passage, ...]

    @property
    def code(self) -> str:
        """The short code by which it can be repeated."""
        return self.origin.code

    @property
    def structure(self) -> str:
        """Its shape with the numbers erased."""
        return structure(self.graph)

    @property
    def mistakes(self) -> tuple[Slip, ...]:
        """The wrong answers that known mistakes lead to."""
        return mistakes(self.graph)

    @property
    def task(self) -> Task:
        """What the judge needs."""
        return Task(
            expected=show(self.graph.answer),
            names=(self.graph.wrt,),
            function=show(self.graph.function),
            wrt=(self.graph.wrt,),
            links=tuple((node.name, show(node.expr)) for node in self.graph.nodes),
        )

    def hints(self, lang: Lang) -> tuple[str, ...]:
        """All five rungs: orientation, structure, rule, one step done, the whole solution."""
        return (*(rung.text(lang) for rung in self.rungs), "\n\n".join(self.solution(lang)))

    def solution(self, lang: Lang) -> tuple[str, ...]:
        """The worked solution, a step an entry."""
        return tuple(step.text(lang) for step in self.steps)

    def question(self, lang: Lang) -> Question:
        """The problem as the same question that a lesson asks; its hints end before the solution."""
        return Question(self.code, say(self.prompt, lang), self.task, self.hints(lang)[:-1], self.solution(lang))
