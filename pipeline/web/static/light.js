// A fact and its boxes light up together when either is pointed at or focused. Without script the
// addresses still lead from one to the other.
"use strict";
const lit = new Set();
function dim() {
  for (const each of lit) each.classList.remove("lit");
  lit.clear();
}
function light(event) {
  const at = event.target.closest?.("[data-fact]");
  dim();
  if (!at) return;
  for (const each of document.querySelectorAll(`[data-fact="${CSS.escape(at.dataset.fact)}"]`)) {
    each.classList.add("lit");
    lit.add(each);
  }
  // A fact of the record brings its page into view, within the pages' own column.
  if (at.classList.contains("fact")) {
    const box = document.getElementById(`b-${at.dataset.fact}`);
    const sheets = box?.closest(".sheets");
    if (sheets && sheets.scrollHeight > sheets.clientHeight + 1) {
      const where = box.getBoundingClientRect(), frame = sheets.getBoundingClientRect();
      if (where.top < frame.top || where.bottom > frame.bottom)
        sheets.scrollTop += where.top - frame.top - frame.height / 3;
    }
  }
}
document.addEventListener("mouseover", light);
document.addEventListener("focusin", light);
document.addEventListener("mouseleave", dim);
