"""A model of the road for random walks: any act, by anybody, at any moment.

The machine knows nothing of how acts are written. After each step it reads the database and asks
whether what stands there can have come about by the table alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import pairwise
from typing import Any
from uuid import uuid4

from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jejak.models import IsiPeristiwa, Peristiwa
from mutasi.alur import (
    AKHIR,
    ALUR,
    BER_SK,
    GERBANG_STATUS,
    JAUH,
    PERANAN,
    SAH,
    Aksi,
    Gerbang,
    StatusUsulan,
    tujuan,
)
from mutasi.kernel.jenis import Tahap
from mutasi.models import AgendaSidang, UsulanMutasi
from mutasi.services import berkas as acts_berkas
from mutasi.services import bkn as acts_bkn
from mutasi.services import kesediaan as acts_kesediaan
from mutasi.services import penyampaian as acts_penyampaian
from mutasi.services import ppk as acts_ppk
from mutasi.services import pyb as acts_pyb
from mutasi.services import telaah as acts_telaah
from mutasi.services import usulan as acts
from mutasi.services import usulan_batal as acts_batal
from mutasi.services.jalan import sidik_usulan
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from tests.factories.jalan import (
    ALASAN,
    MAJU,
    PER,
    TMT,
    Kantor,
    akun,
    ambil,
    draf,
    kasus,
    kursi,
    orang,
    tulis_alasan,
)
from tests.mutasi.jalan.model_sk import SESUDAH_PPK, cabut, fakta_sk
from toolkit.policy import Refusal

S = StatusUsulan
Perbuatan = Callable[[Kantor, UsulanMutasi, Pengguna], object]
KATA = "Alasan yang cukup panjang untuk dapat dipertanggungjawabkan kepada siapa pun."


def _telaah(k: Kantor, u: UsulanMutasi, oleh: Pengguna) -> None:
    baris = u.telaah.filter(versi=u.versi, dijawab_pada__isnull=True).order_by("pk").first()
    if baris is not None:
        setuju = oleh.pk % 2 == 0
        acts_telaah.jawab_telaah(
            baris.pk, oleh=oleh, per=PER, setuju=setuju, alasan="" if setuju else KATA
        )


def _ubah(k: Kantor, u: UsulanMutasi, oleh: Pengguna) -> None:
    acts_batal.ubah_isi(u.pk, oleh=oleh, per=PER, sebab=KATA, tmt=TMT.replace(month=8))


def _bkn(nama: str) -> Perbuatan:
    def satu(k: Kantor, u: UsulanMutasi, oleh: Pengguna) -> None:
        isi = {"tanggal": PER, "catatan": KATA}
        getattr(acts_bkn, nama)([u.pk], oleh=oleh, per=PER, **isi)

    return satu


# What anybody may try. A bulk act that reports instead of raising is as good: nothing may move.
ACAK: dict[str, Perbuatan] = {
    "ajukan": lambda k, u, o: acts.ajukan(u.pk, oleh=o, per=PER),
    "verifikasi": lambda k, u, o: acts.verifikasi(
        tulis_alasan(k, u).pk, oleh=o, per=PER, catatan=KATA
    ),
    "periksa": lambda k, u, o: acts.periksa(u.pk, oleh=o, per=PER),
    "telaah": _telaah,
    "beritahukan": lambda k, u, o: acts_penyampaian.beritahukan(
        u.pk, oleh=o, per=PER, cara="Surat"
    ),
    "bersedia": lambda k, u, o: acts_kesediaan.jawab_kesediaan(
        u.pk, oleh=o, per=PER, jawaban="bersedia"
    ),
    "keberatan": lambda k, u, o: acts_kesediaan.jawab_kesediaan(
        u.pk, oleh=o, per=PER, jawaban="keberatan", alasan="jarak", uraian=KATA
    ),
    "kaji": lambda k, u, o: acts.kaji(u.pk, oleh=o, per=PER),
    "kaji_ulang": lambda k, u, o: acts.kaji_ulang(u.pk, oleh=o, per=PER, alasan=KATA),
    "serahkan": lambda k, u, o: acts.serahkan(u.pk, oleh=o, per=PER),
    "setujui_pyb": lambda k, u, o: acts_pyb.setujui_pyb(u.pk, oleh=o, per=PER, alasan=KATA),
    "kembalikan_pyb": lambda k, u, o: acts_pyb.kembalikan_pyb(u.pk, oleh=o, per=PER, alasan=KATA),
    "tolak_pyb": lambda k, u, o: acts_pyb.tolak_pyb(u.pk, oleh=o, per=PER, alasan=KATA),
    "usulkan_bkn": lambda k, u, o: acts_bkn.usulkan_bkn(
        [u.pk], nomor_imut=f"IM-{u.pk}", diusulkan=PER, oleh=o, per=PER, alasan=KATA
    ),
    "pertek": lambda k, u, o: acts_bkn.catat_pertek(
        [u.pk], acts_bkn.IsiPertek("PERTEK/1", PER, b"%PDF-1.4 x"), oleh=o, per=PER
    ),
    "otomatis": lambda k, u, o: acts_bkn.catat_otomatis([u.pk], oleh=o, per=PER, alasan=KATA),
    "kembali_bkn": _bkn("catat_pengembalian"),
    "tolak_bkn": _bkn("catat_penolakan"),
    "setujui_ppk": lambda k, u, o: acts_ppk.setujui_ppk(u.pk, oleh=o, per=PER, alasan=KATA),
    "kembalikan_ppk": lambda k, u, o: acts_ppk.kembalikan_ppk(u.pk, oleh=o, per=PER, alasan=KATA),
    "tolak_ppk": lambda k, u, o: acts_ppk.tolak_ppk(u.pk, oleh=o, per=PER, alasan=KATA),
    "kembalikan": lambda k, u, o: acts_batal.kembalikan(u.pk, oleh=o, per=PER, alasan=KATA),
    "ubah": _ubah,
    "tarik": lambda k, u, o: acts_batal.tarik(u.pk, oleh=o, per=PER, alasan=KATA),
    "batalkan": lambda k, u, o: acts_batal.batalkan(u.pk, oleh=o, per=PER, alasan=KATA),
    "gugurkan": lambda k, u, o: acts_batal.gugurkan(u.pk, oleh=o, per=PER, alasan=KATA),
}
# Ends a case for good: rarely, or no walk would come far.
MEMATIKAN = {"tolak_pyb", "tolak_ppk", "tarik", "batalkan", "gugurkan", "tolak_bkn"}

# Who takes a case back a part of the way.
MUNDUR = {
    "kembalikan": "analis", "ubah": "penyusun", "kembalikan_pyb": "sekda",
    "kembalikan_ppk": "bupati", "kembali_bkn": "operator", "kaji_ulang": "kabid",
    "keberatan": "pegawai",
}  # fmt: skip


def para_pelaku(k: Kantor, kasus: Iterable[UsulanMutasi]) -> list[Pengguna]:
    """Everybody who may try: the office, and whom the cases are about."""
    return [
        k.penyusun, k.analis, k.kabid, k.kepala, k.kepala_asal, k.kepala_tujuan, k.sekda,
        *k.anggota_tpk, k.bupati, k.operator, k.hukum, k.inspektorat, *(akun(u) for u in kasus),
    ]  # fmt: skip


def dunia_jalan(k: Kantor) -> list[UsulanMutasi]:
    """One case of each shape of road, at different places of it; the last is about the analyst."""
    semua = [
        draf(k), kasus(k, S.MENUNGGU_KESEDIAAN, jenjang="jf"),
        kasus(k, S.SIDANG_TPK, jenjang="pengawas"),
        kasus(k, S.DIKAJI, jenis="permintaan_sendiri"),
        kasus(k, S.DIUSULKAN_BKN, jenis="pengukuhan", jenjang="administrator", pegawai=_pejabat(k)),
        draf(k),
    ]  # fmt: skip
    # The analyst is a person too: one of the cases is about himself.
    diri = semua[-1].pegawai
    diri.pengguna = k.analis
    diri.save(update_fields=["pengguna"])
    return [ambil(u) for u in semua]


def _pejabat(k: Kantor) -> Pegawai:
    """A head whose post is confirmed; each office has one structural post."""
    return orang(kursi(k.unit["bidang"], "administrator"))


def _baca(u: UsulanMutasi) -> UsulanMutasi:
    """As it stands now, without the names that only pages need."""
    return UsulanMutasi.objects.select_related("pegawai").get(pk=u.pk)


def periksa_kasus(u: UsulanMutasi) -> None:
    """What stands in the database can have come about by the table alone."""
    stays = list(u.singgah.order_by("masuk_pada", "pk"))
    assert stays[-1].status == u.status
    assert stays[-1].keluar_pada is None
    assert all(s.keluar_pada is not None for s in stays[:-1])
    assert u.terjauh == max(JAUH[s.status] for s in stays)
    for lama, baru in pairwise(stays):
        langkah = ALUR[Aksi(baru.aksi)]
        assert lama.status in langkah.dari, (lama.status, baru.aksi)
        assert baru.status in langkah.ke, (baru.aksi, baru.status)
        _gerbang_tak_terlewat(u, baru)
    _jejak_menjelaskan(u, stays)
    _fakta(u)
    fakta_sk(u)
    _pelaku_berbeda(u)
    _rahasia(u)


def _gerbang_tak_terlewat(u: UsulanMutasi, baru: Any) -> None:
    """From the state it left, the act led to the first target the case has to stop in."""
    if baru.versi != u.versi or baru.aksi == Aksi.UBAH:
        return  # the gates of an older content are no longer known
    if Gerbang.IZIN in u.gerbang or baru.aksi in (Aksi.AJUKAN,):
        return  # a permit may be asked for later than the step
    assert baru.status == tujuan(Aksi(baru.aksi), u.gerbang), (baru.aksi, baru.status, u.gerbang)


def _jejak_menjelaskan(u: UsulanMutasi, stays: list[Any]) -> None:
    """Every stay but the first has its entry of the trail, in order, with both states."""
    entri = list(Peristiwa.objects.atas("mutasi.usulanmutasi", u.pk).order_by("urutan"))
    isi = IsiPeristiwa.objects.in_bulk([e.pk for e in entri])
    langkah = [
        (e.tindakan.removeprefix("mutasi.usulan."), isi[e.pk].data)
        for e in entri
        if e.tindakan.removeprefix("mutasi.usulan.") in Aksi.values
    ]
    assert [a for a, _ in langkah] == [s.aksi for s in stays[1:]]
    for (_, data), lama, baru in zip(langkah, stays, stays[1:], strict=False):
        assert data["sebelum"]["status"] == lama.status
        assert data["sesudah"]["status"] == baru.status


# Which decision that still counts must stand behind a case beyond this state.
_BUKTI: tuple[tuple[StatusUsulan, Aksi, Gerbang | None], ...] = (
    (S.DIVERIFIKASI, Aksi.VERIFIKASI, None),
    (S.DITELAAH_UNIT, Aksi.PERIKSA, None),
    (S.SIDANG_TPK, Aksi.SERAHKAN, None),
    (S.DIREKOMENDASI, Aksi.REKOMENDASIKAN, Gerbang.TPK),
    (S.PROSES_ANTAR_INSTANSI, Aksi.SETUJUI_PYB, Gerbang.PYB),
    (S.DISETUJUI_PPK, Aksi.SETUJUI_PPK, None),
)


def _fakta(u: UsulanMutasi) -> None:
    if u.status in (*AKHIR, S.DRAF, S.DIAJUKAN, S.DIKEMBALIKAN):
        return
    sah = {p.aksi: p for p in u.persetujuan.all() if p.gugur_pada is None and p.versi == u.versi}
    for sejak, aksi, gerbang in _BUKTI:
        if JAUH[u.status] < JAUH[sejak] or (sejak == S.DIVERIFIKASI == u.status):
            continue
        if u.status in (S.DITUNDA,) and aksi is Aksi.REKOMENDASIKAN:
            continue
        if gerbang is None or gerbang in u.gerbang:
            assert aksi in sah, (u.status, aksi)
            assert sah[aksi].sidik == sidik_usulan(u), "a decision about another content counts"
    if JAUH[u.status] > JAUH[S.SIDANG_TPK] and u.status != S.DITUNDA and Gerbang.TPK in u.gerbang:
        agenda = AgendaSidang.objects.filter(usulan=u, versi=u.versi, sidang__status="ditutup")
        assert agenda.filter(putusan="rekomendasi").exists(), "no minutes"
    if JAUH[u.status] >= JAUH[S.MENUNGGU_PPK] and Gerbang.BKN in u.gerbang:
        pertek = u.pertek.filter(versi=u.versi, hasil__in=("terbit", "otomatis"))
        assert pertek.exists(), "no pertek"
    # While it is studied he may still change his mind; the panel gets it with consent or a ground.
    if JAUH[u.status] > JAUH[S.DIKAJI] and Gerbang.KESEDIAAN in u.gerbang:
        jawab = u.kesediaan.filter(versi=u.versi).first()
        assert (jawab and jawab.jawaban in ("ingin", "bersedia")) or u.dasar_tanpa_kesediaan
    perlu = GERBANG_STATUS.get(StatusUsulan(u.status))
    assert perlu is None or perlu in u.gerbang or u.status == S.DISETUJUI_PYB


def _pelaku_berbeda(u: UsulanMutasi) -> None:
    diri = u.pegawai.pengguna_id
    peranan: dict[int, set[str]] = {}
    for p in u.persetujuan.filter(gugur_pada__isnull=True):
        assert p.diputus_oleh_id != diri, "decided his own case"
        if Aksi(p.aksi) in PERANAN:
            peranan.setdefault(p.diputus_oleh_id, set()).add(PERANAN[Aksi(p.aksi)])
    if u.diajukan_oleh_id in peranan:
        peranan[u.diajukan_oleh_id].add("pengusul")
    for semua in peranan.values():
        for satu in semua:
            for dua in semua - {satu}:
                assert frozenset({satu, dua}) in SAH, semua


def _rahasia(u: UsulanMutasi) -> None:
    """The person learns of it when he was told, not before; and then always."""
    tampak = UsulanMutasi.objects.for_user(akun(u), per=PER).filter(pk=u.pk).exists()
    tahu = u.tahap in (Tahap.DIBERITAHUKAN, Tahap.DIUMUMKAN)
    assert tampak is tahu


class JalanAcak(RuleBasedStateMachine):
    """Six cases, everybody, any act. Built on a world somebody else made; leaves it as it was."""

    kantor: Kantor
    kasus: list[UsulanMutasi]
    pelaku: list[Pengguna]
    langkah: Counter[str] = Counter()

    def __init__(self) -> None:
        super().__init__()
        # What the office made for a step (a team, a signer) is gone with the walk that made it.
        self._bawaan = dict(self.kantor.bawaan)
        self._atom = transaction.atomic()
        self._atom.__enter__()
        self.disentuh: UsulanMutasi | None = None

    @rule(n=st.integers(0, 5), berapa=st.integers(1, 8))
    def menurut_jalan(self, n: int, berapa: int) -> None:
        """The proper actors do what comes next; refused only because of what went before."""
        for _ in range(berapa):
            self._maju(n)

    def _maju(self, n: int) -> None:
        u = _baca(self.kasus[n])
        maju = (MAJU | SESUDAH_PPK).get(StatusUsulan(u.status))
        if maju is not None:
            self._coba(f"jalan:{u.status}", u, lambda: maju(self.kantor, u))

    @rule(n=st.integers(0, 5), apa=st.sampled_from(sorted(set(ACAK) - MEMATIKAN)), siapa=st.data())
    def sembarang(self, n: int, apa: str, siapa: st.DataObject) -> None:
        """Anybody tries anything."""
        oleh = siapa.draw(st.sampled_from(self.pelaku), label="pelaku")
        u = _baca(self.kasus[n])
        self._coba(apa, u, lambda: ACAK[apa](self.kantor, u, oleh))

    @rule(n=st.integers(0, 5), apa=st.sampled_from(sorted(MUNDUR)))
    def mundur(self, n: int, apa: str) -> None:
        """Who may send a case back, change it or object does so."""
        u = _baca(self.kasus[n])
        oleh = akun(u) if apa == "keberatan" else getattr(self.kantor, MUNDUR[apa])
        self._coba(apa, u, lambda: ACAK[apa](self.kantor, u, oleh))

    @rule(n=st.integers(0, 5), apa=st.sampled_from(sorted(MEMATIKAN)), siapa=st.data(),
          jarang=st.integers(0, 9))  # fmt: skip
    def mengakhiri(self, n: int, apa: str, siapa: st.DataObject, jarang: int) -> None:
        """Somebody tries to end a case."""
        if jarang:
            return
        oleh = siapa.draw(st.sampled_from(self.pelaku), label="pelaku")
        u = _baca(self.kasus[n])
        self._coba(apa, u, lambda: ACAK[apa](self.kantor, u, oleh))

    @rule(n=st.integers(0, 5), jarang=st.integers(0, 2))
    def mencabut(self, n: int, jarang: int) -> None:
        """The decree about a case is revoked, before its day or after it."""
        u = _baca(self.kasus[n])
        if not jarang and u.status in BER_SK:
            self._coba("cabut", u, lambda: cabut(self.kantor, u))

    @rule(n=st.integers(0, 5), siapa=st.data())
    def memecah(self, n: int, siapa: st.DataObject) -> None:
        """Somebody tries to split a case off its file."""
        oleh = siapa.draw(st.sampled_from(self.pelaku), label="pelaku")
        u = _baca(self.kasus[n])
        self._coba(
            "pecah", u,
            lambda: acts_berkas.pecah(
                u.berkas_id, [u.pk], oleh=oleh, per=PER, nama=f"Pecahan {uuid4().hex[:6]}"
            ),
        )  # fmt: skip

    def _coba(self, apa: str, u: UsulanMutasi, perbuatan: Callable[[], object]) -> None:
        self.langkah["langkah"] += 1
        with suppress(Refusal), transaction.atomic():
            perbuatan()
            self.langkah[f"jadi:{apa}"] += 1
        self.disentuh = u

    @invariant()
    def masuk_akal(self) -> None:
        """After each step, of the case it was about."""
        if self.disentuh is not None:
            periksa_kasus(_baca(self.disentuh))

    def teardown(self) -> None:
        """All cases once more; then the world as it was."""
        try:
            for u in self.kasus:
                periksa_kasus(_baca(u))
            for u in self.kasus:
                self.langkah[f"akhir:{_baca(u).status}"] += 1
        finally:
            transaction.set_rollback(True)
            self._atom.__exit__(None, None, None)
            self.kantor.bawaan.clear()
            self.kantor.bawaan.update(self._bawaan)


__all__ = ["ALASAN", "JalanAcak", "dunia_jalan", "para_pelaku", "periksa_kasus"]
