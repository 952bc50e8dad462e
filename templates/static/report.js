// A report page: cards that open in place, stepping by keys, filters by kind and theme, the choice of language.
(() => {
  "use strict";
  const all = (selector) => [...document.querySelectorAll(selector)];
  const flagOf = (mark) => mark.querySelector(":scope > .flag");
  let opened = null;

  // A highlight that another one cuts in two has its letter on the first part only.
  const whole = (mark) => (mark.dataset.of ? document.getElementById(`q-${mark.dataset.of}`) : mark);

  function close() {
    if (!opened) return;
    opened.card.removeAttribute("data-open");
    opened.mark.removeAttribute("data-open");
    opened = null;
  }
  function open(mark) {
    const flag = flagOf(mark);
    const card = document.getElementById(flag.hash.slice(1));
    const again = opened && opened.mark === mark;
    close();
    history.replaceState(null, "", again ? location.pathname + location.search : flag.hash);
    if (again || !card) return;
    mark.dataset.open = "";
    card.dataset.open = "";
    opened = { mark, card, flag };
    card.scrollIntoView({ block: "nearest" });
    mark.scrollIntoView({ block: "nearest" });
  }
  function step(by) {
    const shown = (mark) => flagOf(mark).offsetParent && !mark.hasAttribute("data-dim");
    const marks = all(".st:not([data-of])").filter(shown);
    if (!marks.length) return;
    const start = by > 0 ? -1 : 0;
    const at = opened ? marks.indexOf(opened.mark) : start;
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
    if (event.target.matches("input, select, textarea") || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && opened) {
      opened.flag.focus();
      close();
    } else if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
  });

  // The block at the top of the window, so that a change of what is shown leaves the text where it is.
  const blocks = all(".text .block, .text h2, .text h3");
  const head = document.querySelector(".masthead").offsetHeight;
  const topmost = () => blocks.find((block) => block.getBoundingClientRect().bottom > head + 40) || blocks[0];
  function inPlace(change) {
    const block = topmost();
    const before = block.getBoundingClientRect().top;
    change();
    window.scrollBy(0, block.getBoundingClientRect().top - before);
  }

  const { body } = document;
  function read(language) {
    body.dataset.lang = language;
  }
  function hide() {
    const hidden = all("input[name=show]:not(:checked)").map((input) => input.value);
    body.dataset.hide = hidden.join(" ");
  }
  for (const input of all("input[name=reading]"))
    input.addEventListener("change", () => inPlace(() => read(input.value)));
  for (const input of all("input[name=show]")) input.addEventListener("change", () => inPlace(hide));

  const themes = document.getElementById("theme-filter");
  themes.addEventListener("change", () => {
    const other = (mark) => themes.value !== "" && !mark.dataset.themes.split(" ").includes(themes.value);
    for (const mark of all(".st")) mark.toggleAttribute("data-dim", other(mark));
  });

  // The other language opens at the block that is being read.
  for (const link of all(".other-language"))
    link.addEventListener("click", () => {
      if (!location.hash || !opened) link.hash = `#${topmost().id}`;
    });

  // The contents mark the section that is being read.
  const entries = all(".toc a[href^='#']");
  function begun(entry) {
    const heading = document.getElementById(entry.hash.slice(1));
    return heading && heading.getBoundingClientRect().top <= head + 40;
  }
  function follow() {
    let now = null;
    for (const entry of entries) if (begun(entry)) now = entry;
    for (const entry of entries)
      if (entry === now) entry.setAttribute("aria-current", "location");
      else entry.removeAttribute("aria-current");
  }
  let waiting = false;
  function scrolled() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  }
  window.addEventListener("scroll", scrolled, { passive: true });
  follow();

  function fromAddress() {
    const mark = location.hash && document.getElementById(`q-${location.hash.slice(1)}`);
    if (mark && (!opened || opened.mark !== mark)) open(mark);
  }
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
