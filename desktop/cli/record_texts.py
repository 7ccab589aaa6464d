"""The words of `pcmd records`."""

RECORDS = "các bản ghi trong năm: lấy mẫu Excel, nhập từ Excel"
TEMPLATE = "ghi mẫu Excel trống của một loại bản ghi"
IMPORT = "nhập một tệp theo mẫu, hoặc danh sách của đơn vị; tất cả hoặc không gì"
KIND = "LOẠI"
DRY_RUN = "chỉ xem sẽ nhập gì, không ghi vào sổ"
MARKED = "ghi bản đánh dấu các chỗ cần sửa ra tệp này"
MAPPING = "ghép cột theo cách đã đặt tên và nhớ trong sổ"
LEAVE_OUT = "bỏ một cột, gọi bằng tên cột (dùng được nhiều lần)"
CONVERT = "đồng ý chuyển chữ ở bảng mã cũ (TCVN3, VNI) sang Unicode"
COLUMN, PAIR = "CỘT", "CỘT=CỘT_MẪU"
MAP = "đọc cột này của tệp như cột kia của mẫu (dùng được nhiều lần); kèm --mapping thì cách ghép được nhớ"
TEMPLATE_WRITTEN = "Đã ghi mẫu {title} ra {file}."
IMPORTED = "Đã nhập {source}: {new} dòng mới, {changed} dòng sửa, {same} dòng đã có."
WOULD_IMPORT = (
    "{source}: sẽ có {new} dòng mới, {changed} dòng sửa; {same} dòng đã có; {refused} dòng bị từ chối."
)
MARKED_WRITTEN = "Đã ghi bản đánh dấu ra {file}."
