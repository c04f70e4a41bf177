"""One SQLite file with the reports as they came, their claims, what people decided, and the log of both."""

from sijil.register.log import LogRow
from sijil.register.register import AddOutcome, Register
from sijil.register.rows import report_id
from sijil.register.verify import Damage

__all__ = ["AddOutcome", "Damage", "LogRow", "Register", "report_id"]
