"""The words of `pcmd scores print` and `pcmd scores summary`."""

YEAR, YEAR_HELP = "NĂM", "năm chấm điểm"
PRINT = "in phiếu chấm điểm, biên bản thẩm định hoặc danh sách đề nghị công nhận ra PDF, Word"
UNIT_HELP = "mã xã; không ghi là mọi xã của năm"
MINUTES_HELP = "in biên bản thẩm định thay cho phiếu"
DECISION_HELP = "in danh sách đề nghị công nhận (kèm theo Tờ trình, Quyết định); được cả .xlsx"
CLASS, CLASS_HELP = "LOẠI", "chỉ các loại này trong danh sách, theo mã loại của bộ tiêu chí"
SUMMARY = "biểu tổng hợp PCMD-07 của mọi xã trong năm ra Excel"
PRINTED = {
    "sheet": "Đã in phiếu chấm điểm {units} năm {year} ra {file}.",
    "minutes": "Đã in biên bản thẩm định {units} năm {year} ra {file}.",
    "list": "Đã in danh sách công nhận {units} năm {year} ra {file}.",
    "summary": "Đã ghi biểu tổng hợp {units} năm {year} ra {file}.",
}
COMMUNES = "{count} xã"
