// A report page: cards that open beside their words, and stepping by keys. What filters leave is report-show.js's.
window.duizhaoReport = (() => {
  "use strict";
  const { idOf, partsOf, flagOf, isSeen, flags, statements } = window.duizhaoMarks;
  const { loaded, stands, place } = window.duizhaoCards;
  let opened = null;

  // What is closed leaves the address too, so that a link to it opens it again.
  function put(hash, push) {
    const address = location.pathname + location.search + hash;
    if (push) history.pushState({ card: location.search }, "", address);
    else history.replaceState(hash ? history.state : null, "", address);
  }
  function shut() {
    const last = opened;
    opened = null;
    if (!last) return;
    if (last.card) last.card.remove();
    for (const mark of partsOf(last.id)) mark.removeAttribute("data-open");
    for (const flag of last.flags) {
      flag.setAttribute("aria-expanded", "false");
      flag.removeAttribute("aria-controls");
    }
  }
  function close({ back = true } = {}) {
    if (!opened) return;
    const { id, flag } = opened;
    shut();
    if (back && flag) flag.focus({ preventScroll: true });
    if (history.state && history.state.card === location.search) history.back();
    else if (location.hash === `#${id}`) put("");
  }
  async function open(id, { near, focus = true, address = true } = {}) {
    const again = opened && opened.id === id;
    const mark = document.getElementById(id);
    const here = flagOf(id, near);
    const had = opened;
    if (opened) shut();
    const one = { id, mark: (here && here.parentNode) || mark, flag: here, flags: [], card: null };
    opened = one;
    for (const part of partsOf(id)) part.dataset.open = "";
    try {
      one.card = await loaded(id);
    } catch {
      if (here) location.href = here.href; // the page with the same cards
      return;
    }
    if (opened !== one || !one.card) return;
    place(one);
    // A sheet over the page is put away by going back.
    const isSheet = stands(one.card, "fixed") && !(history.state && "card" in history.state);
    // What closes it leads to no other card.
    if (isSheet && had && address) put("");
    if (address && location.hash !== `#${id}`) put(`#${id}`, isSheet);
    one.flags = flags.filter((flag) => idOf(flag.parentNode) === id);
    for (const flag of one.flags) {
      flag.setAttribute("aria-expanded", "true");
      flag.setAttribute("aria-controls", one.card.id);
    }
    one.card.dataset.open = "";
    if (focus) one.card.focus({ preventScroll: true });
    if (!stands(one.card, "absolute") && !again) {
      one.card.scrollIntoView({ block: "nearest" });
      one.mark.scrollIntoView({ block: "nearest" });
    }
  }
  function toggle(id, near) {
    if (opened && opened.id === id) close();
    else open(id, { near });
  }
  const isShown = (mark) => !mark.hasAttribute("data-dim") && isSeen(flagOf(mark.id) || mark) && flagOf(mark.id);
  function step(by) {
    const marks = statements.filter(isShown);
    if (!marks.length) return;
    const now = opened ? marks.findIndex((mark) => mark.id === opened.id) : -1;
    const at = now < 0 && by < 0 ? 0 : now;
    const next = marks[(at + by + marks.length) % marks.length];
    flagOf(next.id).parentNode.scrollIntoView({ block: "center" });
    open(next.id);
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest(".term")) return;
    if (event.target.closest(".card .close")) {
      event.preventDefault();
      close();
      return;
    }
    const mark = event.target.closest(".st");
    if (!mark || event.target.closest(".card") || !flagOf(idOf(mark))) return;
    event.preventDefault();
    toggle(idOf(mark), mark.querySelector(":scope > .flag") ? mark : null);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.matches("input:not([type=checkbox], [type=radio]), select, textarea")) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") {
      if (opened) close();
      else if (document.getElementById(location.hash.slice(1)) && location.hash) put("");
    } else if (document.documentElement.dataset.keys !== "off") {
      if (event.key === "n") step(1);
      else if (event.key === "p") step(-1);
    }
  });
  const replace = () => opened && opened.card && place(opened);

  function fromAddress() {
    const asked = location.hash && document.getElementById(location.hash.slice(1));
    // The id that a statement had before stands before its words.
    let mark = asked;
    while (mark && mark.classList.contains("former")) mark = mark.nextElementSibling;
    const id = mark && mark.matches(".st") ? mark.id : "";
    if (!id) {
      const flag = opened && opened.flag;
      shut();
      if (flag && document.activeElement === document.body) flag.focus({ preventScroll: true });
    } else if (!opened || opened.id !== id) {
      if (mark !== asked) mark.scrollIntoView({ block: "center" });
      open(id, { focus: false, address: false });
    }
  }
  // Who comes by an address is taken to its place last of all: only then is it known where in the window the line is.
  window.addEventListener("load", () => requestAnimationFrame(replace), { once: true });
  window.addEventListener("hashchange", fromAddress);
  window.addEventListener("popstate", fromAddress);

  return {
    close,
    replace,
    start: fromAddress,
    opened: () => opened && opened.mark,
    id: () => opened && opened.id,
  };
})();
