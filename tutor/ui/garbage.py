"""The collector of garbage works while the learner reads: looking through all there is halts the screen for a while."""

import gc

_USUAL = gc.get_threshold()
_SELDOM = (*_USUAL[:2], 1000)
"""So that what is old is looked through only when `collect` says so; what is young as ever."""


def put_off() -> None:
    """From now on collect what is old only at `collect`; what is loaded by now stays and is never looked at again."""
    gc.collect(1)
    gc.freeze()
    gc.set_threshold(*_SELDOM)


def collect() -> None:
    """Now is a good moment, if it is due at all."""
    if gc.get_count()[2] > _USUAL[2]:
        gc.collect()


def as_usual() -> None:
    """Undo `put_off`."""
    gc.unfreeze()
    gc.set_threshold(*_USUAL)
