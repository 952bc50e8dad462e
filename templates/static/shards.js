// The rows of a list in parts: they lie in scripts, those of several parts together beside the page of the first, and come
// when a page that leads to these asks for them. Each row has the part that it stands in, the values of the filters, what
// each column is sorted by, and itself as it stands there, said by where it differs from the first row of its kind.
window.duizhaoShards = (() => {
  "use strict";
  const parser = new DOMParser();
  const { within, shards: scripts } = document.querySelector("[data-shards]").dataset;
  const shards = scripts.split(" ");
  const loads = new Map();

  function said(first, changes, words) {
    const pieces = [...first];
    const numbers = changes ? changes.split(" ") : [];
    for (let at = 0; at < numbers.length; at += 2) pieces[numbers[at]] = words[numbers[at + 1]];
    return pieces.join("");
  }
  function take([words, kinds, rows]) {
    const address = document.currentScript.src.replace(/[^/]*$/, "index.html");
    const word = (number) => words[number];
    const found = rows.map(([part, values, keys, kind, changes]) => ({
      part: words[part],
      values: values.map(word),
      keys: keys.map(word),
      html: () => said(kinds[kind], changes, words),
      address,
    }));
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
  // A promise of all rows of the parts below a name, or of all parts that the page leads to, in their order: a script may
  // have rows of others beside them.
  function rowsOf(name) {
    const mine = name ? shards.filter((path) => path.startsWith(`${name}/`)) : shards;
    return Promise.all(mine.map(load)).then((every) =>
      every.flat().filter(({ part }) => !within || part.startsWith(`${within}/`)),
    );
  }
  // Rows as elements; the links of each are those of the page that it stands on.
  function drawn(rows) {
    const html = rows.map((row) => row.html()).join("");
    const made = parser.parseFromString(`<table><tbody>${html}</tbody></table>`, "text/html");
    return [...made.querySelector("tbody").rows].map((element, index) => {
      for (const link of element.querySelectorAll("a[href]"))
        link.href = new URL(link.getAttribute("href"), rows[index].address).href;
      return document.adoptNode(element);
    });
  }
  return { take, rowsOf, drawn };
})();
