"""Acts of the doors of sessions of the TPK and of the desks after it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mutasi.alur import Aksi
from mutasi.alur import StatusUsulan as S
from mutasi.models import PertekBkn, SidangTPK, UsulanMutasi
from mutasi.selectors.meja_izin import izin_diminta
from mutasi.services import sidang_berita_acara as acts_ba
from mutasi.services.surat_luar import IsiSurat, catat_surat
from organisasi.izin import Izin, Peran
from organisasi.models import PenugasanPeran
from pegawai.models import GerbangKhusus, HubunganKeluarga, Pegawai
from tests.factories import jalan as f
from tests.factories import sidang as fs
from tests.factories.jalan import Kantor
from tests.helpers.dunia_meja import kertas
from tests.mutasi.penyerang.alat import Sasaran, Serangan
from tests.mutasi.penyerang.rencana_jalan import GANTI, KATA, PDF, SETIAP

HARI = f.PER.isoformat()
_PUTUSAN = {"rekomendasi": "direkomendasikan", "alasan": KATA, "sepakat": "on"}


def _tim_baru(k: Kantor) -> Sasaran:
    isi = {
        "macam": "tpk", "nomor_sk": "800/TPK/X", "tanggal_sk": "2026-01-02", "mulai": HARI,
        "ketua": k.sekda.pk, "anggota": [a.pk for a in k.anggota_tpk], "sekretaris": k.kabid.pk,
    }  # fmt: skip
    palsu = {"ketua": (k.analis.pk, 0), "anggota": ([k.analis.pk],), "sekretaris": (k.bupati.pk,)}
    return Sasaran(k.kabid, isi, palsu=palsu)


def _tim(k: Kantor) -> fs.TimPenilai:
    return k.bawaan.get("tim") or k.bawaan.setdefault("tim", fs.tim(k))


def _tim_akhiri(k: Kantor) -> Sasaran:
    return Sasaran(k.kabid, {"selesai": HARI}, {"pk": _tim(k).pk})


def _jadwalkan(k: Kantor) -> Sasaran:
    isi = {"tim": _tim(k).pk, "tanggal": HARI, "tempat": "Ruang rapat", "cara": "tatap muka"}
    return Sasaran(k.kabid, isi, palsu={"tim": (0, 987654, "x")})


def _menunggu(k: Kantor) -> UsulanMutasi:
    return f.kasus(k, S.SIDANG_TPK, berkas=k.berkas_baru("Rombongan sidang"))


def _dipanggil(k: Kantor) -> tuple[SidangTPK, UsulanMutasi]:
    u = _menunggu(k)
    return fs.sidang(k, [u]), u


def _berlangsung(k: Kantor) -> tuple[SidangTPK, UsulanMutasi]:
    sidang, u = _dipanggil(k)
    return fs.buka(k, sidang), u


def _beku(k: Kantor, tanda: bool) -> tuple[SidangTPK, UsulanMutasi]:
    sidang, u = _berlangsung(k)
    fs.putuskan_semua(k, sidang)
    sidang = acts_ba.susun_berita_acara(sidang.pk, oleh=k.kabid, per=f.PER)
    return (fs.tandatangani(sidang) if tanda else sidang), u


def _atas(
    lahir: Callable[[Kantor], tuple[SidangTPK, UsulanMutasi]], isi: dict[str, Any],
    siapa: str = "kabid", perkara: bool = False,
) -> Callable[[Kantor], Sasaran]:  # fmt: skip
    def siapkan(k: Kantor) -> Sasaran:
        sidang, u = lahir(k)
        return Sasaran(getattr(k, siapa), isi, {"pk": sidang.pk}, u if perkara else None)

    return siapkan


def _agenda(k: Kantor) -> Sasaran:
    sidang, u = fs.sidang(k, []), _menunggu(k)
    draf = f.draf(k, berkas=k.berkas_baru("Rahasia"))
    return Sasaran(k.kabid, {"usulan": [str(u.pk)]}, {"pk": sidang.pk}, u,
                   palsu={"usulan": ([str(draf.pk)], ["x"])})  # fmt: skip


def _keluarkan(k: Kantor) -> Sasaran:
    (sidang, u), (lain, _) = _dipanggil(k), _dipanggil(k)
    isi = {"butir": [sidang.agenda.get().pk], "alasan_keluar": "Dibahas pada sidang berikutnya."}
    return Sasaran(k.kabid, isi, {"pk": sidang.pk}, u, palsu={"butir": ([lain.agenda.get().pk],)})


def _hadir(sidang: SidangTPK) -> dict[str, str]:
    return {f"hadir-{a.pk}": "on" for a in sidang.tim.anggota.all()}


def _buka(k: Kantor) -> Sasaran:
    sidang, _ = _dipanggil(k)
    return Sasaran(k.kabid, _hadir(sidang), {"pk": sidang.pk})


def _kehadiran(k: Kantor) -> Sasaran:
    sidang, _ = _berlangsung(k)
    hadir = _hadir(sidang)
    hadir.pop(next(iter(hadir)))
    return Sasaran(k.kabid, hadir, {"pk": sidang.pk})


def _putuskan(k: Kantor) -> Sasaran:
    (sidang, u), (lain, _) = _berlangsung(k), _berlangsung(k)
    isi = {**_PUTUSAN, "butir": [sidang.agenda.get().pk]}
    return Sasaran(k.kabid, isi, {"pk": sidang.pk}, u, palsu={"butir": ([lain.agenda.get().pk],)})


def _butir(isi: dict[str, Any], siapa: Callable[[Kantor], Any]) -> Callable[[Kantor], Sasaran]:
    def siapkan(k: Kantor) -> Sasaran:
        (sidang, u), (lain, _) = _berlangsung(k), _berlangsung(k)
        alamat = {"pk": sidang.pk, "butir": sidang.agenda.get().pk}
        return Sasaran(siapa(k), isi, alamat, u, palsu={"butir": (lain.agenda.get().pk, 987654)})

    return siapkan


def _tanda_tangan(k: Kantor) -> Sasaran:
    sidang, _ = _beku(k, tanda=False)
    lain, _ = _beku(k, tanda=False)
    isi = {"sidik": sidang.sidik, "jawaban": "tanda"}
    return Sasaran(k.anggota_tpk[0], isi, {"pk": sidang.pk}, palsu={"sidik": (lain.sidik, "0")})


def _kertas(k: Kantor) -> Sasaran:
    sidang, _ = _beku(k, tanda=False)
    lain, _ = _beku(k, tanda=False)
    milik, asing = (s.kehadiran.get(anggota__pengguna=k.anggota_tpk[0]) for s in (sidang, lain))
    isi = {"sidik": sidang.sidik, "jawaban": "kertas", "isi": "Lembar 4"}
    alamat = {"pk": sidang.pk, "kursi": milik.pk}
    sendiri = sidang.kehadiran.get(anggota__pengguna=k.kabid).pk
    palsu = {"kursi": (asing.pk, sendiri, 987654), "sidik": (lain.sidik,)}
    return Sasaran(k.kabid, isi, alamat, palsu=palsu)


def _tutup(k: Kantor) -> Sasaran:
    sidang, _ = _beku(k, tanda=True)
    return Sasaran(k.sekda, {"nomor": f"BA/{sidang.pk}"}, {"pk": sidang.pk})


def _teruskan(k: Kantor) -> Sasaran:
    """The chair could not carry on his son's case; the vice chair can."""
    sidang, u = _beku(k, tanda=True)
    anak = _kerabat(k, u)
    fs.acts_tutup.tutup_sidang(sidang.pk, nomor=f"BA/{sidang.pk}", oleh=k.sekda, per=f.PER)
    HubunganKeluarga.objects.filter(pk=anak).delete()
    return Sasaran(k.sekda, {}, {"pk": sidang.pk}, u)


