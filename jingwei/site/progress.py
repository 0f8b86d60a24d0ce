"""Progress of long work on a terminal: what is being done, and for how long once it takes more than two seconds."""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 2.0  # seconds before a step begins to show that it is alive
TICK = 1.0


@contextmanager
def step(label: str) -> Iterator[None]:
    """Say `label`, show seconds while it lasts, and how long it took; writes to standard error."""
    began = time.monotonic()
    done = threading.Event()
    is_terminal = sys.stderr.isatty()

    def tick() -> None:
        if done.wait(PATIENCE):
            return
        while True:
            if is_terminal:
                sys.stderr.write(f"\r  … {label} {time.monotonic() - began:.0f} s ")
                sys.stderr.flush()
            if done.wait(TICK):
                return

    ticker = threading.Thread(target=tick, daemon=True)
    ticker.start()
    try:
        yield
    except BaseException:
        _finish(done, ticker, f"  ✗ {label}", began, is_terminal)
        raise
    _finish(done, ticker, f"  ✓ {label}", began, is_terminal)


def _finish(
    done: threading.Event, ticker: threading.Thread, line: str, began: float, is_terminal: bool
) -> None:
    done.set()
    ticker.join()
    seconds = time.monotonic() - began
    took = f" ({seconds:.1f} s)" if seconds >= PATIENCE else ""
    sys.stderr.write(("\r\x1b[K" if is_terminal else "") + line + took + "\n")
    sys.stderr.flush()
