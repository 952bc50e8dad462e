// The rows of a list in parts: they lie in scripts, those of several parts together beside the page of the first, and come
// when a page that leads to these asks for them. Each row has the values of the filters, what each column is sorted by,
// and itself as it stands there.
window.duizhaoShards = (() => {
  "use strict";
  const parser = new DOMParser();
  const shards = document.querySelector("[data-shards]").dataset.shards.split(" ");
  const loads = new Map();

  function take(rows) {
    const address = document.currentScript.src.replace(/[^/]*$/, "index.html");
    const found = rows.map(([values, keys, html]) => ({ values, keys, html, address }));
    loads.get(document.currentScript.getAttribute("src")).rows = found;
  }
  function load(path) {
    if (!loads.has(path)) loads.set(path, {});
    const own = loads.get(path);
    own.asked ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = path;
      script.addEventListener("load", () => {
        if (own.rows) resolve(own.rows);
        else reject(new Error(path));
      });
      script.addEventListener("error", () => {
        own.asked = undefined; // to be tried again
        reject(new Error(path));
      });
      document.head.append(script);
    });
    return own.asked;
  }
  // A promise of all rows of the parts below a name, or of all parts, in their order.
  function rowsOf(name) {
    const mine = name ? shards.filter((path) => path.startsWith(`${name}/`)) : shards;
    return Promise.all(mine.map(load)).then((every) => every.flat());
  }
  // A row as an element; its links are those of the page that it stands on.
  function drawn({ html, address }) {
    const made = parser.parseFromString(`<table><tbody>${html}</tbody></table>`, "text/html");
    for (const link of made.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
    return document.adoptNode(made.querySelector("tr"));
  }
  return { take, rowsOf, drawn };
})();
