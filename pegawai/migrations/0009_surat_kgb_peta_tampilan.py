
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("pegawai", "0008_kantor"),
    ]

    operations = [
        migrations.CreateModel(
            name='PenerbitanKGB',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pola_nomor', models.CharField(blank=True, max_length=80)),
                ('tanggal', models.DateField(blank=True, null=True, verbose_name='tanggal surat')),
                ('jumlah', models.PositiveIntegerField(default=0)),
                ('dibuat_pada', models.DateTimeField()),
                ('diurungkan_pada', models.DateTimeField(blank=True, null=True)),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.instansi')),
                ('oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('penanda_tangan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.pejabatpenandatangan')),
            ],
            options={
                'verbose_name': 'penerbitan surat KGB',
                'verbose_name_plural': 'surat KGB',
                'ordering': ['-dibuat_pada', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='PetaJabatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kebutuhan', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(32767)])),
                ('per_tanggal', models.DateField()),
                ('sumber', models.CharField(blank=True, max_length=120)),
                ('instansi', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='peta_jabatan', to='pegawai.instansi')),
                ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='pegawai.jabatan')),
                ('unit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='peta_jabatan', to='pegawai.unitkerja')),
            ],
            options={
                'verbose_name': 'kebutuhan jabatan',
                'verbose_name_plural': 'peta jabatan',
                'ordering': ['unit__jalur', 'jabatan__nama', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'unit', 'jabatan'), name='peta_jabatan_unik')],
            },
        ),
        migrations.CreateModel(
            name='SuratKGB',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tmt', models.DateField(verbose_name='TMT gaji baru')),
                ('nomor', models.CharField(blank=True, max_length=80)),
                ('tanggal', models.DateField(blank=True, null=True, verbose_name='tanggal surat')),
                ('golongan', models.PositiveSmallIntegerField()),
                ('mkg_bulan', models.PositiveSmallIntegerField(verbose_name='masa kerja golongan (bulan)')),
                ('gaji_lama', models.PositiveIntegerField(blank=True, null=True)),
                ('gaji_baru', models.PositiveIntegerField(blank=True, null=True)),
                ('perkiraan', models.BooleanField(default=False)),
                ('oleh', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='surat_kgb', to='pegawai.pegawai')),
                ('penerbitan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='surat', to='pegawai.penerbitankgb')),
            ],
            options={
                'verbose_name': 'surat KGB',
                'verbose_name_plural': 'surat KGB',
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'tmt'), name='surat_kgb_unik')],
            },
        ),
        migrations.CreateModel(
            name='TampilanTersimpan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=60)),
                ('saringan', models.CharField(max_length=500)),
                ('instansi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='pegawai.instansi')),
                ('pemilik', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='tampilan', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'tampilan tersimpan',
                'verbose_name_plural': 'tampilan tersimpan',
                'ordering': ['nama', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('pemilik', 'nama'), name='tampilan_nama_unik'), models.CheckConstraint(condition=models.Q(('nama', ''), _negated=True), name='tampilan_bernama')],
            },
        ),
    ]
