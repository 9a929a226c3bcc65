"""The dialog that makes an experiment of a recipe: what varies, how many seeds, how long."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.errors import InklingError
from core.experiments.experiment import Experiment, Varied, value_words
from core.experiments.experiment_file import LONGEST_NAME, read_varied, seeds_of
from core.experiments.fields import NOT_VARIED, RECIPE, SHORT_NAMES, short_name, value_of
from core.experiments.suggest import suggested_values
from core.experiments.vary_text import parse_values, values_text
from core.limits import limit
from core.records import Recipe
from gui.session.experiments import ExperimentsService, Plan
from gui.sizes import resize_within_screen, scaled
from gui.theme import GRID_PX, MARGIN_PX
from gui.words import duration, error_text, phrase, plural

ROWS = 3
"""Fields that can vary in the dialog; a file can vary more."""

MOST_SEEDS = 100

PLAN_MS = 250
"""The plan is made when nothing was typed for so long."""

_FIRST = (
    *("learning_rate", "batch_size", "epochs", "optimizer", "pixels", "momentum"),
    *("label_smoothing", "validation", "train_images", "schedule", "loss"),
)
"""What is varied most stands first."""


class VaryDialog(QDialog):
    """Fields with their values, seeds, and what that comes to.

    Signals:
        plan_wanted: The `Experiment` as it stands: answer with `show_plan`.
        start_requested: The `Experiment`, to be trained.
    """

    plan_wanted = Signal(object)
    start_requested = Signal(object)

    def __init__(self, recipe: Recipe, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vary_dialog")
        self.setWindowTitle(self.tr("Vary a recipe"))
        self._recipe = recipe
        self.name_edit = QLineEdit(recipe.name)
        self.name_edit.setMaxLength(LONGEST_NAME)
        self.field_boxes = [QComboBox() for _ in range(ROWS)]
        self.values_edits = [QLineEdit() for _ in range(ROWS)]
        self.seeds_box = QSpinBox()
        self.epochs_box = QSpinBox()
        self.draws_box = QSpinBox()
        self.plan_label = QLabel()
        self.start_button = QPushButton(self.tr("Start"))
        self._timer = QTimer(self, singleShot=True, interval=PLAN_MS)
        self._timer.timeout.connect(self.ask_plan)
        self._fill()
        self._lay_out()
        self._connect()
        self.ask_plan()

    def show_field(self, field: str) -> None:
        """Show a field with a few values, to be changed or started."""
        self._choose(self.field_boxes[0], field)
        edit = self.values_edits[0]
        edit.setFocus()
        try:
            edit.setText(values_text(suggested_values(self._recipe, field)))
        except InklingError as error:
            # (It is a field of something that this recipe does without.)
            self._timer.stop()
            self._say(error_text(error), bad=True)
            return
        self.ask_plan()

    def show_experiment(self, experiment: Experiment) -> None:
        """Show an experiment that comes with Inkling, to be changed or started."""
        self._recipe = experiment.recipe
        self._fill()
        self.name_edit.setText(experiment.name)
        pairs = zip(self.field_boxes, self.values_edits, strict=True)
        for number, (box, edit) in enumerate(pairs):
            varied = experiment.varied[number] if number < len(experiment.varied) else None
            self._choose(box, "" if varied is None else short_name(varied.field))
            edit.setText("" if varied is None else values_text(varied.values))
        self.seeds_box.setValue(len(experiment.seeds))
        self.epochs_box.setValue(experiment.epochs or 0)
        self.draws_box.setValue(experiment.draws or 0)
        self.ask_plan()

    def experiment(self) -> Experiment:
        """Return what the dialog says.

        Raises
        ------
        InklingError
            If it says nothing that can be trained.
        """
        varied = tuple(
            self._varied(box.currentText().strip(), edit.text())
            for box, edit in zip(self.field_boxes, self.values_edits, strict=True)
            if box.currentText().strip() and edit.text().strip()
        )
        return Experiment(
            name=self.name_edit.text().strip() or self._recipe.name,
            recipe=self._recipe,
            varied=varied,
            seeds=seeds_of(self.seeds_box.value(), self._recipe.seed),
            draws=self.draws_box.value() or None,
            epochs=self.epochs_box.value() or None,
        )

    def ask_plan(self) -> None:
        """Want a plan of what the dialog says, or say why there is none."""
        try:
            experiment = self.experiment()
        except InklingError as error:
            self._say(error_text(error), bad=True)
            return
        self.plan_wanted.emit(experiment)

    def show_plan(self, plan: Plan | InklingError) -> None:
        """Say what would be trained, or why it cannot be."""
        if isinstance(plan, InklingError):
            self._say(error_text(plan), bad=True)
            return
        words = self.tr("{trainings} of {settings}, {workers} at a time: {time}").format(
            trainings=plural(plan.trainings, self.tr("{n} training"), self.tr("{n} trainings")),
            settings=plural(plan.settings, self.tr("{n} setting"), self.tr("{n} settings")),
            workers=plan.workers,
            time=self._time(plan),
        )
        self._say(" ".join([words, *map(phrase, plan.notes)]))

    def _time(self, plan: Plan) -> str:
        if plan.estimate.seconds is None:
            return self.tr("how long is known after the first epochs")
        return self.tr("about {time}").format(time=duration(plan.estimate.seconds))

    def _varied(self, name: str, text: str) -> Varied:
        return read_varied(self._recipe, name, parse_values(text))

    def _say(self, words: str, *, bad: bool = False) -> None:
        self.plan_label.setProperty("role", "bad" if bad else "muted")
        self.plan_label.style().polish(self.plan_label)
        self.plan_label.setText(words)
        self.start_button.setEnabled(not bad)

    def _on_start(self) -> None:
        try:
            experiment = self.experiment()
        except InklingError as error:
            self._say(error_text(error), bad=True)
            return
        self.start_requested.emit(experiment)
        self.accept()

    def _on_field(self, row: int) -> None:
        """Show what the field is now, as an example of what can be written."""
        name, edit = self.field_boxes[row].currentText(), self.values_edits[row]
        edit.setEnabled(bool(name))
        example = ""
        if name and name != RECIPE:
            try:
                now = value_of(self._recipe, SHORT_NAMES.get(name, name))
                example = self.tr("now {value}").format(value=value_words(now))
            except InklingError:
                example = ""
        edit.setPlaceholderText(example)
        self._timer.start()

    def _fill(self) -> None:
        names = ["", *_names(self._recipe)]
        for row, box in enumerate(self.field_boxes):
            box.blockSignals(True)
            box.clear()
            box.addItems(names)
            box.setCurrentIndex(1 if row == 0 else 0)
            box.blockSignals(False)
            self._on_field(row)

    def _choose(self, box: QComboBox, name: str) -> None:
        if box.findText(name) < 0:
            box.addItem(name)
        box.setCurrentText(name)

    def _connect(self) -> None:
        for row, box in enumerate(self.field_boxes):
            box.currentTextChanged.connect(lambda _text, row=row: self._on_field(row))
        for edit in (*self.values_edits, self.name_edit):
            edit.textChanged.connect(lambda _text: self._timer.start())
        for spin in (self.seeds_box, self.epochs_box, self.draws_box):
            spin.valueChanged.connect(lambda _value: self._timer.start())
        self.start_button.clicked.connect(self._on_start)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN_PX, MARGIN_PX, MARGIN_PX, MARGIN_PX)
        column.setSpacing(GRID_PX)
        about = QLabel(
            self.tr(
                "Every combination of the values is trained, each with all seeds. Values: "
                "0.01, 0.03, 0.1; a range: 16..128*2 or 0..0.9+0.3; to draw from: 0.001..1 log."
            )
        )
        about.setWordWrap(True)
        about.setProperty("role", "muted")
        column.addWidget(about)
        column.addLayout(self._fields())
        column.addLayout(self._numbers())
        self.plan_label.setObjectName("vary_plan")
        self.plan_label.setWordWrap(True)
        self.plan_label.setMinimumHeight(3 * self.plan_label.fontMetrics().height())
        column.addWidget(self.plan_label, 1)
        self.start_button.setObjectName("vary_start_button")
        self.start_button.setProperty("primary", True)
        self.start_button.setDefault(True)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.start_button)
        column.addLayout(line)
        resize_within_screen(self, scaled(560), self.sizeHint().height())

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GRID_PX)
        grid.setColumnStretch(1, 1)
        tips = self.tr("A field of the recipe."), self.tr("The values that it takes.")
        for row, pair in enumerate(zip(self.field_boxes, self.values_edits, strict=True)):
            names = (f"vary_field_{row}", f"vary_values_{row}")
            words = (self.tr("Field"), self.tr("Values"))
            for place, widget in enumerate(pair):
                widget.setObjectName(names[place])
                widget.setToolTip(tips[place])
                widget.setAccessibleName(words[place])
                grid.addWidget(widget, row, place)
        return grid

    def _numbers(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(GRID_PX)
        self.seeds_box.setRange(1, MOST_SEEDS)
        self.seeds_box.setValue(3)
        self.epochs_box.setRange(0, int(limit("Recipe", "epochs").high))
        self.epochs_box.setSpecialValueText(self.tr("as the recipe says"))
        self.draws_box.setRange(0, 10_000)
        self.draws_box.setSpecialValueText(self.tr("all of them"))
        for words, widget, name, tip in (
            (
                self.tr("Seeds"),
                self.seeds_box,
                "vary_seeds",
                self.tr("Each setting is trained so often, from the recipe's seed on. Five or "
                        "more tell small differences from chance."),
            ),
            (
                self.tr("Epochs"),
                self.epochs_box,
                "vary_epochs",
                self.tr("Of every training. Fewer are quicker, and favour what learns fast."),
            ),
            (
                self.tr("Settings"),
                self.draws_box,
                "vary_draws",
                self.tr("All combinations, or so many that are drawn at random."),
            ),
            (
                self.tr("Name"),
                self.name_edit,
                "vary_name",
                self.tr("What the list of experiments calls it."),
            ),
        ):  # fmt: skip
            widget.setObjectName(name)
            widget.setToolTip(tip)
            form.addRow(words, widget)
        return form


def open_vary_dialog(
    service: ExperimentsService,
    recipe: Recipe,
    parent: QWidget,
    experiment: Experiment | None = None,
    *,
    field: str = "",
) -> VaryDialog:
    """Open the dialog over a page, and let the service plan and start what it says.

    It shows an `experiment` that comes along, or values of a `field`, where one is named.
    """
    dialog = VaryDialog(recipe, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.plan_wanted.connect(service.plan)
    service.planned.connect(dialog.show_plan)
    dialog.start_requested.connect(service.start)
    if experiment is not None:
        dialog.show_experiment(experiment)
    elif field:
        dialog.show_field(field)
    else:
        dialog.ask_plan()
    dialog.open()
    return dialog


def _names(recipe: Recipe) -> Sequence[str]:
    """Return the short names of the fields that this recipe has, the usual ones first."""
    outer = [
        name
        for name in Recipe.__dataclass_fields__
        if name not in (*NOT_VARIED, "network", "optimizer")
    ]
    names = [*_FIRST, *SHORT_NAMES, *outer]
    return [name for name in dict.fromkeys(names) if _has(recipe, name)] + [RECIPE]


def _has(recipe: Recipe, name: str) -> bool:
    try:
        value = value_of(recipe, SHORT_NAMES.get(name, name))
    except InklingError:
        return False
    return not hasattr(value, "__dataclass_fields__")