def _kerabat(k: Kantor, u: UsulanMutasi) -> int:
    """The Sekda is the father of whom the case concerns."""
    sekda = Pegawai.objects.filter(pengguna=k.sekda).first() or f.orang(None, "SEKDA")
    Pegawai.objects.filter(pk=sekda.pk).update(pengguna=k.sekda)
    baris = HubunganKeluarga(pegawai=sekda, kerabat=u.pegawai, jenis="anak", mulai=f.PER)
    baris.save()
    return baris.pk


def _meja(
    status: str, aksi: str, siapa: str, *, ganti: bool = False
) -> Callable[[Kantor], Sasaran]:
    def siapkan(k: Kantor) -> Sasaran:
        u = f.kasus(k, status, berkas=k.berkas_baru("Rombongan meja"))
        if ganti:
            _kerabat(k, u)
            # Somebody else who is PyB as well would take the step instead.
            lain = PenugasanPeran.objects.filter(peran=Peran.PYB).exclude(pengguna=k.sekda)
            lain.update(selesai=f.PER)
        rahasia = f.draf(k, berkas=k.berkas_baru("Rahasia"))
        isi = {"aksi": aksi, "alasan": KATA, "yakin": "ya", "pilih": f"{u.pk}:{u.versi}"}
        palsu = {"pilih": (f"{rahasia.pk}:1", f"{u.pk}:{u.versi + 1}", "x", "")}
        return Sasaran(getattr(k, siapa), isi, tentang=u, palsu=palsu)

    return siapkan


