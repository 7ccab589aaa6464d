"""The words of what a machine was found to offer."""

from collections.abc import Mapping

from db.rules.surroundings import Matter, Standing

MATTERS: Mapping[Matter, str] = {
    Matter.PLACE: "Nơi giữ sổ",
    Matter.WRITING: "Ghi vào thư mục",
    Matter.SPACE: "Chỗ trống",
    Matter.CLOCK: "Ngày giờ của máy",
    Matter.LETTERS: "Chữ trên màn hình",
    Matter.PAPER: "Chữ khi in",
    Matter.PRINTER: "Máy in",
}
STANDINGS: Mapping[Standing, str] = {
    Standing.GOOD: "Tốt",
    Standing.NOTE: "Nên biết",
    Standing.CAUTION: "Nên sửa",
    Standing.REFUSED: "Phải sửa",
}
SENTENCES: Mapping[Matter, Mapping[str, str]] = {
    Matter.PLACE: {
        "own": "Ổ đĩa của máy, không có chương trình đồng bộ.",
        "removable": (
            "Ổ rời (USB), dễ hỏng và dễ mất. Nên đặt sổ ở ổ đĩa của máy, hoặc sao lưu ra nơi khác thường xuyên."
        ),
        "network": (
            "Ổ mạng, máy khác hoặc thư mục dùng chung: sổ dễ hỏng khi mạng đứt. Hãy chọn thư mục trên ổ đĩa của máy."
        ),
        "cloud": (
            "{value} đồng bộ thư mục này nên sổ có thể bị chép dở hoặc bị thay. Hãy chọn thư mục không đồng bộ."
        ),
    },
    Matter.WRITING: {
        "good": "Ghi thử được.",
        "folder_missing": (
            "Không ghi thử được: ổ đĩa chưa cắm, hoặc có một tệp trùng tên với thư mục. "
            "Hãy cắm ổ hoặc đổi tên tệp đó rồi xem lại."
        ),
        "no_permission": "Không được phép ghi vào đây. Hãy nhờ người quản trị máy cho quyền ghi rồi xem lại.",
        "open_elsewhere": "Chương trình khác đang giữ thư mục. Hãy đóng chương trình đó rồi xem lại.",
        "disk_full": "Không ghi thử được vì ổ đĩa đã đầy. Hãy xóa bớt tệp không cần rồi xem lại.",
        "is_a_folder": "Không ghi thử được vì có một thư mục trùng tên với tệp. Hãy xem lại.",
        "other": "Không ghi thử được vì ổ đĩa báo lỗi. Hãy dùng ổ đĩa khác.",
    },
    Matter.SPACE: {
        "good": "Ổ đĩa còn trống {value}.",
        "little": "Ổ đĩa chỉ còn trống {value}, sắp thiếu chỗ cho bản sao lưu. Nên xóa bớt tệp không cần.",
        "full": (
            "Ổ đĩa chỉ còn trống {value}, không đủ cho sổ và các bản sao lưu (cần ít nhất {least}). "
            "Hãy xóa bớt tệp không cần rồi xem lại."
        ),
        "unknown": "Máy không cho biết ổ đĩa còn trống bao nhiêu.",
    },
    Matter.CLOCK: {
        "good": "{value}, giờ Việt Nam.",
        "before": (
            "{value}, trước ngày có bản Sổ PCMD này nên chắc là sai. Hãy chỉnh ngày giờ của máy: "
            "ngày ghi trong nhật ký và hạn báo cáo tính theo đó."
        ),
        "after": (
            "{value}, quá xa so với ngày có bản Sổ PCMD này nên chắc là sai. Hãy chỉnh ngày giờ của máy: "
            "ngày ghi trong nhật ký và hạn báo cáo tính theo đó."
        ),
        "zone": "{value}, máy không đặt múi giờ Việt Nam (UTC+7). Nếu máy ở Việt Nam thì nên chỉnh lại.",
    },
    Matter.LETTERS: {
        "good": "Hiện đủ chữ tiếng Việt.",
        "missing": "Phông chữ của máy thiếu: {value}. Nên cài phông Segoe UI, Noto Sans hoặc DejaVu Sans.",
    },
    Matter.PAPER: {
        "good": "{value}, đủ chữ tiếng Việt.",
        "missing": (
            "Chưa có Times New Roman hoặc Liberation Serif bản 2 nên chưa in và lưu PDF được. Hãy cài một trong hai."
        ),
    },
    Matter.PRINTER: {
        "good": "Có {value} máy in.",
        "none": "Chưa có máy in: vẫn lưu được PDF.",
    },
}
LINE = "{standing} – {matter}: {words}"
MEGABYTES, GIGABYTES = "{size} MB", "{size} GB"
MOMENT = "%H:%M %d/%m/%Y"
