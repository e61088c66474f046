"""What an employee types about his own move."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from mutasi.forms.berkas import teks
from mutasi.forms.usulan import TindakanForm
from mutasi.kernel.jenis import JenisMutasi
from mutasi.models import UsulanMutasi
from mutasi.selectors.usulan_tujuan import cari_tujuan
from pegawai.kernel.masa import tambah_bulan
from pegawai.models import Pegawai, StatusPegawai
from toolkit.formulir import hari

NOMOR = "#"
PPPK = (StatusPegawai.PPPK, StatusPegawai.PPPK_PW)


class PermintaanForm(TindakanForm):
    """Where to, from when, why. Posts are found by words of job and unit."""

    ke = forms.CharField(
        label="Jabatan yang dituju", max_length=600,
        help_text="Sebagian nama jabatan dan unitnya, misalnya: guru kelas SD Negeri 3.",
    )  # fmt: skip
    tmt = hari("Mulai", "Perpindahan berlaku mulai tanggal 1.")
    alasan = teks(
        "Alasan", "Mengapa Anda ingin pindah. Rincian kesehatan tidak perlu ditulis.",
        min_length=20, maks=4000, baris=5,
    )  # fmt: skip

    def __init__(self, *args: Any, orang: Pegawai, per: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.orang, self.per = orang, per

    @classmethod
    def baru(cls, data: Any, *, orang: Pegawai, per: date) -> PermintaanForm:
        """For a new request: from the month after next."""
        awal = {"tmt": tambah_bulan(per.replace(day=1), 2)}
        return cls(data or None, initial=awal, orang=orang, per=per)

    @classmethod
    def untuk(cls, data: Any, usulan: UsulanMutasi, *, orang: Pegawai, per: date) -> PermintaanForm:
        """Filled with what was asked before."""
        awal = {"ke": str(usulan.ke or ""), "tmt": usulan.tmt, "alasan": usulan.alasan}
        return cls(data or None, initial=awal, orang=orang, per=per)

    def clean_ke(self) -> int:
        """The post, by its key; several that fit become a choice."""
        tertulis = self.cleaned_data["ke"].strip()
        if tertulis.startswith(NOMOR) and tertulis[1:].isdecimal():
            return int(tertulis[1:])
        ada = cari_tujuan(tertulis, per=self.per)
        tepat = [f for f in ada if str(f) == tertulis] or ada
        if len(tepat) == 1:
            return int(tepat[0].pk)
        if not ada:
            raise forms.ValidationError("Tidak ditemukan. Tulis bagian lain dari namanya.")
        pilihan = [("", "Pilih salah satu"), *((f"{NOMOR}{f.pk}", str(f)) for f in ada)]
        self.fields["ke"].widget = forms.Select(choices=pilihan)
        raise forms.ValidationError(f"Ada {len(ada)} atau lebih yang cocok. Pilih satu.")

    def isi(self) -> dict[str, Any]:
        """As the act takes it; the kind follows from who asks."""
        jenis = JenisMutasi.PPPK if self.orang.status in PPPK else JenisMutasi.PERMINTAAN_SENDIRI
        return {**self.cleaned_data, "jenis": jenis.value}
