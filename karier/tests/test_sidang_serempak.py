"""Two members at the same moment: one sets the person, the other is told."""

from __future__ import annotations

from typing import Any

import pytest

from asn_karier.lib.tests.lomba import berlomba, bersamaan, bertemu_sesudah, kode_atau_hasil
from karier.models import PenetapanKotak, RilisKotak, SidangTalenta
from karier.services import rilis, sidang
from karier.services.rilis import release_session
from karier.services.sidang import set_box
from karier.tests.dunia_talenta import Dunia
from karier.tests.jalan import SAAT


def _menetapkan(d: Dunia, satu: SidangTalenta, oleh: int, kotak: int) -> Any:
    akun = d.akun(d.anggota[oleh])

    def kerja() -> Any:
        try:
            return kode_atau_hasil(
                lambda: set_box(
                    sidang_id=satu.pk, pegawai_id=d.asn[0].pk, kotak=kotak, alasan="Uji", urutan=0,
                    actor=akun, at=SAAT,
                ).kotak
            )()  # fmt: skip
        except Exception as salah:  # noqa: BLE001 - which error it is belongs to the database
            return type(salah).__name__

    return kerja


@bersamaan
@pytest.mark.parametrize("dikunci", [False, True])
def test_two_members_at_once_set_a_person_once(monkeypatch: pytest.MonkeyPatch, dikunci: bool) -> None:
    """Without the lock both find nothing, and the second ends in an error of the database."""
    d = Dunia(1)
    satu = d.sidang()
    if not dikunci:
        monkeypatch.setattr(
            sidang,
            "held_session",
            lambda semua, pk: SidangTalenta.objects.select_related("run", "komite__instansi").get(pk=pk),
        )
    bertemu_sesudah(monkeypatch, (sidang, "_one"))
    hasil = berlomba(_menetapkan(d, satu, 0, 9), _menetapkan(d, satu, 1, 7))
    assert PenetapanKotak.objects.count() == 1
    gagal = [h for h in hasil if isinstance(h, str)]
    assert gagal == (["penetapan_berubah"] if dikunci else ["IntegrityError"])


@bersamaan
def test_two_officials_at_once_release_each_box_once(monkeypatch: pytest.MonkeyPatch) -> None:
    d = Dunia(2)
    satu, lain = d.sidang(), d.petugas("Petugas Dua")
    d.tetapkan(satu)
    d.berita(satu)
    bertemu_sesudah(monkeypatch, (rilis, "_held"))
    hasil = berlomba(
        *(
            kode_atau_hasil(lambda akun=akun: len(release_session(sidang_id=satu.pk, actor=akun, at=SAAT)))
            for akun in (d.hr, lain)
        )
    )
    assert sorted(map(str, hasil)) == ["2", "tidak_ada_rilis"]
    assert RilisKotak.objects.count() == 2
