"""Fill the columns that follow from what is stored: eselon as a code, the post at the next jenjang, CLTN ever."""

from typing import Any

from django.db import migrations
from django.db.models import Q
from django.utils import timezone

from asn_karier.lib.aturan import aturan_per
from pegawai.enums import JenisJabatan, KedudukanHukum
from pegawai.rules.eselon import kode_eselon
from pegawai.rules.jenjang_berikut import Pos, jenjang_berikut, pasangkan

BAGIAN = 500


def isi_jabatan(apps: Any, schema_editor: Any) -> None:
    """Running it again changes nothing: what is filled stays."""
    jabatan = apps.get_model("pegawai", "Jabatan")
    bereselon = list(jabatan.objects.exclude(eselon="").filter(eselon_kode=None))
    for j in bereselon:
        j.eselon_kode = kode_eselon(j.eselon, j.jenjang)
    jabatan.objects.bulk_update(bereselon, ["eselon_kode"], batch_size=BAGIAN)
    berjenjang = jabatan.objects.filter(jenis=JenisJabatan.FUNGSIONAL).exclude(jenjang=None)
    pos = [Pos(*baris) for baris in berjenjang.values_list("pk", "nama", "jenjang", "naik_ke_id")]
    pasangan = pasangkan(pos, jenjang_berikut(aturan_per(timezone.localdate()))) if pos else {}
    naik = [jabatan(pk=dari, naik_ke_id=ke) for dari, ke in pasangan.items()]
    jabatan.objects.bulk_update(naik, ["naik_ke"], batch_size=BAGIAN)


def isi_cltn(apps: Any, schema_editor: Any) -> None:
    """Whoever is on CLTN, or was by the history of their record."""
    pegawai = apps.get_model("pegawai", "Pegawai")
    pernah = apps.get_model("pegawai", "HistoricalPegawai").objects.filter(kedudukan_hukum=KedudukanHukum.CLTN)
    orang = pegawai.objects.filter(Q(kedudukan_hukum=KedudukanHukum.CLTN) | Q(pk__in=pernah.values("id")))
    orang.update(pernah_cltn=True)


class Migration(migrations.Migration):
    dependencies = [("pegawai", "0005_penghargaan_dan_lowongan")]

    operations = [
        migrations.RunPython(isi_jabatan, migrations.RunPython.noop),
        migrations.RunPython(isi_cltn, migrations.RunPython.noop),
    ]
