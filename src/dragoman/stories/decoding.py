"""Bytes to text: UTF-8 only, and a clear word about anything else."""

from dragoman.errors import StoryError

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
BOM = b"\xef\xbb\xbf"
_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
)
_SAMPLE = 4096
_TEXT_CONTROLS = frozenset(b"\t\n\v\f\r")


def decode(data: bytes) -> str:
    """Decode UTF-8, with or without a byte order mark, which is left out.

    Raises StoryError for UTF-16, other encodings and binary files, naming the first bad byte.
    """
    _check_kind(data)
    try:
        return data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start + (len(BOM) if data.startswith(BOM) else 0)
        raise StoryError(_describe_bad_byte(data, at)) from error


def _check_kind(data: bytes) -> None:
    for start, kind in _KINDS:
        if data.startswith(start):
            msg = f"is {kind}, not plain text; take its text out first"
            raise StoryError(msg)
    if data.startswith(UTF16_MARKS) or _alternates(data):
        first = data[:2].hex(" ")
        msg = f"is UTF-16 (it starts with {first}), not UTF-8; convert it: iconv -f UTF-16 -t UTF-8"
        raise StoryError(msg)
    at = data.find(b"\0")
    if at >= 0:
        msg = f"is binary (byte 00 at offset {at}), not text; give plain UTF-8 text"
        raise StoryError(msg)


def _alternates(data: bytes) -> bool:
    # UTF-16 without its mark: European text has a zero in every other byte.
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    return half > 1 and max(sample[0::2].count(0), sample[1::2].count(0)) > half * 3 // 4


def _describe_bad_byte(data: bytes, at: int) -> str:
    sample = data[:_SAMPLE]
    controls = sum(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)
    line = data.count(b"\n", 0, at) + 1
    where = f"byte {data[at]:02x} at offset {at}, line {line}"
    if controls * 20 > len(sample):
        return f"is binary ({where}), not text; give plain UTF-8 text"
    return (
        f"is not UTF-8 ({where}); convert it, for Western European text with: iconv -f WINDOWS-1252 -t UTF-8"
    )
