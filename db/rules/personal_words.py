"""The words that the guard of free text knows: family names, well-known names, what stands before a place's name."""

# Of the Kinh, Thái, H'Mông, Khơ Mú, Hà Nhì, Dao, Tày, Nùng and Hoa; words that begin many agencies' names are left out.
FAMILY_NAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Lò|Lường|Quàng|Cà|Vàng|Giàng|Sùng|Thào|"
    "Mùa|Hạng|Vừ|Tòng|Lầu|Chảo|Tẩn|Đinh|Trịnh|Đoàn|Mai|Tô|Tạ|Cao|Hà|Lương|Lưu|Lâm|Trương|Đào|Đàm|Phùng|Quách|Kiều|"
    "Triệu|Thái|Nông|Hứa|Bế|Ma|Tống|La|Vi|Lù|Lèo|Cầm|Điêu|Hờ|Ly|Sìn|Chang|Khoàng|Pờ|Lỳ|Bạch|Chu|Châu|Doãn|"
    "Giáp|Khổng|Khúc|Mạc|Nghiêm|Nhâm|Ninh|Phí|Sầm|Thân|Thạch|Tăng|Vương|Kim"
)
FAMOUS_NAMES = (
    "Trần Hưng Đạo|Trần Quốc Toản|Lê Thánh Tông|Lê Hồng Phong|Lê Văn Tám|Lê Quý Đôn|Lý Thường Kiệt|Lý Tự Trọng|"
    "Lý Thái Tổ|Lý Nam Đế|Nguyễn Văn Trỗi|Nguyễn Văn Cừ|Nguyễn Văn Linh|Nguyễn Thị Minh Khai|Nguyễn Bỉnh Khiêm|"
    "Nguyễn Tất Thành|Nguyễn Đình Chiểu|Nguyễn Chí Thanh|Nguyễn Viết Xuân|Võ Nguyên Giáp|Võ Thị Sáu|Võ Văn Kiệt|"
    "Phan Bội Châu|Phan Chu Trinh|Phan Đình Phùng|Phan Đình Giót|Hoàng Văn Thụ|Hoàng Hoa Thám|Hoàng Quốc Việt|"
    "Hoàng Công Chất|Hoàng Su Phì|Hồ Chí Minh|Hồ Tùng Mậu|Tô Vĩnh Diện|Tôn Đức Thắng|Phạm Văn Đồng|Phạm Ngọc Thạch|"
    "Bùi Thị Xuân|Lương Thế Vinh"
)
PLACE_WORDS = (
    "đường|phố|ngõ|trường|thpt|thcs|th|tiểu học|trung học|cơ sở|phổ thông|mầm non|cao đẳng|đại học|học viện|thôn|bản|"
    "buôn|ấp|tổ|khu|khóm|xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|tp\\.?|cầu|chợ|công viên|quảng trường|công ty|"
    "doanh nghiệp|hộ kinh doanh|nhà nghỉ|khách sạn|karaoke|quán|nhà hàng|nhà văn hóa|bệnh viện|trung tâm|ubnd|"
    "giải|quỹ|tượng đài|đền|chùa"
)
