// The words of a report that are marked, in both languages: which belong together, and what lights when one is pointed at.
window.duizhaoMarks = (() => {
  "use strict";
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const text = document.querySelector(".text");
  const idOf = (mark) => mark.id || mark.dataset.en || mark.dataset.of;
  // The English is flagged as the Chinese is, which the page has once.
  for (const mark of all(".st[data-en]")) {
    const own = document.getElementById(mark.dataset.en);
    mark.prepend(own.querySelector(":scope > .flag").cloneNode(true));
  }
  for (const mark of all(".st:not([id])")) mark.dataset.themes = document.getElementById(idOf(mark)).dataset.themes;
  const parts = all(".st");
  const flags = all(".flag");
  const byId = new Map();
  for (const mark of parts) byId.set(idOf(mark), [...(byId.get(idOf(mark)) || []), mark]);
  const partsOf = (id) => byId.get(id) || [];
  const statements = parts.filter((mark) => mark.id);
  // The flag that a reader sees: of the two languages the one that is shown, and pressed if it was.
  const isSeen = (node) => node.getClientRects().length > 0;
  const flagOf = (id, near) =>
    (near && near.querySelector(":scope > .flag")) ||
    partsOf(id)
      .map((mark) => mark.querySelector(":scope > .flag"))
      .find((flag) => flag && isSeen(flag));

  for (const flag of flags) flag.setAttribute("aria-expanded", "false");
  // Pointing at words in one language lights them in the other.
  function light(event) {
    const mark = event.target.closest && event.target.closest(".st");
    const id = mark && event.type !== "mouseout" && event.type !== "focusout" ? idOf(mark) : "";
    for (const part of all(".st[data-lit]", text)) if (idOf(part) !== id) part.removeAttribute("data-lit");
    if (id) for (const part of partsOf(id)) part.dataset.lit = "";
  }
  for (const name of ["mouseover", "mouseout", "focusin", "focusout"]) text.addEventListener(name, light);

  return { idOf, partsOf, flagOf, isSeen, flags, statements };
})();
