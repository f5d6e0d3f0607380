"""Syntax: who does what to whom, normalised over the constructions of a dependency parse.

Reads spaCy's English dependency labels (ClearNLP style). The same doer is found in "X attacked Y",
"Y was attacked by X", "X, which attacked Y", "X decided to attack Y" and "X launched an attack on Y".
"""
