"""Who may call, prepare, hold, sign and close a session of the TPK, and when.

A member who stood aside from a name neither records, decides nor closes it; who only sits in
another team does not learn that the session exists (404).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mutasi.models import (
    AgendaSidang,
    KedudukanTim,
    KehadiranSidang,
    SidangTPK,
    StatusSidang,
    SuaraSidang,
    TimPenilai,
)
from mutasi.models.sidang import MacamSuara
from mutasi.policies.jalan import berkerabat, bukan_diri, memegang
from mutasi.policies.tampak import tampak
from organisasi.izin import Izin
from organisasi.models import Pengguna
from toolkit.policy import NotAllowed, NotYours, OutOfReach, Policy, Refusal

S = StatusSidang
TUTUP = "Sidang ini sudah ditutup; berita acaranya tidak berubah lagi."
SAAT: dict[str, str] = {
    S.DIJADWALKAN: "Sidang ini belum dibuka.",
    S.BERLANGSUNG: "Sidang ini masih berlangsung; susun berita acaranya lebih dahulu.",
    S.DITANDATANGANI: "Berita acara sidang ini sedang ditandatangani.",
    S.DITUTUP: TUTUP,
    S.BATAL: "Sidang ini sudah dibatalkan.",
}


def kehadiran(sidang: SidangTPK, pengguna: Pengguna) -> KehadiranSidang | None:
    """The user's own seat at this session, when he came; remembered on the row for the page."""
    memo: dict[object, KehadiranSidang | None] = sidang.__dict__.setdefault("_kursi", {})
    if pengguna.pk not in memo:
        rows = KehadiranSidang.objects.filter(sidang=sidang, hadir=True, anggota__pengguna=pengguna)
        memo[pengguna.pk] = rows.select_related("anggota").first()
    return memo[pengguna.pk]


def menyingkir(agenda: AgendaSidang, pengguna: Pengguna) -> bool:
    """Whether the user stood aside from this name; remembered on the row for the page."""
    memo: dict[object, bool] = agenda.__dict__.setdefault("_menyingkir", {})
    if pengguna.pk not in memo:
        rows = SuaraSidang.objects.filter(agenda=agenda, suara=MacamSuara.MUNDUR)
        memo[pengguna.pk] = rows.filter(anggota__pengguna=pengguna).exists()
    return memo[pengguna.pk]


