// What a reader opened on a page is open again when they come back to it: the browser itself keeps where they were, not
// what they had unfolded. A place that an address leads to is unfolded; not every browser does so by itself.
(() => {
  "use strict";
  const folds = [...document.querySelectorAll("main details")];
  const key = `opened ${location.pathname}`;
  // A folder on disk, or a reader's settings, may keep nothing.
  function kept() {
    try {
      return JSON.parse(sessionStorage.getItem(key)) || {};
    } catch {
      return {};
    }
  }
  function keep(states) {
    try {
      sessionStorage.setItem(key, JSON.stringify(states));
    } catch {
      return;
    }
  }
  if (!folds.length) return;
  const states = {};
  const [visit] = performance.getEntriesByType("navigation");
  if (visit && visit.type === "back_forward")
    for (const [at, open] of Object.entries(kept())) {
      if (folds[at]) folds[at].open = open;
      states[at] = open;
    }
  else keep({});
  function unfold() {
    const place = document.querySelector("main details:not([open]) :target");
    if (!place) return;
    for (const fold of folds) if (fold.contains(place)) fold.open = true;
    place.scrollIntoView();
  }
  unfold();
  window.addEventListener("hashchange", unfold);
  folds.forEach((fold, at) =>
    fold.addEventListener("click", (event) => {
      const summary = event.target.closest("summary");
      if (!summary || summary.parentNode !== fold) return;
      states[at] = !fold.open;
      keep(states);
    }),
  );
})();
