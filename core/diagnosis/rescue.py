"""What can be saved of a network that was trained with a fault, if anything can."""

from __future__ import annotations

from dataclasses import replace

from core.diagnosis.cure import with_ending
from core.diagnosis.evidence import Evidence
from core.diagnosis.finding import Finding
from core.records import Network


def with_softmax(network: Network) -> Network:
    """Return the same weights behind a softmax: the answers are then those of the logits."""
    spec = network.spec
    return replace(network, spec=replace(spec, layers=with_ending(spec, "softmax")))


def with_true_rescue(finding: Finding, evidence: Evidence) -> Finding:
    """Return the finding without a rescue that would change nothing in what was trained."""
    rescue = finding.remedy.rescue
    helps = {
        None: True,
        "softmax": _hides_answers(evidence),
        "logits-loss": _leaves_without_gradient(evidence),
        "best-epoch": True,
    }
    if helps[rescue]:
        return finding
    return replace(finding, remedy=replace(finding.remedy, rescue=None))


def _hides_answers(evidence: Evidence) -> bool:
    """Say whether fewer images are right by the outputs than by the logits."""
    if evidence.test is not None and evidence.test.images:
        return evidence.test.logit_accuracy > evidence.test.accuracy
    last = evidence.epochs[-1:]
    seen = [one for e in last for one in (e.val_score, e.train_score, e.probe)]
    return any(one.logit_accuracy > one.accuracy for one in seen if one is not None)


def _leaves_without_gradient(evidence: Evidence) -> bool:
    """Say whether any image is wrong and gets no gradient; or nobody looked."""
    if not evidence.epochs:
        return False
    probe = evidence.last.probe
    return probe is None or probe.clipped > 0
