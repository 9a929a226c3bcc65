"""The vocabulary: the frozen records that pass between packages and between threads.

All are picklable. Arrays in them are never written to after the record is made.

==============  ======================================================================
images          uint8, shape (n, 28, 28), 0 = paper, 255 = full ink
labels          int64, shape (n,), the true digit (or other class) of each image
classes         a tuple of names; label 3 stands for the fourth. DIGITS unless said otherwise
logits          float32, (n, classes), what the last layer gives before its activation
outputs         float32, (n, classes), what the network says after its last activation
probabilities   float32, (classes,) or (n, classes), non-negative, each row sums to 1
strokes         a tuple of strokes; a stroke is float32, shape (points, 2), x to the
                right and y down, in any unit
==============  ======================================================================
"""

from core.records.arrays import (
    Floats,
    Images,
    Labels,
    Strokes,
)
from core.records.dataset import (
    ALL,
    DIGITS,
    LONGEST_CLASS,
    Dataset,
    SplitName,
    chosen_images,
    numbered,
)
from core.records.network import (
    NO_SUMS,
    Network,
    Predictions,
    Score,
    TrainingState,
)
from core.records.reading import (
    Ink,
    Prediction,
    ReadDigit,
    Reading,
    Stages,
)
from core.records.recipe import (
    CLIP,
    Augmentation,
    ByHand,
    EarlyStopping,
    LossName,
    Optimizer,
    OptimizerKind,
    QuantityName,
    Recipe,
)
from core.records.training import (
    Earlier,
    Ending,
    EpochReport,
    Outcome,
    Phase,
    Progress,
    Report,
    RunResult,
)

__all__ = [
    "ALL",
    "CLIP",
    "DIGITS",
    "LONGEST_CLASS",
    "NO_SUMS",
    "Augmentation",
    "ByHand",
    "Dataset",
    "Earlier",
    "EarlyStopping",
    "Ending",
    "EpochReport",
    "Floats",
    "Images",
    "Ink",
    "Labels",
    "LossName",
    "Network",
    "Optimizer",
    "OptimizerKind",
    "Outcome",
    "Phase",
    "Prediction",
    "Predictions",
    "Progress",
    "QuantityName",
    "ReadDigit",
    "Reading",
    "Recipe",
    "Report",
    "RunResult",
    "Score",
    "SplitName",
    "Stages",
    "Strokes",
    "TrainingState",
    "chosen_images",
    "numbered",
]
