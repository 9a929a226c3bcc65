"""Networks as people bring them are opened as Keras does, or refused with their sentence."""

from __future__ import annotations

import pytest

from tests.core.networks.corpus.case import outcome
from tests.core.networks.corpus.keras_models import opened
from tests.core.networks.corpus.strangers import refused


def _check_keras_2(case):
    if "Keras 2" in case.name:
        # It would bring a second TensorFlow: CONTRIBUTING.md says how it is installed.
        pytest.importorskip("tf_keras")


OPENED, REFUSED = list(opened()), list(refused())


@pytest.mark.slow
@pytest.mark.parametrize("case", OPENED, ids=lambda case: f"{case.name}{case.ending}")
def test_what_keras_saves_is_read_as_keras_reads_it(case, tmp_path):
    _check_keras_2(case)
    right, words = outcome(case, tmp_path)
    assert right, words


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case.name}{case.ending}")
def test_what_cannot_be_opened_is_called_by_its_name(case, tmp_path):
    _check_keras_2(case)
    right, words = outcome(case, tmp_path)
    assert right, words
