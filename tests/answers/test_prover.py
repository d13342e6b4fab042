"""The process that proves: what it proves, what it refuses in time, and that nothing of it is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from tutor.answers import Prover
from tutor.answers.tidying import number
from tutor.answers.tree import Call, Expr, Negative, Power, Product, Sum, Symbol

x = Symbol("x")
ONE, TWO = number(1), number(2)
PYTHAGORAS = (Sum((Power(Call("sin", (x,)), TWO), Power(Call("cos", (x,)), TWO))), ONE)
ROOT = Path(__file__).parents[2]
PATIENT = 60.0


@pytest.fixture(scope="module")
def prover() -> Iterator[Prover]:
    with Prover(patience=PATIENT) as ready:
        yield ready


def hopeless() -> tuple[Expr, Expr]:
    """Equal for all SymPy knows, and nothing it can settle in the time it has."""
    tower: Expr = x
    for name in ("sin", "cos", "tan", "sin", "cos", "tan"):
        tower = Call(name, (Sum((tower, Power(tower, number(7)))),))
    return Power(Sum((tower, Symbol("y"), Symbol("z"))), number(40)), Negative(tower)


def test_it_proves_an_identity(prover: Prover) -> None:
    assert prover.prove([PYTHAGORAS])


def test_every_pair_must_hold(prover: Prover) -> None:
    assert not prover.prove([PYTHAGORAS, (x, Product((TWO, x)))])


def test_positive_names_are_positive(prover: Prover) -> None:
    root = (Call("sqrt", (Power(x, TWO),)), x)
    assert not prover.prove([root])
    assert prover.prove([root], positive=frozenset("x"))


def test_a_proof_out_of_reach_is_no_proof_and_the_next_one_comes(prover: Prover) -> None:
    assert not prover.prove([hopeless()])
    assert prover.prove([PYTHAGORAS])


def test_a_worker_killed_in_the_middle_of_a_proof_is_replaced() -> None:
    with Prover(patience=PATIENT) as prover:
        assert prover.prove([PYTHAGORAS])
        given_up: list[bool] = []
        proof = Thread(target=lambda: given_up.append(prover.prove([hopeless()])))
        proof.start()
        while all(worker in prover._idle.queue for worker in prover._workers):
            time.sleep(0.001)
        next(worker for worker in prover._workers if worker not in prover._idle.queue)._process.kill()
        proof.join(PATIENT)
        assert given_up == [False]
        assert prover.prove([PYTHAGORAS])


def test_workers_killed_while_idle_are_replaced() -> None:
    with Prover(patience=PATIENT) as prover:
        assert prover.prove([PYTHAGORAS])
        for worker in list(prover._workers):
            worker.end()
        assert prover.prove([PYTHAGORAS])


def test_a_prover_that_is_not_warm_says_no_at_once() -> None:
    with Prover() as prover:
        assert not prover.prove([PYTHAGORAS])


def test_a_closed_prover_proves_nothing_and_leaves_nothing() -> None:
    prover = Prover(patience=PATIENT)
    assert prover.prove([PYTHAGORAS])
    processes = [worker._process for worker in prover._workers]
    prover.close()
    assert all(process.poll() is not None for process in processes)
    assert not prover.prove([PYTHAGORAS])


ENDINGS = {
    "killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "terminated": "os.kill(os.getpid(), signal.SIGTERM)",
    "exited": "sys.exit(0)",
    "left in a hurry": "os._exit(0)",
    "failed": "raise RuntimeError",
}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS.keys())
def test_no_process_is_left_however_the_app_ends(ending: str) -> None:
    code = f"""
import os, signal, sys, time
from tutor.answers import Prover
prover = Prover(patience=60)
prover.start()
prover._idle.put(prover._idle.get(timeout=60))
while len(prover._workers) < 2:
    time.sleep(0.01)
print(*(worker._process.pid for worker in prover._workers), flush=True)
{ending}
"""
    app = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    workers = [int(word) for word in app.stdout.split()]
    assert len(workers) == 2
    assert _gone(workers)


def _gone(processes: list[int]) -> bool:
    for _ in range(400):
        if not any(_runs(process) for process in processes):
            return True
        time.sleep(0.05)
    for process in processes:
        os.kill(process, signal.SIGKILL)
    return False


def _runs(process: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
