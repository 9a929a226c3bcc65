"""The tab with the curves of accuracy against rotation, shift, size, noise, width, contrast."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.second_look.changes import KINDS, STRENGTHS, Change, Kind, changed, kind_words
from core.second_look.robustness import Point
from gui.pages.mistakes.image_row import ImageRow, Tile
from gui.pages.mistakes.share_plot import SharePlot
from gui.session.robustness import Measured
from gui.session.session import Session
from gui.theme import GRID_PX, Theme
from gui.widgets.flow_layout import FlowLayout
from gui.words import capital, percent, phrase

_STEPS = 1000
_DASHES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
MOST_CURVES = len(_DASHES)


class RobustnessPlot(SharePlot):
    """A curve a network, with the band of its 95 % intervals; the newest one solid."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("robustness_plot")
        self.setAccessibleName(self.tr("Accuracy against the strength of the change"))
        self._up = self.tr("read right (%)")
        self._curves: tuple[tuple[Point, ...], ...] = ()

    def show_curves(self, across: str, curves: tuple[tuple[Point, ...], ...]) -> None:
        """Show curves over the same strengths; `across` names these."""
        self._across, self._curves = across, curves
        told = (f"{p.strength:g}: {percent(p.accuracy, 1)}" for c in curves[:1] for p in c)
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw axes, bands and curves."""
        if not self._curves:
            self._begin()
            return
        strengths = [f"{point.strength:g}" for point in self._curves[0]]
        painter, room = self._begin(0.0, strengths)
        for number, points in enumerate(self._curves):
            self._paint_curve(painter, room, points, number)

    def _paint_curve(
        self, painter: QPainter, room: QRectF, points: tuple[Point, ...], number: int
    ) -> None:
        xs = [room.left() + n / (len(points) - 1) * room.width() for n in range(len(points))]

        def line(values: list[float]) -> list[QPointF]:
            return [
                QPointF(x, room.bottom() - v * room.height())
                for x, v in zip(xs, values, strict=True)
            ]

        colour = self._theme.curve("validation")
        low = line([point.interval[0] for point in points])
        high = line([point.interval[1] for point in points])
        shade = QColor(colour)
        shade.setAlphaF(0.18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawPolygon(QPolygonF([*low, *reversed(high)]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2, _DASHES[number % MOST_CURVES]))
        painter.drawPolyline(QPolygonF(line([point.accuracy for point in points])))


class RobustnessTab(QWidget):
    """Choose a change; measure once; networks that were measured on the same images overlay."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("robustness_tab")
        self._session = session
        self._measured: list[Measured] = []
        self._kind: Kind = KINDS[0]
        self._box = QComboBox()
        self._box.setObjectName("change_box")
        self._box.setAccessibleName(self.tr("How the images are changed"))
        for kind in KINDS:
            self._box.addItem(capital(phrase(kind_words(kind))), kind)
        self._box.currentIndexChanged.connect(self._show)
        self._go = QPushButton(self.tr("Measure"))
        self._go.setObjectName("measure_robustness_button")
        self._go.setToolTip(
            self.tr("Let the network read changed images: up to 2,000, always the same.")
        )
        self._go.clicked.connect(self._on_measure_clicked)
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setObjectName("stop_robustness_button")
        self._stop.clicked.connect(session.robustness.stop)
        self._bar = QProgressBar()
        self._bar.setObjectName("robustness_progress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setMaximum(_STEPS)
        self._bar.setTextVisible(False)
        self._plot = RobustnessPlot(theme)
        self._examples = ImageRow(theme, "changed_examples", 34)
        self._words = QLabel()
        self._words.setObjectName("robustness_words")
        self._words.setWordWrap(True)
        self._build()
        session.robustness.measured.connect(self._on_measured)
        session.robustness.stage_changed.connect(self._on_stage)
        session.robustness.share_changed.connect(
            lambda share: self._bar.setValue(round(_STEPS * share))
        )
        self._on_stage(False)

    def _build(self) -> None:
        choice = FlowLayout()
        for widget in (self._box, self._go, self._stop):
            choice.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID_PX, 0, 0)
        layout.setSpacing(GRID_PX)
        layout.addLayout(choice)
        for below in (self._bar, self._plot, self._examples, self._words):
            layout.addWidget(below)
        layout.addStretch(1)
        self._show()

    def _on_measure_clicked(self) -> None:
        known = self._session.predictions.current
        if known is not None:
            self._session.robustness.measure(known)

    def _on_stage(self, measuring: bool) -> None:
        self._bar.setVisible(measuring)
        self._bar.setValue(0)
        self._stop.setVisible(measuring)
        self._go.setEnabled(not measuring)

    def _on_measured(self, measured: Measured) -> None:
        """Put the newest in front of those on the same images."""
        new = measured.predictions
        self._measured = [
            measured,
            *(
                old
                for old in self._measured
                if old.predictions.dataset is new.dataset
                and old.predictions.part == new.part
                and old.predictions.open_network.network is not new.open_network.network
            ),
        ][:MOST_CURVES]
        self._show()

    def _show(self) -> None:
        kind: Kind = self._box.currentData()
        self._plot.show_curves(
            phrase(kind_words(kind)),
            tuple(measured.robustness.curves[kind] for measured in self._measured),
        )
        self._show_examples(kind)
        if not self._measured:
            self._words.setText(
                self.tr("How far may an image be changed until the network misreads it?")
            )
            return
        names = (
            f"{line} {measured.predictions.open_network.name}"
            for line, measured in zip(
                (
                    self.tr("solid:"),
                    self.tr("dashed:"),
                    self.tr("dotted:"),
                    self.tr("dashes and dots:"),
                ),
                self._measured,
                strict=False,
            )
        )
        images = self._measured[0].robustness.curves[kind][0].images
        self._words.setText(
            self.tr("{names}. {n} images at each strength; bands are 95 % intervals.").format(
                names=", ".join(names), n=images
            )
        )

    def _show_examples(self, kind: Kind) -> None:
        dataset = self._session.data.current
        if dataset is None:
            return
        images = dataset.test_images if len(dataset.test_images) else dataset.train_images
        self._examples.show_tiles(
            tuple(
                Tile(changed(images[:1], Change(kind, strength))[0], f"{strength:g}")
                for strength in STRENGTHS[kind]
            )
        )
