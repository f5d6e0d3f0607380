"""What could not be read: a story or a whole source, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFailure:
    """Something that was to be read and was not. ``reason`` says what is wrong and what to do."""

    where: str
    reason: str

    def __str__(self) -> str:
        """Return one line: where, then why. Control characters of file names are escaped."""
        line = f"{self.where}: {self.reason}"
        return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in line)
