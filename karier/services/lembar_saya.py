"""The content of *Lembar saya*: one page per person, for many people in a number of queries that stays.

The sentences are those of the portal. Whoever prints for others without being HR of the person (a unit
operator) prints the closed sheet: open requirements alone, and the same line about the others for all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import QuerySet

from asn_karier.lib import kata
from asn_karier.lib.syarat import Status
from karier.enums import JenisRekomendasi, Pelaku, StatusRekomendasi
from karier.kamus import Pembaca, SyaratTerbaca, jadwal, jadwal_lengkap, kalimat_hitungan, nama_golongan
from karier.models import Rekomendasi
from karier.services.aturan_terbaca import rule_version
from karier.services.keadaan import Keadaan, read_outcomes
from karier.services.lembar import (
    DIUSULKAN,
    computed_at,
    leader_verdict,
    open_requirements,
    own_verdict,
    proposal_goals,
)
from karier.services.lembar_baris import TERTUTUP
from karier.services.portal import contract_panel, contract_task, hours_task, rating_task, training_hours
from kinerja.enums import StatusPenilaian
from kinerja.models import Penilaian
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.services.data_periksa import KOSONG, DataPeriksa, own_data

TANPA_LANGKAH: Final = "Tidak ada yang perlu Anda lakukan sekarang."
MENUNGGU: Final = "Tunggu keputusannya. BKPSDM memberi tahu bila ada yang perlu dilengkapi."
TANYA_HASIL: Final = "Tanyakan hasil akhirnya kepada pengelola kepegawaian."
#: Longer texts are cut, so that every sheet stays one page whatever the records hold.
MAKS: Final = 260


class Lembar(NamedTuple):
    """One sheet. `isi` is what the template prints, without code, address and day of printing."""

    pegawai_id: int
    isi: dict[str, Any]
    sidik: str
    lengkap: bool


def compose_sheets(
    pegawai: QuerySet[Pegawai], *, instansi_id: int, lengkap: Collection[int], per: date
) -> list[Lembar]:
    """Sheets of `pegawai` (all of one instansi) in their order; those in `lengkap` with everything.

    Callers have checked that the reader may see these people.
    """
    semua = own_data(pegawai, per=per)
    ids = [d.orang.pk for d in semua]
    keadaan = read_outcomes(ids, instansi_id=instansi_id, per=per)
    usulan, nilai = _proposals(ids), _last_ratings(ids)
    hasil = []
    for d in semua:
        k, penuh = keadaan[d.orang.pk], d.orang.pk in lengkap
        pppk = d.orang.jenis == JenisPegawai.PPPK
        khas = _pppk(d.orang, k, nilai.get(d.orang.pk), per) if pppk else _pns(d.orang, k, penuh, usulan)
        isi = _cut({**_kepala(d, k), **khas})
        hasil.append(Lembar(d.orang.pk, isi, _fingerprint(isi), penuh))
    return hasil


def _kepala(d: DataPeriksa, k: Keadaan) -> dict[str, Any]:
    p = d.orang
    return {
        "instansi": p.instansi.nama,
        "nama": p.nama_gelar,
        "identitas": f"NIP {p.nip}" + (f". {d.identitas}" if d.identitas else ""),
        "data": d.baris,
        "sumber": f"data kepegawaian {p.instansi.pengelola}; dihitung {_dihitung(k, p)}.",
    }


def _dihitung(k: Keadaan, p: Pegawai) -> str:
    """When; a computation of the moment names its day only, so that the same facts make the same sheet."""
    if k.dihitung_pada is None:
        return f"dari data per {kata.tanggal(k.per_tanggal)}, belum menjadi hasil perhitungan resmi"
    return computed_at(k, p.instansi.zona_waktu)


# -- PNS ------------------------------------------------------------------------------------------


def _pns(p: Pegawai, k: Keadaan, penuh: bool, usulan: set[tuple[int, str]]) -> dict[str, Any]:
    diusulkan = any((p.pk, golongan) in usulan for golongan in proposal_goals(k))
    return _full(p, k, diusulkan=diusulkan) if penuh else _closed(p, k, diusulkan=diusulkan)


def _full(p: Pegawai, k: Keadaan, *, diusulkan: bool) -> dict[str, Any]:
    semua, v = k.syarat(), own_verdict(k)
    waktu = None if k.gagal else jadwal_lengkap(k.hasil, semua)
    kapan = " ".join((waktu.paling_cepat, waktu.sasaran)) if waktu else ""
    langkah = MENUNGGU if diusulkan else v.langkah
    return {
        "putusan": {"judul": v.judul, "kalimat": v.kalimat},
        "langkah": langkah or TANPA_LANGKAH,
        "pembantu": _helper(p, next((s for s in semua if s.tindakan and s.tindakan == langkah), None)),
        **_bersama(k, semua, kapan=kapan, diusulkan=diusulkan),
    }


def _closed(p: Pegawai, k: Keadaan, *, diusulkan: bool) -> dict[str, Any]:
    """Nothing here rests on a closed requirement: neither verdict, nor step, nor date."""
    terbuka = open_requirements(k, pembaca=Pembaca.PEGAWAI)
    v = leader_verdict(k, terbuka, pembaca=Pembaca.PEGAWAI)
    belum = [
        s
        for s in terbuka
        if s.mengikat and s.tindakan and s.status in (Status.BELUM, Status.PERLU_VERIFIKASI)
    ]
    langkah = MENUNGGU if diusulkan else next((s.tindakan for s in belum), v.langkah)
    waktu = None if k.gagal else jadwal(k.hasil)
    isi = _bersama(k, terbuka, kapan=waktu.sasaran if waktu else "", diusulkan=diusulkan)
    if k.dinilai:
        isi["syarat"].append([TERTUTUP, "Tidak ditampilkan", ""])
    return {
        "putusan": {"judul": v.judul, "kalimat": v.kalimat},
        "langkah": langkah or TANYA_HASIL,
        "pembantu": _helper(p, belum[0] if belum and not diusulkan else None),
        **isi,
    }


def _bersama(k: Keadaan, syarat: list[SyaratTerbaca], *, kapan: str, diusulkan: bool) -> dict[str, Any]:
    tujuan = nama_golongan(k.hasil.golongan_berikut)
    return {
        "usulan": DIUSULKAN[Pembaca.PEGAWAI] if diusulkan else "",
        "kapan": kapan or "Belum dapat diperkirakan.",
        "judul_syarat": f"Syarat kenaikan pangkat ke {tujuan}" if tujuan else "Syarat kenaikan pangkat",
        "hitungan": kalimat_hitungan(syarat),
        "syarat": [[s.judul, s.tanda, _nilai(s)] for s in syarat],
        "aturan": f"{rule_version(k.aturan, 'kenaikan_pangkat', k.per_tanggal)}.",
    }


def _nilai(s: SyaratTerbaca) -> str:
    perlu = f"perlu {s.perlu}" if s.perlu and s.status is not Status.MEMENUHI else ""
    return "; ".join(t for t in (s.nilai or s.alasan, perlu) if t)


def _helper(p: Pegawai, s: SyaratTerbaca | None) -> str:
    """Who acts besides the person, then whom to ask; an office that names itself is not named twice."""
    lain = s is not None and s.pelaku_teks and s.pelaku is not Pelaku.PEGAWAI
    pelaku = f"{s.pelaku_teks}. " if s is not None and lain else ""
    kantor, kontak = p.instansi.pengelola.strip(), p.instansi.bantuan.strip()
    if kontak.casefold().startswith(kantor.casefold()):
        return f"{pelaku}Tanya {kontak.rstrip('.')}."
    return f"{pelaku}Tanya {kantor}{f': {kontak}' if kontak else ''}.".replace("..", ".")


def _proposals(ids: Iterable[int]) -> set[tuple[int, str]]:
    """(person, golongan) under way."""
    usul = Rekomendasi.objects.filter(
        pegawai_id__in=list(ids),
        jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
        status=StatusRekomendasi.DITETAPKAN,
    )
    return set(usul.values_list("pegawai_id", "sasaran"))


# -- PPPK -----------------------------------------------------------------------------------------


def _pppk(p: Pegawai, k: Keadaan, terakhir: Penilaian | None, per: date) -> dict[str, Any]:
    """No pangkat: the agreement, the predikat its extension looks at, and the hours of learning."""
    panel, jp = contract_panel(p, terakhir, per), training_hours(k, pppk=True)
    tugas = [*contract_task(p, per), *rating_task(terakhir), *hours_task(jp)]
    sampai = kata.tanggal(p.perjanjian_sampai) if p.perjanjian_sampai else ""
    jumlah = "Belum dapat dihitung" if jp.jumlah is None else f"{jp.jumlah} JP"
    predikat = f"{terakhir.tahun}: {terakhir.get_predikat_display()}" if terakhir else KOSONG
    return {
        "putusan": {"judul": panel["ringkasan"], "kalimat": " ".join(panel["kalimat"])},
        "usulan": "",
        "langkah": f"{tugas[0].judul}. {tugas[0].ket}" if tugas else TANPA_LANGKAH,
        "pembantu": _helper(p, None),
        "kapan": f"Perjanjian kerja sampai {sampai}." if sampai else "Belum dapat diperkirakan.",
        "judul_syarat": "Perjanjian, kinerja, dan kompetensi",
        "hitungan": "",
        "syarat": [
            ["Perjanjian kerja", "Tercatat" if sampai else KOSONG, f"sampai {sampai}" if sampai else ""],
            ["Predikat kinerja terakhir", "Tercatat" if terakhir else KOSONG, predikat],
            [f"Jam pelajaran (JP) {jp.tahun}", "Tercatat" if jp.jumlah else KOSONG, f"{jumlah}. {jp.ket}"],
        ],
        "aturan": "UU 20/2023; kenaikan pangkat berlaku bagi PNS.",
    }


def _last_ratings(ids: Iterable[int]) -> dict[int, Penilaian]:
    """The last signed appraisal of each person; one query."""
    semua = Penilaian.objects.filter(pegawai_id__in=list(ids), status=StatusPenilaian.DITETAPKAN)
    return {n.pegawai_id: n for n in semua.order_by("tahun", "-pk")}


# -- what every sheet goes through ----------------------------------------------------------------


def _cut(isi: Any) -> Any:
    if isinstance(isi, dict):
        return {k: _cut(v) for k, v in isi.items()}
    if isinstance(isi, list | tuple):
        return [_cut(v) for v in isi]
    return isi if len(isi) <= MAKS else f"{isi[: MAKS - 1]}…"


def _fingerprint(isi: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(isi, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
