"""The words of receiving returns."""

MARKED_NAME = "{stem} - cần sửa.xlsx"
