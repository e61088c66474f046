"""Matches, needs, sheets, files and people in any order: what is counted is never left wrong.

After every act everything derived is computed anew; it must find nothing to mend.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from django.db.models import F, Q

from config.turunan import hitung_ulang
from pegawai.models import Formasi, Jabatan, MacamPadanan, Padanan, Pegawai, Penugasan
from pegawai.services import register
from pegawai.services.tmt import koreksi_tmt
from pegawai.services.turunan import segarkan_orang
from penilaian.models import BarisLembar, Kebutuhan, LembarAbk, SumberKebutuhan
from penilaian.services import lembar as acts_lembar
from penilaian.services import padanan as acts
from penilaian.services.kebutuhan import tetapkan_kebutuhan
from tests.factories.padanan import HARI, Kantor, acak, kantor
from tests.factories.pegawai import formasi, pegawai
from tests.factories.penilaian import lembar_abk
from tests.helpers import siasn
from tests.helpers.berkas_impor import berkas, sistem, terapkan
from toolkit.policy import Refusal

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("pada_hari_ini")]
LANGKAH = 14
KEPALA = ("UNOR ID", "JABATAN ID", "JABATAN NAMA", "KEBUTUHAN")


class Jalan:
    """One office, and the acts that may befall it."""

    def __init__(self, benih: int, folder: Path) -> None:
        self.k: Kantor = acak(benih)
        self.r = Random(benih)  # noqa: S311
        self.folder = folder
        self.kantor = list(self.k.unit.values())
        self.dikenal: list[int] = []

    def _jabatan(self) -> Jabatan:
        k = self.k
        semua = [k.penata, k.operator, *k.perawat.values(), k.lama, k.kuno, k.perawat_saja]
        return self.r.choice([*semua, *Jabatan.objects.filter(kelompok=True)])

    def _hari(self) -> date:
        return HARI + timedelta(days=self.r.choice([-900, -200, -30, 0, 40]))

    def _sasaran(self) -> dict[str, int | str | bool]:
        ke = self.r.choice([self.k.penata, self.k.operator, *self.k.perawat.values()])
        pilihan: list[dict[str, int | str | bool]] = [
            {"ke_id": ke.pk}, {"ke_id": ke.pk}, {"rumpun": "Perawat"}, {"abaikan": True}
        ]  # fmt: skip
        return self.r.choice(pilihan)

    def padankan(self) -> None:
        """A name of the register is decided."""
        dari = self.r.choice([self.k.lama, self.k.kuno, self.k.perawat_saja])
        satu = acts.Keputusan(MacamPadanan.JABATAN, dari.pk, **self._sasaran())  # type: ignore[arg-type]
        acts.tetapkan(satu, dasar=self.k.dasar())

    def padankan_banyak(self) -> None:
        """Several at once, some of them refused."""
        semua = [
            acts.Keputusan(MacamPadanan.JABATAN, dari.pk, **self._sasaran())  # type: ignore[arg-type]
            for dari in (self.k.lama, self.k.kuno, self.k.penata)
        ]
        acts.tetapkan_banyak(semua, dasar=self.k.dasar())

    def akhiri(self) -> None:
        """A decision is taken back."""
        terbuka = list(Padanan.objects.berlaku().order_by("pk"))
        if terbuka:
            acts.akhiri_padanan(self.r.choice(terbuka).pk, dasar=self.k.dasar())

    def tetapkan(self) -> None:
        """One need."""
        post = self.r.choice(list(Formasi.objects.order_by("pk")))
        tetapkan_kebutuhan(
            post.pk, mentah=Decimal(self.r.randint(0, 28)) / 4,
            sumber=self.r.choice(list(SumberKebutuhan)),
            per=self._hari(), dasar="uji", oleh=sistem(),
        )  # fmt: skip

    def lembar(self) -> None:
        """A needs sheet speaks for some day."""
        lembar: LembarAbk = lembar_abk(self.k.analis)
        LembarAbk.objects.filter(pk=lembar.pk).update(per=self._hari())
        BarisLembar.objects.bulk_create(
            BarisLembar(
                lembar=lembar, nomor=10 + n, macam="posisi", bagian="Pelaksana",
                teks_unit=self.r.choice(self.kantor).nama, teks_jabatan=self._jabatan().nama,
                kebutuhan=Decimal(self.r.randint(0, 12)) / 2, keadaan="sisa_unit",
            )
            for n in range(6)
        )  # fmt: skip
        acts_lembar.terapkan_lembar(lembar.pk, oleh=self.k.analis)

    def berkas_kebutuhan(self) -> None:
        """A workbook of needs with ids, also of a name no reference knows."""
        baris = {
            (self.r.choice(self.kantor).siasn_id, self._jabatan().siasn_id): self.r.randint(0, 9)
            for _ in range(6)
        }
        isi = [(u, j, "", n) for (u, j), n in baris.items() if not j.startswith("kelompok")]
        path = berkas(self.folder, KEPALA, *isi, (self.kantor[2].siasn_id, "X9", "JURU BARU", 1))
        terapkan("kebutuhan", path, per=self._hari())

    def berkas_pegawai(self) -> None:
        """The month's export: people come, move and stay away."""
        orang = sorted({*self.dikenal, *(self.r.randint(1, 30) for _ in range(12))})
        self.dikenal = orang

        def satu(nomor: int) -> dict[str, object]:
            unit, jabatan = self.r.choice(self.kantor), self._jabatan()
            while jabatan.kelompok:
                jabatan = self._jabatan()
            return siasn.orang(
                nomor, unit=(unit.siasn_id, unit.nama), jabatan=(jabatan.siasn_id, jabatan.nama)
            )

        path = siasn.tulis_ekspor(self.folder / "pns.xlsx", [satu(n) for n in orang])
        terapkan("pegawai", path)

    def berhenti(self) -> None:
        """Somebody goes."""
        orang = self.r.choice(list(Pegawai.objects.filter(berhenti=None).order_by("pk")))
        register.catat_pemberhentian(
            orang.pk, oleh=self.k.analis, per=HARI, mulai=HARI, sebab="pensiun", alasan="SK"
        )

    def tmt(self) -> None:
        """A TMT is counted otherwise than printed."""
        orang = self.r.choice(list(Pegawai.objects.filter(berhenti=None).order_by("pk")))
        koreksi_tmt(
            orang.pk, oleh=self.k.analis, per=HARI, tmt_hitung=date(2013, 5, 1), alasan="Nama saja"
        )

    @property
    def semua(self) -> list[Callable[[], None]]:
        """Everything that may happen."""
        return [
            self.padankan, self.padankan, self.padankan_banyak, self.akhiri, self.tetapkan,
            self.tetapkan, self.lembar, self.lembar, self.berkas_kebutuhan, self.berkas_pegawai,
            self.berhenti, self.tmt,
        ]  # fmt: skip


