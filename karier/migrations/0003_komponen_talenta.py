import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('karier', '0002_indeks'),
        ('pegawai', '0005_penghargaan_dan_lowongan'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalKomponenTalenta',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('sumber', models.CharField(blank=True, help_text='Dokumen atau berkas asal catatan ini.', max_length=120)),
                ('diubah_pada', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('tanggal', models.DateField(help_text='Tanggal penilaian.')),
                ('potensi', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='potensi')),
                ('pengembangan', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='pengembangan kompetensi')),
                ('pengalaman', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='pengalaman jabatan')),
                ('kesesuaian', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='kesesuaian kualifikasi')),
                ('penghargaan', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='penghargaan')),
                ('penugasan', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='penugasan dalam tim')),
                ('umpan_balik', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='umpan balik 360°')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pegawai', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'historical komponen talenta',
                'verbose_name_plural': 'historical komponen talenta',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='KomponenTalenta',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sumber', models.CharField(blank=True, help_text='Dokumen atau berkas asal catatan ini.', max_length=120)),
                ('diubah_pada', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('tanggal', models.DateField(help_text='Tanggal penilaian.')),
                ('potensi', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='potensi')),
                ('pengembangan', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='pengembangan kompetensi')),
                ('pengalaman', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='pengalaman jabatan')),
                ('kesesuaian', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='kesesuaian kualifikasi')),
                ('penghargaan', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='penghargaan')),
                ('penugasan', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='penugasan dalam tim')),
                ('umpan_balik', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(10000)], verbose_name='umpan balik 360°')),
                ('pegawai', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='komponen_talenta', to='pegawai.pegawai')),
            ],
            options={
                'verbose_name': 'komponen talenta',
                'verbose_name_plural': 'komponen talenta',
                'ordering': ['-tanggal', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('pegawai', 'tanggal'), name='talenta_unik'), models.CheckConstraint(condition=models.Q(('potensi__lte', 10000), ('pengembangan__lte', 10000), ('pengalaman__lte', 10000), ('kesesuaian__lte', 10000), ('penghargaan__lte', 10000), ('penugasan__lte', 10000), ('umpan_balik__lte', 10000)), name='talenta_skor_0_100', violation_error_message='Skor antara 0 dan 100.')],
            },
        ),
    ]
