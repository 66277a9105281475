
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("pegawai", "0007_jadwal_ujian"),
    ]

    operations = [
        migrations.AddField(
            model_name='instansi',
            name='alamat',
            field=models.CharField(blank=True, help_text='Alamat dan telepon pada kop surat.', max_length=200, verbose_name='alamat kantor'),
        ),
        migrations.AddField(
            model_name='instansi',
            name='kota',
            field=models.CharField(blank=True, help_text='Tempat pada baris tanggal surat, misalnya Muara Bulian.', max_length=60, verbose_name='kota surat'),
        ),
        migrations.AddField(
            model_name='instansi',
            name='nama_kantor',
            field=models.CharField(blank=True, help_text='Nama lengkap pada kop surat, misalnya Badan Kepegawaian dan Pengembangan SDM.', max_length=150),
        ),
        migrations.CreateModel(
            name='PejabatPenandaTangan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=150, verbose_name='nama dan gelar')),
                ('nip', models.CharField(blank=True, help_text='18 angka. Kosongkan bila bukan ASN, misalnya Bupati.', max_length=18, verbose_name='NIP')),
                ('pangkat', models.CharField(blank=True, help_text='Misalnya Pembina Utama Muda (IV/c).', max_length=60)),
                ('jabatan', models.CharField(help_text='Tertulis di atas tanda tangan.', max_length=150)),
                ('atas_nama', models.CharField(blank=True, help_text='Misalnya Bupati Batang Hari. Tercetak sebagai a.n.', max_length=100)),
                ('mulai', models.DateField(verbose_name='mulai menanda tangani')),
                ('sampai', models.DateField(blank=True, help_text='Kosongkan bila masih berlaku.', null=True, verbose_name='sampai')),
                ('instansi', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='penanda_tangan', to='pegawai.instansi')),
            ],
            options={
                'verbose_name': 'penanda tangan surat',
                'verbose_name_plural': 'penanda tangan surat',
                'ordering': ['-mulai', 'nama', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('instansi', 'mulai', 'nama', 'jabatan'), name='penanda_tangan_unik', violation_error_message='Penanda tangan ini sudah dicatat mulai tanggal yang sama.'), models.CheckConstraint(condition=models.Q(('sampai', None), ('sampai__gte', models.F('mulai')), _connector='OR'), name='penanda_tangan_urut', violation_error_message='Tanggal akhir harus sama dengan atau sesudah tanggal mulai.')],
            },
        ),
    ]
