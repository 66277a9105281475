"""Everything the system holds about one person, for that person, with the way to have it corrected."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from asn_karier.lib.sandi import buka_sandi
from pegawai.enums import JenisPegawai, StatusPeserta
from pegawai.models import Pegawai
from pegawai.services.profil import date_text, golongan_text, identity
from pegawai.services.usulan_baca import Kunci, beside_values
from pegawai.services.usulan_pilih import own_address

#: Rows of one history that a page shows; the export of step 6 has them all.
BARIS_RIWAYAT = 20


class Baris(NamedTuple):
    """One line for templates/partials/ringkas.html.

    `tentang`: the kind, row and columns of the register that it shows (services.usulan_rekam); empty:
    it follows from other values. `usul`: where a request about it stands.
    """

    label: str
    nilai: str
    ket: str = ""
    tentang: tuple[str, int, tuple[str, ...]] | None = None
    url: str = ""
    teks_url: str = ""
    usul: str = ""


class Bagian(NamedTuple):
    """`kode`: where a link on another page leads to."""

    kode: str
    judul: str
    baris: list[Baris]


Pembuat = Callable[[Pegawai, date], list[Baris]]


class _Sumbangan(NamedTuple):
    """Rows of another app: at the head of the section `kode`, or a section of its own after `sesudah`."""

    judul: str
    sesudah: str
    pembuat: Pembuat


_SUMBANGAN: dict[str, _Sumbangan] = {}


def daftarkan_bagian(kode: str, pembuat: Pembuat, *, judul: str = "", sesudah: str = "") -> None:
    """What another app knows about the person; registering a section again replaces it."""
    _SUMBANGAN[kode] = _Sumbangan(judul, sesudah, pembuat)


def collect_sections(pegawai: Pegawai, *, per: date, at: datetime) -> list[Bagian]:
    """Identity, every history and what other apps add; sections without rows left out.

    Requests stand beside what they are about.
    """
    usul = beside_values(pegawai, at=at)
    semua = [
        Bagian("identitas", "Identitas", _identitas(pegawai)),
        Bagian("kepegawaian", "Kepegawaian", _kepegawaian(pegawai, per)),
        Bagian("pangkat", "Riwayat pangkat", _pangkat(pegawai)),
        Bagian("jabatan", "Riwayat jabatan", _jabatan(pegawai)),
        Bagian("pendidikan", "Riwayat pendidikan", _pendidikan(pegawai)),
        Bagian("pengembangan", "Pengembangan kompetensi", _pengembangan(pegawai)),
        Bagian("penghargaan", "Penghargaan", _penghargaan(pegawai)),
        Bagian("jadwal-ujian", "Jadwal ujian", _jadwal_ujian(pegawai, per)),
        Bagian("ujian", "Hasil ujian", _ujian(pegawai)),
        Bagian("disiplin", "Hukuman disiplin", _disiplin(pegawai)),
    ]
    return [
        b._replace(baris=[_beri_jalan(baris, usul) for baris in b.baris])
        for b in _dengan_sumbangan(semua, pegawai, per)
        if b.baris
    ]


def _dengan_sumbangan(semua: list[Bagian], pegawai: Pegawai, per: date) -> list[Bagian]:
    hasil = list(semua)
    for kode, s in _SUMBANGAN.items():
        baris, letak = s.pembuat(pegawai, per), {b.kode: i for i, b in enumerate(hasil)}
        if kode in letak:
            hasil[letak[kode]] = hasil[letak[kode]]._replace(baris=[*baris, *hasil[letak[kode]].baris])
        else:
            hasil.insert(letak[s.sesudah] + 1, Bagian(kode, s.judul, baris))
    return hasil


def _beri_jalan(baris: Baris, usul: Mapping[Kunci, str]) -> Baris:
    if baris.tentang is None:
        return baris
    kode, pk, kolom = baris.tentang
    kalimat = {k: teks for k, teks in usul.items() if k[:2] == (kode, pk) and (not kolom or k[2] in kolom)}
    return baris._replace(
        url=own_address(kode, pk), teks_url="Ada yang keliru?", usul=" ".join(sorted(set(kalimat.values())))
    )


def _tentang(kode: str, *kolom: str, pk: int = 0) -> tuple[str, int, tuple[str, ...]]:
    return kode, pk, kolom


def mask_nik(pegawai: Pegawai) -> str:
    """The NIK with its middle hidden; empty when none is recorded."""
    if not pegawai.nik_sandi:
        return ""
    nik = buka_sandi(pegawai.nik_sandi)
    return f"{nik[:4]}{'•' * (len(nik) - 6)}{nik[-2:]}"


def _identitas(p: Pegawai) -> list[Baris]:
    lahir = ", ".join(t for t in (p.tempat_lahir, date_text(p.tanggal_lahir)) if t)
    return [
        Baris("Nama", p.nama_gelar, tentang=_tentang("identitas", "nama", "gelar_depan", "gelar_belakang")),
        Baris("NIP", p.nip, tentang=_tentang("identitas", "nip")),
        Baris("NIK", mask_nik(p)),
        Baris("Tempat, tanggal lahir", lahir, tentang=_tentang("identitas", "tempat_lahir", "tanggal_lahir")),
        Baris("Jenis kelamin", p.get_jenis_kelamin_display(), tentang=_tentang("identitas", "jenis_kelamin")),
        Baris("Nomor HP", p.no_hp, tentang=_tentang("kontak", "no_hp")),
        Baris("Surel", p.email, tentang=_tentang("kontak", "email")),
    ]


def _kepegawaian(p: Pegawai, per: date) -> list[Baris]:
    kini = identity(p, per=per)
    atasan = Baris(
        "Atasan penilai", p.atasan.nama_gelar if p.atasan else "", tentang=_tentang("kepegawaian", "atasan")
    )
    umum = [
        Baris("Instansi", p.instansi.nama),
        Baris("Status", p.get_status_display()),
        Baris(
            "Kedudukan hukum", p.get_kedudukan_hukum_display(), tentang=_tentang("kepegawaian", "kedudukan")
        ),
        Baris("Pangkat" if p.jenis == JenisPegawai.PNS else "Golongan", kini.pangkat),
        Baris("Jabatan", kini.jabatan),
        Baris("Unit kerja", kini.unit, tentang=_tentang("kepegawaian", "unit")),
        atasan,
    ]
    if p.jenis == JenisPegawai.PPPK:
        masa = [date_text(t) for t in (p.perjanjian_mulai, p.perjanjian_sampai)]
        return [*umum, Baris("Perjanjian kerja", " sampai ".join(masa) if all(masa) else "")]
    cltn = [Baris("Cuti di luar tanggungan negara", "Pernah")] if p.pernah_cltn else []
    return [
        *umum,
        Baris("TMT CPNS", date_text(p.tmt_cpns), tentang=_tentang("kepegawaian", "tmt_cpns")),
        Baris("TMT PNS", date_text(p.tmt_pns), tentang=_tentang("kepegawaian", "tmt_pns")),
        *cltn,
    ]


def _terbaru(baris: QuerySet[Any]) -> QuerySet[Any]:
    return baris[:BARIS_RIWAYAT]


def _asal(*bagian: str) -> str:
    return ", ".join(b for b in bagian if b)


def _pangkat(p: Pegawai) -> list[Baris]:
    return [
        Baris(
            golongan_text(r.skala, r.golongan),
            f"TMT {date_text(r.tmt)}",
            _asal(r.nomor_sk, r.sumber),
            tentang=_tentang("pangkat", pk=r.pk),
        )
        for r in _terbaru(p.riwayat_pangkat.all())
    ]


def _jabatan(p: Pegawai) -> list[Baris]:
    return [
        Baris(
            r.jabatan.nama,
            f"TMT {date_text(r.tmt)}",
            _asal(r.unit.nama if r.unit else "", r.nomor_sk, r.sumber),
            tentang=_tentang("jabatan", pk=r.pk),
        )
        for r in _terbaru(p.riwayat_jabatan.select_related("jabatan", "unit"))
    ]


def _pendidikan(p: Pegawai) -> list[Baris]:
    return [
        Baris(
            r.get_tingkat_display(),
            r.nama,
            _asal(r.sekolah, str(r.tahun_lulus) if r.tahun_lulus else "", r.sumber),
            tentang=_tentang("pendidikan", pk=r.pk),
        )
        for r in _terbaru(p.riwayat_pendidikan.all())
    ]


def _pengembangan(p: Pegawai) -> list[Baris]:
    return [
        Baris(
            r.nama,
            f"{r.jp} JP, {date_text(r.tanggal_selesai)}",
            _asal(r.penyelenggara, r.sumber),
            tentang=_tentang("pengembangan", pk=r.pk),
        )
        for r in _terbaru(p.pengembangan.all())
    ]


def _penghargaan(p: Pegawai) -> list[Baris]:
    return [
        Baris(
            r.nama or r.get_kode_display(),
            date_text(r.tanggal),
            _asal(r.nomor_sk, r.sumber),
            tentang=_tentang("penghargaan", pk=r.pk),
        )
        for r in _terbaru(p.penghargaan.all())
    ]


def _jadwal_ujian(p: Pegawai, per: date) -> list[Baris]:
    terdaftar = p.ujian_diikuti.filter(status=StatusPeserta.TERDAFTAR, jadwal__tanggal__gte=per)
    return [
        Baris(str(r.jadwal), f"{date_text(r.jadwal.tanggal)}, {r.jadwal.tempat}", r.jadwal.penyelenggara)
        for r in terdaftar.select_related("jadwal").order_by("jadwal__tanggal")
    ]


def _ujian(p: Pegawai) -> list[Baris]:
    return [
        Baris(
            r.get_jenis_display(),
            f"{'Lulus' if r.lulus else 'Belum lulus'}, {date_text(r.tanggal)}",
            _asal(
                r.nomor, f"berlaku sampai {date_text(r.berlaku_sampai)}" if r.berlaku_sampai else "", r.sumber
            ),
            tentang=_tentang("ujian", pk=r.pk),
        )
        for r in _terbaru(p.hasil_ujian.all())
    ]


def _disiplin(p: Pegawai) -> list[Baris]:
    hasil = []
    for r in _terbaru(p.hukuman_disiplin.all()):
        masa = f"{date_text(r.mulai)} sampai {date_text(r.sampai) or 'belum ditetapkan'}"
        tingkat = f" tingkat {r.get_tingkat_display().lower()}" if r.tingkat else ""
        hasil.append(
            Baris(
                f"{r.get_status_display()}{tingkat}",
                masa,
                _asal(r.jenis, r.nomor_sk, r.sumber),
                tentang=_tentang("disiplin", pk=r.pk),
            )
        )
    return hasil
