"""Plans and other texts made up for the tests, each of another layout; no sentence is a real plan's."""

DISTRICT = """
ỦY BAN NHÂN DÂN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN SƠN TRÀ                      Độc lập - Tự do - Hạnh phúc
-------                            ---------------
Số: 38/KH–UBND                  Sơn Trà, ngày 09 tháng 02 năm 2024

KẾ HOẠCH
Công tác phòng, chống tệ nạn mại dâm
trên địa bàn huyện năm 2024

Căn cứ Pháp lệnh Phòng, chống mại dâm năm 2003;
Căn cứ Kế hoạch số 512/KH-UBND ngày 30/12/2023 của UBND tỉnh.
UBND huyện ban hành kế hoạch như sau:

Phần thứ nhất
ĐÁNH GIÁ KẾT QUẢ NĂM 2023
1. Kết quả đạt được
- Đã kiểm tra 45 lượt cơ sở, đạt 90% kế hoạch.
- 8/12 xã không còn điểm phức tạp.
2. Tồn tại
Một số xã báo cáo chậm.

Phần thứ hai
MỤC TIÊU, NHIỆM VỤ NĂM 2024
I. MỤC TIÊU
1. Mục tiêu chung
Giữ vững địa bàn, không để hình thành đường dây mới.
2. Mục tiêu cụ thể
a) Về tuyên truyền
- 11/11 xã, thị trấn mở ít nhất 02 buổi nói chuyện.
- Mỗi tháng ít nhất 01 tin, bài trên trang thông tin huyện.
b) Về kiểm tra
- Kiểm tra từ 85% số cơ sở kinh doanh dịch vụ trở lên.
- Giảm 50% số điểm nghi vấn so với năm trước.
- Không để phát sinh tụ điểm mới.
c) Về hỗ trợ
+ Giới thiệu việc làm cho 15 - 20 người.
+ Tỷ lệ tái phạm dưới 5,5%.
II. NHIỆM VỤ, GIẢI PHÁP
1. Tuyên truyền
a) Phát thanh 1.200 lượt trên loa các thôn trong năm.
b) Treo băng rôn tại các chợ trước ngày 30/6.
2. Kiểm tra, xử lý
- Công an huyện chủ trì, phối hợp với Phòng Văn hóa, Phòng Y tế rà soát nhà nghỉ trong Quý II/2024.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Lao động - Thương binh và Xã hội
- Là cơ quan thường trực; báo cáo UBND huyện định kỳ 6 tháng trước ngày 10/6 và năm trước ngày 10/12.
2. Công an huyện: lập hồ sơ quản lý địa bàn.
3. Đề nghị Hội Liên hiệp Phụ nữ huyện
Vận động hội viên tham gia mô hình.
4. UBND các xã, thị trấn
- Xây dựng kế hoạch của địa phương.
Trên đây là Kế hoạch năm 2024, yêu cầu các đơn vị thực hiện nghiêm túc./.

Nơi nhận:                              TM. ỦY BAN NHÂN DÂN
- UBND tỉnh (b/c);                         CHỦ TỊCH
- Các phòng, ban huyện;
- UBND các xã, thị trấn;
- Lưu: VT.                               Đặng Quốc Khôi
"""

COMMUNE = """UBND XÃ PHÚ LÂM
Số: 05/KH-UBND
Phú Lâm, ngày 03 tháng 3 năm 2026
KẾ HOẠCH PHÒNG, CHỐNG MẠI DÂM NĂM 2026
1. Mục đích
Nâng cao hiểu biết của người dân.
2. Chỉ tiêu
Phấn đấu 100% thôn ký cam kết; 95% chủ nhà trọ được phổ biến pháp luật; tổ chức 04 buổi truyền thông.
3. Nội dung thực hiện
- Nói chuyện tại nhà văn hóa thôn.
- Phát tờ rơi cho công nhân.
4. Phân công
- Công an xã: nắm tình hình các nhà trọ.
- Trạm Y tế: tư vấn sức khỏe.
- Đoàn Thanh niên, Hội Phụ nữ vận động hội viên.
Báo cáo gửi UBND xã trước ngày 25/11/2026./.
Nơi nhận:
- Như trên;
- Lưu VP.
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
(Đã ký)
Hoàng Thị Mơ
"""

