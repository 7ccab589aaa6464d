"""`pcmd data backup` and `restore`: the whole book in one file, and back."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from db.attachments.paths import hash_of
from db.backups import restoring
from db.backups.before import keys_of
from db.backups.containers import Keys, Secret
from db.backups.faults import SecretWanted
from db.backups.looking import Look, look
from db.backups.making import Alone, Order, make
from db.backups.restoring import Restored
from db.places import check_place
from db.rules.accounts import password_findings
from db.rules.backup_manifest import Manifest, Member, short_code
from db.rules.backups import Why
from db.rules.findings import Refused
from db.rules.rights import Right, Role
from db.services.rights import check
from desktop.cli import data_texts as texts
from desktop.cli.books import OFFICER, folder_of, keys_for, officer_of, open_book
from desktop.cli.outcome import Outcome
from desktop.cli.signing_in import ask_new_password, ask_secret, signed_in
from exports.documents.handover_slip import write_slip
from ui.common.backup_texts import KINDS, WHY

T = TypeVar("T")
_MOMENT = "%d/%m/%Y %H:%M"


def back_up(arguments: Namespace) -> Outcome:
    """Write the book and its evidence to one file, read back and verified; `--encrypt` asks for its password."""
    with open_book(arguments) as book:
        password = _new_password(arguments) if arguments.encrypt else ""
        alone = Alone(password, with_accounts=not arguments.without_accounts)
        order = Order(book.folder, Why.HAND, officer_of(book), datetime.now(), keys_of(book))
        made = make(order, arguments.out, alone)
    code = hash_of(made.path)
    size = made.path.stat().st_size
    if arguments.slip:
        write_slip(made.manifest, (made.path.name, size, code), KINDS, arguments.slip)
    words = texts.BACKED_UP.format(
        file=made.path, size=f"{size / 2**20:.1f}".replace(".", ","), code=short_code(code)
    )
    values = {"file": str(made.path), "bytes": size, "sha256": code, **_values(made.manifest)}
    missing = [file.name for file in made.missing]
    return Outcome({**values, "missing": missing}, [words, *_missing(made.missing)])


def _new_password(arguments: Namespace) -> str:
    """Ask for the backup's password: without one that holds, the file would be open to all, or to nobody."""
    password = ask_new_password(arguments, texts.BACKUP_PASSWORD)
    findings = password_findings(password, "")
    if findings:
        raise Refused(findings)
    return password


def restore(arguments: Namespace) -> Outcome:
    """Put the book of a backup in the place of the present one, which is kept; `--look` only tells what is in it."""
    who = _Whose.of(arguments)
    if arguments.look:
        return _looked(_opened(arguments, lambda secret: look(arguments.file, who.folder, secret, who.keys)))
    check(who.role, Right.ADMINISTER)
    order = Order(who.folder, Why.RESTORE, who.name, datetime.now(), who.keys)
    return _restored(_opened(arguments, lambda secret: restoring.restore(arguments.file, secret, order)))


@dataclass(frozen=True)
class _Whose:
    """Whose folder it is, and who asks; a folder without accounts, or without a book, has one officer."""

    folder: Path
    keys: Keys
    name: str
    role: Role

    @classmethod
    def of(cls, arguments: Namespace) -> "_Whose":
        folder = folder_of(arguments)
        check_place(folder)
        who = signed_in(arguments, folder)
        name, role = (who.name, who.role) if who else (OFFICER, Role.ADMINISTRATOR)
        return cls(folder, keys_for(folder, who), name, role)


def _opened(arguments: Namespace, act: Callable[[Secret], T]) -> T:
    """Act, and where the backup is encrypted ask for what opens it."""
    try:
        return act(Secret())
    except SecretWanted:
        if arguments.recovery_key:
            return act(Secret(recovery_key=ask_secret(arguments, texts.BACKUP_RECOVERY_KEY)))
        return act(Secret(ask_secret(arguments, texts.BACKUP_PASSWORD)))


def _looked(seen: Look) -> Outcome:
    manifest = seen.manifest
    lines = [
        texts.LOOKED.format(
            office=manifest.contents.office_name,
            at=f"{manifest.made_at:{_MOMENT}}",
            why=WHY[manifest.why],
            who=manifest.made_by,
        )
    ]
    for item in seen.differences:
        here = "" if item.here is None else texts.COUNT_HERE.format(here=item.here)
        kind = KINDS.get(item.kind, item.kind)
        lines.append(texts.COUNT.format(kind=kind, there=item.there, here=here))
    lines += [*([texts.FOREIGN] if seen.is_foreign else []), *_missing(seen.missing)]
    present = {item.kind: item.here for item in seen.differences}
    values = {"present": present, "foreign": seen.is_foreign, "missing": [file.name for file in seen.missing]}
    return Outcome({**_values(manifest), **values}, lines)


def _restored(done: Restored) -> Outcome:
    manifest = done.manifest
    lines = [texts.RESTORED.format(office=manifest.contents.office_name, at=f"{manifest.made_at:{_MOMENT}}")]
    if done.kept:
        lines.append(texts.KEPT.format(file=done.kept))
    if done.aside:
        lines.append(texts.ASIDE.format(folder=done.aside))
    if done.took_accounts:
        lines.append(texts.TOOK_ACCOUNTS)
    values = {
        "kept": str(done.kept) if done.kept else None,
        "aside": str(done.aside) if done.aside else None,
        "missing": [file.name for file in done.missing],
        "took_accounts": done.took_accounts,
    }
    return Outcome({**_values(manifest), **values}, [*lines, *_missing(done.missing)])


def _values(manifest: Manifest) -> dict[str, object]:
    contents = manifest.contents
    return {
        "office": contents.office_code,
        "name": contents.office_name,
        "made_at": manifest.made_at.isoformat(),
        "made_by": manifest.made_by,
        "why": str(manifest.why),
        "schema": contents.schema,
        "records": dict(contents.counts),
        "last_step": contents.last_step,
        "last_hash": contents.last_hash,
    }


def _missing(files: Iterable[Member]) -> list[str]:
    return [texts.FILE_MISSING.format(name=file.name) for file in files]
