"""The arrays in the records, by what they hold; `core.records` says their axes."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Images: TypeAlias = NDArray[np.uint8]
Labels: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float32]
Strokes: TypeAlias = tuple[Floats, ...]
