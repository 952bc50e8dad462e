// A list that has been parted: the address of a statement that stood on its page leads to the statement in its report,
// that of sentences side by side to the part on which they stand now.
(() => {
  "use strict";
  const { reports, places } = document.querySelector("[data-reports]").dataset;
  let known = !places; // whether it is known where the places of the parts stand
  function go(base, path, place) {
    const target = new URL(base, location.href);
    target.pathname = target.pathname.replace(/[^/]*$/, path);
    target.hash = place;
    location.replace(target);
  }
  function ask() {
    const script = document.createElement("script");
    script.src = places;
    for (const way of ["load", "error"])
      script.addEventListener(way, () => {
        known = true;
        lead();
      });
    document.head.append(script);
  }
  function lead() {
    const name = location.hash.slice(1);
    const [report, statement] = name.split(".");
    // What is filtered comes after this, and may hold the row.
    if (location.search && document.querySelector("[data-shards]")) return;
    if (!statement || document.getElementById(name) || !/^[a-z0-9-]+$/.test(report + statement)) return;
    if (!known) {
      ask();
      return;
    }
    const parts = (places && window.duizhaoPlaces && window.duizhaoPlaces.compare) || {};
    const part = Object.keys(parts).find((one) => parts[one].includes(name));
    if (part) go(places, `${part}/index.html`, name);
    else go(reports, `${report}/index.html`, statement);
  }
  lead();
  window.addEventListener("hashchange", lead);
})();
