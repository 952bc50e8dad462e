"""The repository: its workflows, its commands, and what must not stand in it."""

from __future__ import annotations

import re
import subprocess
import sys

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


def test_no_file_names_a_machine_s_paths() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=TOP,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\n")
    found = []
    for name in filter(None, tracked):
        path = TOP / name
        if path.is_file() and path.suffix not in {".png"}:
            text = path.read_text("utf-8", errors="replace")
            if re.search(r"(?<![\w.])/(?:work|root|home)/\w", text):
                found.append(name)
    assert found == []
