"""A year has one conversion for each jenjang held in it, so the year alone no longer names one."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kinerja", "0003_riwayat_awal"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="konversiangkakredit",
            name="konversi_tahun_unik",
        ),
        migrations.AddConstraint(
            model_name="konversiangkakredit",
            constraint=models.UniqueConstraint(fields=("pegawai", "mulai"), name="konversi_mulai_unik"),
        ),
    ]
