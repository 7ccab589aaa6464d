"""Sentences for what the check before printing finds, and for what to look at in pasted text."""

from collections.abc import Mapping

_HEAD = {
    "paper_agency_missing": "Thiếu tên cơ quan ban hành. Hãy ghi ở Danh mục, phần đơn vị.",
    "paper_number_missing": "Chưa có số văn bản. Bản in chừa chỗ để ghi tay.",
    "paper_number_zero": "Số “{value}” phải viết là {expected}.",
    "paper_symbol_missing": "Thiếu ký hiệu văn bản. Hãy ghi ô Ký hiệu.",
    "paper_symbol_small": "Ký hiệu “{value}” phải viết hoa: {expected}.",
    "paper_symbol_form": "Ký hiệu “{value}” chưa đúng dạng số/KH-UBND.",
    "paper_place_missing": "Thiếu địa danh. Hãy ghi ở Danh mục, phần đơn vị.",
    "paper_place_comma": "Sau địa danh “{value}” cần dấu phẩy.",
    "paper_date_missing": "Chưa có ngày ban hành. Bản in chừa chỗ để ghi tay.",
    "paper_date_incomplete": "Ngày ban hành “{value}” chưa đủ ngày, tháng, năm. Bản in chừa chỗ để ghi tay.",
    "paper_date_impossible": "Không có ngày {value}.",
    "paper_day_zero": "Ngày “{value}” phải viết là {expected}.",
    "paper_month_zero": "Tháng “{value}” phải viết là {expected}.",
    "paper_kind_missing": "Thiếu tên loại văn bản.",
    "paper_subject_missing": "Thiếu trích yếu. Hãy ghi ô Trích yếu.",
    "paper_subject_capitals": "Trích yếu viết chữ thường, không viết hoa toàn bộ.",
    "paper_subject_small": "Chữ đầu của trích yếu phải viết hoa.",
    "paper_subject_stop": "Cuối trích yếu không có dấu câu.",
    "paper_subject_repeats_kind": (
        "Trích yếu lặp lại “{kind}” đã in ở dòng trên. Hãy bỏ chữ này ở ô Trích yếu."
    ),
    "paper_grounds_missing": "Thiếu căn cứ ban hành. Hãy ghi ô Căn cứ.",
    "paper_ground_opening": "Căn cứ phải mở đầu bằng “Căn cứ”, “Theo đề nghị” hoặc “Thực hiện”.",
    "paper_ground_end": "Cuối căn cứ này cần dấu chấm phẩy.",
    "paper_last_ground_end": "Căn cứ cuối cần dấu chấm.",
}
_BODY = {
    "paper_number_order": "Mục ghi “{value}”, đúng thứ tự phải là “{expected}”.",
    "paper_level_skipped": "“{value}” bỏ qua một cấp mục. Hãy chọn lại cấp của mục.",
    "paper_label_typed": "“{value}” có số gõ tay; số mục được đánh tự động. Hãy bỏ số gõ tay.",
    "paper_heading_missing": "Mục {value} chưa có tiêu đề. Hãy ghi ô Chữ.",
    "paper_section_empty": "Mục “{value}” chưa có nội dung. Hãy thêm đoạn văn hoặc mục con.",
    "paper_body_missing": "Văn bản chưa có nội dung. Hãy thêm mục ở phần Nội dung.",
    "paper_body_end": "Nội dung chưa kết thúc bằng “./.”.",
    "paper_body_ends_early": "Dấu “./.” nằm giữa văn bản. Hãy bỏ dấu này.",
    "paper_targets_missing": "Mục chỉ tiêu chưa có chỉ tiêu nào. Hãy thêm ở phần Chỉ tiêu, hoặc bỏ mục này.",
    "paper_targets_unplaced": (
        "Có chỉ tiêu nhưng chưa chọn mục để in. Hãy thêm mục loại “Chèn các chỉ tiêu” ở phần Nội dung."
    ),
    "paper_models_missing": "Có mục kèm phụ lục mô hình nhưng năm này chưa có mô hình nào. Hãy nhập mô hình trước.",
    "paper_hotspots_missing": "Có mục kèm phụ lục tụ điểm nhưng chưa có tụ điểm nào được triệt xóa đến hết năm này.",
    "paper_target_empty": "Chỉ tiêu chưa có nội dung. Hãy ghi hoặc xóa chỉ tiêu này.",
    "paper_task_content_missing": "Nhiệm vụ chưa có nội dung. Hãy ghi hoặc xóa nhiệm vụ này.",
    "paper_task_lead_missing": "Nhiệm vụ “{value}” chưa có cơ quan chủ trì. Hãy ghi ô Chủ trì.",
    "paper_task_time_missing": "Nhiệm vụ “{value}” chưa có thời gian. Hãy ghi ô Từ ngày hoặc Hạn.",
    "paper_changes_missing": "Chưa có nội dung sửa đổi.",
    "paper_change_empty": "Nội dung mới trùng nội dung cũ hoặc để trống.",
    "paper_change_place_missing": "Chưa ghi sửa ở mục nào.",
    "paper_amended_unknown": "Kế hoạch được sửa chưa có số hoặc ngày.",
    "paper_issuer_missing": "Quyết định chưa ghi thẩm quyền ban hành.",
}
_END = {
    "paper_authority_unknown": "“{value}” không phải TM., KT., Q., TL., TUQ..",
    "paper_authority_missing": "{value} làm việc tập thể: cần dòng “TM.”.",
    "paper_authority_order": "“TM.” phải ở dòng đầu.",
    "paper_authority_clash": "Không dùng “TM.” cùng “TL.” hoặc “TUQ.”.",
    "paper_post_missing": "Thiếu chức vụ người ký. Hãy ghi ô Chức vụ.",
    "paper_deputy_missing": "Dưới “KT.” phải là chức vụ cấp phó.",
    "paper_deputy_alone": "Cấp phó ký thay phải có dòng “KT.”.",
    "paper_name_missing": "Thiếu họ tên người ký. Hãy ghi ô Người ký.",
    "paper_name_title": "Trước họ tên không ghi danh xưng, học vị: “{value}”.",
    "paper_name_capitals": "Họ tên viết chữ thường, hoa chữ đầu.",
    "paper_recipients_missing": "Chưa có nơi nhận. Hãy ghi ô Nơi nhận.",
    "paper_registry_last": "Dòng cuối phải là “Lưu: VT, …”.",
    "paper_recipient_end": "Cuối dòng này cần dấu “{expected}”.",
    "paper_annex_label": "Ghi “{value}”, phải là “{expected}”.",
    "paper_annex_title_missing": "Phụ lục thiếu tên.",
    "paper_annex_title_small": "Tên phụ lục phải viết hoa.",
    "paper_annex_attached": "Phụ lục thiếu dòng “(Kèm theo …)”.",
    "paper_annex_not_mentioned": "Nội dung chưa nhắc đến phụ lục kèm theo. Hãy nhắc đến trong một đoạn văn.",
}
PAPER_TEXTS: Mapping[str, str] = {**_HEAD, **_BODY, **_END}
