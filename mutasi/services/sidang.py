"""A session of the TPK from its calling to its opening: day, agenda, presence, recusal.

Lock order of every act here and in the modules beside it: the session, then its cases by their key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jejak.catat import catat
from mutasi import tindakan_jalan as tindakan
from mutasi.alur import StatusUsulan
from mutasi.kernel.aturan.dasar import Titik
from mutasi.kernel.jenis import JenisMutasi
from mutasi.kernel.kuorum import kuorum
from mutasi.models import (
    AgendaSidang,
    AnggotaTimPenilai,
    KehadiranSidang,
    MacamSuara,
    MacamTim,
    SidangTPK,
    StatusSidang,
    SuaraSidang,
    TimPenilai,
    UsulanMutasi,
)
from mutasi.policies import sidang as policies
from mutasi.policies.jalan import KERABAT, banyak_orang, tersangkut
from mutasi.selectors.sidang_suara import anggota_kernel
from mutasi.selectors.tetapan_jalan import tetapan_jalan
from mutasi.services import aturan_jalan
from mutasi.services.jalan import HasilBaris
from mutasi.services.sidang_kabar import kabari
from organisasi.models import Pengguna
from pegawai.models import Pegawai
from pegawai.selectors.keluarga import yang_berhubungan
from toolkit.massal import sisipkan
from toolkit.policy import Refusal

S = StatusSidang
TERKAIT = "Benturan kepentingan yang tercatat (H24)"
MAKS_AGENDA = 600
TANPA_KUORUM = (
    "Jadwalkan ulang atau batalkan sidang ini; usulannya tetap menunggu sidang dan tidak hilang."
)


@transaction.atomic
def jadwalkan(
    *, tim_id: int, tanggal: date, tempat: str, cara: str, catatan: str = "", oleh: Pengguna,
    per: date,
) -> SidangTPK:  # fmt: skip
    """Call a session of a team that sits on that day, and tell its members."""
    policies.jadwalkan.check(oleh, per=per)
    tim = TimPenilai.objects.berlaku(tanggal).filter(pk=tim_id).first()
    if tim is None:
        raise Refusal("Tim itu tidak bertugas pada hari sidang.", kode="tim")
    sidang = SidangTPK.objects.create(
        tim=tim, tanggal=tanggal, tempat=tempat, cara=cara, catatan=catatan,
        dibuat_pada=timezone.now(), dibuat_oleh=oleh,
    )  # fmt: skip
    kabari(sidang, "Undangan sidang TPK", "undangan")
    catat(
        tindakan.SIDANG_DIJADWALKAN, sidang, oleh=oleh,
        sesudah={"tanggal": tanggal, "tempat": tempat, "tim": tim.nomor_sk},
    )  # fmt: skip
    return sidang


@transaction.atomic
def jadwal_ulang(
    sidang_id: UUID, *, tanggal: date, tempat: str, cara: str, alasan: str, oleh: Pengguna,
    per: date,
) -> SidangTPK:  # fmt: skip
    """Another day or place; the agenda stays."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.jadwal_ulang.check(sidang, oleh, per=per)
    if not TimPenilai.objects.berlaku(tanggal).filter(pk=sidang.tim_id).exists():
        raise Refusal("Tim itu tidak bertugas pada hari sidang yang baru.", kode="tim")
    lama = {k: getattr(sidang, k) for k in ("tanggal", "tempat", "cara")}
    sidang.tanggal, sidang.tempat, sidang.cara = tanggal, tempat, cara
    sidang.save(update_fields=["tanggal", "tempat", "cara"])
    kabari(sidang, "Sidang TPK dijadwalkan ulang", f"ulang-{tanggal}-{timezone.now():%H%M%S}")
    catat(
        tindakan.SIDANG_DIJADWALKAN, sidang, oleh=oleh, alasan=alasan, sebelum=lama,
        sesudah={"tanggal": tanggal, "tempat": tempat, "cara": cara},
    )  # fmt: skip
    return sidang


