"""The sheet "Syarat kenaikan": the full one for the person and their HR, a closed one for everybody else.

A leader may learn nothing about discipline, not even from a total, a verdict or a date: their sheet
is computed from the open requirements alone and always carries the same line about the closed ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Case, When

from asn_karier.lib import kata
from asn_karier.lib.syarat import Status
from karier.enums import JalurPangkat, JenisPutusan, JenisRekomendasi, Pelaku, StatusRekomendasi
from karier.kamus import (
    LABEL,
    Jadwal,
    Pembaca,
    SyaratTerbaca,
    di_puncak,
    jadwal,
    jadwal_lengkap,
    kalimat_hitungan,
    nama_golongan,
    putusan,
    rentang,
)
from karier.models import Rekomendasi
from karier.rules.periode import proposal_window
from karier.services.aturan_terbaca import rule_version
from karier.services.dukungan import path_of
from karier.services.keadaan import Keadaan
from karier.services.lembar_baris import class_of, closed_row, row_of
from karier.services.lembar_usul import Usulan, answer_of_bkn
from pegawai.services.profil import moment_text

#: Recommendations about which somebody has said something to the person.
DIPUTUSKAN: Final = (
    StatusRekomendasi.DITETAPKAN,
    StatusRekomendasi.TERLAKSANA,
    StatusRekomendasi.DITUNDA,
    StatusRekomendasi.DITOLAK,
)
DIUSULKAN: Final = {
    Pembaca.PEGAWAI: "Anda diusulkan; keputusan ada pada pejabat berwenang/BKN. Tunggu keputusannya.",
    Pembaca.PENGELOLA: "Pegawai ini diusulkan; keputusan ada pada pejabat berwenang/BKN.",
}
#: The present post does not hold the next pangkat: nothing else helps before the post does.
_NAIK_DAHULU: Final = ("jenjang_memuat_pangkat", "jabatan_memuat_pangkat")
TANDA_PISAH: Final = "\N{EN DASH}"
TAK_TERHITUNG: Final = "Belum dapat dihitung"
#: The next step of someone whose data cannot be computed, by who reads it.
PERIKSA_DATA: Final = {
    Pembaca.PEGAWAI: "Minta BKPSDM memeriksa data Anda, terutama angka dan tanggal yang tidak wajar.",
    Pembaca.PENGELOLA: "Periksa data pegawai ini, terutama angka dan tanggal yang tidak wajar.",
}


class Verdict(NamedTuple):
    """One title, one sentence, one next step (may be empty), and how it looks."""

    kelas: str
    judul: str
    kalimat: str
    langkah: str


class Lembar(NamedTuple):
    """View model of templates/karier/syarat.html and of the API."""

    judul: str
    putusan: Verdict
    hitungan: str
    jadwal: Jadwal | None
    syarat: list[dict[str, Any]]
    garis_waktu: list[tuple[str, str, str]]
    usulan: Usulan | None
    versi_aturan_teks: str
    dihitung_teks: str


def full_sheet(keadaan: Keadaan, *, zona_waktu: str, pembaca: Pembaca = Pembaca.PEGAWAI) -> Lembar:
    """Everything: for the person, and for HR who keeps their records."""
    semua = keadaan.syarat(pembaca=pembaca)
    usulan = find_proposal(keadaan, zona_waktu=zona_waktu, pembaca=pembaca)
    putusan = own_verdict(keadaan, pembaca=pembaca)
    return Lembar(
        judul=_judul(keadaan),
        # Once it was decided, the next step stands with the proposal.
        putusan=putusan._replace(langkah="") if usulan else putusan,
        hitungan=kalimat_hitungan(semua),
        jadwal=None if keadaan.gagal else jadwal_lengkap(keadaan.hasil, semua),
        syarat=[row_of(s) for s in semua],
        garis_waktu=_timeline(keadaan, semua),
        usulan=usulan,
        versi_aturan_teks=rule_version(keadaan.aturan, "kenaikan_pangkat", keadaan.per_tanggal),
        dihitung_teks=computed_at(keadaan, zona_waktu),
    )


def closed_sheet(keadaan: Keadaan, *, zona_waktu: str) -> Lembar:
    """Open requirements only: for the direct leader and for anyone granted access."""
    terbuka = open_requirements(keadaan)
    # What to do is said to those who can do it: the person and HR.
    syarat = [{**row_of(s), "tindakan": ""} for s in terbuka]
    if keadaan.dinilai:
        syarat.append(closed_row())
    return Lembar(
        judul=_judul(keadaan),
        putusan=leader_verdict(keadaan, terbuka),
        hitungan=kalimat_hitungan(terbuka, sebutan="syarat umum"),
        jadwal=None if keadaan.gagal else jadwal(keadaan.hasil),
        syarat=syarat,
        garis_waktu=[],
        usulan=_proposal_for_leader(keadaan),
        versi_aturan_teks=rule_version(keadaan.aturan, "kenaikan_pangkat", keadaan.per_tanggal),
        dihitung_teks=computed_at(keadaan, zona_waktu),
    )


def own_verdict(keadaan: Keadaan, *, pembaca: Pembaca = Pembaca.PEGAWAI) -> Verdict:
    """The outcome itself: for the person, and for HR."""
    if keadaan.gagal:
        return _uncomputed(PERIKSA_DATA[pembaca])
    p = putusan(keadaan.hasil, pembaca=pembaca)
    return Verdict(class_of(p), p.judul, p.kalimat, p.langkah)


def leader_verdict(
    keadaan: Keadaan,
    terbuka: list[SyaratTerbaca] | None = None,
    *,
    pembaca: Pembaca = Pembaca.PENGELOLA,
) -> Verdict:
    """What a leader may read: a judgement of the open requirements, never the outcome itself."""
    if not keadaan.dinilai or di_puncak(keadaan.hasil):
        return _openly(keadaan, pembaca)
    return verdict_of_open(open_requirements(keadaan) if terbuka is None else terbuka)


def verdict_of_open(terbuka: list[SyaratTerbaca]) -> Verdict:
    """A judgement of requirements that everybody may read who sees the person."""
    belum = [s for s in terbuka if s.mengikat and s.status is Status.BELUM]
    periksa = [s for s in terbuka if s.mengikat and s.status is Status.PERLU_VERIFIKASI]
    if belum:
        judul = f"Belum {TANDA_PISAH} kurang {len(belum)} hal"
        return Verdict("perlu", judul, _names("Yang belum terpenuhi", belum), _step(belum))
    if periksa:
        kalimat = _names("Yang perlu diperiksa", periksa)
        return Verdict("periksa", "Perlu diperiksa BKPSDM", kalimat, _step(periksa))
    return Verdict(
        "ok",
        "Syarat umum terpenuhi",
        "Syarat lain ditangani BKPSDM; hasil akhirnya disampaikan kepada pegawai.",
        "",
    )


def open_requirements(
    keadaan: Keadaan,
    jenis: JenisPutusan = JenisPutusan.KENAIKAN_PANGKAT,
    *,
    pembaca: Pembaca = Pembaca.PENGELOLA,
) -> list[SyaratTerbaca]:
    return keadaan.syarat(jenis=jenis, pembaca=pembaca, boleh_khusus=False)


def _openly(keadaan: Keadaan, pembaca: Pembaca) -> Verdict:
    """On no path that has rules, or at its top, nothing is sensitive: the leader reads what HR reads."""
    if keadaan.gagal and keadaan.status is not Status.TIDAK_BERLAKU:
        return _uncomputed("")
    p = putusan(keadaan.hasil, pembaca=pembaca, boleh_khusus=False)
    # What to do is said to those who can do it.
    return Verdict(class_of(p), p.judul, p.kalimat, "")


def _uncomputed(langkah: str) -> Verdict:
    kalimat = "Syarat belum dapat dihitung dari data yang tercatat. BKPSDM perlu memeriksanya."
    return Verdict("periksa", TAK_TERHITUNG, kalimat, langkah)


def find_proposal(
    keadaan: Keadaan,
    *,
    zona_waktu: str,
    pembaca: Pembaca = Pembaca.PEGAWAI,
    jenis: JenisPutusan = JenisPutusan.KENAIKAN_PANGKAT,
) -> Usulan | None:
    """Where the proposal of the person stands; of `jenis` penyesuaian ijazah only one that it leads to."""
    r = _recommendation(proposal_goals(keadaan, jenis), keadaan.pegawai_id, DIPUTUSKAN)
    if r is None:
        return None
    usulan = _where_it_stands(r, zona_waktu, pembaca)
    if path_of(r, keadaan.hasil) is not JalurPangkat.PENYESUAIAN_IJAZAH:
        return usulan
    tujuan = nama_golongan(int(r.sasaran))
    return usulan._replace(kalimat=f"Penyesuaian ijazah ke {tujuan}. {usulan.kalimat}")


def proposal_goals(keadaan: Keadaan, jenis: JenisPutusan = JenisPutusan.KENAIKAN_PANGKAT) -> tuple[str, ...]:
    """The golongan that a person may be proposed to: the next one, and what the ijazah opens."""
    ijazah = keadaan.hasil.putusan(JenisPutusan.PENYESUAIAN_IJAZAH).sasaran
    pangkat = keadaan.hasil.golongan_berikut if jenis is JenisPutusan.KENAIKAN_PANGKAT else 0
    return tuple(str(golongan) for golongan in (pangkat, ijazah) if golongan)


def _where_it_stands(r: Rekomendasi, zona_waktu: str, pembaca: Pembaca) -> Usulan:
    if (jawaban := answer_of_bkn(r, pembaca)) is not None:
        return jawaban
    terakhir = r.keputusan.order_by("-pada", "-pk").first()
    pada = terakhir.pada.astimezone(ZoneInfo(zona_waktu)).date() if terakhir else None
    hari = kata.tanggal(pada) if pada else ""
    if r.status == StatusRekomendasi.DITETAPKAN:
        # Nothing is decided by a proposal.
        return Usulan("Sudah diusulkan", "jalan", DIUSULKAN[pembaca], hari and f"Diusulkan {hari}")
    tanggal = hari and f"Diputuskan {hari}"
    usul = "Usul Anda" if pembaca is Pembaca.PEGAWAI else "Usul"
    alasan = f" Alasannya: {terakhir.alasan}" if terakhir and terakhir.alasan else ""
    if r.status == StatusRekomendasi.DITUNDA:
        return Usulan(f"{usul} ditunda", "perlu", f"{usul} belum dikirim.{alasan}", tanggal)
    return Usulan(
        f"{usul} belum diteruskan", "perlu", f"BKPSDM memutuskan tidak mengusulkan.{alasan}", tanggal
    )


def _proposal_for_leader(keadaan: Keadaan) -> Usulan | None:
    # A refusal or a delay may rest on a closed requirement; a leader hears of the proposal only.
    r = _recommendation(proposal_goals(keadaan), keadaan.pegawai_id, (StatusRekomendasi.DITETAPKAN,))
    if r is None:
        return None
    return Usulan("Sudah diusulkan", "jalan", DIUSULKAN[Pembaca.PENGELOLA], "")


def _recommendation(
    golongan: Sequence[str], pegawai_id: int, status: Sequence[StatusRekomendasi]
) -> Rekomendasi | None:
    """The decided one to any of `golongan`: a proposal under way before a newer refusal or delay."""
    return (
        Rekomendasi.objects.filter(
            pegawai_id=pegawai_id,
            jenis=JenisRekomendasi.KENAIKAN_PANGKAT,
            sasaran__in=golongan,
            status__in=status,
        )
        .select_related("usul")
        .order_by(Case(When(status=StatusRekomendasi.DITETAPKAN, then=0), default=1), "-periode", "-pk")
        .first()
    )


def _judul(keadaan: Keadaan) -> str:
    tujuan = nama_golongan(keadaan.hasil.golongan_berikut)
    return f"Kenaikan pangkat ke {tujuan}" if tujuan else "Syarat kenaikan pangkat"


def _names(awal: str, syarat: list[SyaratTerbaca]) -> str:
    return f"{awal}: {kata.daftar([kata.huruf_kecil_awal(s.judul) for s in syarat])}."


def _step(kurang: list[SyaratTerbaca]) -> str:
    """The step that a leader has to know of: a higher post comes before everything else, then their own."""
    naik = next((s.tindakan for s in kurang if s.kode in _NAIK_DAHULU and s.status is Status.BELUM), "")
    atasan = next((s.judul for s in kurang if s.pelaku is Pelaku.ATASAN), "")
    return naik or (f"{atasan} menunggu penilaian dari atasan penilai." if atasan else "")


def _timeline(keadaan: Keadaan, syarat: list[SyaratTerbaca]) -> list[tuple[str, str, str]]:
    """Dates at which something still missing can be there, then the window and the TMT."""
    langkah = sorted(
        (s.paling_cepat, s.judul, s.pelaku)
        for s in syarat
        if s.paling_cepat and s.mengikat and s.status is Status.BELUM
    )
    baris = [(kata.tanggal(t), f"{judul} dapat terpenuhi", LABEL[Pelaku][p]) for t, judul, p in langkah]
    tmt = keadaan.hasil.paling_cepat
    if tmt is None or not keadaan.dinilai:
        return baris
    jendela = proposal_window(tmt, keadaan.aturan)
    return [
        *baris,
        (rentang(jendela), "usul dikirim", LABEL[Pelaku][Pelaku.BKPSDM]),
        (kata.tanggal(tmt), "TMT kenaikan pangkat paling cepat", ""),
    ]


def computed_at(keadaan: Keadaan, zona_waktu: str) -> str:
    if keadaan.dihitung_pada is None:
        return (
            "saat halaman ini dibuka, dari data yang tercatat sekarang; belum menjadi hasil perhitungan resmi"
        )
    return (
        f"{moment_text(keadaan.dihitung_pada, zona_waktu)}, dari data per {kata.tanggal(keadaan.per_tanggal)}"
    )
