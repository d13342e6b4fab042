"""Practice: problems without end, and a round with its result."""

from tutor.answers import show


def answer(learner) -> str:
    """The right answer of the problem on the screen."""
    return learner.app.screen.problem.task.expected


async def test_a_problem_is_asked_judged_and_followed_by_another(sit, log) -> None:
    async with sit("practice") as learner:
        code = learner.app.screen.problem.code
        await learner.sees(f"Problem {code}")
        await learner.type(answer(learner))
        await learner.press("enter")
        await learner.sees("✓ Right")
        assert log() == [(code, "right")]
        await learner.press("enter")
        await learner.sees("your answer")
        assert learner.app.screen.problem.code != code


async def test_the_problem_the_level_and_the_draft_are_there_next_time(sit) -> None:
    async with sit("practice") as learner:
        await learner.press("f7")
        await learner.sees("level 2")
        code = learner.app.screen.problem.code
        await learner.type("7x")
        await learner.press("ctrl+q")
    async with sit("practice") as learner:
        await learner.sees(f"Problem {code}")
        await learner.sees("7x")
        await learner.sees("level 2")


async def test_a_code_from_the_command_line_is_asked_first(sit) -> None:
    async with sit("home") as learner:
        learner.app.session.options = {"code": "c1-a"}
        await learner.press("p")
        await learner.sees("Problem c1-a")


async def test_a_round_of_ten_ends_with_what_went_wrong(sit) -> None:
    async with sit("practice") as learner:
        await learner.press("f8")
        codes = []
        for number in range(1, 11):
            await learner.sees(f"round: {number} of 10")
            codes.append(learner.app.screen.problem.code)
            if number == 3:
                await learner.type(show(learner.app.screen.problem.mistakes[0].answer))
                await learner.press("enter")
                await learner.sees("✗ Not this")
                await learner.press("f5")
            else:
                await learner.type(answer(learner))
                await learner.press("enter")
                await learner.sees("✓ Right")
                await learner.press("enter")
        screen = await learner.sees("9 of 10")
        assert codes[2] in screen
        assert codes[3] not in screen


async def test_a_round_goes_on_after_quitting(sit) -> None:
    async with sit("practice") as learner:
        await learner.press("f8")
        await learner.sees("round: 1 of 10")
        await learner.type(answer(learner))
        await learner.press("enter")
        await learner.sees("✓ Right")
        await learner.press("enter")
        await learner.sees("round: 2 of 10")
        await learner.press("ctrl+q")
    async with sit("practice") as learner:
        await learner.sees("round: 2 of 10")
