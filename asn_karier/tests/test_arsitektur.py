"""What import-linter cannot see: relations by string, migrations, file names, sizes."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader
from django.db.models import Model, UniqueConstraint
from django.test import override_settings

from asn_karier.settings.base import MIGRATION_MODULES

ROOT = Path(settings.BASE_DIR)
APPS = ("pegawai", "pelatihan", "mentoring", "kinerja", "karier")
LONGEST_FUNCTION = 40
LONGEST_FILE = 300
#: A test left out for this runs in the other half of the gate; one that wants Chromium fails there without.
LEFT_OUT = re.compile(r"connection\.vendor|needs Chromium")
SKIP = re.compile(r"pytest\.(?:skip|importorskip|xfail)\(|mark\.(?:skip|xfail)")

Edge = tuple[str, str, str]


def contract(name: str) -> dict[str, Any]:
    """A contract of pyproject.toml: the arrows have one home."""
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    return next(found for found in linter["contracts"] if found["id"] == name)


def names(layer: str) -> list[str]:
    """Modules of one layer line, without the marks of import-linter."""
    return [part.strip(" ()") for part in layer.replace(":", "|").split("|")]


def heights() -> dict[str, int]:
    """Height of every app label; a label may reach itself and what lies strictly lower."""
    layers = contract("arah")["layers"]
    labels = {"asn_karier.lib": "inti"}
    return {
        labels.get(name, name): len(layers) - position
        for position, layer in enumerate(layers)
        for name in names(layer)
        if name in (*APPS, "asn_karier.lib")
    }


def against_the_arrows(edges: Iterable[Edge]) -> list[str]:
    """Edges (from label, to label, where) that point up or sideways; packages of others are the floor."""
    height = heights()
    return [
        f"{where}: {source} -> {target}"
        for source, target, where in edges
        if source != target and source in height and height.get(target, 0) >= height[source]
    ]


def relations() -> Iterator[Edge]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if getattr(field, "remote_field", None) and field.concrete and field.related_model:
                yield model._meta.app_label, field.related_model._meta.app_label, str(field)


def migration_dependencies() -> Iterator[Edge]:
    # A run that makes its tables from the models puts the migrations out of sight.
    with override_settings(MIGRATION_MODULES=MIGRATION_MODULES):
        semua = MigrationLoader(None).disk_migrations
    for (label, name), migration in semua.items():
        for target, _ in migration.dependencies:
            yield label, target, f"{label}.{name}"
        for target, _ in migration.run_before:
            yield target, label, f"{label}.{name} (run_before)"


def test_relations_between_tables_follow_the_arrows():
    assert against_the_arrows(relations()) == []


@pytest.mark.lambat  # `make cepat` makes its tables without migrations
def test_migrations_depend_on_each_other_along_the_arrows():
    assert against_the_arrows(migration_dependencies()) == []


def test_there_are_relations_to_look_at():
    assert ("pegawai", "pegawai") in {edge[:2] for edge in relations()}


@pytest.mark.lambat  # as above
def test_there_are_migrations_to_look_at():
    assert "pegawai" in {edge[0] for edge in migration_dependencies()}


@pytest.mark.parametrize(
    ("source", "target", "broken"),
    [
        ("karier", "pegawai", False),
        ("pegawai", "karier", True),
        ("kinerja", "mentoring", True),
        ("inti", "pegawai", True),
        ("pegawai", "auth", False),
    ],
)
def test_an_arrow_upwards_or_sideways_would_be_found(source, target, broken):
    assert bool(against_the_arrows([(source, target, "contoh")])) is broken


def keys(model: type[Model]) -> Iterator[Sequence[str]]:
    """Columns of every index or unique key that holds for all rows of a table."""
    options = model._meta
    yield from (index.fields for index in options.indexes if index.condition is None)
    for constraint in options.constraints:
        if isinstance(constraint, UniqueConstraint) and constraint.condition is None:
            yield constraint.fields


def covered_indexes(model: type[Model]) -> list[str]:
    """Columns with an index of their own although a wider key begins with them: paid for at every write."""
    first = {key[0] for key in keys(model) if len(key) > 1}
    return [
        f"{model._meta.label}.{field.name}"
        for field in model._meta.concrete_fields
        if field.db_index and not field.unique and field.name in first
    ]


@pytest.mark.parametrize("app", APPS)
def test_no_index_repeats_what_a_wider_key_covers(app):
    assert [name for model in apps.get_app_config(app).get_models() for name in covered_indexes(model)] == []


def test_django_cannot_reach_psycopg_three():
    assert find_spec("psycopg") is None


@pytest.mark.parametrize("app", APPS)
def test_every_app_has_the_same_file_names(app):
    lapis = contract("lapis")
    allowed = {name for layer in lapis["layers"] for name in names(layer)} | set(lapis["exhaustive_ignores"])
    found = {path.stem for path in (ROOT / app).iterdir() if path.name != "__pycache__"}
    assert found - allowed == {"__init__"}


def sources() -> list[Path]:
    found = [path for folder in (*APPS, "asn_karier", "bench") for path in (ROOT / folder).rglob("*.py")]
    return [*found, ROOT / "manage.py", ROOT / "conftest.py"]


def long_functions(source: str) -> list[str]:
    """Functions over the limit; decorators are not counted."""
    return [
        f"{node.name} ({node.end_lineno - node.lineno + 1})"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]


def hand_written() -> dict[str, str]:
    return {
        str(path.relative_to(ROOT)): path.read_text() for path in sources() if "migrations" not in path.parts
    }


def test_no_function_is_longer_than_a_screen():
    found = {name: long_functions(source) for name, source in hand_written().items()}
    assert {name: functions for name, functions in found.items() if functions} == {}


def test_no_file_is_longer_than_can_be_read_in_one_go():
    lengths = {name: source.count("\n") for name, source in hand_written().items()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


@pytest.mark.parametrize(("lines", "found"), [(39, []), (40, ["panjang (41)"])])
def test_the_length_of_a_function_counts_its_first_line(lines, found):
    assert long_functions("def panjang():\n" + "    x = 1\n" * lines) == found


def left_out(text: str) -> list[str]:
    """Lines that leave a test out for another reason than the database or the browser at hand."""
    return [line.strip() for line in text.splitlines() if SKIP.search(line) and not LEFT_OUT.search(line)]


def test_a_test_is_left_out_only_where_the_gate_runs_it_elsewhere():
    homes = [f"{home}/**/tests/**/*.py" for home in (*APPS, "asn_karier")]
    files = [file for home in homes for file in ROOT.glob(home)]
    assert len(files) > len(APPS)
    assert {file.name: found for file in files if (found := left_out(file.read_text()))} == {}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("@pytest.mark" + ".skip(reason='later')", True),
        ("pytest" + ".skip('no time')", True),
        ("@pytest.mark" + ".xfail", True),
        ("@pytest.mark.skipif(\"connection.vendor == 'sqlite'\", reason='one writer')", False),
    ],
)
def test_a_reason_that_hides_a_test_would_be_found(line, found):
    assert bool(left_out(line)) is found
