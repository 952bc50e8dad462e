// A report page: cards that open in place, and stepping by keys. What filters leave is report-show.js's.
window.duizhaoCards = (() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const flagOf = (mark) => mark.querySelector(":scope > .flag");
  const cardOf = (mark) => document.getElementById(flagOf(mark).hash.slice(1));
  let opened = null;

  // A highlight that another one cuts in two has its letter on the first part only.
  const whole = (mark) => (mark.dataset.of ? document.getElementById(`q-${mark.dataset.of}`) : mark);

  // What is closed leaves the address too, so that a link to it opens it again.
  function close() {
    if (!opened) return;
    opened.card.removeAttribute("data-open");
    opened.mark.removeAttribute("data-open");
    if (location.hash === opened.flag.hash) history.replaceState(null, "", location.pathname + location.search);
    opened = null;
  }
  function open(mark) {
    const flag = flagOf(mark);
    const card = cardOf(mark);
    const again = opened && opened.mark === mark;
    close();
    if (again || !card) return;
    history.replaceState(null, "", flag.hash);
    mark.dataset.open = "";
    card.dataset.open = "";
    opened = { mark, card, flag };
    card.scrollIntoView({ block: "nearest" });
    mark.scrollIntoView({ block: "nearest" });
  }
  const statements = all(".st:not([data-of])");
  // On an English page the link of a highlight, which stands before Chinese words, is described by their gloss.
  if (document.documentElement.lang === "en") {
    for (const mark of statements) {
      const gloss = cardOf(mark).querySelector(".gloss");
      gloss.id = `${mark.id}-gloss`;
      flagOf(mark).setAttribute("aria-describedby", gloss.id);
    }
  }
  const isShown = (mark) => flagOf(mark).offsetParent && !mark.hasAttribute("data-dim");
  function step(by) {
    const marks = statements.filter(isShown);
    if (!marks.length) return;
    const now = opened ? marks.indexOf(opened.mark) : -1;
    const at = now < 0 && by < 0 ? 0 : now;
    const next = marks[(at + by + marks.length) % marks.length];
    if (!opened || opened.mark !== next) open(next);
    flagOf(next).focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest(".term")) return;
    if (event.target.closest(".card .close")) {
      event.preventDefault();
      const back = opened && opened.flag;
      close();
      if (back) back.focus();
      return;
    }
    const part = event.target.closest(".st");
    const mark = part && whole(part);
    if (mark && flagOf(mark).offsetParent) {
      event.preventDefault();
      open(mark);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.matches("input:not([type=checkbox], [type=radio]), select, textarea")) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && opened) {
      opened.flag.focus();
      close();
    } else if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
  });

  function fromAddress() {
    const asked = location.hash && document.getElementById(location.hash.slice(1));
    // The id that a statement had before stands in its card.
    const named = asked && asked.classList.contains("former") ? asked.parentNode : asked;
    const mark = named && document.getElementById(`q-${named.id}`);
    if (!mark) close();
    else if (!opened || opened.mark !== mark) open(mark);
  }
  window.addEventListener("hashchange", fromAddress);
  fromAddress();

  return { statements, close, opened: () => opened && opened.mark };
})();
