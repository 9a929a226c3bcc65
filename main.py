"""Start Inkling: without arguments the window, with arguments the command line."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program and give its exit code."""
    if len(sys.argv) > 1:
        from core.cli import run_command

        return run_command(sys.argv[1:])
    from gui.app import run

    return run(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
