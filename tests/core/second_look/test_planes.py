from __future__ import annotations

import numpy as np
import pytest

from core.control import StopToken
from core.errors import Cancelled, InklingError
from core.second_look import planes
from core.second_look.planes import inside, plane, principal


@pytest.fixture
def rows():
    rng = np.random.default_rng(0)
    return (rng.normal(size=(300, 20)) * np.geomspace(5, 0.1, 20) + 3).astype(np.float32)


def test_principal_components_are_scikit_learns_up_to_their_sign(rows):
    decomposition = pytest.importorskip("sklearn.decomposition")
    expected = decomposition.PCA(2, svd_solver="full").fit_transform(rows.astype(np.float64))
    found = principal(rows, 2)
    for column in range(2):
        sign = np.sign(found[:, column] @ expected[:, column])
        np.testing.assert_allclose(found[:, column], sign * expected[:, column], atol=1e-3)


def test_the_same_rows_give_the_same_plane_and_few_rows_a_plane_too(rows):
    np.testing.assert_array_equal(plane(rows), plane(rows))
    assert plane(rows[:2]).tolist() == [[0, 0], [0, 0]]
    assert plane(rows[:, :1]).shape == (300, 2)


@pytest.fixture
def groups():
    """Two groups of twenty rows that lie far apart, and which row is of which."""
    rng = np.random.default_rng(1)
    of = np.repeat([0, 1], 20)
    return (rng.normal(size=(40, 10)) + 20 * of[:, None]).astype(np.float32), of


def are_apart(points, of):
    middles = [points[of == group].mean(axis=0) for group in (0, 1)]
    return np.linalg.norm(middles[0] - middles[1]) > 2 * points[of == 0].std()


@pytest.mark.slow
def test_t_sne_keeps_far_groups_apart(groups):
    pytest.importorskip("sklearn")
    rows, of = groups
    told = []
    points = plane(rows, "tsne", report=told.append)
    assert told == [0.25, 0.5, 0.75, 1.0]
    assert are_apart(points, of)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_umap_keeps_far_groups_apart(groups):
    pytest.importorskip("umap")
    rows, of = groups
    points = plane(rows, "umap")
    assert points.dtype == np.float32
    assert are_apart(points, of)


def test_a_map_that_was_stopped_is_not_made(rows):
    stop = StopToken()
    stop.stop()
    with pytest.raises(Cancelled):
        plane(rows, "tsne", stop=stop)


def test_a_map_whose_library_is_missing_says_what_to_install(rows, monkeypatch):
    monkeypatch.setattr(planes, "find_spec", lambda name: None)
    with pytest.raises(InklingError, match=r"inkling\[maps\]"):
        plane(rows, "tsne")


def test_a_lasso_holds_what_lies_inside_it():
    outline = np.array([[0, 0], [4, 0], [4, 4], [2, 1], [0, 4]], np.float32)
    points = np.array([[1, 1], [2, 3], [3.5, 2], [5, 1], [-1, 2], [2, 0.5]], np.float32)
    assert inside(points, outline).tolist() == [True, False, True, False, False, True]
