"""The one shared state, as desks that pages listen to and ask."""

from gui.session.answers import AnswersDesk, SplitAnswers
from gui.session.data import DataDesk
from gui.session.networks import NetworksDesk, OpenNetwork
from gui.session.reading import ReadingDesk
from gui.session.session import Session
from gui.session.training import TrainingDesk

__all__ = [
    "AnswersDesk",
    "DataDesk",
    "NetworksDesk",
    "OpenNetwork",
    "ReadingDesk",
    "Session",
    "SplitAnswers",
    "TrainingDesk",
]
