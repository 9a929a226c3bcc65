"""A probe as JSON in the run store: what is infinite or no number is null there."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from typing import Any

from core.probes import ActivationProbe, LayerProbe, Probe


def text_of_probe(probe: Probe) -> str:
    """Write a probe as JSON."""
    return json.dumps(_finite(asdict(probe)), allow_nan=False)


def probe_of(text: object) -> Probe | None:
    """Read what `text_of_probe` wrote; None where it is nothing of the kind."""
    try:
        values = _with_nan(json.loads(text)) if isinstance(text, str) else {}
        layers = tuple(LayerProbe(**layer) for layer in values.pop("layers"))
        activations = tuple(ActivationProbe(**layer) for layer in values.pop("activations"))
        # The one figure that may be missing in truth.
        if math.isnan(values["test_accuracy"]):
            values["test_accuracy"] = None
        return Probe(**values, layers=layers, activations=activations)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [_finite(inner) for inner in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _with_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _with_nan(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(_with_nan(inner) for inner in value)
    return math.nan if value is None else value
