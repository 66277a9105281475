"""At real size: what changed since a moment (closing of a run), parts of names (lists of HR)."""

from django.db import migrations, models

from asn_karier.lib.db.migrasi import brin_waktu, trigram

DIUBAH_PADA = (
    "pegawai_pegawai",
    "pegawai_riwayatpangkat",
    "pegawai_riwayatjabatan",
    "pegawai_riwayatpendidikan",
    "pegawai_hukumandisiplin",
    "pegawai_hasilujian",
    "pegawai_penghargaan",
    "pegawai_pengembangankompetensi",
    "pegawai_asesmenkompetensi",
)


class Migration(migrations.Migration):
    dependencies = [("pegawai", "0011_pembatalan_impor")]

    operations = [
        *(brin_waktu(tabel) for tabel in DIUBAH_PADA),
        migrations.AddIndex("pegawai", models.Index(fields=["nama", "id"], name="pegawai_nama_id")),
        trigram("pegawai_pegawai", "nama", "pegawai_nama_trigram"),
    ]
