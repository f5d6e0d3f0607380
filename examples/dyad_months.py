"""Count acts by pair of states and month, from what ``dragoman read`` wrote.

    dragoman read examples/stories.jsonl | python examples/dyad_months.py > panel.csv

Only acts that happened or go on are counted, by the pair of actors, without their roles. Rows of
one act are one act for each pair; a mutual act counts once in each direction.
"""

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

COUNTED = ("happened", "ongoing")


def dyads(readings: Iterable[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield month, source, target and PLOVER type for each act of each line."""
    for line in readings:
        for event in json.loads(line)["events"]:
            source, target, day = event["source"], event["target"], event["date"]["start"]
            if not (source and target and day) or event["status"] not in COUNTED:
                continue
            month, kind = day[:7], event["plover"]["type"]
            yield month, source["actor"], target["actor"], kind
            if event["reciprocal"]:
                yield month, target["actor"], source["actor"], kind


def main() -> None:
    """Read JSON Lines from standard input and write the panel to standard output."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["month", "source", "target", "type", "acts"])
    for row, acts in sorted(Counter(dyads(sys.stdin)).items()):
        writer.writerow([*row, acts])


if __name__ == "__main__":
    main()
