"""The sweep looks at everyone once more: years with two jenjang lack the line of the first one."""

from django.db import migrations


def lupakan_segaran(apps, schema_editor):
    apps.get_model("kinerja", "SegaranKonversi").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0004_konversi_per_jenjang"),
    ]

    operations = [
        migrations.RunPython(lupakan_segaran, migrations.RunPython.noop),
    ]
