"""Twenty-six letters go all the way: trained, stored, saved, exported, read, diagnosed."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from core.control import Control
from core.data.facts import count_facts
from core.data.summary import summarise
from core.diagnosis.check import check
from core.diagnosis.findings import findings
from core.errors import DataError, NetworkError, RecipeError
from core.evaluation.metrics import confusion, loss_of_guessing, score
from core.evaluation.mistakes import Selection, report_mistakes
from core.exporting.export import export_network
from core.ink.pictures import read_picture
from core.layers import Dense, NetworkSpec
from core.networks.forward import forward, predict, probabilities
from core.networks.inside import look_inside
from core.networks.keras_format import keras_file
from core.networks.shipped import shipped_network
from core.networks.trial import try_network
from core.own_digits.fine_tuning import fine_tune
from core.reading.read import read
from core.recipes.catalogue import by_name
from core.recipes.for_classes import for_classes
from core.records import DIGITS, Augmentation, Dataset, Network, Optimizer, numbered
from core.reproduction.lesson_training import train_lesson
from core.reproduction.scratch_training import LESSONS
from core.runs.export import columns, write_csv
from core.runs.opinions import NamedNetwork, opinions
from core.runs.recorder import record
from core.runs.store import RunStore
from tests.letters import NAMES, letters, picture


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """A store with one run on letters, its result, and what was reported."""
    from core.training.train import train

    store = RunStore(tmp_path_factory.mktemp("home") / "runs")
    recipe = replace(by_name("softmax-10"), epochs=6, batch_size=16, label_smoothing=0.1)
    recipe = replace(recipe, optimizer=Optimizer("adam", 0.01))
    recipe = for_classes(recipe, NAMES).recipe
    with record(store, recipe, letters()) as recorder:
        result = train(
            recipe,
            letters(),
            report=recorder.report,
            control=Control(),
            checkpoint=recorder.checkpoint,
        )
        recorder.finish(result)
    return store, result


def test_a_training_has_figures_for_each_class(trained):
    _, result = trained
    assert result.test.accuracy > 0.5
    assert result.network.names == result.state.network.names == NAMES
    last = result.epochs[-1]
    assert len(last.val_score.recalls) == len(last.probe.recalls) == 26
    assert len(last.probe.predicted) == len(last.probe.digit_gradients) == 26
    assert result.first_probe.loss == pytest.approx(loss_of_guessing(26), rel=0.3)
    assert result.test_predictions.logits.shape == (260, 26)


def test_numpy_reads_as_tensorflow_does(trained):
    _, result = trained
    said = forward(result.network, letters().test_images)
    np.testing.assert_allclose(said.logits, result.test_predictions.logits, atol=1e-4)
    scored = score(said, letters().test_labels, "crossentropy")
    assert (scored.accuracy, scored.recalls) == (result.test.accuracy, result.test.recalls)


def test_a_run_is_read_back_with_its_classes(trained, tmp_path):
    store, result = trained
    run = store.run(1)
    assert run.classes == NAMES
    assert run.test.recalls == result.test.recalls
    assert store.network(1).classes == NAMES
    (epoch, *_) = store.epochs(1)
    assert len(epoch.val_score.recalls) == len(epoch.probe.recalls) == 26
    write_csv(tmp_path / "runs.csv", store, [1])
    lines = (tmp_path / "runs.csv").read_text("utf-8-sig").splitlines()
    assert tuple(lines[0].split(",")) == columns(26)
    assert len({line.count(",") for line in lines}) == 1


def test_a_training_goes_on_with_all_its_classes(trained):
    from core.runs.continuing import continuation
    from core.training.train import train

    store, _ = trained
    goes_on = continuation(store, 1, epochs=1)
    more = train(
        goes_on.recipe, letters(), report=print, control=Control(), start=goes_on.state
    )
    assert more.network.names == NAMES


def test_a_file_keeps_the_names_of_the_classes(trained, tmp_path):
    _, result = trained
    keras_file.save(tmp_path / "letters.keras", result.network)
    network = keras_file.load(tmp_path / "letters.keras").network
    assert network.classes == NAMES
    assert predict(network, picture("Q")).name == "Q"


@pytest.mark.parametrize("names", [["A"] * 25, [""] * 26, [7] * 26, "ABC", ["x" * 101] * 26])
def test_names_that_do_not_fit_the_outputs_are_refused(trained, tmp_path, names):
    _, result = trained
    file = tmp_path / "letters.keras"
    keras_file.save(file, replace(result.network, classes=names))
    with pytest.raises(NetworkError, match=r"inkling\.json"):
        keras_file.load(file)


@pytest.mark.parametrize("to", ["keras", "python", "onnx"])
def test_every_export_has_all_outputs_and_their_names(trained, tmp_path, to):
    _, result = trained
    if to == "onnx":
        pytest.importorskip("onnx")
    file = tmp_path / f"letters.{to}"
    exported = export_network(result.network, file, to)
    assert exported.difference < 1e-4
    content = file.read_bytes()
    if to == "python":
        said = {"__name__": "letters"}
        exec(compile(content, "letters.py", "exec"), said)
        assert said["CLASSES"] == NAMES
        assert b"handwritten digits" not in content
    if to == "onnx":
        assert json.dumps(NAMES).encode() in content


@pytest.mark.slow
def test_tensorflow_lite_has_all_outputs(trained, tmp_path):
    _, result = trained
    assert export_network(result.network, tmp_path / "x.tflite", "tflite").difference < 1e-4


def test_a_picture_is_read_as_one_letter_with_its_name(trained, tmp_path):
    _, result = trained
    two = np.hstack([picture("A", side=90, size=70), picture("B", side=90, size=70)])
    Image.fromarray(255 - picture("Z", side=90, size=70)).save(tmp_path / "z.png")
    Image.fromarray(255 - two).save(tmp_path / "two.png")
    reading = read(read_picture(tmp_path / "z.png"), result.network)
    assert reading.text == "Z"
    assert reading.only.names == NAMES
    assert len(read(read_picture(tmp_path / "two.png"), result.network).digits) == 1


def test_mistakes_inside_and_summary_follow(trained):
    _, result = trained
    data, said = letters(), result.test_predictions
    shares = probabilities(result.network, said)
    report = report_mistakes(data.test_labels, said.digits, shares)
    assert report.counts.shape == (26, 26)
    assert report.counts.sum() == 260
    assert len(report.select(Selection(true=25, which="all"))) == 10
    assert look_inside(result.network, data.test_images[0]).softmax.names == NAMES
    summary = summarise(data)
    assert summary.train.counts.tolist() == [20] * 26
    assert summary.train.mean_digits.shape == (26, 28, 28)
    assert confusion(data.test_labels, data.test_labels, 26).trace() == 260


def test_findings_call_classes_by_their_names_and_guessing_by_their_count(trained):
    _, result = trained
    facts = count_facts(letters())
    assert facts.train.counts == (20,) * 26
    assert facts.train.turn == "unknown"
    assert not [f for f in check(result.recipe, facts) if f.severity == "bad"]
    kept = letters().train_labels != NAMES.index("K")
    without = replace(
        letters(),
        train_images=letters().train_images[kept],
        train_labels=letters().train_labels[kept],
    )
    (missing,) = [
        f for f in check(result.recipe, count_facts(without)) if f.code == "missing-digits"
    ]
    assert missing.evidence.format(**missing.values) == "No image labelled K is learnt from."
    stuck = tuple(
        replace(e, probe=None, val_score=replace(e.val_score, accuracy=0.04))
        for e in result.epochs
    )
    (found,) = [
        f for f in findings(result.recipe, stuck, facts=facts) if f.code == "not-learning"
    ]
    assert "guessing gives 3.85 % and 3.258" in found.evidence.format(**found.values)


def test_a_stranger_that_reads_the_letters_gets_their_names(trained):
    _, result = trained
    stranger = Network(result.network.spec, result.network.weights)
    assert stranger.names == numbered(26)
    trial = try_network(stranger, letters(), pixels_known=False)
    assert trial.network.names == NAMES
    assert any("called as its classes: A, B, C" in note for note in trial.notes("x.keras"))
    assert try_network(stranger, letters(names=tuple("ABC")), pixels_known=True) is None


def test_the_network_that_ships_reads_digits_and_nothing_else(sample):
    shipped = shipped_network()
    assert shipped.names == DIGITS
    assert shipped.fits(sample.classes)
    assert not shipped.fits(NAMES)
    assert not shipped.fits(tuple("abcdefghij"))


def test_networks_of_other_classes_have_no_opinion(trained):
    _, result = trained
    named = [NamedNetwork("pen", shipped_network()), NamedNetwork("mine", result.network)]
    (opinion,) = opinions(named, predict(result.network, picture("M")))
    assert (opinion.name, opinion.digit) == ("mine", "M")


def _train(recipe, data):
    from core.training.train import train

    train(recipe, data, report=print, control=Control())


def test_what_does_not_go_together_is_refused_before_anything_is_trained(sample):
    recipe = by_name("softmax-10")
    with pytest.raises(RecipeError, match=r"has 10 outputs, and the data have 26 classes"):
        _train(recipe, letters())
    drawn = replace(recipe, augmentation=Augmentation(drawn=0.5))
    with pytest.raises(RecipeError, match="draws digits"):
        _train(drawn, replace(sample, classes=tuple("abcdefghij")))


def test_the_lesson_and_the_own_hand_are_about_digits(trained, sample):
    _, result = trained
    with pytest.raises(DataError, match=r"ten digits apart; letters has 26 classes"):
        train_lesson(LESSONS[0], letters(), print, Control())
    digits = sample.train_images[:3], sample.train_labels[:3]
    for network, data in ((result.network, sample), (shipped_network(), letters())):
        with pytest.raises(DataError, match="kept as the ten digits"):
            fine_tune(network, *digits, data, report=print, control=Control())


@pytest.mark.parametrize("count", [2, 100])
def test_two_classes_and_a_hundred_are_trained(count):
    from core.training.train import train

    rng = np.random.default_rng(count)
    images = rng.integers(0, 256, (4 * count, 28, 28), np.uint8)
    labels = np.tile(np.arange(count), 4)
    data = Dataset(
        "noise", "", images, labels, images[:count], labels[:count], classes=numbered(count)
    )
    recipe = for_classes(replace(by_name("softmax-10"), epochs=1), data.classes).recipe
    result = train(recipe, data, report=print, control=Control())
    assert len(result.test.recalls) == count


def test_a_network_of_one_output_or_of_more_than_a_hundred_is_refused():
    for count in (1, 101):
        spec = NetworkSpec((Dense(count),))
        weights = (np.zeros((784, count), np.float32), np.zeros(count, np.float32))
        with pytest.raises(NetworkError, match="2 to 100 outputs"):
            forward(Network(spec, weights), np.zeros((1, 28, 28), np.uint8))
