"""Every saved network is asked; those that disagree come first."""

from dataclasses import replace

import numpy as np

from core.control import Control
from core.layers import Dense, NetworkSpec
from core.networks.forward import predict
from core.recipes.catalogue import by_name
from core.records import Network
from core.runs.opinions import NamedNetwork, StoredNetworks, opinions
from core.runs.recorder import record
from core.runs.store import RunStore

IMAGE = np.zeros((28, 28), np.uint8)


def says(digit, logit=5.0):
    bias = np.zeros(10, np.float32)
    bias[digit] = logit
    return Network(NetworkSpec((Dense(10),)), (np.zeros((784, 10), np.float32), bias))


def test_those_that_disagree_come_first_then_the_surest():
    networks = [
        NamedNetwork("a", says(4)),
        NamedNetwork("b", says(9, 1)),
        NamedNetwork("c", says(4, 8)),
        NamedNetwork("d", says(7, 2), run_id=3),
    ]
    given = opinions(networks, predict(says(4), IMAGE))
    assert [(o.name, o.digit, o.agrees) for o in given] == [
        ("d", "7", False),
        ("b", "9", False),
        ("c", "4", True),
        ("a", "4", True),
    ]
    assert given[0].run_id == 3
    assert given[2].confidence > given[3].confidence


def test_a_doubted_answer_is_marked():
    network = replace(says(4, 0.1), reject_below=0.9)
    assert not opinions([NamedNetwork("a", network)], predict(network, IMAGE))[0].is_digit


def test_no_runs_yet_is_no_error(tmp_path):
    stored = StoredNetworks(tmp_path / "runs")
    assert all(named.run_id is None for named in stored.networks())
    assert not (tmp_path / "runs").exists()


def test_networks_of_runs_are_read_once_and_broken_ones_left_out(tmp_path, sample):
    from core.training.train import train

    folder = tmp_path / "runs"
    store, small = RunStore(folder), sample.first(300, 50)
    recipe = replace(by_name("softmax-10"), epochs=1)
    for _ in range(2):
        with record(store, recipe, small) as recorder:
            report, checkpoint = recorder.report, recorder.checkpoint
            result = train(
                recipe, small, report=report, control=Control(), checkpoint=checkpoint
            )
            recorder.finish(result)
    stored = StoredNetworks(folder)
    runs = [named for named in stored.networks() if named.run_id is not None]
    assert [named.run_id for named in runs] == [2, 1]
    assert runs[0].name == "softmax-10 #2"
    np.testing.assert_array_equal(runs[0].network.weights[0], result.network.weights[0])
    again = [named for named in stored.networks() if named.run_id is not None]
    assert again[0].network is runs[0].network
    store.network_file(2).write_bytes(b"broken")
    assert [named.run_id for named in stored.networks() if named.run_id is not None] == [1]
