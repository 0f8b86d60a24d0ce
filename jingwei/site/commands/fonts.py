"""Whether this machine can draw Chinese; without a font its own browser and its PDFs show boxes."""

import shutil
import subprocess


def has_chinese_font() -> bool | None:
    """True or False; None where the machine cannot say (it has no fontconfig)."""
    lister = shutil.which("fc-list")
    if lister is None:
        return None
    listed = subprocess.run([lister, ":lang=zh", "family"], capture_output=True, text=True, check=False)  # noqa: S603 - fixed words
    return bool(listed.stdout.strip())
