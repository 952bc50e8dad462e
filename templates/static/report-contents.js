// The contents of a report mark the section that is being read, and a line below the masthead names it.
(() => {
  "use strict";
  const masthead = document.querySelector(".masthead");
  const entries = [...document.querySelectorAll(".toc a[href^='#']")];
  const title = document.querySelector("h1");
  const running = document.querySelector(".running");
  const section = running.querySelector("[data-section]");
  const named = entries.find((entry) => entry.firstElementChild);
  section.lang = named ? named.firstElementChild.lang : "";
  // Where the browser puts what an address leads to: below the masthead, the line and a gap.
  const landing = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  function begun(entry, line) {
    const heading = document.getElementById(entry.hash.slice(1));
    return heading && heading.getBoundingClientRect().top <= line;
  }
  function follow() {
    let now = null;
    const line = landing() + 16;
    for (const entry of entries) if (begun(entry, line)) now = entry;
    const shown = now && now.firstElementChild && now.firstElementChild.textContent;
    running.hidden = title.getBoundingClientRect().bottom > masthead.offsetHeight;
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
  scrolled(); // once all scripts have changed what they change: a page is laid out anew for each that looks before
})();
