// A term of the glossary explains itself in place: on hover, focus or tap; Escape puts it away, before anything else.
(() => {
  "use strict";
  const masthead = document.querySelector(".masthead");
  const bubble = document.createElement("div");
  let asked = null;
  bubble.className = "bubble";
  bubble.id = "bubble";
  bubble.setAttribute("role", "tooltip");
  bubble.hidden = true;
  document.querySelector(".text").append(bubble);
  function explain(term) {
    const note = document.getElementById(term.hash.slice(1));
    if (!note) return;
    hush();
    bubble.replaceChildren(...note.cloneNode(true).childNodes);
    for (const link of bubble.querySelectorAll("a")) link.remove();
    bubble.hidden = false;
    place(term.getClientRects()[0], bubble.offsetParent.getBoundingClientRect());
    term.setAttribute("aria-describedby", "bubble");
    asked = term;
  }
  function place(at, frame) {
    const above = at.top - bubble.offsetHeight - 8 > masthead.offsetHeight;
    const left = Math.max(0, Math.min(at.left - frame.left, frame.width - bubble.offsetWidth));
    bubble.style.left = `${left}px`;
    bubble.style.top = `${above ? at.top - frame.top - bubble.offsetHeight - 6 : at.bottom - frame.top + 6}px`;
  }
  function hush() {
    bubble.hidden = true;
    if (asked) asked.removeAttribute("aria-describedby");
    asked = null;
  }
  for (const term of document.querySelectorAll(".term")) {
    let rest = 0;
    term.addEventListener("mouseenter", () => {
      rest = setTimeout(() => explain(term), 150);
    });
    term.addEventListener("mouseleave", () => {
      clearTimeout(rest);
      setTimeout(() => {
        if (asked === term && !bubble.matches(":hover")) hush();
      }, 200);
    });
    term.addEventListener("focus", () => explain(term));
    term.addEventListener("blur", hush);
    term.addEventListener("click", (event) => {
      event.preventDefault();
      explain(term);
    });
  }
  bubble.addEventListener("mouseleave", hush);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !asked || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches("input, select, textarea") || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    hush();
  });
})();