RUNNING_TEXT = """Số:     /KH-SYT
Hòa Bình, ngày     tháng     năm 2026

KẾ HOẠCH
Triển khai công tác phòng, chống mại dâm giai đoạn 2026 - 2030 của ngành Y tế

I. MỤC ĐÍCH
Chăm lo sức khỏe cộng đồng. Phấn đấu có ít nhất 75% người cần được tư vấn. Tăng 10% số lượt khám so với năm 2025.

II. NHIỆM VỤ
Ngành y tế tổ chức tư vấn lưu động tại các khu công nghiệp.

III. TỔ CHỨC THỰC HIỆN
Trung tâm Kiểm soát bệnh tật chủ trì, phối hợp với các bệnh viện tổ chức thực hiện.

Nơi nhận:
- Bộ Y tế;
- Lưu: VT, NVY.

GIÁM ĐỐC

Bùi Văn Tâm
"""

DECIMAL = """Số: 112/KH-BCĐ
Biên Hòa, ngày 20 tháng 01 năm 2023
KẾ HOẠCH
Phòng, chống tệ nạn mại dâm năm 2023
1. MỤC TIÊU
1.1. Mục tiêu chung
Ngăn chặn, đẩy lùi tệ nạn.
1.2. Các chỉ tiêu chủ yếu
1.2.1. Có 1.250 lượt người được tuyên truyền trực tiếp.
1.2.2. 92,5% cán bộ chuyên trách được tập huấn.
1.2.3. Thành lập đội công tác xã hội tình nguyện ở phường Tân Hiệp.
2. GIẢI PHÁP
2.1. Truyền thông
2.1.1. Dựng 12 cụm pa nô ở các cửa ngõ thành phố.
2.1.2. Đăng bài trên cổng thông tin.
2.2. Kiểm tra
2.2.1. Đội 178 thành phố kiểm tra đột xuất.
4. PHÂN CÔNG TRÁCH NHIỆM
4.1. Phòng Văn hóa và Thông tin chủ trì công tác truyền thông.
4.2. Công an thành phố có trách nhiệm quản lý địa bàn.
4.3. Bố trí kinh phí theo phân cấp.
Nơi nhận:
- Thành viên BCĐ;
- Lưu: VT
TRƯỞNG BAN
PHÓ CHỦ TỊCH UBND THÀNH PHỐ
Trần Ngọc Ánh
"""

CAPITALS = """SỐ: 21/KH-UBND
ĐÔNG HẢI, NGÀY 15 THÁNG 4 NĂM 2022
KẾ HOẠCH
PHÒNG, CHỐNG TỆ NẠN MẠI DÂM NĂM 2022
A. MỤC ĐÍCH
- BẢO VỆ NẾP SỐNG LÀNH MẠNH.
B. CHỈ TIÊU
- 80% SỐ KHU PHỐ CÓ TỔ TỰ QUẢN.
- TỐI ĐA 02 VỤ VI PHẠM TRONG NĂM.
C. NHIỆM VỤ
- TUYÊN TRUYỀN TRÊN LOA PHƯỜNG HẰNG TUẦN.
D. TỔ CHỨC THỰC HIỆN
- CÔNG AN PHƯỜNG: TUẦN TRA BAN ĐÊM.
- HỘI CỰU CHIẾN BINH: VẬN ĐỘNG HỘI VIÊN.
NƠI NHẬN:
- ĐẢNG ỦY PHƯỜNG;
- LƯU: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
PHAN ĐÌNH LỘC
"""

NO_TARGETS = """Số: 9/KH-PVHTT
Mộc Châu, ngày 11 tháng 5 năm 2025
KẾ HOẠCH
Phối hợp kiểm tra cơ sở lưu trú năm 2025
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Chấn chỉnh hoạt động lưu trú, bảo đảm trật tự.
2. Yêu cầu
Kiểm tra đúng quy định, không gây phiền hà.
II. NỘI DUNG
1. Đối tượng: khách sạn, nhà nghỉ, cơ sở cho thuê phòng tại 03 xã trung tâm.
2. Thời gian: từ ngày 01/6/2025 đến ngày 30/9/2025.
III. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa và Thông tin: cử 02 cán bộ tham gia đoàn.
2. Công an huyện: cử cán bộ phối hợp.
Nơi nhận:
- UBND huyện;
- Lưu: VP.
TRƯỞNG PHÒNG
Lò Thị Hạnh
"""

