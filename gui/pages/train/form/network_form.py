"""The form's network: one of the known ones, or lines that say any other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPlainTextEdit, QPushButton

from core.errors import InklingError
from core.layers import NetworkSpec, parameter_count
from core.recipes.catalogue import by_name
from core.recipes.checks import check_network
from core.recipes.layer_text import from_text, to_text
from gui.pages.train.form_parts import ChoiceBox, Form
from gui.sizes import fixed_font
from gui.words import count, error_text

FEWEST_LINES, MOST_LINES = 4, 10
"""Lines of the network that are seen without scrolling."""

OWN = "own"

_PRESETS = ("softmax-10", "mlp-128-32", "mlp-256-128-64-dropout", "cnn")


class NetworkForm(Form):
    """Layers and pixel range of the network that is trained."""

    def __init__(self) -> None:
        super().__init__()
        self._specs = {name: by_name(name).network for name in _PRESETS}
        self.network_box = ChoiceBox(self._choices())
        self.layers_edit = QPlainTextEdit()
        self.add_button = QPushButton(self.tr("Add a layer"))
        self.pixels_box = ChoiceBox(
            [("unit", self.tr("0 to 1 (divided by 255)")), ("raw", self.tr("0 to 255 (raw)"))]
        )
        self.note = QLabel()
        self._lay_out()
        self.network_box.chosen.connect(self._on_network_chosen)
        self.layers_edit.textChanged.connect(self._on_edited)
        self.pixels_box.chosen.connect(self.changed)
        self.set_spec(self._specs["mlp-128-32"])

    def spec(self) -> NetworkSpec:
        """Return the network.

        Raises
        ------
        InklingError
            If the lines say no network, or one that cannot be trained.
        """
        layers, shape = from_text(self.layers_edit.toPlainText())
        pixels = "raw" if self.pixels_box.value() == "raw" else "unit"
        spec = NetworkSpec(layers, shape, pixels)  # type: ignore[arg-type]
        check_network(spec)
        return spec

    def set_spec(self, spec: NetworkSpec) -> None:
        """Show a network."""
        self.pixels_box.choose(spec.pixels)
        self.layers_edit.setPlainText(to_text(spec.layers, spec.input_shape))

    def _choices(self) -> list[tuple[object, str]]:
        return [
            ("softmax-10", self.tr("784-10, one layer")),
            ("mlp-128-32", self.tr("784-128-32-10")),
            ("mlp-256-128-64-dropout", self.tr("784-256-128-64-10, dropout")),
            ("cnn", self.tr("CNN 32-64-128")),
            (OWN, self.tr("Other layers")),
        ]

    def _lay_out(self) -> None:
        edit = self.layers_edit
        edit.setFont(fixed_font())
        edit.setTabChangesFocus(True)
        edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add_button.setMenu(self._layer_menu())
        self.add(
            self.tr("Network"),
            self.network_box,
            name="network_box",
            tip=self.tr("Fills in the layers of a known network. More and wider layers learn "
                        "more, take longer and learn by heart sooner."),
        )  # fmt: skip
        self.add(
            "",
            edit,
            name="layers_edit",
            tip=self.tr("One layer a line, as Keras names it: Dense 128 relu. Every number can "
                        "be changed; the last layer has a unit for each class, ten for "
                        "digits."),
        )  # fmt: skip
        edit.setAccessibleName(self.tr("Layers"))
        self.add_button.setObjectName("add_layer_button")
        self.add_button.setToolTip(
            self.tr("Puts a layer in front of the line where the cursor stands.")
        )
        self.note.setObjectName("network_note")
        line = QHBoxLayout()
        line.addWidget(self.note, 1)
        line.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        self.add_line(line)
        self.add(
            self.tr("Pixels"),
            self.pixels_box,
            name="pixels_box",
            vary="pixels",
            tip=self.tr("What the first layer is handed for a pixel. Raw pixels make sums, "
                        "and with them the losses, some hundred times larger."),
        )  # fmt: skip

    def _layer_menu(self) -> QMenu:
        menu = QMenu(self)
        for line in (
            "Dense 64 relu",
            "Dropout 0.2",
            "BatchNormalization",
            "Activation relu",
            "Reshape 28x28x1",
            "Conv2D 32 3 relu",
            "DepthwiseConv2D 3 relu",
            "SeparableConv2D 32 3 relu",
            "MaxPooling2D 2",
            "AveragePooling2D 2",
            "GlobalAveragePooling2D",
            "GlobalMaxPooling2D",
            "ZeroPadding2D padding=2",
            "Resizing 32 32",
            "Flatten",
            "LayerNormalization",
            "LeakyReLU 0.1",
            "ELU",
            "PReLU",
            "Rescaling 2 offset=-1",
        ):
            menu.addAction(line, lambda line=line: self._insert(line))
        return menu

    def _insert(self, line: str) -> None:
        cursor = self.layers_edit.textCursor()
        cursor.movePosition(cursor.MoveOperation.StartOfBlock)
        if cursor.blockNumber() == 0:  # nothing goes before the input
            cursor.movePosition(cursor.MoveOperation.EndOfBlock)
            cursor.insertText(f"\n{line}")
        else:
            cursor.insertText(f"{line}\n")
        self.layers_edit.setFocus()

    def _on_network_chosen(self) -> None:
        spec = self._specs.get(str(self.network_box.value()))
        if spec is not None:
            self.layers_edit.setPlainText(to_text(spec.layers, spec.input_shape))

    def _on_edited(self) -> None:
        """Say how many weights there are, or what is wrong, and which known network it is."""
        self._fit_height()
        try:
            spec = self.spec()
        except InklingError as error:
            self._write_note(error_text(error), "bad")
            chosen = OWN
        else:
            weights = self.tr("{n} weights").format(n=count(parameter_count(spec)))
            self._write_note(weights, "muted")
            same = [name for name, known in self._specs.items() if known.layers == spec.layers]
            chosen = same[0] if same else OWN
        self.network_box.blockSignals(True)
        self.network_box.choose(chosen)
        self.network_box.blockSignals(False)
        self.changed.emit()

    def _fit_height(self) -> None:
        edit = self.layers_edit
        lines = min(max(edit.blockCount(), FEWEST_LINES), MOST_LINES)
        edit.setFixedHeight(edit.fontMetrics().lineSpacing() * lines + 14)

    def _write_note(self, words: str, role: str) -> None:
        self.note.setText(words)
        self.note.setProperty("role", role)
        self.note.style().polish(self.note)
