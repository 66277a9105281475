"""Answers of the calculators of kenaikan jenjang and of managerial posts: status, reasons, notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from asn_karier.lib import kata
from asn_karier.lib.syarat import Status, Syarat, semua
from asn_karier.lib.topik import TAK_DIISI
from karier.rules.putusan import jumlah_belum
from kinerja.enums import Predikat
from kinerja.rules.isian import sebutan
from pegawai.enums import JenisPegawai, TingkatPendidikan

#: Code of a requirement -> the inputs by which it is asked.
Masukan = Mapping[str, tuple[str, ...]]


def jawab_syarat(
    syarat: Sequence[Syarat], isi: Mapping[str, Any], masukan: Masukan, *, perkiraan: bool = False
) -> dict[str, Any]:
    """The outcome of one person. `perkiraan`: what does not bind is judged all the same, and said so.

    `isi`: the inputs read, with `jenis_pegawai`. `masukan`: by which of them a requirement is asked.
    """
    ikat = [replace(s, mengikat=np.ones(1, dtype=np.bool_)) for s in syarat] if perkiraan else syarat
    status = Status(semua(*ikat).status[0])
    alasan = [_alasan(s) for s in ikat if s.mengikat[0] and s.status[0] == status]
    if status is Status.MEMENUHI and not any(_ditanya(nama, isi) for nama in masukan.values()):
        status, alasan = Status.PERLU_VERIFIKASI, ["Belum ada syarat yang diisi."]
    if isi["jenis_pegawai"] is not JenisPegawai.PNS:
        alasan = ["Putusan ini berlaku bagi PNS."]
    return {
        "status": status.name,
        "alasan": " ".join(filter(None, alasan)),
        "kurang": int(jumlah_belum(ikat)[0]),
        "syarat": {s.kode: Status(s.status[0]).name for s in _berlaku(syarat)},
        "ada_perkiraan": perkiraan or any(bool(s.ada_perkiraan[0]) for s in syarat),
        "catatan": " ".join(_catatan(_berlaku(syarat), isi, masukan, perkiraan=perkiraan)),
    }


def _berlaku(syarat: Sequence[Syarat]) -> list[Syarat]:
    return [s for s in syarat if s.status[0] != Status.TIDAK_BERLAKU]


def _catatan(
    syarat: Sequence[Syarat], isi: Mapping[str, Any], masukan: Masukan, *, perkiraan: bool
) -> list[str]:
    hasil = []
    if kosong := [_nama(s) for s in syarat if s.kode in masukan and not _ditanya(masukan[s.kode], isi)]:
        hasil.append(f"Dianggap terpenuhi karena tidak diisi: {', '.join(kosong)}.")
    if perkiraan:
        return [*hasil, "Syarat jabatan ini belum terverifikasi: jawabannya perkiraan, tidak menentukan."]
    lepas = [_alasan(s) for s in syarat if not s.mengikat[0] and s.status[0] > Status.MEMENUHI]
    return [*hasil, *(f"Perkiraan, belum terverifikasi, tidak menentukan: {kalimat}" for kalimat in lepas)]


def _ditanya(nama: Sequence[str], isi: Mapping[str, Any]) -> bool:
    return any(isi.get(n, TAK_DIISI) is not TAK_DIISI for n in nama)


def _nama(s: Syarat) -> str:
    return s.kode.replace("_", " ")


def _alasan(s: Syarat) -> str:
    """Why a requirement is short; empty when it is not."""
    if s.status[0] == Status.PERLU_VERIFIKASI:
        return f"Belum diketahui: {_nama(s)}."
    return _BELUM[s.kode](s.nilai.baca(0), s.perlu.baca(0)) if s.status[0] == Status.BELUM else ""


def _kurang(nama: str, sebut: Callable[[Any], str]) -> Callable[[Any, Any], str]:
    return lambda nilai, perlu: f"{nama} {sebut(nilai)} kurang dari {sebut(perlu)}."


def _predikat_kurang(terendah: int | None, perlu: int) -> str:
    """`terendah` is unknown where one of the years is."""
    nilai = f" {sebutan(Predikat(terendah))}" if terendah else " salah satu tahun"
    return f"Predikat{nilai} kurang dari {sebutan(Predikat(perlu))}."


_PENDIDIKAN_KURANG: Final = _kurang("Pendidikan", lambda n: TingkatPendidikan(n).name.replace("_", " "))
_BELUM: Final[Mapping[str, Callable[[Any, Any], str]]] = {
    "ak_kumulatif_jenjang": _kurang("Angka kredit kumulatif", kata.angka_kredit),
    "predikat_1_tahun": _predikat_kurang,
    "predikat_2_tahun": _predikat_kurang,
    "uji_kompetensi": lambda *_: "Belum lulus uji kompetensi.",
    "kebutuhan_jabatan": lambda *_: "Belum ada lowongan pada jenjang berikutnya.",
    "hukuman_disiplin": lambda *_: "Sedang menjalani hukuman disiplin.",
    "pendidikan_pengawas": _PENDIDIKAN_KURANG,
    "pendidikan": _PENDIDIKAN_KURANG,
    "pengalaman_jabatan": _kurang("Pengalaman jabatan", kata.lama),
    "pengalaman_bidang": _kurang("Pengalaman dalam bidang terkait", kata.lama),
    "usia": lambda *_: "Umur melebihi batas usia.",
}
