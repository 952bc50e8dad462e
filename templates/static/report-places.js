// A text on several pages: an address of the report with a place that stands on another of them leads on to that.
(() => {
  "use strict";
  const { report, page, places } = document.querySelector(".text").dataset;
  function lead() {
    const asked = location.hash.slice(1);
    if (!asked || document.getElementById(asked)) return;
    const known = window.duizhaoPlaces && window.duizhaoPlaces[report];
    if (known) {
      if (Object.hasOwn(known, asked) && known[asked] !== page)
        location.replace(known[asked] + location.search + location.hash);
      return;
    }
    const script = document.createElement("script");
    script.src = places;
    script.addEventListener("load", lead);
    document.head.append(script);
  }
  window.addEventListener("hashchange", lead);
  lead();
})();
