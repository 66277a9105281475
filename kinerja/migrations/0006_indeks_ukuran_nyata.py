"""At real size: what changed since a moment (closing of a run)."""

from django.db import migrations

from asn_karier.lib.db.migrasi import brin_waktu


class Migration(migrations.Migration):
    dependencies = [("kinerja", "0005_segarkan_ulang")]

    operations = [
        brin_waktu("kinerja_penilaian"),
        brin_waktu("kinerja_penetapanangkakredit"),
        brin_waktu("kinerja_konversiangkakredit"),
    ]
