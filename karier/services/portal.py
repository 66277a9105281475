"""Beranda of an ASN: what to do, where I stand, what would help."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils import timezone

from asn_karier.lib import kata
from asn_karier.lib.syarat import Status
from karier.enums import Pelaku
from karier.kamus import SyaratTerbaca, kalimat_hitungan, kalimat_paling_cepat, nama_golongan
from karier.services.keadaan import Keadaan, last_run, read_outcomes
from karier.services.lembar import find_proposal, own_verdict
from karier.services.pencocokan import SaranPengembangan, suggest_development
from karier.services.rencana_baca import KartuRencana, home_card
from kinerja.enums import Predikat, StatusPenilaian
from kinerja.models import Penilaian
from kinerja.services.umpan_balik_baca import newest_feedback
from mentoring.models import Pasangan
from pegawai.enums import JenisPegawai
from pegawai.models import Pegawai
from pegawai.services.data_saya import Baris
from pegawai.services.profil import Identitas, identity

#: How a panel looks that asks for something.
MEMINTA = ("perlu", "periksa")
#: Sections of Data saya to which the panels and tasks of a home page lead.
BAGIAN_KONTRAK, BAGIAN_KINERJA, BAGIAN_JP = "kepegawaian", "kinerja", "pengembangan"
#: How many feedback sentences a home page shows.
UMPAN_BALIK = 2


class Kenaikan(NamedTuple):
    """The panel of the next pangkat; `usulan` is empty when nothing was proposed.

    `meminta`: it says that something is still missing or has to be looked at.
    """

    judul: str
    kelas: str
    ringkasan: str
    kalimat: list[str]
    usulan: str
    meminta: bool


class JamPelajaran(NamedTuple):
    """`jumlah` None: it could not be read. `sasaran` None: no number binds this person (PPPK)."""

    tahun: int
    jumlah: int | None
    sasaran: int | None
    ket: str


class Tugas(NamedTuple):
    """One line for templates/partials/tugas.html.

    `kode` is the requirement it is about; empty: it is about what stands in Data saya, in its section
    `bagian`. `sampai`: the last day, where there is one.
    """

    judul: str
    kode: str
    tanda: str
    kelas: str
    ket: str
    bagian: str = ""
    sampai: date | None = None


class Beranda(NamedTuple):
    """Everything on the page but the tasks of other pages (`pegawai.views.tugas`)."""

    siapa: Identitas
    adalah_pppk: bool
    kenaikan: Kenaikan | None
    perjanjian: dict[str, Any] | None
    jp: JamPelajaran
    tugas: list[Tugas]
    mentor: dict[str, str] | None
    #: How many people this person guides.
    dibimbing: int
    saran: SaranPengembangan | None
    umpan_balik: list[dict[str, str]]
    rencana: KartuRencana | None = None

    @property
    def tenang(self) -> bool:
        """No panel asks for anything; whether tasks wait is asked apart."""
        perjanjian_meminta = self.perjanjian is not None and self.perjanjian["kelas"] in MEMINTA
        kenaikan_meminta = self.kenaikan is not None and self.kenaikan.meminta
        return not (perjanjian_meminta or kenaikan_meminta or self.saran)


def data_time(instansi_id: int) -> datetime | None:
    """When the outcomes on the pages of this instansi were computed; None before the first run."""
    run = last_run(instansi_id)
    return run.selesai_pada if run else None


def build_home(*, pengguna: Any, saya: Pegawai, per: date) -> Beranda:
    """Everything the home page of `saya` shows."""
    keadaan = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=per)[saya.pk]
    pppk = saya.jenis == JenisPegawai.PPPK
    syarat = keadaan.syarat()
    jp = training_hours(keadaan, pppk=pppk)
    terakhir = last_rating(saya) if pppk else None
    return Beranda(
        siapa=identity(saya, per=per),
        adalah_pppk=pppk,
        kenaikan=None if pppk else _promotion(keadaan, syarat, zona_waktu=saya.instansi.zona_waktu),
        perjanjian=contract_panel(saya, terakhir, per) if pppk else None,
        jp=jp,
        tugas=[
            *_data_task(keadaan),
            *([*contract_task(saya, per), *rating_task(terakhir)] if pppk else _own_tasks(syarat)),
            *hours_task(jp),
        ],
        mentor=_mentor(saya, per),
        dibimbing=Pasangan.objects.berjalan().filter(mentor_pegawai=saya).count(),
        saran=suggest_development(pegawai=saya, keadaan=keadaan, per=per),
        umpan_balik=_feedback(saya),
        rencana=home_card(saya.pk, per.year),
    )


def _promotion(keadaan: Keadaan, syarat: list[SyaratTerbaca], *, zona_waktu: str) -> Kenaikan:
    p = own_verdict(keadaan)
    tujuan = nama_golongan(keadaan.hasil.golongan_berikut)
    usulan = find_proposal(keadaan, zona_waktu=zona_waktu)
    return Kenaikan(
        judul=f"Kenaikan pangkat berikutnya: {tujuan}" if tujuan else "Kenaikan pangkat",
        kelas=p.kelas,
        ringkasan=kalimat_hitungan(syarat) or p.judul,
        kalimat=[k for k in (p.kalimat, _earliest(keadaan, syarat), "" if usulan else p.langkah) if k],
        usulan=f"{usulan.status}. {usulan.kalimat}" if usulan else "",
        meminta=p.kelas in MEMINTA or (usulan is not None and usulan.kelas in MEMINTA),
    )


def _earliest(keadaan: Keadaan, syarat: list[SyaratTerbaca]) -> str:
    if keadaan.status is not Status.BELUM or keadaan.hasil.paling_cepat is None:
        return ""
    return kalimat_paling_cepat(keadaan.hasil, syarat)


def _own_tasks(syarat: list[SyaratTerbaca]) -> list[Tugas]:
    """Requirements that wait for the person themself."""
    return [
        Tugas(s.judul, s.kode, "Belum dimulai", "", s.tindakan)
        for s in syarat
        if s.mengikat and s.status is Status.BELUM and s.pelaku is Pelaku.PEGAWAI and s.tindakan
    ]


def _data_task(keadaan: Keadaan) -> list[Tugas]:
    if not keadaan.gagal:
        return []
    ket = "Syarat dan JP belum dapat dihitung dari data yang tercatat."
    return [Tugas("Minta BKPSDM memeriksa data Anda", "", "Perlu diperiksa", "perlu", ket)]


def contract_task(saya: Pegawai, per: date) -> list[Tugas]:
    sampai = saya.perjanjian_sampai
    if sampai is None:
        ket = "Sampaikan perjanjian kerja terakhir kepada BKPSDM."
        judul = "Minta BKPSDM mencatat masa perjanjian kerja Anda"
        return [Tugas(judul, "", "Belum tercatat", "perlu", ket, BAGIAN_KONTRAK)]
    if sampai >= per:
        return []
    ket = "Bila sudah diperpanjang, sampaikan perjanjian yang baru agar dicatat."
    tanda = f"Berakhir {kata.tanggal(sampai)}"
    judul = "Tanyakan perpanjangan perjanjian kerja kepada BKPSDM"
    return [Tugas(judul, "", tanda, "perlu", ket, BAGIAN_KONTRAK)]


def rating_task(terakhir: Penilaian | None) -> list[Tugas]:
    if terakhir is None or not _low(terakhir):
        return []
    tanda = f"Predikat {terakhir.tahun}: {terakhir.get_predikat_display()}"
    ket = "Perpanjangan perjanjian mempertimbangkan kinerja."
    judul = "Susun langkah perbaikan kinerja bersama atasan"
    return [Tugas(judul, "", tanda, "perlu", ket, BAGIAN_KINERJA)]


def _low(penilaian: Penilaian | None) -> bool:
    return penilaian is not None and penilaian.predikat < Predikat.BAIK


def hours_task(jp: JamPelajaran) -> list[Tugas]:
    if jp.jumlah is None or jp.sasaran is None or jp.jumlah >= jp.sasaran:
        return []
    ket = "Bila ada pelatihan yang belum tercatat, laporkan dengan buktinya di Catatan JP."
    judul = f"Penuhi {jp.sasaran - jp.jumlah} JP lagi"
    akhir = date(jp.tahun, 12, 31)
    return [Tugas(judul, "", f"Sampai {kata.tanggal(akhir)}", "", ket, BAGIAN_JP, akhir)]


def training_hours(keadaan: Keadaan, *, pppk: bool) -> JamPelajaran:
    if keadaan.gagal:
        return JamPelajaran(keadaan.per_tanggal.year, None, None, "Belum dapat dihitung.")
    fakta = keadaan.fakta
    tercatat = fakta.baca("jp_tahun_ini")
    jumlah = tercatat if isinstance(tercatat, int) else 0
    sasaran = None if pppk else keadaan.aturan["jp"].angka("jp_pns")
    return JamPelajaran(
        keadaan.per_tanggal.year, jumlah, sasaran, _hours_note(jumlah, sasaran, fakta.baca("jp_tercakup"))
    )


def hours_rows(saya: Pegawai, per: date) -> list[Baris]:
    """The sum for Data saya, as Beranda and the rules read it, with the way to its page."""
    keadaan = read_outcomes([saya.pk], instansi_id=saya.instansi_id, per=per)[saya.pk]
    jp = training_hours(keadaan, pppk=saya.jenis == JenisPegawai.PPPK)
    baris = Baris(f"Jumlah JP {jp.tahun}", jp.ket, url=reverse("pelatihan:jp"), teks_url="Buka Catatan JP")
    if jp.jumlah is None:
        return [baris]
    kurang = jp.sasaran is not None and jp.jumlah < jp.sasaran
    nilai = f"{jp.jumlah} dari {jp.sasaran} JP" if kurang else f"{jp.jumlah} JP"
    dasar = f"Dihitung dari data per {kata.tanggal(keadaan.per_tanggal)}."
    return [baris._replace(nilai=nilai, ket=f"{jp.ket} {dasar}")]


def _hours_note(jumlah: int, sasaran: int | None, tercakup: object) -> str:
    catatan = "" if tercakup == 1 else " Catatan JP belum dinyatakan lengkap oleh BKPSDM."
    if sasaran is None or jumlah >= sasaran:
        return f"Tercatat {jumlah} JP tahun ini.{catatan}"
    return f"Masih {sasaran - jumlah} JP lagi tahun ini.{catatan}"


def contract_panel(saya: Pegawai, terakhir: Penilaian | None, per: date) -> dict[str, Any]:
    """The panel of a PPPK: how long the contract runs, and the last predikat its extension looks at."""
    sampai = saya.perjanjian_sampai
    if sampai is None:
        ringkasan = "Masa perjanjian kerja belum tercatat."
    elif sampai < per:
        ringkasan = f"Perjanjian kerja berakhir {kata.tanggal(sampai)}."
    else:
        ringkasan = f"Perjanjian kerja berlaku sampai {kata.tanggal(sampai)}."
    nilai = (
        f"Predikat kinerja {terakhir.tahun}: {terakhir.get_predikat_display()}."
        if terakhir
        else "Predikat kinerja Anda belum tercatat."
    )
    return {
        "kelas": "perlu" if sampai is None or sampai < per or _low(terakhir) else "netral",
        "ringkasan": ringkasan,
        "kalimat": [nilai, "Perpanjangan mempertimbangkan kinerja, kebutuhan instansi, dan batas usia."],
    }


def _mentor(saya: Pegawai, per: date) -> dict[str, str] | None:
    berjalan = Pasangan.objects.berjalan().filter(mentee=saya)
    pasangan = berjalan.select_related("mentor_pegawai", "teknis").order_by("pk").first()
    if pasangan is None:
        return None
    mentor = identity(pasangan.mentor_pegawai, per=per)
    return {
        "pk": str(pasangan.pk),
        "nama": mentor.nama,
        "jabatan": mentor.jabatan,
        "kompetensi": pasangan.nama_kompetensi,
    }


def _feedback(saya: Pegawai) -> list[dict[str, str]]:
    """Feedback of the year that I have read, then the sentences of signed appraisals; newest first each."""
    umpan = [
        {
            "kutipan": " ".join((u.peristiwa, u.dampak, u.berikutnya)),
            "dari": u.pemberi.nama_gelar,
            "tanggal": kata.tanggal(timezone.localdate(u.dikirim_pada)),
        }
        for u in newest_feedback(saya=saya, banyak=UMPAN_BALIK)
    ]
    return [*umpan, *_sentences(saya)][:UMPAN_BALIK]


def _sentences(saya: Pegawai) -> list[dict[str, str]]:
    nilai = _signed(saya).exclude(umpan_balik="").select_related("penilai").order_by("-tahun", "pk")
    return [
        {
            "kutipan": n.umpan_balik,
            "dari": n.penilai.nama_gelar if n.penilai else "Atasan penilai",
            "tanggal": f"penilaian {n.tahun}",
        }
        for n in nilai[:UMPAN_BALIK]
    ]


def last_rating(saya: Pegawai) -> Penilaian | None:
    """The last rating of a year that counts."""
    terakhir: Penilaian | None = _signed(saya).order_by("-tahun", "pk").first()
    return terakhir


def _signed(saya: Pegawai) -> Any:
    return Penilaian.objects.filter(pegawai=saya, status=StatusPenilaian.DITETAPKAN)
