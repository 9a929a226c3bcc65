"""``python -m inkling``."""

import sys
from importlib import import_module

# Only in the wheel is this folder the package of that name.
sys.exit(import_module("inkling").main())
