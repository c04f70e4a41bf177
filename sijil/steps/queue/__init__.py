"""What people look at first: claims that may be read wrongly, and incidents that may be one, in order of what a look
changes (rules/queue.toml)."""

from sijil.steps.queue.item import KINDS, Item
from sijil.steps.queue.order import Known, Queue, after

__all__ = ["KINDS", "Item", "Known", "Queue", "after"]
