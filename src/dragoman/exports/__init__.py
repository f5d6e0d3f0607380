"""Readings out: one module a format, each yielding text piece by piece."""
