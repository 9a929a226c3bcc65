"""The form's finer points: what a plain training leaves as it is."""

from __future__ import annotations

from typing import Literal, TypedDict

from core.limits import limit
from core.records import Recipe
from gui.pages.train.form_parts import ChoiceBox, FloatBox, Form


class FinerFields(TypedDict):
    """The fields of a recipe that `FinerForm` shows, but for the optimizer's weight decay."""

    schedule: Literal["constant", "cosine"]
    label_smoothing: float
    weight_average: float


class FinerForm(Form):
    """Schedule, weight decay, label smoothing and the average of the weights."""

    def __init__(self) -> None:
        super().__init__()
        self.schedule_box = ChoiceBox(
            [("constant", self.tr("constant")), ("cosine", self.tr("falling (cosine)"))]
        )
        self.weight_decay_box = FloatBox.within(limit("Optimizer", "weight_decay"), ladder=True)
        self.label_smoothing_box = FloatBox.within(limit("Recipe", "label_smoothing"))
        self.label_smoothing_box.setSingleStep(0.05)
        self.weight_average_box = FloatBox.within(limit("Recipe", "weight_average"))
        self.weight_average_box.setSingleStep(0.1)
        self._lay_out()
        self.schedule_box.chosen.connect(self.changed)
        for box in (self.weight_decay_box, self.label_smoothing_box, self.weight_average_box):
            box.valueChanged.connect(self.changed)

    def fields(self) -> FinerFields:
        """Return the fields of the recipe."""
        return FinerFields(
            schedule="cosine" if self.schedule_box.value() == "cosine" else "constant",
            label_smoothing=self.label_smoothing_box.value(),
            weight_average=self.weight_average_box.value(),
        )

    def weight_decay(self) -> float:
        """Return the optimizer's weight decay."""
        return self.weight_decay_box.value()

    def show_recipe(self, recipe: Recipe) -> None:
        """Show the fields of a recipe."""
        self.schedule_box.choose(recipe.schedule)
        self.weight_decay_box.setValue(recipe.optimizer.weight_decay)
        self.label_smoothing_box.setValue(recipe.label_smoothing)
        self.weight_average_box.setValue(recipe.weight_average)

    def in_use(self) -> bool:
        """Whether anything differs from a plain training."""
        plain = FinerFields(schedule="constant", label_smoothing=0.0, weight_average=0.0)
        return self.fields() != plain or self.weight_decay() > 0

    def _lay_out(self) -> None:
        self.add(
            self.tr("Schedule"),
            self.schedule_box,
            name="schedule_box",
            vary="schedule",
            tip=self.tr("Keep the learning rate, or let it fall to zero along half a cosine "
                        "over all epochs: it ends calmer, often a little better."),
        )  # fmt: skip
        self.add(
            self.tr("Weight decay"),
            self.weight_decay_box,
            name="weight_decay_box",
            vary="weight_decay",
            tip=self.tr("Share by which weights shrink at each step, times the learning rate. "
                        "Higher keeps the network simpler."),
        )  # fmt: skip
        self.add(
            self.tr("Label smoothing"),
            self.label_smoothing_box,
            name="label_smoothing_box",
            vary="label_smoothing",
            tip=self.tr("Share of the target that is spread over all classes. Higher makes "
                        "the network less sure of itself."),
        )  # fmt: skip
        self.add(
            self.tr("Weight average"),
            self.weight_average_box,
            name="weight_average_box",
            vary="weight_average",
            tip=self.tr("Decay of a moving average of the weights that becomes the trained "
                        "network; 0 is none. Nearer to 1 averages over more steps."),
        )  # fmt: skip
