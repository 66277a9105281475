import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("pegawai", "0021_langkah_5"),
        ("pelatihan", "0005_sertifikat_jp_semula"),
    ]

    operations = [
        migrations.CreateModel(
            name="MinatPelatihan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dicatat_pada", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "pegawai",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minat_pelatihan",
                        to="pegawai.pegawai",
                    ),
                ),
                (
                    "pelatihan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="minat",
                        to="pelatihan.pelatihan",
                    ),
                ),
            ],
            options={
                "verbose_name": "minat pelatihan",
                "verbose_name_plural": "minat pelatihan",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("pegawai", "pelatihan"), name="minat_unik")
                ],
            },
        ),
    ]
