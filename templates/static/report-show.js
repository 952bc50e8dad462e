// What a report page shows: its filters by kind and theme, and the choice of language. Both stand in the address where
// they are not the page's own, and are remembered.
(() => {
  "use strict";
  const { statements } = window.duizhaoMarks;
  const { close, replace, start, opened, id } = window.duizhaoReport;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const KEPT = `report.${document.documentElement.lang}`;

  // The block at the top of the window, so that a change of what is shown leaves the text where it is.
  const blocks = all(".text .block, .text h2, .text h3");
  const masthead = document.querySelector(".masthead");
  // Where the browser puts what an address leads to; what ends there is read no more.
  const landing = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  function topmost() {
    const from = landing() + 8;
    return blocks.find((block) => block.getBoundingClientRect().bottom > from) || blocks[0];
  }
  function inPlace(change) {
    const block = topmost();
    const before = block.getBoundingClientRect().top;
    change();
    window.scrollBy(0, block.getBoundingClientRect().top - before);
    replace();
  }

  // The filters of kind and theme, and beside each kind how many of its statements they leave.
  const { body } = document;
  const nothing = document.getElementById("nothing-left");
  const kinds = all("input[name=show]");
  const readings = all("input[name=reading]");
  const themes = document.getElementById("theme-filter");
  const own = body.dataset.lang;
  const hasTheme = (mark) => themes.value === "" || mark.dataset.themes.split(" ").includes(themes.value);
  const hidden = () => kinds.filter((input) => !input.checked).map((input) => input.value);
  const isLeft = (mark) => !hidden().includes(mark.dataset.kind) && hasTheme(mark);
  function show() {
    body.dataset.hide = hidden().join(" ");
    for (const mark of all(".st")) mark.toggleAttribute("data-dim", !hasTheme(mark));
    const left = statements.filter(hasTheme);
    for (const { value, parentNode } of kinds)
      parentNode.querySelector(".count").textContent = left.filter((mark) => mark.dataset.kind === value).length;
    nothing.hidden = !statements.length || statements.some(isLeft);
    if (opened() && !isLeft(opened())) close({ back: false });
  }
  // What is put away is hidden from programs that read the page, too.
  function read() {
    const input = readings.find((one) => one.checked);
    if (input) body.dataset.lang = input.value;
    const now = body.dataset.lang;
    for (const part of all(".text :is(.tr, .tr-head)")) part.hidden = now === "zh";
    for (const part of all(".text [data-heading]")) part.hidden = now === "en";
    for (const part of all(".text .src")) part.hidden = now === "en" && !("untranslated" in part.parentNode.dataset);
  }

  function again() {
    read();
    show();
  }

  let known = location.search; // what the page shows
  // What was chosen: in the address, else as it was left the last time.
  function remembered(chosen) {
    try {
      if (chosen !== undefined) localStorage.setItem(KEPT, chosen);
      return localStorage.getItem(KEPT) || "";
    } catch {
      return "";
    }
  }
  function tell() {
    const chosen = new URLSearchParams();
    if (body.dataset.lang !== own) chosen.set("read", body.dataset.lang);
    if (hidden().length) chosen.set("hide", hidden().join("."));
    if (themes.value) chosen.set("theme", themes.value);
    const asked = new URLSearchParams(location.search);
    for (const name of ["read", "hide", "theme"]) asked.delete(name);
    for (const [name, value] of chosen) asked.set(name, value);
    const search = String(asked) && `?${asked}`;
    if (search !== location.search) history.replaceState(history.state, "", location.pathname + search + location.hash);
    known = location.search;
    return String(chosen);
  }
  const keep = () => remembered(tell());
  function choose(given) {
    const reading = readings.find((input) => input.value === (given.get("read") || own));
    if (reading) reading.checked = true;
    const away = (given.get("hide") || "").split(".");
    for (const input of kinds) input.checked = !away.includes(input.value);
    const theme = given.get("theme") || "";
    const isIt = ({ value, dataset }) => value === theme || (dataset.formerly || "").split(" ").includes(theme);
    themes.selectedIndex = Math.max([...themes.options].findIndex(isIt), 0);
  }
  function restore() {
    const asked = new URLSearchParams(location.search);
    const isAsked = ["read", "hide", "theme"].some((name) => asked.has(name));
    const given = isAsked ? asked : new URLSearchParams(remembered());
    choose(given);
    // A statement that is led to is shown, whatever was put away before.
    const target = statements.find((mark) => `#${mark.id}` === location.hash);
    if (target && !isLeft(target)) choose(new URLSearchParams({ read: given.get("read") || own }));
    again();
    if (String(given)) tell();
  }
  for (const input of readings)
    input.addEventListener("change", ({ detail }) => {
      inPlace(read);
      if (detail !== "visit") keep();
    });
  for (const control of [...kinds, themes])
    control.addEventListener("change", () => {
      inPlace(show);
      keep();
    });
  nothing.querySelector("button").addEventListener("click", () => {
    for (const input of kinds) input.checked = true;
    themes.value = "";
    inPlace(show);
    keep();
    kinds[0].focus();
  });
  restore();
  start();
  // A reader who goes back or forth between places of a page changes its address under it.
  window.addEventListener("popstate", () => {
    if (location.search === known) return;
    known = location.search;
    choose(new URLSearchParams(known));
    again();
  });
  // A browser that goes back to the page sets the controls as they were left.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) again();
  });

  // The other language opens at the card that is being read, else at what the address leads to, or at the block.
  function isInView(node) {
    const { top, bottom } = node.getBoundingClientRect();
    return bottom > masthead.offsetHeight && top < window.innerHeight;
  }
  function place() {
    const led = document.getElementById(location.hash.slice(1));
    return led && isInView(led) ? led : topmost();
  }
  document.addEventListener("lead-on", ({ detail: link }) => {
    link.hash = opened() && isInView(opened()) ? `#${id()}` : `#${place().id}`;
  });
})();
