
import asn_karier.lib.pilihan
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import functools
import pegawai.enums
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('pegawai', '0004_impor_dibatalkan'),
    ]

    operations = [
        migrations.AddField(
            model_name='historicalpegawai',
            name='pernah_cltn',
            field=models.BooleanField(default=False, help_text='Pernah menjalani cuti di luar tanggungan negara, juga sebelum data ini dicatat.', verbose_name='pernah CLTN'),
        ),
        migrations.AddField(
            model_name='jabatan',
            name='eselon_kode',
            field=models.PositiveSmallIntegerField(blank=True, choices=functools.partial(asn_karier.lib.pilihan.choices_of, *(pegawai.enums.Eselon,), **{}), editable=False, null=True),
        ),
        migrations.AddField(
            model_name='jabatan',
            name='naik_ke',
            field=models.ForeignKey(blank=True, help_text='Terisi sendiri dari nama jabatan SIASN. Ubah bila keliru.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='pegawai.jabatan', verbose_name='jabatan pada jenjang berikut'),
        ),
        migrations.AddField(
            model_name='pegawai',
            name='pernah_cltn',
            field=models.BooleanField(default=False, help_text='Pernah menjalani cuti di luar tanggungan negara, juga sebelum data ini dicatat.', verbose_name='pernah CLTN'),
        ),
        migrations.CreateModel(
            name='HistoricalPenghargaan',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('sumber', models.CharField(blank=True, help_text='Dokumen atau berkas asal catatan ini.', max_length=120)),
                ('diubah_pada', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kode', models.PositiveSmallIntegerField(choices=functools.partial(asn_karier.lib.pilihan.choices_of, *(pegawai.enums.KodePenghargaan,), **{}), verbose_name='jenis')),
                ('nama', models.CharField(blank=True, help_text='Kosongkan untuk Satyalancana Karya Satya.', max_length=150)),
                ('tanggal', models.DateField(help_text='Tanggal keputusan penghargaan.')),
                ('nomor_sk', models.CharField(blank=True, max_length=80, verbose_name='nomor SK')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'historical penghargaan',
                'verbose_name_plural': 'historical penghargaan',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='KebutuhanJabatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lowongan', models.PositiveSmallIntegerField(help_text='Banyaknya jabatan yang kosong menurut peta jabatan. 0 berarti tidak ada yang kosong.', validators=[django.core.validators.MaxValueValidator(32767)])),
                ('per_tanggal', models.DateField(help_text='Keadaan pada tanggal ini.')),
                ('sumber', models.CharField(blank=True, help_text='Misalnya keputusan tentang peta jabatan.', max_length=120)),
                ('diubah_pada', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('instansi', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='kebutuhan', to='pegawai.instansi')),
                ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kebutuhan', to='pegawai.jabatan')),
            ],
            options={
                'verbose_name': 'lowongan jabatan',
                'verbose_name_plural': 'lowongan jabatan',
                'ordering': ['jabatan__nama', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'jabatan'), name='kebutuhan_unik', violation_error_message='Lowongan jabatan ini sudah dicatat. Ubah catatan yang ada.')],
            },
        ),
        migrations.CreateModel(
            name='Penghargaan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sumber', models.CharField(blank=True, help_text='Dokumen atau berkas asal catatan ini.', max_length=120)),
                ('diubah_pada', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('kode', models.PositiveSmallIntegerField(choices=functools.partial(asn_karier.lib.pilihan.choices_of, *(pegawai.enums.KodePenghargaan,), **{}), verbose_name='jenis')),
                ('nama', models.CharField(blank=True, help_text='Kosongkan untuk Satyalancana Karya Satya.', max_length=150)),
                ('tanggal', models.DateField(help_text='Tanggal keputusan penghargaan.')),
                ('nomor_sk', models.CharField(blank=True, max_length=80, verbose_name='nomor SK')),
                ('pegawai', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='penghargaan', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'penghargaan',
                'verbose_name_plural': 'penghargaan',
                'ordering': ['-tanggal', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'kode', 'tanggal', 'nama'), name='penghargaan_unik'), models.CheckConstraint(condition=models.Q(models.Q(('kode', pegawai.enums.KodePenghargaan['LAINNYA']), _negated=True), models.Q(('nama', ''), _negated=True), _connector='OR'), name='penghargaan_lain_bernama', violation_error_message='Tuliskan nama penghargaannya.')],
            },
        ),
    ]
