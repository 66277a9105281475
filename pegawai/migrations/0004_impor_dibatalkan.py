"""Imports that HR withdrew were called refused; what made them so still stands beside them."""

from django.db import migrations

SEBAB = "dibatalkan sebelum disimpan"


def beri_nama(apps, schema_editor):
    apps.get_model("pegawai", "Impor").objects.filter(status="ditolak", sebab_dihapus=SEBAB).update(
        status="dibatalkan"
    )


def kembalikan(apps, schema_editor):
    apps.get_model("pegawai", "Impor").objects.filter(status="dibatalkan").update(status="ditolak")


class Migration(migrations.Migration):
    dependencies = [
        ("pegawai", "0003_indeks"),
    ]

    operations = [
        migrations.RunPython(beri_nama, kembalikan),
    ]
