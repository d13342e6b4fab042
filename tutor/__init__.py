"""Cadena: matrix calculus you learn by doing, in a terminal.

Four subjects, one memory, one screen, one doorway:

==============  ====================  ==========================================================
room            its question          what it does
==============  ====================  ==========================================================
``words``       what it says          every message by code, one table a language
``typeset``     how it looks          LaTeX → tree → two dimensions, one line, spoken words
``answers``     is it right?          typed text → tree → verdict and the name of the mistake
``course``      what is taught        Markdown lesson → frozen ``Lesson``; the content checks
``practice``    what to try next      generated problems, their steps and hints
``neuron``      what learns           data, model, training
``progress``    what is remembered    the learner's log
``ui``          what people see       the Textual app
``cli``         the doorway           ``tutor …``
==============  ====================  ==========================================================

A room imports only what stands below it; ``tests/test_architecture.py`` holds the contract.
"""

__version__ = "0.1.0"
