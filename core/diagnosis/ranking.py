"""Which finding is the cause: the strongest first, its symptoms under it, rivals left out.

Rules look at a training one by one, and several see the same trouble from different sides. Here
stands which finding explains which. What it explains as a *fact* (a digit is lost, units are
dead) is folded under it; what would be another *explanation* of the same trouble (the rate is
too low, it overfits) is not said at all.
"""

from __future__ import annotations

from dataclasses import replace

from core.diagnosis.cure import Cure
from core.diagnosis.finding import Finding, Severity

_SEVERITIES: tuple[Severity, ...] = ("bad", "warn", "info")

STRENGTH = (
    # Nothing can come of this, whatever else is done.
    "one-digit-only",
    "labels-shuffled",
    "ending-unfit",
    "already-divided",
    "batchnorm-alone",
    # What scales everything behind it.
    "homogeneous-loss",
    "raw-pixels",
    "pixels-divided-twice",
    "low-contrast",
    "large-first-weights",
    "small-first-weights",
    "clipped-loss",
    "squashed-logits",
    # Steps.
    "rate-changed",
    "momentum-one",
    "rate-too-high",
    "long-steps",
    "deep-sigmoid",
    "very-deep",
    "vanishing-gradient",
    "hidden-softmax",
    # What holds it back.
    "heavy-l2",
    "heavy-decay",
    "much-smoothing",
    "much-dropout",
    "dropout-on-outputs",
    "wild-augmentation",
    "bottleneck",
    "slow-average",
    "batchnorm-lag",
    "large-validation",
    "few-images",
    "few-steps",
    "rate-too-low",
    "short-steps",
    # Data.
    "inverted-part",
    "mixed-papers",
    "other-paper",
    "turned-part",
    "mixed-turns",
    "other-range",
    "unlike-images",
    "blank-images",
    "test-labels-shuffled",
    "sorted-validation",
    "missing-digits",
    "contradicting-images",
    "labels-doubtful",
    "test-labels-doubtful",
    "unbalanced",
    "repeated-images",
    "leaked-images",
    "untested-digits",
    # What it ends in, and what is measured.
    "tied-outputs",
    "ending-hides-logits",
    "no-activation",
    "tiny-validation",
    "tiny-test",
    "watches-nothing",
    "test-as-validation",
    # Symptoms, and what is good to know.
    "diverged",
    "dead-units",
    "unlike-validation",
    "unlike-test",
    "overfitting",
    "lost-digit",
    "not-learning",
    "best-passed",
    # Never more than good to know.
    "watches-training",
    "no-validation",
    "many-epochs",
    "dark-paper",
    "turned-digits",
    "no-test",
    "jumpy",
    "freed-digit",
    "gap",
    "better-validation",
    "not-done",
    "noise",
)
"""The codes of all findings of one training, from the strongest cause to the weakest."""

FACTS = frozenset(
    {
        "diverged",
        "dead-units",
        "vanishing-gradient",
        "lost-digit",
        "freed-digit",
        "not-learning",
        "jumpy",
        "best-passed",
        "batchnorm-lag",
    }
)
"""What can be seen, and has causes: never false where it is shown."""

_EXPLANATIONS = frozenset(
    {
        "rate-too-high",
        "rate-too-low",
        "long-steps",
        "short-steps",
        "overfitting",
        "gap",
        "not-done",
        "unlike-validation",
        "unlike-test",
    }
)
"""What would explain the same facts otherwise."""

_ALL = FACTS | _EXPLANATIONS

