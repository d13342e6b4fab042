"""``tutor train --headless``: what programs read."""

import csv
import io

import pytest

from tutor.cli import main


def rows(output: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(output)))


def test_every_step_with_all_its_digits(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--headless", "--data", "D", "--rate", "0.03", "--steps", "100"]) == 0
    output = capsys.readouterr().out
    assert output.startswith("step,cost,w1,w2,b,dw1,dw2,db\n0,4.666666666666667,1.0,-1.0,1.0,")
    steps = rows(output)
    assert [row["step"] for row in steps] == [str(number) for number in range(101)]
    assert float(steps[100]["cost"]) == pytest.approx(0.035132, abs=5e-7)


def test_the_data_sets_have_a_rate_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    main(["train", "--headless", "--steps", "1"])
    assert float(rows(capsys.readouterr().out)[1]["w1"]) == pytest.approx(0.78)


def test_one_input_has_one_weight(capsys: pytest.CaptureFixture[str]) -> None:
    main(["train", "--headless", "--data", "hinge", "--steps", "0"])
    assert capsys.readouterr().out.splitlines()[0] == "step,cost,w1,b,dw1,db"


def test_a_seed_repeats_itself(capsys: pytest.CaptureFixture[str]) -> None:
    outputs = []
    for seed in ("3", "3", "4"):
        main(["train", "--headless", "--data", "random", "--seed", seed, "--steps", "5"])
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1] != outputs[2]


def test_a_dead_neuron_is_told_apart_from_the_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--headless", "--rate", "0.2", "--steps", "5", "--lang", "es"]) == 0
    said = capsys.readouterr()
    assert [row["cost"] for row in rows(said.out)[1:]] == ["2.0"] * 5
    assert "muerta" in said.err


def test_divergence_ends_with_its_reason_and_no_nan(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--headless", "--data", "random", "--rate", "10", "--steps", "5000", "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert "nan" not in said.out
    assert "inf" not in said.out
    assert len(rows(said.out)) < 5000
    assert "diverges" in said.err


@pytest.mark.parametrize(
    "wrong",
    [
        ["--rate", "0"],
        ["--rate", "-1"],
        ["--rate", "nan"],
        ["--rate", "x"],
        ["--steps", "-1"],
        ["--data", "E"],
        ["--x"],
    ],
)
def test_what_makes_no_sense_is_a_usage_error(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["train", "--headless", *wrong])
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


TYPED = [("2 e m x^T", "2 e m"), ("-2 v [z > 0] x", "-2(y - a)m"), ("2/N sum(e_i m_i x_i^T)", "2/N sum(e_i m_i)")]


@pytest.mark.parametrize("data", ["D", "hinge", "grid", "random"])
@pytest.mark.parametrize(("dw", "db"), TYPED)
def test_a_typed_gradient_trains_like_the_right_one(
    data: str, dw: str, db: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["train", "--headless", "--data", data, "--steps", "20", "--lang", "en"]
    main(command)
    right = rows(capsys.readouterr().out)
    assert main([*command, "--gradient-w", dw, "--gradient-b", db]) == 0
    said = capsys.readouterr()
    assert "right" in said.err
    for mine, its in zip(rows(said.out), right, strict=True):
        assert {name: float(cell) for name, cell in mine.items()} == pytest.approx(
            {name: float(cell) for name, cell in its.items()}, abs=1e-9
        )


@pytest.mark.parametrize(("lang", "words"), [("en", "Wrong sign in ∂C/∂w"), ("es", "Signo al revés en ∂C/∂w")])
def test_a_wrong_gradient_trains_and_is_named(lang: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    typed = ["--gradient-w", "2 v m x", "--gradient-b", "2 v m"]
    assert main(["train", "--headless", "--steps", "50", *typed, "--lang", lang]) == 0
    said = capsys.readouterr()
    costs = [float(row["cost"]) for row in rows(said.out)]
    assert costs == sorted(costs)
    assert words in said.err


def test_a_gradient_that_cannot_be_read_has_its_place_below(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--headless", "--gradient-w", "2 e (m x", "--gradient-b", "2 e m"]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("  ∂C/∂w = 2 e (m x\n              ^\n")


@pytest.mark.parametrize(("dw", "db", "word"), [("2 e m", "2 e m", "2;"), ("2 e m x", "2 e m x", "number")])
def test_a_gradient_of_another_shape_is_refused(
    dw: str, db: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "--headless", "--gradient-w", dw, "--gradient-b", db, "--lang", "en"]) == 3
    assert word in capsys.readouterr().err


def test_a_gradient_without_a_value_ends_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "--headless", "--gradient-w", "x/(y - 1)", "--gradient-b", "0", "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 1
    assert "no value at step 0" in said.err


def test_one_half_of_a_gradient_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["train", "--headless", "--gradient-w", "x"])
    assert ended.value.code == 2
    assert "--gradient-b" in capsys.readouterr().err
