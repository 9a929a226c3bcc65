"""What sets two recipes apart, in words."""

from __future__ import annotations

from dataclasses import replace

from core.layers import Dense, Dropout
from core.recipes.catalogue import by_name
from core.recipes.differences import changes
from core.records import Optimizer

PLAIN = by_name("mlp-128-32")


def said(old, new):
    return [(str(c.what), str(c.old), str(c.new)) for c in changes(old, new)]


def test_the_same_recipe_has_no_changes_whatever_it_is_called():
    assert said(PLAIN, replace(PLAIN, name="other", title="x", about="y")) == []


def test_fields_bear_the_names_of_the_form():
    other = replace(PLAIN, optimizer=Optimizer("adam", 0.5), loss="clipped_crossentropy")
    assert said(PLAIN, other) == [
        ("learning rate", "0.001", "0.5"),
        ("loss", "of the logits", "of the outputs, clipped"),
    ]
    raw = replace(PLAIN, network=replace(PLAIN.network, pixels="raw"))
    assert said(raw, PLAIN) == [("pixels", "0 to 255", "0 to 1")]
    assert said(replace(PLAIN, validation=None), PLAIN)[0][:2] == ("validation", "none")


def test_only_the_layers_that_changed_are_named():
    layers = (Dense(64, "relu"), Dense(32, "relu"), Dense(10))
    old = replace(PLAIN, network=replace(PLAIN.network, layers=layers))
    new = replace(old, network=replace(old.network, layers=(*layers[:2], Dense(10, "softmax"))))
    assert said(old, new) == [("layer 3", "Dense 10", "Dense 10 softmax")]
    fewer = replace(old, network=replace(old.network, layers=(layers[0], layers[2])))
    assert said(old, fewer) == [("layer 2", "Dense 32 relu", "none")]
    more = (layers[0], Dropout(0.3), *layers[1:])
    grown = replace(old, network=replace(old.network, layers=more))
    assert said(old, grown) == [("layer 2", "none", "Dropout 0.3")]
