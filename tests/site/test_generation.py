"""A site made of the one before the last: what stands is what a first build would have made, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from duizhao.kept import File, Kept
from duizhao.site.manifest import MANIFEST, manifest_of
from duizhao.site.place import PlaceError
from duizhao.site.write import recover, write_files

from .faults import held

FILES = {f"{name}/index.html": name.encode() for name in "abcdef"}


@pytest.fixture(autouse=True, scope="module")
def _few_are_many() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("duizhao.site.generation.MANY", 2)
        yield


def spare(site: Path) -> Path:
    return site.with_name(f".{site.name}.duizhao") / "spare"


def files_in(folder: Path) -> dict[str, object]:
    return {name: data for name, data in held(folder).items() if data is not None}


def written(site: Path, *builds: dict[str, bytes]) -> None:
    """Writes sites one after the other, and looks at each."""
    for files in builds:
        write_files(files, site)
        assert files_in(site) == files | {MANIFEST: manifest_of(files)}


def test_what_is_kept_are_second_names_of_what_stands_in_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written(site, FILES)
    assert files_in(spare(site)) == files_in(site)
    assert all((spare(site) / name).samefile(site / name) for name in FILES)
    written(site, FILES | {"a/index.html": b"another"})
    kept = files_in(spare(site))
    assert kept.keys() == FILES.keys() - {"a/index.html"} | {MANIFEST}
    assert all((spare(site) / name).samefile(site / name) for name in kept.keys() - {MANIFEST})
    assert (spare(site).parent / ".gitignore").read_text() == "*\n"


def test_only_what_differs_takes_a_place(tmp_path: Path) -> None:
    site, other = tmp_path / "site", FILES | {"a/index.html": b"another"}
    written(site, FILES, other)
    calls: list[str] = []

    def door(call, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        calls.append(call.__name__)
        return call(*args, **kwargs)

    third = other | {"b/index.html": b"another too"}
    write_files(third, site, door)
    assert files_in(site) == third | {MANIFEST: manifest_of(third)}
    # of a/ the spare has the old file no more; b/ is new; the list is written anew
    assert calls.count("link") == 1 and calls.count("mkdir") == 1  # the workshop, which is there
    assert calls.count("unlink") <= 3  # b/ as it was, in both, and the list


def test_it_is_nothing_that_has_to_be_ended(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written(site, FILES, FILES)
    assert not recover(site) and spare(site).exists()
    spare(site).rename(spare(site).with_name("making"))
    assert recover(site) and not spare(site).parent.exists()


def test_a_file_in_the_place_of_the_workshop_is_told_of(tmp_path: Path) -> None:
    written(tmp_path / "site", {"index.html": b"home"})
    (tmp_path / ".site.duizhao").write_bytes(b"mine")
    with pytest.raises(PlaceError, match="in the way"):
        recover(tmp_path / "site")
    assert (tmp_path / ".site.duizhao").read_bytes() == b"mine"


def test_where_little_stands_in_both_the_new_site_is_given_one(tmp_path: Path) -> None:
    site, others = tmp_path / "site", {name: data + b"!" for name, data in FILES.items()} | {"a/index.html": b"a"}
    written(site, FILES, others)
    assert files_in(spare(site)) == files_in(site)
    assert all((spare(site) / name).samefile(site / name) for name in others)


def test_a_site_of_few_files_has_none(tmp_path: Path) -> None:
    written(tmp_path / "site", {"index.html": b"home"}, {"index.html": b"home"})
    assert {path.name for path in tmp_path.iterdir()} == {"site"}


def test_where_a_file_has_one_place_only_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    site = tmp_path / "site"
    written(site, FILES, FILES, FILES)
    assert not spare(site).parent.exists()


def test_it_may_be_deleted_at_any_time_and_so_may_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written(site, FILES, FILES)
    shutil.rmtree(spare(site))
    written(site, FILES)
    shutil.rmtree(site)
    written(site, FILES, FILES | {"g/index.html": b"g"}, FILES)


def test_what_a_person_has_in_the_site_stands_there_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written(site, FILES, FILES)
    (site / "a/mine").mkdir()
    (site / "a/mine/proof.txt").write_bytes(b"mine")
    for _ in range(3):
        assert write_files(FILES, site).kept == ("a/mine/proof.txt",)
        assert (site / "a/mine/proof.txt").read_bytes() == b"mine"
        assert not (spare(site) / "a/mine").exists()
    (site / "a/mine/proof.txt").unlink()
    (site / "a/mine").rmdir()
    written(site, FILES)
    assert not (site / "a/mine").exists()


def test_what_was_put_into_the_folder_that_was_the_site_comes_into_the_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written(site, FILES)
    opened = os.open(site, os.O_RDONLY)  # as a shell stands in it
    written(site, FILES)
    late = os.open("proof.txt", os.O_WRONLY | os.O_CREAT, dir_fd=opened)
    os.write(late, b"mine")
    os.close(late)
    os.close(opened)
    assert (spare(site) / "proof.txt").exists()
    assert write_files(FILES, site).kept == ("proof.txt",)
    assert (site / "proof.txt").read_bytes() == b"mine" and not (spare(site) / "proof.txt").exists()
    (spare(site) / "proof.txt").write_bytes(b"mine, otherwise")
    with pytest.raises(PlaceError, match="differ"):
        write_files(FILES, site)
    assert (spare(site) / "proof.txt").read_bytes() == b"mine, otherwise"


def test_every_user_can_read_what_was_closed_in_the_site_before(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written(site, FILES)
    (site / "a").chmod(0o700)
    site.chmod(0o775)
    written(site, FILES)
    site.chmod(0o755)
    written(site, FILES, FILES)
    assert stat.S_IMODE((site / "a").stat().st_mode) == 0o755 == stat.S_IMODE(site.stat().st_mode)


def test_what_stands_in_the_place_of_the_spare_site_is_left_alone(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written(site, FILES, FILES)
    (tmp_path / "mine").mkdir()
    moved = spare(site).rename(tmp_path / "moved")
    moved.with_name(".site.duizhao").joinpath("spare").symlink_to(tmp_path / "mine")
    with pytest.raises(PlaceError, match="in the way"):
        write_files(FILES, site)


NAMES = st.sampled_from(
    ["index.html", "a", "a/index.html", "a/b", "a/b/index.html", "c/d/e.txt", "c/d", "f.js", "g.js"]
)


def are_files(names: list[str]) -> bool:
    """Whether none of the names is a folder of another."""
    return not any(other.startswith(f"{name}/") for name in names for other in names)


SITES = st.dictionaries(NAMES, st.sampled_from([b"1", b"2", b"33"])).filter(lambda files: are_files([*files]))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(SITES, st.sampled_from(["nothing", "altered", "emptied", "recovered"]), st.booleans()), max_size=6
    )
)
def test_any_sites_one_after_the_other_are_each_as_a_first_build_makes_it(
    builds: list[tuple[dict[str, bytes], str, bool]],
) -> None:
    with tempfile.TemporaryDirectory() as top:
        site = Path(top) / "site"
        for files, then, keeps in builds:
            stands = files_in(site) if site.exists() else {}
            given_files: dict[str, File] = {
                name: Kept(site / name, len(data)) if keeps and stands.get(name) == data else data
                for name, data in files.items()
            }
            write_files(given_files, site)
            assert files_in(site) == files | {MANIFEST: manifest_of(files)}
            folders = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_dir()}
            assert folders == {name for file in files for name in map(str, Path(file).parents) if name != "."}
            if then == "altered" and files:
                (site / min(files)).write_bytes(b"altered in its place")
            elif then == "emptied" and files:
                (site / min(files)).unlink()
            elif then == "recovered":
                recover(site)


def test_where_it_can_be_neither_made_nor_taken_away_the_site_stands_all_the_same(tmp_path: Path) -> None:
    failing: list[str] = []

    def door(call, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        if call is os.link or (failing and call in (os.rmdir, os.unlink)):
            failing.append(call.__name__)
            raise OSError(5, "Input/output error")
        return call(*args, **kwargs)

    site = tmp_path / "site"
    write_files(FILES, site, door)
    assert failing[0] == "link" and len(failing) > 1
    assert files_in(site) == FILES | {MANIFEST: manifest_of(FILES)} and not spare(site).exists()
    assert recover(site) and not spare(site).parent.exists()
