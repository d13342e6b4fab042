"""The house rules that a machine can hold: who imports whom, and what is never near a learner's text."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "tutor").rglob("*.py"))
DOMAIN = ("answers", "course", "neuron", "practice", "progress", "typeset", "words", "paths")


def test_import_contract() -> None:
    result = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("room", DOMAIN)
def test_a_room_of_the_domain_never_loads_the_screen(room: str) -> None:
    loaded = _loaded_after(f"import tutor.{room}")
    assert not loaded & {"textual", "rich", "tutor.ui"}


@pytest.mark.parametrize("room", ["cli", "answers", "course", "practice", "progress", "ui.app"])
def test_importing_a_room_loads_no_heavy_mathematics(room: str) -> None:
    assert not _loaded_after(f"import tutor.{room}") & {"sympy", "numpy", "flint"}


def test_a_typed_gradient_is_read_without_a_screen() -> None:
    assert not _loaded_after("import tutor.ui.own, tutor.cli.train") & {"sympy", "numpy", "flint", "textual", "rich"}


def _loaded_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(result.stdout.split())


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_evaluates_text(module: Path) -> None:
    forbidden = {"eval", "exec", "compile", "sympify", "parse_expr", "parse_latex", "lambdify"}
    called = {
        node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute)
        if not (
            isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
        )
    }
    assert not called & forbidden


def test_only_the_answers_know_sympy_and_only_the_neuron_numpy() -> None:
    homes = {"sympy": "answers", "flint": "answers", "numpy": "neuron"}
    strangers = [
        f"{module.relative_to(ROOT)} imports {name}"
        for module in MODULES
        for name in _imported(module)
        if name in homes and module.relative_to(ROOT / "tutor").parts[0] != homes[name]
    ]
    assert strangers == []


def _imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names