@transaction.atomic
def batalkan(sidang_id: UUID, *, alasan: str, oleh: Pengguna, per: date) -> SidangTPK:
    """No session after all (no quorum, say): its cases go on waiting for another."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.siapkan.check(sidang, oleh, per=per)
    if not alasan.strip():
        raise Refusal("Tulis alasan pembatalan.", kode="tanpa_alasan")
    lama, sidang.status = sidang.status, S.BATAL
    sidang.catatan = "\n".join(filter(None, [sidang.catatan, f"Batal: {alasan}"]))[:2000]
    sidang.save(update_fields=["status", "catatan"])
    kabari(sidang, "Sidang TPK dibatalkan", "batal")
    catat(
        tindakan.SIDANG_BATAL, sidang, oleh=oleh, alasan=alasan, sebelum={"status": lama},
        sesudah={"status": sidang.status, "agenda": sidang.agenda.count()},
    )  # fmt: skip
    return sidang


@transaction.atomic
def masukkan_agenda(
    sidang_id: UUID, usulan: Iterable[UUID], *, oleh: Pengguna, per: date
) -> list[HasilBaris]:
    """Put waiting cases on the agenda, each told for itself why it cannot be."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.siapkan.check(sidang, oleh, per=per)
    diminta = list(dict.fromkeys(usulan))
    terlihat = UsulanMutasi.objects.for_user(oleh, per=per).filter(pk__in=diminta)
    rows = UsulanMutasi.objects.select_for_update(of=("self",)).filter(
        pk__in=list(terlihat.values_list("pk", flat=True))
    )
    kasus = {satu.pk: satu for satu in rows.order_by("pk")}
    nilai = aturan_jalan.nilai(kasus, Titik.SIDANG, per=per)
    lain = AgendaSidang.objects.filter(usulan__in=kasus, sidang__in=SidangTPK.objects.terbuka())
    terpakai = dict(lain.values_list("usulan", "sidang"))
    sangkut = tersangkut([satu.pegawai_id for satu in kasus.values()], oleh)
    akhir = sidang.agenda.order_by("-urutan").values_list("urutan", flat=True).first() or 0
    hasil: list[HasilBaris] = []
    masuk: list[UsulanMutasi] = []
    for pk in diminta:
        larangan = _larangan_masuk(kasus.get(pk), terpakai, sangkut, sidang)
        if not larangan:
            larangan = aturan_jalan.larangan(kasus[pk], nilai[pk], oleh=oleh, per=per)
        if not larangan and akhir + len(masuk) >= MAKS_AGENDA:
            larangan = f"Satu sidang paling banyak {MAKS_AGENDA} nama; bagi ke sidang lain."
        hasil.append(HasilBaris(pk, not larangan, larangan or "masuk agenda"))
        if not larangan:
            masuk.append(kasus[pk])
    masuk.sort(key=lambda u: (str(u.berkas_id), u.urutan, str(u.pk)))
    AgendaSidang.objects.bulk_create(
        AgendaSidang(sidang=sidang, usulan=satu, urutan=akhir + n, versi=satu.versi)
        for n, satu in enumerate(masuk, 1)
    )
    if masuk:
        tandai_menyingkir(sidang, oleh=oleh)
        catat(
            tindakan.SIDANG_DICATAT, sidang, oleh=oleh,
            sesudah={"masuk_agenda": [str(satu.pk) for satu in masuk]},
        )  # fmt: skip
    return hasil


def _larangan_masuk(
    usulan: UsulanMutasi | None, terpakai: Mapping[UUID, UUID], sangkut: set[int],
    sidang: SidangTPK,
) -> str:  # fmt: skip
    if usulan is None:
        return "Usulan ini tidak ditemukan."
    if usulan.pegawai_id in sangkut:
        return KERABAT
    if usulan.status != StatusUsulan.SIDANG_TPK:
        return (
            f"Usulan ini berkeadaan “{StatusUsulan(usulan.status).label}”, belum menunggu sidang."
        )
    if (di := terpakai.get(usulan.pk)) is not None:
        return f"Usulan ini sudah ada di agenda sidang {'ini' if di == sidang.pk else 'lain'}."
    if sidang.tim.macam == MacamTim.PERTIMBANGAN and usulan.jenis != JenisMutasi.GURU:
        return "Tim Pertimbangan hanya membahas redistribusi guru."
    return ""


@transaction.atomic
def keluarkan(
    sidang_id: UUID, butir: Iterable[int], *, alasan: str, oleh: Pengguna, per: date
) -> int:
    """Take names off the agenda (for another session, say); they go on waiting. How many."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.siapkan.check(sidang, oleh, per=per)
    if not alasan.strip():
        raise Refusal("Tulis alasan mengeluarkan dari agenda.", kode="tanpa_alasan")
    rows = sidang.agenda.filter(pk__in=list(butir))
    banyak_orang.check(list(rows.values_list("usulan__pegawai", flat=True)), oleh)
    keluar = [str(pk) for pk in rows.values_list("usulan", flat=True)]
    rows.delete()
    if keluar:
        catat(
            tindakan.SIDANG_DICATAT, sidang, oleh=oleh, alasan=alasan,
            sesudah={"keluar_agenda": keluar},
        )  # fmt: skip
    return len(keluar)


@transaction.atomic
def buka(
    sidang_id: UUID, *, hadir: Mapping[int, str], tidak: Mapping[int, str], oleh: Pengguna,
    per: date,
) -> SidangTPK:  # fmt: skip
    """Open it. ``hadir``/``tidak``: note per member (key of ``AnggotaTimPenilai``); who is in
    neither is absent. Without quorum it does not begin, and nothing is kept."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.buka.check(sidang, oleh, per=per)
    if not sidang.agenda.exists():
        raise Refusal("Agenda sidang masih kosong.", kode="agenda")
    k = tetapan_jalan(per=sidang.tanggal)
    anggota = list(sidang.tim.anggota.order_by("pk"))
    hasil = kuorum([anggota_kernel(a, a.pk in hadir) for a in anggota], k.tpk_kuorum)
    if not hasil.sah:
        raise Refusal(f"{hasil.kalimat} {TANPA_KUORUM}", kode="kuorum")
    KehadiranSidang.objects.bulk_create(
        KehadiranSidang(
            sidang=sidang, anggota=a, hadir=a.pk in hadir,
            keterangan=(hadir.get(a.pk) or tidak.get(a.pk) or "")[:150],
        )
        for a in anggota
    )  # fmt: skip
    sidang.kuorum, sidang.pecahan = hasil.perlu, str(k.tpk_kuorum)
    sidang.mode, sidang.ketua_menentukan = k.tpk_mode.name.lower(), k.tpk_ketua_menentukan
    sidang.status, sidang.dibuka_pada, sidang.dibuka_oleh = S.BERLANGSUNG, timezone.now(), oleh
    sidang.save(
        update_fields=[
            "kuorum", "pecahan", "mode", "ketua_menentukan", "status", "dibuka_pada", "dibuka_oleh",
        ]
    )  # fmt: skip
    tandai_menyingkir(sidang, oleh=oleh)
    catat(
        tindakan.SIDANG_DIBUKA, sidang, oleh=oleh,
        sesudah={"hadir": hasil.hadir, "anggota": hasil.anggota, "kuorum": hasil.perlu,
                 "mode": sidang.mode, "agenda": sidang.agenda.count()},
    )  # fmt: skip
    return sidang


