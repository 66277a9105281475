"""Guards of training: each looks for one rule being broken, and says where. Nothing found: it holds.

`test_lubang_pelatihan` runs them on the product as it is, and on a product that was weakened in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any, Final

from asn_karier.tests.penjaga_kinerja import lolos
from pegawai.enums import JenisPeran, KompetensiMansoskul
from pegawai.models import Pegawai, Pengguna
from pegawai.services.kompetensi import LevelBaru, record_levels
from pegawai.tests.pabrik import (
    InstansiPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    PeranPabrik,
    UnitKerjaPabrik,
    hr_dari,
)
from pegawai.tests.pabrik_lain import PenandaTanganPabrik
from pelatihan.enums import StatusKegiatan, StatusPendaftaran, StatusSkenario
from pelatihan.models import MinatPelatihan, Pendaftaran, ReaksiPeserta, SkenarioAlokasi, UsulanAlokasi
from pelatihan.services.angkatan import HasilKelas, record_results
from pelatihan.services.kegiatan_periksa import kembalikan_kegiatan, terima_kegiatan
from pelatihan.services.pendaftaran import enrol_many
from pelatihan.services.persetujuan import approve_many, decide_as_atasan, decide_as_hr
from pelatihan.services.sertifikat import issue_anew, issue_certificates, revoke_certificate
from pelatihan.services.surat_tugas import issue_surat_tugas
from pelatihan.tests.pabrik_akpk import MandiriPabrik
from pelatihan.tests.pabrik_jp import KegiatanPabrik
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik

SAAT: Final = datetime(2027, 2, 12, 2, tzinfo=UTC)
HARI: Final = date(2027, 2, 12)
S = StatusPendaftaran
Penjaga = Callable[[], Iterator[str]]


def _hr() -> Pengguna:
    """HR who works where they are HR."""
    instansi = InstansiPabrik(kode="batanghari")
    return hr_dari(instansi, pegawai=PegawaiPabrik(instansi=instansi, fungsional=True))


def _milik(hr: Pengguna, status: S, **lain: Any) -> Pendaftaran:
    p: Pendaftaran = PendaftaranPabrik(pegawai=hr.pegawai, status=status, **lain)
    return p


def _kini(p: Pendaftaran) -> str:
    return str(Pendaftaran.objects.values_list("status", flat=True).get(pk=p.pk))


# -- nobody for themself ----------------------------------------------------------------------------------


def atasan_menyetujui_diri() -> Iterator[str]:
    """Recorded as their own atasan."""
    diri: Pegawai = PegawaiPabrik()
    Pegawai.objects.filter(pk=diri.pk).update(atasan=diri)
    p = PendaftaranPabrik(pegawai=diri, status=S.MENUNGGU_ATASAN)
    isi: dict[str, Any] = {"pendaftaran_id": p.pk, "versi": p.versi, "alasan": "Perlu", "at": SAAT}
    akun = PenggunaPabrik(pegawai=diri)
    for setuju in (True, False):
        kerja = lambda s=setuju: decide_as_atasan(setuju=s, actor=akun, **isi)  # noqa: E731
        yield from lolos(f"memutus diri ({setuju})", kerja, "pendaftaran_sendiri")


def hr_menyetujui_diri() -> Iterator[str]:
    """One by one, among many, and by a list of NIP."""
    hr = _hr()
    p = _milik(hr, S.MENUNGGU_BKPSDM)
    isi: dict[str, Any] = {"actor": hr, "at": SAAT}
    satu = {"pendaftaran_id": p.pk, "versi": p.versi, "alasan": "Perlu", "setuju": True}
    yield from lolos("menyetujui diri", lambda: decide_as_hr(**satu, **isi), "pendaftaran_sendiri")
    approve_many(angkatan_id=p.angkatan_id, pendaftaran_ids=[p.pk], **isi)
    if _kini(p) != S.MENUNGGU_BKPSDM:
        yield "menyetujui diri di antara yang lain"
    lain = AngkatanPabrik(mulai=HARI, selesai=HARI, daftar_sampai=HARI)
    if enrol_many(angkatan_id=lain.pk, pegawai_ids=[hr.pegawai_id], alasan="Perlu", **isi).jadi:
        yield "mendaftarkan diri sebagai pengelola"


def hr_meluluskan_diri() -> Iterator[str]:
    hr = _hr()
    p = _milik(hr, S.DISETUJUI)
    hasil = {p.pk: HasilKelas(S.SELESAI)}
    record_results(angkatan_id=p.angkatan_id, hasil=hasil, actor=hr, at=SAAT)
    if _kini(p) != S.DISETUJUI:
        yield "mencatat hasil diri"


def menugaskan_diri() -> Iterator[str]:
    hr = _hr()
    p = _milik(hr, S.DISETUJUI)
    surat: dict[str, Any] = {
        "angkatan_id": p.angkatan_id, "nomor": "1", "tanggal": HARI, "pendaftaran_ids": [p.pk],
        "penanda_tangan": PenandaTanganPabrik(), "actor": hr, "at": SAAT,
    }  # fmt: skip
    yield from lolos("surat tugas diri", lambda: issue_surat_tugas(**surat), "surat_kosong")


def memeriksa_jp_diri() -> Iterator[str]:
    """Also when a colleague entered it for them."""
    hr = _hr()
    k = KegiatanPabrik(pegawai=hr.pegawai, oleh=PenggunaPabrik())
    isi: dict[str, Any] = {
        "kegiatan_id": k.pk, "versi": k.versi, "catatan": "Baik", "actor": hr, "at": SAAT, "kanal": "admin",
    }  # fmt: skip
    yield from lolos("menerima JP diri", lambda: terima_kegiatan(**isi), "diri_sendiri")
    tolak = {**isi, "status": StatusKegiatan.DITOLAK}
    yield from lolos("menolak JP diri", lambda: kembalikan_kegiatan(**tolak), "diri_sendiri")


def menerbitkan_sertifikat_diri() -> Iterator[str]:
    hr = _hr()
    p = _milik(hr, S.SELESAI)
    isi: dict[str, Any] = {"angkatan_id": p.angkatan_id, "penanda_tangan": None, "tanggal": HARI, "at": SAAT}
    yield from lolos("sertifikat diri", lambda: issue_certificates(actor=hr, **isi), "sertifikat_sendiri")


def sertifikat_oleh_siapa_pun() -> Iterator[str]:
    """HR of another government, and somebody without a role."""
    p = PendaftaranPabrik(pegawai=PegawaiPabrik(), status=S.SELESAI)
    isi: dict[str, Any] = {"angkatan_id": p.angkatan_id, "penanda_tangan": None, "tanggal": HARI, "at": SAAT}
    asing = (hr_dari(InstansiPabrik(kode="uji-lain")), PenggunaPabrik())
    for siapa in asing:
        yield from lolos(
            "menerbitkan", lambda siapa=siapa: issue_certificates(actor=siapa, **isi), "bukan_hr"
        )
    (s,) = issue_certificates(actor=hr_dari(p.angkatan.instansi), **isi)
    for siapa in asing:
        cabut = {"nomor": s.nomor, "alasan": "Salah", "actor": siapa, "at": SAAT}
        yield from lolos("mencabut", lambda cabut=cabut: revoke_certificate(**cabut), "bukan_hr")
    revoke_certificate(nomor=s.nomor, alasan="Salah", actor=hr_dari(p.angkatan.instansi), at=SAAT)
    lagi = {"nomor": s.nomor, "alasan": "Benar", "penanda_tangan": None, "tanggal": HARI, "at": SAAT}
    for siapa in asing:
        yield from lolos("ulang", lambda siapa=siapa: issue_anew(actor=siapa, **lagi), "bukan_hr")


def menaikkan_level_diri() -> Iterator[str]:
    hr = _hr()
    baru = LevelBaru(hr.pegawai_id or 0, 5, HARI, kompetensi=KompetensiMansoskul.KOMUNIKASI)
    isi: dict[str, Any] = {"level": [baru], "actor": hr, "at": SAAT, "alasan": "Uji", "kanal": "admin"}
    yield from lolos("level diri", lambda: record_levels(**isi), "diri_sendiri")


# -- who reads what ------------------------------------------------------------------------------------------


def membaca_milik_orang() -> Iterator[str]:
    """Enrolments, reactions, self-assessments and proposals: everybody who reads more than they may."""
    orang: Pegawai = PegawaiPabrik(fungsional=True, atasan=PegawaiPabrik(struktural=True))
    p = PendaftaranPabrik(pegawai=orang, status=S.SELESAI)
    skala = dict.fromkeys(("manfaat", "materi", "pengajar", "penyelenggaraan"), 3)
    mandiri = MandiriPabrik(pegawai=orang)
    akun = _accounts(orang)
    skenario = SkenarioAlokasi.objects.create(
        instansi=orang.instansi,
        tahun=2027,
        nama="Uji",
        status=StatusSkenario.DIHITUNG,
        dibuat_oleh=akun["hr"],
    )
    usulan = UsulanAlokasi(skenario=skenario, pegawai=orang, angkatan=p.angkatan, dipilih=True, manfaat=1)
    usulan.save()
    pihak = {"diri", "atasan", "hr"}
    boleh: list[tuple[Any, set[str]]] = [
        (p, pihak),
        (p.langkah.get(), pihak),
        (mandiri, pihak),
        (mandiri.butir.get(), pihak),
        (KegiatanPabrik(pegawai=orang), {"diri", "hr"}),
        (ReaksiPeserta.objects.create(pendaftaran=p, **skala), {"diri"}),
        (MinatPelatihan.objects.create(pegawai=orang, pelatihan=p.angkatan.pelatihan), {"diri"}),
        (usulan, {"hr", "auditor"}),
    ]
    for baris, siapa_saja in boleh:
        for siapa, satu in akun.items():
            terlihat = type(baris)._default_manager.visible_to(satu).filter(pk=baris.pk).exists()
            if terlihat != (siapa in siapa_saja):
                yield f"{siapa} {'membaca' if terlihat else 'tidak membaca'} {baris._meta.verbose_name}"


def _accounts(orang: Pegawai) -> dict[str, Pengguna]:
    """Everybody around one person, and those who have nothing to do with them."""
    unit = UnitKerjaPabrik(instansi=orang.instansi)
    Pegawai.objects.filter(pk=orang.pk).update(unit=unit)

    def berperan(jenis: JenisPeran, **lain: Any) -> Pengguna:
        akun: Pengguna = PeranPabrik(instansi=orang.instansi, jenis=jenis, **lain).pengguna
        return akun

    return {
        "diri": PenggunaPabrik(pegawai=orang),
        "atasan": PenggunaPabrik(pegawai=orang.atasan),
        "rekan": PenggunaPabrik(pegawai=PegawaiPabrik(instansi=orang.instansi, unit=unit)),
        "hr": hr_dari(orang.instansi),
        "hr_lain": hr_dari(InstansiPabrik(kode="uji-lain")),
        "auditor": berperan(JenisPeran.AUDITOR),
        "operator": berperan(JenisPeran.OPERATOR_UNIT, unit=unit),
    }
