"""The lab: a neuron learns while one watches, stops it, changes its pace and asks whether its gradient is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import get_current_worker

from tutor.neuron import NAMES
from tutor.paths import data_dir
from tutor.ui import terminal
from tutor.ui.axes import cells
from tutor.ui.commentary import comment
from tutor.ui.dots import dots_of
from tutor.ui.formulas import inline
from tutor.ui.keys import keys
from tutor.ui.own import PARTS, TITLES, Own
from tutor.ui.pace import USUAL_SPEED, frames_per_second, next_rate, next_speed
from tutor.ui.prose import set_line
from tutor.ui.screen import TutorScreen
from tutor.ui.session import Session
from tutor.ui.visible import visible
from tutor.ui.widgets.gradient import GradientForm
from tutor.ui.widgets.plot import CostPlot, FitPlot
from tutor.ui.widgets.readout import readout, table
from tutor.ui.widgets.rows import Rows
from tutor.words import Message

if TYPE_CHECKING:
    from tutor.neuron.trainer import Trainer
    from tutor.ui.own import Unfit

HIGH = 32
"""Rows from which on there is room for a table of the examples."""
SLIM = 78
"""Columns below which a sentence takes three lines."""


class LabScreen(TutorScreen):
    """One data set at a time. `trainer` is None until NumPy has been loaded, on a thread, after the first paint."""

    CSS_PATH = "lab.tcss"
    HELP_CODE = "ui.lab.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys(
            ("space", "play", "lab.play"),
            ("space", "pause", "lab.pause"),
            ("g", "write", "lab.own"),
            ("n", "step", "lab.step"),
            ("r", "reset", "lab.reset"),
        ),
        Binding("up", "rate(1)", "ui.key.lab.rate", id="lab.rate", key_display="↑↓"),
        Binding("down", "rate(-1)", "ui.key.lab.rate", id="lab.rate.down", show=False),
        Binding("equals_sign,plus", "speed(1)", "ui.key.lab.speed", id="lab.speed", key_display="±"),
        Binding("minus", "speed(-1)", "ui.key.lab.speed", id="lab.speed.down", show=False),
        *keys(
            ("d", "next_data", "lab.data"),
            ("m", "check", "lab.check"),
            ("e", "export", "lab.export"),
            ("s", "seed", "lab.seed", False),
            ("x", "log('steps')", "lab.log_steps", False),
            ("y", "log('cost')", "lab.log_cost", False),
            ("escape", "app.mode('home')", "home"),
        ),
    ]

    def __init__(self, session: Session, dataset: str = "D") -> None:
        super().__init__(session)
        kept: dict[str, Any] = session.kept("lab") or {}
        if kept.get("data") not in NAMES:
            kept = {}
        asked = {name: value for name, value in session.options.items() if value is not None}
        self._data: str = asked.get("data", kept.get("data", dataset))
        self._seed: int | None = asked.get("seed", None if "data" in asked else kept.get("seed"))
        self._rate: float | None = asked.get("rate", None if "data" in asked else kept.get("rate"))
        self._speed = float(kept.get("speed", USUAL_SPEED))
        self._typed: tuple[str, str] | None = _two(asked.get("own", None if "data" in asked else kept.get("own")))
        self._own: Own | Unfit | None = None
        self._checking = False
        self._rounds = 0
        self._bound: tuple[bool, str] | None = None
        self.trainer: Trainer | None = None
        self._frames: Timer | None = None
        self._dots = dots_of(terminal.glyphs())

    def body(self) -> ComposeResult:
        """Two pictures (on a wide screen the examples below the second), the numbers, and a sentence about them."""
        with Horizontal(id="pictures"):
            yield CostPlot(id="cost")
            with Vertical(id="right"):
                yield FitPlot(id="fit")
                yield Rows(id="examples")
        yield Static(id="own", markup=False)
        yield Rows(id="numbers")
        yield Static(id="note", markup=False)
        yield GradientForm(self.session, id="form")

    def on_mount(self) -> None:
        """Show the frame first; the neuron comes when NumPy is there."""
        self._frames = self.set_interval(1 / frames_per_second(), self._frame, pause=True)
        self._draw()
        self.call_after_refresh(self._load)

    def on_unmount(self) -> None:
        """Leave no thread behind."""
        if self.trainer is not None:
            self.trainer.close()

    def on_resize(self, event: events.Resize) -> None:
        """Another size may be another layout."""
        super().on_resize(event)
        self.set_class(event.size.height >= HIGH, "-high")
        self.set_class(event.size.width < SLIM, "-slim")

    async def speak(self) -> None:
        """The same descent in the other language."""
        self._draw()
        self.query_one(GradientForm).say()

    def leave(self) -> None:
        """Stop, and keep what was chosen; the descent can be repeated from it."""
        if self.trainer is not None:
            self.trainer.pause()
            chosen = {"data": self._data, "seed": self._seed, "rate": self.trainer.rate, "speed": self._speed}
            self.session.keep("lab", {**chosen, "own": self._typed})

    async def open(self, dataset: str) -> None:
        """Show a data set from its start, unless it is the one being shown."""
        if dataset != self._data:
            self._choose(dataset)

    def _choose(self, dataset: str, seed: int | None = None) -> None:
        self._data, self._seed, self._rate = dataset, seed, None
        self._load()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _load(self) -> None:
        worker = get_current_worker()
        from tutor.neuron.data import load
        from tutor.neuron.model import gradient
        from tutor.neuron.trainer import Trainer
        from tutor.ui.own import own_gradient

        data = load(self._data, self._seed)
        own = own_gradient(self._typed, data) if self._typed else None
        trainer = Trainer(data, self._speed, own.gradient if isinstance(own, Own) else gradient)
        trainer.rate = self._rate or trainer.rate
        if worker.is_cancelled:
            trainer.close()
        else:
            self.app.call_from_thread(self._adopt, trainer, own)

    def _adopt(self, trainer: Trainer, own: Own | Unfit | None) -> None:
        if self.trainer is not None:
            self.trainer.close()
        self.trainer, self._own = trainer, own
        self._draw()

    def _frame(self) -> None:
        """One picture of a running descent, once the terminal has shown the one before; the last one at its end."""
        playing = self.trainer is not None and self.trainer.playing
        if playing and terminal.is_behind(self.app):
            return
        self._draw()
        self.call_after_refresh(terminal.ask, self.app)
        if self._frames is not None and not playing:
            self._frames.pause()

    @on(Rows.Resized)
    def _draw(self) -> None:
        """Show the state of the moment. Widgets repaint only what changed."""
        if not self.is_mounted:
            return
        say, trainer, dots = self.session.say, self.trainer, self._dots
        own = self._own if isinstance(self._own, Own) else None
        self.set_class(own is not None, "-own")
        self.title_bar.left = say("lab.title.own" if own else "lab.title")
        numbers = self.query_one("#numbers", Rows)
        if trainer is None:
            numbers.show([cells(say("lab.loading"), "name")])
            return
        self.title_bar.right = self._data_said(trainer)
        step, examples = trainer.step, trainer.examples()
        beside = trainer.beside if own and not own.right else None
        self.query_one(CostPlot).draw(trainer.history, dots, say("lab.cost.own" if beside else "lab.cost"), beside)
        fit = "lab.fit.line" if len(step.w) == 1 else "lab.fit.target"
        self.query_one(FitPlot).draw(examples, step.w.tolist(), step.b, dots, say(fit))
        check = trainer.check() if own or self._checking else None
        numbers.show(readout(trainer, check, numbers.size.width, dots, say))
        every = self.query_one("#examples", Rows)
        if every.display:
            every.styles.height = min(len(examples) + 1, self.query_one("#pictures").size.height * 2 // 5)
            every.show(table(examples, *every.size, dots))
        self._show("#own", _formulas(own) if own else Content(""))
        said = comment(trainer, self._own)
        self._show("#note", set_line(self.session.tell(said)) if said else Content(""))
        state = (trainer.playing, step.fate)
        if state != self._bound:
            self._bound = state
            self.refresh_bindings()

    def _show(self, id: str, said: Content) -> None:
        widget = self.query_one(id, Static)
        if widget.content != said:
            widget.update(said, layout=False)

    def _data_said(self, trainer: Trainer) -> str:
        examples, inputs = trainer.data.X.shape
        args = {"name": Message(f"lab.name.{trainer.data.name}"), "N": examples, "n": inputs}
        if self._seed is None:
            return self.session.say("lab.data", **args)
        return self.session.say("lab.data.seeded", **args, seed=self._seed)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be done before the neuron is there; play what can still learn, pause what plays."""
        trainer = self.trainer
        if trainer is None:
            return False
        can = {"play": not trainer.playing and trainer.step.fate == "learning", "pause": trainer.playing}
        return can.get(action, True)

    def action_play(self) -> None:
        """Train, a picture at a time."""
        if self.trainer is not None and self._frames is not None:
            self.trainer.play()
            self._frames.resume()
            self._draw()

    def action_pause(self) -> None:
        """Hold still."""
        if self.trainer is not None:
            self.trainer.pause()
            self._draw()

    def action_step(self) -> None:
        """Pause, and make one step."""
        if self.trainer is not None:
            self.trainer.pause()
            self.trainer.advance()
            self._draw()

    def action_reset(self) -> None:
        """Back to the same start."""
        if self.trainer is not None:
            self.trainer.reset()
            self._draw()

    def action_rate(self, up: int) -> None:
        """The next learning rate up or down."""
        if self.trainer is not None:
            self.trainer.rate = next_rate(self.trainer.rate, up)
            self._draw()

    def action_speed(self, up: int) -> None:
        """The next speed up or down."""
        if self.trainer is not None:
            self._speed = next_speed(self._speed, up)
            self.trainer.speed = self._speed
            self._draw()

    def action_next_data(self) -> None:
        """The next data set; random ones are other ones each time."""
        following = NAMES[(NAMES.index(self._data) + 1) % len(NAMES)]
        self._rounds += following == "random"
        self._choose(following, self._rounds if following == "random" else None)

    def action_seed(self) -> None:
        """Another start, and with random data other examples."""
        self._choose(self._data, (self._seed or 0) + 1)

    def action_write(self) -> None:
        """Write a gradient of one's own in the place of the numbers."""
        if self.trainer is not None:
            self.add_class("-writing")
            typed = self._typed or _two(self.session.kept("gradient")) or ("", "")
            self.query_one(GradientForm).open(typed, len(self.trainer.step.w))

    @on(GradientForm.Written)
    def _train_with(self, event: GradientForm.Written) -> None:
        """From the start, with the gradient that was written."""
        self._typed = event.typed
        if event.typed:
            self.session.keep("gradient", event.typed)
        if self.trainer is not None:
            self._rate = self.trainer.rate
        self._load()
        self._stop_writing()

    @on(GradientForm.Left)
    def _stop_writing(self) -> None:
        self.set_focus(None)
        self.remove_class("-writing")

    def action_check(self) -> None:
        """Compare the gradient with the definition of the derivative, or stop doing so."""
        self._checking = not self._checking
        self._draw()

    def action_log(self, axis: str) -> None:
        """Change an axis between logarithmic and linear."""
        plot = self.query_one(CostPlot)
        if axis == "steps":
            plot.log_steps = not plot.log_steps
        else:
            plot.log_cost = not plot.log_cost
        self._draw()

    @work(thread=True, exit_on_error=False)
    def action_export(self) -> None:
        """Write the steps that are kept to a file of their own, beside the log."""
        if self.trainer is None:
            return
        try:
            from tutor.neuron.table import save

            path = save(self.trainer.history, self._data, data_dir())
        except OSError as error:
            said = self.session.say("lab.unwritable", reason=visible(error.strerror or str(error)))
        else:
            said = self.session.say("lab.exported", path=str(path))
        self.app.call_from_thread(self.notify, said, markup=False)


def _formulas(own: Own) -> Content:
    """The gradient that trains, on one line."""
    parts = [inline(f"{TITLES[part]} = {latex}") for part, latex in zip(PARTS, own.formulas, strict=True)]
    return Content("    ").join(parts)


def _two(kept: object) -> tuple[str, str] | None:
    """Two texts that were kept, or nothing."""
    match kept:
        case [str(dw), str(db)]:
            return dw, db
    return None
