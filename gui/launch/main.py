"""The wheel's counterpart of ``main.py``: a menu entry starts this file with its Python.

Python then looks into this file's folder first, where ``core`` and ``gui`` lie beside it.
"""

import sys

from gui.start import start

if __name__ == "__main__":
    sys.exit(start())