def _meja_kertas(k: Kantor) -> Sasaran:
    u, lain = (
        f.kasus(k, S.MENUNGGU_PPK, berkas=k.berkas_baru("Rombongan kertas")) for _ in range(2)
    )
    nomor = [x.berkas.nomor for x in (u, lain)]
    pejabat: Any = (k.bupati, Peran.PPK)
    sah, asing = (kertas(*pejabat, n, catat=k.analis, sah=k.kabid) for n in nomor)
    belum = kertas(*pejabat, nomor[0], catat=k.analis, sah=None)
    pyb = kertas(k.sekda, Peran.PYB, nomor[0], catat=k.analis, sah=k.kabid)
    isi = {"aksi": "setujui_ppk", "alasan": KATA, "rantai": "on", "pilih": str(u.pk)}
    palsu = {"pk": (asing.pk, belum.pk, pyb.pk, 987654), "pilih": (str(lain.pk), "x")}
    return Sasaran(k.analis, isi, {"pk": sah.pk}, u, palsu=palsu)


def _khusus(u: UsulanMutasi) -> None:
    """The post becomes one for which the Gubernur is asked."""
    assert u.ke is not None
    GerbangKhusus.objects.create(
        kode=f"G{u.ke_id}", pola_jabatan=f"^{u.ke.jabatan.nama}$", dokumen="Persetujuan",
        instansi="Gubernur", sebelum="sk", dasar="uji",
    )  # fmt: skip


def _izin(k: Kantor) -> UsulanMutasi:
    """Waits for the permit of the Gubernur, which was asked late."""
    u = f.kasus(k, S.DISETUJUI_PYB, jenjang="pengawas", berkas=k.berkas_baru("Rombongan izin"))
    _khusus(u)
    f.tulis_alasan(k, u)
    return f.jalankan(k, f.jalankan(k, u, S.DIUSULKAN_BKN), S.IZIN_LUAR)


def _izin_ada(k: Kantor) -> UsulanMutasi:
    """Its permit is there, but nobody has carried it on: the gate fell away meanwhile."""
    u = _izin(k)
    GerbangKhusus.objects.filter(kode=f"G{u.ke_id}").delete()
    return u


def _bkn(k: Kantor) -> UsulanMutasi:
    return f.kasus(k, S.DISETUJUI_PYB, jenjang="pengawas", berkas=k.berkas_baru("Rombongan BKN"))


def _tunggu(k: Kantor) -> UsulanMutasi:
    return f.jalankan(k, _bkn(k), S.DIUSULKAN_BKN)


def _diam(k: Kantor) -> UsulanMutasi:
    u = _tunggu(k)
    PertekBkn.objects.filter(usulan=u).update(otomatis_pada=f.PER)
    return u


def _antar(k: Kantor) -> UsulanMutasi:
    return f.kasus(
        k, S.PROSES_ANTAR_INSTANSI, jenis="antar_masuk", rute="B1", asal_luar="Kabupaten Lain",
        berkas=k.berkas_baru("Rombongan antar"), pegawai=f.orang(None), ke=f.kursi(k.tujuan),
    )  # fmt: skip


