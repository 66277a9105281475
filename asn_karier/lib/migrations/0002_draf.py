from django.db import migrations, models


class Migration(migrations.Migration):
    """Drafts of forms: what somebody typed and has not sent yet."""

    dependencies = [("inti", "0001_awal")]

    operations = [
        migrations.CreateModel(
            name="Draf",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pengguna_id", models.BigIntegerField()),
                ("kunci", models.CharField(max_length=200)),
                ("isi", models.TextField()),
                ("versi", models.PositiveIntegerField(default=1)),
                ("disimpan_pada", models.DateTimeField(db_index=True)),
            ],
            options={
                "verbose_name": "draf isian",
                "verbose_name_plural": "draf isian",
                "constraints": [models.UniqueConstraint(fields=("pengguna_id", "kunci"), name="draf_unik")],
            },
        ),
    ]
