import django.core.serializers.json
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pelatihan", "0004_langkah_5")]

    operations = [
        migrations.AddField(
            model_name="sertifikat",
            name="jp_semula",
            field=models.JSONField(
                blank=True, editable=False, encoder=django.core.serializers.json.DjangoJSONEncoder, null=True
            ),
        ),
    ]
