"""How a story is known when nobody has given it an id: by the hash of its text."""

import hashlib


def hash_text(text: str) -> str:
    """Return the SHA-256 of the UTF-8 text, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def default_id(sha256: str) -> str:
    """Return the id of a story that came without one: ``sha256:`` and the first 16 digits."""
    return f"sha256:{sha256[:16]}"
