"""The repository: its workflows, its commands, and what must not stand in it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from duizhao.cli import COMMANDS

from .conftest import TOP

WORKFLOWS = sorted((TOP / ".github" / "workflows").glob("*.yml"))
REQUIREMENTS = sorted((TOP / "requirements").glob("*.txt"))
# What a job may do beyond reading the files of the repository, and why.
GRANTED = {
    ("pages", "build"): {"pages": "read"},  # configure-pages asks where the site stands
    ("pages", "deploy"): {"pages": "write", "id-token": "write"},  # deploy-pages publishes, and says who it is
}


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        *(("vendor.github-workflows", path) for path in WORKFLOWS),
        ("vendor.github-actions", TOP / "action.yml"),
        ("vendor.dependabot", TOP / ".github" / "dependabot.yml"),
    ],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
@pytest.mark.long
def test_a_file_for_the_host_is_valid_against_its_schema(schema: str, path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def workflow(path: Path) -> dict:
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_of_a_workflow_is_a_commit_with_its_version(path: Path) -> None:
    uses = re.findall(r"(?m)^[ -]*uses:(.*)$", path.read_text("utf-8"))
    assert (
        uses and [use for use in uses if not re.fullmatch(r" actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", use)] == []
    )
    assert len(uses) == sum("uses" in step for job in workflow(path)["jobs"].values() for step in job["steps"])


def test_an_action_is_the_same_commit_in_every_workflow() -> None:
    used = {use for path in WORKFLOWS for use in re.findall(r"uses: (\S+)@(\S+) # (\S+)", path.read_text("utf-8"))}
    assert len({name for name, _, _ in used}) == len(used) == 8


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_rights_and_each_job_only_those_that_it_needs(path: Path) -> None:
    read = workflow(path)
    assert read["permissions"] == {} and read["concurrency"]["group"]
    for name, job in read["jobs"].items():
        reads = {"contents": "read"} if any("checkout" in step.get("uses", "") for step in job["steps"]) else {}
        assert job["permissions"] == reads | GRANTED.get((path.stem, name), {}), name
        assert 0 < job["timeout-minutes"] <= 30, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_credentials_stay_in_a_checkout_and_no_text_of_others_runs_in_a_shell(path: Path) -> None:
    steps = [step for job in workflow(path)["jobs"].values() for step in job["steps"]]
    for step in steps:
        assert "checkout" not in step.get("uses", "") or step["with"] == {"persist-credentials": False}
        assert "${{" not in step.get("run", "")
        assert step.get("run", "make ").startswith("make ")


def test_only_main_is_published_and_no_workflow_runs_with_rights_on_a_stranger_s_code() -> None:
    # YAML 1.1 reads the key `on` as true
    triggers = {path.stem: workflow(path)[True] for path in WORKFLOWS}
    assert triggers["pages"] == {"push": {"branches": ["main"]}, "workflow_dispatch": None}
    assert all("pull_request_target" not in on and "workflow_run" not in on for on in triggers.values())


def test_the_action_for_other_sites_runs_no_text_of_others_and_installs_by_hash() -> None:
    text = (TOP / "action.yml").read_text("utf-8")
    action = yaml.safe_load(text)
    steps = action["runs"]["steps"]
    assert re.findall(r"uses: (\S+@\S+ # \S+)", text) == re.findall(
        r"uses: (actions/setup-python@\S+ # \S+)", WORKFLOWS[0].read_text("utf-8")
    )
    assert all("${{" not in step.get("run", "") and step.get("shell", "bash") == "bash" for step in steps)
    commands = [line.strip() for step in steps for line in step.get("run", "").splitlines()]
    installs = [line for line in commands if "pip install" in line]
    assert all("--require-hashes" in line or "--no-index --no-deps" in line for line in installs) and len(installs) == 2
    said = {line.partition('"')[0].strip() for line in commands if line.startswith("duizhao ")}
    assert said == {"duizhao check --format github --top", "duizhao build --top"}
    given = set(re.findall(r"inputs\.([\w-]+)", text))
    assert given == set(action["inputs"]) and all("default" in one for one in action["inputs"].values())
    page = (TOP / "docs" / "checking.md").read_text("utf-8")
    assert set(re.findall(r"(?m)^\| `([\w-]+)` \|", page)) == given


def test_the_hook_for_other_sites_is_a_command_of_the_program_on_the_files_that_it_reads() -> None:
    (hook,) = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {"id", "name", "entry", "language", "files"} <= hook.keys()
    program, command = hook["entry"].split()
    assert program in tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert command in COMMANDS and hook["language"] == "python" and hook["pass_filenames"] is False
    touched = re.compile(hook["files"])
    assert touched.search("content/site.yaml") and touched.search("theme/static/own.css")
    assert not touched.search("README.md") and not touched.search("site/content/index.html")
    assert f"- id: {hook['id']}" in (TOP / "docs" / "checking.md").read_text("utf-8")


def test_what_is_required_is_audited_on_a_schedule_and_when_it_changes() -> None:
    on = workflow(TOP / ".github/workflows/audit.yml")[True]
    assert on["schedule"] and all("requirements/**" in on[event]["paths"] for event in ("push", "pull_request"))
    updates = yaml.safe_load((TOP / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    assert {(one["package-ecosystem"], one["directory"]) for one in updates} == {
        ("github-actions", "/"),
        ("pip", "/requirements"),
    }


def pins(path: Path) -> dict[str, tuple[str, int]]:
    """The version and the number of hashes of each requirement of a file, in which nothing else may stand."""
    pinned = {}
    for entry in path.read_text("utf-8").replace("\\\n", "").splitlines():
        form = r"([\w.-]+)==([\w.]+)(?: ; [^#;]+?)?((?: +--hash=sha256:[0-9a-f]{64})+) *"
        match = re.fullmatch(form, entry)
        assert match, (path.name, entry[:80])
        pinned[match[1]] = (match[2], match[3].count("--hash"))
    return pinned


def normal(requirement: str) -> str:
    """The name of a requirement as an index has it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^\w.-]", requirement)[0]).lower()


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.name)
def test_every_requirement_is_one_version_with_its_hashes(path: Path) -> None:
    pinned = pins(path)
    # of every file of a release, since that of one system would be of no use on another
    assert sum(hashes for _, hashes in pinned.values()) > 2 * len(pinned)