def salah(per: date) -> dict[str, object]:
    """What is counted wrongly now."""
    rusak: dict[str, object] = {k: v for k, v in hitung_ulang(per=per, oleh=sistem()).items() if v}
    rantai = Formasi.objects.filter(dihitung_ke__dihitung_ke__isnull=False)
    di_luar = Formasi.objects.filter(dihitung_ke__isnull=False).exclude(dihitung_ke__unit=F("unit"))
    tempat = Kebutuhan.objects.filter(
        Q(asal__dihitung_ke__isnull=True) & ~Q(formasi=F("asal"))
        | Q(asal__dihitung_ke__isnull=False) & ~Q(formasi=F("asal__dihitung_ke"))
    )
    duduk = Penugasan.objects.definitif().terbuka().filter(formasi__dihitung_ke__isnull=False)
    for nama, rows in (("rantai", rantai), ("unit lain", di_luar), ("kebutuhan", tempat),
                       ("pemangku", duduk)):  # fmt: skip
        if rows.exists():
            rusak[nama] = list(rows.values_list("pk", flat=True))
    return rusak


def _jalani(benih: int, folder: Path, langkah: int) -> None:
    jalan, sejauh = Jalan(benih, folder), []
    for _ in range(langkah):
        langkah_ini = jalan.r.choice(jalan.semua)
        sejauh.append(langkah_ini.__name__)
        try:
            langkah_ini()
        except Refusal as tolak:
            sejauh[-1] += f" ({tolak.kode})"
        assert salah(HARI) == {}, sejauh
    assert sum("(" not in satu for satu in sejauh) > langkah // 2, sejauh


def test_a_need_that_speaks_for_a_past_day_leaves_who_works_here_today() -> None:
    k = kantor()
    pergi = pegawai("ANI", post=formasi(k.unit["sd1"], k.perawat["TR"]), lahir=date(1966, 2, 3))
    segarkan_orang([pergi.pk], per=HARI)
    padanan = acts.tetapkan_padanan_nama("PERAWAT", rumpun="Perawat", dasar=k.dasar())
    assert padanan.ke_jabatan is not None
    post = formasi(k.unit["sd1"], padanan.ke_jabatan)

    tetapkan_kebutuhan(
        post.pk, mentah=Decimal(3), sumber=SumberKebutuhan.PENETAPAN, per=date(2025, 1, 1),
        dasar="Lembar tahun lalu", oleh=sistem(),
    )  # fmt: skip

    post.refresh_from_db()
    assert (post.isi_pns, post.efektif_pns) == (1, 0), "retired in March, not taken off yet"


@pytest.mark.parametrize("benih", [1, 2, 3])
def test_after_any_few_acts_nothing_is_counted_wrongly(benih: int, tmp_path: Path) -> None:
    _jalani(benih, tmp_path, LANGKAH)


@pytest.mark.panjang
@pytest.mark.parametrize("benih", range(10, 50))
def test_after_many_acts_nothing_is_counted_wrongly(benih: int, tmp_path: Path) -> None:
    _jalani(benih, tmp_path, 40)
