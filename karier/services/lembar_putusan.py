"""Sheets of the decisions besides kenaikan pangkat, and the cards that lead to them."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from asn_karier.lib.syarat import Status
from karier.enums import JenisPutusan
from karier.kamus import (
    BELUM_WAKTUNYA,
    Jadwal,
    Pembaca,
    SyaratTerbaca,
    jadwal_lengkap,
    judul_putusan,
    kalimat_hitungan,
    kalimat_tanpa_tanggal,
    kgb_nanti,
    putusan_lain,
)
from karier.rules.keputusan import unpack_lain
from karier.services.aturan_terbaca import rule_version
from karier.services.keadaan import Keadaan
from karier.services.lembar import (
    Lembar,
    Verdict,
    computed_at,
    find_proposal,
    open_requirements,
    own_verdict,
    verdict_of_open,
)
from karier.services.lembar_baris import KELAS, class_of, closed_row, row_of
from karier.services.lembar_usul import Usulan

#: The rule file that each decision mainly rests on.
BERKAS: Final = {
    JenisPutusan.PENYESUAIAN_IJAZAH: "penyesuaian_ijazah",
    JenisPutusan.KENAIKAN_JENJANG: "kenaikan_jenjang",
    JenisPutusan.KESIAPAN_JABATAN: "promosi",
    JenisPutusan.KGB: "kgb",
    JenisPutusan.SATYALANCANA: "satyalancana",
}
LAIN: Final = tuple(BERKAS)
#: What programs read of one requirement.
BIDANG: Final = (
    "kode",
    "judul",
    "status",
    "nilai_teks",
    "perlu_teks",
    "sumber",
    "dasar_hukum",
    "pelaku",
    "tindakan",
    "paling_cepat",
    "mengikat",
)


class KartuPutusan(NamedTuple):
    """One decision in short; `url` is left to the page."""

    jenis: JenisPutusan
    judul: str
    verdict: Verdict


def decision_cards(
    keadaan: Keadaan, *, lengkap: bool, pembaca: Pembaca = Pembaca.PEGAWAI
) -> list[KartuPutusan]:
    """Every other decision that applies to the person; closed ones judged by what is open."""
    if keadaan.gagal:
        return []
    return [
        KartuPutusan(
            jenis, _judul(keadaan, jenis), verdict_of(keadaan, jenis, lengkap=lengkap, pembaca=pembaca)
        )
        for jenis in LAIN
        if keadaan.hasil.putusan(jenis).status is not Status.TIDAK_BERLAKU
    ]


def decision_sheet(
    keadaan: Keadaan,
    jenis: JenisPutusan,
    *,
    zona_waktu: str,
    lengkap: bool,
    pembaca: Pembaca = Pembaca.PEGAWAI,
) -> Lembar:
    """One decision with its requirements: full for the person and HR, open ones only for a leader."""
    if lengkap:
        semua = keadaan.syarat(jenis=jenis, pembaca=pembaca)
        baris = [row_of(s) for s in semua]
    else:
        semua = open_requirements(keadaan, jenis)
        baris = [{**row_of(s), "tindakan": ""} for s in semua]
        baris += [closed_row()] if semua else []
    usulan = _usulan(keadaan, jenis, zona_waktu, pembaca) if lengkap else None
    putusan = verdict_of(keadaan, jenis, lengkap=lengkap, pembaca=pembaca)
    return Lembar(
        judul=_judul(keadaan, jenis),
        # Once it was decided, the next step stands with the proposal.
        putusan=putusan._replace(langkah="") if usulan else putusan,
        hitungan=kalimat_hitungan(semua, sebutan="syarat" if lengkap else "syarat umum"),
        jadwal=_jadwal(keadaan, jenis, semua) if lengkap else None,
        syarat=baris,
        garis_waktu=[],
        usulan=usulan,
        versi_aturan_teks=_versi(keadaan, jenis),
        dihitung_teks=computed_at(keadaan, zona_waktu),
    )


def _usulan(keadaan: Keadaan, jenis: JenisPutusan, zona_waktu: str, pembaca: Pembaca) -> Usulan | None:
    """Of these decisions an ijazah alone leads to a proposal."""
    if jenis is not JenisPutusan.PENYESUAIAN_IJAZAH:
        return None
    return find_proposal(keadaan, zona_waktu=zona_waktu, pembaca=pembaca, jenis=jenis)


def describe(keadaan: Keadaan, *, pembaca: Pembaca = Pembaca.PEGAWAI) -> dict[str, Any]:
    """Everything decided about one person, for programs: the sentences and measures of the sheets."""
    ukuran = unpack_lain(keadaan.hasil.lain)
    return {
        "per_tanggal": keadaan.per_tanggal,
        "tmt_sasaran": keadaan.hasil.tmt,
        "dihitung_pada": keadaan.dihitung_pada,
        "putusan": [_describe(keadaan, jenis, pembaca) for jenis in JenisPutusan],
        "kgb_berikut": ukuran.hari("kgb_berikut"),
        "mencapai_bup": ukuran.hari("mencapai_bup"),
        "tmt_pensiun_perkiraan": ukuran.hari("tmt_pensiun"),
        "versi_aturan": keadaan.hasil.versi_aturan,
    }


def _describe(keadaan: Keadaan, jenis: JenisPutusan, pembaca: Pembaca) -> dict[str, Any]:
    p, semua = keadaan.hasil.putusan(jenis), keadaan.syarat(jenis=jenis, pembaca=pembaca)
    pangkat, jadwal = jenis is JenisPutusan.KENAIKAN_PANGKAT, _jadwal(keadaan, jenis, semua)
    verdict = (
        own_verdict(keadaan, pembaca=pembaca)
        if pangkat
        else verdict_of(keadaan, jenis, lengkap=True, pembaca=pembaca)
    )
    return {
        "jenis": jenis.value,
        "status": p.status.name,
        "sasaran": p.sasaran,
        "paling_cepat": p.paling_cepat,
        "paling_cepat_teks": jadwal.paling_cepat if jadwal else "",
        "putusan": verdict._asdict(),
        "syarat": [
            {nama: row[nama] for nama in BIDANG} | {"aturan": row["rujukan"]._asdict()}
            for row in map(row_of, semua)
        ],
    }


def _jadwal(keadaan: Keadaan, jenis: JenisPutusan, semua: list[SyaratTerbaca]) -> Jadwal | None:
    """The earliest date or why there is none, which rests on every requirement: for the person and HR."""
    if keadaan.gagal:
        return None
    if jenis is JenisPutusan.KENAIKAN_PANGKAT:
        return jadwal_lengkap(keadaan.hasil, semua)
    kalimat = kalimat_tanpa_tanggal(keadaan.hasil.putusan(jenis), semua)
    return Jadwal("", kalimat) if kalimat else None


def _judul(keadaan: Keadaan, jenis: JenisPutusan) -> str:
    return judul_putusan(jenis, keadaan.hasil.putusan(jenis).sasaran)


def verdict_of(keadaan: Keadaan, jenis: JenisPutusan, *, lengkap: bool, pembaca: Pembaca) -> Verdict:
    """One decision in short; without `lengkap` judged by the open requirements alone."""
    if not lengkap and keadaan.hasil.putusan(jenis).status is not Status.TIDAK_BERLAKU:
        return _verdict_of_open(keadaan, jenis)
    p = putusan_lain(keadaan.hasil, jenis, pembaca=pembaca, boleh_khusus=lengkap)
    return Verdict(class_of(p), p.judul, p.kalimat, p.langkah)


def _verdict_of_open(keadaan: Keadaan, jenis: JenisPutusan) -> Verdict:
    """For a leader; a KGB that is far off is told by its masa kerja alone, never by what is closed."""
    terbuka = open_requirements(keadaan, jenis)
    nanti = next((s.paling_cepat for s in terbuka if s.nanti and s.paling_cepat), None)
    verdict = verdict_of_open(terbuka)
    if nanti is None or verdict.kelas != KELAS[Status.MEMENUHI]:
        return verdict
    return Verdict("netral", BELUM_WAKTUNYA, kgb_nanti(keadaan.hasil, nanti), "")


def _versi(keadaan: Keadaan, jenis: JenisPutusan) -> str:
    """Empty in a run of before this decision was built."""
    if BERKAS[jenis] not in keadaan.aturan:
        return ""
    return rule_version(keadaan.aturan, BERKAS[jenis], keadaan.per_tanggal)
