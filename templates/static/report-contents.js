// The contents of a report mark the section that is being read.
(() => {
  "use strict";
  const head = document.querySelector(".masthead").offsetHeight;
  const entries = [...document.querySelectorAll(".toc a[href^='#']")];
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
})();
