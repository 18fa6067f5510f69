"""What this process has used so far. Imports next to nothing, since it stands inside what is measured."""

from __future__ import annotations

import resource

STATUS = "/proc/self/status"


def tell() -> None:
    """Print processor time (user and system, in milliseconds) and peak memory (in MiB) as a line of JSON."""
    cpu, peak = cpu_milliseconds(), peak_mebibytes()
    import json  # noqa: PLC0415  # not before the clock is read

    print(json.dumps({"cpu": cpu, "peak": peak}))


def cpu_milliseconds() -> float:
    """Return the processor time of this process, user and system together."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return (used.ru_utime + used.ru_stime) * 1000.0


def peak_mebibytes() -> float:
    """Return the most memory that this process has held.

    Linux tells it of the process as it is now; ``ru_maxrss`` would count the parent's from before ``exec`` too.
    """
    try:
        with open(STATUS, encoding="ascii") as status:  # noqa: PTH123  # pathlib is heavy here
            told = dict(line.split(":", 1) for line in status)
        return int(told["VmHWM"].split()[0]) / 1024
    except (OSError, KeyError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
