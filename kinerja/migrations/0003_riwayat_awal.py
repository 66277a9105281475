"""The first line of history for what was recorded before there was one: a signed figure is never lost."""

from typing import Any

from django.db import migrations
from django.db.models import Exists, OuterRef
from django.utils import timezone

BAGIAN = 1000


def isi_riwayat(apps: Any, schema_editor: Any) -> None:
    """Copy every PAK and conversion that has no history yet; running it again adds nothing."""
    for nama in ("PenetapanAngkaKredit", "KonversiAngkaKredit"):
        model = apps.get_model("kinerja", nama)
        sejarah = apps.get_model("kinerja", f"Historical{nama}")
        kolom = [f.attname for f in model._meta.concrete_fields]
        tanpa = model.objects.filter(~Exists(sejarah.objects.filter(id=OuterRef("pk")))).order_by("pk")
        saat = timezone.now()
        while bagian := list(tanpa.values(*kolom)[:BAGIAN]):
            sejarah.objects.bulk_create(
                [sejarah(**b, history_date=saat, history_type="+") for b in bagian]
            )


class Migration(migrations.Migration):
    dependencies = [("kinerja", "0002_indeks_riwayat")]

    operations = [migrations.RunPython(isi_riwayat, migrations.RunPython.noop)]