EXPLAINS: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "labels-shuffled",
            "already-divided",
            "batchnorm-alone",
            "pixels-divided-twice",
            "low-contrast",
            "small-first-weights",
            "squashed-logits",
            "few-steps",
            "momentum-one",
            "deep-sigmoid",
            "very-deep",
            "hidden-softmax",
            "heavy-l2",
            "heavy-decay",
            "much-smoothing",
            "much-dropout",
            "dropout-on-outputs",
            "wild-augmentation",
            "bottleneck",
            "slow-average",
            "rate-changed",
        ),
        _ALL,
    ),
    "one-digit-only": _ALL | {"few-images", "few-steps", "unbalanced", "sorted-validation"},
    "homogeneous-loss": _ALL | {"raw-pixels", "large-first-weights"},
    "raw-pixels": _ALL | {"clipped-loss", "large-first-weights"},
    "large-first-weights": _ALL | {"clipped-loss"},
    "clipped-loss": _ALL,
    "ending-unfit": _ALL | {"clipped-loss"},
    "sorted-validation": _ALL | {"missing-digits", "unbalanced"},
    "rate-too-high": (FACTS | {"long-steps", "overfitting", "gap", "rate-too-low", "not-done"}),
    "long-steps": FACTS | {"overfitting", "gap", "rate-too-low", "not-done"},
    "rate-too-low": FACTS | {"short-steps", "overfitting", "gap", "not-done"},
    "short-steps": FACTS | {"overfitting", "gap", "not-done"},
    "vanishing-gradient": _ALL - {"vanishing-gradient"},
    "few-images": _ALL | {"missing-digits", "unbalanced", "few-steps"},
    "large-validation": _ALL | {"few-images", "few-steps", "missing-digits", "unbalanced"},
    "labels-doubtful": frozenset(
        {"overfitting", "gap", "best-passed", "not-done", "not-learning", "lost-digit"}
        | {"unlike-validation", "unlike-test"}
    ),
    "contradicting-images": frozenset(
        {"overfitting", "gap", "best-passed", "repeated-images", "labels-doubtful"}
    ),
    "blank-images": frozenset(
        {"labels-doubtful", "contradicting-images", "repeated-images"}
        | {"unlike-validation", "unlike-test"}
    ),
    "missing-digits": frozenset(
        {"lost-digit", "overfitting", "gap", "best-passed", "unlike-validation", "unlike-test"}
    ),
    "inverted-part": _ALL | {"turned-part"},
    "turned-part": _ALL,
    "other-range": _ALL,
    "other-paper": frozenset({"unlike-validation", "unlike-test", "other-range", "gap"}),
    "unlike-images": frozenset({"unlike-validation", "unlike-test", "gap"}),
    "tied-outputs": frozenset(
        {
            "ending-hides-logits",
            "overfitting",
            "gap",
            "best-passed",
            "lost-digit",
            "not-learning",
        }
    ),
    "overfitting": frozenset({"best-passed", "gap", "not-done"}),
    "mixed-papers": frozenset({"unlike-validation", "unlike-test", "labels-doubtful"}),
    "mixed-turns": frozenset({"unlike-validation", "unlike-test", "labels-doubtful"}),
    "test-labels-doubtful": frozenset({"unlike-validation", "unlike-test", "lost-digit"}),
    "test-labels-shuffled": frozenset(
        {"unlike-validation", "unlike-test", "not-learning", "lost-digit"}
    ),
    "unbalanced": frozenset({"lost-digit", "unlike-validation", "unlike-test"}),
    "repeated-images": frozenset({"unlike-test"}),
    "batchnorm-lag": _ALL - {"batchnorm-lag"},
    "unlike-validation": frozenset(
        {"overfitting", "gap", "best-passed", "not-learning", "lost-digit"}
    ),
    "dead-units": frozenset({"not-learning", "lost-digit"}),
    "not-learning": frozenset({"not-done", "lost-digit"}),
    "diverged": frozenset({"jumpy", "not-done"}),
}
"""Which findings each explains."""


def ranked(findings: list[Finding]) -> tuple[Finding, ...]:
    """Return the findings with causes first and their symptoms folded under them."""
    left = sorted(findings, key=_strength)
    kept: list[Finding] = []
    while left:
        cause, *others = left
        # What did no harm explains none: a rate that was lowered to good effect.
        harmless = cause.severity == "info"
        explained = frozenset() if harmless else EXPLAINS.get(cause.code, frozenset())
        folded = tuple(f for f in others if f.code in explained and f.code not in _EXPLANATIONS)
        left = [f for f in others if f.code not in explained]
        kept.append(_with(cause, folded))
    return tuple(sorted(kept, key=lambda f: _SEVERITIES.index(f.severity)))


def _strength(finding: Finding) -> int:
    return STRENGTH.index(finding.code)


def _with(cause: Finding, folded: tuple[Finding, ...]) -> Finding:
    """Return a cause with what it explains; it is as bad as the worst of that."""
    if not folded:
        return cause
    # One level only: what a symptom explained before is a symptom of the cause.
    flat = tuple(part for f in folded for part in (replace(f, symptoms=()), *f.symptoms))
    worst = min((cause, *flat), key=lambda f: _SEVERITIES.index(f.severity)).severity
    return replace(cause, severity=worst, symptoms=flat, remedy=_rescuing(cause, flat))


def _rescuing(cause: Finding, symptoms: tuple[Finding, ...]) -> Cure:
    """Return the cause's cure; the weights of the best epoch can be taken whatever it is."""
    passed = any(symptom.remedy.rescue == "best-epoch" for symptom in symptoms)
    if passed and cause.remedy.rescue is None:
        return replace(cause.remedy, rescue="best-epoch")
    return cause.remedy
