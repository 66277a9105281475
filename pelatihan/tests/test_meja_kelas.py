"""What HR still has to do after the last day of a class."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pegawai.tests.pabrik import InstansiPabrik, PegawaiPabrik, hr_dari
from pelatihan.enums import StatusPendaftaran
from pelatihan.tests.pabrik_kelas import AngkatanPabrik, PendaftaranPabrik

pytestmark = pytest.mark.django_db
S = StatusPendaftaran


@pytest.mark.parametrize(
    ("menunggu", "status", "lain"),
    [("hasil", S.SURAT_TUGAS, S.TIDAK_HADIR), ("sertifikat", S.SELESAI, S.TIDAK_LULUS)],
)
def test_what_waits_after_a_class_is_counted_and_listed(
    client: Client, menunggu: str, status: StatusPendaftaran, lain: StatusPendaftaran
) -> None:
    """Results that nobody recorded, certificates that nobody issued."""
    client.force_login(hr_dari(InstansiPabrik(kode="batanghari")))
    lalu = timezone.localdate() - timedelta(days=2)
    hari: dict[str, Any] = {"mulai": lalu, "selesai": lalu, "daftar_sampai": lalu}
    ada, lewat = (AngkatanPabrik(nama=n, **hari) for n in ("Yang menunggu", "Yang beres"))
    for angkatan, keadaan in ((ada, status), (lewat, lain)):
        PendaftaranPabrik(angkatan=angkatan, pegawai=PegawaiPabrik(pelaksana=True), status=keadaan)
    url = f"{reverse('admin:pelatihan_angkatan_changelist')}?menunggu={menunggu}"
    assert url in client.get(reverse("admin:index")).content.decode()
    daftar = client.get(url).content.decode()
    assert "Yang menunggu" in daftar
    assert "Yang beres" not in daftar
