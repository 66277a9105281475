"""What an import and the migration derive: eselon as a code, the post at the next jenjang, CLTN ever."""

from importlib import import_module

import pytest
from django.apps import apps

from pegawai.enums import Eselon, JenisJabatan, Jenjang, KedudukanHukum
from pegawai.models import Instansi, Jabatan, Pegawai
from pegawai.tests.berkas_buatan import baris_siasn
from pegawai.tests.pabrik import InstansiPabrik, JabatanPabrik, PegawaiPabrik
from pegawai.tests.siasn_buatan import masukkan

pytestmark = pytest.mark.django_db
ISI = import_module("pegawai.migrations.0006_isi_kolom_turunan")


@pytest.fixture
def instansi() -> Instansi:
    satu: Instansi = InstansiPabrik(kode="uji")
    return satu


def baris(nomor: int, **isi: str) -> dict[str, str]:
    return baris_siasn(nomor, **{"JABATAN_ID": f"J-{nomor}", "JENIS_JABATAN_ID": "2", **isi})


def test_new_posts_come_with_the_code_of_their_eselon(instansi: Instansi) -> None:
    masukkan(
        instansi,
        baris(1, JENIS_JABATAN_ID="1", JABATAN_NAMA="Kepala Dinas", ESELON_ID="22", ESELON_NAMA="II.b"),
        baris(2, JENIS_JABATAN_ID="1", JABATAN_NAMA="Sekretaris", ESELON_ID="10", ESELON_NAMA="I.a"),
        baris(3, JENIS_JABATAN_ID="4", JABATAN_NAMA="Pengelola", ESELON_ID="99", ESELON_NAMA="Non Eselon"),
    )
    kode = Jabatan.objects.order_by("siasn_id").values_list("eselon_kode", flat=True)
    assert list(kode) == [Eselon.II_B, Eselon.I_A_UTAMA, None]


def test_posts_find_their_next_jenjang_whichever_comes_first(instansi: Instansi) -> None:
    masukkan(instansi, baris(1, JABATAN_NAMA="Perencana Ahli Muda"))
    masukkan(
        instansi, baris(2, JABATAN_NAMA="Perencana Ahli Pertama"), baris(3, JABATAN_NAMA="Guru Ahli Pertama")
    )
    masukkan(instansi, baris(4, JABATAN_NAMA="Perencana Ahli Madya"))
    naik = dict(Jabatan.objects.values_list("nama", "naik_ke__nama"))
    assert naik == {
        "Perencana Ahli Pertama": "Perencana Ahli Muda",
        "Perencana Ahli Muda": "Perencana Ahli Madya",
        "Perencana Ahli Madya": None,
        "Guru Ahli Pertama": None,
    }


@pytest.mark.parametrize(
    ("urutan", "pernah"),
    [
        (["01", "01"], False),
        (["02"], True),
        (["01", "02"], True),
        (["02", "01"], True),
        (["01", "03"], False),
    ],
)
def test_a_standing_of_cltn_is_remembered_when_it_comes_or_goes(
    instansi: Instansi, urutan: list[str], pernah: bool
) -> None:
    for kode in urutan:
        masukkan(instansi, baris_siasn(KEDUDUKAN_HUKUM_ID=kode, KEDUDUKAN_HUKUM_NAMA=""))
    orang = Pegawai.objects.get()
    assert orang.pernah_cltn is pernah
    assert orang.history.first().pernah_cltn is pernah


# -- the migration ------------------------------------------------------------------------------


def test_the_migration_fills_codes_and_next_posts_and_keeps_what_is_there() -> None:
    kepala = JabatanPabrik(struktural=True, eselon="IV.a")
    jf = {"jenis": JenisJabatan.FUNGSIONAL}
    pertama = JabatanPabrik(nama="Guru Ahli Pertama", jenjang=Jenjang.AHLI_PERTAMA, **jf)
    muda = JabatanPabrik(nama="Guru Ahli Muda", jenjang=Jenjang.AHLI_MUDA, naik_ke=pertama, **jf)
    JabatanPabrik(nama="Guru Ahli Madya", jenjang=Jenjang.AHLI_MADYA, **jf)
    Jabatan.objects.update(eselon_kode=None)
    for _ in range(2):
        ISI.isi_jabatan(apps, None)
    for jabatan in (kepala, pertama, muda):
        jabatan.refresh_from_db()
    assert (kepala.eselon_kode, pertama.eselon_kode) == (Eselon.IV_A, None)
    assert (pertama.naik_ke, muda.naik_ke, kepala.naik_ke) == (muda, pertama, None)


def test_the_migration_remembers_cltn_of_today_and_of_the_history() -> None:
    kini, dulu, tidak = (PegawaiPabrik(kedudukan_hukum=k) for k in (KedudukanHukum.CLTN,) * 2 + (1,))
    dulu.kedudukan_hukum = KedudukanHukum.AKTIF
    dulu.save()
    ISI.isi_cltn(apps, None)
    assert list(Pegawai.objects.filter(pernah_cltn=True).order_by("pk")) == [kini, dulu]
    assert not Pegawai.objects.get(pk=tidak.pk).pernah_cltn
