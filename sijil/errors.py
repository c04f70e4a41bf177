"""The one family of errors that Sijil raises on purpose.

Each says which input is meant, what is wrong and what to do, in one line. `exit_code` is what the command line
returns: 2 for bad input, 1 for a failure of the machine or of the register.
"""

from __future__ import annotations


class SijilError(Exception):
    """Base of the family. `subject` names the report, file or row; `problem` what is wrong; `advice` what to do."""

    exit_code = 1

    def __init__(self, subject: str, problem: str, advice: str = "") -> None:
        self.subject, self.problem, self.advice = subject, problem, advice
        super().__init__(self.line())

    def line(self) -> str:
        """The whole message on one line."""
        parts = [f"{self.subject}: {self.problem}", self.advice]
        return " - ".join(" ".join(part.split()) for part in parts if part)


class BadInput(SijilError):
    """What the user gave cannot be used: a missing path, a bad date, an unknown id."""

    exit_code = 2


class BadReport(BadInput):
    """One report cannot be read. It never stops the others."""


class RegisterError(SijilError):
    """The register cannot be opened or written: locked, full disk, damaged, or no register at all."""


class RegisterBusy(RegisterError):
    """Another program holds the register; what was asked for may be possible in a moment."""


class SetupError(SijilError):
    """Something that belongs to the installation is missing (a language model, the place index, front-end files)."""
