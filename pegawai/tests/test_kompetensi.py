"""Levels have one writer: what it refuses, what it leaves behind, and that runs hear of it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from asn_karier.lib.db import sekarang
from asn_karier.lib.errors import Bentrok, DomainError, TidakBoleh, TidakDitemukan
from asn_karier.lib.models import Jejak
from pegawai import facts
from pegawai.enums import KompetensiMansoskul, SumberKompetensi
from pegawai.models import AsesmenKompetensi, KenaikanKompetensi, LevelTeknis, Pegawai
from pegawai.services.kompetensi import (
    LevelBaru,
    record_levels,
    record_training_gain,
    withdraw_training_gain,
)
from pegawai.services.kompetensi_standar import (
    own_posts,
    save_standard,
    save_technical_competency,
    save_technical_standard,
)
from pegawai.tests.pabrik import (
    InstansiPabrik,
    JabatanPabrik,
    PegawaiPabrik,
    PenggunaPabrik,
    RiwayatJabatanPabrik,
    hr_dari,
)
from pegawai.tests.pabrik_kompetensi import (
    AsesmenPabrik,
    KompetensiTeknisPabrik,
    StandarKompetensiPabrik,
    StandarTeknisPabrik,
)

pytestmark = pytest.mark.django_db
SAAT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
HARI = date(2026, 11, 21)
KOMUNIKASI = KompetensiMansoskul.KOMUNIKASI


def catat(*level: LevelBaru, actor: Any = None) -> None:
    record_levels(level=level, actor=actor, at=SAAT, alasan="uji", kanal="uji")


def naik(orang: Pegawai, *, actor: Any = None, **lain: Any) -> KenaikanKompetensi:
    isi: dict[str, Any] = {
        "pegawai_id": orang.pk, "kompetensi": KOMUNIKASI, "teknis_id": None, "level": 3, "tanggal": HARI,
        "nomor_sertifikat": "S-1", **lain,
    }  # fmt: skip
    return record_training_gain(**isi, actor=actor, at=SAAT)


def berubah_sejak(saat: datetime, orang: Pegawai) -> bool:
    return orang.pk in {b["pegawai_id"] for b in facts.diubah_pada(saat, orang.instansi_id)}


def test_levels_of_one_day_and_source_stand_in_one_row_and_take_the_place_of_earlier_ones() -> None:
    orang, teknis = PegawaiPabrik(), KompetensiTeknisPabrik()
    AsesmenPabrik(pegawai=orang, tanggal=HARI, komunikasi=1)
    kata: dict[str, Any] = {"asal": SumberKompetensi.ATASAN, "berlaku_sampai": date(2027, 11, 21)}
    Pegawai.objects.update(diubah_pada=datetime(2026, 1, 1, tzinfo=UTC))
    dibaca = sekarang()

    catat(
        LevelBaru(orang.pk, 0, HARI, kompetensi=KOMUNIKASI, **kata),
        LevelBaru(orang.pk, 4, HARI, kompetensi=KompetensiMansoskul.INTEGRITAS, **kata),
        LevelBaru(orang.pk, 2, HARI, teknis_id=teknis.pk, **kata),
    )
    catat(LevelBaru(orang.pk, 2, HARI, kompetensi=KOMUNIKASI, **kata))

    semua = AsesmenKompetensi.objects.order_by("asal").values_list(
        "asal", "komunikasi", "integritas", "kerja_sama", "berlaku_sampai"
    )
    assert list(semua) == [
        ("asesmen", 1, 2, 2, None), ("atasan", 2, 4, None, date(2027, 11, 21))
    ]  # fmt: skip
    assert LevelTeknis.objects.values_list("level", "asal").get() == (2, "atasan")
    orang.refresh_from_db()
    assert orang.versi == 3
    assert berubah_sejak(dibaca, orang)
    jejak = Jejak.objects.filter(tindakan="catat_level_kompetensi", subjek_id=orang.pk)
    assert [j.rincian for j in jejak] == [{"catatan": "asesmenkompetensi"}] * 2


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        ({"kompetensi": ""}, "satu_kompetensi"),
        ({"kompetensi": "menyanyi"}, "satu_kompetensi"),
        ({"level": 6}, "level_kompetensi"),
        ({"berlaku_sampai": date(2026, 11, 20)}, "berlaku_sebelum_tanggal"),
    ],
)
def test_what_cannot_be_is_refused(isi: dict[str, Any], kode: str) -> None:
    baru = LevelBaru(PegawaiPabrik().pk, 3, HARI, kompetensi=KOMUNIKASI)._replace(**isi)
    with pytest.raises(DomainError) as salah:
        catat(baru)
    assert salah.value.kode == kode


def test_nobody_writes_their_own_level_nor_one_of_another_government() -> None:
    orang = PegawaiPabrik()
    diri = PenggunaPabrik(pegawai=orang)
    with pytest.raises(TidakBoleh):
        catat(LevelBaru(orang.pk, 3, HARI, kompetensi=KOMUNIKASI), actor=diri)
    with pytest.raises(TidakBoleh):
        naik(orang, actor=diri)
    asing = KompetensiTeknisPabrik(instansi=InstansiPabrik(kode="nabire"))
    with pytest.raises(TidakDitemukan):
        catat(LevelBaru(orang.pk, 3, HARI, teknis_id=asing.pk))


def test_a_certificate_raises_once_and_goes_with_its_withdrawal() -> None:
    orang = PegawaiPabrik()
    Pegawai.objects.update(diubah_pada=datetime(2026, 1, 1, tzinfo=UTC))
    dibaca = sekarang()
    assert naik(orang).pk == naik(orang).pk
    assert berubah_sejak(dibaca, orang)
    with pytest.raises(Bentrok):
        naik(orang, level=4)
    with pytest.raises(DomainError):
        naik(orang, nomor_sertifikat="")

    # A row that is gone is heard of through its person.
    KenaikanKompetensi.objects.update(diubah_pada=datetime(2026, 1, 1, tzinfo=UTC))
    dibaca = sekarang()
    assert withdraw_training_gain(nomor_sertifikat="S-1", actor=None, at=SAAT) == 1
    assert withdraw_training_gain(nomor_sertifikat="S-1", actor=None, at=SAAT) == 0
    assert berubah_sejak(dibaca, orang)
    assert not KenaikanKompetensi.objects.exists()


# -- what posts ask for -----------------------------------------------------------------------------


def test_the_nine_belong_to_a_government_where_nobody_else_holds_the_post() -> None:
    sini, sana = InstansiPabrik(kode="sini"), InstansiPabrik(kode="sana")
    hr = hr_dari(sini)
    sendiri, bersama = JabatanPabrik(nama="Penata Arsip"), JabatanPabrik(fungsional=True)
    RiwayatJabatanPabrik(pegawai=PegawaiPabrik(instansi=sini), jabatan=sendiri)
    for instansi in (sini, sana):
        RiwayatJabatanPabrik(pegawai=PegawaiPabrik(instansi=instansi), jabatan=bersama)

    assert list(own_posts(hr)) == [sendiri]
    standar = StandarKompetensiPabrik.build(jabatan=sendiri, komunikasi=0)
    with pytest.raises(DomainError, match="paling rendah 1"):
        save_standard(standar=standar, actor=hr, kanal="uji")
    with pytest.raises(TidakBoleh):
        save_standard(standar=StandarKompetensiPabrik.build(jabatan=bersama), actor=hr, kanal="uji")

    teknis = KompetensiTeknisPabrik.build(instansi=sini, nama="Menata arsip dinamis", kode="")
    assert save_technical_competency(kompetensi=teknis, actor=hr, kanal="uji").kode == "menata-arsip-dinamis"
    umum = KompetensiTeknisPabrik()
    with pytest.raises(TidakBoleh):
        save_technical_competency(kompetensi=umum, actor=hr, kanal="uji")
    # Of any post their own competency, of their own post a shared one.
    for jabatan, kompetensi in ((bersama, teknis), (sendiri, umum)):
        baru = StandarTeknisPabrik.build(jabatan=jabatan, kompetensi=kompetensi)
        assert save_technical_standard(standar=baru, actor=hr, kanal="uji").pk
    asing = StandarTeknisPabrik.build(jabatan=bersama, kompetensi=umum)
    with pytest.raises(TidakBoleh):
        save_technical_standard(standar=asing, actor=hr, kanal="uji")


def test_the_same_levels_once_more_change_nothing() -> None:
    sini = InstansiPabrik(kode="sini")
    diri = PegawaiPabrik(instansi=sini)
    jabatan = RiwayatJabatanPabrik(pegawai=diri).jabatan
    hr = hr_dari(sini)
    standar = StandarKompetensiPabrik.build(jabatan=jabatan, komunikasi=2)
    save_standard(standar=standar, actor=hr, kanal="uji")
    sesudah = [Jejak.objects.count(), *diri.riwayat_jabatan.values_list("diubah_pada")]
    save_standard(standar=standar, actor=hr, kanal="uji")
    assert [Jejak.objects.count(), *diri.riwayat_jabatan.values_list("diubah_pada")] == sesudah
    standar.komunikasi = 3
    save_standard(standar=standar, actor=hr, kanal="uji")
    assert Jejak.objects.count() == sesudah[0] + 1


def test_nobody_sets_what_their_own_post_asks_for() -> None:
    sini = InstansiPabrik(kode="sini")
    diri = PegawaiPabrik(instansi=sini)
    jabatan = RiwayatJabatanPabrik(pegawai=diri).jabatan
    assert not own_posts(hr_dari(sini, pegawai=diri)).filter(pk=jabatan.pk).exists()
