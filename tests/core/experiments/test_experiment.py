"""What an experiment is: its settings, its numbers, and its file."""

from dataclasses import replace

import pytest

from core.errors import InklingError, RecipeError
from core.experiments import experiment_file
from core.experiments.experiment import (
    MOST_TRAININGS,
    Experiment,
    Span,
    Varied,
    settings,
    trainings,
)
from core.experiments.experiment_file import read_varied
from core.experiments.fields import path_of, short_name
from core.experiments.vary_text import parse_vary, values_text
from core.recipes.catalogue import by_name

RECIPE = by_name("mlp-128-32")
CNN = by_name("cnn")


def asked(*texts, recipe=RECIPE, **more):
    varied = tuple(read_varied(recipe, *parse_vary(text)) for text in texts)
    return Experiment("asked", recipe, varied, **more)


def values(text, recipe=RECIPE):
    return read_varied(recipe, *parse_vary(text)).values


def test_every_combination_is_trained_with_every_seed_all_settings_with_the_first_one_first():
    planned = trainings(asked("learning_rate=.01,.03", "pixels=raw,unit", seeds=(4, 5, 6)))
    assert [training.number for training in planned] == list(range(1, 13))
    assert [training.seed for training in planned] == [4] * 4 + [5] * 4 + [6] * 4
    said = [
        (t.recipe.optimizer.learning_rate, t.recipe.network.pixels, t.recipe.seed)
        for t in planned[4:8]
    ]
    assert said == [(0.01, "raw", 5), (0.01, "unit", 5), (0.03, "raw", 5), (0.03, "unit", 5)]
    assert planned[5].setting.label == "learning_rate 0.01, pixels unit"


def test_what_varies_nothing_is_trained_once():
    experiment = asked("learning_rate=.001,.01,1e-3,0.010", seeds=(1, 1))
    assert [s.recipe.optimizer.learning_rate for s in settings(experiment)] == [0.001, 0.01]
    assert len(trainings(experiment)) == 2


def test_ranges_have_a_factor_a_step_or_a_count():
    assert values("batch_size=16..128*2") == (16, 32, 64, 128)
    assert values("momentum=0..0.9+0.3") == (0.0, 0.3, 0.6, 0.9)
    given = {"from": 0.001, "to": 0.1, "count": 3, "logarithmic": True}
    assert read_varied(RECIPE, "learning_rate", given).values == (0.001, 0.01, 0.1)
    assert values("learning_rate=.001..1 log") == Span(0.001, 1, logarithmic=True)


def test_settings_are_drawn_the_same_way_each_time_and_none_twice():
    experiment = asked("learning_rate=.001..1 log", "batch_size=16..64", draws=30)
    drawn = [setting.values for setting in settings(experiment)]
    assert drawn == [setting.values for setting in settings(experiment)]
    assert len(set(drawn)) == 30
    rates, sizes = zip(*((dict(v)["optimizer.learning_rate"], dict(v)["batch_size"])
                         for v in drawn), strict=True)  # fmt: skip
    assert all(0.001 <= rate <= 1 for rate in rates)
    # Each power of ten is as likely as the next: a third of them in each.
    assert 4 <= sum(rate < 0.01 for rate in rates) <= 16
    assert all(isinstance(size, int) and 16 <= size <= 64 for size in sizes)
    other = replace(experiment, draw_seed=1)
    assert [s.values for s in settings(other)] != drawn
    few = asked("pixels=raw,unit", draws=30)
    assert len(settings(few)) == 2


def test_any_field_can_vary_layers_and_whole_recipes_too():
    units = settings(asked("network.layers[0].units=16,32"))
    assert [s.recipe.network.layers[0].units for s in units] == [16, 32]
    rotated = settings(asked("rotation=0,20", recipe=by_name("pen")))
    assert [s.recipe.augmentation.rotation for s in rotated] == [0.0, 20.0]
    both = asked("recipe=cnn,mlp-128-32", "batch_size=32,64", epochs=2, seeds=(7,))
    told = [(t.recipe.network == CNN.network, t.recipe.batch_size) for t in trainings(both)]
    assert told == [(True, 32), (True, 64), (False, 32), (False, 64)]
    assert {t.recipe.epochs for t in trainings(both)} == {2}
    assert {t.recipe.seed for t in trainings(both)} == {7}
    assert trainings(both)[0].setting.label == "cnn, batch_size 32"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["learning_rat=1"], "no field"),
        (["learning_rate"], "does not say what varies"),
        (["seed=1,2"], "nothing that an experiment varies"),
        (["rotation=10"], "the recipe has no augmentation"),
        (["network.layers[9].units=1"], "no field"),
        (["batch_size=0,32"], "batch_size is 0; it can be"),
        (["batch_size=1.5"], "should be a whole number"),
        (["pixels=grey"], 'pixels is "grey"'),
        (["batch_size=1..8"], "a range without a number of values"),
        (["batch_size=8..1*2"], "makes no sense"),
        (["momentum=0..1*2"], "makes no sense"),
        (["momentum=0..1+0"], "makes no sense"),
        (["momentum=0..1+1e-9"], "makes no sense"),
        (["epochs=1,2", "epochs=3"], "varied twice"),
        (["epochs=1..200+1", "batch_size=1..200+1"], "more than 10000 trainings"),
    ],
)
def test_what_cannot_be_trained_is_refused_by_its_name(texts, said):
    with pytest.raises(RecipeError) as refused:
        trainings(asked(*texts))
    assert said in str(refused.value)
    assert "{field}" not in str(refused.value)


