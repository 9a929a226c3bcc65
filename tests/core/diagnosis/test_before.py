"""What is said before the start: each finding where it is true, none where it is not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.data.facts import count_facts
from core.diagnosis.check import check
from core.diagnosis.findings import findings
from core.layers import (
    Activation,
    BatchNormalization,
    Dense,
    Flatten,
    NetworkSpec,
    Rescaling,
    Resizing,
)
from core.recipes.catalogue import by_name
from core.records import Augmentation, Optimizer
from tests.core.diagnosis.matrix import spoiled
from tests.factories import history, score

PLAIN = by_name("mlp-128-32")


def found(recipe, facts):
    """Return all that is said, each under its code."""
    return {part.code: part for f in check(recipe, facts) for part in (f, *f.symptoms)}


@pytest.fixture(scope="module")
def facts(sample):
    return count_facts(sample)


class TestSteps:
    def test_the_momentum_that_everybody_takes_is_never_blamed(self, facts):
        few = replace(PLAIN, batch_size=4_000, epochs=10, validation=None)
        for momentum, said in ((0.9, False), (0.95, True)):
            recipe = replace(few, optimizer=Optimizer("sgd", 0.1, momentum=momentum))
            assert ("momentum-one" in found(recipe, facts)) == said

    def test_a_rate_that_is_offered_for_a_long_one_is_shorter(self):
        for optimizer in (Optimizer("sgd", 1.0), Optimizer("rmsprop", 0.03)):
            recipe = replace(PLAIN, optimizer=optimizer)
            cured = check(recipe)[0].remedy.apply(recipe)
            assert cured.optimizer.learning_rate <= optimizer.learning_rate / 10

    def test_an_average_that_is_offered_for_a_slow_one_is_short(self, facts):
        for decay, steps in ((0.999, 400), (0.9, 8)):
            recipe = replace(PLAIN, train_images=32 * steps // 2, epochs=2, validation=None)
            recipe = replace(recipe, weight_average=decay)
            cured = found(recipe, facts)["slow-average"].remedy.apply(recipe).weight_average
            assert cured == 0 or 1 / (1 - cured) <= 0.2 * steps + 1e-9

    def test_decay_is_weighed_against_steps_that_momentum_makes_longer(self):
        for momentum, decay, said in ((0.0, 0.2, True), (0.9, 0.2, False), (0.9, 0.9, True)):
            optimizer = Optimizer("sgd", 0.1, momentum=momentum, weight_decay=decay)
            assert ("heavy-decay" in found(replace(PLAIN, optimizer=optimizer), None)) == said

    def test_only_batches_of_a_few_leave_a_normalisation_nothing(self):
        layers = (Dense(64, use_bias=False), BatchNormalization(), Dense(10))
        normalised = replace(PLAIN, network=NetworkSpec(layers))
        for batch, severity in ((1, "bad"), (2, "warn"), (3, "warn"), (4, None)):
            said = found(replace(normalised, batch_size=batch), None).get("batchnorm-alone")
            assert (said.severity if said else None) == severity

    @pytest.mark.parametrize(
        ("field", "wild", "strong"),
        [
            ("rotation", 90, 30),
            ("shift", 8, 4),
            ("shear", 2, 0.8),
            ("elastic", 8, 2),
            ("non_digits", 0.9, 0.5),
        ],
    )
    def test_changes_after_which_digits_are_none_are_wild(self, field, wild, strong):
        for value, said in ((wild, True), (strong, False)):
            recipe = replace(PLAIN, augmentation=replace(Augmentation(), **{field: value}))
            assert ("wild-augmentation" in found(recipe, None)) == said
        tamed = found(
            replace(PLAIN, augmentation=replace(Augmentation(), **{field: wild})), None
        )
        cured = tamed["wild-augmentation"].remedy.apply(PLAIN)
        assert "wild-augmentation" not in found(cured, None)

    def test_changes_that_are_borne_alone_may_be_wild_together(self):
        each = {"rotation": 45.0, "shift": 5.0, "shear": 1.0, "elastic": 3.0}
        for field, value in each.items():
            alone = replace(PLAIN, augmentation=replace(Augmentation(), **{field: value}))
            assert "wild-augmentation" not in found(alone, None)
        together = replace(PLAIN, augmentation=Augmentation(**each))
        wild = found(together, None)["wild-augmentation"]
        assert "wild-augmentation" not in found(wild.remedy.apply(together), None)

    def test_a_normalised_network_bears_rates_by_its_last_layer(self):
        def layers(units):
            normalised = (Dense(units), BatchNormalization(), Activation("relu"))
            return NetworkSpec((*normalised, Dense(10)))

        for units, rate, said in ((64, 1.0, False), (64, 8.0, True), (1_024, 1.0, True)):
            recipe = replace(PLAIN, network=layers(units), optimizer=Optimizer("sgd", rate))
            assert ("long-steps" in found(recipe, None)) == said

    @pytest.mark.parametrize(
        ("activation", "rate", "said"),
        [
            ("relu", 0.7, False),
            ("gelu", 1.0, True),
            ("tanh", 1.0, False),
            ("tanh", 1.5, True),
            ("sigmoid", 5.0, False),
            ("exponential", 0.03, False),
            ("exponential", 0.1, True),
        ],
    )
    def test_each_activation_bears_its_own_rates(self, activation, rate, said):
        network = NetworkSpec((Dense(64, activation), Dense(10)))
        recipe = replace(PLAIN, network=network, optimizer=Optimizer("sgd", rate))
        assert ("long-steps" in found(recipe, None)) == said

    def test_what_three_steps_move_grows_with_depth(self):
        for depth, said in ((1, False), (8, True)):
            network = NetworkSpec((*(Dense(64, "relu"),) * depth, Dense(10)))
            recipe = replace(PLAIN, network=network, optimizer=Optimizer("adam", 0.03))
            assert ("long-steps" in found(recipe, None)) == said

    def test_the_way_through_sigmoids_is_longer(self, facts):
        short = replace(PLAIN, optimizer=Optimizer("sgd", 0.01), epochs=2, train_images=4_000)
        for activation, said in (("relu", False), ("sigmoid", True)):
            network = NetworkSpec((Dense(64, activation), Dense(10)))
            assert ("short-steps" in found(replace(short, network=network), facts)) == said

    def test_many_plain_layers_are_many_however_well_they_begin(self):
        for depth, kind, said in (
            (18, "sgd", False),
            (22, "sgd", True),
            (22, "adam", False),
            (32, "adam", True),
        ):
            network = NetworkSpec((*(Dense(24, "tanh"),) * depth, Dense(10)))
            recipe = replace(PLAIN, network=network, optimizer=Optimizer(kind, 0.001))
            assert ("very-deep" in found(recipe, None)) == said


class TestImages:
    def test_ink_that_hardly_stands_out_from_its_paper(self, sample):
        def grey(images):
            return (images // 3 + 110).astype(np.uint8)

        facts = count_facts(spoiled.images(grey, grey)(sample))
        low = found(PLAIN, facts)["low-contrast"]
        assert "0.4314 to 0.7647" in low.text()
        assert not {"low-contrast", "raw-pixels"} & set(found(low.remedy.apply(PLAIN), facts))

    @pytest.mark.parametrize("offset", [0.0, -0.5, -1.0])
    def test_pixels_that_are_made_small_twice_with_an_offset_too(self, facts, offset):
        layers = (Rescaling(1 / 255, offset), *PLAIN.network.layers)
        recipe = replace(PLAIN, network=replace(PLAIN.network, layers=layers))
        twice = found(recipe, facts)["pixels-divided-twice"]
        assert "low-contrast" not in found(recipe, facts)
        assert not found(twice.remedy.apply(recipe), facts).keys() & {"pixels-divided-twice"}

    def test_grey_paper_in_one_part_alone(self, sample):
        def grey(images):
            return (images * 0.6 + 90).astype(np.uint8)

        for change, said in (
            (spoiled.images(test=grey), True),
            (spoiled.images(grey, grey), False),
            (spoiled.images(test=spoiled.shifted), False),
            (spoiled.images(test=spoiled.inverted), False),
        ):
            known = found(PLAIN, count_facts(change(sample)))
            assert ("other-paper" in known) == said

    def test_white_images_without_ink_are_blank_and_on_no_other_paper(self, sample):
        def whitened(images):
            images = images.copy()
            images[::10] = 255
            return images

        known = found(PLAIN, count_facts(spoiled.images(whitened)(sample)))
        assert "blank-images" in known
        assert not {"mixed-papers", "other-paper"} & set(known)

    def test_an_image_that_is_shrunk_before_anything_is_learnt(self):
        for side, said in ((4, True), (7, False)):
            network = NetworkSpec(
                (Resizing(side, side), Flatten(), Dense(64, "relu"), Dense(10)), (28, 28, 1)
            )
            assert ("bottleneck" in found(replace(PLAIN, network=network), None)) == said

    def test_a_handful_of_test_images_says_little(self, facts):
        for images, severity in ((10, "warn"), (50, "info"), (500, None)):
            known = found(replace(PLAIN, test_images=images), facts).get("tiny-test")
            assert (known.severity if known else None) == severity


class TestClasses:
    def test_uneven_classes_are_not_sorted_ones(self, sample):
        uneven = spoiled.keeping(dict.fromkeys(range(2, 10), 4))(sample)
        order = np.random.default_rng(0).permutation(len(uneven.train_labels))
        mixed = replace(
            uneven,
            train_images=uneven.train_images[order],
            train_labels=uneven.train_labels[order],
        )
        assert count_facts(mixed).train.sorted_share < 0.1
        said = found(PLAIN, count_facts(mixed))
        assert "unbalanced" in said
        assert not {"sorted-validation", "test-labels-shuffled"} & set(said)

    def test_digits_that_are_never_tested_are_named(self, sample):
        kept = sample.test_labels < 8
        data = replace(
            sample, test_images=sample.test_images[kept], test_labels=sample.test_labels[kept]
        )
        assert "of 8, 9" in found(PLAIN, count_facts(data))["untested-digits"].text()

    def test_sorted_images_of_which_only_one_digit_is_reached(self, sample):
        order = np.argsort(sample.train_labels, kind="stable")
        data = replace(
            sample,
            train_images=sample.train_images[order],
            train_labels=sample.train_labels[order],
        )
        recipe = replace(PLAIN, train_images=150)
        one = found(recipe, count_facts(data))["one-digit-only"]
        assert "sorted by class" in one.text()
        cured = one.remedy.apply(recipe)
        assert (cured.train_images, cured.validation) == (None, "test")

    @pytest.mark.parametrize(
        ("kept", "severity"), [(range(9), "warn"), ((0, 1), "info"), (range(5), "info")]
    )
    def test_digits_that_the_data_know_nothing_of_spoil_no_figure(self, sample, kept, severity):
        parts = {}
        for split in ("train", "test"):
            chosen = np.isin(sample.labels(split), list(kept))
            parts[f"{split}_images"] = sample.images(split)[chosen]
            parts[f"{split}_labels"] = sample.labels(split)[chosen]
        missing = found(PLAIN, count_facts(replace(sample, **parts)))["missing-digits"]
        assert missing.severity == severity
        assert "none is tested" in missing.text()

    def test_a_class_under_another_label_is_not_said_to_have_no_images(self, sample):
        labels = np.where(sample.train_labels == 5, 6, sample.train_labels)
        missing = found(PLAIN, count_facts(replace(sample, train_labels=labels)))[
            "missing-digits"
        ]
        assert "No image labelled 5" in missing.text()
        assert "have them under another label" in missing.text()
        assert "The data set has none" not in missing.text()

    def test_one_count_is_no_range(self, sample):
        rare = found(PLAIN, count_facts(spoiled.keeping({7: 4})(sample)))["unbalanced"]
        assert "of 7: 4 each" in rare.text()


class TestLabels:
    """By how alike images look; the figures are of neighbours, the labels of the sample."""

    def said(self, facts, *, agreeing, against=0, classes=None):
        near = replace(facts.neighbours, agreeing=agreeing, against=against)
        known = replace(facts, neighbours=near, classes=classes or facts.classes)
        return found(PLAIN, known)

    def test_only_agreement_by_lot_proves_that_labels_are_shuffled(self, facts):
        for agreeing, severity in ((0.1, "bad"), (0.25, "warn"), (0.5, None)):
            shuffled = self.said(facts, agreeing=agreeing).get("labels-shuffled")
            assert (shuffled.severity if shuffled else None) == severity
            if severity == "warn":
                assert "One of" in shuffled.text()

    def test_classes_that_are_no_digits_may_look_alike(self, facts):
        shirts = tuple("abcdefghij")
        for classes, certain in ((None, True), (shirts, False)):
            doubtful = self.said(facts, agreeing=0.7, against=60, classes=classes)
            assert ("One of" not in doubtful["labels-doubtful"].text()) == certain

    def test_a_network_that_answers_held_out_labels_clears_them(self, facts):
        def later(code, accuracy, **figures):
            near = replace(facts.neighbours, **figures)
            reports = history((0.5, 0.3), accuracy=accuracy, val=score(accuracy))
            codes = findings(PLAIN, reports, facts=replace(facts, neighbours=near))
            return code in {f.code for f in codes}

        for accuracy, said in ((0.12, True), (0.8, False)):
            assert later("labels-shuffled", accuracy, agreeing=0.1) == said
        share = {"agreeing": 0.7, "against": 60, "unanimous": 300}
        for accuracy, said in ((0.8, True), (0.98, False)):
            assert later("labels-doubtful", accuracy, **share) == said


def test_only_what_is_learnt_from_is_leaked(sample):
    facts = count_facts(spoiled.leaking(300)(sample))
    assert "300 of 1000 test images" in found(PLAIN, facts)["leaked-images"].text()
    behind = replace(PLAIN, skip_images=300)
    assert "leaked-images" not in found(behind, facts)
    held = replace(PLAIN, train_images=500, validation=0.5)
    assert "250 of 1000" in found(held, facts)["leaked-images"].text()
