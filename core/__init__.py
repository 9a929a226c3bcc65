"""The laboratory itself: data, networks, training and what is learnt from them. No Qt."""

import os

# NumPy's matrix product waits for its other threads by spinning. While a training keeps the
# cores busy that makes one prediction last a hundred times longer (99th percentile 144 ms
# against 7 measured), and on idle cores it gains nothing. Read when NumPy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
