"""What sets two recipes apart."""

from __future__ import annotations

from dataclasses import replace

from core.layers import Dense, Dropout
from core.recipes.catalogue import by_name
from core.recipes.differences import changes
from core.records import Optimizer

PLAIN = by_name("mlp-128-32")


def said(old, new):
    return [(c.what, c.old, c.new) for c in changes(old, new)]


def test_the_same_recipe_has_no_changes_whatever_it_is_called():
    assert said(PLAIN, replace(PLAIN, name="other", title="x", about="y")) == []


def test_fields_stand_with_what_they_were_and_are():
    other = replace(PLAIN, optimizer=Optimizer("adam", 0.5), loss="clipped_crossentropy")
    assert said(PLAIN, other) == [
        ("optimizer.learning_rate", 0.001, 0.5),
        ("loss", "crossentropy", "clipped_crossentropy"),
    ]
    raw = replace(PLAIN, network=replace(PLAIN.network, pixels="raw"))
    assert said(raw, PLAIN) == [("pixels", "raw", "unit")]


def test_only_the_layers_that_changed_are_named():
    layers = (Dense(64, "relu"), Dense(32, "relu"), Dense(10))
    old = replace(PLAIN, network=replace(PLAIN.network, layers=layers))
    new = replace(old, network=replace(old.network, layers=(*layers[:2], Dense(10, "softmax"))))
    assert said(old, new) == [("network", "Dense 10", "Dense 10 softmax")]
    assert changes(old, new)[0].layers == (3, 3)
    fewer = replace(old, network=replace(old.network, layers=(layers[0], layers[2])))
    assert said(old, fewer) == [("network", "Dense 32 relu", None)]
    more = (layers[0], Dropout(0.3), *layers[1:])
    grown = replace(old, network=replace(old.network, layers=more))
    assert said(old, grown) == [("network", None, "Dropout 0.3")]
    assert changes(old, grown)[0].layers == (2, 2)
