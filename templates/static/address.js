// What the controls of a page are set to, as its address tells it: read quietly whatever the address holds, and written
// back. What a control then does is the page's own script's.
window.duizhaoAddress = (() => {
  "use strict";
  const given = () => new URLSearchParams(location.search);
  let known = location.search; // what the page shows

  // Of what the address gives a control, only what it offers; each once. Several may stand in one, with commas between.
  function offered(name, values) {
    const asked = new Set(
      given()
        .getAll(name)
        .join(",")
        .split(",")
        .map((value) => present(name, value)),
    );
    return [...asked].filter((value) => value && values.includes(value));
  }
  // The value that a control offers for one that it offered under another name before.
  function present(name, value) {
    const now = [...document.querySelectorAll("[data-formerly]")].find(
      (one) => (one.name || one.closest("select").name) === name && one.dataset.formerly.split(" ").includes(value),
    );
    return now ? now.value : value;
  }
  // A list is set to the first that it offers, else to what it shows at first.
  function choose(select) {
    const options = [...select.options];
    const [value] = offered(
      select.name,
      options.map((option) => option.value),
    );
    const first = options.find((option) => option.defaultSelected) || options[0];
    select.value = value === undefined ? first.value : value;
  }
  // The names that are given anew, with the values of each; what else the address holds, and its place, stays. What was
  // there before can be gone back to where it is `left`.
  function write(anew, left = false) {
    const query = given();
    for (const [name, values] of Object.entries(anew)) {
      query.delete(name);
      for (const value of values) query.append(name, value);
    }
    const words = String(query).replaceAll("%2C", ",");
    const address = (words ? `?${words}` : location.pathname) + location.hash;
    if (left) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    known = location.search;
  }
  // A reader who goes back or forth between places of a page changes its address under it.
  function follow(act) {
    window.addEventListener("popstate", () => {
      if (location.search === known) return;
      known = location.search;
      act();
    });
  }

  return { offered, choose, write, follow };
})();
