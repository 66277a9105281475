"""Names put together at random from common given names: nobody real is described."""

from random import Random

from pegawai.enums import JenisKelamin

PRIA = (
    "Abdul", "Adi", "Agus", "Ahmad", "Akbar", "Aldi", "Ali", "Amir", "Andi", "Anwar", "Ardi", "Arief", "Asep", "Azlan",
    "Bambang", "Bayu", "Budi", "Darmawan", "Dedi", "Deni", "Didi", "Edi", "Eko", "Fadli", "Fajar", "Farhan", "Ferdi",
    "Firdaus", "Hadi", "Hafiz", "Haris", "Hendra", "Herman", "Heru", "Husni", "Ibrahim", "Idris", "Iwan", "Irwan",
    "Ismail", "Jamal", "Joko", "Jufri", "Kadir", "Khairul", "Lukman", "Mahmud", "Muhammad", "Mulyadi", "Nasir",
    "Nazar", "Nur", "Raden", "Rahmat", "Ramli", "Riko", "Rinaldi", "Rizal", "Rizwan", "Roni", "Rudi", "Rusli", "Saiful",
    "Samsul", "Sofian", "Sugeng", "Suharto", "Sukri", "Sutrisno", "Syahrul", "Syamsul", "Taufik", "Tono", "Usman",
    "Wahyu", "Wawan", "Yanto", "Yudi", "Yusuf", "Zainal", "Zaki", "Zulfikar", "Zulkifli",
)  # fmt: skip
WANITA = (
    "Ade", "Ainun", "Aisyah", "Anita", "Annisa", "Aprilia", "Ayu", "Citra", "Dahlia", "Desi", "Devi", "Dewi", "Dian",
    "Diana", "Eka", "Elis", "Elvi", "Endang", "Erna", "Evi", "Fatimah", "Fitri", "Hasanah", "Helmi", "Ida", "Ika",
    "Indah", "Ira", "Irma", "Juwita", "Kartika", "Khadijah", "Kurnia", "Laila", "Leni", "Lestari", "Lia", "Lilis",
    "Linda", "Lisa", "Marlina", "Maya", "Mega", "Melati", "Mila", "Murni", "Nadia", "Neneng", "Nilam", "Nita", "Novi",
    "Nur", "Nurul", "Puji", "Putri", "Rahma", "Rani", "Ratna", "Reni", "Rina", "Rini", "Rosita", "Rukmini", "Salma",
    "Sari", "Siska", "Siti", "Sri", "Suci", "Sulastri", "Susi", "Tika", "Titin", "Tuti", "Umi", "Vera", "Widya", "Winda",
    "Wulan", "Yanti", "Yuli", "Yuni", "Zahra", "Zubaidah",
)  # fmt: skip
BELAKANG_PRIA = (
    "Abdillah", "Adha", "Alfarizi", "Amin", "Anugrah", "Ardiansyah", "Arifin", "Aziz", "Bakri", "Basri", "Daulay",
    "Effendi", "Fauzi", "Febrian", "Firmansyah", "Ginting", "Gunawan", "Gustian", "Hakim", "Hamid", "Hanafi", "Harahap",
    "Hasan", "Hermanto", "Hidayat", "Huda", "Iskandar", "Junaidi", "Kurniawan", "Lubis", "Mahendra", "Marzuki",
    "Maulana", "Mustofa", "Nasution", "Nugroho", "Permana", "Pranata", "Prasetyo", "Pratama", "Purnomo", "Putra",
    "Rahman", "Ramadhan", "Ritonga", "Rosadi", "Saputra", "Sembiring", "Setiawan", "Sihombing", "Siregar", "Suganda",
    "Suhendra", "Supriadi", "Suryadi", "Syahputra", "Syarif", "Tanjung", "Utama", "Wibowo", "Wijaya", "Yulianto",
    "Zamzami",
)  # fmt: skip
BELAKANG_WANITA = (
    "Agustina", "Amalia", "Andriani", "Anggraini", "Apriyani", "Aryani", "Astuti", "Aulia", "Azizah", "Chairani",
    "Damayanti", "Fadhilah", "Fauziah", "Febriani", "Ginting", "Handayani", "Harahap", "Hartati", "Hasanah", "Hayati",
    "Herawati", "Hidayati", "Indriani", "Jannah", "Julianti", "Kusuma", "Lubis", "Maharani", "Mardiana", "Marlina",
    "Maryani", "Maulida", "Nasution", "Ningsih", "Novianti", "Nuraini", "Oktaviani", "Permatasari", "Pertiwi",
    "Pratiwi", "Purnama", "Puspita", "Rahayu", "Rahmawati", "Ramadhani", "Ritonga", "Rosdiana", "Safitri", "Sartika",
    "Septiani", "Setyawati", "Simanjuntak", "Siregar", "Suryani", "Susanti", "Syafitri", "Tanjung", "Utami", "Wahyuni",
    "Wati", "Wulandari", "Yuliana", "Yusnita", "Zulaikha",
)  # fmt: skip
TEMPAT_LAHIR = (
    "Batang Hari", "Batang Hari", "Batang Hari", "Muara Bulian", "Muara Tembesi", "Mersam", "Jambi", "Jambi",
    "Muaro Jambi", "Sarolangun", "Bangko", "Muara Bungo", "Kerinci", "Kuala Tungkal", "Padang", "Palembang", "Medan",
    "Pekanbaru", "Solok", "Yogyakarta", "Sragen", "Kebumen", "Banyumas", "Malang", "Bandung",
)  # fmt: skip


def nama_orang(acak: Random, kelamin: JenisKelamin) -> str:
    """One to three given names; men and women draw from their own lists."""
    pria = kelamin is JenisKelamin.PRIA
    depan, belakang = (PRIA, BELAKANG_PRIA) if pria else (WANITA, BELAKANG_WANITA)
    undi = acak.random()
    if undi < 0.06:
        return acak.choice(belakang)
    pertama = acak.choice(depan)
    tengah = f" {acak.choice(depan)}" if undi > 0.62 else ""
    return f"{pertama}{tengah} {acak.choice(belakang)}"


def tempat_lahir(acak: Random) -> str:
    """A town of birth; most are near."""
    return acak.choice(TEMPAT_LAHIR)
