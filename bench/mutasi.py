"""Mutation score of the rules: `python -m bench.mutasi [--sampel 600] [--benih 1] [--hanya FILE ...]`.

Changes one operator, constant or condition of one rule at a time and runs every conformance case, then the
tests of rules that name its module or a rule that imports it; a change that nothing notices survives. Strings
are left alone (wording is free), and so are decorators. Each mutant is a forked process without Django.
Run it in a clone that nobody edits meanwhile. Survivors are printed as they are found, the score at the end.
"""

from __future__ import annotations

import argparse
import ast
import importlib.abc
import importlib.util
import itertools
import json
import os
import random
import re
import resource
import sys
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any, Final

AKAR: Final = Path(__file__).resolve().parent.parent
APLIKASI: Final = ("pegawai", "kinerja", "pelatihan", "mentoring", "karier")
#: Of processor time: a mutant that runs on is noticed, a busy machine is not.
BATAS_DETIK: Final = 300
#: A mutant that asks for more is noticed, before the machine is.
BATAS_MEMORI: Final = 4 << 30
BANDING: Final = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
HITUNG: Final = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
PANGGIL: Final = {
    "semua": "salah_satu", "salah_satu": "semua", "paling_sedikit": "paling_tinggi", "benar": "tidak_benar",
    "paling_tinggi": "paling_sedikit", "tidak_benar": "benar", "max": "min", "min": "max", "any": "all",
    "all": "any",
}  # fmt: skip


def pohon_dari(jalur: Path) -> ast.Module:
    return tanpa_hiasan(ast.parse(jalur.read_text(encoding="utf-8")))


def tempat(jalur: Path) -> list[tuple[Path, int]]:
    """Where one change each can be made in a module: numbers of nodes."""
    return [(jalur, i) for i, n in enumerate(ast.walk(pohon_dari(jalur))) if any(_perubahan(n))]


def mutan(jalur: Path, nomor: int) -> tuple[int, str, ast.Module]:
    """(line, the kind of change and what stands there now, the changed module)."""
    pohon = deepcopy(pohon_dari(jalur))
    simpul = next(n for i, n in enumerate(ast.walk(pohon)) if i == nomor)
    nama, ubah = next(_perubahan(simpul))
    ubah(simpul)
    ast.fix_missing_locations(pohon)
    return getattr(simpul, "lineno", 0), f"{nama}: {ast.unparse(simpul)[:80]}", pohon


def _perubahan(n: ast.AST) -> Iterator[tuple[str, Any]]:
    if getattr(n, "anotasi", False):
        return
    if isinstance(n, ast.Compare) and len(n.ops) == 1:
        yield "compare", lambda m: m.ops.__setitem__(0, BANDING[type(m.ops[0])]())
    elif isinstance(n, ast.BinOp) and type(n.op) in HITUNG:
        yield "arithmetic", lambda m: setattr(m, "op", HITUNG[type(m.op)]())
    elif isinstance(n, ast.BoolOp):
        yield "and/or", lambda m: setattr(m, "op", ast.Or() if isinstance(m.op, ast.And) else ast.And())
    elif isinstance(n, ast.If | ast.IfExp):
        yield "condition", lambda m: setattr(m, "test", ast.UnaryOp(ast.Not(), m.test))
    elif isinstance(n, ast.Constant) and type(n.value) is int:
        yield "constant", lambda m: setattr(m, "value", m.value + 1)
    elif isinstance(n, ast.Constant) and type(n.value) is bool:
        yield "flag", lambda m: setattr(m, "value", not m.value)
    elif isinstance(n, ast.UnaryOp) and isinstance(n.op, ast.Invert | ast.Not):
        yield "negation", lambda m: setattr(m, "operand", ast.UnaryOp(m.op, m.operand))
    elif isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id in PANGGIL:
        yield "call", lambda m: setattr(m.func, "id", PANGGIL[m.func.id])


def tanpa_hiasan(pohon: ast.Module) -> ast.Module:
    """Decorators frozen and annotations marked: a change of either shows nothing about a rule."""
    for n in ast.walk(pohon):
        if isinstance(n, ast.FunctionDef | ast.ClassDef):
            n.decorator_list = [ast.copy_location(_beku(d), d) for d in n.decorator_list]
        for anotasi in filter(None, (getattr(n, "annotation", None), getattr(n, "returns", None))):
            for bagian in ast.walk(anotasi):
                bagian.anotasi = True  # type: ignore[attr-defined]
    return pohon


def _beku(hiasan: ast.expr) -> ast.expr:
    """A decorator as text, so that no mutation reaches into it."""
    return ast.parse(f"eval({ast.unparse(hiasan)!r})", mode="eval").body


