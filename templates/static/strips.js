// What is wider than the window scrolls within itself. A browser takes what is seen in part for seen: whoever comes to it by
// the keyboard sees all of it.
(() => {
  "use strict";
  document.addEventListener("focusin", ({ target }) => {
    const strip = target.closest(".state-filters, .chips, .scroll, .box");
    if (strip && strip !== target && target.matches(":focus-visible"))
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
})();
