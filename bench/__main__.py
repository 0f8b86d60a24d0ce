"""Run the measurements, each in a process of its own so that memory is its own too."""

import os
import platform
import subprocess
import sys
import time

ALL = ("figures", "registers", "imports", "ledger")


def main(names: list[str]) -> int:
    """Run the named measurements, or all; gives 2 for an unknown name, else 0."""
    unknown = [name for name in names if name not in ALL]
    if unknown:
        sys.stderr.write(f"no such measurement: {', '.join(unknown)}; there are {', '.join(ALL)}\n")
        return 2
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    machine = f"{platform.system()} {platform.machine()}"
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {memory:.0f} GiB, {machine}")
    for name in names or ALL:
        print(f"\n=== {name}", flush=True)
        began = time.monotonic()
        code = subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode
        print(
            f"=== {name}: {'done' if code == 0 else f'failed with {code}'} in {time.monotonic() - began:.0f} s",
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