WRAPPED = """Số: 77/KH-UBND
Cẩm Lệ, ngày 02 tháng 01 năm 2025

KẾ HOẠCH
Phòng, chống mại dâm trên địa bàn quận năm 2025

I. MỤC TIÊU
Tiếp tục giữ vững kết quả của những năm qua, nâng cao trách nhiệm của các
phường, của người đứng đầu cơ sở kinh doanh và của từng gia đình trong việc
ngăn chặn tệ nạn xã hội trên địa bàn quận.
II. CHỈ TIÊU
1. Duy trì 06 mô hình phòng ngừa ở các phường có nhiều nhà nghỉ, bảo đảm mỗi
mô hình sinh hoạt ít nhất một tháng một lần.
2. Ít nhất 90% số cơ sở kinh doanh dịch vụ có điều kiện trên địa bàn được cơ
quan chức năng kiểm tra trong năm.
3
3. Bảo đảm 100% tin báo, tố giác được Công an quận tiếp nhận và giải quyết
đúng thời hạn luật định.
III. NHIỆM VỤ, GIẢI PHÁP
1. Sở Lao động - Thương binh và Xã hội và các cơ quan truyền thông của quận
đăng tải tin, bài về gương người tốt, việc tốt.
2. Xây dựng chương trình phối hợp giữa Công an quận và Phòng Lao động
- Thương binh và Xã hội quận về quản lý cơ sở.
5. Tập huấn cho 40 cán bộ phường.
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Lao động - Thương binh và Xã hội: tham mưu UBND quận chỉ đạo các
phường; tổng hợp báo cáo trước ngày 15/12/2025.
2. Ủy ban nhân dân các phường: xây dựng kế hoạch chi tiết của phường mình và
bố trí kinh phí thực hiện.
Nơi nhận:
- Thường trực Quận ủy;
- Ủy ban Mặt trận Tổ quốc Việt Nam quận và các tổ chức chính trị - xã hội
thuộc quận;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Võ Thanh Bình
"""

PIPED = """# UBND PHƯỜNG AN KHÁNH
Số: 14/KH-UBND
An Khánh, ngày 20 tháng 10 năm 2025

# **KẾ HOẠCH**
**Phòng, chống mại dâm năm 2026**

## I. MỤC TIÊU, CHỈ TIÊU [bookmark: _Toc1]

- Phấn đấu **100 %** cơ sở ký cam kết.

## II. NHIỆM VỤ

### 1\\. Kiểm tra

- Kiểm tra các nhà nghỉ.

Cơ quan chủ trì: Công an phường.

Cơ quan phối hợp: Trạm Y tế; Văn phòng UBND phường.

Thời gian thực hiện: Quý III năm 2026.

### 2. Danh mục công việc

| STT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành | Sản phẩm |
|:---|---|---|---|---|---|
| 1 | Rà soát cơ sở | Công an phường | Tổ dân phố | Tháng 3/2026 | Danh sách |
| 2 | Truyền thông | Đoàn Thanh niên | Hội Phụ nữ, Hội Nông dân | Thường xuyên | |

## III. TỔ CHỨC THỰC HIỆN

**1. Công an phường** chủ trì kiểm tra.

**2. Các tổ dân phố** phối hợp tuyên truyền.

**Nơi nhận:**
- Đảng ủy phường;
- Lưu: VT.

**TM. ỦY BAN NHÂN DÂN**
**KT. CHỦ TỊCH**
**PHÓ CHỦ TỊCH**

**Lê Thị Thu Hà**
"""

