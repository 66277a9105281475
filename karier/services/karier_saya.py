"""*Karier saya*: where I stand, at most four paths, and the next five years."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from asn_karier.lib import kata
from asn_karier.lib.syarat import Status
from karier.enums import JalurKarier, JenisLangkah, JenisPutusan
from karier.kamus import LABEL, judul_putusan, kalimat_hitungan, kalimat_paling_cepat, nama_golongan
from karier.kamus.alasan import kalimat_tanpa_tanggal
from karier.kamus.kalimat import Pembaca
from karier.kamus.sasaran import kalimat_asesmen, kalimat_jauh
from karier.models import LangkahKarier
from karier.rules.jalur_karier import PUTUSAN, pilih_jalur
from karier.rules.peristiwa import JenisPeristiwa
from karier.services.keadaan import Keadaan, read_outcomes
from karier.services.langkah_karier import steps_from
from karier.services.lembar import Verdict, own_verdict
from karier.services.lembar_putusan import verdict_of
from karier.services.pencocokan import all_gaps
from karier.services.portal import contract_panel, last_rating
from karier.services.sasaran_jabatan import read_target
from karier.services.simulasi import GarisWaktu, own_timeline
from pegawai.enums import JenisPegawai
from pegawai.models import Jabatan, Pegawai
from pegawai.services.kompetensi_baca import posts_of

_PERISTIWA: Final = {
    JalurKarier.PANGKAT: JenisPeristiwa.KENAIKAN_PANGKAT,
    JalurKarier.JENJANG: JenisPeristiwa.KENAIKAN_JENJANG,
}
_BERGANTUNG: Final = "Waktunya bergantung pada lowongan dan keputusan pejabat berwenang."
_PENGEMBANGAN: Final = "Belum ada celah kompetensi yang tercatat untuk jabatan Anda."


class KartuJalur(NamedTuple):
    """One path. `jabatan_id`: the post that it leads to, where it is one; empty texts are left out."""

    jalur: JalurKarier
    judul: str
    kelas: str
    tanda: str
    hitungan: str
    kapan: str
    langkah: str
    jabatan_id: int | None = None


class KarierSaya(NamedTuple):
    """The whole page but its links."""

    pppk: bool
    jabatan: Jabatan | None
    jalur: list[KartuJalur]
    garis: GarisWaktu | None
    pindah: list[LangkahKarier]


def build_career(*, saya: Pegawai, per: date) -> KarierSaya:
    """Everything about my own ways; queries do not grow with what stands on them."""
    keadaan = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=per)[saya.pk]
    kini, pppk = posts_of([saya.pk], per=per).get(saya.pk), saya.jenis == JenisPegawai.PPPK
    pindah = steps_from(saya.instansi_id, kini.pk, JenisLangkah.PINDAH) if kini else []
    # Where the facts cannot be computed nothing can be projected either.
    garis = None if keadaan.gagal else own_timeline(pegawai=saya, per=per)
    berikut = _next_post(kini) if pppk else None
    jalur = pilih_jalur(
        pppk=pppk, berlaku=_applying(keadaan), jenjang_berikut=berikut is not None, pindah=bool(pindah)
    )
    s = _Susunan(saya, keadaan, garis, kini, berikut, pindah, per)
    return KarierSaya(pppk, kini, [s.kartu(j) for j in jalur], garis, pindah)


def _next_post(kini: Jabatan | None) -> Jabatan | None:
    if kini is None or kini.naik_ke_id is None:
        return None
    return Jabatan.objects.select_related("standar").get(pk=kini.naik_ke_id)


def _applying(keadaan: Keadaan) -> set[JenisPutusan]:
    return {j for j in PUTUSAN.values() if keadaan.hasil.putusan(j).status is not Status.TIDAK_BERLAKU}


class _Susunan(NamedTuple):
    """What the cards are made of, read once. `berikut`: the next post of a PPPK in their family."""

    saya: Pegawai
    keadaan: Keadaan
    garis: GarisWaktu | None
    kini: Jabatan | None
    berikut: Jabatan | None
    pindah: Sequence[LangkahKarier]
    per: date

    def kartu(self, jalur: JalurKarier) -> KartuJalur:
        if jalur is JalurKarier.KONTRAK:
            return self._kontrak()
        if jalur is JalurKarier.PENGEMBANGAN:
            return self._pengembangan()
        if jalur is JalurKarier.PINDAH:
            return self._ke_jabatan(jalur, self.pindah[0].ke)
        if jalur is JalurKarier.JENJANG and self.berikut is not None:
            return self._ke_jabatan(jalur, self.berikut)
        return self._putusan(jalur, PUTUSAN[jalur])

    def _putusan(self, jalur: JalurKarier, jenis: JenisPutusan) -> KartuJalur:
        """A path that a decision of the engine judges, in the words of its own page."""
        semua = self.keadaan.syarat(jenis=jenis)
        verdict = self._verdict(jenis)
        tujuan = self.kini.naik_ke_id if jalur is JalurKarier.JENJANG and self.kini else None
        return KartuJalur(
            jalur=jalur,
            judul=self._judul(jenis),
            kelas=verdict.kelas,
            tanda=verdict.judul,
            hitungan=kalimat_hitungan(semua),
            kapan=self._kapan(jalur, jenis, semua),
            langkah=verdict.langkah or verdict.kalimat,
            jabatan_id=tujuan,
        )

    def _verdict(self, jenis: JenisPutusan) -> Verdict:
        if jenis is JenisPutusan.KENAIKAN_PANGKAT:
            return own_verdict(self.keadaan)
        return verdict_of(self.keadaan, jenis, lengkap=True, pembaca=Pembaca.PEGAWAI)

    def _judul(self, jenis: JenisPutusan) -> str:
        if jenis is JenisPutusan.KENAIKAN_PANGKAT:
            tujuan = nama_golongan(self.keadaan.hasil.golongan_berikut)
            return f"Naik pangkat ke {tujuan}" if tujuan else "Naik pangkat"
        return judul_putusan(jenis, self.keadaan.hasil.putusan(jenis).sasaran)

    def _kapan(self, jalur: JalurKarier, jenis: JenisPutusan, semua: Any) -> str:
        """The first date of the projection, else that of the decision, else why there is none."""
        peristiwa = _PERISTIWA.get(jalur)
        pertama = self.garis.pertama.get(peristiwa) if self.garis and peristiwa else None
        if pertama is not None:
            ekor = f", {pertama.syarat}" if pertama.syarat else ""
            return f"Perkiraan paling cepat {pertama.tanggal_teks}{ekor}."
        if self.keadaan.gagal:
            return ""
        if jenis is JenisPutusan.KENAIKAN_PANGKAT:
            return kalimat_paling_cepat(self.keadaan.hasil, semua)
        return self._kapan_lain(jenis, semua)

    def _kapan_lain(self, jenis: JenisPutusan, semua: Any) -> str:
        p = self.keadaan.hasil.putusan(jenis)
        if p.paling_cepat is not None:
            return f"Perkiraan paling cepat {kata.tanggal(p.paling_cepat)}."
        return kalimat_tanpa_tanggal(p, semua)

    def _ke_jabatan(self, jalur: JalurKarier, jabatan: Jabatan) -> KartuJalur:
        """A post that no decision judges: pangkat, how far the competencies are, and where to begin."""
        s = read_target(pegawai=self.saya, jabatan=jabatan, per=self.per)
        j = kalimat_jauh([(k.nama, k.kini, k.diminta) for k in s.kompetensi])
        luar = s.pangkat if s.pangkat and s.pangkat.di_luar else None
        return KartuJalur(
            jalur=jalur,
            judul=f"{LABEL[JalurKarier][jalur]}: {jabatan.nama}",
            kelas="perlu" if luar or j.tanda else "netral",
            tanda=luar.tanda if luar else j.tanda or "Perlu ditanyakan",
            hitungan=j.hitungan,
            kapan=luar.kalimat if luar else _BERGANTUNG,
            langkah=j.langkah,
            jabatan_id=jabatan.pk,
        )

    def _kontrak(self) -> KartuJalur:
        p = contract_panel(self.saya, last_rating(self.saya), self.per)
        return KartuJalur(
            JalurKarier.KONTRAK, LABEL[JalurKarier][JalurKarier.KONTRAK], p["kelas"], "", "",
            " ".join([p["ringkasan"], *p["kalimat"]]), "",
        )  # fmt: skip

    def _pengembangan(self) -> KartuJalur:
        celah = [] if self.keadaan.gagal else all_gaps(self.keadaan)
        langkah = f"Mulai dari {celah[0].teks}." if celah else self._assessment()
        return KartuJalur(
            jalur=JalurKarier.PENGEMBANGAN,
            judul=LABEL[JalurKarier][JalurKarier.PENGEMBANGAN],
            kelas="perlu" if celah else "netral",
            tanda=f"{len(celah)} celah" if celah else "",
            hitungan="",
            kapan="" if celah else _PENGEMBANGAN,
            langkah=langkah,
        )

    def _assessment(self) -> str:
        """No gap on record may also mean that nobody has looked."""
        if self.kini is None:
            return ""
        s = read_target(pegawai=self.saya, jabatan=self.kini, per=self.per)
        return kalimat_asesmen(sum(k.kini is None for k in s.kompetensi))
