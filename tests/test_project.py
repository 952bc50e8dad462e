"""A project's folders, and where a file of its theme is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from duizhao.project import Project, package_theme, project_at

from .conftest import TOP


def folders(top: Path, *names: str) -> Path:
    for name in names:
        (top / name).mkdir(parents=True)
    return top


def test_what_is_made_goes_beside_the_content() -> None:
    project = project_at(Path("reports"))
    assert (project.content, project.out) == (Path("reports/content"), Path("reports/site"))


def test_a_folder_with_content_alone_has_the_package_s_theme(tmp_path: Path) -> None:
    assert project_at(folders(tmp_path, "content")).themes == (package_theme(),)


def test_a_project_s_own_theme_comes_before_the_package_s(tmp_path: Path) -> None:
    assert project_at(folders(tmp_path, "theme")).themes == (tmp_path / "theme", package_theme())


def test_the_templates_of_a_checkout_are_its_theme(tmp_path: Path) -> None:
    assert package_theme() == TOP / "templates"
    assert project_at(TOP).themes == (TOP / "templates",)
    assert project_at(folders(tmp_path, "templates")).themes == (tmp_path / "templates", package_theme())


@pytest.mark.parametrize(
    ("path", "shown"),
    [("here/theme/home.html", "theme/home.html"), ("there/home.html", "there/home.html"), ("/a/b.html", "/a/b.html")],
)
def test_a_path_is_shown_from_the_project_s_top_where_it_lies_there(path: str, shown: str) -> None:
    assert Project(Path("here"), Path("there")).shown(Path(path)) == shown