@transaction.atomic
def catat_hadir(
    sidang_id: UUID, *, hadir: Mapping[int, str], tidak: Mapping[int, str], oleh: Pengguna,
    per: date,
) -> SidangTPK:  # fmt: skip
    """Somebody came later or left: the votes of who left no longer count; the quorum must hold."""
    sidang = SidangTPK.objects.locked(sidang_id)
    policies.catat_hadir.check(sidang, oleh, per=per)
    rows = list(sidang.kehadiran.select_related("anggota"))
    hasil = kuorum(
        [anggota_kernel(r.anggota, r.anggota_id in hadir) for r in rows], Fraction(sidang.pecahan)
    )
    if not hasil.sah:
        raise Refusal(f"{hasil.kalimat} {TANPA_KUORUM}", kode="kuorum")
    pergi = [r.anggota_id for r in rows if r.hadir and r.anggota_id not in hadir]
    for r in rows:
        r.hadir = r.anggota_id in hadir
        r.keterangan = (hadir.get(r.anggota_id) or tidak.get(r.anggota_id) or "")[:150]
    KehadiranSidang.objects.bulk_update(rows, ["hadir", "keterangan"])
    SuaraSidang.objects.filter(agenda__sidang=sidang, anggota__in=pergi).delete()
    tandai_menyingkir(sidang, oleh=oleh)
    catat(
        tindakan.SIDANG_DICATAT, sidang, oleh=oleh,
        sesudah={"hadir": sorted(hadir), "meninggalkan": pergi},
    )  # fmt: skip
    return sidang


def tandai_menyingkir(sidang: SidangTPK, *, oleh: Pengguna) -> int:
    """Stand aside, in a running session, every present member who is a candidate or has a
    declared tie with one; his vote there, if any, goes. How many were marked now."""
    if sidang.status != S.BERLANGSUNG:
        return 0
    hadir = AnggotaTimPenilai.objects.filter(
        pk__in=sidang.kehadiran.filter(hadir=True).values("anggota")
    )
    orang: dict[int, list[int]] = {}
    for pk, pegawai in sidang.agenda.values_list("pk", "usulan__pegawai"):
        orang.setdefault(pegawai, []).append(pk)
    akun = dict(
        Pegawai.objects.filter(pengguna__in=hadir.values("pengguna")).values_list("pengguna", "pk")
    )
    sudah = set(
        SuaraSidang.objects.filter(agenda__sidang=sidang, suara=MacamSuara.MUNDUR)
        .values_list("agenda", "anggota")
    )  # fmt: skip
    pasangan = [
        (butir, a.pk)
        for a in hadir
        if (sendiri := akun.get(a.pengguna_id)) is not None
        for siapa in {sendiri, *yang_berhubungan(sendiri, orang.keys())} & orang.keys()
        for butir in orang[siapa]
        if (butir, a.pk) not in sudah
    ]
    catat_menyingkir(pasangan, TERKAIT, oleh=oleh)
    return len(pasangan)


def catat_menyingkir(pasangan: Sequence[tuple[int, int]], alasan: str, *, oleh: Pengguna) -> None:
    """Mark (item, member) pairs as standing aside instead of whatever they said."""
    for butir, anggota in pasangan:
        SuaraSidang.objects.filter(agenda=butir, anggota=anggota).delete()
    kini = timezone.now()
    sisipkan(
        SuaraSidang, ("agenda", "anggota", "suara", "catatan", "dicatat_pada", "dicatat_oleh"),
        [(b, a, str(MacamSuara.MUNDUR.value), alasan, kini, oleh.pk) for b, a in pasangan],
    )  # fmt: skip
