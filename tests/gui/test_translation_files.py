"""The files of the translation: complete, in step with the code, and well made."""

from __future__ import annotations

import re
import string

import pytest
from PySide6.QtCore import QTranslator

from gui.startup.language import TRANSLATIONS
from tests.gui.seen_texts import HAN, strange_words
from tests.source_texts import errors, source_texts, texts_of
from tests.update_translations import as_ts, compile_ts, read

SOURCE = TRANSLATIONS / "inkling_zh_CN.ts"


def fields(template: str) -> list[str]:
    """Return the placeholders of a template, with how they are written, sorted."""
    parts = string.Formatter().parse(template)
    named = [f"{name}!{conversion}:{spec}" for _, name, spec, conversion in parts if name]
    return sorted(named + re.findall(r"%\w", template))


def test_the_texts_of_every_error_are_found_however_far_it_is_derived():
    assert {"InklingError", "DataError", "AmbiguousLabelsError"} <= errors()
    code = """raise AmbiguousLabelsError("Which?", "Say it.")"""
    assert texts_of(code) == [("core", "Which?"), ("core", "Say it.")]


class TestSource:
    def test_every_text_of_the_code_is_translated_and_no_other(self):
        assert set(read(SOURCE)) == {(text.context, text.source) for text in source_texts()}

    def test_the_file_is_as_the_command_writes_it(self):
        assert SOURCE.read_text("utf-8") == as_ts(source_texts(), read(SOURCE), "zh_CN")

    def test_placeholders_are_the_same(self):
        other = [
            (english, chinese)
            for (_, english), chinese in read(SOURCE).items()
            if fields(english) != fields(chinese)
        ]
        assert other == []

    def test_what_is_translated_has_chinese_in_it_or_is_a_name(self):
        english = [
            (source, translated)
            for (_, source), translated in read(SOURCE).items()
            if not HAN.search(translated) and strange_words(translated)
        ]
        assert english == []

    def test_keys_of_menus_are_kept(self):
        keys = re.compile(r"&(\w)")
        for (context, english), translated in read(SOURCE).items():
            if context in {"Menus", "Actions"} or keys.search(english):
                upper = [key.upper() for key in keys.findall(english)]
                assert keys.findall(translated) == upper, english

    def test_spaces_and_line_ends_around_a_text_are_kept(self):
        for (_, english), translated in read(SOURCE).items():
            assert (english[:1] == " ") == (translated[:1] == " "), english
            assert (english[-1:] == " ") == (translated[-1:] == " "), english

    def test_the_compiled_file_is_made_from_the_source(self, tmp_path):
        compile_ts(SOURCE, tmp_path / "fresh.qm")
        shipped = SOURCE.with_suffix(".qm").read_bytes()
        assert (tmp_path / "fresh.qm").read_bytes() == shipped

    def test_the_compiled_file_gives_every_translation(self, qapp):
        translator = QTranslator()
        assert translator.load(str(SOURCE.with_suffix(".qm")))
        for (context, english), translated in read(SOURCE).items():
            assert translator.translate(context, english) == translated


class TestFindingTexts:
    def test_escapes_are_read_as_python_reads_them(self):
        code = 'class A:\n    def f(self):\n        return self.tr("\\N{CHECK MARK} a" "b")'
        assert texts_of(code) == [("A", "\N{CHECK MARK} ab")]

    def test_a_template_is_followed_to_where_its_name_is_set(self):
        code = 'CURE = "Mend it."\ndef f(x):\n    raise DataError("a" if x else "b", CURE)'
        assert texts_of(code, "core/example.py") == [
            ("core", "a"),
            ("core", "b"),
            ("core", "Mend it."),
        ]

    @pytest.mark.parametrize("made", ['f"{x} is bad"', "x.text", "made(x)", "unknown"])
    def test_a_template_that_cannot_be_seen_is_an_error(self, made):
        with pytest.raises(LookupError):
            texts_of(f"def f(x):\n    raise DataError({made})", "core/example.py")

    @pytest.mark.slow
    def test_what_is_new_is_unfinished_and_what_is_gone_is_left_out(self, tmp_path):
        first, second = source_texts()[:2]
        known = {(first.context, first.source): "译文", ("Gone", "gone"): "没了"}
        path = tmp_path / "some.ts"
        path.write_text(as_ts((first, second), known, "zh_CN"), encoding="utf-8")
        assert read(path) == {(first.context, first.source): "译文"}
        assert path.read_text("utf-8").count("unfinished") == 1
