"""The facts of `domain/vectors`."""

import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "domain" / "vectors"


def vectors(name):
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
