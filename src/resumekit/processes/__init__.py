"""Processes: work that may crash, hang or take too much runs apart, within limits, and ends with this process.

Takes  a function, a command, or a piece of work in a `with` block.
Gives  the function's result, a temporary folder that outlives no build, or the path of an installed program.
Raises Unfinished: the work was ended, because it crashed or exceeded a limit; and whatever the function raises.
Never  leaves a process behind, however this one ends, or changes how a program handles signals.
"""

from .child import Child, fork
from .isolation import run_isolated
from .limits import OUT_OF_TIME, Limits, OutOfTime, limited
from .outcome import Outcome, Unfinished, answer_calls, read_outcome, write_call
from .programs import program_named
from .scratch import claim, remove_abandoned, scratch_folder
from .spawned_worker import call_in_worker
from .supervised import supervised

__all__ = [
    "OUT_OF_TIME",
    "Child",
    "Limits",
    "OutOfTime",
    "Outcome",
    "Unfinished",
    "answer_calls",
    "call_in_worker",
    "claim",
    "fork",
    "limited",
    "program_named",
    "read_outcome",
    "remove_abandoned",
    "run_isolated",
    "scratch_folder",
    "supervised",
    "write_call",
]
