"""The command `jingwei`."""

import sys


def main() -> int:
    """Run one command; gives the exit code."""
    return 2


if __name__ == "__main__":
    sys.exit(main())
