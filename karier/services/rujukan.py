"""Where everything stands: each requirement with its words, article, row of the law and function.

Read from the sources themselves, so that the reference cannot say other than the program does.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from asn_karier.lib.aturan import AKAR, Aturan, aturan_per
from karier.enums import JenisPutusan, Kerahasiaan
from karier.kamus.label import JUDUL
from karier.kamus.rincian_putusan import penjelas
from karier.rules.daftar import MENURUT_JENIS, BarisSyarat, dasar_hukum, mengikat
from karier.rules.topik import TOPIK

_RUMAH: Final = AKAR.parent.parent
#: Where the requirements of each decision are named: modules, from a function on where one holds two rules.
_MODUL: Final[dict[JenisPutusan, tuple[str, ...]]] = {
    JenisPutusan.KENAIKAN_PANGKAT: ("karier/rules/pangkat.py", "karier/rules/pangkat_struktural.py"),
    JenisPutusan.PENYESUAIAN_IJAZAH: ("karier/rules/penyesuaian.py",),
    JenisPutusan.KENAIKAN_JENJANG: ("karier/rules/jenjang.py",),
    JenisPutusan.KESIAPAN_JABATAN: ("karier/rules/jabatan.py",),
    JenisPutusan.KGB: ("karier/rules/hak.py",),
    JenisPutusan.SATYALANCANA: ("karier/rules/hak.py:putuskan_satyalancana",),
}
_BERSAMA: Final = ("karier/rules/bersama.py",)


@dataclass(frozen=True, slots=True)
class Rujukan:
    """One requirement of one decision; `letak` is `file:line` of the law, `fungsi` that of the rule."""

    jenis: JenisPutusan
    kode: str
    judul: str
    kalimat: str
    pasal: str
    conf: str
    mengikat: bool
    kerahasiaan: Kerahasiaan
    letak: str
    fungsi: str


def rujukan(per: date) -> list[Rujukan]:
    """Every requirement under the law of `per`. LookupError names what cannot be found."""
    a = aturan_per(per)
    return [_satu(a, jenis, baris) for jenis, daftar in MENURUT_JENIS.items() for baris in daftar]


def _satu(a: Aturan, jenis: JenisPutusan, baris: BarisSyarat) -> Rujukan:
    kode, _, entri = baris.dasar.partition("/")
    jelas = penjelas(jenis, baris.kode)
    return Rujukan(
        jenis=jenis,
        kode=baris.kode,
        judul=JUDUL[baris.kode],
        kalimat=f"{jelas.__module__.replace('.', '/')}.py",
        pasal=dasar_hukum(a, baris),
        conf=_conf(a, baris.dasar),
        mengikat=mengikat(a, baris),
        kerahasiaan=baris.kerahasiaan,
        letak=row_place(kode, a[kode].berlaku_mulai, entri),
        fungsi=rule_place(jenis, baris.kode),
    )


def _conf(a: Aturan, dasar: str) -> str:
    kode, _, entri = dasar.partition("/")
    tabel, _, nama = entri.partition("/")
    return str(a[kode].tabel(tabel)[nama]["conf"] if entri else a[kode].isi["conf"])


def row_place(kode: str, mulai: date, entri: str) -> str:
    """`file:line` of one row (`tabel/nama`) of a rule file, or of the file when no row is named."""
    jalur = AKAR / kode / f"{mulai.isoformat()}.toml"
    nama_berkas = jalur.relative_to(_RUMAH).as_posix()
    if not entri:
        return f"{nama_berkas}:1"
    tabel, _, nama = entri.partition("/")
    kini = ""
    for nomor, baris in enumerate(jalur.read_text(encoding="utf-8").splitlines(), 1):
        if kepala := re.fullmatch(r"\[(\w+)\]", baris.strip()):
            kini = kepala[1]
        elif kini == tabel and re.match(rf'"?{re.escape(nama)}"?\s*=', baris):
            return f"{nama_berkas}:{nomor}"
    raise LookupError(f"{entri} is not in {nama_berkas}")


def rule_place(jenis: JenisPutusan, kode: str) -> str:
    """`file:line function` of the rule that names the requirement."""
    for tempat in (*_MODUL[jenis], *_BERSAMA):
        modul, _, mulai = tempat.partition(":")
        for fungsi in _penyebut(_RUMAH / modul, mulai):
            if kode in fungsi.kode:
                return f"{modul}:{fungsi.baris} {fungsi.nama}"
    raise LookupError(f"No rule of {jenis} names {kode}")


class _Fungsi(NamedTuple):
    nama: str
    baris: int
    kode: frozenset[str]


@lru_cache(maxsize=32)
def _penyebut(jalur: Path, mulai: str) -> tuple[_Fungsi, ...]:
    """The functions of a module, from `mulai` on, with what each names as the first argument of a call."""
    pohon = ast.parse(jalur.read_text(encoding="utf-8"))
    tetap = dict(_tetapan(pohon))
    semua = [n for n in pohon.body if isinstance(n, ast.FunctionDef)]
    awal = next((i for i, n in enumerate(semua) if n.name == mulai), 0)
    return tuple(
        _Fungsi(n.name, n.lineno, frozenset(tetap.get(kode, kode) for kode in _disebut(n)))
        for n in semua[awal:]
    )


def _tetapan(pohon: ast.Module) -> Iterator[tuple[str, str]]:
    """Names of the module that stand for a text."""
    for n in pohon.body:
        if (
            isinstance(n, ast.AnnAssign)
            and isinstance(n.target, ast.Name)
            and isinstance(n.value, ast.Constant)
        ):
            yield n.target.id, str(n.value.value)


def _disebut(fungsi: ast.FunctionDef) -> Iterator[str]:
    for simpul in ast.walk(fungsi):
        if isinstance(simpul, ast.Call) and simpul.args:
            pertama = simpul.args[0]
            if isinstance(pertama, ast.Constant):
                yield str(pertama.value)
            elif isinstance(pertama, ast.Name):
                yield pertama.id


# -- the reference as a document ----------------------------------------------------------------


def tulis_rujukan(per: date) -> str:
    """docs/rujukan-aturan.md: every requirement, every rule file, every topic."""
    return "\n".join([*_pembuka(), *_bagian_syarat(per), *_bagian_berkas(), *_bagian_topik(), ""])


def _pembuka() -> list[str]:
    return [
        "# Rujukan aturan",
        "",
        "Made by `manage.py rujukan_aturan`; do not edit. How a regulation enters: [aturan.md](aturan.md).",
        "",
    ]


def _bagian_syarat(per: date) -> list[str]:
    baris = ["## Requirements", ""]
    for jenis in JenisPutusan:
        isi = [r for r in rujukan(per) if r.jenis is jenis]
        baris += [f"### {jenis.value}", "", "| kode | syarat | dasar | conf | aturan | rule | words |"]
        baris += ["|---|---|---|---|---|---|---|"]
        baris += [
            f"| `{r.kode}` | {r.judul} | {r.pasal} | {r.conf}{'' if r.mengikat else ', tidak mengikat'} "
            f"| {r.letak} | {r.fungsi} | {r.kalimat} |"
            for r in isi
        ]
        baris.append("")
    return baris


def _bagian_berkas() -> list[str]:
    baris = ["## Rule files", "", "| berkas | judul | dasar hukum | conf |", "|---|---|---|---|"]
    for jalur in sorted(AKAR.glob("*/*.toml")):
        a = aturan_per(date.fromisoformat(jalur.stem))[jalur.parent.name]
        nama = f"{jalur.parent.name}/{jalur.stem}"
        baris.append(f"| {nama} | {a.judul} | {'; '.join(a.dasar_hukum)} | {a.isi['conf']} |")
    return [*baris, ""]


def _bagian_topik() -> list[str]:
    baris = ["## Calculator topics", "", "| topic | question | input |", "|---|---|---|"]
    baris += [
        f"| `{t.kode}` | {t.judul} | {', '.join(f'`{n}`' for n in t.isian) or '–'} |"
        for t in sorted(TOPIK.values(), key=lambda t: t.kode)
    ]
    return baris
