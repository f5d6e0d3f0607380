"""Bytes that are UTF-8, and bytes that are not."""

import pytest

from dragoman.errors import StoryError
from dragoman.stories.decoding import decode


@pytest.mark.parametrize("data", ["Türkiye".encode(), b"\xef\xbb\xbf" + "Türkiye".encode()])
def test_utf8_with_or_without_its_mark(data: bytes) -> None:
    assert decode(data) == "Türkiye"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Türkiye".encode("utf-16"), r"UTF-16 \(it starts with ff fe\).*iconv -f UTF-16"),
        ("Iran and Russia".encode("utf-16-le"), "is UTF-16"),
        ("Line one.\nTürkiye".encode("latin-1"), r"not UTF-8 \(byte fc at offset 11, line 2\); convert it"),
        (b"\xef\xbb\xbfT\xfcrkiye", r"byte fc at offset 4, line 1"),
        (b"Iran\0Oman, and much more plain text", r"binary \(byte 00 at offset 4\)"),
        (b"\x01\x02\x03\x04\xff\x05\x06", r"binary \(byte ff at offset 4, line 1\)"),
        (b"%PDF-1.7\n", "is a PDF file"),
        (b"PK\x03\x04...", "ZIP or Office file"),
    ],
)
def test_other_bytes_are_named_with_their_place(data: bytes, words: str) -> None:
    with pytest.raises(StoryError, match=words):
        decode(data)
