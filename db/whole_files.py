"""How every file is written: under a temporary name beside the target, flushed, then put in its place."""

import errno
import os
import secrets
import shutil
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType

from db.attachments.paths import flush_folder
from db.trouble import Reason, TargetNotWritable, reason_of

__all__ = ["TargetNotWritable", "replacing", "replacing_all"]

# ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION: Windows knows that another program holds the file.
_WINDOWS_HELD = {32, 33}


def replacing(target: Path) -> AbstractContextManager[Path]:
    """Give a temporary path beside the target; on success flush it and put it in the target's place.

    On any error the temporary file goes and the earlier file stays. Trouble of the disk or the folder, also
    inside a writer's own exception, is raised as `TargetNotWritable`; every other exception passes.
    """
    return _Replacement(target)


def replacing_all(targets: Sequence[Path]) -> AbstractContextManager[list[Path]]:
    """Give a temporary path beside each target; on success put all in place, on any error none.

    Raises as `replacing` does, of the target that could not be written.
    """
    return _Replacements(targets)


class _Replacement(AbstractContextManager[Path]):
    def __init__(self, target: Path) -> None:
        self._target = target
        # The file behind a link is replaced, not the link.
        self._real = Path(os.path.realpath(target))
        # The suffix stays: some writers choose the format by it.
        name = f".pcmd-{secrets.token_hex(6)}"
        self._temporary = self._real.with_name(f"{name}{self._real.suffix}")
        self._earlier = self._real.with_name(f"{name}.old")

    def __enter__(self) -> Path:
        try:
            self._ask_target()
            self._temporary.open("xb").close()
        except OSError as error:
            raise self._told(error) from error
        return self._temporary

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._put_in_place()
        except OSError as trouble:
            raise self._told(trouble, replacing=True) from trouble
        finally:
            with suppress(OSError):
                self._temporary.unlink(missing_ok=True)
        cause = _system_error(error)
        if cause is not None and cause.filename in (None, self._temporary, str(self._temporary)):
            raise self._told(cause) from error

    def set_aside(self) -> None:
        """Keep a copy of the earlier file, so that it can be brought back; the file itself stays in its place."""
        try:
            if self._real.exists():
                shutil.copy2(self._real, self._earlier)
        except OSError as trouble:
            raise self._told(trouble, replacing=True) from trouble

    def bring_back(self) -> None:
        """Put things as they were before: the earlier file, or none."""
        with suppress(OSError):
            if self._earlier.exists():
                self._earlier.replace(self._real)
            else:
                self._real.unlink(missing_ok=True)

    def drop(self) -> None:
        """Remove what is not needed any more."""
        for path in (self._temporary, self._earlier):
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _ask_target(self) -> None:
        if self._real.is_dir():
            raise IsADirectoryError(errno.EISDIR, "a folder", str(self._real))
        # A replacement would go through on POSIX: a file that its owner made read-only is to stay.
        if self._real.exists() and not os.access(self._real, os.W_OK):
            raise PermissionError(errno.EACCES, "read-only", str(self._real))

    def _put_in_place(self) -> None:
        with self._temporary.open("rb+") as written:
            os.fsync(written.fileno())
        self._temporary.replace(self._real)
        # The file is in place already.
        flush_folder(self._real.parent)

    def _told(self, error: OSError, replacing: bool = False) -> TargetNotWritable:
        return TargetNotWritable(self._target, _reason(error, replacing))


class _Replacements(AbstractContextManager[list[Path]]):
    def __init__(self, targets: Sequence[Path]) -> None:
        self._files = [_Replacement(target) for target in targets]

    def __enter__(self) -> list[Path]:
        begun: list[Path] = []
        for file in self._files:
            try:
                begun.append(file.__enter__())
            except TargetNotWritable:
                self._drop(len(begun))
                raise
        return begun

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            # The one that the disk refused says so; the others only go.
            try:
                for file in self._files:
                    file.__exit__(kind, error, trace)
            finally:
                self._drop(len(self._files))
            return
        done: list[_Replacement] = []
        try:
            for file in self._files:
                file.set_aside()
                file.__exit__(None, None, None)
                done.append(file)
        except TargetNotWritable:
            for file in reversed(done):
                file.bring_back()
            raise
        finally:
            self._drop(len(self._files))

    def _drop(self, count: int) -> None:
        for file in self._files[:count]:
            file.drop()


def _reason(error: OSError, replacing: bool) -> Reason:
    if getattr(error, "winerror", None) in _WINDOWS_HELD:
        return "open_elsewhere"
    if replacing and os.name == "nt" and isinstance(error, PermissionError):
        return "open_elsewhere"
    return reason_of(error) or "other"


def _system_error(error: BaseException | None) -> OSError | None:
    # XlsxWriter raises its own exception while it handles the disk's.
    inner = error if error is None or isinstance(error, OSError) else error.__cause__ or error.__context__
    return inner if isinstance(inner, OSError) else None
