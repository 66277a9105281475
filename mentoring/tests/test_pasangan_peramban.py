"""A pair in a real browser: log, confirm, end, thank; with and without scripts, on the smallest phone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from asn_karier.tests.chromium import MEJA
from asn_karier.tests.jejak import Jejak
from asn_karier.tests.layar import Layar, layar
from mentoring.enums import StatusPasangan, StatusPertemuan
from mentoring.models import Apresiasi, CatatanBersama, Pasangan, Pertemuan, SuratMentoring
from mentoring.tests.pabrik import PasanganPabrik
from mentoring.tests.pabrik_hidup import PertemuanPabrik, SasaranPabrik
from pegawai.models import PengembanganKompetensi
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, UnitKerjaPabrik, hr_dari

__all__ = ["layar"]
pytestmark = [pytest.mark.peramban, pytest.mark.django_db(transaction=True)]
KECIL = {"width": 320, "height": 640}


def _pasangan() -> Pasangan:
    """Of two units of one government."""
    instansi = InstansiPabrik(kode="batanghari")
    dinas, lain = (UnitKerjaPabrik(instansi=instansi, nama=n) for n in ("Dinas Satu", "Dinas Dua"))
    satu: Pasangan = PasanganPabrik(
        mentee=PegawaiPabrik(fungsional=True, nama="Mentee Contoh", instansi=instansi, unit=dinas),
        mentor__pegawai__nama="Mentor Contoh",
        mentor__pegawai__instansi=instansi,
        mentor__pegawai__unit=lain,
        mulai=timezone.localdate() - timedelta(days=60),
    )
    for orang in (satu.mentee, satu.mentor_pegawai):
        PenggunaPabrik(pegawai=orang)
    return satu


def _alamat(satu: Pasangan, nama: str = "pasangan") -> str:
    return reverse(f"mentoring:{nama}", args=[satu.pk])


@pytest.mark.parametrize("skrip", [True, False])
def test_a_meeting_is_logged_confirmed_and_the_pair_ends_well(layar: Layar, skrip: bool) -> None:
    layar.skrip = skrip
    satu = _pasangan()
    SasaranPabrik(pasangan=satu, berjalan=True, batas=timezone.localdate() + timedelta(days=30))
    mentor = layar.asn(satu.mentor_pegawai, ukuran=KECIL)
    _mencatat(mentor, satu)
    mentee = layar.asn(satu.mentee, ukuran=KECIL)
    _mengonfirmasi(mentee)
    _menutup(mentee, satu)
    _berterima_kasih(mentee)
    mentor.mulai(_alamat(satu))
    assert "Sabar mendengarkan saya." in mentor.baca()
    assert mentor.unduh("Unduh surat keterangan mentor").startswith(b"%PDF")
    assert SuratMentoring.objects.get().pertemuan == 1
    layar.lapor()


def _mencatat(mentor: Jejak, satu: Pasangan) -> None:
    """The day, the way and the length are filled in: two presses, and a note for who wants one."""
    mentor.mulai(_alamat(satu))
    mentor.tekan("Catat pertemuan")
    mentor.halaman.get_by_label("Catatan bersama").fill("Latihan memimpin rapat.")
    mentor.tekan("Simpan pertemuan")
    assert mentor.klik == 2
    assert Pertemuan.objects.get().status == StatusPertemuan.MENUNGGU
    assert "Latihan" not in CatatanBersama.objects.get().sandi


def _mengonfirmasi(mentee: Jejak) -> None:
    mentee.mulai(reverse("karier:beranda"))
    mentee.tekan("Konfirmasi pertemuan dengan Mentor Contoh")
    mentee.tekan("Ya, benar")
    assert mentee.klik == 2
    assert "2 JP masuk catatan JP mentee" in mentee.baca()
    assert PengembanganKompetensi.objects.get().jp == 2
    berdua = Pertemuan.objects.get(status=StatusPertemuan.TERJADI).pasangan
    assert (berdua.mentee.unit.nama, berdua.mentor_pegawai.unit.nama) == ("Dinas Satu", "Dinas Dua")
    mentee.potret("tanjungselor-jejaring")


def _menutup(mentee: Jejak, satu: Pasangan) -> None:
    mentee.mulai(_alamat(satu))
    mentee.halaman.get_by_label("Kemajuan").select_option("4")
    mentee.tekan("Simpan")
    mentee.mulai(_alamat(satu))
    mentee.tekan("Akhiri mentoring")
    mentee.halaman.get_by_label("Sasaran bersama sudah tercapai").check()
    mentee.tekan("Akhiri mentoring")
    assert mentee.klik == 2
    satu.refresh_from_db()
    assert satu.status == StatusPasangan.SELESAI


def _berterima_kasih(mentee: Jejak) -> None:
    mentee.tekan("Ucapkan terima kasih")
    mentee.halaman.get_by_label("Ucapan terima kasih").fill("Sabar mendengarkan saya.")
    mentee.tekan("Kirim ucapan")
    assert "Sabar" not in Apresiasi.objects.get().sandi


def test_every_page_of_a_pair_fits_the_smallest_phone_without_a_fault(layar: Layar) -> None:
    satu = _pasangan()
    hari = timezone.localdate()
    p = PertemuanPabrik(pasangan=satu, pada=hari - timedelta(days=2))
    PertemuanPabrik(pasangan=satu, terjadi=True, pada=hari - timedelta(days=20))
    PertemuanPabrik(pasangan=satu, rencana=True, pada=hari + timedelta(days=2))
    SasaranPabrik(pasangan=satu, batas=hari + timedelta(days=30))
    SasaranPabrik(pasangan=satu, berjalan=True, batas=hari + timedelta(days=30))
    mentee = layar.asn(satu.mentee, ukuran=KECIL)
    for nama in (
        "pasangan",
        "pertemuan_catat",
        "pertemuan_atur",
        "panduan",
        "sasaran",
        "catatan",
        "pribadi",
        "denyut",
        "akhiri",
    ):
        mentee.mulai(_alamat(satu, nama))
    mentee.mulai(reverse("mentoring:pertemuan_beda", args=[p.pk]))
    hr = layar.hr(hr_dari(satu.mentee.instansi), ukuran=MEJA)
    for nama, *kunci in (("berjalan",), ("berakhir",), ("sapa", satu.pk)):
        hr.mulai(reverse(f"admin:mentoring_{nama}", args=kunci))
    layar.lapor()
