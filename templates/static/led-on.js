// A list that has been parted: the address of a statement that stood on its page leads to the statement in its report.
(() => {
  "use strict";
  const reports = document.querySelector("[data-reports]").dataset.reports;
  function lead() {
    const name = decodeURIComponent(location.hash.slice(1));
    const [report, statement] = name.split(".");
    // What is filtered comes after this, and may hold the row.
    if (location.search && document.querySelector("[data-shards]")) return;
    if (!statement || document.getElementById(name) || !/^[a-z0-9-]+$/.test(report + statement)) return;
    const target = new URL(reports, location.href);
    target.pathname = target.pathname.replace(/[^/]*$/, `${report}/index.html`);
    target.hash = statement;
    location.replace(target);
  }
  lead();
  window.addEventListener("hashchange", lead);
})();
