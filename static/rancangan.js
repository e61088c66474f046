/* The sheet of a draft, and of a file of cases, by keyboard. Every act here is a form elsewhere on the page or behind a link;
   this file only makes them quick. Cells save one after the other, in the order they were typed; what
   the server refuses comes back into its cell with the sentence that says why. */
"use strict";

(() => {
  const lembar = document.getElementById("lembar");
  if (!lembar) return;
  const ISIAN = JSON.parse(lembar.dataset.isian || '{"1":"pegawai","3":"ke","4":"catatan"}');
  const TAB = Object.keys(ISIAN).map(Number);
  const KOLOM = lembar.tHead.rows[0].cells.length;
  // A file of cases: a new line is sent once it is complete, undo is this page's own, nobody is polled.
  const berkas = lembar.dataset.cara === "berkas";
  const WAJIB = (lembar.dataset.wajib || "").split(" ").filter(Boolean);
  const UBAH_DI = lembar.dataset.ubahDi || "";
  const PENCARIAN = ["pegawai", "ke"];
  const NOMOR = /^b(\d+|[0-9a-f]{8}-[0-9a-f-]{27})$/;
  const lampau = []; // what this page can take back: {n, bidang, nilai}
  const boleh = lembar.dataset.ubah === "ya";
  const bungkus = lembar.closest(".lembar-bungkus");
  const kabar = document.getElementById("kabar");
  const notis = document.getElementById("pemberitahuan");
  const dialog = document.getElementById("rincian");
  const token = JSON.parse(document.body.getAttribute("hx-headers"))["X-CSRFToken"];
  const kueri = lembar.dataset.kueri || "";
  let versi = Number(document.getElementById("alat").dataset.versi);
  let kini = null;      // the cell that holds the place
  let penyunting = null; // {sel, tr, kolom, input, asal, versi, daftar, pilih, cari}
  let antre = Promise.resolve();
  let sibuk = 0;
  let sentuh = Date.now();

  const badan = () => lembar.tBodies[0];
  const baris = () => [...badan().rows];
  const nomor = (tr) => (NOMOR.test(tr.id) ? tr.id.slice(1) : "");
  const sel = (tr, kolom) => tr.cells[kolom];
  const kata = (td) => {
    const salin = td.cloneNode(true);
    salin.querySelectorAll("small").forEach((e) => e.remove());
    return salin.textContent.trim();
  };

  /* --- asking the server --- */
  async function minta(alamat, isi) {
    const pilihan = { headers: { "HX-Request": "true", "X-CSRFToken": token } };
    if (isi) Object.assign(pilihan, { method: "POST", body: new URLSearchParams(isi) });
    const jawaban = await fetch(alamat, pilihan);
    const teks = await jawaban.text();
    if (jawaban.redirected || jawaban.status === 403 && !teks) { location.reload(); }
    return { status: jawaban.status, teks, dok: new DOMParser().parseFromString(teks, "text/html") };
  }

  function tegur(dok) {
    const pesan = dok.body.textContent.trim() || "Belum tersimpan. Periksa sambungan, lalu coba lagi.";
    const kotak = document.createElement("div");
    kotak.className = "alert alert-warning";
    kotak.setAttribute("role", "alert");
    kotak.textContent = pesan;
    notis.replaceChildren(kotak);
  }

  /* --- drawing what came back --- */
  function pasang(tr, baru) {
    tr.dataset.v = baru.dataset.v;
    tr.toggleAttribute("data-tetap", baru.hasAttribute("data-tetap"));
    const centang = tr.querySelector("input[type=checkbox]")?.checked;
    if (penyunting && penyunting.tr === tr) { tr.tunda = baru; return; }
    tr.tunda = null;
    const kolom = kini && kini.parentNode === tr ? kini.cellIndex : -1;
    const fokus = kolom >= 0 && tr.contains(document.activeElement);
    tr.replaceChildren(...[...baru.cells].map((s) => document.adoptNode(s)));
    siapkan(tr);
    if (centang) tr.querySelector("input[type=checkbox]").checked = true;
    if (kolom >= 0) tempati(sel(tr, kolom), fokus);
  }

  function terapkan(dok, sementara) {
    const akar = dok.querySelector("[data-versi][data-urutan]");
    if (!akar) return;
    versi = Number(akar.dataset.versi);
    if (sementara && akar.dataset.baru) sementara.id = `b${akar.dataset.baru}`;
    for (const id of ["ringkasan", "alat"]) {
      const lama = document.getElementById(id), baru = akar.querySelector(`#${id}`);
      if (lama && baru && !lama.contains(document.activeElement)) lama.replaceWith(document.adoptNode(baru));
      else if (lama && baru) lama.replaceChildren(...baru.childNodes);
    }
    for (const baru of [...akar.querySelectorAll("tr[id]")]) {
      let tr = document.getElementById(baru.id);
      if (!tr) { tr = document.createElement("tr"); tr.id = baru.id; tr.dataset.baru = "ya"; badan().append(tr); }
      pasang(tr, baru);
    }
    tata(akar.dataset.urutan ? akar.dataset.urutan.split(",") : []);
    const berita = [...akar.querySelectorAll("li")];
    if (berita.length) {
      kabar.textContent = berita.slice(-3).map((li) => li.textContent).join(" ");
      berita.forEach((li) => document.getElementById(`b${li.dataset.baris}`)?.classList.add("baru-berubah"));
    }
  }

  function tata(urutan) {
    const ada = new Set(urutan.map((n) => `b${n}`));
    for (const tr of baris()) {
      if (nomor(tr) && !ada.has(tr.id)) {
        if (penyunting && penyunting.tr === tr) tutup();
        if (kini && kini.parentNode === tr) {
          const lain = tr.nextElementSibling || tr.previousElementSibling;
          const fokus = tr.contains(document.activeElement);
          if (lain) tempati(sel(lain, kini.cellIndex), fokus); else kini = null;
        }
        tr.remove();
      }
    }
    let sebelum = null, ke = 0;
    for (const n of urutan) {
      ke += 1;
      const tr = document.getElementById(`b${n}`);
      if (!tr) continue;
      const nanti = sebelum ? sebelum.nextElementSibling : badan().firstElementChild;
      if (nanti !== tr) {
        const fokus = tr.contains(document.activeElement) ? document.activeElement : null;
        badan().insertBefore(tr, nanti);
        if (fokus) fokus.focus({ preventScroll: true });
      }
      const tautan = tr.cells[0].querySelector("a");
      if (!berkas && tautan && tautan.textContent !== String(ke)) tautan.textContent = ke;
      sebelum = tr;
    }
    document.querySelector(".tanpa-baris")?.toggleAttribute("hidden", ke > 0);
  }

  /* --- cells and the place --- */
  function siapkan(tr) {
    [...tr.cells].forEach((td) => { td.tabIndex = -1; });
    tr.querySelectorAll("a, input[type=checkbox]").forEach((a) => { a.tabIndex = -1; });
    if (boleh && !tr.hasAttribute("data-tetap")) for (const k of Object.keys(ISIAN)) sel(tr, k)?.classList.add("isian");
  }

  function tempati(td, fokus = true) {
    if (!td) return;
    if (kini) kini.tabIndex = -1;
    kini = td;
    td.tabIndex = 0;
    if (fokus) { td.focus({ preventScroll: true }); tampak(td); }
  }

  function tampak(td) {
    const kepala = lembar.tHead.offsetHeight, atas = td.parentNode.offsetTop;
    if (atas - kepala < bungkus.scrollTop) bungkus.scrollTop = atas - kepala - 2;
    const bawah = atas + td.parentNode.offsetHeight;
    if (bawah > bungkus.scrollTop + bungkus.clientHeight) bungkus.scrollTop = bawah - bungkus.clientHeight + 4;
    const kiri = td.offsetLeft, kanan = kiri + td.offsetWidth;
    if (kiri < bungkus.scrollLeft) bungkus.scrollLeft = kiri;
    else if (kanan > bungkus.scrollLeft + bungkus.clientWidth) bungkus.scrollLeft = kanan - bungkus.clientWidth;
    const kotak = td.getBoundingClientRect();
    if (kotak.top < 0 || kotak.bottom > innerHeight) td.scrollIntoView({ block: "nearest" });
  }

  function geser(langkah, kolom) {
    if (!kini) return;
    const semua = baris(), i = semua.indexOf(kini.parentNode);
    const tr = semua[Math.max(0, Math.min(semua.length - 1, i + langkah))];
    tempati(sel(tr, kolom ?? kini.cellIndex));
  }

  function sebelah(mundur) {
    const semua = baris(), i = semua.indexOf(kini.parentNode), k = kini.cellIndex;
    const lain = mundur ? [...TAB].reverse().find((n) => n < k) : TAB.find((n) => n > k);
    if (lain !== undefined) { tempati(sel(kini.parentNode, lain)); return true; }
    const tr = semua[i + (mundur ? -1 : 1)];
    if (!tr) return false;
    tempati(sel(tr, mundur ? TAB[TAB.length - 1] : TAB[0]));
    return true;
  }

  /* --- the empty row at the end --- */
  let sementara = 0;
  function barisKosong() {
    const tr = document.createElement("tr");
    sementara += 1;
    tr.id = `b-baru-${sementara}`;
    tr.className = "baris-baru";
    const th = document.createElement("th");
    th.scope = "row";
    th.textContent = "+";
    th.setAttribute("aria-label", "Baris baru");
    tr.append(th);
    for (let i = 1; i < KOLOM; i += 1) tr.append(document.createElement("td"));
    const petunjuk = document.createElement("small");
    petunjuk.textContent = "Ketik nama atau NIP";
    tr.cells[1].append(petunjuk);
    siapkan(tr);
    badan().append(tr);
    return tr;
  }

  /* --- writing in a cell --- */
  function sunting(td, huruf) {
    const kolom = td.cellIndex, tr = td.parentNode, bidang = ISIAN[kolom];
    if (!boleh || !bidang || tr.hasAttribute("data-tetap")) { if (!bidang || kolom === 0) rinci(tr); return; }
    tutup();
    const asal = kata(td), input = document.createElement("input");
    input.className = "sel-isian";
    input.autocomplete = "off";
    input.spellcheck = false;
    input.maxLength = bidang === "catatan" ? 500 : bidang === "alasan" ? 4000 : 300;
    input.value = huruf ?? asal;
    input.setAttribute("aria-label", `${lembar.tHead.rows[0].cells[kolom].textContent}, baris ${tr.cells[0].textContent.trim()}`);
    td.simpan = [...td.childNodes];
    td.replaceChildren(input);
    penyunting = { sel: td, tr, kolom, bidang, input, asal, versi: tr.dataset.v || "", pilih: -1, q: null };
    if (PENCARIAN.includes(bidang)) combobox();
    input.addEventListener("keydown", tombolIsian);
    input.addEventListener("blur", () => setTimeout(() => {
      if (penyunting && penyunting.input === input && document.activeElement !== input) simpan();
    }, 150));
    input.focus();
    if (huruf === undefined) input.select();
    tampak(td);
  }

  function tutup(biar) {
    if (!penyunting) return;
    const { sel: td, tr } = penyunting;
    document.getElementById("pilihan-sel")?.remove();
    if (!biar) td.replaceChildren(...td.simpan);
    penyunting = null;
    if (tr.tunda) { const baru = tr.tunda; tr.tunda = null; pasang(tr, baru); }
  }

  function simpan() {
    const p = penyunting;
    const pilihan = p.daftar?.children[p.pilih];
    const segar = p.q === p.input.value.trim();
    const teks = p.input.value.trim();
    if (teks === p.asal && !(pilihan && segar && p.dipilih)) { tutup(); return; }
    let nilai = teks, tampil = teks;
    if (pilihan && segar && teks) { nilai = pilihan.dataset.nilai; tampil = pilihan.dataset.teks; }
    document.getElementById("pilihan-sel")?.remove();
    p.sel.lama = p.sel.simpan;
    p.sel.nilaiLama = p.sel.dataset.nilai ?? p.asal;
    p.sel.textContent = tampil;
    p.sel.classList.add("menyimpan");
    penyunting = null;
    kirim(p.tr, p.kolom, p.bidang, nilai, tampil, p.versi);
    if (p.tr === baris().at(-1)) barisKosong();
  }

  /* What a cell held, as a form sends it: the key of whom or what was picked, else its words. */
  const nilaiSel = (td) => td.nilaiLama ?? "";

  function kirim(tr, kolom, bidang, nilai, tampil, lihat) {
    sibuk += 1;
    const jalan = async () => {
      const n = nomor(tr);
      // The version seen when typing began; one's own earlier cells of this line have raised it since.
      const v = tr.versiSendiri && Number(tr.versiSendiri) > Number(lihat || 0) ? tr.versiSendiri : lihat || tr.dataset.v || "";
      const isi = { sejak: versi, [bidang]: nilai };
      if (n) isi.versi = v;
      for (const [k, nilaiSaring] of new URLSearchParams(kueri)) isi[k] = nilaiSaring;
      if (!n && WAJIB.length) {
        tr.isianBaru = { ...tr.isianBaru, [bidang]: nilai };
        Object.assign(isi, tr.isianBaru);
        const kurang = WAJIB.filter((k) => !isi[k]);
        if (kurang.length) {
          sibuk -= 1;
          const kolomKurang = TAB.filter((k) => kurang.includes(ISIAN[k]));
          kabar.textContent = `Baris baru disimpan setelah diisi: ${kolomKurang.map((k) => lembar.tHead.rows[0].cells[k].textContent.toLowerCase()).join(", ")}.`;
          return;
        }
      }
      const asal = n && berkas ? nilaiSel(sel(tr, kolom)) : null;
      let hasil;
      try { hasil = await minta(n ? `baris/${n}/${UBAH_DI}` : "baris/", isi); } catch (galat) {
        hasil = { status: 0, dok: new DOMParser().parseFromString("", "text/html") };
      }
      sibuk -= 1;
      sel(tr, kolom).classList.remove("menyimpan");
      if (hasil.status === 200) {
        notis.replaceChildren();
        if (asal !== null) lampau.push({ n, bidang, nilai: asal });
        if (!n && berkas) kabar.textContent = "";
        terapkan(hasil.dok, n ? null : tr);
        tr.classList.remove("baris-baru");
        tr.versiSendiri = tr.dataset.v;
        return;
      }
      await kembalikan(tr, kolom, tampil, hasil);
    };
    antre = antre.then(jalan, jalan);
  }

  async function kembalikan(tr, kolom, tampil, hasil) {
    tegur(hasil.dok);
    if (hasil.status === 409 && !berkas) await segarkan();
    if (!tr.isConnected) return;
    if (penyunting) tutup();
    if (tr.tunda) pasang(tr, tr.tunda);
    const td = sel(tr, kolom);
    if (td.lama) td.replaceChildren(...td.lama);
    tempati(td);
    sunting(td, tampil);
    if (!penyunting) return;
    Object.assign(penyunting, { asal: null, versi: tr.dataset.v || "" });
    penyunting.cari?.();
  }

  /* --- type-ahead --- */
  function combobox() {
    const { input, bidang, sel: td } = penyunting;
    const daftar = document.createElement("ul");
    daftar.id = "pilihan-sel";
    daftar.className = "pilihan-sel";
    daftar.setAttribute("role", "listbox");
    daftar.setAttribute("aria-label", bidang === "ke" ? "Jabatan yang cocok" : "Pegawai yang cocok");
    daftar.hidden = true;
    document.getElementById("isi").append(daftar);
    Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "pilihan-sel" })
      .forEach(([k, v]) => input.setAttribute(k, v));
    penyunting.daftar = daftar;
    const p = penyunting;
    let jeda;
    const cari = async () => {
      const q = input.value.trim();
      if (q.length < 2 || q === p.asal) { buka(false); return; }
      const { status, dok } = await minta(`cari/?macam=${bidang}&q=${encodeURIComponent(q)}`);
      if (penyunting !== p || input.value.trim() !== q || status !== 200) return;
      daftar.replaceChildren(...[...dok.querySelectorAll("li")].map((li) => document.adoptNode(li)));
      p.q = q;
      buka(daftar.children.length > 0);
      sorot(daftar.children.length ? 0 : -1);
    };
    const buka = (ya) => {
      daftar.hidden = !ya;
      input.setAttribute("aria-expanded", String(ya));
      if (!ya) { p.pilih = -1; p.q = null; input.removeAttribute("aria-activedescendant"); return; }
      const kotak = td.getBoundingClientRect(), bawah = innerHeight - kotak.bottom;
      daftar.style.left = `${Math.max(4, Math.min(kotak.left, innerWidth - 420))}px`;
      daftar.style.width = `${Math.min(Math.max(kotak.width, 380), innerWidth - 16)}px`;
      if (bawah > 260) { daftar.style.top = `${kotak.bottom}px`; daftar.style.bottom = "auto"; }
      else { daftar.style.bottom = `${innerHeight - kotak.top}px`; daftar.style.top = "auto"; }
    };
    p.cari = cari;
    input.addEventListener("input", () => { clearTimeout(jeda); jeda = setTimeout(cari, 160); });
    daftar.addEventListener("mousedown", (event) => {
      event.preventDefault();
      const li = event.target.closest("li");
      if (li) { sorot([...daftar.children].indexOf(li), true); simpan(); tempati(sel(p.tr, p.kolom)); }
    });
    if (input.value !== p.asal) jeda = setTimeout(cari, 160);
  }

  function sorot(i, dipilih) {
    const p = penyunting;
    if (!p?.daftar) return;
    p.pilih = i;
    p.dipilih = dipilih || p.dipilih;
    [...p.daftar.children].forEach((li, n) => li.setAttribute("aria-selected", String(n === i)));
    const li = p.daftar.children[i];
    if (li) { p.input.setAttribute("aria-activedescendant", li.id); li.scrollIntoView({ block: "nearest" }); }
  }

  function tombolIsian(event) {
    const p = penyunting;
    if (!p || event.isComposing) return;
    const terbuka = p.daftar && !p.daftar.hidden;
    const k = event.key;
    event.stopPropagation();
    if (k === "Escape") { const td = p.sel; tutup(); tempati(td); } else if (k === "Enter") {
      kini = p.sel; simpan(); geser(event.shiftKey ? -1 : 1);
    } else if (k === "Tab") { kini = p.sel; simpan(); sebelah(event.shiftKey); } else if (terbuka && (k === "ArrowDown" || k === "ArrowUp")) {
      const n = p.daftar.children.length;
      sorot((p.pilih + (k === "ArrowDown" ? 1 : -1) + n) % n, true);
    } else if (!p.daftar && (k === "ArrowDown" || k === "ArrowUp")) {
      kini = p.sel; simpan(); geser(k === "ArrowDown" ? 1 : -1);
    } else if (p.daftar && k === "ArrowDown") { p.cari(); } else return;
    event.preventDefault();
  }

  /* --- keys on cells --- */
  const PINDAH = {
    ArrowDown: () => geser(1), ArrowUp: () => geser(-1), PageDown: () => geser(10), PageUp: () => geser(-10),
    ArrowRight: () => geser(0, Math.min(KOLOM - 1, kini.cellIndex + 1)), ArrowLeft: () => geser(0, Math.max(0, kini.cellIndex - 1)),
    Home: (ctrl) => geser(ctrl ? -1e6 : 0, ctrl ? undefined : 0), End: (ctrl) => geser(ctrl ? 1e6 : 0, ctrl ? undefined : KOLOM - 1),
  };

  lembar.addEventListener("keydown", (event) => {
    if (penyunting || !kini || !event.target.closest("td,th")) return;
    const k = event.key, ctrl = event.ctrlKey || event.metaKey;
    const tr = kini.parentNode;
    if (event.altKey && (k === "ArrowUp" || k === "ArrowDown")) tindak(tr, "urut/", { arah: k === "ArrowUp" ? "naik" : "turun" });
    else if (event.altKey && k === "Enter") rinci(tr);
    else if (event.altKey && k === "Delete") tindak(tr, "hapus/", {});
    else if (ctrl && k.toLowerCase() === "z" && !event.shiftKey) urungkan("urungkan");
    else if (ctrl && (k.toLowerCase() === "y" || (k.toLowerCase() === "z" && event.shiftKey))) urungkan("ulangi");
    else if (PINDAH[k] && !event.altKey) PINDAH[k](ctrl);
    else if (k === "Enter" || k === "F2") sunting(kini);
    else if (k === "Tab" && !ctrl && !event.altKey) { if (!sebelah(event.shiftKey)) return; }
    else if (k === "Escape") document.querySelector(".lembar-alat a, .lembar-alat button")?.focus();
    else if (k === "Delete" || k === "Backspace") kosongkan(kini);
    else if (k === " " && tr.querySelector("input[type=checkbox]")) { const c = tr.querySelector("input[type=checkbox]"); c.checked = !c.checked; }
    else if (k === "?") document.getElementById("bantuan").showModal();
    else if (k.length === 1 && !ctrl && !event.altKey && ISIAN[kini.cellIndex]) sunting(kini, k);
    else return;
    event.preventDefault();
  });

  function kosongkan(td) {
    if (!boleh || !ISIAN[td.cellIndex] || !kata(td) || !nomor(td.parentNode)) return;
    td.lama = [...td.childNodes];
    td.nilaiLama = td.dataset.nilai ?? kata(td);
    td.replaceChildren();
    td.classList.add("menyimpan");
    kirim(td.parentNode, td.cellIndex, ISIAN[td.cellIndex], "", "", td.parentNode.dataset.v);
  }

  lembar.addEventListener("click", (event) => {
    const td = event.target.closest("td,th");
    if (!td || !td.closest("tbody") || event.target.matches("input")) return;
    if (event.target.closest("a[href^='/']")) return;
    if (event.target.closest("a") && !event.ctrlKey && !event.metaKey) { event.preventDefault(); tempati(td); rinci(td.parentNode); return; }
    tempati(td);
  });
  lembar.addEventListener("dblclick", (event) => {
    const td = event.target.closest("tbody td");
    if (td && !event.target.matches("input")) sunting(td);
  });
  bungkus.addEventListener("keydown", (event) => {
    if (event.target === bungkus && ["Enter", "ArrowDown"].includes(event.key)) { event.preventDefault(); tempati(kini || sel(baris()[0], 1)); }
  });

  /* --- acts on a line, undo, details --- */
  function kirimForm(alamat, isi, sesudah) {
    sibuk += 1;
    const jalan = async () => {
      let hasil;
      try { hasil = await minta(alamat, { sejak: versi, ...isi }); } finally { sibuk -= 1; }
      if (hasil.status === 200) { notis.replaceChildren(); terapkan(hasil.dok); sesudah?.(); } else {
        tegur(hasil.dok);
        if (hasil.status === 409 && !berkas) await segarkan();
      }
    };
    antre = antre.then(jalan, jalan);
  }

  function tindak(tr, ujung, isi) {
    if (berkas) return;
    if (boleh && nomor(tr)) kirimForm(`baris/${nomor(tr)}/${ujung}`, isi, () => { if (kini?.isConnected) tempati(kini); });
  }

  function urungkan(id) {
    if (berkas) { if (id === "urungkan") kembali(); return; }
    // After what is still being saved: its step is the one to take back.
    antre.then(() => {
      const n = document.querySelector(`#${id} input[name=nomor]`)?.value;
      if (n) kirimForm("batalkan/", { nomor: n }); else kabar.textContent = id === "ulangi" ? "Tidak ada yang dapat diulangi." : "Tidak ada langkah Anda yang dapat diurungkan.";
    });
  }

  /* Take back what was written on this page, the latest first, by writing what stood there. */
  function kembali() {
    antre.then(() => {
      const satu = lampau.pop();
      if (!satu) { kabar.textContent = "Tidak ada isian Anda di halaman ini yang dapat diurungkan."; return; }
      const tr = document.getElementById(`b${satu.n}`);
      kirimForm(`baris/${satu.n}/${UBAH_DI}`, { versi: tr?.dataset.v || "", [satu.bidang]: satu.nilai }, () => { if (kini?.isConnected) tempati(kini); });
    });
  }
  if (berkas) document.getElementById("urungkan")?.addEventListener("click", kembali);
  document.getElementById("pilih-semua")?.addEventListener("change", (event) => {
    badan().querySelectorAll("input[type=checkbox]").forEach((c) => { c.checked = event.target.checked; });
  });

  async function rinci(tr) {
    if (!nomor(tr)) return;
    await antre;
    const { status, dok } = await minta(`baris/${nomor(tr)}/`);
    if (status !== 200) { tegur(dok); return; }
    dialog.dataset.baris = nomor(tr);
    dialog.querySelector(".dialog-isi").replaceChildren(...dok.body.childNodes);
    if (!dialog.open) dialog.showModal();
  }

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-lembar]");
    if (!form) return;
    event.preventDefault();
    const isi = Object.fromEntries(new FormData(form, event.submitter));
    const tetap = form.hasAttribute("data-tetap");
    kirimForm(form.getAttribute("action"), isi, () => {
      if (!dialog.open) return;
      const tr = document.getElementById(`b${dialog.dataset.baris}`);
      if (tetap && tr) rinci(tr); else dialog.close();
    });
  });
  dialog.addEventListener("close", () => { if (kini?.isConnected) tempati(kini); });
  document.addEventListener("click", (event) => {
    const tombol = event.target.closest("[data-buka]");
    if (tombol) document.getElementById(tombol.dataset.buka).showModal();
  });

  /* --- what others do --- */
  async function segarkan() {
    const { status, dok } = await minta(`perubahan/?sejak=${versi}${kueri}`);
    if (status === 200) terapkan(dok);
    else if (status === 404) location.reload();
  }
  for (const jenis of ["keydown", "pointerdown"]) document.addEventListener(jenis, () => { sentuh = Date.now(); }, true);
  // Ten minutes without a touch: nobody sits there, so the page stops asking (and the session may end).
  setInterval(() => {
    if (!berkas && !document.hidden && !sibuk && Date.now() - sentuh < 600000) segarkan().catch(() => {});
  }, 4000);

  /* --- beginning --- */
  async function sisanya() {
    const jumlah = Number(lembar.dataset.halaman);
    if (Number(lembar.dataset.hal) === 1) {
      for (let hal = 2; hal <= jumlah; hal += 1) {
        const { status, teks } = await minta(`?hal=${hal}${kueri}`);
        if (status !== 200) return;
        // Rows without their table: only a template keeps them.
        const wadah = document.createElement("template");
        wadah.innerHTML = teks;
        for (const tr of [...wadah.content.querySelectorAll("tr[id]")]) {
          if (document.getElementById(tr.id)) continue;
          const milik = document.adoptNode(tr);
          badan().append(milik);
          siapkan(milik);
        }
      }
      document.querySelector("nav.halaman")?.remove();
    }
    if (boleh && !kueri) barisKosong();
    lembar.dataset.siap = "ya";
  }

  lembar.setAttribute("role", "grid");
  bungkus.removeAttribute("tabindex");
  baris().forEach(siapkan);
  const tujuan = NOMOR.test(location.hash.slice(1)) && document.getElementById(location.hash.slice(1));
  sisanya().then(() => {
    const awal = tujuan || baris()[0];
    if (awal) tempati(sel(awal, 1), Boolean(tujuan) || !document.activeElement || document.activeElement === document.body);
  });
})();
