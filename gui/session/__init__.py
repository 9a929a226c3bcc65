"""The one shared state, as services that pages listen to and ask."""

from gui.session.data import DataService
from gui.session.networks import NetworksService, OpenNetwork
from gui.session.predictions import PredictionsService, SplitPredictions
from gui.session.recognition import RecognitionService
from gui.session.session import Session
from gui.session.training import TrainingService

__all__ = [
    "DataService",
    "NetworksService",
    "OpenNetwork",
    "PredictionsService",
    "RecognitionService",
    "Session",
    "SplitPredictions",
    "TrainingService",
]
