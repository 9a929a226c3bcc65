"""What the wheel's one package, ``inkling``, begins with; in a checkout ``main.py`` does.

Installed, everything lies in the folder of this file: ``inkling/core``, ``inkling/gui``,
``inkling/resources``. That folder is put before all others that Python looks into, so that
Inkling finds its own ``core`` whatever other packages of that name there are.
"""

import sys
from pathlib import Path


def main() -> int:
    """Run the program and return its exit code."""
    here = Path(__file__).resolve().parent
    # Installed with "pip install -e" this file stays where it is in the checkout.
    root = here if (here / "core").is_dir() else here.parents[1]
    sys.path.insert(0, str(root))
    from gui.start import start

    return start()
