"""Acts of the doors of files, cases, reviews and one's own moves, each laid before its actor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from mutasi.alur import Aksi
from mutasi.alur import StatusUsulan as S
from mutasi.forms.berkas_tempel import TempelForm
from mutasi.kernel.aturan.dasar import Titik
from mutasi.models import UsulanMutasi
from mutasi.selectors.aturan_usulan import nilai_usulan
from mutasi.services import kesediaan as acts_sedia
from mutasi.services import rancangan as acts_rancangan
from mutasi.services.berkas_tempel import periksa as periksa_tempelan
from mutasi.services.rancangan_baris import tambah_baris
from mutasi.services.surat_luar import IsiSurat, catat_surat
from organisasi.izin import Izin, Peran
from penilaian.models import KotakSotk, PenempatanSotk, RencanaSotk
from tests.factories import jalan as f
from tests.factories.jalan import Kantor
from tests.factories.organisasi import pengguna
from tests.factories.sidang import sidangkan
from tests.mutasi.penyerang.alat import Kiriman, Sasaran, Serangan

KATA = "Kebutuhan unit tujuan menurut analisis beban kerja; dibahas bersama kedua unit."
SETIAP = "tiap kiriman membuat satu lagi, seperti orang yang memang memerlukan dua"
GANTI = "yang terakhir berlaku; yang lama tetap tersimpan"
TMT = f.TMT.isoformat()
PDF = Kiriman("surat.pdf", f.PDF)
# A file of one's own for each act: nothing in it is known to anybody else.
_BERKAS = {"nama": "Rombongan lain", "tmt": TMT, "keterangan": "Kebutuhan bersama."}


def _berkas_baru(k: Kantor) -> Sasaran:
    return Sasaran(k.penyusun, {**_BERKAS, "sumber": "bkd"})


def _dari_rancangan(k: Kantor) -> Sasaran:
    rancangan = acts_rancangan.buat_rancangan(oleh=k.penyusun, nama="Rancangan", tmt=f.TMT)
    orang, ke = f.orang(f.kursi(k.asal)), f.kursi(k.tujuan)
    tambah_baris(rancangan.pk, oleh=k.penyusun, isi={"pegawai": orang.pk, "ke": ke.pk})
    return Sasaran(k.penyusun, {"nama": "Dari rancangan"}, {"pk": rancangan.pk})


def _dari_sotk(k: Kantor) -> Sasaran:
    kini, mulai = timezone.now(), f.PER.replace(month=5)
    rencana = RencanaSotk.objects.create(
        nama="SOTK 2026", cabang=k.asal, berlaku=mulai, dasar="Perda 1/2026", keadaan="berlaku",
        dibuat_pada=kini, dibuat_oleh=k.penyusun, ditetapkan_pada=kini, ditetapkan_oleh=k.sekda,
        diberlakukan_pada=kini,
    )  # fmt: skip
    orang = f.orang(f.kursi(k.asal))
    PenempatanSotk.objects.create(
        rencana=rencana, dari=orang.formasi, pegawai=orang, nasib="pengukuhan",
        kotak=KotakSotk.objects.create(rencana=rencana, nama="Bidang Baru"),
    )  # fmt: skip
    palsu = {"rencana_id": (0, 987654, "x", "")}
    return Sasaran(k.penyusun, {"rencana_id": rencana.pk}, palsu=palsu)


def _draf(k: Kantor, **isi: Any) -> UsulanMutasi:
    """A secret case in a file of its own."""
    return f.ambil(f.draf(k, berkas=k.berkas_baru("Rombongan sendiri"), **isi))


def _ubah_berkas(k: Kantor) -> Sasaran:
    return Sasaran(k.penyusun, _BERKAS, {"pk": _draf(k).berkas_id})


def _anggota(k: Kantor) -> Sasaran:
    siapa = pengguna(Peran.ANALIS_BKD, nama="Analis ketiga")
    palsu = {"siapa": (k.bupati.pk, k.penyusun.pk, 0, "x")}
    return Sasaran(
        k.penyusun, {"siapa": siapa.pk, "ubah": "1"}, {"pk": _draf(k).berkas_id}, palsu=palsu
    )


def _cabut(k: Kantor) -> Sasaran:
    berkas, lain = _draf(k).berkas, _draf(k).berkas
    asing = lain.anggota.exclude(pengguna=k.penyusun).first()
    siapa = berkas.anggota.exclude(pengguna=k.penyusun).first()
    assert siapa is not None
    assert asing is not None
    alamat = {"pk": berkas.pk, "anggota": siapa.pk}
    return Sasaran(k.penyusun, {}, alamat, palsu={"anggota": (asing.pk, 987654)})


def _tutup(k: Kantor) -> Sasaran:
    return Sasaran(k.penyusun, {}, {"pk": k.berkas_baru("Akan ditutup").pk})


def _tambah(k: Kantor) -> Sasaran:
    orang, ke = f.orang(f.kursi(k.asal)), f.kursi(k.tujuan)
    isi = {
        "pegawai": orang.nip, "ke": f"#{ke.pk}", "jenis": "rotasi", "tmt": TMT, "alasan": f.ALASAN,
    }  # fmt: skip
    berkas = k.berkas_baru("Baris baru")
    return Sasaran(k.penyusun, isi, {"pk": berkas.pk}, palsu={"ke": ("#0", "#99999999")})


def _tempel(k: Kantor) -> Sasaran:
    """A pasted line that was seen, and is written now."""
    orang, ke = f.orang(f.kursi(k.asal)), f.kursi(k.tujuan)
    berkas = k.berkas_baru("Tempelan")
    isi = {"baris": f"{orang.nip}\t{ke.unit.nama}\t{ke.jabatan.nama}", "jenis": "rotasi",
           "tmt": TMT, "alasan": f.ALASAN}  # fmt: skip
    form = TempelForm.tempel(isi, berkas, pengguna=k.penyusun, per=f.PER)
    assert form.is_valid(), form.errors
    terbaca = periksa_tempelan(
        berkas, form.cleaned_data["baris"], form.bersama(), {}, oleh=k.penyusun, per=f.PER
    )
    isi |= {"langkah": "tulis", "diperiksa": terbaca.sidik}
    palsu = {"baris": (f"{'1' * 18}\t{ke.unit.nama}\t{ke.jabatan.nama}",),
             "diperiksa": ("0" * 64, "")}  # fmt: skip
    return Sasaran(k.penyusun, isi, {"pk": berkas.pk}, palsu=palsu)


def _baris(k: Kantor) -> Sasaran:
    u, lain = _draf(k), _draf(k)
    isi = {"versi": u.versi, "alasan": "Alasan yang lain sama sekali daripada tadi."}
    return Sasaran(
        k.penyusun, isi, {"pk": u.berkas_id, "usulan": u.pk}, u, palsu={"usulan": (lain.pk,)}
    )


def _massal(aksi: str) -> Callable[[Kantor], Sasaran]:
    def siapkan(k: Kantor) -> Sasaran:
        u = _draf(k)
        isi = {"usulan": [str(u.pk)], "aksi": aksi, "yakin": "ya", "nama": "Pecahan"}
        if aksi == "pecah":
            f.draf(k, berkas=u.berkas)
        palsu = {"usulan": ([str(_draf(k).pk)],)}
        return Sasaran(k.penyusun, isi, {"pk": u.berkas_id}, u, palsu)

    return siapkan


def _massal_alasan(k: Kantor) -> Sasaran:
    u = _pada(S.DIAJUKAN)(k)
    belum = nilai_usulan([u], Titik.SIDANG, per=f.PER)[u.pk].belum_beralasan
    isi = {"usulan": [str(u.pk)], "aksi": "alasan", "yakin": "ya"}
    isi |= {f"alasan-{p.kode}": KATA for p in belum}
    return Sasaran(k.analis, isi, {"pk": u.berkas_id}, u)


def _ganti_dokumen(k: Kantor) -> Sasaran:
    u, lain = _pada(S.DIKAJI)(k), _pada(S.DIKAJI)(k)
    lama, asing = (_dokumen(k, satu) for satu in (u, lain))
    isi = {**_DOKUMEN, "nomor": "800/2", "berkas": PDF}
    alamat = {"pk": u.pk, "dokumen": lama}
    return Sasaran(k.analis, isi, alamat, u, palsu={"dokumen": (asing, 987654)})


def _dokumen(k: Kantor, u: UsulanMutasi) -> int:
    isi = IsiSurat("lain", "800/1", f.PER, "Dinas", berkas=f.PDF)
    (hasil,) = catat_surat([u.pk], isi, oleh=k.analis, per=f.PER)
    assert hasil.berhasil, hasil.kalimat
    return int(u.dokumen_masuk.get().pk)


def _ajukan_unit(k: Kantor) -> Sasaran:
    orang, ke = f.orang(f.kursi(k.asal)), f.kursi(k.asal)
    isi = {"pegawai": orang.nip, "ke": f"#{ke.pk}", "jenis": "rotasi", "tmt": TMT,
           "alasan": f.ALASAN}  # fmt: skip
    return Sasaran(k.kepala_asal, isi, tentang=UsulanMutasi(pegawai=orang))


def _pada(status: str, **isi: Any) -> Callable[[Kantor], UsulanMutasi]:
    return lambda k: f.kasus(k, status, berkas=k.berkas_baru("Rombongan sendiri"), **isi)


def _ubah_isi(k: Kantor) -> Sasaran:
    u = _pada(S.DIKAJI)(k)
    isi = {"versi": u.versi, "alasan": "Isi yang lain.", "sebab": "Jabatan tujuan dikoreksi."}
    return Sasaran(k.analis, isi, {"pk": u.pk}, u)


def _alasan(k: Kantor) -> Sasaran:
    u = _pada(S.DIAJUKAN)(k)
    belum = nilai_usulan([u], Titik.SIDANG, per=f.PER)[u.pk].belum_beralasan
    return Sasaran(k.analis, {"kode": belum[0].kode, "alasan": KATA}, {"pk": u.pk}, u)


def _aksi(
    kunci: str, status: str, siapa: str, isi: dict[str, Any] | None = None,
    sebelum: Callable[[Kantor, UsulanMutasi], object] | None = None,
) -> Callable[[Kantor], Sasaran]:  # fmt: skip
    def siapkan(k: Kantor) -> Sasaran:
        u = _pada(status)(k)
        if sebelum is not None:
            sebelum(k, u)
        return Sasaran(
            getattr(k, siapa), isi or {}, {"pk": u.pk, "kunci": kunci}, f.ambil(u)
        )  # fmt: skip

    return siapkan


def _bersedia(k: Kantor, u: UsulanMutasi) -> object:
    return acts_sedia.jawab_kesediaan(u.pk, oleh=f.akun(u), per=f.PER, jawaban="bersedia")


def _tunda(k: Kantor, u: UsulanMutasi) -> object:
    return sidangkan(k, [u], "ditunda")


def _beralasan(k: Kantor, u: UsulanMutasi) -> object:
    return f.tulis_alasan(k, u)


def _belum_mampu(k: Kantor, u: UsulanMutasi) -> object:
    return acts_sedia.jawab_kesediaan(
        u.pk, oleh=f.akun(u), per=f.PER, jawaban="netral", alasan="belum_mampu"
    )


_SEBAB = {"alasan": "Berkasnya belum lengkap dan perlu dilihat lagi."}
_DOKUMEN = {"jenis": "lain", "nomor": "800/1", "tanggal": "2026-06-01", "penerbit": "Dinas"}
_SURAT = {"jawaban": "bersedia", "nomor_surat": "12/V/2026", "surat": PDF}
_DASAR = {"kode": "K4", "uraian": "Penataan organisasi menurut perda yang berlaku.",
          "nomor": "800/2", "tanggal": "2026-06-01", "oleh_ppk": "on"}  # fmt: skip


def _telaah(k: Kantor) -> Sasaran:
    u = _pada(S.DITELAAH_UNIT)(k)
    asal, tujuan = (u.telaah.get(sisi=sisi) for sisi in ("asal", "tujuan"))
    palsu = {"pk": (tujuan.pk, 987654)}
    return Sasaran(k.kepala_asal, {"setuju": "ya"}, {"pk": asal.pk}, u, palsu)


def _sendiri(k: Kantor) -> Sasaran:
    siapa, ke = f.orang(f.kursi(k.asal)), f.kursi(k.tujuan)
    assert siapa.pengguna is not None
    isi = {"ke": f"#{ke.pk}", "tmt": TMT, "alasan": "Mendekati orang tua yang tinggal sendiri."}
    palsu = {"ke": ("#0", "#99999999", "")}
    return Sasaran(siapa.pengguna, isi, palsu=palsu)


def _saya(status: str, isi: dict[str, Any]) -> Callable[[Kantor], Sasaran]:
    def siapkan(k: Kantor) -> Sasaran:
        u = _pada(status)(k)
        return Sasaran(f.akun(u), isi, {"pk": u.pk}, u)

    return siapkan


def _permintaan(kembali: bool) -> Callable[[Kantor], Sasaran]:
    def siapkan(k: Kantor) -> Sasaran:
        dasar = _sendiri(k)
        isi = {"ke": int(str(dasar.isi["ke"])[1:]), "tmt": f.TMT, "alasan": dasar.isi["alasan"]}
        u = f.acts.ajukan_sendiri(
            oleh=dasar.pelaku, per=f.PER, jenis="permintaan_sendiri", **isi
        )  # fmt: skip
        if kembali:
            f.acts_batal.kembalikan(u.pk, oleh=k.analis, per=f.PER, alasan="Jelaskan lagi.")
        kirim = dict(dasar.isi) if kembali else _SEBAB
        return Sasaran(dasar.pelaku, kirim, {"pk": u.pk}, f.ambil(u))

    return siapkan


def _satu(kunci: str, status: str, siapa: str, izin: Izin, aksi: Aksi, **lain: Any) -> Serangan:
    """One button of the case page."""
    isi, sebelum = lain.pop("isi", None), lain.pop("sebelum", None)
    return Serangan(
        "usulan-aksi", _aksi(kunci, status, siapa, isi, sebelum), frozenset({izin}), kunci, aksi,
        **lain,
    )  # fmt: skip


def _catat(kunci: str, status: str, siapa: str, isi: dict[str, Any], *izin: Izin, **lain: Any
           ) -> Serangan:  # fmt: skip
    return Serangan(
        "usulan-catat", _aksi(kunci, status, siapa, isi, lain.pop("sebelum", None)),
        frozenset(izin), kunci, **lain,
    )  # fmt: skip


_PROSES = frozenset({Izin.USULAN_PROSES})
JALAN: tuple[Serangan, ...] = (
    Serangan("berkas-baru", _berkas_baru, _PROSES, perkara=False, lagi=SETIAP),
    Serangan("berkas-dari-rancangan", _dari_rancangan, bernama=True, perkara=False),
    Serangan("berkas-dari-sotk", _dari_sotk, _PROSES, perkara=False,
             kembar=frozenset({"rencana_id"})),
    Serangan("berkas-ubah", _ubah_berkas, bernama=True, perkara=False,
             lagi="menulis hal yang sama"),
    Serangan("berkas-anggota", _anggota, bernama=True, perkara=False,
             kembar=frozenset({"siapa", "pk"})),
    Serangan("berkas-cabut", _cabut, bernama=True, perkara=False),
    Serangan("berkas-tutup", _tutup, bernama=True, perkara=False),
    Serangan("berkas-baris-tambah", _tambah, bernama=True, perkara=False,
             kembar=frozenset({"pegawai", "ke", "pk"})),
    Serangan("berkas-tempel", _tempel, bernama=True, perkara=False),
    Serangan("berkas-baris-ubah", _baris, bernama=True, lagi="menulis hal yang sama"),
    Serangan("berkas-massal", _massal("ajukan"), bernama=True, kunci="ajukan", aksi=Aksi.AJUKAN),
    Serangan("berkas-massal", _massal("pecah"), bernama=True, kunci="pecah", perkara=False),
    Serangan("berkas-massal", _massal_alasan, bernama=True, kunci="alasan"),
    Serangan("usulan-dokumen-ganti", _ganti_dokumen,
             frozenset({Izin.USULAN_PROSES, Izin.BKN_CATAT})),
    Serangan("usulan-ajukan-unit", _ajukan_unit, frozenset({Izin.USULAN_AJUKAN}), unit="asal",
             kembar=frozenset({"pegawai", "ke"})),
    Serangan("usulan-ubah", _ubah_isi, frozenset({Izin.USULAN_VERIFIKASI}), aksi=Aksi.UBAH,
             kembar=frozenset({"pk"})),
    Serangan("usulan-alasan", _alasan, bernama=True, lagi=GANTI, kembar=frozenset({"pk"})),
    _satu("ajukan", S.DRAF, "penyusun", Izin.USULAN_AJUKAN, Aksi.AJUKAN, bernama=True),
    _satu("verifikasi", S.DIAJUKAN, "analis", Izin.USULAN_VERIFIKASI, Aksi.VERIFIKASI,
          bernama=True, isi={"catatan": f.CATATAN}, sebelum=_beralasan),
    _satu("periksa", S.DIVERIFIKASI, "kabid", Izin.USULAN_PERIKSA, Aksi.PERIKSA, bernama=True),
    _satu("beritahukan", S.SIAP_DIBERITAHUKAN, "analis", Izin.USULAN_BERITAHU, Aksi.BERITAHUKAN,
          isi={"cara": "Bertatap muka"}),
    _satu("kaji", S.MENUNGGU_KESEDIAAN, "kabid", Izin.USULAN_PERIKSA, Aksi.KAJI,
          sebelum=_bersedia),
    _satu("serahkan", S.DIKAJI, "kepala", Izin.USULAN_SERAHKAN, Aksi.SERAHKAN),
    _satu("kaji-ulang", S.SIDANG_TPK, "kabid", Izin.USULAN_PERIKSA, Aksi.KAJI_ULANG, isi=_SEBAB,
          sebelum=_tunda),
    _satu("kembalikan", S.DIAJUKAN, "analis", Izin.USULAN_VERIFIKASI, Aksi.KEMBALIKAN, isi=_SEBAB,
          bernama=True),
    _satu("tarik", S.DIAJUKAN, "penyusun", Izin.USULAN_AJUKAN, Aksi.TARIK, isi=_SEBAB,
          bernama=True),
    _satu("batalkan", S.DIREKOMENDASI, "sekda", Izin.USULAN_BATALKAN, Aksi.BATALKAN, isi=_SEBAB),
    _satu("gugurkan", S.DIKAJI, "kabid", Izin.USULAN_PERIKSA, Aksi.GUGURKAN, isi=_SEBAB),
    _catat("dokumen", S.DIKAJI, "analis", {**_DOKUMEN, "berkas": PDF}, Izin.USULAN_PROSES,
           Izin.BKN_CATAT, lagi=GANTI),
    _catat("keadaan", S.DIKAJI, "analis", {"ada": "ya"}, Izin.USULAN_PROSES, lagi=GANTI),
    _catat("percakapan", S.MENUNGGU_KESEDIAAN, "kepala_asal", {"catatan": "Sudah dibicarakan."},
           Izin.USULAN_TELAAH, Izin.USULAN_BERITAHU, unit="asal"),
    _catat("kesediaan-surat", S.MENUNGGU_KESEDIAAN, "penyusun", _SURAT, Izin.USULAN_BERITAHU,
           lagi=GANTI),
    _catat("dialog", S.MENUNGGU_KESEDIAAN, "analis", {"hasil": "Siap.", "tawaran": "Pelatihan"},
           Izin.USULAN_BERITAHU, Izin.USULAN_TELAAH, sebelum=_belum_mampu, unit="asal"),
    _catat("dasar-sepihak", S.MENUNGGU_KESEDIAAN, "analis", _DASAR, Izin.USULAN_VERIFIKASI,
           Izin.USULAN_PERIKSA, lagi=GANTI),
    Serangan("telaah-jawab", _telaah, frozenset({Izin.USULAN_TELAAH}), aksi=Aksi.TELAAH,
             unit="asal", tanpa="instansi"),
    Serangan("usulan-ajukan-sendiri", _sendiri, bebas=True, perkara=False,
             kembar=frozenset({"ke"})),
    Serangan("usulan-saya-jawab", _saya(S.MENUNGGU_KESEDIAAN, {"versi": 1, "jawaban": "bersedia"}),
             pribadi=True, lagi=GANTI),
    Serangan("usulan-saya-dibuka", _saya(S.MENUNGGU_KESEDIAAN, {}), pribadi=True),
    Serangan("usulan-saya-perbaiki", _permintaan(True), pribadi=True, kembar=frozenset({"ke"})),
    Serangan("usulan-saya-tarik", _permintaan(False), pribadi=True),
)  # fmt: skip
