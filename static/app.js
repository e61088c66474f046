/* The site works without this file. It adds: copying a NIP, sending a filter form on change, a word while
   a file is sent, and focus on the error summary. */
"use strict";

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-salin]");
  if (!button || !navigator.clipboard) return;
  navigator.clipboard.writeText(button.dataset.salin).then(() => {
    button.dataset.tersalin = "ya";
    setTimeout(() => delete button.dataset.tersalin, 1500);
  });
});

document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-kirim-saat-berubah]");
  if (form) form.requestSubmit();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-cetak]")) window.print();
});

// A file takes seconds to arrive and be read: say so, and take no second click.
document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-menunggu]");
  if (!form) return;
  form.querySelector("[data-kabar]").hidden = false;
  for (const tombol of form.querySelectorAll("button[type=submit]")) tombol.disabled = true;
});
window.addEventListener("pageshow", (event) => {
  if (event.persisted && document.querySelector("form[data-menunggu]")) location.reload();
});

const ringkasan = document.querySelector(".ringkasan-galat");
if (ringkasan) ringkasan.focus();
