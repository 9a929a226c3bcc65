"""The layers that Inkling knows, as plain records: shapes, parameters, the summary table.

This is the allowlist. A network that cannot be said in these words is neither trained
nor opened. Names, fields and defaults are Keras's own, so that a reader of one can read
the other.

Whoever adds a kind writes its record into `kinds`, into `Layer`, and into
`shapes.weights_and_output`; then
``python -m pytest tests/test_layer_kinds.py`` names the files that it is still missing from.
"""

from core.layers.kinds import (
    ELU,
    LAYER_KINDS,
    Activation,
    ActivationName,
    AveragePooling2D,
    BatchNormalization,
    Conv2D,
    Convolution,
    Dense,
    DepthwiseConv2D,
    Dropout,
    Flatten,
    GlobalAveragePooling2D,
    GlobalMaxPooling2D,
    InitializerName,
    Layer,
    LayerNormalization,
    LeakyReLU,
    MaxPooling2D,
    Padding,
    Pooling,
    PReLU,
    Rescaling,
    Reshape,
    Resizing,
    SeparableConv2D,
    Shape,
    WithKernel,
    ZeroPadding2D,
)
from core.layers.shapes import (
    ON_IMAGES,
    kernel_shapes,
    stride_of,
    tiles,
    weights_and_output,
)
from core.layers.spec import (
    CLASSES,
    FEWEST_CLASSES,
    INPUT_SHAPES,
    MOST_CLASSES,
    SIDE_PX,
    NetworkSpec,
)
from core.layers.table import (
    LayerRow,
    class_count,
    keras_name,
    parameter_count,
    summary,
)

__all__ = [
    "CLASSES",
    "ELU",
    "FEWEST_CLASSES",
    "INPUT_SHAPES",
    "LAYER_KINDS",
    "MOST_CLASSES",
    "ON_IMAGES",
    "SIDE_PX",
    "Activation",
    "ActivationName",
    "AveragePooling2D",
    "BatchNormalization",
    "Conv2D",
    "Convolution",
    "Dense",
    "DepthwiseConv2D",
    "Dropout",
    "Flatten",
    "GlobalAveragePooling2D",
    "GlobalMaxPooling2D",
    "InitializerName",
    "Layer",
    "LayerNormalization",
    "LayerRow",
    "LeakyReLU",
    "MaxPooling2D",
    "NetworkSpec",
    "PReLU",
    "Padding",
    "Pooling",
    "Rescaling",
    "Reshape",
    "Resizing",
    "SeparableConv2D",
    "Shape",
    "WithKernel",
    "ZeroPadding2D",
    "class_count",
    "keras_name",
    "kernel_shapes",
    "parameter_count",
    "stride_of",
    "summary",
    "tiles",
    "weights_and_output",
]
