"""Templates of the package lie compiled beside it, and nothing that lies there is needed for a right answer."""

import sys
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest

from duizhao.project import package_theme
from duizhao.site import theme as room
from duizhao.site.templating import Templates

NAME = "parts.html"


class Counting(Templates):
    """Templates that say how often one was compiled."""

    count = 0

    def compile(self, *arguments: object, **named: object) -> object:
        """As a template is compiled."""
        type(self).count += 1
        return super().compile(*arguments, **named)


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Reads a template as a process that has read none: how many templates it compiled."""
    kept = jinja2.FileSystemBytecodeCache(str(tmp_path), "%s.template")
    monkeypatch.setattr(room, "_kept_compiled", lambda: kept)
    monkeypatch.setattr(room, "Templates", Counting)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def reading(*folders: Path) -> int:
        monkeypatch.setattr(room, "_COMPILED", room._Compiled())
        Counting.count = 0
        assert room.environment(*folders, package_theme()).get_template(NAME).name == NAME
        return Counting.count

    return reading


def test_a_template_is_compiled_by_the_first_process_alone(read: Callable[..., int], tmp_path: Path) -> None:
    assert [read(), read(), read()] == [1, 0, 0]
    assert len([*tmp_path.iterdir()]) == 1


@pytest.mark.parametrize("spoilt", [b"", b"j2", b"\x00" * 400, "cut", "altered"])
@pytest.mark.long
def test_what_lies_there_spoilt_is_made_anew(read: Callable[..., int], tmp_path: Path, spoilt: bytes | str) -> None:
    read()
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    path.write_bytes(
        spoilt if isinstance(spoilt, bytes) else whole[:60] if spoilt == "cut" else whole[:20] + b"!!" + whole[22:]
    )
    assert [read(), read()] == [1, 0]
    assert path.read_bytes() == whole


def test_what_was_compiled_in_another_way_is_made_anew(
    read: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read()
    monkeypatch.setattr(room, "_way_of_compiling", lambda: "another")
    assert [read(), read()] == [1, 0]
    assert len([*tmp_path.iterdir()]) == 1  # in the place of the old one


def test_nothing_of_a_project_lies_there(
    read: Callable[..., int], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    theme = tmp_path_factory.mktemp("theme")
    (theme / NAME).write_text("own", "utf-8")
    assert [read(theme), read(theme)] == [1, 1]
    assert not [*tmp_path.iterdir()]


def test_where_python_keeps_nothing_no_template_lies_either(
    read: Callable[..., int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [read(), read()] == [1, 1]
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_is_not_there_keeps_nothing(
    read: Callable[..., int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = jinja2.FileSystemBytecodeCache(str(tmp_path / "gone"), "%s.template")
    monkeypatch.setattr(room, "_kept_compiled", lambda: gone)
    assert read() == 1


def test_it_lies_where_python_keeps_the_package() -> None:
    kept = room._kept_compiled()
    assert Path(kept.directory).name == "__pycache__" or sys.pycache_prefix
    assert sys.implementation.cache_tag in kept.pattern
