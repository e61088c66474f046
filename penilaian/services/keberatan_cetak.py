"""The ruling on an objection on paper: what was contested, what was said, what was decided."""

from __future__ import annotations

from typing import Any

from organisasi.services.cetak import Cap, Cetakan, cetak_pdf
from penilaian.models import JalurKeberatan
from penilaian.selectors.keberatan import BarisPerkara, Perkara
from toolkit.policy import WrongMoment
from toolkit.templatetags.tampilan import tanggal, waktu


def putusan_pdf(isi: Perkara, *, cap: Cap) -> Cetakan:
    """The paper of a decided case; before that there is nothing to print (409)."""
    k = isi.keberatan
    if not k.putusan or k.diputus_pada is None:
        raise WrongMoment("Keberatan ini belum diputus; putusannya belum dapat dicetak.")
    data = {
        "judul": "PUTUSAN KEBERATAN ATAS HASIL PENILAIAN KINERJA",
        "identitas": _identitas(isi),
        "alasan": k.alasan,
        "keterangan": [
            {
                "siapa": s.get_pihak_display(),
                "pada": waktu(s.pada),
                "isi": s.isi,
                "berkas": f"{s.bukti.nama} (SHA-256 {s.bukti.sha256[:16]}…)" if s.bukti else "",
            }
            for s in isi.keterangan
        ],
        "baris": [_baris(b) for b in isi.baris if b.dibantah or b.koreksi],
        "putusan": k.get_putusan_display(),
        "pertimbangan": k.pertimbangan,
        "penutup": _penutup(isi),
        "hari": tanggal(k.diputus_pada),
        "pemutus": k.pemutus.nama_lengkap if k.pemutus else "",
        "nip": k.pemutus.nip if k.pemutus else "",
    }
    return cetak_pdf("putusan_keberatan.typ", data, nama=f"putusan-keberatan-{k.pk}", cap=cap)


def _identitas(isi: Perkara) -> list[list[str]]:
    k = isi.keberatan
    surat = f" (surat {k.nomor_surat}, dicatat {k.dicatat_oleh.nama})"
    return [
        ["Pegawai", k.pegawai.nama_lengkap],
        ["NIP", k.pegawai.nip],
        ["Unit kerja", str(k.pegawai.unit or "")],
        ["Penilaian", str(k.hasil.penilaian)],
        ["Pejabat penilai", k.penilai.nama_lengkap if k.penilai else "tidak ada"],
        ["Hasil diterima", tanggal(k.diterima)],
        [
            "Keberatan diajukan",
            tanggal(k.tanggal) + (surat if k.jalur == JalurKeberatan.KERTAS else ""),
        ],
        ["Batas pengajuan", tanggal(k.batas)],
    ]


def _baris(satu: BarisPerkara) -> dict[str, Any]:
    koreksi = satu.koreksi or {}
    return {
        "kode": satu.kode,
        "bunyi": satu.bunyi,
        "mentah": satu.akun.teks_mentah or "belum dinilai",
        "koreksi": koreksi.get("mentah", "tetap"),
        "alasan": koreksi.get("alasan", ""),
    }


def _penutup(isi: Perkara) -> str:
    if isi.keberatan.menang:
        return "Putusan ini final. Nilai pegawai dihitung ulang dengan nilai yang dikoreksi."
    return "Putusan ini final. Hasil penilaian tetap."
