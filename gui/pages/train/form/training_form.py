"""The form's steps (batches, epochs, loss, seed) and what is kept out of them."""

from __future__ import annotations

from typing import Literal, TypedDict, cast

from PySide6.QtWidgets import QCheckBox

from core.limits import Limit, limit
from core.records import LossName, Recipe
from gui.pages.train.form_parts import ChoiceBox, FloatBox, Form, WholeBox


class StepFields(TypedDict):
    """The fields of a recipe that `StepsForm` shows."""

    batch_size: int
    epochs: int
    loss: LossName
    seed: int


class ImageFields(TypedDict):
    """The fields of a recipe that `ImagesForm` shows."""

    validation: float | Literal["test"] | None
    skip_images: int
    train_images: int | None
    test_images: int | None
    score_training: bool


class StepsForm(Form):
    """Epochs, batch size, loss and seed."""

    def __init__(self) -> None:
        super().__init__()
        self.batch_size_box = WholeBox.within(limit("Recipe", "batch_size"))
        self.epochs_box = WholeBox.within(limit("Recipe", "epochs"))
        self.loss_box = ChoiceBox(
            [
                ("crossentropy", self.tr("stable, from the logits")),
                ("clipped_crossentropy", self.tr("legacy, clipped")),
            ]
        )
        self.seed_box = WholeBox.within(limit("Recipe", "seed"))
        self._lay_out()
        for box in (self.batch_size_box, self.epochs_box, self.seed_box):
            box.valueChanged.connect(self.changed)
        self.loss_box.chosen.connect(self.changed)

    def fields(self) -> StepFields:
        """Return the fields of the recipe."""
        return StepFields(
            batch_size=self.batch_size_box.value(),
            epochs=self.epochs_box.value(),
            loss=cast("LossName", self.loss_box.value()),
            seed=self.seed_box.value(),
        )

    def show_recipe(self, recipe: Recipe) -> None:
        """Show the fields of a recipe."""
        self.batch_size_box.setValue(recipe.batch_size)
        self.epochs_box.setValue(recipe.epochs)
        self.loss_box.choose(recipe.loss)
        self.seed_box.setValue(recipe.seed)

    def _lay_out(self) -> None:
        self.add(
            self.tr("Epochs"),
            self.epochs_box,
            name="epochs_box",
            vary="epochs",
            tip=self.tr("Passes over the training images. More learn better up to a point, "
                        "then by heart."),
        )  # fmt: skip
        self.add(
            self.tr("Batch size"),
            self.batch_size_box,
            name="batch_size_box",
            vary="batch_size",
            tip=self.tr("Images a step. Larger is quicker for an epoch, but takes fewer steps "
                        "and usually wants a higher learning rate."),
        )  # fmt: skip
        self.add(
            self.tr("Loss"),
            self.loss_box,
            name="loss_box",
            vary="loss",
            tip=self.tr("Cross-entropy, taken from the logits, or as old Keras did from the "
                        "outputs clipped at 1e-7: there a digit can lose its gradient."),
        )  # fmt: skip
        self.add(
            self.tr("Seed"),
            self.seed_box,
            name="seed_box",
            tip=self.tr("First weights, order of the images and dropout all follow from it. "
                        "The same seed gives the same training again."),
        )  # fmt: skip


class ImagesForm(Form):
    """What is validated on, and how many images are used."""

    def __init__(self) -> None:
        super().__init__()
        self.validation_box = ChoiceBox(
            [
                ("share", self.tr("share of the training images")),
                ("test", self.tr("the test images")),
                (None, self.tr("nothing")),
            ]
        )
        self.share_box = FloatBox.within(limit("Recipe", "validation"))
        self.share_box.setSingleStep(0.05)
        self.share_box.setValue(0.1)
        self.skip_images_box = WholeBox.within(limit("Recipe", "skip_images"))
        self.skip_images_box.setSingleStep(1000)
        self.train_images_box = self._images_box(limit("Recipe", "train_images"))
        self.test_images_box = self._images_box(limit("Recipe", "test_images"))
        self.score_training_box = QCheckBox(self.tr("Score all training images too"))
        self._lay_out()
        self._connect()

    def fields(self) -> ImageFields:
        """Return the fields of the recipe."""
        chosen = self.validation_box.value()
        validation: float | Literal["test"] | None = None
        if chosen is not None:
            validation = "test" if chosen == "test" else self.share_box.value()
        return ImageFields(
            validation=validation,
            skip_images=self.skip_images_box.value(),
            train_images=self.train_images_box.value() or None,
            test_images=self.test_images_box.value() or None,
            score_training=self.score_training_box.isChecked(),
        )

    def show_recipe(self, recipe: Recipe) -> None:
        """Show the fields of a recipe."""
        share = recipe.validation
        if isinstance(share, float):
            self.share_box.setValue(share)
        self.validation_box.choose("share" if isinstance(share, float) else share)
        self.skip_images_box.setValue(recipe.skip_images)
        self.train_images_box.setValue(recipe.train_images or 0)
        self.test_images_box.setValue(recipe.test_images or 0)
        self.score_training_box.setChecked(recipe.score_training)

    def _images_box(self, limit: Limit) -> WholeBox:
        box = WholeBox.within(limit, none_below=True)
        box.setSpecialValueText(self.tr("all"))
        box.setSingleStep(1000)
        return box

    def _connect(self) -> None:
        self.validation_box.chosen.connect(self._on_validation_chosen)
        self.share_box.valueChanged.connect(self.changed)
        self.skip_images_box.valueChanged.connect(self.changed)
        self.train_images_box.valueChanged.connect(self.changed)
        self.test_images_box.valueChanged.connect(self.changed)
        self.score_training_box.toggled.connect(self.changed)

    def _on_validation_chosen(self) -> None:
        self.share_box.setEnabled(self.validation_box.value() == "share")
        self.changed.emit()

    def _lay_out(self) -> None:
        self.add(
            self.tr("Validate on"),
            self.validation_box,
            name="validation_box",
            tip=self.tr("Images that are scored after each epoch and never learnt from. A "
                        "share is taken from the end of the training images."),
        )  # fmt: skip
        self.add(
            self.tr("Share held out"),
            self.share_box,
            name="share_box",
            vary="validation",
            tip=self.tr("0.1 holds out a tenth. Higher gives a surer figure and leaves fewer "
                        "images to learn from."),
        )  # fmt: skip
        self.add(
            self.tr("Leave out the first"),
            self.skip_images_box,
            name="skip_images_box",
            tip=self.tr("So many training images are set aside at the beginning: neither "
                        "learnt from nor validated on. Old readers of MNIST did so with "
                        "5,000."),
        )  # fmt: skip
        self.add(
            self.tr("Training images"),
            self.train_images_box,
            name="train_images_box",
            vary="train_images",
            tip=self.tr("Use only so many, after those left out; 0 is all. Fewer are quicker "
                        "and learnt by heart sooner."),
        )  # fmt: skip
        self.add(
            self.tr("Test images"),
            self.test_images_box,
            name="test_images_box",
            tip=self.tr("Use only the first so many; 0 is all. Fewer make the accuracy less "
                        "certain."),
        )  # fmt: skip
        self.add(
            "",
            self.score_training_box,
            name="score_training_box",
            tip=self.tr("After each epoch, besides the mean over the epoch: what the network "
                        "then knows of the images that it learns from."),
        )  # fmt: skip
