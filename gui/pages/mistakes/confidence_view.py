"""Whether the network's confidence can be taken at its word, and what "I don't know" costs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from core.evaluation.mistakes import MistakesReport
from core.evaluation.per_class import top_accuracy
from core.evaluation.reliability import (
    Bin,
    Coverage,
    calibration_error,
    coverage,
    reliability,
)
from gui.pages.mistakes.share_plot import SharePlot, round_low
from gui.theme import GRID_PX, Theme
from gui.widgets.word_label import WordLabel
from gui.words import count, number, percent

_STEPS = 1000


class ReliabilityDiagram(SharePlot):
    """Bars: of the images of that confidence, the share that was read right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "")
        self.setObjectName("reliability_diagram")
        self._across, self._up = self.tr("confidence (%)"), self.tr("read right (%)")
        self._bins: tuple[Bin, ...] = ()

    def show_bins(self, bins: tuple[Bin, ...]) -> None:
        """Show the ranges of confidence."""
        self._bins = bins
        self.setAccessibleName(self.tr("Reliability diagram"))
        self.setAccessibleDescription(
            "; ".join(
                f"{percent(b.confidence, 0)}: {percent(b.accuracy, 0)} ({b.images})"
                for b in bins
                if b.images
            )
        )
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a bar for each range, and the diagonal on which all should end."""
        painter, room = self._begin()
        for each in self._bins:
            if each.images:
                self._bar(painter, room, each)
        painter.setPen(QPen(self._theme.color("muted"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(room.bottomLeft(), room.topRight())

    def _bar(self, painter: QPainter, room: QRectF, each: Bin) -> None:
        left = room.left() + each.low * room.width()
        width = (each.high - each.low) * room.width()
        height = each.accuracy * room.height()
        shade = QColor(self._theme.curve("training"))
        # Where a handful of images speaks, the bar is faint.
        shade.setAlphaF(0.85 if each.images >= 30 else 0.35)
        painter.fillRect(QRectF(left + 1, room.bottom() - height, width - 2, height), shade)


class CoverageCurve(SharePlot):
    """Accuracy of what is answered, against the share that is."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "")
        self.setObjectName("coverage_curve")
        self.setAccessibleName(self.tr("Accuracy against coverage"))
        self._across = self.tr("answered (%)")
        self._up = self.tr("of these read right (%)")
        self._coverage: Coverage | None = None
        self._threshold = 0.0

    def show_curve(self, curve: Coverage, threshold: float) -> None:
        """Show the curve, with a mark where the threshold is."""
        self._coverage, self._threshold = curve, threshold
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the curve from the accuracy of all images up."""
        curve = self._coverage
        if curve is None or not curve.images:
            self._begin()
            return
        shares = curve.right / curve.answered
        # The curve lives between its lowest value and 100 %.
        low = round_low(float(shares.min()))
        painter, room = self._begin(low)

        def place(answered: float, share: float) -> QPointF:
            return QPointF(
                room.left() + answered / curve.images * room.width(),
                room.bottom() - (share - low) / (1 - low) * room.height(),
            )

        step = max(1, len(shares) // 400)
        points = [
            place(float(curve.answered[n]), float(shares[n]))
            for n in (*range(0, len(shares) - 1, step), len(shares) - 1)
        ]
        painter.setPen(QPen(self._theme.curve("training"), 2))
        painter.drawPolyline(QPolygonF(points))
        answered, right = curve.at(self._threshold)
        if answered:
            painter.setBrush(self._theme.curve("validation"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(place(answered, right / answered), 4.5, 4.5)


class ConfidenceView(QWidget):
    """Top-2 accuracy, calibration error, both plots, and the threshold.

    Signals:
        threshold_taken: The confidence below which the pad should say "I don't know".
    """

    threshold_taken = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confidence_view")
        self._curve: Coverage | None = None
        self._facts = self._text("confidence_facts")
        self._diagram = ReliabilityDiagram(theme)
        self._plot = CoverageCurve(theme)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("threshold_slider")
        self._slider.setAccessibleName(self.tr("Least confidence of an answer"))
        self._slider.setToolTip(
            self.tr('Answer images below this confidence with "I don\'t know".')
        )
        self._slider.setRange(0, _STEPS)
        self._slider.valueChanged.connect(self._on_threshold)
        self._words = self._text("threshold_words")
        self._take = QPushButton(self.tr("Use on the pad"))
        self._take.setObjectName("take_threshold_button")
        self._take.setToolTip(
            self.tr('Let the Draw page say "not a digit, I think" below this confidence.')
        )
        self._take.clicked.connect(lambda: self.threshold_taken.emit(self.threshold))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addWidget(self._facts)
        layout.addWidget(self._diagram, 1)
        layout.addWidget(self._plot, 1)
        row = QHBoxLayout()
        row.addWidget(self._slider, 1)
        row.addWidget(self._take)
        layout.addLayout(row)
        layout.addWidget(self._words)

    @property
    def threshold(self) -> float:
        """The confidence that the slider says."""
        return self._slider.value() / _STEPS

    def show_report(self, report: MistakesReport) -> None:
        """Show how sure the network is, and how rightly so."""
        known = report.known
        right = (report.labels == report.digits)[known]
        confidence = report.confidence[known]
        bins = reliability(confidence, right)
        self._curve = coverage(confidence, right)
        self._facts.setText(
            self.tr(
                "Right at the first or second guess: {top2}. Expected calibration error:"
                " {error}."
            ).format(
                top2=percent(
                    top_accuracy(report.probabilities[known], report.labels[known], 2)
                ),
                error=number(calibration_error(bins)),
            )
        )
        self._facts.setToolTip(
            self.tr(
                "The mean distance of confidence and accuracy over 15 ranges of confidence:"
                " 0 where both always agree."
            )
        )
        self._diagram.show_bins(bins)
        self._on_threshold()

    def _on_threshold(self) -> None:
        if self._curve is None:
            return
        answered, right = self._curve.at(self.threshold)
        self._plot.show_curve(self._curve, self.threshold)
        self._words.setText(
            self.tr(
                "From {threshold} on: {answered} of {total} images answered ({share}),"
                " {accuracy} of these right, {wrong} wrong."
            ).format(
                threshold=percent(self.threshold, 1),
                answered=count(answered),
                total=count(self._curve.images),
                share=percent(answered / self._curve.images if self._curve.images else None),
                accuracy=percent(right / answered if answered else None),
                wrong=count(answered - right),
            )
        )

    def _text(self, name: str) -> QLabel:
        label = WordLabel()
        label.setObjectName(name)
        label.setWordWrap(True)
        return label