def _antar_lengkap(k: Kantor) -> UsulanMutasi:
    u = _antar(k)
    assert u.ke is not None
    for jenis in ("usul_ppk", "setuju_ppk"):
        isi = IsiSurat(jenis, "800/12", f.PER, "PPK", jabatan_disebut=u.ke.jabatan.nama,
                       berkas=f.PDF)  # fmt: skip
        catat_surat([u.pk], isi, oleh=k.operator, per=f.PER)
    return u


def _langkah(
    bagian: str, nama: str, lahir: Callable[[Kantor], UsulanMutasi], isi: dict[str, Any]
) -> Callable[[Kantor], Sasaran]:
    def siapkan(k: Kantor) -> Sasaran:
        u, jauh = lahir(k), f.kasus(k, S.DIKAJI, berkas=k.berkas_baru("Jauh"))
        rahasia = f.draf(k, berkas=k.berkas_baru("Rahasia"))
        kirim = {**isi, "pilih": str(u.pk), "yakin": "ya"}
        if "kunci" in isi:
            kirim["kunci"] = izin_diminta([u], per=f.PER)[u.pk][0].kunci
        palsu = {"pilih": (str(rahasia.pk), str(jauh.pk), "x")}
        return Sasaran(k.operator, kirim, {"bagian": bagian, "langkah": nama}, u, palsu)

    return siapkan


_CATATAN = {"tanggal": HARI, "catatan": "SKP dua tahun belum dilampirkan."}
_NOMOR = {"nomor": "P/1", "tanggal": HARI, "memuat": "on", "berkas": PDF}
_LANGKAH: tuple[tuple[str, str, Callable[[Kantor], UsulanMutasi], dict[str, Any], Aksi], ...] = (
    ("usul", "usulkan", _bkn, {"nomor_imut": "IM-1", "diusulkan": HARI}, Aksi.USULKAN_BKN),
    ("tunggu", "pertek", _tunggu, _NOMOR, Aksi.CATAT_PERTEK),
    ("tunggu", "otomatis", _diam, {"alasan": KATA}, Aksi.CATAT_PERTEK),
    ("tunggu", "kembali", _tunggu, _CATATAN, Aksi.CATAT_KEMBALI_BKN),
    ("tunggu", "tolak", _tunggu, _CATATAN, Aksi.CATAT_TOLAK_BKN),
    ("antar", "surat", _antar, {**_NOMOR, "jenis": "usul_ppk", "penerbit": "Wali Kota Contoh"},
     Aksi.LENGKAPI_ANTAR),
    ("antar", "lengkapi", _antar_lengkap, {}, Aksi.LENGKAPI_ANTAR),
    ("izin", "izin", _izin, {**_NOMOR, "kunci": ""}, Aksi.CATAT_IZIN),
    ("izin", "teruskan", _izin_ada, {}, Aksi.CATAT_IZIN),
    ("izin", "tolak-izin", _izin,
     {"kunci": "", "nomor": "P/2", "tanggal": HARI, "alasan": "Belum dapat disetujui."},
     Aksi.CATAT_TOLAK_IZIN),
)  # fmt: skip
_KELOLA = frozenset({Izin.SIDANG_KELOLA})
_PIMPIN = frozenset({Izin.SIDANG_KELOLA, Izin.SIDANG_PIMPIN})
_ALASAN = {"alasan": "Ada yang harus diperbaiki dahulu."}


def _satu_meja(
    pintu: str, status: str, aksi: Aksi, siapa: str, izin: Izin, **lain: Any
) -> Serangan:
    ganti = bool(lain.pop("ganti", False))
    return Serangan(
        pintu, _meja(status, aksi.value, siapa, ganti=ganti), frozenset({izin}), aksi.value, aksi,
        kembar=frozenset({"pilih"}), **lain,
    )  # fmt: skip


