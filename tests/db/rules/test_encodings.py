"""Old encodings: recognised, converted, shown before and after."""

import unicodedata

import pytest

from db.rules.encodings import Encoding, converted, decoded, preview, recognised

TCVN3 = "KÕ ho¹ch phßng, chèng tÖ n¹n m¹i d©m cña Uû ban nh©n d©n x· §«ng H¶i, n¨m 2008; ®· cã 15 c¬ së ®­îc kiÓm tra."
VNI = (
    "Keá hoaïch phoøng, choáng teä naïn maïi daâm cuûa Uyû ban nhaân daân xaõ"
    " Ñoâng Haûi, naêm 2008; ñaõ coù 15 cô sôû ñöôïc kieåm tra."
)
UNICODE = (
    "Kế hoạch phòng, chống tệ nạn mại dâm của Uỷ ban nhân dân xã Đông"
    " Hải, năm 2008; đã có 15 cơ sở được kiểm tra."
)


@pytest.mark.parametrize(("text", "encoding"), [(TCVN3, Encoding.TCVN3), (VNI, Encoding.VNI)])
def test_old_text_is_recognised_and_converted(text: str, encoding: Encoding) -> None:
    assert recognised(text) is encoding
    assert converted(text, encoding) == UNICODE


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_unicode_is_left_as_it_is_but_composed(form: str) -> None:
    text = unicodedata.normalize(form, UNICODE)  # type: ignore[arg-type]
    assert recognised(text) is Encoding.UNICODE
    assert converted(text, Encoding.UNICODE) == UNICODE


@pytest.mark.parametrize(
    "text", ["", "Plan 2025: 12 km, café à la carte", "KE HOACH PHONG CHONG MAI DAM NAM 2025"]
)
def test_text_of_another_language_or_without_marks_is_unicode(text: str) -> None:
    assert recognised(text) is Encoding.UNICODE


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (UNICODE.encode(), Encoding.UNICODE),
        (b"\xef\xbb\xbf" + UNICODE.encode(), Encoding.UNICODE),
        (UNICODE.encode("utf-16"), Encoding.UNICODE),
        (UNICODE.encode("utf-16-le"), Encoding.UNICODE),
        (TCVN3.encode("latin-1"), Encoding.TCVN3),
        (TCVN3.encode(), Encoding.TCVN3),
        (VNI.encode("latin-1"), Encoding.VNI),
    ],
)
def test_bytes_of_each_encoding_give_the_same_text(data: bytes, encoding: Encoding) -> None:
    assert decoded(data) == (UNICODE, encoding)


def test_windows_1258_is_told_from_the_older_ones() -> None:
    split = unicodedata.normalize("NFD", UNICODE)
    letters = {"a\u0302": "â", "a\u0306": "ă", "e\u0302": "ê", "o\u0302": "ô", "o\u031b": "ơ", "u\u031b": "ư"}
    for apart, letter in letters.items():
        split = split.replace(apart, letter)
    data = (
        split.replace("a\u0323\u0302", "â\u0323")
        .replace("e\u0323\u0302", "ê\u0323")
        .encode("cp1258", "ignore")
    )
    assert decoded(data)[1] is Encoding.WINDOWS_1258


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ValueError, match="no text"):
        decoded(bytes(range(128, 255)) * 20)


def test_preview_shows_lines_before_and_after() -> None:
    shown = preview(f"2008\n\n{TCVN3}\n{TCVN3}", Encoding.TCVN3, most=1)
    assert (shown.before, shown.after) == ((TCVN3,), (UNICODE,))


def test_capitals_of_vni_stay_capitals() -> None:
    assert converted("ÑOÂNG HAÛI, KEÁ HOAÏCH", Encoding.VNI) == "ĐÔNG HẢI, KẾ HOẠCH"