def test_all_that_the_project_asks_for_is_required_in_one_version() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    builds = project["dependency-groups"]["build"]
    assert set(builds) >= set(project["build-system"]["requires"])
    site = [*project["project"]["dependencies"], *builds]
    wanted = {"site": site} | {
        name: [*site, *extra] for name, extra in project["project"]["optional-dependencies"].items()
    }
    wanted["install"] = project["dependency-groups"]["install"]
    assert {path.stem for path in REQUIREMENTS} == set(wanted)
    every: dict[str, set[str]] = {}
    for path in REQUIREMENTS:
        pinned = pins(path)
        assert [name for name in wanted[path.stem] if normal(name) not in pinned] == [], path.name
        for name, (version, _) in pinned.items():
            every.setdefault(name, set()).add(version)
    assert {name: versions for name, versions in every.items() if len(versions) > 1} == {}


def test_nothing_is_installed_but_by_its_hash() -> None:
    recipes = (TOP / "Makefile").read_text("utf-8").replace("\\\n", "")
    installs = re.findall(r"\$\((?:INSTALL|FETCHED)\) (.*?)(?= \|\||$)", recipes, re.MULTILINE)
    kinds = {re.sub(r"requirements/\w+\.txt", "FILE", line) for line in installs}
    assert kinds == {
        "--require-hashes --requirement FILE",
        "--no-index --no-deps --no-build-isolation --editable .",
    }
    assert "pip install" not in "".join(path.read_text("utf-8") for path in (*WORKFLOWS, TOP / ".ci" / "run"))


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


def test_a_module_a_template_and_a_script_that_a_readme_names_are_there() -> None:
    files = tracked()
    there = {name.rpartition("/")[2] for name in files}
    pages = [name for name in files if name.startswith("docs/") or name.endswith("README.md")]
    named = {
        (page, name)
        for page in pages
        if page.endswith(".md") and not page.startswith(("content/", "tests/cases"))
        for name in re.findall(r"`(?:[\w-]+/)*([\w-]+\.(?:py|js|css|html))`", (TOP / page).read_text("utf-8"))
    }
    # what an example is still to make, and what a build makes
    assert {name for name in named if name[1] not in there} <= {
        ("docs/add-a-page-kind.md", "deadlines.html"),
        ("templates/README.md", "rows.js"),
        ("README.md", "index.html"),
        ("docs/tutorial.md", "index.html"),
    }
    assert len(named) > 50


def test_the_page_kind_that_is_shown_as_an_example_is_a_module_with_its_own_template() -> None:
    words = (TOP / "docs" / "add-a-page-kind.md").read_text("utf-8")
    module, template = re.findall(r"`((?:duizhao/pages|templates)/\w+\.(?:py|html))`", words)[:2]
    assert f'Page("{template.rpartition("/")[2]}"' in (TOP / module).read_text("utf-8")


def test_the_hooks_before_a_commit_are_of_this_repository_and_run_its_own_tools() -> None:
    hooks = yaml.safe_load((TOP / ".pre-commit-config.yaml").read_text())["repos"]
    assert [repository["repo"] for repository in hooks] == ["local"]
    assert all(hook["language"] == "system" and hook["entry"].startswith(".venv/bin/") for hook in hooks[0]["hooks"])


def test_the_hooks_before_a_commit_run_what_lint_runs_over_the_same_styles_and_scripts() -> None:
    hooks = yaml.safe_load((TOP / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    recipe = (TOP / "Makefile").read_text("utf-8").partition("\nlint:")[2].partition("\n\n")[0]
    tools = re.findall(r"\$\(BIN\)/(python -m \w+|ruff format|\w+)", recipe)
    assert len(tools) >= 6 and all(any(f"/{tool}" in hook["entry"] for hook in hooks) for tool in tools)
    held = [name for name in tracked() if re.match(r"(?:templates|duizhao/serving)/static/.+\.(?:css|js)$", name)]
    of = {hook["id"]: hook.get("files", "") for hook in hooks}
    assert held and [name for name in held if not re.search(of["oxfmt"], name)] == []
    assert [name for name in held if name.endswith(".js") and not re.search(of["oxlint"], name)] == []


def test_no_file_names_a_machine_s_paths() -> None:
    found = []
    for name in tracked():
        path = TOP / name
        if path.is_file() and path.suffix not in {".png"}:
            text = path.read_text("utf-8", errors="replace")
            if re.search(r"(?<![\w.])/(?:work|root|home)/\w", text):
                found.append(name)
    assert found == []
