"""The form's optimizer: how the weights follow the gradient."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Signal

from core.limits import limit
from core.optimizers import OPTIMIZERS
from core.records import Optimizer, OptimizerKind
from gui.pages.train.form_parts import ChoiceBox, FloatBox, Form


class OptimizerForm(Form):
    """Kind, learning rate and momentum; weight decay is a finer point (`FinerForm`).

    Signals:
        learning_rate_entered: A learning rate was entered; works during a training too.
    """

    learning_rate_entered = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._training = False
        self.optimizer_box = ChoiceBox(
            [(name, kind.class_name) for name, kind in OPTIMIZERS.items()]
        )
        self.learning_rate_box = FloatBox.within(
            limit("Optimizer", "learning_rate"), ladder=True
        )
        self.momentum_box = FloatBox.within(limit("Optimizer", "momentum"))
        self.momentum_box.setSingleStep(0.1)
        # Typed figure by figure 0.001 is 0.0 for a while: only the entered number counts.
        self.learning_rate_box.setKeyboardTracking(False)
        self._lay_out()
        self._connect()
        self.set_optimizer(Optimizer())

    def optimizer(self) -> Optimizer:
        """Return the optimizer, without its weight decay."""
        self.learning_rate_box.interpretText()
        return Optimizer(
            kind=self._kind(),
            learning_rate=self.learning_rate_box.value(),
            momentum=self.momentum_box.value(),
        )

    def set_optimizer(self, optimizer: Optimizer) -> None:
        """Show an optimizer."""
        self.optimizer_box.choose(optimizer.kind)
        self.learning_rate_box.setValue(optimizer.learning_rate)
        self.momentum_box.setValue(optimizer.momentum)

    def set_training(self, training: bool) -> None:
        """Leave only the learning rate open while a training runs."""
        self.optimizer_box.setEnabled(not training)
        self._training = training
        self._allow_momentum()

    def _lay_out(self) -> None:
        self.add(
            self.tr("Optimizer"),
            self.optimizer_box,
            name="optimizer_box",
            vary="optimizer",
            tip=self.tr("How the weights follow the gradient. Adam suits its steps to each "
                        "weight; SGD takes the gradient as it is."),
        )  # fmt: skip
        self.add(
            self.tr("Learning rate"),
            self.learning_rate_box,
            name="learning_rate_box",
            vary="learning_rate",
            tip=self.tr("Length of a step. Higher learns faster until it jumps about or "
                        "diverges. During a training, Enter makes it count at once."),
        )  # fmt: skip
        self.add(
            self.tr("Momentum"),
            self.momentum_box,
            name="momentum_box",
            vary="momentum",
            tip=self.tr("How much of the last step goes into the next. 0.9 is usual with SGD; "
                        "Adam has its own and takes none."),
        )  # fmt: skip

    def _connect(self) -> None:
        self.learning_rate_box.valueChanged.connect(self.learning_rate_entered)
        self.optimizer_box.chosen.connect(self._allow_momentum)
        for signal in (
            self.optimizer_box.chosen,
            self.learning_rate_box.valueChanged,
            self.momentum_box.valueChanged,
        ):
            signal.connect(self.changed)

    def _kind(self) -> OptimizerKind:
        return cast("OptimizerKind", self.optimizer_box.value())

    def _allow_momentum(self) -> None:
        takes_it = OPTIMIZERS[self._kind()].takes_momentum
        self.momentum_box.setEnabled(takes_it and not self._training)
