// Improves pages that already work without it: print, share, characters left, focus on what went wrong.
const all = (selector) => document.querySelectorAll(selector);

for (const button of all("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
for (const button of all("[data-share]")) {
  if (!navigator.share) continue;
  button.hidden = false;
  // Closing the system's own dialogue is no error.
  button.addEventListener("click", () => navigator.share({ title: document.title, url: location.href }).catch(() => {}));
}
for (const note of all("[data-count-for]")) {
  const field = document.getElementById(note.dataset.countFor);
  const limit = Number(note.dataset.limit);
  const show = () => {
    // As the service counts: after NFC, by code point.
    const left = limit - [...field.value.normalize("NFC")].length;
    const number = Math.abs(left).toLocaleString("vi-VN");
    note.textContent = left < 0 ? `Đã quá ${number} ký tự.` : `Còn ${number} ký tự.`;
  };
  let wait;
  field.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(show, 400); });
  if (field.value) show();
}
// For browsers that take autofocus on controls only. Such a page is always the answer to a form.
document.querySelector("[data-focus-first]")?.focus();
