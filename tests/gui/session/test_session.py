"""What holds for every service of the session."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance

from gui.session.service import Service


def services(session):
    return session.findChildren(Service)


def test_the_state_of_a_service_is_read_only(session):
    """Who could write it would not emit the signal that tells the others."""
    assert len(services(session)) >= 16
    writable = [
        f"{type(service).__name__}.{name}"
        for service in services(session)
        for name, value in vars(service).items()
        if not (name.startswith("_") or isinstance(value, SignalInstance))
    ]
    assert writable == []


def test_an_error_of_any_service_comes_out_of_the_session(qtbot, session):
    for service in services(session):
        error = ValueError(type(service).__name__)
        with qtbot.waitSignal(session.failed) as failed:
            service.failed.emit(error)
        assert failed.args == [error]