PARTY_STYLE = """ĐẢNG ỦY - UBND XÃ TÂN HÒA
BAN CHỈ ĐẠO PCTP, TNXH
*
Số 03-KH/BCĐ
Tân Hòa, ngày .... tháng 3 năm 2026
KẾ HOẠCH
phòng ngừa tệ nạn mại dâm năm 2026
---
Căn cứ tình hình thực tế địa phương, Ban Chỉ đạo xã xây dựng Kế hoạch:
I/ MỤC TIÊU - CHỈ TIÊU:
1/ Mục tiêu: Giữ vững xã không có tệ nạn mại dâm.
2/ Chỉ tiêu:
+ 100% ấp đăng ký;
+ Tuyên truyền 24 cuộc với 1.500 lượt người dự;
+ Xoá 01 điểm nghi vấn.
II/ NỘI DUNG THỰC HIỆN:
1/ Tuyên truyền:
- Phát loa 3 lần/tuần.
2/ Kiểm tra:
- Kiểm tra 12 cơ sở.
III/ TỔ CHỨC THỰC HIỆN:
- Công an xã: Chủ công trong đấu tranh.
- Các ngành, đoàn thể: Vận động đoàn viên.
- Ban nhân dân các ấp: Nắm tình hình.
IV/ CHẾ ĐỘ BÁO CÁO:
Hàng tháng trước ngày 20, quý trước ngày 15, các ấp báo cáo về Công an xã.
Nơi nhận :
- BCĐ huyện (báo cáo);
- Lưu.
TM. BAN CHỈ ĐẠO
TRƯỞNG BAN

Phạm Văn Út
"""

JOINT = """UBND QUẬN 9
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

KẾ HOẠCH LIÊN TỊCH
Giữa Công an quận và Hội Liên hiệp Phụ nữ quận về phòng, chống mại dâm giai đoạn 2023-2025

A. MỤC ĐÍCH, YÊU CẦU
I. Mục đích
Phối hợp chặt chẽ.
B. NỘI DUNG, CHỈ TIÊU PHỐI HỢP
I. Các chỉ tiêu
1. Hằng năm 90% hội viên được tuyên truyền.
2. Mỗi phường xây dựng 01 mô hình.
II. Nhiệm vụ
1. Nhiệm vụ của Công an quận
- Cung cấp thông tin.
2. Nhiệm vụ của Hội Liên hiệp Phụ nữ quận
- Vận động hội viên.
C. TỔ CHỨC THỰC HIỆN
1. Công an quận và Hội LHPN quận thống nhất triển khai.
2. Sáu tháng, một năm tổ chức sơ kết.

HỘI LHPN QUẬN                    CÔNG AN QUẬN
CHỦ TỊCH                         TRƯỞNG CÔNG AN QUẬN
Lê Thị Na                        Đại tá Vũ Đình Nam
"""

ARTICLE = """Tỉnh Bắc Sơn đặt mục tiêu 100% xã không có tụ điểm mại dâm

(Báo Bắc Sơn) - UBND tỉnh Bắc Sơn vừa ban hành Kế hoạch số 88/KH-UBND về phòng, chống mại dâm năm 2025.

Theo đó, tỉnh phấn đấu 100% xã, phường ra quân; ít nhất 90% cơ sở được kiểm tra; giảm 30% số vụ so với năm trước.

Ông Nguyễn Văn X, Phó Chủ tịch UBND tỉnh, cho biết:

- Sở Y tế chủ trì, phối hợp với Công an tỉnh thực hiện;

- UBND các huyện báo cáo trước ngày 15/12/2025.

1. Mục tiêu của kế hoạch

Kế hoạch hướng tới giảm 50% tụ điểm.

2. Nhiệm vụ trọng tâm

Tỉnh sẽ mở 20 lớp tập huấn.

Tin, ảnh: Minh Anh
"""

REPORT = """Số: 44/BC-UBND
Tân Sơn, ngày 10 tháng 12 năm 2025
BÁO CÁO
Kết quả phòng, chống mại dâm năm 2025
I. KẾT QUẢ
1. 100% xã đã ký cam kết.
II. NHIỆM VỤ NĂM 2026
1. Phấn đấu 90% cơ sở được kiểm tra.
Nơi nhận:
- UBND tỉnh;
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Hà Văn Sơn
"""
