"""The wheel: built and installed without the network, it makes the same site as the checkout, from content alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from duizhao.pipeline import built
from duizhao.site.manifest import MANIFEST, manifest_of

from .conftest import TOP
from .sample import BASE, sample

pytestmark = pytest.mark.long

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


def run(*command: str | Path, folder: Path) -> str:
    """What a command prints in a folder, without anything that names the checkout."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a fresh environment with the wheel in it; what it depends on is seen from the running one."""
    folder = tmp_path_factory.mktemp("wheel")
    offline = ("--no-index", "--no-deps")
    run(*PIP, "wheel", *offline, "--no-build-isolation", "--wheel-dir", folder, TOP, folder=folder)
    run(sys.executable, "-m", "venv", "--without-pip", folder / "env", folder=folder)
    scheme = sysconfig.get_paths("venv", {"base": str(folder / "env"), "platbase": str(folder / "env")})
    (Path(scheme["purelib"]) / "seen.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    programs = Path(scheme["scripts"])
    (wheel,) = folder.glob("*.whl")
    run(*PIP, "--python", programs / "python", "install", *offline, wheel, folder=folder)
    return programs


@pytest.mark.parametrize("command", [("duizhao",), ("python", "-m", "duizhao")], ids=" ".join)
def test_the_installed_program_makes_the_whole_site_of_a_folder_that_holds_only_content(
    command: tuple[str, ...], fresh: Path, tmp_path: Path
) -> None:
    shutil.copytree(BASE / "content", tmp_path / "content")
    program, *rest = command
    assert run(fresh / program, *rest, "build", folder=tmp_path).startswith("site: ")
    site = {path.relative_to(tmp_path / "site").as_posix(): path for path in (tmp_path / "site").rglob("*")}
    assert {name: path.read_bytes() for name, path in site.items() if path.is_file()} == {
        **sample().files,
        MANIFEST: manifest_of(sample().files),
    }


def test_the_installed_program_makes_a_new_site_and_builds_it(fresh: Path, tmp_path: Path) -> None:
    assert run(fresh / "duizhao", "new", "site", "mine", folder=tmp_path).startswith("mine: ")
    assert run(fresh / "duizhao", "build", folder=tmp_path / "mine").startswith("site: ")
    files = built(tmp_path / "mine").files
    assert {name: (tmp_path / "mine" / "site" / name).read_bytes() for name in files} == files


def test_the_installed_program_is_not_the_checkout(fresh: Path, tmp_path: Path) -> None:
    where = "import duizhao.project; print(duizhao.project.package_theme())"
    assert Path(run(fresh / "python", "-c", where, folder=tmp_path).strip()).is_relative_to(fresh.parent)


def test_a_checkout_has_no_second_theme_within_the_package() -> None:
    assert not (TOP / "duizhao" / "theme").exists()
