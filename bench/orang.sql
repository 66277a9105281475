-- {n} synthetic people of one instansi called bench. h(i, k): 0..999, looks random, always the same.

CREATE FUNCTION h(i int, k int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT abs(hashint4(i * 64 + k) % 1000) $$;

INSERT INTO pegawai_unitkerja (instansi_id, siasn_id, nama, jalur, terpencil, zona_waktu)
  SELECT i.id, 'U' || g, 'Unit ' || g, lpad(g::text, 6, '0'), g % 4 = 0, ''
  FROM pegawai_instansi i, generate_series(1, 200) g;

INSERT INTO pegawai_jabatan (siasn_id, nama, jenis, jenjang, kelas, bup, rumpun, eselon, eselon_kode)
  SELECT 'J' || g, 'Jabatan ' || g, CASE WHEN g <= 100 THEN 4 WHEN g <= 280 THEN 2 ELSE 1 END,
         CASE WHEN g <= 100 THEN 10 WHEN g <= 280 THEN (ARRAY[22,23,24,31,32,33])[1 + g % 6]
              WHEN g <= 295 THEN 41 ELSE 42 END,
         NULL, CASE WHEN g BETWEEN 101 AND 140 THEN 60 END, '',
         CASE WHEN g <= 280 THEN '' WHEN g <= 295 THEN 'IV.a' ELSE 'III.b' END,
         CASE WHEN g <= 280 THEN NULL WHEN g <= 295 THEN 41 ELSE 32 END
  FROM generate_series(1, 300) g;

UPDATE pegawai_jabatan j SET naik_ke_id = b.id FROM pegawai_jabatan b
  WHERE j.jenis = 2 AND b.jenis = 2 AND b.jenjang = j.jenjang + 1 AND b.id = j.id + 1;

INSERT INTO pegawai_kebutuhanjabatan (instansi_id, jabatan_id, lowongan, per_tanggal, sumber, diubah_pada)
  SELECT i.id, j.id, j.id % 3, date '2026-01-01', '', now()
  FROM pegawai_instansi i, pegawai_jabatan j WHERE j.jenis = 2 AND j.id % 5 > 0;

INSERT INTO pegawai_standarkompetensi (jabatan_id, integritas, kerja_sama, komunikasi, orientasi_hasil,
         pelayanan_publik, pengembangan_diri, mengelola_perubahan, pengambilan_keputusan, perekat_bangsa)
  SELECT id, 2, 2, 2, 2, 3, 2, 2, 2, 2 FROM pegawai_jabatan WHERE id % 2 = 0;

INSERT INTO pegawai_pegawai (instansi_id, siasn_id, nip, nip_lama, nama, gelar_depan, gelar_belakang,
         tempat_lahir, tanggal_lahir, jenis_kelamin, nik_sandi, nik_indeks, no_hp, email, jenis, status,
         kedudukan_hukum, pernah_cltn, tmt_cpns, tmt_pns, unit_id, versi, dibuat_pada, diubah_pada)
  SELECT i.id, 'P' || g, lpad((196500000000000000 + g)::text, 18, '0'), '',
         (ARRAY['Agus','Siti','Budi','Dewi','Eko','Nur','Joko','Rina','Andi','Yohana'])[1 + h(g, 57) % 10] || ' '
         || (ARRAY['San','Wir','Har','Sus','Pram','Mur','Rid','Kus','Let','Tor'])[1 + h(g, 58) % 10]
         || (ARRAY['toso','ajaya','iyanto','ono','udi','iningsih','iwati','awan','ahadi','olina'])[1 + h(g, 59) % 10]
         || ' ' || (ARRAY['Sit','Lub','Pan','Nas','Sim','Wid','Kur','Max','Rum','Yik'])[1 + h(g, 60) % 10]
         || (ARRAY['orus','is','jaitan','ution','bolon','odo','niawan','entalu','bewas','wa'])[1 + h(g, 61) % 10],
         '', '', '',
         date '1968-01-01' + h(g, 1) * 10, CASE WHEN g % 2 = 0 THEN 'L' ELSE 'P' END, '', '', '', '',
         CASE WHEN g % 4 = 0 THEN 2 ELSE 1 END,
         CASE WHEN g % 4 = 0 THEN 3 WHEN h(g, 2) < 20 THEN 1 ELSE 2 END,
         CASE WHEN g % 4 = 0 THEN 71 WHEN h(g, 3) < 15 THEN 2 WHEN h(g, 3) > 985 THEN 7
              WHEN h(g, 3) > 970 THEN 3 ELSE 1 END, h(g, 3) < 25,
         CASE WHEN g % 4 > 0 THEN (date '1995-03-01' + make_interval(months => h(g, 62) % 264))::date END,
         CASE WHEN g % 4 > 0 THEN (date '1996-04-01' + make_interval(months => h(g, 62) % 264))::date END,
         (SELECT min(id) FROM pegawai_unitkerja) + g % 200, 1, now(), now()
  FROM pegawai_instansi i, generate_series(1, {n}) g;

INSERT INTO pegawai_riwayatpangkat (pegawai_id, skala, golongan, tmt, masa_kerja_tahun, masa_kerja_bulan,
         nomor_sk, sumber, diubah_pada)
  SELECT p.id, p.jenis, 3 + h(p.id::int, 4) % 8 + k,
         (date '2022-12-01' + make_interval(months => h(p.id::int, 5) % 48)
          - make_interval(months => 48 * (4 - k)))::date,
         4 * k + 2, CASE WHEN h(p.id::int, 50) > 30 THEN h(p.id::int, 45) % 12 END, '', '', now()
  FROM pegawai_pegawai p, generate_series(0, 4) k;

INSERT INTO pegawai_riwayatjabatan (pegawai_id, jabatan_id, unit_id, tmt, nomor_sk, sumber, diubah_pada)
  SELECT p.id, (SELECT min(id) FROM pegawai_jabatan) + h(p.id::int, 6 + k) * 3 / 10, p.unit_id,
         (date '2012-01-01' + make_interval(months => 50 * k + h(p.id::int, 9) % 48))::date, '', '', now()
  FROM pegawai_pegawai p, generate_series(0, 2) k;

INSERT INTO pegawai_riwayatpendidikan (pegawai_id, tingkat, siasn_id, nama, sekolah, sumber, diubah_pada)
  SELECT p.id, CASE WHEN k = 0 THEN 15 ELSE (ARRAY[30,40,40,40,45,42])[1 + h(p.id::int, 10) % 6] END, '',
         'Program', '', '', now()
  FROM pegawai_pegawai p, generate_series(0, 1) k;

INSERT INTO kinerja_penilaian (pegawai_id, tahun, rating_hasil, rating_perilaku, predikat, umpan_balik,
         status, sumber, versi, diubah_pada, alasan_ubah)
  SELECT p.id, t, NULL, NULL, CASE WHEN h(p.id::int, t - 2000) < 10 THEN 2
                                   WHEN h(p.id::int, t - 2000) < 30 THEN 3
                                   WHEN h(p.id::int, t - 2000) < 300 THEN 5 ELSE 4 END,
         '', CASE WHEN h(p.id::int, t - 1990) < 10 THEN 'draf' ELSE 'ditetapkan' END, 'ekinerja', 1, now(), ''
  FROM pegawai_pegawai p, generate_series(2020, 2025) t;

INSERT INTO kinerja_penetapanangkakredit (pegawai_id, nomor, sampai, jenjang, jumlah_senti, sumber, diubah_pada)
  SELECT t.pegawai_id, '', make_date(2022 + h(t.pegawai_id::int, 63) % 4, 12, 31), t.jenjang,
         h(t.pegawai_id::int, 41) * 20, '', now()
  FROM (SELECT DISTINCT ON (r.pegawai_id) r.pegawai_id, j.jenjang, j.jenis FROM pegawai_riwayatjabatan r
        JOIN pegawai_jabatan j ON j.id = r.jabatan_id ORDER BY r.pegawai_id, r.tmt DESC) t WHERE t.jenis = 2;

INSERT INTO kinerja_konversiangkakredit (pegawai_id, tahun, mulai, bulan, jenjang, koefisien_milli, persen,
         nilai_senti, status, diubah_pada)
  SELECT k.pegawai_id, t, make_date(t, 1, 1), 12, k.jenjang, 12500, 100, 1250,
         CASE WHEN t < 2025 THEN 'ditandatangani' ELSE 'draf' END, now()
  FROM kinerja_penetapanangkakredit k, generate_series(2023, 2025) t;

INSERT INTO pegawai_pengembangankompetensi (pegawai_id, bentuk, nama, tanggal_selesai, jp, penyelenggara,
         nomor_sertifikat, sumber, diubah_pada)
  SELECT p.id, (ARRAY[8,3,9,4,2,5,16,14])[1 + (h(p.id::int, 51) + k) % 8], 'Kegiatan ' || k, date '2022-01-15' + k * 170 + h(p.id::int, 42) % 28, 4 + h(p.id::int, 43) % 9,
         '', '', '', now()
  FROM pegawai_pegawai p, generate_series(0, 9) k;

INSERT INTO pegawai_asesmenkompetensi (pegawai_id, tanggal, asal, sumber, diubah_pada, integritas, kerja_sama,
         komunikasi, orientasi_hasil, pelayanan_publik, pengembangan_diri, mengelola_perubahan,
         pengambilan_keputusan, perekat_bangsa)
  SELECT p.id, date '2022-06-01' + h(p.id::int, 44), 'asesmen', '', now(),
         3, 3, 3, 3, 2 + h(p.id::int, 45) % 3, 3, 3, 3, 3
  FROM pegawai_pegawai p WHERE p.id % 2 = 0;

INSERT INTO pegawai_hukumandisiplin (pegawai_id, status, tingkat, jenis, mulai, sampai, nomor_sk, sumber,
         diubah_pada)
  SELECT p.id, CASE WHEN h(p.id::int, 47) < 30 THEN 2 ELSE 1 END,
         (ARRAY['S','S','B','R'])[1 + h(p.id::int, 52) % 4], '', date '2026-01-01',
         date '2026-06-30' + h(p.id::int, 46) % 300, '', '', now()
  FROM pegawai_pegawai p WHERE h(p.id::int, 47) < 45;

INSERT INTO pegawai_hasilujian (pegawai_id, jenis, tanggal, lulus, nomor, sumber, diubah_pada)
  SELECT p.id, (ARRAY[1,2,3,4,4,4])[1 + h(p.id::int, 48) % 6], date '2024-08-01', true, '', '', now()
  FROM pegawai_pegawai p WHERE h(p.id::int, 49) < 400;

INSERT INTO pegawai_penghargaan (pegawai_id, kode, nama, tanggal, nomor_sk, sumber, diubah_pada)
  SELECT p.id, (ARRAY[201,202,0])[1 + h(p.id::int, 53) % 3], 'Penghargaan', date '2020-08-17', '', '', now()
  FROM pegawai_pegawai p WHERE p.jenis = 1 AND h(p.id::int, 54) < 250;

INSERT INTO karier_komponentalenta (pegawai_id, tanggal, potensi, pengembangan, pengalaman, kesesuaian,
         penghargaan, penugasan, umpan_balik, sumber, diubah_pada)
  SELECT p.id, date '2026-06-30', h(p.id::int, 55) * 10, 4000 + h(p.id::int, 56) * 30 % 6000, 7000,
         5000 * (p.id % 3), 5000 * (p.id / 3 % 3), 6000,
         CASE WHEN h(p.id::int, 55) % 10 > 0 THEN 5000 + h(p.id::int, 55) * 5 END, '', now()
  FROM pegawai_pegawai p WHERE h(p.id::int, 56) < 250;

INSERT INTO pegawai_pengguna (password, is_superuser, username, nama, email, is_active, is_staff, dibuat_pada)
  VALUES ('!', false, 'bench', 'Bench', '', true, true, now());

INSERT INTO pegawai_cakupandata (instansi_id, register, mulai, sampai, sumber, dinyatakan_oleh_id,
         dinyatakan_pada)
  SELECT i.id, r, CASE WHEN r = 'hukuman_disiplin' THEN date '2005-01-01' ELSE date '2026-01-01' END,
         '2027-12-31', '', u.id, now()
  FROM pegawai_instansi i, pegawai_pengguna u,
       unnest(ARRAY['hukuman_disiplin', 'ujian', 'pengembangan', 'riwayat_jabatan']) r;
