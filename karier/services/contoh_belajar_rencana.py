"""Money and plans of the demo: a second fund, plans of two years and of five, an allocation."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from asn_karier.lib.dates import add_months
from karier.services.alokasi import compute_scenario, request_scenario
from karier.services.contoh_belajar_kelas import program_of
from karier.services.contoh_katalog import budget_of
from kinerja.services.contoh_tim import Pelaku
from pegawai.enums import KompetensiMansoskul
from pegawai.models import Instansi, Pengguna
from pelatihan.enums import SumberDana
from pelatihan.models import Pagu, RencanaTahunan, SkenarioAlokasi
from pelatihan.rules.alokasi_masalah import Ukuran
from pelatihan.services.hcdp import LAMA, Kunci, change_hcdp, establish_hcdp, open_hcdp
from pelatihan.services.pagu import change_pagu, create_pagu
from pelatihan.services.rencana import IsianButir, establish_plan, save_proposal

#: (programme, participants, month, why it stands there)
BUTIR: Final = (
    ("Menangani Keluhan Warga", 30, 3, "Ulasan warga paling banyak tentang cara menjawab keluhan."),
    ("Lokakarya Kerja Sama Antarunit", 20, 5, "Layanan keliling memerlukan tiga unit sekaligus."),
    ("Sandi dan Pengelabuan Daring", 40, 6, "Semua pegawai memakai akun yang sama untuk banyak layanan."),
    ("Menjadi Pembimbing Rekan Baru", 12, 9, "Dua belas rekan baru mulai bertugas tahun ini."),
)
ARAH: Final = "Layanan yang sampai ke kampung terjauh, dikerjakan orang yang terus belajar."
PAGU_DAK: Final = 120_000_000
PAGU_DAK_UBAH: Final = 150_000_000
#: Limits of the scenario as the form would send them.
BATAS: Final[dict[str, Any]] = {
    "paling_banyak": 2, "terpencil": 20, "kurang_jp": 40, "ukuran": Ukuran.KURSI.value, "paling_sedikit": 0,
    "pagu_persen": 100, "gratis_angkatan": None,
}  # fmt: skip
TANPA_BAGIAN: Final = {"terpencil": 0, "kurang_jp": 0}


def plan_years(p: Pelaku) -> None:
    """This year is established, the next one a draft; five years are established too."""
    tahun = p.hari.year
    _second_fund(p, tahun)
    ini = _plan(p, tahun, _new_year(p, 12), 1)
    establish_plan(rencana_id=ini.pk, versi=ini.versi, actor=p.hr, at=_new_year(p, 20))
    _plan(p, tahun + 1, p.lalu(3), 2)
    _five_years(p, tahun)


def _new_year(p: Pelaku, hari: int) -> datetime:
    return p.jam(date(p.hari.year, 1, hari))


def _second_fund(p: Pelaku, tahun: int) -> None:
    """Stated, and raised once with its reason."""
    dak = create_pagu(
        instansi=p.instansi, unit=None, tahun=tahun, sumber=SumberDana.DAK, jumlah=PAGU_DAK,
        keterangan=f"Rincian DAK nonfisik {tahun} (contoh)", actor=p.hr, at=_new_year(p, 3),
    )  # fmt: skip
    change_pagu(
        pagu_id=dak.pk, jumlah=PAGU_DAK_UBAH, keterangan=f"DPA perubahan {tahun} (contoh)", versi=dak.versi,
        actor=p.hr, at=p.lalu(30),
    )  # fmt: skip


def _plan(p: Pelaku, tahun: int, at: datetime, kali: int) -> RencanaTahunan:
    dana: Pagu = budget_of(p.instansi, tahun, p.hr, at)
    butir = [
        IsianButir(program_of(p, nama).pk, peserta * kali, pagu_id=dana.pk, bulan=bulan, alasan=alasan)
        for nama, peserta, bulan, alasan in BUTIR
    ]
    return save_proposal(
        instansi=p.instansi, tahun=tahun, butir=butir, sumber="Usul perangkat daerah (contoh)", dilihat=None,
        actor=p.hr, at=at,
    )  # fmt: skip


def _five_years(p: Pelaku, tahun: int) -> None:
    hcdp = open_hcdp(instansi=p.instansi, tahun_mulai=tahun, actor=p.hr, at=_new_year(p, 8))
    sasaran = {
        (Kunci(k.value), tahun + ke): 12 - 2 * ke
        for k in (KompetensiMansoskul.PELAYANAN_PUBLIK, KompetensiMansoskul.KOMUNIKASI)
        for ke in range(LAMA)
    }
    hcdp = change_hcdp(
        hcdp_id=hcdp.pk, versi=hcdp.versi, actor=p.hr, at=_new_year(p, 9), arah=ARAH, sasaran=sasaran,
        sumber="Usul perangkat daerah (contoh)",
    )  # fmt: skip
    establish_hcdp(hcdp_id=hcdp.pk, versi=hcdp.versi, actor=p.hr, at=_new_year(p, 15))


def propose_allocation(*, kode: str, at: datetime) -> list[SkenarioAlokasi]:
    """Who could go to the coming classes, with and without shares; needs a finished run."""
    instansi = Instansi.objects.get(kode=kode)
    tahun = add_months(at.astimezone(ZoneInfo(instansi.zona_waktu)).date(), 2).year
    hr = Pengguna.objects.get(username=f"hr.{kode}")
    nama = f"Kelas {tahun} (contoh)"
    hasil = []
    for sebutan, batas in ((f"{nama}, tanpa bagian", BATAS | TANPA_BAGIAN), (nama, BATAS)):
        skenario = request_scenario(
            instansi=instansi, tahun=tahun, nama=sebutan, isian=batas, actor=hr, at=at
        )
        compute_scenario(skenario.pk)
        skenario.refresh_from_db()
        hasil.append(skenario)
    return hasil