_MEJA: tuple[Serangan, ...] = (
    *(
        _satu_meja("meja-pyb-putuskan", S.DIREKOMENDASI, aksi, "sekda", Izin.USULAN_SETUJUI_PYB)
        for aksi in (Aksi.SETUJUI_PYB, Aksi.KEMBALIKAN_PYB, Aksi.TOLAK_PYB)
    ),
    *(
        _satu_meja("meja-ppk-putuskan", S.MENUNGGU_PPK, aksi, "bupati", Izin.USULAN_PUTUSKAN)
        for aksi in (Aksi.SETUJUI_PPK, Aksi.KEMBALIKAN_PPK, Aksi.TOLAK_PPK)
    ),
    _satu_meja("meja-ppk-ganti", S.DIREKOMENDASI, Aksi.SETUJUI_PYB, "bupati",
               Izin.USULAN_PUTUSKAN, ganti=True),
    Serangan("meja-kertas-catat", _meja_kertas,
             frozenset({Izin.DISPOSISI_CATAT, Izin.DISPOSISI_SAHKAN})),
    *(
        Serangan("meja-bkn-langkah", _langkah(bagian, nama, lahir, isi),
                 frozenset({Izin.BKN_CATAT}), nama, aksi, kembar=frozenset({"pilih", "kunci"}),
                 lagi=GANTI if nama == "surat" else "")
        for bagian, nama, lahir, isi, aksi in _LANGKAH
    ),
)  # fmt: skip
SIDANG: tuple[Serangan, ...] = (
    *_MEJA,
    Serangan("sidang-tim-baru", _tim_baru, frozenset({Izin.TIM_PENILAI_BENTUK}), perkara=False,
             lagi=SETIAP),
    Serangan("sidang-tim-akhiri", _tim_akhiri, frozenset({Izin.TIM_PENILAI_BENTUK}),
             perkara=False, kembar=frozenset({"pk"})),
    Serangan("sidang-jadwalkan", _jadwalkan, _KELOLA, perkara=False, lagi=SETIAP,
             kembar=frozenset({"tim"})),
    Serangan("sidang-jadwal", _atas(_dipanggil, {
        "tanggal": "2026-06-03", "tempat": "Aula", "cara": "daring", **_ALASAN}), _KELOLA,
        perkara=False, lagi="menulis hal yang sama", kembar=frozenset({"pk"})),
    Serangan("sidang-batal", _atas(_dipanggil, _ALASAN), _KELOLA, perkara=False,
             kembar=frozenset({"pk"})),
    Serangan("sidang-agenda", _agenda, _KELOLA, kembar=frozenset({"pk", "usulan"})),
    Serangan("sidang-keluarkan", _keluarkan, _KELOLA),
    Serangan("sidang-buka", _buka, _PIMPIN, perkara=False, kembar=frozenset({"pk"})),
    Serangan("sidang-kehadiran", _kehadiran, _PIMPIN, perkara=False, kembar=frozenset({"pk"}),
             lagi="menulis hal yang sama"),
    Serangan("sidang-putuskan", _putuskan, _KELOLA, lagi=GANTI),
    Serangan("sidang-butir-catat", _butir(_PUTUSAN, lambda k: k.kabid), _KELOLA, lagi=GANTI),
    Serangan("sidang-suara", _butir({"suara": "setuju"}, lambda k: k.anggota_tpk[0]),
             bernama=True, lagi=GANTI),
    Serangan("sidang-mundur", _butir(
        {"alasan": "Pernah satu kantor bertahun-tahun."}, lambda k: k.anggota_tpk[0]),
        bernama=True, perkara=False),
    Serangan("sidang-susun", _atas(lambda k: _terputus(k), {}), _KELOLA, perkara=False,
             kembar=frozenset({"pk"})),
    Serangan("sidang-perbaiki", _atas(lambda k: _beku(k, tanda=False), _ALASAN), _PIMPIN,
             perkara=False, kembar=frozenset({"pk"})),
    Serangan("sidang-tanda-tangan", _tanda_tangan, bernama=True, perkara=False),
    Serangan("sidang-kertas", _kertas, _KELOLA, perkara=False),
    Serangan("sidang-tutup", _tutup, bernama=True, perkara=False,
             kembar=frozenset({"pk", "nomor"})),
    Serangan("sidang-teruskan", _teruskan, bernama=True),
)  # fmt: skip


def _terputus(k: Kantor) -> tuple[SidangTPK, UsulanMutasi]:
    sidang, u = _berlangsung(k)
    fs.putuskan_semua(k, sidang)
    return sidang, u
