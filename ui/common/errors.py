"""One table from classes of error to Vietnamese words: what happened, what was kept, what to do.

No Qt: the command line reads it too. Classes are named, not imported: telling of an error must not load the database.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from db.rules.findings import Refused
from ui.common import backup_texts
from ui.common.finding_texts import finding_line
from ui.common.repair_texts import NOTHING_TO_READ

_RIGHTS = {
    "enter": "nhập và sửa số liệu",
    "approve": "duyệt",
    "administer": "quản trị sổ",
}
_NOT_BACK = {
    "back": "Dòng này đã có trong sổ nên không cần khôi phục. Số liệu vẫn còn nguyên.",
    "parent": (
        "Chưa khôi phục được vì dòng này thuộc “{name}”, mà dòng đó cũng đã bị xóa. Số liệu vẫn còn nguyên. "
        "Hãy khôi phục “{name}” trước."
    ),
    "place": (
        "Chưa khôi phục được vì chỗ của dòng này nay có dòng khác. Số liệu vẫn còn nguyên. "
        "Hãy sửa hoặc xóa dòng đó trước."
    ),
}
_REASONS = {
    "folder_missing": "vì không có thư mục này. Hãy chọn thư mục khác",
    "no_permission": "vì không được phép ghi vào đây. Hãy chọn thư mục khác",
    "open_elsewhere": "vì tệp đang mở trong chương trình khác. Hãy đóng tệp đó rồi bấm Thử lại, hoặc chọn tên khác",
    "disk_full": "vì đĩa đã đầy. Hãy giải phóng chỗ trên đĩa rồi thử lại",
    "is_a_folder": "vì đó là tên một thư mục. Hãy chọn tên khác",
    "other": "vì ổ đĩa hoặc thư mục không ghi được. Hãy chọn nơi khác",
}
_NOT_A_BOOK = {
    "missing": "Không có sổ nào đọc được tại {path}. Không có gì bị thay đổi. Hãy chọn đúng thư mục.",
    "empty": (
        "Tệp {path} trống không, chưa phải là sổ. Không có gì bị thay đổi. "
        "Nếu đây là sổ của đơn vị thì hãy phục hồi từ bản sao lưu."
    ),
    "other": (
        "Không có sổ nào đọc được tại {path}: tệp là của chương trình khác, hoặc phần đầu tệp đã mất. "
        "Tệp được giữ nguyên. Hãy chọn đúng thư mục; nếu đây là sổ của đơn vị thì hãy phục hồi từ bản sao lưu. "
        "Sổ đã mã hóa mà mất tệp so-pcmd.khoa thì lấy lại tệp đó từ bản sao của thư mục."
    ),
}
_PLACES = {
    "network": (
        "thư mục nằm trên ổ mạng hoặc máy khác: mạng đứt giữa chừng hay hai máy cùng mở thì sổ có thể hỏng, mất "
        "số liệu."
    ),
    "cloud": (
        "{service} đồng bộ thư mục này: tệp bị chép đi giữa lúc đang ghi, hoặc bị thay bằng bản cũ của máy khác, "
        "thì sổ có thể hỏng, mất số liệu."
    ),
}
_NAMES = {
    "unit": "đơn vị",
    "unit_in_scope": "trong phạm vi của sổ này đơn vị",
    "period": "kỳ báo cáo",
    "measure": "đại lượng",
    "filter": "điều kiện lọc của đại lượng",
    "plan": "kế hoạch",
    "kind": "loại bản ghi",
    "return_set": "bộ biểu",
    "report_skeleton": "khung báo cáo",
    "schedule": "lịch nộp",
    "rule_set": "bộ tiêu chí",
    "choices": "danh mục",
    "figure_definitions": "cột số liệu",
    "column": "cột",
    "import_mapping": "cách ghép cột",
    "cut_off": "cách chốt số liệu",
    "account": "tài khoản",
}


def _target(error: Any) -> str:
    reason = _REASONS.get(error.reason, _REASONS["other"])
    return f"Không ghi được tệp {error.path.name} {reason}. Số liệu vẫn còn nguyên; tệp cũ, nếu có, không thay đổi."


def _unknown(error: Any) -> str:
    near = f" Có phải ý là: {', '.join(error.near)}?" if error.near else ""
    return f"Không có {_NAMES.get(error.what, error.what)} “{error.name}”.{near}"


def _mistyped(error: Any) -> str:
    if not error.groups:
        return "Khóa phục hồi có 6 nhóm, mỗi nhóm 5 ký tự. Hãy gõ lại đúng như trên giấy in."
    groups = ", ".join(map(str, error.groups))
    return f"Khóa phục hồi gõ sai ở nhóm {groups}. Hãy so lại nhóm đó với giấy in rồi gõ lại."


def _refused(error: Any) -> str:
    return "\n".join(finding_line(item, error.source) for item in error.findings)


def _seconds(wait: timedelta) -> str:
    seconds = max(1, round(wait.total_seconds()))
    return f"{seconds} giây" if seconds < 60 else f"{-(-seconds // 60)} phút"


def _wrong_password(error: Any) -> str:
    wait = f" Thử lại được sau {_seconds(error.wait)}." if error.wait else ""
    return f"Tên hoặc mật khẩu chưa đúng. Hãy xem phím Caps Lock và bộ gõ tiếng Việt rồi gõ lại.{wait}"


def _not_an_administrator(error: Any) -> str:
    return (
        "Khóa phục hồi chỉ đặt lại mật khẩu cho tài khoản quản trị. "
        f"Hãy chọn một trong các tài khoản: {', '.join(error.names)}."
    )


WORDS: Mapping[str, Callable[[Any], str]] = {
    "Refused": _refused,
    "Unknown": _unknown,
    "Gone": lambda _: "Dòng này đã bị xóa. Các dòng khác vẫn còn nguyên. Có thể hoàn tác bằng Ctrl+Z.",
    "ChangedSince": lambda _: (
        "Không hoàn tác được vì dòng này đã được sửa tiếp sau đó. Số liệu hiện tại vẫn còn nguyên. "
        "Hãy sửa trực tiếp trong dòng."
    ),
    "NotBroughtBack": lambda error: _NOT_BACK[error.reason].format(name=error.name),
    "BookLocked": lambda error: (
        f"Sổ trong thư mục {error.folder} đang mở ở một cửa sổ khác. Số liệu vẫn còn nguyên. "
        "Hãy dùng cửa sổ đang mở, hoặc đóng cửa sổ đó rồi mở lại."
    ),
    "BookExists": lambda error: (
        f"Thư mục {error.folder} đã có sổ của một đơn vị. Sổ đó được giữ nguyên. Hãy chọn thư mục khác."
    ),
    "FolderInUse": lambda error: (
        f"Thư mục {error.folder} có sổ thật của một đơn vị. Sổ đó được giữ nguyên. Hãy chọn thư mục khác cho bản mẫu."
    ),
    "NewerBook": lambda error: (
        f"Sổ {error.path.name} được ghi bằng bản Sổ PCMD mới hơn. Sổ được giữ nguyên, không mở. "
        "Hãy cài bản mới nhất rồi mở lại."
    ),
    "NotABook": lambda error: _NOT_A_BOOK[error.found].format(path=error.path),
    "BookDamaged": lambda error: (
        f"Sổ {error.path.name} bị hỏng: có chỗ trong tệp không đọc được. Tệp được giữ nguyên, không ghi gì vào nữa. "
        "Hãy phục hồi từ bản sao lưu mới nhất; nếu không có, hãy sửa sổ để cứu những gì còn đọc được."
    ),
    "NothingToRead": lambda error: NOTHING_TO_READ.format(name=error.path.name),
    "BookGone": lambda error: (
        f"Không còn thấy sổ {error.path.name} trong thư mục {error.path.parent}: ổ đĩa đã rút ra, hoặc thư mục bị "
        "chuyển, đổi tên hay xóa. Những gì đã lưu trước đó nằm cùng ổ đĩa hay thư mục ấy; việc vừa làm chưa được ghi. "
        "Hãy cắm lại ổ đĩa hoặc đưa thư mục về chỗ cũ, rồi mở lại Sổ PCMD."
    ),
    "UnsafeFolder": lambda error: (
        f"Sổ không mở trong thư mục {error.folder}, vì {_PLACES[error.place.kind].format(service=error.place.service)} "
        "Không có gì bị thay đổi. Hãy dùng một thư mục trên ổ đĩa của máy; nếu sổ đã có ở đây thì mở Sổ PCMD ở thư "
        "mục này rồi bấm “Chuyển sổ về máy này”."
    ),
    "BookBroken": lambda _: (
        "Cơ sở dữ liệu vừa đọc bị hỏng hoặc không phải sổ của Sổ PCMD. Sổ đang dùng được giữ nguyên. "
        "Hãy chọn một bản sao lưu khác."
    ),
    "BookNewer": lambda _: (
        "Cơ sở dữ liệu vừa đọc được ghi bằng bản Sổ PCMD mới hơn. Sổ đang dùng được giữ nguyên. "
        "Hãy cài bản mới nhất rồi làm lại."
    ),
    "ChunkChanged": lambda _: (
        "Tệp mã hóa vừa đọc đã bị sửa hoặc thiếu một phần. Sổ đang dùng được giữ nguyên. Hãy chọn một bản khác."
    ),
    "OldSqlite": lambda error: (
        f"Máy này chỉ có SQLite {error.found}, Sổ PCMD cần bản {error.wanted} trở lên. Sổ được giữ nguyên, không mở. "
        "Hãy cài lại Sổ PCMD bằng bộ cài đầy đủ."
    ),
    "EncryptionMissing": lambda _: (
        "Sổ được mã hóa toàn bộ, nhưng bản cài trên máy này thiếu phần mã hóa. Sổ được giữ nguyên, không mở. "
        "Hãy cài lại Sổ PCMD bằng bộ cài đầy đủ."
    ),
    "RingNotReadable": lambda error: (
        f"Tệp tài khoản {error.path.name} bị hỏng hoặc do bản Sổ PCMD mới hơn ghi. Sổ và tệp này được giữ nguyên. "
        "Hãy lấy lại tệp này từ một bản sao lưu, hoặc báo người phụ trách máy."
    ),
    "RecoveryKeyMistyped": _mistyped,
    "RecoveryKeyForeign": lambda _: (
        "Khóa phục hồi này không phải của sổ này, hoặc đã được thay bằng khóa mới hơn. Sổ được giữ nguyên. "
        "Hãy tìm tờ khóa phục hồi in sau cùng của sổ."
    ),
    "NotAnAdministrator": _not_an_administrator,
    "WrongPassword": _wrong_password,
    "MustWait": lambda error: (
        f"Đã gõ sai mật khẩu nhiều lần. Thử lại được sau {_seconds(error.wait)}. Sổ vẫn nguyên vẹn."
    ),
    "MustChangePassword": lambda error: (
        f"Mật khẩu của {error.name} do người khác đặt nên phải đổi trước khi làm việc. "
        "Hãy đổi bằng pcmd accounts password, hoặc đăng nhập trong cửa sổ."
    ),
    "SignInNeeded": lambda _: (
        "Sổ này có tài khoản. Hãy ghi thêm --user TÊN trước lệnh; mật khẩu được hỏi sau, "
        "hoặc đọc từ đầu vào chuẩn với --password-stdin."
    ),
    "NoAccounts": lambda _: (
        "Không thấy tệp tài khoản so-pcmd.khoa cạnh sổ. Nếu sổ này không dùng tài khoản thì hãy bỏ --user; "
        "nếu có thì hãy lấy lại tệp đó từ bản sao lưu hoặc bản sao của thư mục."
    ),
    "AccountsMissing": lambda error: (
        f"Sổ này có tài khoản, nhưng tệp {error.path.name} và bản chép của nó không còn trong thư mục. "
        "Sổ được giữ nguyên, không mở. Hãy lấy lại tệp này từ một bản sao của thư mục; "
        "thiếu tệp này thì khóa phục hồi cũng không mở được."
    ),
    "RingForeign": lambda error: (
        f"Tệp tài khoản {error.path.name} không phải của sổ này, hoặc sổ đã mã hóa bị hỏng. "
        "Cả hai được giữ nguyên, sổ không mở. Hãy lấy lại đúng tệp này từ bản sao của thư mục."
    ),
    "RingTampered": lambda error: (
        f"Tệp tài khoản {error.path.name} bị sửa từ bên ngoài nên không ai đăng nhập được bằng mật khẩu. "
        "Sổ được giữ nguyên. Quản trị hãy dùng khóa phục hồi để mở và đặt lại vai trò."
    ),
    "LastAdministrator": lambda error: (
        f"{error.name} là tài khoản quản trị cuối cùng nên không bỏ được. Chưa có gì thay đổi. "
        "Hãy giao quyền quản trị cho một tài khoản khác trước."
    ),
    "AccountsThere": lambda _: "Sổ này đã có tài khoản. Chưa có gì thay đổi.",
    "NotRewritten": lambda _: (
        "Chưa đổi được cách mã hóa vì bản sổ ghi lại không khớp với sổ. Sổ vẫn như cũ. "
        "Hãy chạy Kiểm tra sổ rồi thử lại."
    ),
    "PasswordsDiffer": lambda _: "Hai lần gõ mật khẩu mới không giống nhau. Chưa có gì thay đổi.",
    "PasswordUsed": lambda _: "Mật khẩu mới trùng mật khẩu cũ. Hãy chọn mật khẩu khác.",
    "TargetNotWritable": _target,
    "BadBackup": lambda error: backup_texts.fault_text(error.fault, error.path.name),
    "BackupNotVerified": lambda error: backup_texts.not_verified_text(error.fault, error.path.name),
    "SecretWanted": lambda error: backup_texts.secret_text(error.path.name, wrong=error.wrong),
    "OtherOffice": lambda error: backup_texts.foreign_text(error.path.name, error.office),
    "NotAllowed": lambda error: (
        f"Tài khoản đang dùng không có quyền {_RIGHTS[error.right]}. Số liệu vẫn còn nguyên. "
        "Hãy nhờ người có quyền này làm, hoặc đăng nhập bằng tài khoản khác."
    ),
    "FontMissing": lambda _: (
        "Chưa dựng được văn bản vì máy không có phông chữ Times New Roman hoặc Liberation Serif bản 2. "
        "Số liệu vẫn còn nguyên. Hãy cài phông chữ đó rồi làm lại."
    ),
    "GlyphMissing": lambda error: (
        f"Chưa dựng được văn bản vì phông chữ không có các ký tự: {error.characters}. "
        "Số liệu vẫn còn nguyên. Hãy thay các ký tự đó rồi làm lại."
    ),
}


def is_known(error: BaseException) -> bool:
    """Return whether an error is trouble of the surroundings or of what was given, not our own fault."""
    return _words_of(error) is not None


def error_text(error: BaseException) -> str:
    """Write a known error in words; raises KeyError for one that is our own fault."""
    words = _words_of(error)
    if words is None:
        raise KeyError(type(error).__name__)
    return words(error)


def lines_of(error: BaseException) -> tuple[str, ...]:
    """Write a known error line by line, one for each finding."""
    if isinstance(error, Refused):
        return tuple(finding_line(item, error.source) for item in error.findings)
    return (error_text(error),)


def _words_of(error: BaseException) -> Callable[[Any], str] | None:
    return next((WORDS[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in WORDS), None)