class Pengganti(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module in its changed form."""

    def __init__(self, nama: str, pohon: ast.Module, jalur: Path) -> None:
        self.nama, self.pohon, self.jalur = nama, pohon, jalur

    def find_spec(self, nama: str, path: Any, target: Any = None) -> Any:
        if nama != self.nama:
            return None
        paket = self.jalur.name == "__init__.py"
        return importlib.util.spec_from_file_location(nama, self.jalur, loader=self,
            submodule_search_locations=[str(self.jalur.parent)] if paket else None)  # fmt: skip

    def exec_module(self, module: Any) -> None:
        exec(compile(self.pohon, str(self.jalur), "exec"), module.__dict__)  # noqa: S102


def cabang(nama: str, pohon: ast.Module, jalur: Path, tes: list[str]) -> int:
    """Fork a child that imports the mutant and runs its tests; it ends with 0 when nothing noticed it."""
    pid = os.fork()
    if pid:
        return pid
    nul = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nul, 1)
    os.dup2(nul, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (BATAS_DETIK, BATAS_DETIK))
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))
    os._exit(_jalankan(nama, pohon, jalur, tes))


def _jalankan(nama: str, pohon: ast.Module, jalur: Path, tes: list[str]) -> int:
    sys.meta_path.insert(0, Pengganti(nama, pohon, jalur))
    return _kasus_gagal() or _tes_gagal(tes)


def _kasus_gagal() -> int:
    from karier.services.kalkulator import KASUS_KAMI, baca_berkas, uji

    kasus = [b for j in sorted(KASUS_KAMI.glob("*.json")) for b in baca_berkas(j)]
    return int(bool(uji(kasus, per=date(2026, 11, 28)).gagal))


def _tes_gagal(tes: list[str]) -> int:
    import pytest
    from hypothesis import settings

    settings.register_profile("mutasi", deadline=None, database=None)
    settings.load_profile("mutasi")
    pilihan = ["-q", "-x", "--noconftest", "-c", "/dev/null", f"--rootdir={AKAR}"]
    tanpa = [p for nama in ("randomly", "django", "cacheprovider", "xdist") for p in ("-p", f"no:{nama}")]
    # The order of files is the order of nearness: most mutants end in the first.
    return int(pytest.main([*pilihan, *tanpa, *tes])) if tes else 0


def tes_untuk(modul: str) -> list[str]:
    """Tests of rules: those that name the module first, then those that name a rule that imports it.

    Topics are asked by their code, not by their module: all tests of topics of their app belong to them.
    """
    app, _, nama = modul.partition(".rules.topik.")
    dekat = _tes_menyebut(modul)
    if nama:
        dekat += sorted(
            map(str, (AKAR / app / "tests").glob("test_rules_topik*.py")), key=lambda t: nama not in t
        )
    jauh = [t for m in _pemakai(modul) for t in _tes_menyebut(m)]
    golden = [str(AKAR / "karier/tests/test_rules_golden.py")] if modul.startswith("karier") else []
    return list(dict.fromkeys([*dekat, *golden, *jauh]))


def _tes_menyebut(modul: str) -> list[str]:
    semua = [t for app in APLIKASI for t in (AKAR / app / "tests").glob("test_rules_*.py")]
    return [str(t) for t in sorted(semua) if _menyebut(t, modul)]


def _pemakai(modul: str) -> list[str]:
    semua = [j for app in APLIKASI for j in sorted((AKAR / app / "rules").rglob("*.py"))]
    return [nama_modul(j) for j in semua if _menyebut(j, modul)]


def _menyebut(jalur: Path, modul: str) -> bool:
    """Whether a file imports the module, by its dotted name or by its own name from its package."""
    paket, _, nama = modul.rpartition(".")
    pola = rf"{re.escape(modul)}\b|from {re.escape(paket)} import (\([^)]*|[^\n]*)\b{nama}\b"
    return re.search(pola, jalur.read_text(encoding="utf-8")) is not None


def nama_modul(jalur: Path) -> str:
    return ".".join(jalur.relative_to(AKAR).with_suffix("").parts).removesuffix(".__init__")


def main() -> None:
    baca = argparse.ArgumentParser(description=__doc__)
    baca.add_argument("--sampel", type=int, default=600)
    baca.add_argument("--benih", type=int, default=1)
    baca.add_argument("--hanya", nargs="*", default=[])
    opsi = baca.parse_args()
    berkas = [AKAR / h for h in opsi.hanya] or sorted(
        j for app in APLIKASI for j in (AKAR / app / "rules").rglob("*.py")
    )
    semua = [t for j in berkas for t in tempat(j)]
    terpilih = random.Random(opsi.benih).sample(semua, min(opsi.sampel, len(semua)))

    hidup = 0
    for diuji, (apa, selamat) in enumerate(_hasil(terpilih), 1):
        if selamat:
            hidup += 1
            print(json.dumps(apa | {"diuji": diuji, "hidup": hidup}), flush=True)
    skor = round(100 * (1 - hidup / max(len(terpilih), 1)), 1)
    print(json.dumps({"mutan": len(semua), "diuji": len(terpilih), "hidup": hidup, "skor_persen": skor}))


def _hasil(terpilih: list[tuple[Path, int]]) -> Iterator[tuple[dict[str, Any], bool]]:
    """(where and what the change was, whether it survived), one child per core; no threads beside a fork."""
    berjalan: dict[int, dict[str, Any]] = {}
    antre = iter(terpilih)
    while True:
        for jalur, nomor in itertools.islice(antre, (os.cpu_count() or 1) - len(berjalan)):
            baris, apa, pohon = mutan(jalur, nomor)
            modul = nama_modul(jalur)
            anak = cabang(modul, pohon, jalur, tes_untuk(modul))
            berjalan[anak] = {"di": f"{jalur.relative_to(AKAR)}:{baris}", "apa": apa}
        if not berjalan:
            return
        anak, status = os.wait()
        yield berjalan.pop(anak), status == 0


if __name__ == "__main__":
    main()
