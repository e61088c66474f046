"""Pages of schools, and the need of their teachers on its road to the posts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jejak.models import AksesData, IsiPeristiwa, Peristiwa
from organisasi.izin import Peran
from organisasi.models import JenisUnit, UnitKerja
from pegawai.models import Formasi, Pegawai, RiwayatSertifikat
from penilaian.models import Kebutuhan, Pembelajaran, PerhitunganKebutuhan, Rombel, TugasGuru
from penilaian.services.sekolah import Putusan, hitung_guru
from penilaian.services.uraian_jalan import (
    kembalikan_perhitungan,
    periksa_perhitungan,
    putuskan_perhitungan,
)
from tests.factories import organisasi as org
from tests.factories import pegawai as peg
from tests.factories.penilaian import kelas
from tests.helpers.htmx import periksa_potongan
from tests.helpers.layar import isi, kueri, masuk_sebagai
from toolkit.policy import NotAllowed, OutOfReach, WrongMoment

pytestmark = pytest.mark.django_db

PER = date(2026, 6, 1)


@dataclass(frozen=True)
class Dunia:
    """A secondary school: 45 hours of IPA by ANI and others, sports by BUDI, CITRA heads it; DINI
    of the primary school teaches there as a guest."""

    unit: dict[str, UnitKerja]
    smp: UnitKerja
    pertama: Formasi
    muda: Formasi
    orang: dict[str, Pegawai]


def ajar(rombel: Rombel, mapel: str, jtm: float, guru: Pegawai | None, **lain: Any) -> None:
    """A lesson."""
    Pembelajaran.objects.create(rombel=rombel, mapel=mapel, jtm=jtm, pegawai=guru, **lain)


@pytest.fixture
def dunia(pada_hari_ini: Any) -> Dunia:
    unit = org.kabupaten()
    smp = org.unit("SMP Negeri 1 Contoh", induk=unit["disdik"], jenis=JenisUnit.SEKOLAH_SMP)
    ahli = [peg.jabatan(f"Guru Ahli {j}", rumpun="Guru") for j in ("Pertama", "Muda")]
    pertama, muda = (peg.formasi(smp, j) for j in ahli)
    tamu = peg.formasi(unit["sd1"], ahli[0])
    post = {"ANI": pertama, "BUDI": muda, "CITRA": muda, "DINI": tamu}
    orang = {nama: peg.pegawai(nama, post=p) for nama, p in post.items()}
    tujuh, delapan = kelas(smp, "7A", tingkat=7, murid=40), kelas(smp, "8A", tingkat=8)
    lama = kelas(smp, "7Z", tingkat=7, semester="20251")
    ajar(lama, "IPA", 24, orang["ANI"])
    ajar(tujuh, "IPA", 25, orang["ANI"])
    ajar(delapan, "IPA", 20, None, non_asn=True)
    ajar(tujuh, "PJOK", 10, orang["BUDI"])
    ajar(delapan, "PJOK", 3, None)
    ajar(delapan, "IPS", 24, orang["DINI"])
    TugasGuru.objects.create(
        unit=smp, semester="20252", pegawai=orang["CITRA"], tugas="kepala_sekolah"
    )
    for nama, mapel in (("ANI", "Ilmu Pengetahuan Alam"), ("BUDI", "Seni Budaya")):
        RiwayatSertifikat.objects.create(pegawai=orang[nama], jenis="pendidik", nama=mapel)
    return Dunia({k: UnitKerja.objects.get(pk=u.pk) for k, u in unit.items()}, smp, pertama, muda,
                 orang)  # fmt: skip


def halaman(client: Client, pk: int) -> str:
    """The page of the school as text."""
    return " ".join(isi(client, reverse("penilaian:sekolah-rincian", args=[pk])).split())


@pytest.mark.sekali
def test_school_page_answers_first_and_shows_hours_need_and_teachers_per_subject(
    dunia: Dunia, client: Client
) -> None:
    masuk_sebagai(client, org.pengguna(Peran.ANALIS_BKD))

    jawaban = client.get(reverse("penilaian:sekolah-rincian", args=[dunia.smp.pk]))

    h = jawaban.context["h"]
    assert [(b.jabatan, b.butuh, b.ada, b.kurang, b.lebih) for b in h.keadaan.baris] == [
        ("kepala sekolah", 1, 1, 0, 0), ("IPA", 1, 1, 0, 0), ("IPS", 1, 0, 1, 0),
        ("PJOK", 1, 1, 0, 0), ("guru BK", 1, 0, 1, 0),
    ]  # fmt: skip
    assert [(t.tingkat, t.rombel, t.murid, t.ideal) for t in h.tingkat] == [
        (7, 1, 40, 2), (8, 1, 20, 1),
    ]  # fmt: skip
    teks = " ".join(jawaban.content.decode().split())
    assert 'Kekurangan <strong class="kurang">2 guru</strong>' in teks
    assert "1 atau 2, putuskan" in teks
    # 25 hours by an ASN, 20 by a teacher who is none, and the last semester alone.
    assert '<td class="num">45</td><td class="num">25</td><td class="num">20</td>' in teks
    tanda = {g.nama: (g.jabatan, g.tamu, g.keadaan.diakui, g.tanda) for g in h.pengajar}
    assert tanda == {
        "ANI": ("IPA", False, 25, []),
        "BUDI": ("PJOK", False, 0, ["mengajar di luar sertifikat", "kurang dari jam minimal"]),
        "CITRA": ("kepala sekolah", False, 24, ["belum bersertifikat"]),
        "DINI": ("", True, 24, ["belum bersertifikat"]),
    }  # fmt: skip
    catatan = AksesData.objects.get()
    assert (catatan.jumlah, catatan.apa) == (4, "jam mengajar dan sertifikat guru")


@pytest.mark.sekali
def test_names_of_teachers_stay_with_those_who_may_see_people(dunia: Dunia, client: Client) -> None:
    masuk_sebagai(client, org.pengguna(Peran.BAGIAN_ORGANISASI))
    teks = halaman(client, dunia.smp.pk)

    assert not any(nama in teks for nama in dunia.orang)
    assert "Guru 1" in teks
    assert not AksesData.objects.exists()
    kepala = org.pengguna(Peran.KEPALA_UNIT, unit=dunia.smp)
    milik = halaman(masuk_sebagai(client, kepala), dunia.smp.pk)
    # Over his own people; the guest belongs to another school.
    assert "ANI" in milik
    assert "DINI" not in milik
    luar = reverse("penilaian:sekolah-rincian", args=[dunia.unit["sd1"].pk])
    assert client.get(luar).status_code == 404
    assert client.get(luar.replace(str(dunia.unit["sd1"].pk), "999999")).status_code == 404


SARINGAN = {
    "": ["SMP 1", "SD 1", "SD 2"],
    "?keadaan=kurang": ["SMP 1"],
    "?keadaan=lebih": [],
    "?keadaan=putuskan": ["SMP 1"],
    "?keadaan=belum": ["SD 1", "SD 2"],
    "?jenis=smp": ["SMP 1"],
    "?jabatan=IPS": ["SMP 1"],
    "?jabatan=PJOK": [],
    "?q=negeri+2": ["SD 2"],
    "?keadaan=zz&kecamatan=9&q=smp": ["SMP 1"],
}


@pytest.mark.sekali
def test_list_of_schools_shows_what_its_address_filters_the_shortest_first(
    dunia: Dunia, client: Client
) -> None:
    masuk_sebagai(client, org.pengguna(Peran.ANALIS_BKD))

    hasil = {}
    for saring in SARINGAN:
        page = client.get(reverse("penilaian:sekolah") + saring).context["page"]
        hasil[saring] = [b.unit.nama.replace(" Negeri", "").removesuffix(" Contoh") for b in page]

    assert hasil == SARINGAN


@pytest.mark.sekali
def test_list_costs_the_same_queries_however_many_schools(dunia: Dunia, client: Client) -> None:
    masuk_sebagai(client, org.pengguna(Peran.ANALIS_BKD))
    daftar, satu = (
        reverse("penilaian:sekolah"),
        reverse("penilaian:sekolah-rincian", args=[dunia.smp.pk]),
    )
    sebelum = kueri(client, daftar)
    teks = " ".join(isi(client, daftar).split())
    assert '<strong class="kurang">2 guru</strong> di <a' in teks
    assert "2 sekolah</a> belum melaporkan rombel" in teks

    for kunci in ("sd1", "sd2"):
        ajar(kelas(dunia.unit[kunci]), "Guru Kelas", 24, None)

    assert kueri(client, daftar) <= sebelum <= 15
    # Two of them are savepoints around the note of access.
    assert kueri(client, satu) <= 17
    periksa_potongan(client, daftar, "tabel")


def hitung(dunia: Dunia, oleh: Any, **lain: Any) -> list[PerhitunganKebutuhan]:
    """Drafts of the school with IPA settled."""
    alasan = "Guru kedua datang semester depan"
    pilihan = {"pos": {}, "putusan": {"IPA": Putusan(2, alasan)}, "per": PER, **lain}
    return hitung_guru(dunia.smp.pk, oleh=oleh, **pilihan)


def test_need_of_teachers_becomes_drafts_and_after_check_and_decision_the_need_of_posts(
    dunia: Dunia,
) -> None:
    guru = org.pengguna(Peran.KOORDINATOR_DISDIK, unit=dunia.unit["disdik"], nama="Bu Koordinator")

    draf = hitung(dunia, guru)

    # Most teachers of each subject: IPA under Pertama, sports and the head under Muda.
    assert {d.formasi: (d.jumlah, d.mentah, d.keadaan) for d in draf} == {
        dunia.pertama: (2, Decimal("1.8750"), "draf"),
        dunia.muda: (4, Decimal("2.8083"), "draf"),
    }
    pertama = next(d for d in draf if d.formasi == dunia.pertama)
    assert pertama.rincian == [{
        "uraian": "IPA", "nilai": "1,875", "bulat": 2, "diputuskan": 2,
        "cara": "kasus per kasus, dipilih Bu Koordinator: Guru kedua datang semester depan",
        "asal": "45 JTM seminggu di 2 rombel, 60 murid, semester genap 2025/2026",
    }]  # fmt: skip
    assert {t["nama"] for t in pertama.tetapan} == {"jtm_minimal", "jtm_maksimal"}
    jejak = Peristiwa.objects.filter(tindakan="penilaian.perhitungan.dihitung")
    assert jejak.count() == 2
    alasan = IsiPeristiwa.objects.get(urutan=jejak.earliest("urutan").urutan).data["alasan"]
    assert alasan == "IPA: 2 guru, Guru kedua datang semester depan"

    periksa_perhitungan(pertama.pk, per=PER, oleh=org.pengguna(Peran.BAGIAN_ORGANISASI))
    with pytest.raises(WrongMoment, match="sudah diperiksa; minta dikembalikan"):
        hitung(dunia, guru)
    pemutus = org.pengguna(Peran.KEPALA_BKPSDM)
    putuskan_perhitungan(pertama.pk, dasar="SK 1", per=PER, oleh=pemutus)

    butuh = Kebutuhan.objects.get(formasi=dunia.pertama, sumber="guru")
    assert (butuh.jumlah, butuh.terhitung, butuh.perhitungan) == (2, 2, pertama)


def test_second_computation_is_the_next_version_and_empties_a_post_with_nothing_left(
    dunia: Dunia,
) -> None:
    kepala, pemeriksa = (
        org.pengguna(Peran.KEPALA_UNIT, unit=dunia.smp),
        org.pengguna(Peran.BAGIAN_ORGANISASI),
    )
    for draf in hitung(dunia, kepala):
        periksa_perhitungan(draf.pk, per=PER, oleh=pemeriksa)
        putuskan_perhitungan(draf.pk, dasar="SK 1", per=PER, oleh=org.pengguna(Peran.PYB))
    semua = ["kepala sekolah", "IPA", "IPS", "PJOK", "guru BK"]

    draf = hitung(dunia, kepala, pos=dict.fromkeys(semua, dunia.muda.pk))

    assert {(d.formasi_id, d.versi, d.jumlah) for d in draf} == {
        (dunia.pertama.pk, 2, 0), (dunia.muda.pk, 2, 6),
    }  # fmt: skip
    # The draft there is becomes the next one, also after it was given back.
    muda = next(d for d in draf if d.formasi == dunia.muda)
    periksa_perhitungan(muda.pk, per=PER, oleh=pemeriksa)
    kembalikan_perhitungan(muda.pk, alasan="Jam IPA keliru", per=PER, oleh=pemeriksa)
    lagi = hitung(dunia, kepala)
    assert {d.pk for d in lagi} == {d.pk for d in draf}
    assert {d.jumlah for d in lagi} == {2, 4}


def test_computing_is_refused_for_its_own_reason(dunia: Dunia) -> None:
    guru = org.pengguna(Peran.KOORDINATOR_DISDIK, unit=dunia.unit["disdik"])
    with pytest.raises(WrongMoment, match="Putuskan dahulu jumlah guru IPA."):
        hitung(dunia, guru, putusan={})
    with pytest.raises(WrongMoment, match="Sebutkan alasan pilihan untuk IPA."):
        hitung(dunia, guru, putusan={"IPA": Putusan(2, "ya")})
    with pytest.raises(NotAllowed, match="Kebutuhan guru disusun oleh"):
        hitung(dunia, org.pengguna(Peran.BAGIAN_ORGANISASI))
    with pytest.raises(OutOfReach):
        hitung(dunia, org.pengguna(Peran.KEPALA_UNIT, unit=dunia.unit["sd1"]))
    with pytest.raises(OutOfReach):
        hitung(dunia, guru, pos={"IPA": peg.formasi(dunia.unit["sd1"], dunia.muda.jabatan).pk})
    with pytest.raises(WrongMoment, match="Belum ada rombel yang dilaporkan"):
        hitung_guru(dunia.unit["sd2"].pk, pos={}, putusan={}, per=PER, oleh=guru)
    assert not PerhitunganKebutuhan.objects.exists()


@pytest.mark.sekali
def test_form_asks_for_what_is_open_and_brings_the_drafts(dunia: Dunia, client: Client) -> None:
    kepala = org.pengguna(Peran.KEPALA_UNIT, unit=dunia.smp)
    masuk_sebagai(client, kepala)
    url = reverse("penilaian:sekolah-hitung", args=[dunia.smp.pk])
    awal = client.get(url).context["form"]
    assert list(awal.fields)[:3] == ["guru-ipa", "alasan-ipa", "pos-ipa"]
    terisi = {nama: bidang.initial for nama, bidang in awal.fields.items() if nama[:3] == "pos"}

    galat = client.post(url, terisi)
    jadi = client.post(
        url, terisi | {"guru-ipa": "1", "alasan-ipa": "Jam tambahan di sekolah lain"}
    )

    assert galat.status_code == 422
    assert 'href="#id_guru-ipa"' in galat.content.decode()
    assert jadi.url == reverse("penilaian:sekolah-rincian", args=[dunia.smp.pk])
    assert PerhitunganKebutuhan.objects.get(formasi=dunia.pertama).jumlah == 1
    teks = halaman(client, dunia.smp.pk)
    assert "1 orang, versi 1, draf" in teks
    assert "putuskan</span>" not in teks
    rincian = reverse(
        "penilaian:perhitungan", args=[PerhitunganKebutuhan.objects.earliest("pk").pk]
    )
    assert "baris hitungan</h2>" in isi(client, rincian)
    sd = reverse("penilaian:sekolah-hitung", args=[dunia.unit["sd2"].pk])
    assert client.get(sd).status_code == 404
