import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("karier", "0004_putusan_lain"),
        ("pegawai", "0002_impor_retensi"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ParameterInstansi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("entri", models.CharField(max_length=100)),
                (
                    "nilai",
                    models.JSONField(help_text="Kosong: kembali ke nilai menurut peraturan.", null=True),
                ),
                ("berlaku_mulai", models.DateField()),
                ("dasar", models.CharField(help_text="Dokumen yang menetapkannya.", max_length=200)),
                (
                    "ditetapkan_pada",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                (
                    "ditetapkan_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "instansi",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parameter",
                        to="pegawai.instansi",
                    ),
                ),
            ],
            options={
                "verbose_name": "parameter instansi",
                "verbose_name_plural": "parameter instansi",
                "ordering": ["entri", "-berlaku_mulai"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instansi", "entri", "berlaku_mulai"), name="parameter_mulai_unik"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dasar", ""), _negated=True),
                        name="parameter_berdasar",
                        violation_error_message="Tuliskan dokumen yang menetapkan parameter ini.",
                    ),
                ],
            },
        ),
    ]
