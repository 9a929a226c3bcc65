"""Doubtful labels, found by small networks that did not learn from them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.control import Control
from core.diagnosis.finding import Finding
from core.errors import Cancelled, DataError, TrainingError
from core.label_review import judges, out_of_sample
from core.label_review.judges import Judge, Panel, panel
from core.label_review.kept import Said, file_of, load_said, save_said
from core.label_review.out_of_sample import ask_panel, folds_of
from core.label_review.suspects import find_doubts, known_doubts
from core.layers import Dense, NetworkSpec
from core.records import Optimizer

ONE = Panel("test", (("plain", 0),))


@pytest.fixture
def small(sample):
    """A few hundred real images, of which ten test labels are wrong."""
    data = sample.first(1_500, 300)
    rng = np.random.default_rng(1)
    labels = data.test_labels.copy()
    wrong = rng.choice(300, 10, replace=False)
    labels[wrong] = (labels[wrong] + rng.integers(1, 10, 10)) % 10
    return replace(data, test_labels=labels), wrong


@pytest.fixture
def plain_judges(monkeypatch):
    """Judges that learn in a second: one layer, no augmentation."""
    fast = replace(
        judges.recipe("plain", 10, 1_500, 0),
        network=NetworkSpec((Dense(10),)),
        epochs=6,
        optimizer=Optimizer("adam", 0.01),
    )
    monkeypatch.setattr(out_of_sample, "recipe", lambda *_args: replace(fast, seed=_args[-1]))
    return fast


def ask(dataset, chosen, folder):
    return ask_panel(dataset, chosen, folder, report=lambda _: None, control=Control())


@pytest.mark.slow
def test_wrong_labels_stand_first_and_what_was_said_is_kept(small, tmp_path, plain_judges):
    dataset, wrong = small
    told = []
    found = find_doubts(
        dataset, "test", tmp_path, report=told.append, control=Control(), asked=ONE
    )
    first = {suspect.index for suspect in found.first(30)}
    assert len(first & set(wrong.tolist())) >= 9
    fractions = [each.fraction for each in told]
    assert fractions == sorted(fractions)
    assert 0 < fractions[-1] <= 1

    def refuse(*_args, **_more):
        raise AssertionError("it was asked again")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(out_of_sample, "_trained", refuse)
        again = find_doubts(
            dataset, "test", tmp_path, report=told.append, control=Control(), asked=ONE
        )
    np.testing.assert_array_equal(again.scores, found.scores)


@pytest.mark.slow
def test_each_training_image_is_judged_by_networks_that_did_not_learn_from_it(
    small, plain_judges, monkeypatch, tmp_path
):
    dataset, _ = small
    seen = []
    trained = out_of_sample._trained

    def watched(chosen, part, teller, control):
        seen.append(part)
        return trained(chosen, part, teller, control)

    monkeypatch.setattr(out_of_sample, "_trained", watched)
    answers = ask(dataset, Panel("train", (("plain", 0),), 3), tmp_path)
    assert answers.probabilities.shape == (1, 1_500, 10)
    np.testing.assert_allclose(answers.probabilities.sum(axis=2), 1, rtol=1e-5)
    assert [len(part.train_labels) + len(part.test_labels) for part in seen] == [1_500] * 3
    assert sum(len(part.test_labels) for part in seen) == 1_500
    for part in seen:
        judged = {image.tobytes() for image in part.test_images}
        assert not judged & {image.tobytes() for image in part.train_images}


@pytest.mark.slow
def test_a_network_that_the_doctor_finds_ill_does_not_judge(
    small, plain_judges, monkeypatch, tmp_path
):
    dataset, _ = small
    ill = Finding("dead-units", "bad", "", "", "", {})
    mild = Finding("few-images", "warn", "", "", "", {})
    monkeypatch.setattr(
        out_of_sample,
        "findings",
        lambda recipe, *_args: (mild, ill) if recipe.seed == 0 else (mild,),
    )
    answers = ask(dataset, Panel("test", (("plain", 0), ("plain", 1))), tmp_path)
    assert answers.probabilities.shape == (1, 300, 10)
    assert answers.ill == ("dead-units",)
    with pytest.raises(TrainingError, match=r"None of the 1 networks.*dead-units"):
        ask(dataset, ONE, tmp_path)


def test_a_panel_that_is_stopped_says_nothing(small, tmp_path):
    dataset, _ = small
    control = Control()
    control.stop()
    with pytest.raises(Cancelled):
        find_doubts(dataset, "test", tmp_path, report=print, control=control)
    assert known_doubts(dataset, "test", tmp_path) is None


def test_the_folds_part_each_class_alike_and_every_image_is_in_one():
    labels = np.random.default_rng(0).integers(0, 7, 1_000)
    folds = folds_of(labels, 3, seed=4)
    assert sorted(np.concatenate(folds).tolist()) == list(range(1_000))
    for label in range(7):
        counts = [int((labels[fold] == label).sum()) for fold in folds]
        assert max(counts) - min(counts) <= 1
    assert max(map(len, folds)) - min(map(len, folds)) <= 1


def test_too_little_to_judge_by_is_refused_before_anything_is_trained(sample, tmp_path):
    with pytest.raises(DataError, match="no images whose labels"):
        ask(sample.first(None, 0), ONE, tmp_path)
    few = replace(sample.first(12, 5), train_labels=np.arange(12) % 10)
    with pytest.raises(DataError, match="too few"):
        ask(few, ONE, tmp_path)


def test_what_was_said_of_other_images_or_cannot_be_read_is_asked_for_anew(sample, tmp_path):
    judge = Judge("test", "plain", 0)
    told = np.full((1000, 10), 0.1, np.float32)
    save_said(tmp_path, sample, judge, Said(told, "dead-units"))
    kept = load_said(tmp_path, sample, judge, 1000)
    assert kept is not None
    np.testing.assert_array_equal(kept.probabilities, told)
    assert kept.ill == "dead-units"
    assert load_said(tmp_path, sample, judge, 999) is None
    assert load_said(tmp_path, sample, Judge("test", "plain", 1), 1000) is None
    file_of(tmp_path, sample, judge).write_bytes(b"PK\x03\x04 no archive")
    assert load_said(tmp_path, sample, judge, 1000) is None


@pytest.mark.slow
def test_judging_that_was_stopped_goes_on_with_the_next_judge(
    small, plain_judges, monkeypatch, tmp_path
):
    dataset, _ = small
    two, trained, seen = Panel("test", (("plain", 0), ("plain", 1))), out_of_sample._trained, []

    def once(chosen, part, teller, control):
        seen.append(chosen.seed)
        if len(seen) == 2:
            raise Cancelled
        return trained(chosen, part, teller, control)

    monkeypatch.setattr(out_of_sample, "_trained", once)
    with pytest.raises(Cancelled):
        ask(dataset, two, tmp_path)
    assert ask(dataset, two, tmp_path).probabilities.shape == (2, 300, 10)
    assert seen == [0, 1, 1]


def test_few_images_are_gone_through_more_often_and_any_number_of_classes_fits():
    def of_judge(kind, images):
        return judges.recipe(kind, 10, images, 0)

    assert of_judge("plain", 60_000).epochs < of_judge("plain", 4_000).epochs
    of_letters = judges.recipe("augmented", 26, 4_000, 3)
    assert of_letters.network.layers[-1] == Dense(26)
    assert of_letters.seed == 3
    assert of_letters.augmentation is not None
    assert panel("train").trainings == judges.FOLDS * judges.SEEDS["train"] * len(judges.KINDS)


@pytest.mark.slow
def test_labels_of_other_classes_are_judged_too(small, monkeypatch, plain_judges, tmp_path):
    dataset, _ = small
    of_three = replace(plain_judges, network=NetworkSpec((Dense(3),)))
    monkeypatch.setattr(out_of_sample, "recipe", lambda *_args: of_three)
    parts = [labels < 3 for labels in (dataset.train_labels, dataset.test_labels)]
    threes = replace(
        dataset,
        train_images=dataset.train_images[parts[0]],
        train_labels=dataset.train_labels[parts[0]],
        test_images=dataset.test_images[parts[1]],
        test_labels=dataset.test_labels[parts[1]],
        classes=("ring", "bar", "swan"),
    )
    answers = ask(threes, ONE, tmp_path)
    assert answers.probabilities.shape == (1, len(threes.test_labels), 3)
    read = answers.probabilities[0].argmax(axis=1)
    assert (read == threes.test_labels).mean() > 0.8
