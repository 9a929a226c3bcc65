"""Fixtures of the window's tests: a session with data and a network, closed at the end."""

from __future__ import annotations

import gc

import pytest

from core.home import Home
from gui.preferences import Preferences
from gui.session.networks import OpenNetwork
from gui.session.session import Session
from gui.theme import Theme
from tests.networks import ridge_network


@pytest.fixture(autouse=True)
def garbage_in_this_thread():
    """As the program does: no worker may destroy a widget that an earlier test let go."""
    gc.disable()
    yield
    gc.enable()
    gc.collect(1)


@pytest.fixture
def theme(qapp):
    theme = Theme.light()
    theme.apply()
    return theme


@pytest.fixture
def session(qapp, home_folder):
    """A session without data or network."""
    home = Home(home_folder)
    session = Session(home, Preferences(home))
    yield session
    assert session.close()


@pytest.fixture(scope="session")
def ridge(sample):
    """A network that reads about 85 % of the sample's test images right."""
    return ridge_network(sample)


@pytest.fixture
def ready_session(session, sample, ridge):
    """A session with the sample and a network in use."""
    session.data.use(sample)
    session.networks.adopt(OpenNetwork("ridge", ridge, "made for tests"))
    return session
