"""The machine of imports: nothing stays half done, nothing is done twice, refusals leave no trace."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from django.core.files.storage import default_storage

from asn_karier.lib.errors import Bentrok, DomainError
from asn_karier.lib.models import Jejak
from asn_karier.lib.tasks import sapuan_terdaftar
from pegawai.enums import StatusBaris, StatusImpor, TahapImpor
from pegawai.models import Impor, Instansi, Pegawai
from pegawai.services.impor import (
    TUGAS,
    SapuanImpor,
    periksa,
    progress,
    request_apply,
    request_check,
    terapkan,
    upload,
    withdraw,
)
from pegawai.tests.berkas_buatan import AT, baris_siasn, csv_siasn
from pegawai.tests.pabrik import InstansiPabrik, PenggunaPabrik

SEPULUH = csv_siasn(*[baris_siasn(n) for n in range(10, 20)])


@pytest.fixture
def instansi() -> Instansi:
    return InstansiPabrik(kode="uji")


def unggah(instansi: Instansi, isi: Any = SEPULUH, jenis: str = "siasn", nama: str = "export.csv") -> Impor:
    return upload(instansi=instansi, jenis=jenis, nama_berkas=nama, isi=isi, actor=None, at=AT)


def siap_terapkan(instansi: Instansi, jenis: str = "siasn") -> Impor:
    impor = periksa(unggah(instansi, jenis=jenis).pk)
    return request_apply(impor_id=impor.pk, actor=None, at=AT)


# -- taking a file in -----------------------------------------------------------------------------


@pytest.mark.django_db
class TestUnggah:
    def test_it_waits_for_the_worker_and_knows_its_fingerprint(self, instansi: Instansi) -> None:
        impor = unggah(instansi)
        assert (impor.status, impor.tahap, len(impor.sidik)) == (StatusImpor.DIUNGGAH, TahapImpor.PERIKSA, 64)
        assert SapuanImpor().claimable() == [impor.pk]
        assert Jejak.objects.get().tindakan == "impor_unggah"

    def test_an_open_file_is_taken_in_like_bytes(self, instansi: Instansi) -> None:
        assert unggah(instansi, BytesIO(SEPULUH)).sidik == unggah(instansi, SEPULUH).sidik

    def test_the_same_file_again_is_allowed_and_told(self, instansi: Instansi) -> None:
        pertama = unggah(instansi)
        assert unggah(instansi).pk == pertama.pk  # a second press, while nobody has looked at it
        periksa(pertama.pk)
        assert unggah(instansi).ringkasan["pernah"]["id"] == pertama.pk
        assert "pernah" not in pertama.ringkasan

    @pytest.mark.parametrize(
        ("isi", "nama", "kode"),
        [
            (b"", "a.csv", "berkas_kosong"),
            (b"a,b", "a.xlsx", "csv_bernama_xlsx"),
            (b"%PDF-1.7\x00", "a.csv", "berkas_bukan_tabel"),
        ],
    )
    def test_a_wrong_kind_of_file_leaves_no_row_and_no_file(
        self, instansi: Instansi, isi: bytes, nama: str, kode: str
    ) -> None:
        sebelum = _berkas_tersimpan()
        with pytest.raises(DomainError) as salah:
            unggah(instansi, isi, nama=nama)
        assert salah.value.kode == kode
        assert not Impor.objects.exists()
        assert _berkas_tersimpan() == sebelum

    def test_an_endless_upload_is_cut_at_the_limit(self, instansi: Instansi, settings: Any) -> None:
        settings.ASN_IMPOR_MAKS_BYTE = 1000

        class TakHabis:
            dibaca = 0

            def seek(self, ke: int) -> None: ...

            def read(self, n: int) -> bytes:
                self.dibaca += n
                return b"x" * n

        sumber = TakHabis()
        with pytest.raises(DomainError, match="paling besar"):
            unggah(instansi, sumber)
        assert sumber.dibaca < 1024 * 1024

    def test_a_file_name_loses_its_folders_and_control_signs(self, instansi: Instansi) -> None:
        assert unggah(instansi, nama="../../etc/ex\x00port\r\n.csv").nama_berkas == "export.csv"
        assert len(unggah(instansi, nama="x" * 500 + ".csv").nama_berkas) == 200

    def test_an_unknown_kind_is_refused(self, instansi: Instansi) -> None:
        with pytest.raises(DomainError, match="tidak dikenal"):
            unggah(instansi, jenis="lain")


def _berkas_tersimpan() -> int:
    folder = f"impor/{datetime.now().year}"  # noqa: DTZ005
    return len(default_storage.listdir(folder)[1]) if default_storage.exists(folder) else 0


# -- the order of things --------------------------------------------------------------------------


@pytest.mark.django_db
class TestUrutan:
    def test_nothing_is_applied_before_someone_asks(self, instansi: Instansi) -> None:
        impor = periksa(unggah(instansi).pk)
        assert terapkan(impor.pk).status == StatusImpor.DIPERIKSA
        assert not Pegawai.objects.exists()

    def test_asking_before_the_check_is_refused(self, instansi: Instansi) -> None:
        with pytest.raises(Bentrok):
            request_apply(impor_id=unggah(instansi).pk, actor=None, at=AT)

    def test_an_applied_import_cannot_be_applied_checked_or_withdrawn_again(self, instansi: Instansi) -> None:
        impor = terapkan(siap_terapkan(instansi).pk)
        for ulang in (request_apply, request_check, withdraw):
            with pytest.raises(Bentrok):
                ulang(impor_id=impor.pk, actor=None, at=AT)

    def test_asking_twice_is_one_wish(self, instansi: Instansi) -> None:
        impor = siap_terapkan(instansi)
        request_apply(impor_id=impor.pk, actor=None, at=AT)
        assert terapkan(impor.pk).ringkasan["diterapkan"] == 10

    def test_a_withdrawn_import_keeps_no_rows_and_no_file(self, instansi: Instansi) -> None:
        impor = periksa(unggah(instansi).pk)
        berkas = impor.berkas.name
        withdraw(impor_id=impor.pk, actor=PenggunaPabrik(nama="Petugas"), at=AT)
        impor.refresh_from_db()
        assert (impor.status, impor.pesan) == (StatusImpor.DIBATALKAN, "Dibatalkan oleh Petugas.")
        assert not impor.baris.exists()
        assert not default_storage.exists(berkas)

    def test_a_new_check_replaces_the_old_rows(self, instansi: Instansi) -> None:
        impor = periksa(unggah(instansi).pk)
        request_check(impor_id=impor.pk, actor=None, at=AT)
        assert not impor.baris.exists()
        assert periksa(impor.pk).baris.count() == 10

    def test_a_new_check_is_refused_while_one_runs(self, instansi: Instansi) -> None:
        impor = unggah(instansi)
        with pytest.raises(Bentrok, match="sedang diperiksa"):
            request_check(impor_id=impor.pk, actor=None, at=AT)
        assert periksa(impor.pk).baris.count() == 10

    def test_progress_counts_rows_of_the_phase_under_way(self, instansi: Instansi) -> None:
        impor = unggah(instansi)
        assert progress(impor) == (0, 0)
        assert progress(periksa(impor.pk)) == (10, 10)
        request_apply(impor_id=impor.pk, actor=None, at=AT)
        impor.refresh_from_db()
        assert progress(impor) == (0, 10)
        assert progress(terapkan(impor.pk)) == (10, 10)

    def test_counts_equal_the_lists_behind_them(self, instansi: Instansi) -> None:
        impor = periksa(unggah(instansi).pk)
        assert {s.value: impor.baris.filter(status=s).count() for s in StatusBaris} == {
            s.value: impor.ringkasan[s] for s in StatusBaris
        }

    def test_a_refused_file_leaves_the_reason_and_no_rows(self, instansi: Instansi) -> None:
        impor = periksa(unggah(instansi, SEPULUH + b'"terbuka' + b"x" * 200_000).pk)
        assert (impor.status, impor.tahap) == (StatusImpor.DITOLAK, TahapImpor.TIDAK_ADA)
        assert "Baris 12" in impor.pesan
        assert not impor.baris.exists()
        assert not Pegawai.objects.exists()


# -- the sweeper -----------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_registered_sweep_carries_an_import_through_both_phases(instansi: Instansi) -> None:
    sapuan = sapuan_terdaftar()[TUGAS]
    impor = unggah(instansi)
    assert sapuan.process_one(impor.pk) is True
    request_apply(impor_id=impor.pk, actor=None, at=AT)
    assert list(sapuan.claimable()) == [impor.pk]
    assert sapuan.process_one(impor.pk) is True
    assert sapuan.process_one(impor.pk) is False
    assert list(sapuan.claimable()) == []
    assert Pegawai.objects.count() == 10
