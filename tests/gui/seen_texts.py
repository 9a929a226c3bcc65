"""What a person can read in a widget, and which of it is English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGraphicsView,
    QLineEdit,
    QMenu,
    QTableView,
    QTabWidget,
    QWidget,
)

from core.optimizers import OPTIMIZERS

HAN = re.compile("[\u4e00-\u9fff]")

MOST_ROWS = 40
"""Of a long list the first rows are enough."""

_SAME = """
MNIST Inkling Keras TensorFlow NumPy TensorBoard McNemar Python Windows INKLING_HOME
CNN cnn ReLU relu softmax sigmoid dropout logits logit Logit exp max ln
int uint English pen mlxtend MIT BSD LeCun Cortes Burges Raschka
IDX CSV JSON PNG SVG MB HDF npz mnist csv gz ubyte keras json py png svg
ONNX onnx tflite Lite Git LFS zip PyTorch SavedModel HTML UMAP
jpg jpeg bmp gif webp tif
train_images x_train y_train x_test y_test tensorboard pip install inkling data strokes
Ctrl Shift Esc Return Delete Backspace
Input Dense Dropout Flatten Reshape Rescaling Activation BatchNormalization None offset
DepthwiseConv SeparableConv ZeroPadding Resizing LayerNormalization LeakyReLU ELU PReLU padding
Conv MaxPooling AveragePooling GlobalAveragePooling GlobalMaxPooling Sequential Functional
conv max_pooling flatten dense normal model true false
"""
NAMES = frozenset(_SAME.split()) | {kind.class_name for kind in OPTIMIZERS.values()}
"""Words that are the same in both languages."""

_NO_WORDS = re.compile(r"<[^>]*>|&\w+;|\{[^}]*\}|\S*[/#\\]\S*|\S+-\S+|\w+_\d+|\b\w\b")
"""Markup, placeholders, paths, and names with a hyphen, as recipes have them."""

_WORD = re.compile(r"[A-Za-z_]{2,}")

_PROPERTIES = (
    *("text", "title", "placeholderText", "prefix", "suffix", "specialValueText", "format"),
    *("toolTip", "accessibleName", "accessibleDescription", "windowTitle"),
)

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def strange_words(text: str) -> list[str]:
    """Return the English words of a text that are not known names."""
    return [word for word in _WORD.findall(_NO_WORDS.sub(" ", text)) if word not in NAMES]


def english_in(*widgets: QWidget) -> list[str]:
    """Return the texts of widgets and all inside them that have English words."""
    return [text for widget in widgets for text in texts_in(widget) if strange_words(text)]


def english_in_model(model: QAbstractItemModel) -> list[str]:
    """Return the texts of the cells that have English words."""
    return [text for text in _cells(model) if strange_words(text)]


def texts_in(widget: QWidget) -> Iterator[str]:
    """Return all that can be read in a widget and its children, shown now or not."""
    for part in (widget, *widget.findChildren(QWidget)):
        for name in _PROPERTIES:
            # What stands in a field is the person's own.
            if not (name == "text" and isinstance(part, QLineEdit)):
                yield str(part.property(name) or "")
        yield from _inside(part)


def _inside(part: QWidget) -> Iterator[str]:
    """Return what a widget says that is no property."""
    if isinstance(part, QMenu):
        yield from (action.text().replace("&", "") for action in part.actions())
    elif isinstance(part, QTabWidget):
        for index in range(part.count()):
            yield from (part.tabText(index), part.tabToolTip(index))
    elif isinstance(part, QComboBox):
        yield from _cells(part.model())
    elif isinstance(part, QAbstractItemView):
        yield from _table(part)
    elif isinstance(part, QGraphicsView) and part.scene() is not None:
        items = part.scene().items()
        yield from (item.toPlainText() for item in items if hasattr(item, "toPlainText"))


def _table(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    yield from _cells(model)
    if isinstance(view, QTableView):
        for column in range(_columns(model)):
            for role in _ROLES:
                yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")


def _columns(model: QAbstractItemModel) -> int:
    # Qt keeps the count of a list to itself.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(QModelIndex()), MOST_ROWS)):
        for column in range(_columns(model)):
            for role in _ROLES:
                yield str(model.data(model.index(row, column), role) or "")
