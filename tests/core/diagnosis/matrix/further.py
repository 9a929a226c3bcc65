"""Further trainings, tried when all rules stood: other optimizers, data, counts of classes.

The rules were then mended by them. The suite does not train them:
``python -m tests.core.diagnosis.matrix --further``.
"""

from __future__ import annotations

from tests.core.diagnosis.matrix.further_data import FURTHER_DATA
from tests.core.diagnosis.matrix.further_healthy import FURTHER_HEALTHY
from tests.core.diagnosis.matrix.further_plans import FURTHER_PLANS
from tests.core.diagnosis.matrix.further_steps import FURTHER_STEPS

__all__ = ["FURTHER_FAULTY", "FURTHER_HEALTHY"]

FURTHER_FAULTY = (*FURTHER_STEPS, *FURTHER_PLANS, *FURTHER_DATA)
