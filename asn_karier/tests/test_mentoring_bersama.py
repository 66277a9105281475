"""Where mentoring meets training: one register of papers, and one room of the month, also at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from asn_karier.lib.errors import DomainError
from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu_sesudah, kode_atau_hasil
from mentoring.enums import JenisSurat, StatusPasangan
from mentoring.models import Pertemuan, SuratMentoring
from mentoring.services import pertemuan, pertemuan_jp
from mentoring.services.pertemuan import confirm_meeting
from mentoring.services.surat import issue_paper
from mentoring.tests.pabrik import PasanganPabrik
from mentoring.tests.pabrik_hidup import SAAT, PertemuanPabrik
from mentoring.tests.test_pertemuan import Berdua
from pegawai.enums import BentukPengembangan, KompetensiMansoskul
from pegawai.models import PengembanganKompetensi, Pengguna
from pegawai.tests.pabrik import PenggunaPabrik, hr_dari
from pelatihan.enums import HasilPeriksa
from pelatihan.services import kegiatan_periksa
from pelatihan.services.kegiatan_periksa import terima_kegiatan
from pelatihan.services.sertifikat_periksa import check_number
from pelatihan.tests.pabrik_jp import KegiatanPabrik


@pytest.fixture
def dua(db: None) -> Berdua:
    return Berdua()


def test_a_paper_proves_itself_on_the_public_page_and_is_made_once(dua: Berdua) -> None:
    isi: dict[str, Any] = {"pasangan_id": dua.pasangan.pk, "at": SAAT}
    with pytest.raises(DomainError):
        issue_paper(jenis=JenisSurat.KELANGSUNGAN, actor=dua.mentee, **isi)
    PertemuanPabrik(pasangan=dua.pasangan, terjadi=True)
    surat = issue_paper(jenis=JenisSurat.KELANGSUNGAN, actor=dua.mentee, **isi)
    assert issue_paper(jenis=JenisSurat.KELANGSUNGAN, actor=dua.mentee, **isi).pk == surat.pk
    assert (surat.pertemuan, surat.menit, surat.jp) == (1, 30, 2)
    temuan = check_number(surat.nomor)
    assert temuan.hasil is HasilPeriksa.ASLI
    assert temuan.isi is not None
    assert "1 pertemuan" in temuan.isi.judul
    assert dua.pasangan.mentor_pegawai.nama not in surat.muatan
    assert dua.pasangan.mentee.nama not in surat.muatan
    SuratMentoring.objects.update(muatan=surat.muatan.replace("1 pertemuan", "9 pertemuan"))
    assert check_number(surat.nomor).hasil is HasilPeriksa.BERUBAH


def test_a_report_that_comes_after_two_sessions_is_credited_nothing(dua: Berdua) -> None:
    for hari in (3, 10):
        p = PertemuanPabrik(pasangan=dua.pasangan, pada=date(2026, 11, hari))
        confirm_meeting(pertemuan_id=p.pk, versi=1, actor=dua.mentee, at=SAAT)
    lapor = _lapor(dua)
    hr = hr_dari(dua.pasangan.mentee.instansi)
    jadi = terima_kegiatan(kegiatan_id=lapor.pk, versi=1, actor=hr, at=SAAT, kanal="uji")
    assert jadi.jp_diakui == 0


def _lapor(dua: Berdua) -> Any:
    hari = date(2026, 11, 20)
    return KegiatanPabrik(
        pegawai=dua.pasangan.mentee,
        bentuk=BentukPengembangan.MENTORING,
        nama="Mentoring di luar",
        mulai=hari,
        selesai=hari,
        jp_diklaim=4,
    )


# -- at the same moment -----------------------------------------------------------------------------


def _konfirmasi(p: Pertemuan, akun: Pengguna) -> Callable[[], Any]:
    return kode_atau_hasil(lambda: confirm_meeting(pertemuan_id=p.pk, versi=p.versi, actor=akun, at=SAAT).jp)


def _jp() -> int:
    return sum(PengembanganKompetensi.objects.values_list("jp", flat=True))


def _hampir_penuh() -> tuple[list[Pertemuan], list[Pengguna]]:
    """One session is credited this month; one with each of two mentors waits, and only one has room."""
    dua = Berdua()
    lain = PasanganPabrik(
        mentee=dua.pasangan.mentee,
        kompetensi=KompetensiMansoskul.INTEGRITAS,
        status=StatusPasangan.SELESAI,
        selesai=date(2026, 11, 12),
    )
    satu = PertemuanPabrik(pasangan=dua.pasangan, pada=date(2026, 11, 3))
    confirm_meeting(pertemuan_id=satu.pk, versi=1, actor=dua.mentee, at=SAAT)
    menunggu = [
        PertemuanPabrik(pasangan=p, pada=date(2026, 11, 10), oleh=p.mentee) for p in (dua.pasangan, lain)
    ]
    return menunggu, [dua.mentor, PenggunaPabrik(pegawai=lain.mentor_pegawai)]


@bersamaan
def test_two_mentors_who_confirm_at_once_share_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    menunggu, akun = _hampir_penuh()
    bertemu_sesudah(monkeypatch, (pertemuan_jp, "credit_activity"))
    assert sorted(berlomba(*map(_konfirmasi, menunggu, akun))) == [0, 2]
    assert _jp() == 4


@bersamaan
def test_without_the_lock_of_the_person_the_cap_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded hole: what the test above looks for is there when nobody is held."""
    menunggu, akun = _hampir_penuh()
    monkeypatch.setattr(pertemuan, "tahan_pegawai", lambda ids: {})
    bertemu_sesudah(monkeypatch, (pertemuan_jp, "credit_activity"))
    assert sorted(berlomba(*map(_konfirmasi, menunggu, akun))) == [2, 2]
    assert _jp() == 6


@bersamaan
def test_a_report_and_a_session_at_once_share_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    dua = Berdua()
    p, lapor = PertemuanPabrik(pasangan=dua.pasangan), _lapor(dua)
    hr = hr_dari(dua.pasangan.mentee.instansi)
    bertemu_sesudah(monkeypatch, (pertemuan_jp, "credit_activity"), (kegiatan_periksa, "credit"))
    terima = kode_atau_hasil(
        lambda: terima_kegiatan(kegiatan_id=lapor.pk, versi=1, actor=hr, at=SAAT, kanal="uji").jp_diakui
    )
    hasil = sorted(berlomba(_konfirmasi(p, dua.mentee), terima))
    assert hasil in ([0, 4], [2, 2])
    assert _jp() == 4


@bersamaan
def test_two_presses_of_one_confirmation_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    dua = Berdua()
    p = PertemuanPabrik(pasangan=dua.pasangan)
    bertemu_sesudah(monkeypatch, (pertemuan_jp, "credit_activity"))
    assert berlomba(_konfirmasi(p, dua.mentee), _konfirmasi(p, dua.mentee)) == [2, 2]
    assert _jp() == 2
