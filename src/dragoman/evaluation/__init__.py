"""How well the reading does: gold, scores with intervals, errors by cause, and the gate."""