@Policy
def buka_ruang(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Come to the list of sessions."""
    if not memegang(pengguna, Izin.SIDANG_LIHAT, per=per):
        yield NotAllowed("Anda tidak berhak melihat sidang TPK.")


@Policy
def bentuk_tim(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Record the decree of a team."""
    if not memegang(pengguna, Izin.TIM_PENILAI_BENTUK, per=per):
        yield NotAllowed("Anda tidak berhak mencatat SK pembentukan tim penilai.")


@Policy
def akhiri_tim(tim: TimPenilai, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """End a team before its time."""
    yield from bentuk_tim.refusals(pengguna, per=per)
    if tim.selesai is not None and tim.selesai <= per:
        yield "Masa tugas tim ini sudah berakhir."


@Policy
def jadwalkan(pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """Call a session."""
    if not memegang(pengguna, Izin.SIDANG_KELOLA, per=per):
        yield NotAllowed("Anda tidak berhak menyiapkan sidang TPK.")


def _dalam(
    sidang: SidangTPK, pengguna: Pengguna, saat: tuple[StatusSidang, ...], per: date, *izin: Izin
) -> Iterator[Refusal | str]:
    if not tampak(sidang, pengguna, per=per):
        yield OutOfReach()
    if not memegang(pengguna, *izin, per=per):
        yield NotAllowed("Anda tidak berhak melakukan ini di sidang TPK.")
    if sidang.status not in saat:
        yield SAAT[sidang.status]


@Policy
def lihat(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal]:
    """See the session; to others it does not exist."""
    if not tampak(sidang, pengguna, per=per):
        yield OutOfReach()


@Policy
def siapkan(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Cancel it, put cases on its agenda or take them off: until the minutes are frozen."""
    saat = (S.DIJADWALKAN, S.BERLANGSUNG)
    yield from _dalam(sidang, pengguna, saat, per, Izin.SIDANG_KELOLA)


@Policy
def jadwal_ulang(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Another day: only before it began."""
    yield from _dalam(sidang, pengguna, (S.DIJADWALKAN,), per, Izin.SIDANG_KELOLA)


@Policy
def buka(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Open it with who came."""
    izin = (Izin.SIDANG_KELOLA, Izin.SIDANG_PIMPIN)
    yield from _dalam(sidang, pengguna, (S.DIJADWALKAN,), per, *izin)
    if per < sidang.tanggal:
        yield "Hari sidang belum tiba. Jadwalkan ulang bila sidang dimajukan."


@Policy
def catat_hadir(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Correct who is present while it runs."""
    izin = (Izin.SIDANG_KELOLA, Izin.SIDANG_PIMPIN)
    yield from _dalam(sidang, pengguna, (S.BERLANGSUNG,), per, *izin)


@Policy
def lihat_bahasan(
    agenda: AgendaSidang, pengguna: Pengguna, *, per: date, kerabat: bool
) -> Iterator[Refusal]:
    """Read what is said of one name: nobody who is it, is tied to it, or stood aside from it."""
    if not tampak(agenda.sidang, pengguna, per=per):
        yield OutOfReach()
    if menyingkir(agenda, pengguna):
        yield NotYours("Anda menyingkir dari nama ini; pembahasannya tidak dibuka untuk Anda.")
    elif kerabat or agenda.usulan.pegawai.pengguna_id == pengguna.pk:
        yield NotYours("Anda tidak ikut membahas nama ini; orang lain yang memprosesnya (H24).")


@Policy
def putuskan(
    agenda: AgendaSidang, pengguna: Pengguna, *, per: date, kerabat: bool
) -> Iterator[Refusal | str]:
    """Record what the session says of one name."""
    yield from _dalam(agenda.sidang, pengguna, (S.BERLANGSUNG,), per, Izin.SIDANG_KELOLA)
    yield from bukan_diri(agenda.usulan, pengguna, kerabat=kerabat)
    if menyingkir(agenda, pengguna):
        yield NotYours("Anda menyingkir dari nama ini; orang lain yang mencatatnya.")


@Policy
def bersuara(
    agenda: AgendaSidang, pengguna: Pengguna, *, per: date, kerabat: bool | None = None
) -> Iterator[Refusal | str]:
    """Say one's own: a dissent, an abstention, agreement. ``kerabat``: known already; a tie may
    have been declared since the session was opened."""
    saat = (S.BERLANGSUNG,)
    yield from _dalam(agenda.sidang, pengguna, saat, per, Izin.SIDANG_IKUT)
    kursi = kehadiran(agenda.sidang, pengguna)
    if kursi is None or not kursi.anggota.bersuara:
        yield NotYours("Hanya anggota bersuara yang hadir yang memberi suara.")
    if menyingkir(agenda, pengguna):
        yield NotYours("Anda menyingkir dari nama ini, jadi tidak memberi suara.")
    if kerabat is None:
        kerabat = berkerabat(agenda.usulan.pegawai_id, pengguna)
    yield from bukan_diri(agenda.usulan, pengguna, kerabat=kerabat)


@Policy
def mundur(agenda: AgendaSidang, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Stand aside from one name of one's own accord."""
    izin = (Izin.SIDANG_IKUT, Izin.SIDANG_KELOLA)
    yield from _dalam(agenda.sidang, pengguna, (S.BERLANGSUNG,), per, *izin)
    if kehadiran(agenda.sidang, pengguna) is None:
        yield NotYours("Hanya anggota yang hadir yang dapat menyingkir dari satu nama.")
    if menyingkir(agenda, pengguna):
        yield "Anda sudah menyingkir dari nama ini."


@Policy
def susun(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Freeze the minutes."""
    yield from _dalam(sidang, pengguna, (S.BERLANGSUNG,), per, Izin.SIDANG_KELOLA)


@Policy
def perbaiki(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Take the frozen minutes back, which voids the signatures."""
    izin = (Izin.SIDANG_KELOLA, Izin.SIDANG_PIMPIN)
    yield from _dalam(sidang, pengguna, (S.DITANDATANGANI,), per, *izin)


@Policy
def tandatangani(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Sign for oneself, or say why not."""
    izin = (Izin.SIDANG_IKUT, Izin.SIDANG_KELOLA)
    yield from _dalam(sidang, pengguna, (S.DITANDATANGANI,), per, *izin)
    kursi = kehadiran(sidang, pengguna)
    if kursi is None:
        yield NotYours("Hanya anggota yang hadir yang menandatangani berita acara.")
    elif kursi.selesai:
        yield "Anda sudah memberi jawaban atas berita acara ini."


@Policy
def wakili(kursi: KehadiranSidang, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Record somebody else's signature on paper, or his refusal."""
    sidang = kursi.sidang
    yield from _dalam(sidang, pengguna, (S.DITANDATANGANI,), per, Izin.SIDANG_KELOLA)
    if kursi.anggota.pengguna_id == pengguna.pk:
        yield NotYours("Tanda tangan Anda sendiri diberikan dengan akun Anda.")
    if not kursi.hadir:
        yield "Anggota ini tidak hadir, jadi tidak menandatangani."
    elif kursi.selesai:
        yield "Jawaban anggota ini sudah tercatat."


@Policy
def tutup_hak(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Whether closing is this user's business at all: then the page shows the button."""
    yield from _dalam(sidang, pengguna, tuple(S), per, Izin.SIDANG_PIMPIN)


@Policy
def tutup(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Close it: who leads the TPK and signed these minutes himself."""
    yield from _dalam(sidang, pengguna, (S.DITANDATANGANI,), per, Izin.SIDANG_PIMPIN)
    yield from _memimpin(sidang, pengguna)
    if sidang.status == S.DITANDATANGANI:
        belum = KehadiranSidang.objects.filter(
            sidang=sidang, hadir=True, ditandatangani_pada__isnull=True, menolak=""
        ).count()
        if belum:
            yield f"{belum} anggota yang hadir belum menandatangani atau menyatakan menolak."


@Policy
def teruskan(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """Carry on the names the one who closed could not: another who leads and was there."""
    yield from _dalam(sidang, pengguna, (S.DITUTUP,), per, Izin.SIDANG_PIMPIN)
    yield from _memimpin(sidang, pengguna)


def _memimpin(sidang: SidangTPK, pengguna: Pengguna) -> Iterator[Refusal]:
    kursi = kehadiran(sidang, pengguna)
    if kursi is None or kursi.anggota.kedudukan == KedudukanTim.SEKRETARIS:
        yield NotYours("Sidang ditutup oleh pimpinan yang hadir sebagai anggota bersuara.")
    elif kursi.ditandatangani_pada is None and sidang.status == S.DITANDATANGANI:
        yield NotYours("Tandatangani berita acara ini lebih dahulu, baru sidang ditutup.")


@Policy
def unduh(sidang: SidangTPK, pengguna: Pengguna, *, per: date) -> Iterator[Refusal | str]:
    """The minutes whole: they hold what was said of every name."""
    if not tampak(sidang, pengguna, per=per):
        yield OutOfReach()
    lain = SuaraSidang.objects.filter(
        agenda__sidang=sidang, suara=MacamSuara.MUNDUR, anggota__pengguna=pengguna
    ).exists() or AgendaSidang.objects.filter(
        sidang=sidang, usulan__pegawai__pengguna=pengguna
    ).exists()  # fmt: skip
    if lain:
        yield NotYours(
            "Berita acara lengkap memuat pembahasan nama yang tidak Anda ikuti; bagian lain dapat "
            "dibaca di halaman tanda tangan."
        )
    if not sidang.berita_acara:
        yield "Berita acara sidang ini belum disusun."
