"""The repository: its workflows, its commands, and what must not stand in it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .conftest import TOP

WORKFLOWS = sorted((TOP / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_is_valid_against_the_schema_of_workflows(workflow) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(workflow)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_workflows_use_the_current_actions_and_deploy_only_from_main() -> None:
    used = {
        step["uses"]
        for path in WORKFLOWS
        for job in yaml.safe_load(path.read_text())["jobs"].values()
        for step in job["steps"]
        if "uses" in step
    }
    assert used == {
        "actions/checkout@v7",
        "actions/setup-python@v6",
        "actions/configure-pages@v6",
        "actions/upload-pages-artifact@v5",
        "actions/deploy-pages@v5",
    }
    pages = yaml.safe_load((TOP / ".github/workflows/pages.yml").read_text())
    assert pages[True]["push"]["branches"] == ["main"]  # YAML 1.1 reads the key `on` as true
    assert pages["permissions"] == {"contents": "read"}
    assert pages["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_the_continuous_check_calls_make_test_and_nothing_else_of_its_own() -> None:
    lines = [
        line
        for line in (TOP / ".ci/run").read_text().splitlines()
        if line and not line.startswith(("#", "set ", "cd "))
    ]
    assert lines == ["exec make test"]


def test_the_readme_names_both_commands_on_its_first_screen() -> None:
    screen = "\n".join((TOP / "README.md").read_text("utf-8").splitlines()[:24])
    assert "make site" in screen and "make test" in screen


def test_build_py_is_a_few_lines() -> None:
    assert len((TOP / "build.py").read_text().splitlines()) <= 12


def tracked() -> list[str]:
    """The files of the repository, and those that could be added to it."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    return subprocess.run(listed, cwd=TOP, capture_output=True, text=True, check=True).stdout.split("\n")[:-1]


def test_every_link_of_a_readme_or_how_to_leads_to_a_file() -> None:
    pages = [
        TOP / name for name in tracked() if name.endswith(".md") and not name.startswith(("content/", "tests/cases"))
    ]
    broken = [
        (page.relative_to(TOP).as_posix(), address)
        for page in pages
        for address in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not address.startswith("https://") and not (page.parent / address).exists()
    ]
    assert broken == [] and pages


@pytest.mark.parametrize("page", sorted((TOP / "docs").glob("*.md")), ids=lambda page: page.stem)
def test_a_file_that_a_how_to_names_is_there(page: Path) -> None:
    # all but those of its example, of what is still to be, and what a site may have
    examples = r"deadline|water|<|content/strings\.yaml"
    named = re.findall(r"`((?:content|docs|duizhao|templates|tests)/[^` :]*)`", page.read_text("utf-8"))
    assert [name for name in named if not re.search(examples, name) and not (TOP / name).exists()] == []


def test_the_hooks_before_a_commit_are_of_this_repository_and_run_its_own_tools() -> None:
    hooks = yaml.safe_load((TOP / ".pre-commit-config.yaml").read_text())["repos"]
    assert [repository["repo"] for repository in hooks] == ["local"]
    assert all(hook["language"] == "system" and hook["entry"].startswith(".venv/bin/") for hook in hooks[0]["hooks"])


def test_no_file_names_a_machine_s_paths() -> None:
    found = []
    for name in tracked():
        path = TOP / name
        if path.is_file() and path.suffix not in {".png"}:
            text = path.read_text("utf-8", errors="replace")
            if re.search(r"(?<![\w.])/(?:work|root|home)/\w", text):
                found.append(name)
    assert found == []
