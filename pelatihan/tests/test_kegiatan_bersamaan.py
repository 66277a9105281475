"""Two officers at once: the cap of a month holds, and one report is one line of the ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu_sesudah, kode_atau_hasil
from pegawai.enums import BentukPengembangan as B
from pegawai.models import PengembanganKompetensi, Pengguna
from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, PenggunaPabrik, hr_dari
from pelatihan.models import KegiatanMandiri
from pelatihan.services import kegiatan, kegiatan_periksa
from pelatihan.services.kegiatan import laporkan_kegiatan
from pelatihan.services.kegiatan_periksa import terima_kegiatan
from pelatihan.tests.pabrik_jp import SAAT, BuktiPabrik, KegiatanPabrik, isi_kegiatan


def terima(k: KegiatanMandiri, hr: Pengguna) -> Callable[[], Any]:
    return kode_atau_hasil(
        lambda: terima_kegiatan(kegiatan_id=k.pk, versi=1, actor=hr, at=SAAT, kanal="uji").jp_diakui
    )


@bersamaan
def test_two_reports_of_one_month_share_its_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each alone would be credited whole; whoever comes second sees what the first one took."""
    dua = [hr_dari(InstansiPabrik(kode="batanghari")) for _ in range(2)]
    satu = KegiatanPabrik(bentuk=B.COACHING, nama="Coaching satu")
    lain = KegiatanPabrik(pegawai=satu.pegawai, bentuk=B.COACHING, nama="Coaching dua")
    bertemu_sesudah(monkeypatch, (kegiatan_periksa, "credit"))
    assert sorted(berlomba(terima(satu, dua[0]), terima(lain, dua[1]))) == [0, 4]
    assert sum(PengembanganKompetensi.objects.values_list("jp", flat=True)) == 4


@bersamaan
def test_one_report_accepted_by_two_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    dua = [hr_dari(InstansiPabrik(kode="batanghari")) for _ in range(2)]
    k = KegiatanPabrik()
    bertemu_sesudah(monkeypatch, (kegiatan_periksa, "credit"))
    hasil = berlomba(terima(k, dua[0]), terima(k, dua[1]))
    assert sorted(map(str, hasil)) == ["4", "kegiatan_berubah"]
    assert PengembanganKompetensi.objects.count() == 1


@bersamaan
def test_two_presses_at_once_are_one_report(monkeypatch: pytest.MonkeyPatch) -> None:
    akun = PenggunaPabrik(pegawai=PegawaiPabrik(pelaksana=True))
    monkeypatch.setattr(kegiatan, "simpan_foto", lambda **_: BuktiPabrik())
    bertemu_sesudah(monkeypatch, (kegiatan, "pastikan_sekali"))

    def kirim() -> int:
        return laporkan_kegiatan(
            pegawai_id=akun.pegawai_id, isi=isi_kegiatan(), berkas=object(), actor=akun, at=SAAT, kanal="uji"
        ).pk

    assert len(set(berlomba(kirim, kirim))) == 1
    assert KegiatanMandiri.objects.count() == 1
