"""What every network at hand says of one image, those that disagree first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from core.errors import InklingError
from core.networks.forward import predict
from core.networks.shipped import shipped_network
from core.records import Network, Prediction
from core.runs.store import RunStore

MOST_RUNS = 12
"""Networks of older runs are not asked: the table is small, and each costs milliseconds."""


@dataclass(frozen=True, eq=False)
class NamedNetwork:
    """A network by its name; `run_id` of the run that gave it, None for others."""

    name: str
    network: Network
    run_id: int | None = None


@dataclass(frozen=True)
class Opinion:
    """What one network says, by its class's name; `agrees` with the network in use."""

    name: str
    digit: str
    confidence: float
    is_digit: bool
    agrees: bool
    run_id: int | None = None


class StoredNetworks:
    """The saved networks, each read from disk once.

    Parameters
    ----------
    runs : Path
        The folder of the run store.
    """

    def __init__(self, runs: Path) -> None:
        self._store = RunStore(runs)
        self._read: dict[tuple[Path, int], Network] = {}

    def networks(self) -> tuple[NamedNetwork, ...]:
        """Return the shipped network and those of the newest runs; broken ones are left out."""
        named = [NamedNetwork(name, net) for name, net in self._shipped()]
        if not self._store.folder.is_dir():
            return tuple(named)
        for run in self._store.runs()[:MOST_RUNS]:
            network = self._of_run(run.id)
            if network is not None:
                named.append(NamedNetwork(f"{run.name} #{run.id}", network, run.id))
        return tuple(named)

    def _shipped(self) -> list[tuple[str, Network]]:
        try:
            return [("pen", shipped_network())]
        except (InklingError, OSError):
            return []

    def _of_run(self, run_id: int) -> Network | None:
        from core.networks.keras_format import keras_file

        try:
            path = self._store.network_file(run_id)
            key = path, path.stat().st_mtime_ns
            if key not in self._read:
                self._read[key] = keras_file.load(path).network
        except (InklingError, OSError):
            return None
        return self._read[key]


def opinions(networks: Iterable[NamedNetwork], prediction: Prediction) -> tuple[Opinion, ...]:
    """Ask each network about the image of a prediction; those that disagree come first.

    Then the surest. Networks of other classes than the prediction's are left out.
    """
    said = []
    for named in networks:
        if not named.network.fits(prediction.names):
            continue
        answer = predict(named.network, prediction.image)
        said.append(
            Opinion(
                name=named.name,
                digit=prediction.names[answer.digit],
                confidence=answer.confidence,
                is_digit=answer.is_digit,
                agrees=answer.digit == prediction.digit,
                run_id=named.run_id,
            )
        )
    return tuple(sorted(said, key=lambda o: (o.agrees, -o.confidence)))
