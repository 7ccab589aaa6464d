"""A child process on Windows, held in a job: bounded memory, and it ends with this process.

Windows has no limits that a process could set for itself. Written after Microsoft's description of job objects. Inside
Wine 8 the child ends with its job, but Wine keeps no bound of memory: that was not seen on Windows yet. Where a job
cannot be had, the child runs without one: it still ends when its time is over.
"""

import subprocess
import sys
from collections.abc import Callable


def hold(process: subprocess.Popen[bytes], most: int) -> Callable[[], None]:
    """Put a child that was just started into a job of so many bytes; return what closes the job, and ends the child.

    On other systems the child bounds itself (`memory.bound`), and nothing is done here.
    """
    if sys.platform == "win32":
        return _held(int(process._handle), most)
    return _nothing


def _nothing() -> None:
    """Close nothing."""


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
    _PROCESS_MEMORY, _KILL_ON_CLOSE = 0x100, 0x2000

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("process_time", wintypes.LARGE_INTEGER),
            ("job_time", wintypes.LARGE_INTEGER),
            ("flags", wintypes.DWORD),
            ("least_working_set", ctypes.c_size_t),
            ("most_working_set", ctypes.c_size_t),
            ("most_processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _Limits(ctypes.Structure):
        _fields_ = (
            ("basic", _BasicLimits),
            ("io_counters", ctypes.c_ulonglong * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process_memory", ctypes.c_size_t),
            ("peak_job_memory", ctypes.c_size_t),
        )

    def _held(process: int, most: int) -> Callable[[], None]:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _Limits()
        limits.basic.flags = _PROCESS_MEMORY | _KILL_ON_CLOSE
        limits.process_memory = most
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(process))
        return lambda: kernel.CloseHandle(job)
