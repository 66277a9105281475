"""On PostgreSQL 0002_indeks lost this constraint: taking away the plain index of `instansi` took every index
of that column alone, so this one too. Who has it already keeps it."""

from django.db import migrations

from asn_karier.lib.db.migrasi import PostgresOnly


class Migration(migrations.Migration):
    dependencies = [("karier", "0014_langkah_6")]

    operations = [
        PostgresOnly(
            "CREATE UNIQUE INDEX IF NOT EXISTS run_satu_berjalan ON karier_runevaluasi (instansi_id) "
            "WHERE status = 'berjalan'",
            migrations.RunSQL.noop,
        ),
    ]