def test_a_file_gives_back_the_experiment():
    experiments = (
        asked("learning_rate=.01,.03", "pixels=raw,unit", seeds=(3, 9)),
        asked("recipe=cnn,mlp-128-32", epochs=3),
        asked("learning_rate=.001..1 log", "early_stopping=none", draws=5, draw_seed=2),
        Experiment("只有种子", RECIPE, seeds=(0, 1, 2)),
    )
    for experiment in experiments:
        assert experiment_file.from_json(experiment_file.to_json(experiment)) == experiment


def test_a_file_that_a_person_writes_is_short():
    experiment = experiment_file.from_json("""{
        "inkling_experiment": 1, "recipe": "q002-sgd-0.01", "seeds": 3, "epochs": 2,
        "vary": {"learning_rate": [0.01, 0.03], "pixels": ["raw", "unit"]}}""")
    assert len(trainings(experiment)) == 12
    assert experiment.name == "q002-sgd-0.01"
    assert experiment.seeds == tuple(range(experiment.recipe.seed, experiment.recipe.seed + 3))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON: line 1"),
        ("[]", "no experiment"),
        ('{"inkling_experiment": 2}', "version 2"),
        ('{"inkling_experiment": 1}', "does not say recipe"),
        ('{"inkling_experiment": 1, "recipe": "cmn"}', "no recipe named"),
        ('{"inkling_experiment": 1, "recipe": "cnn", "vari": {}}', '"vari"'),
        ('{"inkling_experiment": 1, "recipe": "cnn", "seeds": 0}', "how many, or a list"),
        ('{"inkling_experiment": 1, "recipe": "cnn", "seeds": [1, -1]}', "how many, or a list"),
        (
            '{"inkling_experiment": 1, "recipe": "cnn", "vary": {"epochs": []}}',
            "epochs has no values",
        ),
        ('{"inkling_experiment": 1, "recipe": "cnn", "vary": {"recipe": {}}}', "a list"),
        ('{"inkling_experiment": 1, "recipe": "cnn", "name": " "}', "a text"),
        ('{"inkling_experiment": 1, "recipe": "cnn", "name": "%s"}' % ("x" * 201), "201"),
        ('{"inkling_experiment": 1, "recipe": "cnn", "epochs": 0}', "epochs is 0"),
        ('{"inkling_experiment": 1, "recipe": "cnn", "draws": true}', "a whole number"),
    ],
)
def test_a_file_that_is_wrong_says_where(text, said):
    with pytest.raises(InklingError) as refused:
        experiment_file.from_json(text)
    assert said in str(refused.value)


def test_a_name_of_half_characters_is_written_as_it_can_be():
    text = '{"inkling_experiment": 1, "recipe": "cnn", "name": "a\\ud800"}'
    assert experiment_file.from_json(text).name == "a?"


def test_names_are_short_where_they_can_be():
    assert path_of("learning_rate") == "optimizer.learning_rate"
    assert short_name("optimizer.learning_rate") == "learning_rate"
    assert path_of("network.layers[2].units") == "network.layers[2].units"
    written = values_text(Varied("x", (0.01, None, "raw", True)).values)
    assert parse_vary(f"x={written}") == ("x", [0.01, None, "raw", True])
    assert MOST_TRAININGS == 10_000


def test_more_draws_than_there_are_settings_end():
    assert len(settings(asked("batch_size=8,16", draws=999_999_999))) == 2


def test_too_many_are_refused_before_each_is_looked_at(monkeypatch):
    monkeypatch.setattr("core.experiments.experiment.check", None)
    for many in (
        asked("learning_rate=0.001..1", draws=10**9),
        Experiment("many", RECIPE, (Varied("batch_size", tuple(range(1, 5002))),), (0, 1)),
    ):
        with pytest.raises(RecipeError, match="more than 10000"):
            settings(many)
