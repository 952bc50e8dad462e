// The contents of a report mark the section that is being read, and a line below the masthead names it.
(() => {
  "use strict";
  const head = document.querySelector(".masthead").offsetHeight;
  // Where the browser puts what an address leads to: below the masthead, the line and a gap.
  const landing = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  const entries = [...document.querySelectorAll(".toc a[href^='#']")];
  const title = document.querySelector("h1");
  const running = document.querySelector(".running");
  const section = running.querySelector("[data-section]");
  const named = entries.find((entry) => entry.firstElementChild);
  section.lang = named ? named.firstElementChild.lang : "";
  function begun(entry) {
    const heading = document.getElementById(entry.hash.slice(1));
    return heading && heading.getBoundingClientRect().top <= landing + 16;
  }
  function follow() {
    let now = null;
    for (const entry of entries) if (begun(entry)) now = entry;
    const shown = now && now.firstElementChild && now.firstElementChild.textContent;
    running.hidden = title.getBoundingClientRect().bottom > head;
    section.textContent = shown || "";
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
})();
